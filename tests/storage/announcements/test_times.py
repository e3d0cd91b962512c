"""Rule 5: what repeats goes by the clock on the wall, over both changes of the clock."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from storage.announcements.times import (
    Every,
    Repeat,
    jumped_over,
    kept_repeat,
    next_after,
    once_more,
    repeat_of,
)
from storage.local_time import LJUBLJANA, MissingHour, resolve

NINE = Repeat(Every.DAY, time(9))
FORWARD, BACK = date(2027, 3, 28), date(2027, 10, 31)
"""The days on which the clock jumps an hour on, and an hour back."""

repeats = some.builds(
    Repeat,
    every=some.sampled_from(Every),
    at=some.times(min_value=time(0), max_value=time(23, 59)).map(lambda at: at.replace(second=0, microsecond=0)),
    weekday=some.integers(1, 7),
    day=some.integers(1, 31),
)
moments = some.datetimes(datetime(2026, 1, 1), datetime(2032, 1, 1), timezones=some.just(UTC))  # noqa: DTZ001


def local(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=LJUBLJANA)


def goes(repeat: Repeat, after: datetime, times: int) -> list[datetime]:
    """List the next moments at which it goes, as the clock on the wall shows them."""
    found: list[datetime] = []
    while len(found) < times and (at := next_after(repeat, after)) is not None:
        found.append(at.astimezone(LJUBLJANA))
        after = at
    return found


@pytest.mark.parametrize("change", [FORWARD, BACK])
def test_rule_5_each_day_at_nine_goes_once_each_day_at_nine_over_both_changes_of_the_clock(change: date) -> None:
    start = datetime.combine(change - timedelta(days=4), time(9), LJUBLJANA)
    went = goes(NINE, start, 7)
    assert [at.date() for at in went] == [change + timedelta(days=days) for days in range(-3, 4)]
    assert {at.time() for at in went} == {time(9)}
    assert len({at.utcoffset() for at in went}) == 2


@pytest.mark.parametrize("at", [time(2), time(2, 30), time(2, 59)])
def test_rule_5_what_repeats_at_half_past_two_is_refused(at: time) -> None:
    assert jumped_over(at)
    assert isinstance(resolve(datetime.combine(FORWARD, at)), MissingHour)


@pytest.mark.parametrize("at", [time(1, 59), time(3), time(9), time(0), time(23, 59)])
def test_rule_5_any_other_hour_may_repeat(at: time) -> None:
    assert not jumped_over(at)
    assert isinstance(resolve(datetime.combine(FORWARD, at)), datetime)


@given(repeats, moments)
def test_rule_5_it_goes_next_at_its_hour_on_its_day_and_never_twice_a_day(repeat: Repeat, moment: datetime) -> None:
    if jumped_over(repeat.at):
        return
    first, second = goes(repeat, moment, 2)
    assert moment < first < second
    assert first.date() != second.date()
    assert first.time() == second.time() == repeat.at
    match repeat.every:
        case Every.DAY:
            assert second.date() - first.date() == timedelta(days=1)
            assert first - moment <= timedelta(hours=25)
        case Every.WEEK:
            assert first.isoweekday() == second.isoweekday() == repeat.weekday
            assert second.date() - first.date() == timedelta(days=7)
        case Every.MONTH:
            assert (second.year * 12 + second.month) - (first.year * 12 + first.month) == 1


@given(moments)
def test_rule_5_a_month_has_a_last_day(moment: datetime) -> None:
    repeat = Repeat(Every.MONTH, time(9), day=31)
    (at,) = goes(repeat, moment, 1)
    assert (at + timedelta(days=1)).day == 1


def test_the_31st_is_the_last_day_of_shorter_months() -> None:
    went = goes(Repeat(Every.MONTH, time(9), day=31), local(2028, 1, 1), 5)
    assert [(at.month, at.day) for at in went] == [(1, 31), (2, 29), (3, 31), (4, 30), (5, 31)]


def test_each_monday() -> None:
    went = goes(Repeat(Every.WEEK, time(9), weekday=1), local(2027, 3, 22, 9), 2)
    assert went == [local(2027, 3, 29, 9), local(2027, 4, 5, 9)]


def test_the_very_moment_at_which_it_went_is_not_the_next_one() -> None:
    assert next_after(NINE, local(2027, 3, 1, 9)) == local(2027, 3, 2, 9)
    assert next_after(NINE, local(2027, 3, 1, 9) - timedelta(microseconds=1)) == local(2027, 3, 1, 9)


def test_it_ends_after_a_day() -> None:
    repeat = Repeat(Every.DAY, time(9), until=date(2027, 3, 3))
    assert [at.day for at in goes(repeat, local(2027, 3, 1), 9)] == [1, 2, 3]


def test_it_ends_when_it_has_gone_so_many_times() -> None:
    twice = Repeat(Every.DAY, time(9), left=2)
    once = once_more(twice)
    assert next_after(once, local(2027, 3, 1)) == local(2027, 3, 1, 9)
    assert next_after(once_more(once), local(2027, 3, 1)) is None
    assert once_more(NINE) == NINE


@given(repeats, some.none() | some.dates(), some.none() | some.integers(0, 99))
def test_what_is_kept_is_read_as_it_was(repeat: Repeat, until: date | None, left: int | None) -> None:
    one = Repeat(repeat.every, repeat.at, repeat.weekday, repeat.day, until, left)
    assert repeat_of(kept_repeat(one)) == one
