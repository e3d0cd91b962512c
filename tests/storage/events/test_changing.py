"""Drafts that change events: what two of the office change at once is brought together; series are joined."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from storage import drafts
from storage.database import Database
from storage.drafts import Draft
from storage.events import books, drafting, publishing
from storage.events.drafting import Overtaken
from storage.events.publishing import Changed, Published, TooFew, Unchanged
from storage.events.questions import Condition, Option, Question
from storage.events.rules import Event, Lead
from storage.people import Person, Role
from tests.storage.events.sample import NOW, START, publish, register, workshop
from tests.storage.membership.association import put

EVERYTHING = workshop(
    link="https://a.si", opens_at=NOW + timedelta(days=1), free_until=START - timedelta(days=3), per_library=2,
    speakers=("Ana", "Bojan"), speakers_count=True, leads=(Lead.MONTH,), hours=5,
    questions=(
        Question("7", "Kosilo?", "Lunch?", (Option("1", "Da", "Yes"), Option("2", "Ne"))),
        Question("9", "Kaj?", None, (), required=False, only_if=Condition("7", "1")),
    ),
)  # fmt: skip


@pytest.fixture
async def staff(association: Database) -> Person:
    """Somebody from the office."""
    return await put(association, 90, Role.STAFF, name="Cvetka")


@pytest.fixture
async def other(association: Database) -> Person:
    """Somebody else from the office."""
    return await put(association, 91, Role.STAFF, name="Drago")


async def changing(books_: Database, by: Person, event: Event, **changes: Any) -> Draft:
    """Begin to change an event, and change it so."""
    data = {**drafting.changing(event), **changes}
    return await books_.transact(drafts.start, by.id, 1, drafting.FEATURE, "preview", data, NOW)


@pytest.mark.parametrize("details", [workshop(), workshop(leads=()), EVERYTHING])
def test_an_event_laid_out_as_a_draft_is_read_as_it_was(details: Any) -> None:
    assert drafting.details(drafting.of_details(details)) == details


async def test_what_is_saved_unchanged_is_unchanged(association: Database, staff: Person) -> None:
    event = await publish(association, opens_at=NOW + timedelta(days=1), hours=5, leads=(Lead.MONTH,))
    draft = await changing(association, staff, event)
    done = await association.transact(drafting.publish, draft.id, draft.version, staff.id, NOW)
    assert isinstance(done, Unchanged)
    assert await association.read(drafts.get, draft.id) is None


async def test_of_two_changes_at_once_the_later_takes_over_the_earlier(
    association: Database, staff: Person, other: Person
) -> None:
    event = await publish(association)
    mine = await changing(association, staff, event, place="Celje", capacity=50)
    theirs = await changing(association, other, event, capacity=20, hours=3)
    done = await association.transact(drafting.publish, theirs.id, theirs.version, other.id, NOW)
    assert isinstance(done, Changed)
    late = await association.transact(drafting.publish, mine.id, mine.version, staff.id, NOW)
    assert late == Overtaken("Drago", ("capacity",))
    kept = await association.read(drafts.get, mine.id)
    assert kept is not None
    again = await association.transact(drafting.publish, mine.id, kept.version, staff.id, NOW)
    assert isinstance(again, Changed)
    details = again.event.details
    assert (details.place, details.capacity, details.hours) == ("Celje", 50, 3)


async def test_saved_at_the_same_moment_one_is_the_later(association: Database, staff: Person, other: Person) -> None:
    event = await publish(association)
    both = [await changing(association, by, event, hours=place) for place, by in enumerate((staff, other), 1)]
    done = await asyncio.gather(
        *(association.transact(drafting.publish, one.id, one.version, one.person_id, NOW) for one in both)
    )
    assert {type(one) for one in done} == {Changed, Overtaken}
    after = await association.read(books.find, event.id)
    assert after is not None
    assert after.version == event.version + 1


async def test_what_a_colleague_has_taken_away_stays_away(association: Database, staff: Person, other: Person) -> None:
    event = await publish(association, hours=5, link="https://a.si")
    mine = await changing(association, staff, event, place="Celje")
    data = {name: value for name, value in drafting.changing(event).items() if name not in {"hours", "link"}}
    theirs = await association.transact(drafts.start, other.id, 1, drafting.FEATURE, "preview", data, NOW)
    await association.transact(drafting.publish, theirs.id, theirs.version, other.id, NOW)
    await association.transact(drafting.publish, mine.id, mine.version, staff.id, NOW)
    kept = await association.read(drafts.get, mine.id)
    assert kept is not None
    assert not {"hours", "link"} & kept.data.keys()


async def test_a_draft_with_too_few_seats_is_kept(association: Database, staff: Person) -> None:
    event = await publish(association)
    await register(association, event, staff.id)
    await register(association, event, (await put(association, 1)).id)
    draft = await changing(association, staff, event, capacity=1)
    assert await association.transact(drafting.publish, draft.id, draft.version, staff.id, NOW) == TooFew(2)
    assert await association.read(drafts.get, draft.id) == draft


async def test_other_dates_join_the_series_of_an_event(association: Database) -> None:
    event = await publish(association)
    for weeks in (1, 2):
        starts = START + timedelta(weeks=weeks)
        details = publishing.moved(event.details, starts)
        done = await association.transact(publishing.publish, None, details, NOW, (), event.id)
        assert isinstance(done, Published)
    first = await association.read(books.find, event.id)
    assert first is not None
    assert first.series is not None
    dates = await association.read(publishing.of_series, first.series, NOW)
    assert [one.details.starts_at - START for one in dates] == [timedelta(weeks=weeks) for weeks in (0, 1, 2)]
