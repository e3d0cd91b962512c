"""From a draft to an event that members see, and what staff see of it."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from storage import audit, drafts
from storage.database import Database
from storage.drafts import Draft, Gone, NotYours
from storage.events import drafting, publishing, reading, tables
from storage.events.drafting import Unfinished
from storage.events.feature import FEATURE
from storage.events.publishing import NotYet
from storage.events.reading import LibrarySeats
from storage.events.rules import EventDetails, Problem
from storage.people import Person
from tests.storage.events.sample import NOW, START, WORKSHOP, publish, register, workshop
from tests.storage.membership.association import KRSKO, put


def said(details: EventDetails) -> dict[str, Any]:
    """Write an event as a draft holds it."""
    moments = {name: getattr(details, name).isoformat() for name in ("starts_at", "ends_at", "closes_at")}
    rest = {name: getattr(details, name) for name in EventDetails.__slots__ if name not in moments}
    return {name: value for name, value in (rest | moments).items() if value is not None}


async def write(books: Database, staff: Person, details: EventDetails = WORKSHOP) -> Draft:
    """Begin a draft with everything in it."""
    return await books.transact(drafts.start, staff.id, 1, drafting.FEATURE, "preview", said(details), NOW)


@pytest.mark.parametrize(
    "details", [WORKSHOP, workshop(title_en=None, description_sl=None, description_en=None, link="https://a.si/b")]
)
def test_a_draft_is_read_as_it_was_written(details: EventDetails) -> None:
    assert drafting.details(said(details)) == details


def test_a_draft_with_gaps_is_unfinished() -> None:
    assert drafting.details({"kind": "fair", "title_sl": "Sejem"}) == Unfinished(
        ("starts_at", "ends_at", "capacity", "closes_at")
    )


async def test_a_draft_is_published_once(association: Database, cvetka: Person) -> None:
    draft = await write(association, cvetka)
    outcomes = await asyncio.gather(
        *(association.transact(drafting.publish, draft.id, draft.version, cvetka.id, NOW) for _ in range(5))
    )
    assert sorted(type(one).__name__ for one in outcomes) == ["Gone"] * 4 + ["Published"]
    page = await association.read(reading.upcoming, cvetka.id, 0, NOW)
    assert [line.event.details for line in page.lines] == [WORKSHOP]
    assert await association.read(drafts.of_feature, cvetka.id, drafting.FEATURE) is None
    assert await association.read(_acts) == [(cvetka.id, "publish_event", {"event": page.lines[0].event.id})]


def _acts(tx: Connection) -> list[tuple[object, ...]]:
    columns = audit.audit.c
    return [tuple(row) for row in tx.execute(select(columns.person_id, columns.action, columns.facts))]


async def test_only_the_latest_version_of_ones_own_draft_is_published(
    association: Database, cvetka: Person, ana: Person
) -> None:
    draft = await write(association, cvetka)
    assert await association.transact(drafting.publish, draft.id, draft.version - 1, cvetka.id, NOW) == Gone()
    assert await association.transact(drafting.publish, draft.id, draft.version, ana.id, NOW) == NotYours()
    assert await association.read(_events) == 0


def _events(tx: Connection) -> int:
    return tx.execute(select(func.count()).select_from(tables.events)).scalar_one()


async def test_a_draft_that_cannot_be_published_stays(association: Database, cvetka: Person) -> None:
    draft = await write(association, cvetka)
    outcome = await association.transact(drafting.publish, draft.id, draft.version, cvetka.id, START)
    assert outcome == NotYet((Problem.IN_THE_PAST, Problem.CLOSES_TOO_SOON))
    assert await association.read(drafts.of_feature, cvetka.id, drafting.FEATURE) == draft


async def test_an_unfinished_draft_stays(association: Database, cvetka: Person) -> None:
    draft = await association.transact(drafts.start, cvetka.id, 1, drafting.FEATURE, "kind", {}, NOW)
    outcome = await association.transact(drafting.publish, draft.id, draft.version, cvetka.id, NOW)
    assert outcome == Unfinished(drafting.NEEDED)
    assert await association.read(drafts.of_feature, cvetka.id, drafting.FEATURE) == draft


async def test_members_see_what_is_to_come_the_next_one_first_eight_on_a_page(
    association: Database, ana: Person, cvetka: Person
) -> None:
    published = [
        await publish(association, starts_at=START + timedelta(days=day), ends_at=START + timedelta(days=day, hours=1))
        for day in (9, 8, 7, 6, 5, 4, 3, 2, 1)
    ]
    await register(association, published[0], ana.id)
    first = await association.read(reading.upcoming, ana.id, 0, NOW)
    assert [line.event.id for line in first.lines] == [event.id for event in published[:0:-1]]
    assert (first.number, first.pages, first.total) == (0, 2, 9)
    second = await association.read(reading.upcoming, ana.id, 99, NOW)
    assert [(line.event.id, line.taken, line.mine) for line in second.lines] == [(published[0].id, 1, True)]
    mine = await association.read(reading.mine, ana.id, -5, NOW)
    assert [line.event.id for line in mine.lines] == [published[0].id]
    assert (await association.read(reading.tally, ana.id, NOW)).seats == 1
    assert (await association.read(reading.tally, cvetka.id, NOW)).seats == 0


async def test_what_is_over_or_cancelled_is_for_staff_to_see(
    association: Database, ana: Person, cvetka: Person
) -> None:
    past, off, next_one = (
        await publish(association),
        await publish(association, ends_at=START + timedelta(days=2)),
        await publish(association, ends_at=START + timedelta(days=3)),
    )
    for event in (past, off, next_one):
        await register(association, event, ana.id)
    await association.transact(publishing.cancel_event, off.id, cvetka.id, NOW)
    later = START + timedelta(days=1)
    assert [line.event.id for line in (await association.read(reading.upcoming, ana.id, 0, later)).lines] == [
        next_one.id
    ]
    assert (await association.read(reading.tally, ana.id, later)).seats == 1
    staff = await association.read(reading.everything, cvetka.id, 0, later)
    assert [line.event.id for line in staff.lines] == [off.id, next_one.id, past.id]
    assert [line.event.cancelled for line in staff.lines] == [True, False, False]


async def test_the_office_sees_seats_by_library(
    association: Database, ana: Person, bojan: Person, cvetka: Person
) -> None:
    event = await publish(association)
    matjaz = await put(association, 50, library=KRSKO, name="Matjaž")
    for person in (cvetka, matjaz, ana, bojan):
        await register(association, event, person.id)
    seats = await association.read(reading.seats, event.id)
    assert seats is not None
    assert seats.libraries == (
        LibrarySeats("Mestna knjižnica Kranj", ("Ana", "Bojan"), 0),
        LibrarySeats("Valvasorjeva knjižnica Krško", ("Matjaž",), 0),
        LibrarySeats(None, ("Cvetka",), 0),
    )
    assert seats.taken == 4
    await association.transact(FEATURE.leave, bojan.id, event.details.ends_at)
    seats = await association.read(reading.seats, event.id)
    assert seats is not None
    assert seats.libraries[0] == LibrarySeats("Mestna knjižnica Kranj", ("Ana",), 1)
    assert seats.taken == 4


async def test_my_data_lists_my_registrations(association: Database, ana: Person) -> None:
    event = await publish(association)
    await register(association, event, ana.id)
    nothing_yet = dict.fromkeys(("cancelled_at", "checked_in_at", "attended", "certificate", "name_on_certificate"))
    registered = {"title_sl": event.details.title_sl, "starts_at": START, "registered_at": NOW}
    assert await association.read(FEATURE.about, ana.id) == [registered | nothing_yet | {"answered_survey": False}]
