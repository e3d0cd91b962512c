"""Checking in at the door: by ticket, or by name from a list. One transaction each.

The row of the event is the lock, as for its seats: whoever has come cannot give up the seat in the same moment.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, case, func, select

from storage import audit
from storage.events import books, door, survey, waiting
from storage.events.actions import release
from storage.events.after_tables import doors
from storage.events.door import CheckedIn, LetIn, Ticket
from storage.events.rules import Event, EventId, RegistrationId
from storage.events.seats import State
from storage.events.tables import ACTIVE, events, registrations
from storage.people import PersonId, libraries, people
from storage.schema import upsert


@dataclass(frozen=True, slots=True)
class Numbers:
    """How many have a seat and how many of them have come; of those who came, how many `walked_in`."""

    seated: int
    came: int
    walked_in: int


@dataclass(frozen=True, slots=True)
class Door:
    """An event as it stands at its door, which is `open` on its day until staff have said who came."""

    event: Event
    numbers: Numbers
    open: bool


@dataclass(frozen=True, slots=True)
class AtDoor:
    """What became of a ticket, and the numbers then; `at` is the event at whose door whoever let in stands."""

    outcome: CheckedIn
    ticket: Ticket
    numbers: Numbers
    at: EventId


@dataclass(frozen=True, slots=True)
class NoTicket:
    """There is no such ticket; `at` is the event at whose door whoever let in stands, if at any."""

    at: EventId | None = None


@dataclass(frozen=True, slots=True)
class TakenBack:
    """They have not come after all."""

    ticket: Ticket
    numbers: Numbers


def numbers(tx: Connection, event_id: EventId) -> Numbers:
    """Count who has a seat, and who has come."""
    one = registrations.c
    came = one.checked_in_at.is_not(None)
    here = one.event_id == event_id, ACTIVE, one.state == State.SEATED
    counts = select(func.count(), func.count(case((came, 1))), func.count(case((came & one.walked_in, 1))))
    return Numbers(*tx.execute(counts.where(*here)).one())


def at_door(tx: Connection, event_id: EventId, now: datetime) -> Door | None:
    """Find an event as it stands at its door."""
    event = books.find(tx, event_id)
    if event is None:
        return None
    return Door(event, numbers(tx, event_id), door.is_open(event, now) and not confirmed(tx, event_id))


def confirmed(tx: Connection, event_id: EventId) -> bool:
    """Tell whether staff have said who came."""
    return tx.execute(select(events.c.attendance_at).where(events.c.id == event_id)).scalar() is not None


def by_secret(tx: Connection, secret: str) -> Ticket | None:
    """Find a ticket by what stands in its code."""
    return _found(tx, registrations.c.ticket == secret)


def by_number(tx: Connection, number: RegistrationId) -> Ticket | None:
    """Find a ticket by its registration."""
    return _found(tx, registrations.c.id == number)


def of_person(tx: Connection, event_id: EventId, person_id: PersonId) -> tuple[Ticket, str] | None:
    """Find the ticket of whoever has a seat, and its secret."""
    one = registrations.c
    mine = one.event_id == event_id, one.person_id == person_id, ACTIVE, one.state == State.SEATED
    row = tx.execute(select(one.id, one.ticket).where(*mine)).first()
    ticket = None if row is None else by_number(tx, row.id)
    return None if row is None or ticket is None else (ticket, row.ticket)


def _found(tx: Connection, which: ColumnElement[bool]) -> Ticket | None:
    one = registrations.c
    joined = registrations.outerjoin(people, people.c.id == one.person_id).outerjoin(
        libraries, libraries.c.id == one.library_id
    )
    columns = (one.id, one.event_id, one.person_id, one.guest, one.state, one.registered_at, one.checked_in_at,
               one.walked_in)  # fmt: skip
    chosen = select(*columns, people.c.first_name, libraries.c.name).select_from(joined).where(which)
    row = tx.execute(chosen).first()
    event = None if row is None else books.find(tx, EventId(row.event_id))
    if row is None or event is None:
        return None
    waited = row.walked_in and row.checked_in_at is not None and row.registered_at < row.checked_in_at
    return Ticket(
        RegistrationId(row.id), event, row.person_id, row.guest or row.first_name, row.name, State(row.state),
        row.checked_in_at, row.walked_in, waited=waited,
    )  # fmt: skip


def stand(tx: Connection, by: PersonId, event_id: EventId) -> None:
    """Remember at which event's door somebody from the office stands."""
    upsert(tx, doors, [{"person_id": by, "event_id": event_id}], "person_id")


def _stands(tx: Connection, by: PersonId, now: datetime) -> EventId | None:
    """Tell at which event's door somebody stands, on its day until it ends."""
    event_id = tx.execute(select(doors.c.event_id).where(doors.c.person_id == by)).scalar()
    event = None if event_id is None else books.find(tx, EventId(event_id))
    on = event is not None and door.is_open(event, now) and now < event.details.ends_at
    return event.id if event is not None and on else None


def scan(tx: Connection, secret: str, by: PersonId, now: datetime) -> AtDoor | NoTicket:
    """Let somebody in with the ticket they show, at the door where `by` stands."""
    ticket, at = by_secret(tx, secret), _stands(tx, by, now)
    return NoTicket(at) if ticket is None else _check_in(tx, ticket, at, by, now)


def tick(tx: Connection, number: RegistrationId, by: PersonId, now: datetime) -> AtDoor | NoTicket:
    """Let somebody in by name, at whichever door; `by` stands there from now on."""
    ticket = by_number(tx, number)
    return NoTicket() if ticket is None else _check_in(tx, ticket, None, by, now)


def _check_in(tx: Connection, ticket: Ticket, at: EventId | None, by: PersonId, now: datetime) -> AtDoor | NoTicket:
    event = books.lock(tx, ticket.event.id)
    locked = by_number(tx, ticket.id)
    if event is None or locked is None:
        return NoTicket()
    outcome = door.check_in(locked, at, now, confirmed=confirmed(tx, event.id))
    if isinstance(outcome, LetIn):
        books.settle(tx, locked.id, State.SEATED, checked_in_at=now)
        came(tx, event, locked.id, by, now)
        locked = replace(locked, checked_in_at=now)
    return AtDoor(outcome, locked, numbers(tx, event.id), _stands(tx, by, now) or event.id)


def came(tx: Connection, event: Event, number: RegistrationId, by: PersonId, now: datetime) -> None:
    """Write down what follows when somebody has come."""
    stand(tx, by, event.id)
    survey.plan(tx, event, now)
    audit.note(tx, by, "check_in", {"event": event.id, "registration": number}, now)


def undo(tx: Connection, number: RegistrationId, by: PersonId, now: datetime) -> TakenBack | NoTicket:
    """Take back that somebody has come, until staff have said who came; who had no seat before has none again.

    Whoever had waited for one waits again, at the old place.
    """
    ticket = by_number(tx, number)
    event = None if ticket is None else books.lock(tx, ticket.event.id)
    ticket = by_number(tx, number)
    if event is None or ticket is None or ticket.checked_in_at is None or confirmed(tx, event.id):
        return NoTicket()
    books.settle(tx, number, ticket.state, checked_in_at=None)
    if ticket.walked_in:
        if ticket.waited:
            books.settle(tx, number, State.WAITING, walked_in=False, counts=True)
        else:
            release(tx, event, number, State.REMOVED, now)
        waiting.settle(tx, event, now)
    audit.note(tx, by, "undo_check_in", {"event": event.id, "registration": number}, now)
    return TakenBack(replace(ticket, checked_in_at=None), numbers(tx, event.id))
