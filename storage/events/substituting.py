"""A seat goes to a colleague: offered, taken, refused, taken back; one transaction each, the event's row locked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, RowMapping, insert, select, update

from storage import due, outbox, people
from storage.due import Due
from storage.events import actions, books, notices, questions, swaps, waiting
from storage.events.books import Entry
from storage.events.reading import Card, card_of
from storage.events.rules import Event, EventId, RegistrationId
from storage.events.seats import Mine, Seated, State
from storage.events.swaps import Answer, Asked, Ended, Offered, Seat, Swap, SwapId, Taken, TooLate
from storage.events.tables import OPEN, registrations, substitutions
from storage.people import Person, PersonId

ENDS = "event_swap_ends"
"""The kind of due row that ends what nobody has answered."""

ASKED = "event_swap_asked"
ANSWERED = "event_swap_answered"
GIVEN = "event_swap_given"
BACK = "event_swap_back"
"""The kinds of messages: to the colleague, to whoever offered the seat, to whose it was, to the colleague again."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What became of offering a seat to a colleague."""

    outcome: Asked
    event: Event
    to: Person | None


@dataclass(frozen=True, slots=True)
class Taking:
    """What became of taking a colleague's seat, and the event as it stands; `left` is the place that was given up."""

    outcome: Taken
    card: Card
    left: Mine | None = None


@dataclass(frozen=True, slots=True)
class Ending:
    """What became of refusing a seat, or of taking it back, and at which event."""

    outcome: Ended | TooLate
    event_id: EventId


@dataclass(frozen=True, slots=True)
class NoSuch:
    """There is no such seat, or it is for somebody else."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What was offered, the seat, and its event, which nobody else changes until the transaction ends."""

    event: Event
    seat: Seat
    swap: Swap


def swap_of(row: RowMapping) -> Swap:
    """Read a row of `substitutions`."""
    answer = None if row["answer"] is None else Answer(row["answer"])
    return Swap(SwapId(row["id"]), row["registration_id"], row["person_id"], row["asked_by"], row["ends_at"], answer)


def find(tx: Connection, swap_id: SwapId) -> Swap | None:
    """Find what was offered."""
    row = tx.execute(select(substitutions).where(substitutions.c.id == swap_id)).mappings().first()
    return swap_of(row) if row else None


def pending(tx: Connection, seat: RegistrationId) -> Swap | None:
    """Find the colleague for whom a seat is, as long as the books say so; the time may be over all the same."""
    chosen = select(substitutions).where(substitutions.c.registration_id == seat, OPEN)
    row = tx.execute(chosen).mappings().first()
    return swap_of(row) if row else None


def place(tx: Connection, number: RegistrationId) -> tuple[EventId, Seat] | None:
    """Find a seat, and the event at which it is."""
    row = tx.execute(select(registrations).where(registrations.c.id == number)).mappings().first()
    if row is None:
        return None
    held = row["cancelled_at"] is None and row["state"] == State.SEATED
    seat = Seat(number, row["person_id"], row["library_id"], held, row["checked_in_at"] is not None)
    return EventId(row["event_id"]), seat


def _locked(tx: Connection, number: RegistrationId) -> tuple[Event, Seat] | None:
    """Find a seat as it is once nobody else can change it."""
    found = place(tx, number)
    event = books.lock(tx, found[0]) if found else None
    found = place(tx, number)
    return (event, found[1]) if event and found else None


def _found(tx: Connection, swap_id: SwapId) -> _Found | None:
    swap = find(tx, swap_id)
    locked = _locked(tx, swap.seat) if swap else None
    swap = find(tx, swap_id)
    return _Found(*locked, swap) if locked and swap else None


def ask(tx: Connection, number: RegistrationId, to: PersonId, by: Person, now: datetime) -> Asking | NoSuch:
    """Offer a seat to a colleague, who is told; until they take it, it stays whose it is."""
    locked = _locked(tx, number)
    if locked is None or not swaps.may_give(by, locked[1]):
        return NoSuch()
    event, seat = locked
    colleague, before = people.get(tx, to), pending(tx, number)
    has = books.roll(tx, event.id, to, None, now).mine
    outcome = swaps.ask(event, seat, before, colleague, has, now)
    if isinstance(outcome, Offered) and colleague is not None:
        if before is not None:
            _end(tx, before, Answer.LAPSED, now)
        values = {"registration_id": seat.id, "person_id": to, "asked_by": by.id, "asked_at": now,
                  "ends_at": outcome.ends_at}  # fmt: skip
        new = insert(substitutions).values(values).returning(substitutions.c.id)
        swap_id = SwapId(tx.execute(new).scalar_one())
        due.add(tx, [Due(_due_key(swap_id), ENDS, outcome.ends_at, None, {"swap": swap_id})])
        _tell(tx, ASKED, event, swap_id, to, now, outcome.ends_at)
    return Asking(outcome, event, colleague)


def accept(
    tx: Connection, swap_id: SwapId, who: PersonId, now: datetime, answers: Mapping[str, str] | None = None
) -> Taking | NoSuch:
    """Take a colleague's seat: theirs stays in the books as substituted, and a place in the list is given up for it."""
    stays = actions.staying(tx, who)
    found = _found(tx, swap_id)
    if stays is None or found is None or found.swap.to != who:
        return NoSuch()
    event, seat, swap = found.event, found.seat, found.swap
    mine = books.roll(tx, event.id, who, None, now).mine
    outcome = swaps.accept(event, seat, swap, mine, stays.library, answers, now)
    if isinstance(outcome, Seated):
        if mine is not None:
            actions.release(tx, event, mine.id, State.CANCELLED, now)
        _hand_over(tx, event, seat, who, questions.kept(event.details.questions, answers or {}), now)
        _end(tx, swap, Answer.ACCEPTED, now)
        _tell(tx, ANSWERED, event, swap_id, swap.asked_by, now)
        if seat.person != swap.asked_by:
            _tell(tx, GIVEN, event, swap_id, seat.person, now)
        waiting.settle(tx, event, now)  # for the next, if they had been offered a seat
    left = mine if isinstance(outcome, Seated) else None
    return Taking(outcome, card_of(event, books.roll(tx, event.id, who, stays.library, now), now), left)


def _hand_over(
    tx: Connection, event: Event, seat: Seat, to: PersonId, answers: Mapping[str, str], now: datetime
) -> None:  # fmt: skip
    """End one registration and enter the other; whether it speaks, and counts, stays as it is."""
    chosen = select(registrations.c.speaks, registrations.c.counts).where(registrations.c.id == seat.id)
    speaks, counts = tx.execute(chosen).one()
    actions.release(tx, event, seat.id, State.SUBSTITUTED, now)
    number = books.enter(tx, event, Entry(to, seat.library, State.SEATED, answers, speaks=speaks, by=to), now)
    books.settle(tx, number, State.SEATED, replaces=seat.id, counts=counts)
    due.add(tx, notices.reminders(event, number, to, now))


def refuse(tx: Connection, swap_id: SwapId, who: PersonId, now: datetime) -> Ending | NoSuch:
    """Leave a seat to the colleague whose it is; whoever offered it is told."""
    found = _found(tx, swap_id)
    if found is None or found.swap.to != who:
        return NoSuch()
    outcome = swaps.end(found.swap, now)
    if isinstance(outcome, Ended):
        _end(tx, found.swap, Answer.REFUSED, now)
        _tell(tx, ANSWERED, found.event, swap_id, found.swap.asked_by, now)
    return Ending(outcome, found.event.id)


def take_back(tx: Connection, swap_id: SwapId, by: Person, now: datetime) -> Ending | NoSuch:
    """Keep a seat that was for a colleague, who is told if they know of it."""
    found = _found(tx, swap_id)
    if found is None or not swaps.may_give(by, found.seat):
        return NoSuch()
    outcome = swaps.end(found.swap, now)
    if isinstance(outcome, Ended) and not _end(tx, found.swap, Answer.TAKEN_BACK, now):
        _tell(tx, BACK, found.event, swap_id, found.swap.to, now)
    return Ending(outcome, found.event.id)


def _end(tx: Connection, swap: Swap, answer: Answer, now: datetime) -> bool:
    """Write how it ended; tell whether the colleague had not been told of it yet, and is not told any more."""
    tx.execute(update(substitutions).where(substitutions.c.id == swap.id).values(ended_at=now, answer=answer))
    due.drop(tx, _due_key(swap.id))
    return outbox.withdraw(tx, _key(ASKED, swap.id, swap.to)) > 0


def ends_due(tx: Connection, row: Due, now: datetime) -> None:
    """End what nobody has answered, and tell whoever offered the seat that it is still whose it was."""
    swap_id = SwapId(row.args["swap"])
    found = _found(tx, swap_id)
    if found is None or found.swap.answer is not None:
        return
    _end(tx, found.swap, Answer.LAPSED, now)
    if found.seat.held and not found.seat.checked_in and not found.event.cancelled:
        _tell(tx, ANSWERED, found.event, swap_id, found.swap.asked_by, now)


def _tell(
    tx: Connection, kind: str, event: Event, swap: SwapId, who: PersonId | None, now: datetime,
    until: datetime | None = None,
) -> None:  # fmt: skip
    """Owe somebody one message about a seat that is, or was, for a colleague."""
    person = None if who is None else people.get(tx, who)
    if person is not None:
        notices.owe(tx, kind, _key(kind, swap, person.id), event, person, {"swap": swap}, now, until)


def _key(kind: str, swap: SwapId, person: PersonId) -> str:
    return f"{kind}:{swap}:{person}"


def _due_key(swap: SwapId) -> str:
    return f"event-swap:{swap}"
