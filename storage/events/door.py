"""Who is let in at the door. Pure: facts in, outcome out."""

from dataclasses import dataclass
from datetime import datetime

from storage.events.rules import Cancelled, Event, EventId, RegistrationId
from storage.events.seats import FIRST_COME, Roll, State
from storage.local_time import LJUBLJANA
from storage.people import PersonId


@dataclass(frozen=True, slots=True)
class Ticket:
    """A ticket and whose it is; `name` is None once they have left the association.

    Of those who `walked_in` without a seat, some had `waited` for one.
    """

    id: RegistrationId
    event: Event
    person: PersonId | None
    name: str | None
    library: str | None
    state: State
    checked_in_at: datetime | None = None
    walked_in: bool = False
    waited: bool = False


@dataclass(frozen=True, slots=True)
class LetIn:
    """They are in."""


@dataclass(frozen=True, slots=True)
class InAlready:
    """They came in at a moment before."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Void:
    """The seat was given up, taken off, or is somebody else's now: `state` says which."""

    state: State


@dataclass(frozen=True, slots=True)
class NoSeat:
    """They wait for a seat."""


@dataclass(frozen=True, slots=True)
class OtherDay:
    """The event is on another day."""


@dataclass(frozen=True, slots=True)
class OtherEvent:
    """The ticket is for another event than the one at whose door it was shown."""


@dataclass(frozen=True, slots=True)
class Confirmed:
    """Staff have said who came: the list of those is put right instead."""


CheckedIn = LetIn | InAlready | Void | NoSeat | OtherDay | OtherEvent | Confirmed | Cancelled


def check_in(ticket: Ticket, at: EventId | None, now: datetime, *, confirmed: bool) -> CheckedIn:
    """Decide whether somebody is let in with a ticket, at the door of an event or at any; `confirmed` is who came."""
    if ticket.event.cancelled:
        return Cancelled()
    if ticket.state in {State.WAITING, State.OFFERED}:
        return NoSeat()
    if ticket.state is not State.SEATED:
        return Void(ticket.state)
    if not is_open(ticket.event, now):
        return OtherDay()
    if ticket.checked_in_at is not None:
        return InAlready(ticket.checked_in_at)
    if confirmed:
        return Confirmed()
    if at not in {None, ticket.event.id}:
        return OtherEvent()
    return LetIn()


def is_open(event: Event, now: datetime) -> bool:
    """Tell whether the event is on this day, in Ljubljana."""
    first, last, today = (one.astimezone(LJUBLJANA).date()
                          for one in (event.details.starts_at, event.details.ends_at, now))  # fmt: skip
    return first <= today <= last and not event.cancelled


def has_room(event: Event, roll: Roll, now: datetime) -> bool:
    """Tell whether there is a seat for somebody who comes without one; until two hours before, others go first."""
    details = event.details
    if roll.taken >= details.capacity or (details.per_library is not None and roll.of_library >= details.per_library):
        return False
    return not roll.waiting or now >= details.starts_at - FIRST_COME
