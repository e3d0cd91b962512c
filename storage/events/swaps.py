"""A seat goes to a colleague of the same library: offered to one by name, who has some time to take it. Pure.

Until then it stays whose it is. The waiting list has no part in it: nobody is passed by, and nobody is promoted.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from storage.events import questions, seats
from storage.events.questions import Answers
from storage.events.rules import Cancelled, Event, Over, RegistrationId
from storage.events.seats import AlreadyIn, Asks, CheckedIn, Mine, Seated, State
from storage.people import LibraryId, Person, PersonId, Role

SwapId = NewType("SwapId", int)


class Answer(StrEnum):
    """How it ended that a seat was for a colleague."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    TAKEN_BACK = "taken-back"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody's seat at an event; `person` is None for a guest. It is still `held` until it is given up."""

    id: RegistrationId
    person: PersonId | None
    library: LibraryId | None
    held: bool
    checked_in: bool


@dataclass(frozen=True, slots=True)
class Swap:
    """A seat that is for a colleague, `to`, until a moment; `asked_by` is who offered it, None once they have left."""

    id: SwapId
    seat: RegistrationId
    to: PersonId
    asked_by: PersonId | None
    ends_at: datetime
    answer: Answer | None = None

    def open(self, now: datetime) -> bool:
        """Tell whether the colleague can still take it."""
        return self.answer is None and now < self.ends_at


@dataclass(frozen=True, slots=True)
class Handed:
    """A seat that is for a colleague: whose it is (None: they have left) and for whom, by their names.

    `by_library`: it is not the owner who gives it.
    """

    swap: Swap
    owner: str | None
    to: str
    by_library: bool


@dataclass(frozen=True, slots=True)
class Offered:
    """The colleague may take the seat until a moment."""

    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Pending:
    """The seat is for somebody already."""

    swap: Swap


@dataclass(frozen=True, slots=True)
class NoSeat:
    """The seat is given up, or is no seat of theirs."""


@dataclass(frozen=True, slots=True)
class NoColleague:
    """They are not of the library, or have a seat themselves."""


@dataclass(frozen=True, slots=True)
class TooLate:
    """It has been answered or taken back, or the time is over."""

    answer: Answer


@dataclass(frozen=True, slots=True)
class Ended:
    """It is refused, or taken back: the seat stays whose it was."""


Asked = Offered | Pending | NoSeat | NoColleague | CheckedIn | Cancelled | Over
Taken = Seated | Asks | AlreadyIn | NoSeat | TooLate | Cancelled | Over


def may_give(by: Person, seat: Seat) -> bool:
    """Tell whether somebody may give a seat: their own, or one of the library for which they speak."""
    of_library = by.library is not None and by.library.id == seat.library
    return of_library and (by.id == seat.person or by.may(Role.DEPUTY))


def ends(event: Event, now: datetime) -> datetime:
    """Tell how long a colleague has: as long as for an offer; shortly before the start, until it starts."""
    end = seats.offer_ends(event.details.starts_at, now)
    return end if end > now else event.details.starts_at


def ask(
    event: Event, seat: Seat, pending: Swap | None, to: Person | None, has: Mine | None, now: datetime
) -> Asked:  # fmt: skip
    """Decide what happens when a seat is offered to somebody, by one who may; `has` is what they have there."""
    if event.cancelled:
        return Cancelled()
    if now >= event.details.starts_at:
        return Over()
    if not seat.held:
        return NoSeat()
    if seat.checked_in:
        return CheckedIn()
    if pending is not None and pending.open(now):
        return Pending(pending)
    colleague = to is not None and to.id != seat.person and to.library is not None and to.library.id == seat.library
    if not colleague or (has is not None and has.state is State.SEATED):
        return NoColleague()
    return Offered(ends(event, now))


def accept(
    event: Event, seat: Seat, swap: Swap, has: Mine | None, library: LibraryId | None, answers: Answers | None,
    now: datetime,
) -> Taken:  # fmt: skip
    """Decide what happens when the colleague, now of a `library`, takes the seat."""
    if event.cancelled:
        return Cancelled()
    if now >= event.details.starts_at:
        return Over()
    if swap.answer is not None:
        return AlreadyIn() if swap.answer is Answer.ACCEPTED and has is not None else TooLate(swap.answer)
    if not swap.open(now):
        return TooLate(Answer.LAPSED)
    if has is not None and has.state is State.SEATED:
        return AlreadyIn()
    if not seat.held or seat.checked_in or library != seat.library:
        return NoSeat()
    if (question := questions.missing(event.details.questions, answers)) is not None:
        return Asks(question)
    return Seated()


def end(swap: Swap, now: datetime) -> Ended | TooLate:
    """Decide what happens when a colleague refuses a seat, or whoever offered it takes it back."""
    return Ended() if swap.open(now) else TooLate(swap.answer or Answer.LAPSED)
