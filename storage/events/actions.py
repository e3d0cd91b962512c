"""What people do with events: one transaction each.

The row of the event is the lock for its seats. On SQLite each writing transaction is alone already.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, select, update

from storage import audit, due
from storage.events import notices, rules, tables
from storage.events.reading import Card, card_of
from storage.events.rules import (
    CalledOff,
    Event,
    EventCancelled,
    EventDetails,
    EventId,
    Freed,
    Problem,
    Registered,
    Seated,
    Unregistered,
)
from storage.events.tables import events, registrations
from storage.people import PersonId, people


@dataclass(frozen=True, slots=True)
class Registration:
    """What became of asking for a seat, or of giving one up, and the event as it stands now."""

    outcome: Registered
    card: Card


@dataclass(frozen=True, slots=True)
class Unregistration:
    """What became of giving up a seat, and the event as it stands now."""

    outcome: Unregistered
    card: Card


@dataclass(frozen=True, slots=True)
class NoSuch:
    """There is no such event, or whoever asks has just left."""


@dataclass(frozen=True, slots=True)
class Published:
    """Members see the event."""

    event: Event


@dataclass(frozen=True, slots=True)
class NotYet:
    """The event cannot be published as it is."""

    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class CallingOff:
    """What became of calling an event off, and how many people are told."""

    outcome: EventCancelled
    event: Event
    told: int


_STAYS = (
    select(people.c.library_id).where(people.c.id == bindparam("person")).with_for_update(read=True, key_share=True)
)
"""Finds a person who does not leave until the transaction ends."""


def register(tx: Connection, event_id: EventId, person_id: PersonId, now: datetime) -> Registration | NoSuch:
    """Give a person a seat, and write the reminders that go with it."""
    who = tx.execute(_STAYS, {"person": person_id}).first()
    event = tables.lock(tx, event_id)
    if who is None or event is None:
        return NoSuch()
    roll = tables.roll(tx, event_id, person_id)
    outcome = rules.register(event, roll, now)
    if isinstance(outcome, Seated):
        seat = tables.enter(tx, event_id, person_id, who.library_id, now)
        due.add(tx, notices.reminders(event, seat, person_id, now))
        roll = rules.Roll(roll.taken + 1, seat)
    return Registration(outcome, card_of(event, roll, now))


def cancel_registration(
    tx: Connection, event_id: EventId, person_id: PersonId, now: datetime
) -> Unregistration | NoSuch:
    """Free a person's seat, and take back the reminders that have not been sent."""
    event = tables.lock(tx, event_id)
    if event is None:
        return NoSuch()
    roll = tables.roll(tx, event_id, person_id)
    outcome = rules.cancel_registration(event, roll, now)
    if isinstance(outcome, Freed) and roll.mine is not None:
        tx.execute(update(registrations).where(registrations.c.id == roll.mine).values(cancelled_at=now))
        notices.take_back(tx, event_id, roll.mine)
        roll = rules.Roll(roll.taken - 1, None)
    return Unregistration(outcome, card_of(event, roll, now))


def publish(tx: Connection, by: PersonId | None, details: EventDetails, now: datetime) -> Published | NotYet:
    """Let members see an event."""
    if problems := rules.check(details, now):
        return NotYet(tuple(problems))
    event_id = tables.add_event(tx, details, by, now)
    audit.note(tx, by, "publish_event", {"event": event_id}, now)
    return Published(Event(event_id, details, cancelled=False))


def cancel_event(tx: Connection, event_id: EventId, by: PersonId, now: datetime) -> CallingOff | NoSuch:
    """Call an event off: no reminder goes any more, and those with a seat are told, once."""
    event = tables.lock(tx, event_id)
    if event is None:
        return NoSuch()
    outcome = rules.cancel_event(event, now)
    if not isinstance(outcome, CalledOff):
        return CallingOff(outcome, event, 0)
    told = tables.seated(tx, event_id)
    tx.execute(update(events).where(events.c.id == event_id).values(cancelled_at=now))
    audit.note(tx, by, "cancel_event", {"event": event_id}, now)
    notices.take_back(tx, event_id)
    notices.tell_cancelled(tx, event, told, now)
    return CallingOff(outcome, event, len(told))
