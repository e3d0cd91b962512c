"""What people do with seats: one transaction each.

The row of the event is the lock for its seats. On SQLite each writing transaction is alone already.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from storage import due
from storage.events import books, news, notices, questions, seats, waiting
from storage.events.books import Entry
from storage.events.reading import Card, card_of
from storage.events.rules import Event, EventId, RegistrationId
from storage.events.seats import (
    Accepted,
    Back,
    Freed,
    Mine,
    Refused,
    Registered,
    Roll,
    Seated,
    State,
    Unregistered,
    Waiting,
)
from storage.events.tables import registrations
from storage.people import LibraryId, Person, PersonId, people


@dataclass(frozen=True, slots=True)
class Registration:
    """What became of asking for a seat, and the event as it stands now."""

    outcome: Registered
    card: Card


@dataclass(frozen=True, slots=True)
class Unregistration:
    """What became of giving up a seat or a place, and the event as it stands now."""

    outcome: Unregistered
    card: Card


@dataclass(frozen=True, slots=True)
class Answering:
    """What became of an offer, and the event as it stands now."""

    outcome: Accepted | Refused | Back
    card: Card


@dataclass(frozen=True, slots=True)
class NoSuch:
    """There is no such event, or whoever asks has just left."""


_STAYS = (
    select(people.c.library_id).where(people.c.id == bindparam("person")).with_for_update(read=True, key_share=True)
)
"""Finds a person who does not leave until the transaction ends."""


@dataclass(frozen=True, slots=True)
class Stays:
    """Somebody who does not leave until the transaction ends, and where they are."""

    library: LibraryId | None


def staying(tx: Connection, person_id: PersonId) -> Stays | None:
    """Find somebody and let them not leave until the transaction ends; ask for it before an event is locked."""
    row = tx.execute(_STAYS, {"person": person_id}).first()
    return None if row is None else Stays(row.library_id)


def register(
    tx: Connection, event_id: EventId, person_id: PersonId, now: datetime, answers: Mapping[str, str] | None = None
) -> Registration | NoSuch:
    """Give a person a seat and write the reminders that go with it, or a place in the waiting list."""
    who = staying(tx, person_id)
    event = books.lock(tx, event_id)
    if who is None or event is None:
        return NoSuch()
    roll = _settled(tx, event, person_id, who.library, now)
    outcome = seats.register(event, roll, answers, now)
    if isinstance(outcome, Seated | Waiting):
        state = State.SEATED if isinstance(outcome, Seated) else State.WAITING
        kept = questions.kept(event.details.questions, answers or {})
        number = books.enter(tx, event, Entry(person_id, who.library, state, kept), now)
        if state is State.SEATED:
            due.add(tx, notices.reminders(event, number, person_id, now))
        else:
            waiting.plan(tx, event, now)
        roll = after_entering(roll, number, state)
    return Registration(outcome, card_of(event, roll, now))


def _roll(tx: Connection, event: Event, person_id: PersonId, library: LibraryId | None, now: datetime) -> Roll:
    """Read the roll, once one's own offer has ended if it is over."""
    roll = books.roll(tx, event.id, person_id, library, now)
    if roll.mine is None or roll.mine.state is not State.OFFERED or roll.mine.offered(now):
        return roll
    waiting.settle(tx, event, now)
    return books.roll(tx, event.id, person_id, library, now)


def _settled(tx: Connection, event: Event, person_id: PersonId, library: LibraryId | None, now: datetime) -> Roll:
    """Read the roll once those who wait have been offered what is free."""
    roll = _roll(tx, event, person_id, library, now)
    owed = roll.waiting and roll.taken < event.details.capacity and not seats.first_come(event, now)
    if not owed or not waiting.settle(tx, event, now):
        return roll
    return books.roll(tx, event.id, person_id, library, now)


def after_entering(roll: Roll, number: RegistrationId, state: State) -> Roll:
    """Tell how the roll stands once somebody has a seat, or waits."""
    if state is State.SEATED:
        return Roll(roll.taken + 1, Mine(number, state), roll.of_library + 1, roll.waiting)
    return Roll(roll.taken, Mine(number, state, roll.waiting + 1), roll.of_library, roll.waiting + 1)


def give_up(
    tx: Connection, event_id: EventId, person_id: PersonId, now: datetime, reason: str | None = None
) -> Unregistration | NoSuch:
    """Free a person's seat, offer or place, take back the reminders that have not been sent, and move the list."""
    event = books.lock(tx, event_id)
    if event is None:
        return NoSuch()
    roll = _roll(tx, event, person_id, None, now)
    outcome = seats.give_up(event, roll, reason, now)
    if isinstance(outcome, Freed) and roll.mine is not None:
        release(tx, event, roll.mine.id, State.CANCELLED, now, reason=reason)
        if outcome.late:
            notices.tell_late(tx, event, roll.mine.id, now)
        waiting.settle(tx, event, now)
        roll = books.roll(tx, event_id, person_id, None, now)
    return Unregistration(outcome, card_of(event, roll, now))


def release(
    tx: Connection, event: Event, number: RegistrationId, state: State, now: datetime, *, reason: str | None = None
) -> None:
    """Let a seat, an offer or a place be over, with what was to be said about it. The caller moves the list."""
    news.take_back_from(tx, event.id, number, now)
    books.settle(tx, number, state, cancelled_at=now, reason=reason)
    notices.take_back(tx, event.id, number)


def accept(tx: Connection, event_id: EventId, person_id: PersonId, now: datetime) -> Answering | NoSuch:
    """Take the seat that was offered, or shortly before the start one that is free."""
    event = books.lock(tx, event_id)
    if event is None:
        return NoSuch()
    roll = _roll(tx, event, person_id, None, now)
    outcome = seats.accept(event, roll, now)
    if isinstance(outcome, Seated) and roll.mine is not None:
        number = roll.mine.id
        books.settle(tx, number, State.SEATED, offer_ends_at=None)
        notices.take_back(tx, event_id, number)
        due.add(tx, notices.reminders(event, number, person_id, now))
    return Answering(outcome, card_of(event, books.roll(tx, event_id, person_id, None, now), now))


def refuse(tx: Connection, event_id: EventId, person_id: PersonId, now: datetime) -> Answering | NoSuch:
    """Give the seat that was offered to the next; while the offer would have lived, the place can be had back."""
    event = books.lock(tx, event_id)
    if event is None:
        return NoSuch()
    roll = _roll(tx, event, person_id, None, now)
    outcome = seats.refuse(roll.mine, now)
    if isinstance(outcome, Refused) and roll.mine is not None:
        release(tx, event, roll.mine.id, State.REFUSED, now)
        waiting.settle(tx, event, now)
        roll = books.roll(tx, event_id, person_id, None, now)
    return Answering(outcome, card_of(event, roll, now))


def take_back_refusal(tx: Connection, event_id: EventId, person_id: PersonId, now: datetime) -> Answering | NoSuch:
    """Wait again at the old place, after an offer was refused."""
    event = books.lock(tx, event_id)
    if event is None:
        return NoSuch()
    roll = _roll(tx, event, person_id, None, now)
    last = _last_refused(tx, event_id, person_id)
    until = None if last is None else waiting.refused_until(tx, last)
    outcome = seats.take_back(event, until, roll.mine, now)
    if isinstance(outcome, Back) and last is not None:
        books.settle(tx, last, State.WAITING, cancelled_at=None, offer_ends_at=None)
        news.tell_soon(tx, event, now)
        if any(made.id == last for made in waiting.settle(tx, event, now)):
            notices.take_back(tx, event_id, last)  # the answer shows the offer
        roll = books.roll(tx, event_id, person_id, None, now)
    return Answering(outcome, card_of(event, roll, now))


def _last_refused(tx: Connection, event_id: EventId, person_id: PersonId) -> RegistrationId | None:
    here = registrations.c.event_id == event_id, registrations.c.person_id == person_id
    chosen = select(registrations.c.id).where(*here, registrations.c.state == State.REFUSED)
    return tx.execute(chosen.order_by(registrations.c.id.desc()).limit(1)).scalar()


@dataclass(frozen=True, slots=True)
class Answered:
    """The answers are written."""

    card: Card


def answer(
    tx: Connection, event_id: EventId, person: Person, answers: Mapping[str, str], now: datetime
) -> Answered | Registration | NoSuch:
    """Change what somebody has answered, until registration closes; what is missing or too late is said as ever."""
    event = books.lock(tx, event_id)
    if event is None:
        return NoSuch()
    roll = books.roll(tx, event_id, person.id, None, now)
    found = card_of(event, roll, now)
    if roll.mine is None or event.cancelled or now >= event.details.closes_at:
        return Registration(seats.Closed(), found)
    asked = event.details.questions
    if (question := questions.missing(asked, answers)) is not None:
        return Registration(seats.Asks(question), found)
    books.settle(tx, roll.mine.id, roll.mine.state, answers=questions.kept(asked, answers))
    return Answered(found)
