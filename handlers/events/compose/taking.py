"""How what is said of an event is read, part by part. Pure."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from handlers.conversation import Misread
from handlers.dates import asking
from handlers.dates.asking import FARTHEST, echo, local, one_line
from handlers.dates.reading import NotUnderstood, OnlyDay, OnlyHour, Reading, read_moment
from handlers.events.compose import extras
from handlers.events.compose.extras import BEFORE, end_of, number
from handlers.events.steps import Answered, Data, Given, Step, moment
from storage import links
from storage.events import drafting, rules
from storage.events.publishing import along
from storage.events.rules import Kind
from storage.local_time import days_before, resolve_late

MOVE_ALONG = ("ends_at", "closes_at", "free_until")
"""The moments that always move with the start, on the wall clock."""


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
    """Take the start; what is known of the end, of registration and of cancelling moves along."""
    when = asking.coming(reading, said, now)
    if isinstance(when, Misread):
        return when
    values: dict[str, Any] = {"starts_at": when.isoformat(), "day": local(when).date().isoformat()}
    if before := moment(data, "starts_at"):
        for name in _move_along(data, now):
            if other := moment(data, name):
                values[name] = along(other, before, when).isoformat()
        if "also" in data:
            by = local(when) - local(before)
            others = (datetime.fromisoformat(one) for one in data["also"])
            values["also"] = [resolve_late(local(other) + by).isoformat() for other in others]
    return Given(values, Step.HOUR)


def _move_along(data: Data, now: datetime) -> tuple[str, ...]:
    """Name what moves with the start; registration that has opened is not closed again."""
    opens_at = moment(data, "opens_at")
    open_now = drafting.changes(data) is not None and opens_at is not None and opens_at <= now
    return MOVE_ALONG if open_now else (*MOVE_ALONG, "opens_at")


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
    found = number(said, rules.CAPACITY_AT_MOST)
    return found if isinstance(found, Misread) else Given({"capacity": found}, Step.CAPACITY)


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
        when = end_of(reading.day, starts_at) if isinstance(reading, OnlyDay) else asking.moment_of(reading, said)
    if isinstance(when, Misread):
        return when
    if when > starts_at:
        return Misread("guide-closes-too-late")
    if when <= now:
        return Misread("guide-past")
    return Given({"closes_at": when.isoformat()}, Step.CLOSES)


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
    **extras.READERS,
}
