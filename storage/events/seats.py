"""Who gets a seat: registering, waiting, offers, giving up. Pure: facts in, outcome out.

A live offer holds a seat as if it were taken, for everybody but its owner. People who wait go before a newcomer, except
where their library has all the seats that it may have.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from storage.events.questions import Answers, Question, missing
from storage.events.rules import Cancelled, Event, Over, RegistrationId
from storage.local_time import LJUBLJANA, resolve_late
from storage.people import LibraryId

FIRST_COME = timedelta(hours=2)
"""With less time to go, a free seat is for the first who takes it."""

WINDOWS = ((timedelta(hours=24), timedelta(hours=1)), (timedelta(hours=48), timedelta(hours=12)))
"""With less time to go than so much, an offer holds the seat for so long; else for"""

WINDOW = timedelta(hours=24)
"""so long, not counting the hours from"""

STILL_FROM, STILL_TO = time(22), time(8)
"""ten in the evening to eight in the morning, local time."""


class State(StrEnum):
    """What became of asking for a seat. In the first three somebody is in; the others are over."""

    SEATED = "seated"
    OFFERED = "offered"
    WAITING = "waiting"
    CANCELLED = "cancelled"
    REFUSED = "refused"
    LAPSED = "lapsed"
    SUBSTITUTED = "substituted"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Mine:
    """The seat of whoever asks, perhaps as a speaker, their place in the waiting list (from 1), or their offer."""

    id: RegistrationId
    state: State
    position: int = 0
    offer_ends_at: datetime | None = None
    checked_in: bool = False
    speaks: bool = False

    def offered(self, now: datetime) -> bool:
        """Tell whether a seat is held for them."""
        return self.state is State.OFFERED and self.offer_ends_at is not None and now < self.offer_ends_at


@dataclass(frozen=True, slots=True)
class Roll:
    """How many seats are taken or held by live offers, in all and of one's library; how many wait; one's own."""

    taken: int
    mine: Mine | None
    of_library: int = 0
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class Seated:
    """There was a seat."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """There was none: a place in the waiting list, from 1. `library`: since the library has all that it may have."""

    position: int
    library: bool


@dataclass(frozen=True, slots=True)
class Closed:
    """Registration has closed."""


@dataclass(frozen=True, slots=True)
class NotOpen:
    """Registration opens at a later moment."""

    opens_at: datetime


@dataclass(frozen=True, slots=True)
class AlreadyIn:
    """The person has a seat, an offer or a place in the waiting list."""


@dataclass(frozen=True, slots=True)
class Asks:
    """A question has to be answered first."""

    question: Question


@dataclass(frozen=True, slots=True)
class NotIn:
    """The person has no seat and does not wait."""


@dataclass(frozen=True, slots=True)
class Freed:
    """What somebody had is given up. `late`: after the time in which that needs no reason."""

    had: State
    late: bool


@dataclass(frozen=True, slots=True)
class NeedsReason:
    """It is so late that staff want to know why."""


@dataclass(frozen=True, slots=True)
class CheckedIn:
    """Whoever has come cannot give up the seat any more."""


@dataclass(frozen=True, slots=True)
class Refused:
    """The offer goes to the next; until `until` the person can have their place in the list back."""

    until: datetime


@dataclass(frozen=True, slots=True)
class NoOffer:
    """The offer is over, or there was none."""


@dataclass(frozen=True, slots=True)
class Back:
    """The person waits again, at their old place."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Somebody else was faster."""


Registered = Seated | Waiting | Closed | NotOpen | AlreadyIn | Asks | Cancelled | Over
Unregistered = Freed | NeedsReason | CheckedIn | NotIn | Cancelled | Over
Accepted = Seated | AlreadyIn | NoOffer | Taken | Cancelled | Over


def register(event: Event, roll: Roll, answers: Answers | None, now: datetime) -> Registered:
    """Decide what happens when somebody asks for a seat. Whoever waits and can have one has been offered it before.

    Without answers, even what may be left unanswered is asked first.
    """
    details = event.details
    if event.cancelled:
        return Cancelled()
    if roll.mine is not None:
        return AlreadyIn()
    if now >= details.starts_at:
        return Over()
    if details.opens_at is not None and now < details.opens_at:
        return NotOpen(details.opens_at)
    if now >= details.closes_at:
        return Closed()
    if (question := missing(details.questions, answers)) is not None:
        return Asks(question)
    library = not _library_has_room(event, roll.of_library)
    if roll.taken < details.capacity and not library:
        return Seated()
    return Waiting(roll.waiting + 1, library)


def _library_has_room(event: Event, of_library: int) -> bool:
    most = event.details.per_library
    return most is None or of_library < most


def give_up(event: Event, roll: Roll, reason: str | None, now: datetime) -> Unregistered:
    """Decide what happens when somebody gives up a seat, an offer or a place; after the start, the seat was used."""
    mine, details = roll.mine, event.details
    if event.cancelled:
        return Cancelled()
    if mine is None:
        return NotIn()
    if mine.checked_in:
        return CheckedIn()
    if now >= details.starts_at:
        return Over()
    late = mine.state is State.SEATED and details.free_until is not None and now >= details.free_until
    return NeedsReason() if late and not (reason or "").strip() else Freed(mine.state, late)


def accept(event: Event, roll: Roll, now: datetime) -> Accepted:
    """Decide what happens when somebody takes the seat they were offered, or shortly before the start a free one."""
    mine, details = roll.mine, event.details
    if event.cancelled:
        return Cancelled()
    if now >= details.starts_at:
        return Over()
    if mine is None:
        return NoOffer()
    if mine.state is State.SEATED:
        return AlreadyIn()
    if mine.offered(now):
        return Seated()
    if not first_come(event, now):
        return NoOffer()
    return Seated() if roll.taken < details.capacity and _library_has_room(event, roll.of_library) else Taken()


def refuse(mine: Mine | None, now: datetime) -> Refused | NoOffer:
    """Decide what happens when somebody does not want the seat that they were offered."""
    if mine is None or not mine.offered(now) or mine.offer_ends_at is None:
        return NoOffer()
    return Refused(mine.offer_ends_at)


def take_back(event: Event, refused_until: datetime | None, mine: Mine | None, now: datetime) -> Back | NoOffer:
    """Decide what happens when somebody takes back that they refused an offer."""
    lives = refused_until is not None and now < min(refused_until, event.details.starts_at)
    return Back() if lives and mine is None and not event.cancelled else NoOffer()


def first_come(event: Event, now: datetime) -> bool:
    """Tell whether a free seat is for the first who takes it."""
    return event.details.starts_at - FIRST_COME <= now < event.details.starts_at


@dataclass(frozen=True, slots=True)
class Waits:
    """Somebody in the waiting list."""

    id: RegistrationId
    library: LibraryId | None


@dataclass(frozen=True, slots=True)
class Offer:
    """A seat is held for somebody until a moment."""

    id: RegistrationId
    ends_at: datetime


def offers(
    event: Event, taken: int, by_library: Mapping[LibraryId, int], waiting: Sequence[Waits], now: datetime
) -> list[Offer]:
    """Decide to whom of those waiting, in order of arrival, seats are offered.

    `taken` and `by_library` count live offers too. Whose library has all it may have is passed by, and keeps the place.
    """
    if event.cancelled or now >= event.details.starts_at - FIRST_COME:
        return []
    ends_at = offer_ends(event.details.starts_at, now)
    counts, free = dict(by_library), event.details.capacity - taken
    made: list[Offer] = []
    for one in waiting:
        if len(made) >= free:
            break
        of_library = 0 if one.library is None else counts.get(one.library, 0)
        if one.library is None or _library_has_room(event, of_library):
            made.append(Offer(one.id, ends_at))
            if one.library is not None:
                counts[one.library] = of_library + 1
    return made


def offer_ends(starts_at: datetime, now: datetime) -> datetime:
    """Tell until when an offer holds a seat; at the latest until seats are for the first who takes them."""
    window = next((window for before, window in WINDOWS if starts_at - now < before), WINDOW)
    return min(awake(now, window), starts_at - FIRST_COME)


def lapsed(event: Event, offer_ends_at: datetime) -> State:
    """Tell what becomes of an offer that nobody answered; if it ended as seats are for the first, they wait on."""
    return State.WAITING if offer_ends_at >= event.details.starts_at - FIRST_COME else State.LAPSED


def awake(start: datetime, span: timedelta) -> datetime:
    """Tell when a time has passed since `start`, while the clock stands still at night. In UTC."""
    moment, left = start, span
    while True:
        local = moment.astimezone(LJUBLJANA)
        if local.time() < STILL_TO:
            moment = resolve_late(datetime.combine(local.date(), STILL_TO))
        elif local.time() >= STILL_FROM:
            moment = resolve_late(datetime.combine(local.date() + timedelta(days=1), STILL_TO))
        evening = resolve_late(datetime.combine(moment.astimezone(LJUBLJANA).date(), STILL_FROM))
        if moment + left <= evening:
            return moment + left
        left -= evening - moment
        moment = evening
