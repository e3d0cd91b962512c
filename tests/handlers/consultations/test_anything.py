"""Whatever is said while a consultation is prepared, there is a card, and nothing that was typed gets lost."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handlers.consultations import extending, letters
from handlers.consultations.compose import guide, taking
from handlers.consultations.compose.steps import Step
from handlers.conversation import Guide, Misread, Quietly
from handlers.heard import Heard
from handlers.texts import LANGUAGES
from storage import drafts, people
from storage.announcements.rules import Media, MediaKind
from storage.consultations import drafting
from storage.consultations.drafting import Unfinished
from storage.database import Database, open_database
from storage.drafts import Draft
from storage.people import Person, Role
from tests.handlers.consultations.sample import put_to_vote
from tests.handlers.consultations.test_compose import LAW
from tests.handlers.phone import NOW, TEXTS
from tests.storage.membership.association import KRSKO, put, two_libraries

NUMBERS = ("0", "1", "2", "3", "99", "x", "٣", "-1", "1/2", "9" * 30)
WORDS = ("/open", "/page", "/choose", "/new", "/match")
SAID = [
    "/stay", "/back", "/next", "/skip", "/list", "/done", "/merge", "/out", "/ungroup", "/typed", "/drop", "/forget",
    "/all", "/rest", "/month 2027-05", "/month x", "/language en", "/language x", "/", "/x y",
    *(f"{word} {number}" for word in WORDS for number in NUMBERS),
    *(f"/{word} {step}" for word in ("to", "edit") for step in Step),
    *(f"/choose {one}" for one in ("pseudonymous", "open", "hidden", "anonymous", "two-thirds", "absolute", "yes-no")),
    *(f"/choose {one}" for one in ("for", "against", "change", "abstain")),
    "1. 4. 2027 ob 12.00", "2027-04-01", "12.00", "31. 2. 2027", "2,5", "0", "1000", "Naslov", "č" * 200, LAW, "\x00",
    " ",
]  # fmt: skip
TYPED = [one for one in SAID if not one.startswith("/") and one.strip(" \x00")]
FILE = Media(MediaKind.DOCUMENT, "osnutek")
HEARD = st.one_of(
    st.sampled_from(SAID).map(lambda said: Heard(said=said)),
    st.sampled_from(TYPED).map(lambda text: Heard(html=text, plain=text)),
    st.sampled_from([
        Heard(media=FILE), Heard(media=FILE, size=30_000_000), Heard(media=Media(MediaKind.PHOTO, "slika")),
        Heard(other="voice"), Heard(html="č" * 4096, plain="č" * 4096), Heard(),
    ]),
)  # fmt: skip

FOUND = taking._in_text(LAW, None)
OUTLINED = {
    "title_sl": "Zakon", "form": FOUND.form, "outline": drafting.kept(FOUND.outline),
    "ends_at": "2027-04-01T10:00:00+00:00",
}  # fmt: skip


@pytest.fixture
async def association(sqlite_url: str) -> AsyncIterator[Database]:
    """Libraries, a consultation, and Cvetka in the office."""
    database = open_database(sqlite_url)
    await database.transact(two_libraries)
    await put(database, 1, library=KRSKO)
    await put(database, 90, Role.STAFF, name="Cvetka")
    await put_to_vote(database)
    yield database
    await database.close()


async def converse(books: Database, one: Guide, step: str, data: dict[str, Any], heard: list[Heard]) -> Draft:
    """Say one thing after the other, and draw the card each time; return where that leads."""
    person = await books.read(people.by_telegram, 90)
    assert person is not None
    now = Draft(drafts.DraftId(1), person.id, one.feature, step, data, 1, listening=True, heard=0)
    await draws(books, one, now, person)
    for said in heard:
        facts = await books.read(one.load, now, person, NOW)
        taken = one.hears(now, said, lambda facts=facts: facts, NOW)  # type: ignore[misc]
        if isinstance(taken, Misread):
            for language in LANGUAGES:
                assert TEXTS.say(language)(taken.key, **taken.args)
            continue
        after = taken.draft if isinstance(taken, Quietly) else taken
        if said.said is None:
            assert set(after.data) >= set(now.data) - {"changing", "month", "day", "page", "part", "last", "kind"}
        now = after
        await draws(books, one, now, person)
    return now


async def draws(books: Database, one: Guide, now: Draft, person: Person) -> None:
    """Draw the card in both languages."""
    facts = await books.read(one.load, now, person, NOW)
    for language in LANGUAGES:
        card = one.show(now, facts, TEXTS.say(language), NOW)
        assert 0 < len(card.text) < 4096
        for key in (key for row in card.keys for key in row):
            assert key.label.strip()
            assert not isinstance(key.press, str)
            key.press.pack()


PATIENT = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)  # fmt: skip


@PATIENT
@given(st.lists(HEARD, max_size=20), st.sampled_from(Step), st.booleans())
async def test_whatever_is_said_of_a_consultation_there_is_a_card(
    association: Database, heard: list[Heard], step: Step, begun: bool
) -> None:
    if step in {Step.COMPARE, Step.MATCH}:
        step = Step.PREVIEW
    data = {**OUTLINED, "day": "2027-04-01", "kind": KRSKO.kind, "last": 1}
    start = (step, data) if begun else (Step.TITLE_SL, {})
    now = await converse(association, guide.GUIDE, *start, heard)
    if now.step == Step.PREVIEW:
        assert not isinstance(drafting.terms(now.data), Unfinished)


@PATIENT
@given(
    st.lists(HEARD, max_size=20), st.sampled_from([Step.DRAFT, Step.OUTLINE, Step.QUESTION, Step.COMPARE, Step.MATCH])
)
async def test_whatever_is_said_of_a_new_version_there_is_a_card(
    association: Database, heard: list[Heard], step: Step
) -> None:
    data = {"consultation": 1, "base": 1, **({} if step is Step.DRAFT else {**OUTLINED, "pairs": [1, None, 3]})}
    await converse(association, guide.VERSION, step, data, heard)


@PATIENT
@given(st.lists(HEARD, max_size=20))
async def test_whatever_is_said_of_a_letter_there_is_a_card(association: Database, heard: list[Heard]) -> None:
    await converse(association, letters.GUIDE, "library", {"consultation": 1}, heard)
    begun = {"consultation": 1, "library": KRSKO.id, "file": "dopis"}
    await converse(association, letters.GUIDE, "votes", begun, heard)


@PATIENT
@given(st.lists(HEARD, max_size=20))
async def test_whatever_is_said_of_a_later_end_there_is_a_card(association: Database, heard: list[Heard]) -> None:
    await converse(association, extending.GUIDE, "day", {"consultation": 1}, heard)
