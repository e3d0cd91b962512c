"""What is answered when somebody is asked for a moment: what holds, or what does not fit and why. Pure."""

from datetime import date, datetime, timedelta
from typing import assert_never

from handlers.conversation import Misread
from handlers.dates.reading import NoSuchDay, NotUnderstood, OnlyDay, OnlyHour, OtherWeekday, Read, Reading
from storage.drafts import Draft
from storage.local_time import LJUBLJANA, MissingHour

ECHO = 60
"""So much of what was not understood is repeated."""

FARTHEST = timedelta(days=3660)


def local(when: datetime) -> datetime:
    """Return what the clock on the wall shows."""
    return when.astimezone(LJUBLJANA).replace(tzinfo=None)


def one_line(said: str) -> str:
    """Return a text in one line, without what cannot be shown."""
    return " ".join("".join(char if char.isprintable() else " " for char in said).split())


def echo(said: str) -> str:
    """Return so much of what was said as is repeated."""
    plain = one_line(said)
    return plain if len(plain) <= ECHO else plain[: ECHO - 1] + "…"


def coming(reading: Reading, said: str, now: datetime) -> datetime | Misread:
    """Return the moment that was read, if it is to come within reason."""
    when = moment_of(reading, said)
    if isinstance(when, Misread):
        return when
    if when <= now:
        return Misread("guide-past")
    return Misread("guide-too-far") if when > now + FARTHEST else when


def coming_day(day: date, now: datetime) -> date | Misread:
    """Return a day, if it is to come within reason."""
    if day < local(now).date():
        return Misread("guide-past")
    return Misread("guide-too-far") if day > (now + FARTHEST).date() else day


def turned(draft: Draft, step: str, argument: str, now: datetime) -> Draft | Misread:
    """Turn the calendar at a step to another month, YYYY-MM."""
    try:
        first = date.fromisoformat(f"{argument}-01")
    except ValueError:
        return Misread("guide-choose")
    near = now.year <= first.year <= now.year + 10
    return draft.at(step, month=argument) if near else Misread("guide-too-far")


def month_shown(draft: Draft, day: str | None, today: date) -> date:
    """Find the first day of the month to show: the one turned to, else that of a day, else this one; none is past."""
    month = draft.data.get("month") or (day or today.isoformat())[:7]
    return date.fromisoformat(f"{max(month, today.isoformat()[:7])}-01")


def moment_of(reading: Reading, said: str) -> datetime | Misread:
    """Return the moment that was read, or say why there is none."""
    match reading:
        case Read(when):
            return when
        case OnlyDay():
            return Misread("guide-hour-missing", {"said": echo(said)})
        case OnlyHour():
            return Misread("guide-day-missing", {"said": echo(said)})
        case NotUnderstood():
            return Misread("guide-misread-moment", {"said": echo(said)})
        case NoSuchDay():
            return Misread("guide-no-such-day", {"said": echo(said)})
        case OtherWeekday(day):
            return Misread("guide-other-weekday", {"said": echo(said), "weekday": f"d{day.isoweekday()}"})
        case MissingHour():
            return Misread("guide-missing-hour", {"said": echo(said)})
        case _:
            assert_never(reading)
