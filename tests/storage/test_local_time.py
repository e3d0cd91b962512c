"""Ljubljana's wall clock, over both changes."""

from datetime import UTC, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.local_time import LJUBLJANA, MissingHour, days_before, quiet_until, resolve

SUMMER = datetime(2027, 3, 28)  # noqa: DTZ001 - local, on purpose
WINTER = datetime(2027, 10, 31)  # noqa: DTZ001


def utc(day: int, hour: int, minute: int = 0, month: int = 3) -> datetime:
    return datetime(2027, month, day, hour, minute, tzinfo=UTC)


def test_the_hour_that_is_jumped_over_is_missing() -> None:
    for minute in (0, 30, 59):
        local = SUMMER.replace(hour=2, minute=minute)
        assert resolve(local) == MissingHour(local)
    assert resolve(SUMMER.replace(hour=1, minute=59)) == utc(28, 0, 59)
    assert resolve(SUMMER.replace(hour=3)) == utc(28, 1)


def test_of_the_hour_that_comes_twice_the_first_is_meant() -> None:
    assert resolve(WINTER.replace(hour=2, minute=30)) == utc(31, 0, 30, month=10)


@given(st.datetimes(datetime(2026, 1, 1), datetime(2035, 1, 1)), st.integers(1, 14))  # noqa: DTZ001
def test_days_before_the_wall_clock_shows_the_same(local: datetime, days: int) -> None:
    moment = local.replace(tzinfo=LJUBLJANA, second=0, microsecond=0).astimezone(UTC)
    before = days_before(moment, days)
    shown, then = before.astimezone(LJUBLJANA), moment.astimezone(LJUBLJANA)
    assert (then.date() - shown.date()).days == days
    missing = isinstance(resolve(datetime.combine(shown.date(), then.time())), MissingHour)
    assert missing or shown.time() == then.time()


def test_a_day_before_a_moment_after_the_change_is_23_hours() -> None:
    assert days_before(utc(28, 10), 1) == utc(27, 11)


@pytest.mark.parametrize(
    ("now", "quiet_from", "quiet_to", "until"),
    [
        (utc(1, 19, 59), time(21), time(7), None),
        (utc(1, 20), time(21), time(7), utc(2, 6)),
        (utc(2, 5, 59), time(21), time(7), utc(2, 6)),
        (utc(2, 6), time(21), time(7), None),
        (utc(27, 22), time(21), time(7), utc(28, 5)),
        (utc(1, 12), time(12), time(14), utc(1, 13)),
        (utc(1, 13), time(12), time(14), None),
        (utc(1, 3), time(0), time(0), None),
        (utc(1, 23), time(0), time(6), utc(2, 5)),
    ],
)
def test_quiet_hours_end_in_the_morning(
    now: datetime, quiet_from: time, quiet_to: time, until: datetime | None
) -> None:
    assert quiet_until(now, quiet_from, quiet_to) == until
