"""The rules of seats and of what may be published, without a database."""

from datetime import timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from storage.events import rules, seats
from storage.events.rules import CalledOff, Cancelled, Event, EventId, Over, Problem, RegistrationId
from storage.events.seats import AlreadyIn, Closed, Freed, Mine, NotIn, Roll, Seated, State, Waiting
from tests.storage.events.sample import NOW, START, workshop

EVENT = Event(EventId(1), workshop(), cancelled=False)
CANCELLED = Event(EventId(1), workshop(), cancelled=True)
MINE = Mine(RegistrationId(7), State.SEATED)
MOMENT = timedelta(microseconds=1)


def test_there_is_a_seat_until_the_last_one_is_taken() -> None:
    assert seats.register(EVENT, Roll(29, None), {}, NOW) == Seated()
    assert seats.register(EVENT, Roll(30, None), {}, NOW) == Waiting(1, library=False)


def test_registration_closes_at_its_moment() -> None:
    closes = EVENT.details.closes_at
    assert seats.register(EVENT, Roll(0, None), {}, closes - MOMENT) == Seated()
    assert seats.register(EVENT, Roll(0, None), {}, closes) == Closed()
    assert seats.register(EVENT, Roll(30, None), {}, closes) == Closed()
    assert seats.register(EVENT, Roll(0, None), {}, START) == Over()


def test_whoever_has_a_seat_is_told_so_even_when_registration_has_closed() -> None:
    assert seats.register(EVENT, Roll(30, MINE), {}, START) == AlreadyIn()


def test_a_cancelled_event_takes_nobody() -> None:
    assert seats.register(CANCELLED, Roll(0, None), {}, NOW) == Cancelled()
    assert seats.give_up(CANCELLED, Roll(1, MINE), None, NOW) == Cancelled()


def test_a_seat_can_be_given_up_until_the_start() -> None:
    assert seats.give_up(EVENT, Roll(1, MINE), None, START - MOMENT) == Freed(State.SEATED, late=False)
    assert seats.give_up(EVENT, Roll(1, MINE), None, START) == Over()
    assert seats.give_up(EVENT, Roll(1, None), None, NOW) == NotIn()


def test_an_event_can_be_called_off_until_it_is_over() -> None:
    assert rules.cancel_event(EVENT, EVENT.details.ends_at - MOMENT) == CalledOff()
    assert rules.cancel_event(EVENT, EVENT.details.ends_at) == Over()
    assert rules.cancel_event(CANCELLED, NOW) == Cancelled()


def test_the_workshop_can_be_published() -> None:
    assert rules.check(workshop(), NOW) == []
    assert rules.check(workshop(place=None, link="https://example.org/a"), NOW) == []
    assert rules.check(workshop(closes_at=START, title_en=None, description_sl=None), NOW) == []


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"title_sl": " "}, Problem.NO_TITLE),
        ({"title_en": ""}, Problem.NO_TITLE),
        ({"title_en": "x" * 121}, Problem.TITLE_TOO_LONG),
        ({"description_en": "x" * 1501}, Problem.DESCRIPTION_TOO_LONG),
        ({"place": None}, Problem.NOWHERE),
        ({"place": "x" * 201}, Problem.PLACE_TOO_LONG),
        ({"link": "https://a.si/" + "x" * 500}, Problem.LINK_TOO_LONG),
        ({"link": "javascript:alert(1)"}, Problem.NO_LINK),
        ({"link": "https://a.si in še kaj"}, Problem.NO_LINK),
        ({"ends_at": START}, Problem.ENDS_TOO_SOON),
        ({"closes_at": START + MOMENT}, Problem.CLOSES_TOO_LATE),
        ({"closes_at": NOW}, Problem.CLOSES_TOO_SOON),
        ({"capacity": 0}, Problem.CAPACITY),
        ({"capacity": 10_001}, Problem.CAPACITY),
    ],
)
def test_what_keeps_an_event_from_being_published(changes: dict[str, object], problem: Problem) -> None:
    assert rules.check(workshop(**changes), NOW) == [problem]


def test_an_event_in_the_past_is_not_published() -> None:
    assert rules.check(workshop(), START) == [Problem.IN_THE_PAST, Problem.CLOSES_TOO_SOON]


class Door(RuleBasedStateMachine):
    """People come and go at the door of an event, in any order and at any time."""

    @initialize(capacity=st.integers(1, 4))
    def open(self, capacity: int) -> None:
        self.event = Event(EventId(1), workshop(capacity=capacity), cancelled=False)
        self.inside: dict[int, Mine] = {}
        self.now = NOW
        self.given = 0

    def roll(self, person: int) -> Roll:
        return Roll(len(self.inside), self.inside.get(person))

    @rule(person=st.integers(1, 6))
    def register(self, person: int) -> None:
        outcome = seats.register(self.event, self.roll(person), {}, self.now)
        if isinstance(outcome, Seated):
            assert person not in self.inside
            assert not self.event.cancelled
            assert self.now < self.event.details.closes_at
            self.given += 1
            self.inside[person] = Mine(RegistrationId(self.given), State.SEATED)
        if isinstance(outcome, Waiting):
            assert len(self.inside) == self.event.details.capacity
        assert isinstance(outcome, AlreadyIn) <= (person in self.inside)

    @rule(person=st.integers(1, 6))
    def cancel(self, person: int) -> None:
        if isinstance(seats.give_up(self.event, self.roll(person), None, self.now), Freed):
            del self.inside[person]

    @rule(hours=st.integers(1, 400))
    def wait(self, hours: int) -> None:
        self.now += timedelta(hours=hours)

    @rule()
    def call_off(self) -> None:
        outcome = rules.cancel_event(self.event, self.now)
        if isinstance(outcome, CalledOff):
            self.event = Event(self.event.id, self.event.details, cancelled=True)

    @invariant()
    def never_oversold(self) -> None:
        if hasattr(self, "event"):
            assert len(self.inside) <= self.event.details.capacity


TestDoor = Door.TestCase
TestDoor.settings = settings(deadline=None)
