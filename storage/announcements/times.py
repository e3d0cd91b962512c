"""When a repeating announcement goes next, by the clock on the wall in Ljubljana. Pure."""

import dataclasses
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any

from storage.local_time import LJUBLJANA, resolve_late

DAY_AT_MOST = 31
"""In a shorter month it goes on the last day."""

JUMP_FROM, JUMP_TO = time(2), time(3)
"""What the clock jumps over one night in March, and shows twice one night in October."""


class Every(StrEnum):
    """How often."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Repeat:
    """Goes `every` day, week on a `weekday` (1 is Monday) or month on a `day`, `at` a local time.

    In months that are shorter it goes on their last day. It ends after the day `until`, or when it has gone `left`
    times more; with neither, never.
    """

    every: Every
    at: time
    weekday: int | None = None
    day: int | None = None
    until: date | None = None
    left: int | None = None


def jumped_over(at: time) -> bool:
    """Tell whether there is a night on which the clock does not show an hour; none repeats then, whatever its days."""
    return JUMP_FROM <= at < JUMP_TO


def kept_repeat(repeat: Repeat) -> dict[str, Any]:
    """Return what the books and drafts keep."""
    return {
        "every": repeat.every.value,
        "at": repeat.at.isoformat("minutes"),
        "weekday": repeat.weekday,
        "day": repeat.day,
        "until": repeat.until and repeat.until.isoformat(),
        "left": repeat.left,
    }


def repeat_of(kept: Mapping[str, Any]) -> Repeat:
    """Read what the books and drafts keep."""
    until = kept["until"] and date.fromisoformat(kept["until"])
    return Repeat(Every(kept["every"]), time.fromisoformat(kept["at"]), kept["weekday"], kept["day"], until,
                  kept["left"])  # fmt: skip


def next_after(repeat: Repeat, moment: datetime) -> datetime | None:
    """Tell when it goes next after a moment, in UTC; None when it has ended. A local time comes once a day."""
    if repeat.left is not None and repeat.left < 1:
        return None
    for day in _days(repeat, moment.astimezone(LJUBLJANA).date()):
        if repeat.until is not None and day > repeat.until:
            break
        found = resolve_late(datetime.combine(day, repeat.at))
        if found > moment:
            return found
    return None


def _days(repeat: Repeat, first: date) -> Iterator[date]:
    """Give the days on which it goes, from the `first` that may be one; two of them are enough to find the next."""
    for ahead in range(64):
        day = first + timedelta(days=ahead)
        if _falls_on(repeat, day):
            yield day


def _falls_on(repeat: Repeat, day: date) -> bool:
    match repeat.every:
        case Every.DAY:
            return True
        case Every.WEEK:
            return day.isoweekday() == repeat.weekday
        case Every.MONTH:
            return day.day == min(repeat.day or 1, monthrange(day.year, day.month)[1])


def once_more(repeat: Repeat) -> Repeat:
    """Return what is left to repeat when it has gone once more."""
    return repeat if repeat.left is None else dataclasses.replace(repeat, left=repeat.left - 1)
