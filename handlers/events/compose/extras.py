"""How what nobody is asked for in turn is read: speakers, limits, reminders, hours for the certificate. Pure."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time

from handlers.conversation import Misread
from handlers.dates import asking
from handlers.dates.asking import echo, local, one_line
from handlers.dates.reading import OnlyDay, read_moment
from handlers.events.steps import Answered, Data, Given, Step
from storage.drafts import Draft
from storage.events import rules
from storage.events.rules import LEADS, Lead
from storage.local_time import days_before, resolve_late

LAST_MINUTE = time(23, 59)
THOUSANDS = re.compile(r"(?<=\d)[.,\s](?=\d{3}\b)")
BEFORE = "/before"
"""Says how many days before the start a moment is."""

DAYS = {"0", "1", "3", "7", "14", "30"}


def number(said: str, most: int) -> int | Misread:
    """Read a number from 1 to `most`; thousands may stand apart, as they do where the bot names `most`."""
    text = THOUSANDS.sub("", said.strip())
    found = int(text) if text.isascii() and text.isdigit() and len(text) <= len(str(most)) else 0
    return found if 1 <= found <= most else Misread("guide-misread-capacity", {"said": echo(said), "most": most})


def end_of(day: date, starts_at: datetime) -> datetime:
    """Return the end of a day; on the day of the start itself, the start."""
    return starts_at if day == local(starts_at).date() else resolve_late(datetime.combine(day, LAST_MINUTE))


def _speakers(_data: Data, said: str, _now: datetime) -> Answered:
    """Read names, each in a line of its own, or between commas."""
    names = [name for line in said.splitlines() for one in line.split(",") if (name := one_line(one))]
    if not names:
        return Misread("guide-empty")
    if len(names) > rules.SPEAKERS_AT_MOST:
        return Misread("guide-too-many-speakers", {"count": len(names), "most": rules.SPEAKERS_AT_MOST})
    longest = max(map(len, names))
    if longest > rules.TITLE_AT_MOST:
        return Misread("guide-too-long", {"count": longest, "most": rules.TITLE_AT_MOST})
    return Given({"speakers": names}, Step.SPEAKERS)


def _per_library(data: Data, said: str, _now: datetime) -> Answered:
    found = number(said, data["capacity"])
    return found if isinstance(found, Misread) else Given({"per_library": found}, Step.PER_LIBRARY)


def _certificate(_data: Data, said: str, _now: datetime) -> Answered:
    found = number(said, rules.HOURS_AT_MOST)
    return found if isinstance(found, Misread) else Given({"hours": found}, Step.CERTIFICATE)


def _opens(data: Data, said: str, now: datetime) -> Answered:
    when = _before_start(data, said, now, time(8))
    if isinstance(when, Misread):
        return when
    if when >= datetime.fromisoformat(data["closes_at"]):
        return Misread("guide-opens-too-late")
    return Given({"opens_at": when.isoformat()}, Step.OPENS)


def _free(data: Data, said: str, now: datetime) -> Answered:
    when = _before_start(data, said, now, LAST_MINUTE)
    if isinstance(when, Misread):
        return when
    if when > datetime.fromisoformat(data["starts_at"]):
        return Misread("guide-free-too-late")
    return Given({"free_until": when.isoformat()}, Step.FREE)


def _before_start(data: Data, said: str, now: datetime, hour: time) -> datetime | Misread:
    """Read a moment to come; of a day alone, its `hour`."""
    starts_at = datetime.fromisoformat(data["starts_at"])
    word, _, days = said.partition(" ")
    if word == BEFORE and days in DAYS:
        when: datetime | Misread = days_before(starts_at, int(days))
    else:
        reading = read_moment(said, now, local(starts_at).date())
        if isinstance(reading, OnlyDay):
            when = resolve_late(datetime.combine(reading.day, hour))
        else:
            when = asking.moment_of(reading, said)
    if isinstance(when, Misread):
        return when
    return Misread("guide-past") if when <= now else when


def _choose(_data: Data, _said: str, _now: datetime) -> Answered:
    return Misread("guide-choose")


READERS: Mapping[Step, Callable[[Data, str, datetime], Answered]] = {
    Step.SPEAKERS: _speakers,
    Step.PER_LIBRARY: _per_library,
    Step.OPENS: _opens,
    Step.FREE: _free,
    Step.LEADS: _choose,
    Step.CERTIFICATE: _certificate,
}


def toggled(draft: Draft, step: Step, word: str, argument: str) -> Draft | None:
    """Follow a button that turns something on or off; None if it is none."""
    if (word, step) == ("/counts", Step.SPEAKERS):
        return draft.at(step, speakers_count=None if draft.data.get("speakers_count") else True)
    if (word, step) == ("/lead", Step.LEADS) and argument in set(Lead):
        there = draft.data.get("leads", list(LEADS))
        return draft.at(step, leads=[one for one in Lead if (one in there) != (one == argument)])
    return None
