"""An event as the office looks at it: its figures, a page of those who are there, one of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, case, func, select

from storage import pages
from storage.events import books
from storage.events.rules import Event, EventId, RegistrationId
from storage.events.seats import State
from storage.events.tables import ACTIVE, registrations
from storage.pages import Page
from storage.people import PersonId, libraries, people

PAGE = 8
"""People on a page."""


class Which(StrEnum):
    """Those with a seat, or those who wait, among them whoever has been offered a seat."""

    SEATED = "seated"
    QUEUE = "queue"


@dataclass(frozen=True, slots=True)
class Overview:
    """An event in figures: people with a seat, offers that hold one, those who wait; `taken` seats, offers among them.

    `told` are those of them to whom the bot can write, `guests` those with a seat to whom it cannot.
    """

    event: Event
    seated: int
    offered: int
    waiting: int
    taken: int
    told: int
    guests: int

    @property
    def left(self) -> int:
        """The number of free seats."""
        return max(0, self.event.details.capacity - self.taken)


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody at an event. `name` is None once they have left the association; `position` counts those who wait."""

    id: RegistrationId
    person: PersonId | None
    name: str | None
    library: str | None
    guest: bool
    speaks: bool
    state: State
    position: int
    offer_ends_at: datetime | None
    answers: Mapping[str, str]
    registered_at: datetime
    checked_in_at: datetime | None


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of those at an event."""

    event: Event
    which: Which
    page: Page[Attendee]


def overview(tx: Connection, event_id: EventId, now: datetime) -> Overview | None:
    """Find an event in figures."""
    event = books.find(tx, event_id)
    if event is None:
        return None
    one = registrations.c
    live = (one.state == State.OFFERED) & (one.offer_ends_at > now)
    counted = select(
        func.count(case((one.state == State.SEATED, 1))), func.count(case((live, 1))),
        func.count(case((one.state == State.WAITING, 1))), func.count(one.person_id), func.count(one.guest),
    ).where(one.event_id == event_id, ACTIVE)  # fmt: skip
    seated, offered, waiting, told, guests = tx.execute(counted).one()
    taken, _ = books.free(tx, event_id, now)
    return Overview(event, seated, offered, waiting, taken, told, guests)


def listed(tx: Connection, event_id: EventId, which: Which, page: int) -> Listed | None:
    """List those with a seat, or in the waiting list, in order of arrival; a page that is not there is the last one."""
    event = books.find(tx, event_id)
    if event is None:
        return None
    here = registrations.c.event_id == event_id, ACTIVE, _in(which)
    total = tx.execute(select(func.count()).select_from(registrations).where(*here)).scalar_one()
    at = pages.place(page, total, PAGE)
    chosen = _whole().where(*here).order_by(registrations.c.id).limit(PAGE).offset(at.number * PAGE)
    found = tuple(_attendee(row) for row in tx.execute(chosen).mappings())
    return Listed(event, which, at.of(found))


def attendee(tx: Connection, number: RegistrationId) -> tuple[Event, Attendee] | None:
    """Find somebody who is at an event, and the event."""
    row = tx.execute(_whole().where(registrations.c.id == number, ACTIVE)).mappings().first()
    event = None if row is None else books.find(tx, EventId(row["event_id"]))
    return None if row is None or event is None else (event, _attendee(row))


def of_person(tx: Connection, event_id: EventId, person_id: PersonId) -> Attendee | None:
    """Find a member who is at an event."""
    here = registrations.c.event_id == event_id, registrations.c.person_id == person_id, ACTIVE
    row = tx.execute(_whole().where(*here)).mappings().first()
    return None if row is None else _attendee(row)


def _in(which: Which) -> ColumnElement[bool]:
    seated: ColumnElement[bool] = registrations.c.state == State.SEATED
    return seated if which is Which.SEATED else ~seated


def _whole() -> Select[Any]:
    """Start a query for those at events, with their names, libraries and places."""
    before = registrations.alias()
    place = (
        select(func.count())
        .where(before.c.event_id == registrations.c.event_id, before.c.cancelled_at.is_(None),
               before.c.state == State.WAITING, before.c.id <= registrations.c.id)
        .correlate(registrations)
        .scalar_subquery()
    )  # fmt: skip
    joined = registrations.outerjoin(people, people.c.id == registrations.c.person_id).outerjoin(
        libraries, libraries.c.id == registrations.c.library_id
    )
    position = case((registrations.c.state == State.WAITING, place), else_=0).label("position")
    columns = people.c.first_name, libraries.c.name.label("library"), position
    return select(registrations, *columns).select_from(joined)


def _attendee(row: RowMapping) -> Attendee:
    return Attendee(
        RegistrationId(row["id"]), row["person_id"], row["guest"] or row["first_name"], row["library"],
        row["guest"] is not None, row["speaks"], State(row["state"]), row["position"], row["offer_ends_at"],
        row["answers"], row["registered_at"], row["checked_in_at"],
    )  # fmt: skip
