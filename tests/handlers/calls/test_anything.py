"""Whatever is said while a call is written, or its deadline moved, there is a card, and nothing typed gets lost."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.calls import desk_moving
from handlers.calls.compose import guide
from handlers.calls.compose.steps import PARTS, Step
from handlers.conversation import Guide, Misread, Quietly
from handlers.heard import Heard
from handlers.texts import LANGUAGES
from storage import drafts, people
from storage.announcements.rules import Media, MediaKind
from storage.calls import drafting, rules
from storage.calls.rules import OF_CALL, Call, Topic
from storage.database import Database, open_database
from storage.drafts import Draft
from storage.people import Role
from tests.handlers.calls.sample import publish
from tests.handlers.consultations.test_anything import PATIENT, draws
from tests.handlers.phone import NOW, TEXTS
from tests.storage.membership.association import put, two_libraries

NUMBERS = ("0", "1", "2", "99", "x", "٣", "-1", "9" * 30)
SAID = [
    "/stay", "/back", "/next", "/skip", "/all", "/yes", "/whole", "/words", "/drop", "/provisional", "/preview", "/",
    "/month 2027-05", "/month 2026-01", "/month x", "/language en", "/language x", "/x y",
    *(f"{word} {number}" for word in ("/open", "/page", "/choose", "/drop") for number in NUMBERS),
    *(f"/{word} {step}" for word in ("to", "edit") for step in Step),
    *(f"/{word} {kind}" for word in ("add", "choose") for kind in (*OF_CALL, "milestone")),
    *(f"/choose {topic}" for topic in (Topic.READING, Topic.OTHER)),
    "31. 3. 2027 ob 12.00", "2027-04-01", "2027-02-01", "1. 2. 2027 ob 9.00", "12.00", "24.00", "28. 3. 2027 ob 2.30",
    "31. 3. 2027 ob 24.00", "250.000", "0", "https://www.gov.si/", "osmi dan po objavi", "č" * 1600, "\x00", " ",
]  # fmt: skip
TYPED = [one for one in SAID if not one.startswith("/") and one.strip(" \x00")]
FILE = Media(MediaKind.DOCUMENT, "razpis")
HEARD = st.one_of(
    st.sampled_from(SAID).map(lambda said: Heard(said=said)),
    st.sampled_from(TYPED).map(lambda text: Heard(html=text, plain=text)),
    st.sampled_from([
        Heard(media=FILE, name="razpis.pdf"), Heard(media=FILE, album="skupaj"), Heard(other="voice"), Heard(),
        Heard(media=Media(MediaKind.PHOTO, "slika")),
    ]),
)  # fmt: skip


@pytest.fixture
async def books_of_calls(sqlite_url: str) -> AsyncIterator[tuple[Database, Call]]:
    """Libraries, a call, and Cvetka in the office."""
    database = open_database(sqlite_url)
    await database.transact(two_libraries)
    await put(database, 90, Role.STAFF, name="Cvetka")
    yield database, await publish(database)
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
            assert all(TEXTS.say(language)(taken.key, **taken.args) for language in LANGUAGES)
            continue
        after = taken.draft if isinstance(taken, Quietly) else taken
        if said.said is None:
            assert {part for part in PARTS if now.data.get(part)} <= set(after.data)
        now = after
        await draws(books, one, now, person)
    return now


@PATIENT
@given(heard=st.lists(HEARD, max_size=12), step=st.sampled_from(Step), known=st.booleans())
async def test_whatever_is_said_of_a_call_there_is_a_card(
    books_of_calls: tuple[Database, Call], heard: list[Heard], step: Step, known: bool
) -> None:
    books, call = books_of_calls
    inside = {"place": 0, "opened": True, "pending": {"day": "2027-02-01"}}
    start = (step, {**drafting.of_call(call), **inside}) if known else (guide.FIRST, {})
    now = await converse(books, guide.GUIDE, *start, heard)
    if now.step == Step.PREVIEW:
        assert not rules.check(drafting.content(now.data))


@PATIENT
@given(heard=st.lists(HEARD, max_size=12), begun=st.booleans())
async def test_whatever_is_said_of_a_deadline_that_moves_there_is_a_card(
    books_of_calls: tuple[Database, Call], heard: list[Heard], begun: bool
) -> None:
    books, call = books_of_calls
    known = {"call": call.id, "call_version": 1}
    only = {"deadlines": drafting.of_call(call)["deadlines"][:1], "place": 0, "opened": True}
    step, data = ("day", {**known, **only}) if begun else ("pick", known)
    now = await converse(books, desk_moving.GUIDE, step, data, heard)
    assert now.step in {"pick", "day", "hour", "sure"}
    assert len(now.data.get("deadlines", ())) <= 1
