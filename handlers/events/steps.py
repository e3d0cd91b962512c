"""What is asked of whoever writes an event, and how the answers are read. Pure.

What is said is typed, or comes from a button. A button's own words begin with a slash, which typed text never does
here: that would be a command.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

from handlers.conversation import Misread
from handlers.dates import asking
from handlers.dates.asking import FARTHEST, echo, local, one_line
from handlers.dates.reading import NotUnderstood, OnlyDay, OnlyHour, Reading, read_moment
from storage import links
from storage.events import rules
from storage.events.rules import Kind
from storage.local_time import days_before, resolve_late

LAST_MINUTE = time(23, 59)
BEFORE = "/before"
"""Says how many days before the start registration closes."""


class Step(StrEnum):
    """Where the conversation is; most are called as what they ask for is called in the draft."""

    KIND = "kind"
    TITLE_SL = "title_sl"
    TITLE_EN = "title_en"
    DESCRIPTION_SL = "description_sl"
    DESCRIPTION_EN = "description_en"
    DAY = "day"
    HOUR = "hour"
    END = "ends_at"
    PLACE = "place"
    LINK = "link"
    CAPACITY = "capacity"
    CLOSES = "closes_at"
    PREVIEW = "preview"
    CHANGE = "change"


ORDER = tuple(step for step in Step if step is not Step.CHANGE)
OPTIONAL = {Step.TITLE_EN, Step.DESCRIPTION_SL, Step.DESCRIPTION_EN, Step.PLACE, Step.LINK}

Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Given:
    """Values for the draft; `answers` is the last step that they answer."""

    values: Data
    answers: Step


Answered = Given | Misread


def moment(data: Data, name: str) -> datetime | None:
    """Read a moment of the draft, in UTC."""
    return datetime.fromisoformat(data[name]) if name in data else None


def value(data: Data, step: Step) -> Any:  # noqa: ANN401 - whatever the draft holds
    """Find what has been given at a step; None if nothing has. An hour belongs to the day for which it was given."""
    if step not in {Step.DAY, Step.HOUR}:
        return data.get(step)
    start = moment(data, "starts_at")
    return start if start and (step is Step.DAY or local(start).date().isoformat() == data.get("day")) else None


def _kind(_data: Data, said: str, _now: datetime) -> Answered:
    kinds = {str(number): kind for number, kind in enumerate(Kind, 1)} | {kind.value: kind for kind in Kind}
    found = kinds.get(said.strip())
    return Given({"kind": found.value}, Step.KIND) if found else Misread("guide-misread-kind")


def _text(step: Step, at_most: int) -> Callable[[Data, str, datetime], Answered]:
    def read(_data: Data, said: str, _now: datetime) -> Answered:
        text = one_line(said)
        if not text:
            return Misread("guide-empty")
        if len(text) > at_most:
            return Misread("guide-too-long", {"count": len(text), "most": at_most})
        return Given({step: text}, step)

    return read


def _description(step: Step) -> Callable[[Data, str, datetime], Answered]:
    def read(_data: Data, said: str, _now: datetime) -> Answered:
        text = "\n".join(one_line(line) for line in said.strip().splitlines())
        if not text:
            return Misread("guide-empty")
        if len(text) > rules.DESCRIPTION_AT_MOST:
            return Misread("guide-too-long", {"count": len(text), "most": rules.DESCRIPTION_AT_MOST})
        return Given({step: text}, step)

    return read


def _day(data: Data, said: str, now: datetime) -> Answered:
    reading = read_moment(said, now)
    match reading:
        case OnlyDay(day):
            return _only_day(day, now)
        case OnlyHour():
            return Misread("guide-day-missing", {"said": echo(said)})
        case _:
            return _start(data, reading, said, now)


def _only_day(day: date, now: datetime) -> Answered:
    coming = asking.coming_day(day, now)
    return coming if isinstance(coming, Misread) else Given({"day": coming.isoformat()}, Step.DAY)


def _hour(data: Data, said: str, now: datetime) -> Answered:
    reading = read_moment(said, now, date.fromisoformat(data["day"]))
    match reading:
        case OnlyDay(day):
            return _only_day(day, now)
        case NotUnderstood():
            return Misread("guide-misread-hour", {"said": echo(said)})
        case _:
            return _start(data, reading, said, now)


def _start(data: Data, reading: Reading, said: str, now: datetime) -> Answered:
    """Take the start; the end and the close of registration, if they are known, move along on the wall clock."""
    when = asking.coming(reading, said, now)
    if isinstance(when, Misread):
        return when
    values: dict[str, Any] = {"starts_at": when.isoformat(), "day": local(when).date().isoformat()}
    if before := moment(data, "starts_at"):
        for name in ("ends_at", "closes_at"):
            if other := moment(data, name):
                values[name] = resolve_late(local(other) + (local(when) - local(before))).isoformat()
    return Given(values, Step.HOUR)


def _end(data: Data, said: str, now: datetime) -> Answered:
    starts_at = datetime.fromisoformat(data["starts_at"])
    reading = read_moment(said, now, local(starts_at).date())
    if isinstance(reading, NotUnderstood):
        return Misread("guide-misread-hour", {"said": echo(said)})
    when = asking.moment_of(reading, said)
    if isinstance(when, Misread):
        return when
    if when <= starts_at:
        return Misread("guide-ends-too-soon")
    if when > starts_at + FARTHEST:
        return Misread("guide-too-far")
    return Given({"ends_at": when.isoformat()}, Step.END)


def _place(data: Data, said: str, now: datetime) -> Answered:
    if links.is_link(said.strip()):
        return _link(data, said, now)
    return _text(Step.PLACE, rules.PLACE_AT_MOST)(data, said, now)


def _link(_data: Data, said: str, _now: datetime) -> Answered:
    text = said.strip()
    if not links.is_link(text):
        return Misread("guide-misread-link", {"said": echo(said)})
    if len(text) > rules.LINK_AT_MOST:
        return Misread("guide-too-long", {"count": len(text), "most": rules.LINK_AT_MOST})
    return Given({"link": text}, Step.LINK)


def _capacity(_data: Data, said: str, _now: datetime) -> Answered:
    text = said.strip()
    number = int(text) if text.isascii() and text.isdigit() and len(text) <= len(str(rules.CAPACITY_AT_MOST)) else 0
    if not 1 <= number <= rules.CAPACITY_AT_MOST:
        return Misread("guide-misread-capacity", {"said": echo(said), "most": rules.CAPACITY_AT_MOST})
    return Given({"capacity": number}, Step.CAPACITY)


def closing(starts_at: datetime, days: int) -> datetime:
    """Tell when registration closes that closes so many days before the start; 0 is the start itself."""
    return days_before(starts_at, days) if days else starts_at


def _closes(data: Data, said: str, now: datetime) -> Answered:
    starts_at = datetime.fromisoformat(data["starts_at"])
    word, _, days = said.partition(" ")
    if word == BEFORE and days in {"0", "1", "3", "7"}:
        when: datetime | Misread = closing(starts_at, int(days))
    else:
        reading = read_moment(said, now, local(starts_at).date())
        when = _end_of(reading.day, starts_at) if isinstance(reading, OnlyDay) else asking.moment_of(reading, said)
    if isinstance(when, Misread):
        return when
    if when > starts_at:
        return Misread("guide-closes-too-late")
    if when <= now:
        return Misread("guide-past")
    return Given({"closes_at": when.isoformat()}, Step.CLOSES)


def _end_of(day: date, starts_at: datetime) -> datetime:
    """Return the end of a day; on the day of the start itself, the start."""
    return starts_at if day == local(starts_at).date() else resolve_late(datetime.combine(day, LAST_MINUTE))


def _choose(_data: Data, _said: str, _now: datetime) -> Answered:
    return Misread("guide-choose")


READERS: Mapping[Step, Callable[[Data, str, datetime], Answered]] = {
    Step.KIND: _kind,
    Step.TITLE_SL: _text(Step.TITLE_SL, rules.TITLE_AT_MOST),
    Step.TITLE_EN: _text(Step.TITLE_EN, rules.TITLE_AT_MOST),
    Step.DESCRIPTION_SL: _description(Step.DESCRIPTION_SL),
    Step.DESCRIPTION_EN: _description(Step.DESCRIPTION_EN),
    Step.DAY: _day,
    Step.HOUR: _hour,
    Step.END: _end,
    Step.PLACE: _place,
    Step.LINK: _link,
    Step.CAPACITY: _capacity,
    Step.CLOSES: _closes,
    Step.PREVIEW: _choose,
    Step.CHANGE: _choose,
}
