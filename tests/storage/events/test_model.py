"""Rule 12: whatever people, the office and the clock do, the books do as the model does, on both databases.

So many examples are played as GLASNIK_EXAMPLES says, however long that takes; a few by default.
"""

import asyncio
import os
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any, Concatenate, ParamSpec, TypeVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import Connection, insert, select

from storage import due
from storage.engines import is_sqlite, postgresql_engine, sqlite_engine
from storage.events import actions, by_hand, publishing, substituting
from storage.events import books as rows_of
from storage.events.by_hand import Guest
from storage.events.feature import FEATURE
from storage.events.rules import EventDetails, EventId, RegistrationId
from storage.events.swaps import SwapId
from storage.events.tables import registrations
from storage.people import QUIET_FROM, QUIET_TO, LibraryId, Person, PersonId, Role, get, people
from tests.storage.events.model import OFFERED, SEATED, WAITING, Model, Place
from tests.storage.events.sample import NOW, workshop
from tests.storage.membership.association import two_libraries

EXAMPLES = int(os.environ.get("GLASNIK_EXAMPLES", "0"))
MOST = 6
P = ParamSpec("P")
T = TypeVar("T")


class Desk:
    """A connection on which each example is one transaction, undone in the end; the `members` stay."""

    def __init__(self, url: str) -> None:
        self._loop = None if is_sqlite(url) else asyncio.new_event_loop()
        if self._loop is None:
            self._sqlite = sqlite_engine(url, "BEGIN IMMEDIATE")
            self._connection: Any = self._sqlite.connect()
        else:
            self._postgresql = postgresql_engine(url, 1)
            self._connection = self._loop.run_until_complete(self._postgresql.connect())
        self.members = self.do(_people)
        self.end("commit")

    def do(self, action: Callable[Concatenate[Connection, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Run an action."""
        if self._loop is None:
            return action(self._connection, *args, **kwargs)
        done: T = self._loop.run_until_complete(self._connection.run_sync(lambda tx: action(tx, *args, **kwargs)))
        return done

    def end(self, how: str) -> None:
        """End the transaction: `commit` or `rollback`."""
        done = getattr(self._connection, how)()
        if self._loop is not None:
            self._loop.run_until_complete(done)

    def close(self) -> None:
        """Let go of the database."""
        if self._loop is None:
            self._connection.close()
            self._sqlite.dispose()
        else:
            self._loop.run_until_complete(self._connection.close())
            self._loop.run_until_complete(self._postgresql.dispose())
            self._loop.close()


def _people(tx: Connection) -> list[Person]:
    """Write six librarians down, of two libraries, and the office."""
    two_libraries(tx)
    rows = [
        {"telegram_id": number, "first_name": "Ana", "language": "sl", "library_id": library,
         "role": Role.LIBRARIAN if library else Role.STAFF, "quiet_from": QUIET_FROM, "quiet_to": QUIET_TO,
         "joined_at": NOW}
        for number, library in enumerate((1, 1, 1, 1, 2, 2, None))
    ]  # fmt: skip
    tx.execute(insert(people), rows)
    ids = tx.execute(select(people.c.id).order_by(people.c.id)).scalars().all()
    return [person for one in ids if (person := get(tx, one))]


class Doors(RuleBasedStateMachine):
    """An event from its first registration on."""

    desk: Desk

    @initialize(
        capacity=st.integers(1, 3), each=st.none() | st.integers(1, 2), hours=st.sampled_from([4, 23, 31, 75]),
        asking=st.permutations(range(MOST + 1)),
    )  # fmt: skip
    def publish(self, capacity: int, each: int | None, hours: int, asking: list[int]) -> None:
        """Publish it, and let most ask for a seat at once."""
        self.members = self.desk.members
        self.start = NOW + timedelta(hours=hours)
        each = each and min(each, capacity)
        done = self.desk.do(publishing.publish, None, self.details(capacity, each), NOW)
        assert isinstance(done, publishing.Published)
        self.event: EventId = done.event.id
        self.model = Model(capacity, each, NOW, self.start)
        self.swaps: dict[SwapId, tuple[Place, int]] = {}
        for number in asking[:-2]:
            self.register(number)

    def details(self, capacity: int, each: int | None) -> EventDetails:
        """What the event is."""
        return workshop(starts_at=self.start, ends_at=self.start + timedelta(hours=2), closes_at=self.start,
                        capacity=capacity, per_library=each)  # fmt: skip

    def teardown(self) -> None:
        self.desk.end("rollback")

    def said(self, outcome: object, expected: str) -> None:
        """What was said is what the model says."""
        assert type(getattr(outcome, "outcome", outcome)).__name__ == expected

    def person(self, number: int) -> tuple[PersonId, int | None]:
        """A person's number, and their library's."""
        one = self.members[number]
        return one.id, None if one.library is None else int(one.library.id)

    @rule(number=st.integers(0, MOST))
    def register(self, number: int) -> None:
        who, library = self.person(number)
        expected = self.model.register(who, library)
        self.said(self.desk.do(actions.register, self.event, who, self.model.now, {}), expected)

    @precondition(lambda self: len(self.model.here) < MOST)
    @rule(number=st.integers(0, MOST))
    def a_newcomer_registers(self, number: int) -> None:
        """Somebody who is not in comes."""
        out = [place for place, one in enumerate(self.members) if self.model.of(one.id) is None]
        self.register(out[number % len(out)])

    @rule(data=st.data(), number=st.integers(0, MOST), seated=st.booleans())
    def give_up(self, data: st.DataObject, number: int, seated: bool) -> None:
        who = self.one_of(data, SEATED) if seated and self.model.some(SEATED) else self.person(number)[0]
        expected = self.model.give_up(who)
        self.said(self.desk.do(actions.give_up, self.event, who, self.model.now), expected)

    def one_of(self, data: st.DataObject, *states: str) -> PersonId:
        """Somebody who has this."""
        return data.draw(
            st.sampled_from([PersonId(one.who) for one in self.model.here if one.who and one.state in states])
        )

    @precondition(lambda self: self.model.some(OFFERED, WAITING))
    @rule(data=st.data(), offered=st.booleans())
    def accept(self, data: st.DataObject, offered: bool) -> None:
        who = (
            self.one_of(data, OFFERED) if offered and self.model.some(OFFERED) else self.one_of(data, OFFERED, WAITING)
        )
        expected = self.model.accept(who)
        self.said(self.desk.do(actions.accept, self.event, who, self.model.now), expected)

    @precondition(lambda self: self.model.some(OFFERED))
    @rule(data=st.data())
    def refuse(self, data: st.DataObject) -> None:
        who = self.one_of(data, OFFERED)
        expected = self.model.refuse(who)
        self.said(self.desk.do(actions.refuse, self.event, who, self.model.now), expected)

    @precondition(lambda self: self.model.gaps)
    @rule(data=st.data())
    def come_back(self, data: st.DataObject) -> None:
        who = PersonId(data.draw(st.sampled_from(sorted(self.model.gaps))))
        expected = self.model.come_back(who)
        self.said(self.desk.do(actions.take_back_refusal, self.event, who, self.model.now), expected)

    @rule(minutes=st.sampled_from([1, 31, 61]))
    def wait(self, minutes: int) -> None:
        """Let some time pass, and nobody look what has fallen due."""
        self.model.now += timedelta(minutes=minutes)

    @precondition(lambda self: self.model.some(OFFERED))
    @rule(data=st.data(), offers=st.integers(0, 4))
    def wait_until_something_ends(self, data: st.DataObject, offers: int) -> None:
        """Let time pass until just when an offer ends, or seats are for the first who takes them."""
        ends = [one.ends_at for one in self.model.here if one.ends_at is not None]
        soon = self.start - timedelta(hours=2)
        self.model.now = max(self.model.now, data.draw(st.sampled_from(ends)) if offers else soon)

    @rule()
    def sweep(self) -> None:
        """Look what has fallen due."""
        if self.desk.do(due.fire, FEATURE.on_due, self.model.now):
            self.model.settle()

    @precondition(lambda self: not self.model.off)
    @rule(capacity=st.integers(1, 4), each=st.none() | st.integers(1, 3))
    def change(self, capacity: int, each: int | None) -> None:
        event = self.desk.do(rows_of.find, self.event)
        assert event is not None
        each = each and min(each, capacity)
        details = self.details(capacity, each)
        if details == event.details or self.model.now >= details.ends_at:
            return
        done = self.desk.do(publishing.change, self.event, event.version, details, self.members[-1].id, self.model.now)
        self.said(done, self.model.change(capacity, each))

    @precondition(lambda self: not self.model.over)
    @rule(number=st.integers(0, MOST), guest=st.booleans(), speaks=st.booleans())
    def let_in(self, number: int, guest: bool, speaks: bool) -> None:
        who, library = self.person(number)
        if not guest and speaks:
            return
        whom = Guest("Ministrstvo", None if library is None else LibraryId(library)) if guest else who
        expected = self.model.let_in(None if guest else who, library, speaks=speaks)
        done = self.desk.do(by_hand.enter, self.event, whom, self.members[-1].id, self.model.now, speaks=speaks)
        self.said(done, expected)

    @precondition(lambda self: not self.model.over and any(one.state == SEATED for one in self.model.here))
    @rule(data=st.data())
    def take_off(self, data: st.DataObject) -> None:
        place = data.draw(st.sampled_from([one for one in self.model.here if one.state == SEATED]))
        number = self.number(place)
        self.model.leave(place)
        self.model.settle()
        done = self.desk.do(by_hand.take_off, self.event, number, self.members[-1].id, self.model.now)
        self.said(done, "TakenOff")

    def number(self, place: Place) -> RegistrationId:
        """The number in the books of something in the line."""
        position = next(here for here, one in enumerate(self.model.here) if one is place)
        return self.desk.do(rows_of.everybody, self.event)[position]

    @precondition(lambda self: not self.model.over)
    @rule(data=st.data(), number=st.integers(0, MOST - 1))
    def give_to_a_colleague(self, data: st.DataObject, number: int) -> None:
        to, library = self.person(number)
        mine = self.model.of(to)
        given = [one for one, _ in self.swaps.values()]
        seats = [one for one in self.model.here if one.state == SEATED and one.who not in {None, to}
                 and one.library == library and not any(one is other for other in given)]  # fmt: skip
        if not seats or (mine is not None and mine.state == SEATED):
            return
        seat = data.draw(st.sampled_from(seats))
        owner = next(one for one in self.members if one.id == seat.who)
        done = self.desk.do(substituting.ask, self.number(seat), to, owner, self.model.now)
        assert isinstance(done, substituting.Asking)
        self.said(done, "Offered")
        swap = self.desk.do(substituting.pending, self.number(seat))
        assert swap is not None
        self.swaps[swap.id] = (seat, to)

    @precondition(lambda self: self.swaps)
    @rule(data=st.data())
    def take_from_a_colleague(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(sorted(self.swaps)))
        seat, to = self.swaps[number]
        swap = self.desk.do(substituting.find, number)
        assert swap is not None
        held = any(one is seat for one in self.model.here)
        library = next(one.library.id for one in self.members if one.id == to and one.library)
        if self.model.over or not held or not swap.open(self.model.now):
            done = self.desk.do(substituting.accept, number, PersonId(to), self.model.now, {})
            assert type(getattr(done, "outcome", done)).__name__ in {
                "Over",
                "Cancelled",
                "NoSeat",
                "TooLate",
                "AlreadyIn",
            }
            return
        expected = self.model.take(to, library, seat)
        self.said(self.desk.do(substituting.accept, number, PersonId(to), self.model.now, {}), expected)
        if expected == "Seated":
            del self.swaps[number]

    @precondition(lambda self: not self.model.over)
    @rule(sure=st.integers(0, 29))
    def call_off(self, sure: int) -> None:
        """Call it off, once in a while."""
        if sure:
            return
        done = self.desk.do(publishing.cancel_event, self.event, self.members[-1].id, self.model.now)
        self.said(done, "CalledOff")
        self.model.off = True
        for one in self.model.here:
            if one.state == OFFERED:
                one.state, one.ends_at = WAITING, None

    @invariant()
    def is_as_in_the_model(self) -> None:
        if not hasattr(self, "model"):
            return
        one = registrations.c
        chosen = select(one.person_id, one.state, one.offer_ends_at).where(
            one.event_id == self.event, one.cancelled_at.is_(None)
        )
        found = [tuple(row) for row in self.desk.do(lambda tx: tx.execute(chosen.order_by(one.id)).all())]
        assert found == list(self.model.rows())

    @invariant()
    def never_more_seats_than_there_are_nobody_twice_nobody_passed_by(self) -> None:
        if not hasattr(self, "model"):
            return
        model = self.model
        taken, by_library = self.desk.do(rows_of.free, self.event, model.now)
        assert taken <= model.capacity
        assert model.each is None or max(by_library.values(), default=0) <= model.each
        who = [one.who for one in model.here if one.who is not None]
        assert len(who) == len(set(who))
        late = any(one.state == OFFERED and not one.holds(model.now) for one in model.here)
        if not late and not model.over and not model.first_come:
            assert not any(one.state == WAITING and model.room(one.library) for one in model.here)


@pytest.fixture
def desk(books_url: str) -> Iterator[Desk]:
    """A connection to each of the two databases."""
    one = Desk(books_url)
    yield one
    one.close()


@pytest.mark.timeout(0 if EXAMPLES else 120)
def test_rule_12_the_books_do_as_the_model_does(desk: Desk, books_url: str) -> None:
    class Here(Doors):
        pass

    Here.desk = desk
    few = 30 if is_sqlite(books_url) else 10
    run_state_machine_as_test(
        Here,
        settings=settings(
            max_examples=EXAMPLES or few, stateful_step_count=40, deadline=None, database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
