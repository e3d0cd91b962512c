"""Who was there: staff say so once an event is over, and from then on there are certificates."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, select, true, update

from storage import audit, outbox, people
from storage.events import books, checkin, survey
from storage.events.after_tables import CAME
from storage.events.roster import Roster, Row, roster
from storage.events.rules import Cancelled, Event, EventId, RegistrationId, reminder_moment
from storage.events.seats import State
from storage.events.tables import ACTIVE, events, registrations
from storage.outbox import MessageKey, Owed
from storage.people import PersonId

KIND = "event_attended"
"""The kind of the message that somebody's attendance is confirmed."""


@dataclass(frozen=True, slots=True)
class Attendance:
    """Everybody with a seat at an event that is over, and whether staff have said who came."""

    roster: Roster
    confirmed: bool

    @property
    def event(self) -> Event:
        """The event."""
        return self.roster.event

    @property
    def seated(self) -> int:
        """How many had a seat."""
        return len(self.roster.of(State.SEATED))

    @property
    def came(self) -> int:
        """How many were there; until staff have said so, those who checked in are proposed."""
        return sum(row.came for row in self.roster.of(State.SEATED))

    @property
    def guests(self) -> list[Row]:
        """The guests who were there."""
        return [row for row in self.roster.of(State.SEATED) if row.guest and row.came]


@dataclass(frozen=True, slots=True)
class Said:
    """It is written down."""

    attendance: Attendance


@dataclass(frozen=True, slots=True)
class NotOver:
    """The event is not over yet."""

    event: Event


@dataclass(frozen=True, slots=True)
class NoSuch:
    """There is no such event, or nobody of that number at one."""


Saying = Said | NotOver | Cancelled | NoSuch


def attendance(tx: Connection, event_id: EventId) -> Attendance | None:
    """Find who was at an event."""
    found = roster(tx, event_id)
    return None if found is None else Attendance(found, checkin.confirmed(tx, event_id))


def confirm(tx: Connection, event_id: EventId, by: PersonId, now: datetime, *, everybody: bool) -> Saying:
    """Say that those who are proposed were there, or that `everybody` with a seat was; these are told.

    Once it is said, only single ones are put right.
    """
    event = books.lock(tx, event_id)
    if isinstance(fault := _over(event, now), NotOver | Cancelled | NoSuch):
        return fault
    if checkin.confirmed(tx, event_id):
        return _said(tx, event_id)
    here = registrations.c.event_id == event_id, ACTIVE, registrations.c.state == State.SEATED
    came = select(registrations.c.id).where(registrations.c.event_id == event_id, CAME).scalar_subquery()
    chosen = true() if everybody else registrations.c.id.in_(came)
    tx.execute(update(registrations).where(*here).values(attended=chosen))
    tx.execute(update(events).where(events.c.id == event_id).values(attendance_at=now))
    audit.note(tx, by, "confirm_attendance", {"event": event_id}, now)
    survey.plan(tx, fault, now)
    _tell(tx, event_id, now)
    return _said(tx, event_id)


def mark(tx: Connection, number: RegistrationId, by: PersonId, now: datetime, *, came: bool) -> Saying:
    """Say of one who had a seat that they were there, or were not; once attendance is confirmed, they are told."""
    event_id = tx.execute(select(registrations.c.event_id).where(registrations.c.id == number)).scalar()
    event = None if event_id is None else books.lock(tx, EventId(event_id))
    if isinstance(fault := _over(event, now), NotOver | Cancelled | NoSuch):
        return fault
    here = registrations.c.id == number, ACTIVE, registrations.c.state == State.SEATED
    if not tx.execute(update(registrations).where(*here).values(attended=came)).rowcount:
        return NoSuch()
    audit.note(tx, by, "mark_attendance", {"event": fault.id, "registration": number, "came": int(came)}, now)
    if checkin.confirmed(tx, fault.id):
        survey.plan(tx, fault, now)
        _tell(tx, fault.id, now, number)
    return _said(tx, fault.id)


def _over(event: Event | None, now: datetime) -> Event | NotOver | Cancelled | NoSuch:
    """Give an event of which staff can say who came."""
    if event is None:
        return NoSuch()
    if event.cancelled:
        return Cancelled()
    return event if now >= event.details.ends_at else NotOver(event)


def _said(tx: Connection, event_id: EventId) -> Said | NoSuch:
    found = attendance(tx, event_id)
    return NoSuch() if found is None else Said(found)


def _tell(tx: Connection, event_id: EventId, now: datetime, number: RegistrationId | None = None) -> None:
    """Owe those who were there, or one of them, word of it, once; the certificate is there for them."""
    whose = true() if number is None else registrations.c.id == number
    there = registrations.c.event_id == event_id, CAME, registrations.c.person_id.is_not(None), whose
    ids = tx.execute(select(registrations.c.person_id).where(*there).order_by(registrations.c.id)).scalars().all()
    owed = []
    for person in filter(None, (people.get(tx, PersonId(one)) for one in ids)):
        at = reminder_moment(now + timedelta(days=1), person.quiet_from, person.quiet_to, now)
        key = MessageKey(f"event-attended:{event_id}:{person.id}")
        owed.append(Owed(key, person.id, KIND, {"event": event_id}, at))
    outbox.owe(tx, owed, now)


def facts(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Event | None:  # noqa: ARG001 - as messages load
    """Find what the message says; None when staff have taken it back."""
    event_id = EventId(args["event"])
    mine = registrations.c.event_id == event_id, registrations.c.person_id == person_id, CAME
    there = tx.execute(select(registrations.c.id).where(*mine)).first()
    return books.find(tx, event_id) if there is not None and checkin.confirmed(tx, event_id) else None
