"""Whatever is said while an announcement is written, there is a card, and nothing that was written gets lost."""

from collections.abc import AsyncIterator
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handlers.announcements.compose.facts import Facts
from handlers.announcements.compose.guide import guide
from handlers.announcements.compose.steps import MESSAGES, Step
from handlers.conversation import Misread, Quietly
from handlers.events import FEATURE as EVENTS
from handlers.heard import Heard
from handlers.texts import LANGUAGES
from storage import drafts, people
from storage.announcements import drafting
from storage.announcements.rules import Media, MediaKind
from storage.database import Database, open_database
from storage.drafts import Draft
from storage.people import Person, Role
from tests.handlers.phone import NOW, TEXTS
from tests.storage.events.sample import publish
from tests.storage.membership.association import KRSKO, put, two_libraries

GUIDE = guide(EVENTS.audiences)
SAID = [
    "/stay", "/back", "/next", "/skip", "/read", "/event", "/drop 0", "/drop 9", "/choose 0", "/choose 1", "/choose 2",
    "/page 1", "/page 99", "/page x", "/all", "/role delegate", "/role office", "/role king", "/sign", "/clear",
    *(f"/to {step}" for step in Step), *(f"/edit {step}" for step in Step), "/of seat", "/of no_seat", "/of x",
    "/everyone", "/look", "/pin", "/calm", "/urgent", "/late hold", "/late x", "/now", "/repeat", "/month 2027-05",
    "/month x", "/every day", "/every week", "/every month", "/every x", "/never", "/", "/x y",
    "2027-05-12", "9.30", "jutri ob 9", "2.30", "1", "7", "28", "31", "30. 6. 2027", "krsko",
    "Program | https://a.si", "Izbor", "\x00",
]  # fmt: skip
PHOTO = Media(MediaKind.PHOTO, "slika")
HEARD = st.one_of(
    st.sampled_from(SAID).map(lambda said: Heard(said=said)),
    st.sampled_from([one for one in SAID if not one.startswith("/")]).map(lambda text: Heard(html=text, plain=text)),
    st.sampled_from([
        Heard(html="<b>Vabljeni</b>", plain="Vabljeni"), Heard(media=PHOTO), Heard(media=PHOTO, album="1"),
        Heard(html="a", plain="a", media=PHOTO, album="1"), Heard(media=PHOTO, album="2"), Heard(other="voice"),
        Heard(media=Media(MediaKind.DOCUMENT, "datoteka"), size=60_000_000), Heard(html="č" * 4096, plain="č" * 4096),
    ]),
)  # fmt: skip


@pytest.fixture
async def association(sqlite_url: str) -> AsyncIterator[Database]:
    """Libraries, an event, and Cvetka in the office."""
    database = open_database(sqlite_url)
    await database.transact(two_libraries)
    await put(database, 1, library=KRSKO)
    await put(database, 90, Role.STAFF, name="Cvetka")
    await publish(database)
    yield database
    await database.close()


READY = [Heard(html="a", plain="a"), Heard(said="/skip"), Heard(said="/next"), Heard(said="/all"), Heard(said="/next")]


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(HEARD, max_size=30), st.booleans())
async def test_whatever_is_said_there_is_a_card(association: Database, heard: list[Heard], begun: bool) -> None:
    person = await association.read(people.by_telegram, 90)
    assert person is not None
    now = Draft(drafts.DraftId(1), person.id, drafting.FEATURE, Step.SL, {}, 1, listening=True, heard=0)
    for one in [*(READY if begun else []), *heard]:
        facts = await association.read(GUIDE.load, now, person, NOW)
        taken = GUIDE.hears(now, one, partial(_same, facts), NOW)
        if isinstance(taken, Misread):
            for language in LANGUAGES:
                assert TEXTS.say(language)(taken.key, **taken.args)
            after = taken.kept or now
        elif isinstance(taken, Quietly):
            after = taken.draft
        else:
            after = taken
        if one.said is None:
            assert kept(after) >= kept(now) or after.data.get("album")
        now = after
        await draws(association, now, person)


def _same(facts: Facts) -> Facts:
    return facts


def kept(draft: Draft) -> set[str]:
    """The messages that there are."""
    return {step for step in MESSAGES if draft.data.get(step)}


async def draws(books: Database, now: Draft, person: Person) -> None:
    """Draw the card in both languages."""
    facts = await books.read(GUIDE.load, now, person, NOW)
    for language in LANGUAGES:
        say = TEXTS.say(language)
        GUIDE.ahead(now, facts, say, person)
        card = GUIDE.show(now, facts, say, NOW)
        assert 0 < len(card.text) < 4096
        for key in (key for row in card.keys for key in row):
            assert key.label.strip()
            assert not isinstance(key.press, str)
            key.press.pack()
    if now.step == Step.PREVIEW:
        wanted = drafting.wanted(now.data)
        assert isinstance(wanted, drafting.Unfinished) == (not now.data.get("audience"))
