"""A list of people and a clock: what the books of an event are to do, said as simply as possible."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from storage.events.seats import offer_ends

SEATED, OFFERED, WAITING = "seated", "offered", "waiting"
FIRST_COME = timedelta(hours=2)


@dataclass
class Place:
    """What somebody has: `who` is None for a guest."""

    who: int | None
    library: int | None
    state: str
    ends_at: datetime | None = None
    counts: bool = True

    def holds(self, now: datetime) -> bool:
        """Whether it is a seat, or a live offer of one."""
        alive = self.ends_at is not None and now < self.ends_at
        return self.counts and (self.state == SEATED or (self.state == OFFERED and alive))


class Model:
    """An event and its line, in order of arrival; those who refused and may come back keep a `gap` in it."""

    def __init__(self, capacity: int, each: int | None, now: datetime, start: datetime) -> None:
        self.capacity, self.each, self.now, self.start = capacity, each, now, start
        self.off = False
        self.line: list[Place] = []
        self.gaps: dict[int, Place] = {}
        self.given: dict[int, tuple[int, datetime]] = {}

    @property
    def first_come(self) -> bool:
        """Whether free seats are for the first who takes them."""
        return self.start - FIRST_COME <= self.now < self.start

    @property
    def over(self) -> bool:
        """Whether nothing is registered any more."""
        return self.off or self.now >= self.start

    def of(self, who: int) -> Place | None:
        """Find what somebody has."""
        return next((one for one in self.here if one.who == who), None)

    @property
    def here(self) -> list[Place]:
        """The line without its gaps."""
        return [one for one in self.line if not any(one is gap for gap in self.gaps.values())]

    def some(self, *states: str) -> bool:
        """Whether a person has one of these."""
        return any(one.who is not None and one.state in states for one in self.here)

    def taken(self, library: int | None = None) -> int:
        """Count the seats held, in all or of a library."""
        return sum(one.holds(self.now) and library in {None, one.library} for one in self.here)

    def room(self, library: int | None) -> bool:
        """Whether somebody of a library could have a seat now."""
        free = self.each is None or library is None or self.taken(library) < self.each
        return free and self.taken() < self.capacity

    def leave(self, place: Place) -> None:
        """Take somebody out of the line."""
        self.line = [one for one in self.line if one is not place]

    def settle(self) -> None:
        """End what is over; then offer what is free, from the front of the line."""
        if self.off:
            return
        for one in self.here:
            if one.state == OFFERED and one.ends_at is not None and one.ends_at <= self.now:
                if one.ends_at >= self.start - FIRST_COME:
                    one.state, one.ends_at = WAITING, None
                else:
                    self.leave(one)
        if self.now >= self.start - FIRST_COME:
            return
        for one in self.here:
            if one.state == WAITING and self.room(one.library):
                one.state, one.ends_at = OFFERED, offer_ends(self.start, self.now)

    def mine(self, who: int) -> Place | None:
        """Find what somebody has, once an offer of theirs that is over has ended."""
        mine = self.of(who)
        if mine is None or mine.state != OFFERED or mine.holds(self.now):
            return mine
        self.settle()
        return self.of(who)

    def register(self, who: int, library: int | None) -> str:
        """Ask for a seat."""
        if self.off:
            return "Cancelled"
        mine = self.mine(who)
        if not self.first_come and any(one.state == WAITING for one in self.here) and self.taken() < self.capacity:
            self.settle()
        if mine is not None:
            return "AlreadyIn"
        if self.over:
            return "Over"
        seat = self.room(library)
        self.line.append(Place(who, library, SEATED if seat else WAITING))
        return "Seated" if seat else "Waiting"

    def give_up(self, who: int) -> str:
        """Give up what one has."""
        mine = self.mine(who)
        if self.off:
            return "Cancelled"
        if mine is None or self.over:
            return "NotIn" if mine is None else "Over"
        self.leave(mine)
        self.settle()
        return "Freed"

    def accept(self, who: int) -> str:
        """Take what was offered, or shortly before the start what is free."""
        mine = self.mine(who)
        if self.over:
            return "Cancelled" if self.off else "Over"
        if mine is None or mine.state == SEATED:
            return "NoOffer" if mine is None else "AlreadyIn"
        if not mine.holds(self.now) and not self.first_come:
            return "NoOffer"
        if not mine.holds(self.now) and not self.room(mine.library):
            return "Taken"
        mine.state, mine.ends_at = SEATED, None
        return "Seated"

    def refuse(self, who: int) -> str:
        """Leave what was offered to the next."""
        mine = self.mine(who)
        if mine is None or mine.state != OFFERED:
            return "NoOffer"
        if who in self.gaps:
            self.leave(self.gaps[who])
        self.gaps[who] = mine
        self.settle()
        return "Refused"

    def come_back(self, who: int) -> str:
        """Take back that one refused."""
        gap = self.gaps.get(who)
        lives = gap is not None and gap.ends_at is not None and self.now < min(gap.ends_at, self.start)
        if gap is None or not lives or self.mine(who) is not None or self.off:
            return "NoOffer"
        del self.gaps[who]
        gap.state, gap.ends_at = WAITING, None
        self.settle()
        return "Back"

    def change(self, capacity: int, each: int | None) -> str:
        """Have more seats, or fewer."""
        most = max((self.taken(one.library) for one in self.here if one.library), default=0)
        if self.taken() > capacity or (each is not None and most > each):
            return "TooFew"
        self.capacity, self.each = capacity, each
        self.settle()
        return "Changed"

    def let_in(self, who: int | None, library: int | None, *, speaks: bool) -> str:
        """Let somebody in by hand; speakers take no seat."""
        self.settle()
        if who is not None and self.of(who) is not None:
            return "AlreadyIn"
        seat = speaks or self.room(library)
        if who is None and not seat:
            return "NoRoom"
        self.line.append(Place(who, library, SEATED if seat else WAITING, counts=not speaks))
        return "Entered"

    def take(self, to: int, library: int, seat: Place) -> str:
        """Take the seat of a colleague: it is another in the line, and nobody is passed by."""
        mine = self.of(to)
        if mine is not None and mine.state == SEATED:
            return "AlreadyIn"
        if mine is not None:
            self.leave(mine)
        self.leave(seat)
        self.line.append(Place(to, library, SEATED, counts=seat.counts))
        self.settle()
        return "Seated"

    def rows(self) -> Sequence[tuple[int | None, str, datetime | None]]:
        """List who has what, in order of arrival."""
        return [(one.who, one.state, one.ends_at) for one in self.here]
