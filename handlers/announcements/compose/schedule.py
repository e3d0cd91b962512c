"""When it goes: at once, at a moment, or again and again. Pure."""

import dataclasses
from datetime import date, datetime, time
from typing import Any

from handlers.announcements.compose.steps import Step
from handlers.conversation import Misread
from handlers.dates import asking
from handlers.dates.asking import echo, local
from handlers.dates.reading import NotUnderstood, OnlyDay, Read, read_moment
from storage.announcements.times import DAY_AT_MOST, Every, Repeat, jumped_over, kept_repeat, next_after, repeat_of
from storage.drafts import Draft
from storage.local_time import MissingHour

TIMES_AT_MOST = 999
NOON = time(12)


def at_once(draft: Draft) -> Draft:
    """Send it as soon as it is ready."""
    return planned(draft, None, None)


def planned(draft: Draft, at: datetime | None, repeat: Repeat | None) -> Draft:
    """Send it at a moment, the first one if it repeats, and go back to the preview."""
    kept = kept_repeat(repeat) if repeat else None
    cleared = dict.fromkeys(("day", "month", "plan"))
    return draft.at(Step.PREVIEW, send_at=at and at.isoformat(), repeat=kept, **cleared)


def take_day(draft: Draft, said: str, now: datetime) -> Draft | Misread:
    """Take a day, or a moment."""
    reading = read_moment(said, now)
    if isinstance(reading, OnlyDay):
        day = asking.coming_day(reading.day, now)
        return day if isinstance(day, Misread) else draft.at(Step.HOUR, day=day.isoformat())
    at = asking.coming(reading, said, now)
    return at if isinstance(at, Misread) else planned(draft, at, None)


def take_hour(draft: Draft, said: str, now: datetime) -> Draft | Misread:
    """Take the hour of the day that was chosen, or another moment."""
    reading = read_moment(said, now, date.fromisoformat(draft.data["day"]))
    match reading:
        case OnlyDay():
            return take_day(draft, said, now)
        case NotUnderstood():
            return Misread("guide-misread-hour", {"said": echo(said)})
    at = asking.coming(reading, said, now)
    return at if isinstance(at, Misread) else planned(draft, at, None)


def plan(draft: Draft) -> Repeat:
    """Read how it is to repeat, as far as it has been said."""
    return repeat_of(draft.data["plan"])


def _plan(draft: Draft, step: Step, repeat: Repeat) -> Draft:
    return draft.at(step, plan=kept_repeat(repeat))


def take_every(draft: Draft, said: str) -> Draft | Misread:
    """Take how often; the day of the week or of the month is asked next."""
    if said not in set(Every):
        return Misread("guide-choose")
    every = Every(said)
    return _plan(draft, Step.AT if every is Every.DAY else Step.ON, Repeat(every, NOON))


def take_on(draft: Draft, said: str) -> Draft | Misread:
    """Take the day of the week or of the month, as a number."""
    before = plan(draft)
    weekly = before.every is Every.WEEK
    most = 7 if weekly else DAY_AT_MOST
    number = int(said) if said.isascii() and said.isdigit() and len(said) <= len(str(most)) else 0
    if not 1 <= number <= most:
        return Misread("guide-choose") if weekly else Misread("compose-misread-day", {"most": most})
    days: dict[str, Any] = {"weekday": number} if weekly else {"day": number}
    return _plan(draft, Step.AT, dataclasses.replace(before, **days))


def take_at(draft: Draft, said: str, now: datetime) -> Draft | Misread:
    """Take the hour; one that the clock jumps over in March would not come each time."""
    reading = read_moment(said, now, local(now).date())
    match reading:
        case MissingHour(missing):
            hour = missing.time()
        case Read(moment):
            hour = local(moment).time()
        case _:
            return Misread("guide-misread-hour", {"said": echo(said)})
    if jumped_over(hour):
        return Misread("compose-jumped-over", {"said": echo(said)})
    return _plan(draft, Step.ENDS, dataclasses.replace(plan(draft), at=hour))


def take_ends(draft: Draft, said: str, now: datetime) -> Draft | Misread:
    """Take when it ends: after so many times, at the end of a day, or with `/never` never."""
    before = plan(draft)
    if said == "/never":
        return _repeats(draft, before, now)
    if said.isascii() and said.isdigit():
        times = int(said) if len(said) <= len(str(TIMES_AT_MOST)) else 0
        if not 1 <= times <= TIMES_AT_MOST:
            return Misread("compose-misread-times", {"most": TIMES_AT_MOST})
        return _repeats(draft, dataclasses.replace(before, left=times), now)
    reading = read_moment(said, now)
    if not isinstance(reading, OnlyDay):
        return Misread("compose-misread-end", {"said": echo(said)})
    day = asking.coming_day(reading.day, now)
    return day if isinstance(day, Misread) else _repeats(draft, dataclasses.replace(before, until=day), now)


def _repeats(draft: Draft, repeat: Repeat, now: datetime) -> Draft | Misread:
    first = next_after(repeat, now)
    return Misread("compose-ends-too-soon") if first is None else planned(draft, first, repeat)
