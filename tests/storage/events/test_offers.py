"""How long an offer holds a seat, without a database."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.events import seats
from storage.events.rules import Event, EventId, RegistrationId
from storage.events.seats import Accepted, Mine, NoOffer, Offer, Roll, Seated, State, Taken, Waits
from storage.local_time import LJUBLJANA
from storage.people import LibraryId
from tests.storage.events.sample import NOW, SOON, START, local, workshop

MINUTE = timedelta(minutes=1)
EVENT = Event(EventId(1), workshop(), cancelled=False)


def waits(*libraries: int | None) -> list[Waits]:
    """People who wait, of some libraries."""
    return [
        Waits(RegistrationId(number), None if library is None else LibraryId(library))
        for number, library in enumerate(libraries, 1)
    ]


def offered(event: Event, taken: int, by_library: dict[int, int], *libraries: int | None) -> list[int]:
    """To whom of those who wait, counted from 1, seats are offered."""
    held = {LibraryId(library): count for library, count in by_library.items()}
    return [one.id for one in seats.offers(event, taken, held, waits(*libraries), NOW)]


@pytest.mark.parametrize(
    ("now", "ends_at"),
    [
        (local(2027, 5, 3, 8, 0), local(2027, 5, 4, 18, 0)),
        (local(2027, 5, 3, 10, 0), local(2027, 5, 4, 20, 0)),
        (START - timedelta(hours=48), local(2027, 5, 11, 19, 30)),
        (START - timedelta(hours=48) + MINUTE, local(2027, 5, 10, 21, 31)),
        (START - timedelta(hours=24), local(2027, 5, 11, 21, 30)),
        (START - timedelta(hours=24) + MINUTE, local(2027, 5, 11, 10, 31)),
        (local(2027, 5, 11, 20, 30), local(2027, 5, 11, 21, 30)),
    ],
    ids=["24 h", "24 h over a night", "48 h before", "less than 48 h", "24 h before", "less than 24 h", "evening"],
)
def test_rule_2_an_offer_holds_the_seat_for_a_day_for_half_a_day_or_for_an_hour(
    now: datetime, ends_at: datetime
) -> None:
    assert seats.offer_ends(START, now) == ends_at


@pytest.mark.parametrize(
    ("now", "ends_at"),
    [
        (local(2027, 5, 3, 21, 0), local(2027, 5, 5, 17, 0)),
        (local(2027, 5, 3, 22, 0), local(2027, 5, 5, 18, 0)),
        (local(2027, 5, 4, 3, 0), local(2027, 5, 5, 18, 0)),
        (local(2027, 3, 27, 12, 0), local(2027, 3, 28, 22, 0)),
        (local(2027, 3, 28, 1, 30), local(2027, 3, 29, 18, 0)),
        (local(2027, 10, 30, 12, 0), local(2027, 10, 31, 22, 0)),
        (local(2027, 10, 31, 2, 30), local(2027, 11, 1, 18, 0)),
    ],
    ids=["an hour before", "at ten", "at night", "to summer time", "that night", "to winter time", "that night too"],
)
def test_rule_2_at_night_the_clock_of_an_offer_stands_still(now: datetime, ends_at: datetime) -> None:
    assert seats.offer_ends(now + timedelta(days=30), now) == ends_at


def awake_minutes(start: datetime, end: datetime) -> int:
    """Count the minutes between eight in the morning and ten in the evening, one by one."""
    minutes = (start + number * MINUTE for number in range((end - start) // MINUTE))
    return sum(8 <= minute.astimezone(LJUBLJANA).hour < 22 for minute in minutes)


WHOLE_MINUTES = st.integers(0, 60 * 24 * 700).map(lambda minutes: NOW + minutes * MINUTE)


@settings(deadline=None, max_examples=60)
@given(WHOLE_MINUTES, st.sampled_from([60, 720, 1440]))
def test_rule_2_an_offer_lasts_as_many_minutes_of_the_day_as_promised(start: datetime, minutes: int) -> None:
    end = seats.awake(start, minutes * MINUTE)
    assert awake_minutes(start, end) == minutes
    assert awake_minutes(start, end - MINUTE) == minutes - 1


def test_rule_2_an_offer_ends_when_seats_are_for_the_first_who_takes_them() -> None:
    assert seats.offer_ends(START, SOON - MINUTE) == SOON
    assert seats.offer_ends(START, local(2027, 5, 11, 21, 30)) == SOON
    assert seats.lapsed(EVENT, SOON) is State.WAITING
    assert seats.lapsed(EVENT, SOON - MINUTE) is State.LAPSED


def test_rule_2_with_less_than_two_hours_to_go_nothing_is_offered_any_more() -> None:
    assert len(seats.offers(EVENT, 29, {}, waits(1, 1), SOON - MINUTE)) == 1
    assert seats.offers(EVENT, 29, {}, waits(1, 1), SOON) == []
    assert [seats.first_come(EVENT, now) for now in (SOON - MINUTE, SOON, START)] == [False, True, False]


def accepts(
    taken: int, state: State, now: datetime, *, of_library: int = 0, ends_at: datetime | None = None
) -> Accepted:
    """What becomes of taking a seat at a workshop with 30 seats, 2 for a library."""
    event = Event(EventId(1), workshop(per_library=2), cancelled=False)
    return seats.accept(event, Roll(taken, Mine(RegistrationId(1), state, 1, ends_at), of_library, 1), now)


def test_rule_2_shortly_before_the_start_whoever_waits_takes_a_free_seat() -> None:
    assert accepts(29, State.WAITING, SOON) == Seated()
    assert accepts(30, State.WAITING, SOON) == Taken()
    assert accepts(29, State.WAITING, SOON, of_library=2) == Taken()
    assert accepts(29, State.WAITING, SOON - MINUTE) == NoOffer()


def test_rule_4_an_offer_is_taken_until_its_moment() -> None:
    assert accepts(30, State.OFFERED, NOW, ends_at=NOW + MINUTE) == Seated()
    assert accepts(29, State.OFFERED, NOW, ends_at=NOW) == NoOffer()


def test_rule_3_as_many_are_offered_a_seat_as_there_are_in_order_of_arrival() -> None:
    assert offered(EVENT, 23, {}, *range(1, 11)) == [1, 2, 3, 4, 5, 6, 7]
    assert offered(EVENT, 30, {}, 1, 2) == []
    assert offered(EVENT, 31, {}, 1, 2) == []


def test_rule_1_whose_library_has_all_it_may_have_is_passed_by() -> None:
    event = Event(EventId(1), workshop(per_library=2), cancelled=False)
    assert offered(event, 28, {1: 2, 2: 1}, 1, 2, 2, 3) == [2, 4]
    assert offered(event, 27, {1: 2}, 1, None, None, None) == [2, 3, 4]
    assert offered(event, 20, {}, 1, 1, 1, 1) == [1, 2]


def test_rule_2_one_offer_says_when_it_ends() -> None:
    assert seats.offers(EVENT, 29, {}, waits(1), NOW) == [Offer(RegistrationId(1), seats.offer_ends(START, NOW))]
