"""Read moments as people type them: »12. 5. 2027 ob 9.30«, »12.5. 9h«, »jutri ob 9«, »next Friday at 10«.

Slovene and English are both understood, the day always comes before the month. Without a year the next such day is
meant, without a day in front of an hour the given one. Pure: `now` is passed in.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from handlers.dates.words import HALF_HOURS, MONTHS, WEEKDAYS, WORDS, fold
from storage.local_time import LJUBLJANA, MissingHour, resolve

LONGEST = 200
EARLIEST = 1900
"""A year before this is a slip of the finger."""


@dataclass(frozen=True, slots=True)
class Read:
    """A moment, in UTC."""

    moment: datetime


@dataclass(frozen=True, slots=True)
class OnlyDay:
    """A day without an hour."""

    day: date


@dataclass(frozen=True, slots=True)
class OnlyHour:
    """An hour without a day."""

    hour: time


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """Something in it makes no sense."""


@dataclass(frozen=True, slots=True)
class NoSuchDay:
    """The calendar has no such day."""


@dataclass(frozen=True, slots=True)
class OtherWeekday:
    """The weekday that was named is not the one of `day`."""

    day: date


Reading = Read | OnlyDay | OnlyHour | NotUnderstood | NoSuchDay | OtherWeekday | MissingHour

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_YEAR = r"(?:[ ,]*(?P<year>\d{4}))?"
_DAYS = (
    re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)"),
    re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)? ?(?P<name>{_MONTH})\b\.?{_YEAR}(?!\d)"),
    re.compile(rf"\b(?P<name>{_MONTH})\b\.? ?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d.:h])(?:,? ?(?P<year>\d{{4}}))?"),
    re.compile(r"(?<!\d)(?P<day>\d{1,2})[./] ?(?P<month>\d{1,2})[./] ?(?P<year>\d{4})(?!\d)\.?"),
    re.compile(r"(?<!\d)(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\.(?! ?\d{4}(?!\d))"),
    re.compile(r"(?<!\d)(?P<day>\d{1,2})/(?P<month>\d{1,2})(?!\d)"),
)
_HALF = "|".join(HALF_HOURS)
_HOURS = (
    re.compile(r"(?<!\d)(?P<hour>\d{1,2})[.:](?P<minute>\d{2})(?!\d) ?(?:h|ura|uri)?"),
    re.compile(r"(?<!\d)(?P<hour>\d{1,2}) ?h(?: ?(?P<minute>\d{2}))?(?![\da-z])"),
    re.compile(rf"\bpol (?P<half>{_HALF})\b"),
    re.compile(r"(?<!\d)(?P<hour>\d{1,2})(?!\d)"),
)


def read_moment(text: str, now: datetime, base: date | None = None) -> Reading:
    """Read typed `text`; an hour alone is taken on `base`, if that is given."""
    said = fold(text)
    if not said or len(text) > LONGEST:
        return NotUnderstood()
    today = now.astimezone(LJUBLJANA).date()
    day, rest = _find_day(said, today)
    if isinstance(day, NoSuchDay):
        return day
    hour, rest = _find_hour(rest)
    if isinstance(hour, NotUnderstood):
        return hour
    weekday, rest = _find_weekday(rest)
    if rest:
        return NotUnderstood()
    if day is None and weekday is not None:
        day = today + timedelta(days=(weekday - today.weekday()) % 7 or 7)
    elif day is not None and weekday is not None and day.weekday() != weekday:
        return OtherWeekday(day)
    return _together(day or (base if hour is not None else None), hour)


def _together(day: date | None, hour: time | None) -> Reading:
    if day is None:
        return NotUnderstood() if hour is None else OnlyHour(hour)
    if hour is None:
        return OnlyDay(day)
    moment = resolve(datetime.combine(day, hour))
    return moment if isinstance(moment, MissingHour) else Read(moment)


def _cut(text: str, match: re.Match[str]) -> str:
    return f"{text[: match.start()]} {text[match.end() :]}"


def _find_day(said: str, today: date) -> tuple[date | NoSuchDay | None, str]:
    """Find a date or a word for one; return it with what is left of the text."""
    for word in said.replace(",", " ").split():
        ahead = {"today": 0, "tomorrow": 1, "after_tomorrow": 2}.get(WORDS.get(word, ""))
        if ahead is not None:
            return today + timedelta(days=ahead), said.replace(word, " ", 1)
    for pattern in _DAYS:
        if match := pattern.search(said):
            parts = match.groupdict()
            month = MONTHS[parts["name"]] if parts.get("name") else int(parts["month"])
            return _calendar_day(int(parts["day"]), month, parts.get("year"), today), _cut(said, match)
    return None, said


def _calendar_day(day: int, month: int, year: str | None, today: date) -> date | NoSuchDay:
    """Make a date; without a year the next one from today on, leap days included."""
    if year and int(year) < EARLIEST:
        return NoSuchDay()
    for candidate in [int(year)] if year else range(today.year, today.year + 9):
        try:
            found = date(candidate, month, day)
        except ValueError:
            continue
        if year or found >= today:
            return found
    return NoSuchDay()


def _find_hour(rest: str) -> tuple[time | NotUnderstood | None, str]:
    """Find an hour; return it with what is left of the text."""
    for pattern in _HOURS:
        if match := pattern.search(rest):
            parts = match.groupdict()
            left = _cut(rest, match)
            if half := parts.get("half"):
                hour, minute = HALF_HOURS[half] - 1 or 12, 30
            else:
                hour, minute = int(parts["hour"]), int(parts.get("minute") or 0)
            return _clock(hour, minute, left), _without(left, {"am", "pm"})
    return None, rest


def _clock(hour: int, minute: int, left: str) -> time | NotUnderstood:
    """Make a clock time; »am« and »pm« and their Slovene likes are in what is left of the text."""
    meanings = {WORDS.get(word) for word in left.replace(",", " ").split()}
    noon = 12
    if "pm" in meanings and hour < noon:
        hour += noon
    elif "am" in meanings and hour == noon:
        hour = 0
    try:
        return time(hour, minute)
    except ValueError:
        return NotUnderstood()


def _find_weekday(rest: str) -> tuple[int | None, str]:
    """Find a weekday among the words that are left; return it with those that mean nothing here."""
    weekday, unknown = None, []
    for word in re.sub(r"[.,;]", " ", _without(rest, {"filler", "next"})).split():
        if word in WEEKDAYS and weekday is None:
            weekday = WEEKDAYS[word]
        else:
            unknown.append(word)
    return weekday, " ".join(unknown)


def _without(text: str, meanings: set[str]) -> str:
    words = text.replace(",", " ").split()
    return " ".join(word for word in words if WORDS.get(word.strip(".")) not in meanings)
