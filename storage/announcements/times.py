"""When a repeating announcement goes next, by the clock on the wall in Ljubljana. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Any

from apscheduler.triggers.cron import CronTrigger

from storage.local_time import LJUBLJANA

DAY_AT_MOST = 28
"""The last day that each month has."""

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

    It ends after the day `until`, or when it has gone `left` times more; with neither, never.
    """

    every: Every
    at: time
    weekday: int | None = None
    day: int | None = None
    until: date | None = None
    left: int | None = None


def jumped_over(at: time) -> bool:
    """Tell whether there is a night on which the clock does not show an hour."""
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
    day: int | str | None = repeat.day
    weekday = None if repeat.weekday is None else repeat.weekday - 1
    trigger = CronTrigger(
        day=day, day_of_week=weekday, hour=repeat.at.hour, minute=repeat.at.minute, timezone=LJUBLJANA
    )
    found: datetime | None = trigger.get_next_fire_time(moment, moment)
    if found is None or (repeat.until is not None and found.date() > repeat.until):
        return None
    return found.astimezone(UTC)


def once_more(repeat: Repeat) -> Repeat:
    """Return what is left to repeat when it has gone once more."""
    left = None if repeat.left is None else repeat.left - 1
    return Repeat(repeat.every, repeat.at, repeat.weekday, repeat.day, repeat.until, left)
