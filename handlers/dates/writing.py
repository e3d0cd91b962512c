"""Moments in words. All take aware moments and a language, and speak of Ljubljana's wall clock."""

from datetime import date, datetime, time, timedelta
from functools import lru_cache

from babel.dates import format_date, format_time

from handlers.dates.words import PATTERNS
from storage.local_time import LJUBLJANA

NEAR = {0: "today", 1: "tomorrow", 2: "after_tomorrow"}
"""The days that have a name of their own, counted from today."""

REMEMBERED = 4096
"""Babel reads its patterns anew each time, and the same few moments are on every card."""


def _local(moment: datetime) -> datetime:
    return moment.astimezone(LJUBLJANA)


@lru_cache(REMEMBERED)
def _date(day: date, pattern: str, language: str) -> str:
    return format_date(day, PATTERNS[language][pattern], locale=language)


@lru_cache(REMEMBERED)
def _hour(wall: time, language: str) -> str:
    return format_time(wall, PATTERNS[language]["hour"], locale=language)


def hour(moment: datetime, language: str) -> str:
    """9.30"""  # noqa: D415 - an example says it best
    return _hour(_local(moment).time(), language)


def day(moment: datetime, language: str) -> str:
    """sreda, 12. maj 2027"""  # noqa: D415
    return _date(_local(moment).date(), "day", language)


def moment(when: datetime, language: str) -> str:
    """sreda, 12. maj 2027, ob 9.30"""  # noqa: D415
    return str(PATTERNS[language]["at"]).format(day=day(when, language), hour=hour(when, language))


def span(start: datetime, end: datetime, language: str) -> str:
    """sreda, 12. maj 2027, 9.30–14.00"""  # noqa: D415
    same = _local(start).date() == _local(end).date()
    return str(PATTERNS[language]["span" if same else "long_span"]).format(
        day=day(start, language), hour=hour(start, language), end_day=day(end, language), end_hour=hour(end, language)
    )


def until(when: datetime, now: datetime, language: str) -> str:
    """5. maja, as behind »do«; the year only when it is another."""
    patterns, local = PATTERNS[language], _local(when)
    pattern = str(patterns["until" if local.year == _local(now).year else "until_year"])
    return pattern.format(day=local.day, month=patterns["months_until"][local.month - 1], year=local.year)


def until_moment(when: datetime, now: datetime, language: str) -> str:
    """5. maja ob 12.00, as behind »do«."""
    return str(PATTERNS[language]["until_at"]).format(day=until(when, now, language), hour=hour(when, language))


def weekday(when: datetime, now: datetime, language: str) -> str:
    """petek, 12. marca; the year only when it is another"""  # noqa: D415
    return str(PATTERNS[language]["weekday"]).format(
        weekday=_date(_local(when).date(), "weekday_name", language), day=until(when, now, language)
    )


def near(when: datetime, now: datetime, language: str) -> str:
    """jutri ob 9.30; further away as `moment` says it"""  # noqa: D403, D415
    word = NEAR.get(days_left(when, now))
    if word is None:
        return moment(when, language)
    patterns = PATTERNS[language]
    return str(patterns["near_at"]).format(day=patterns[word], hour=hour(when, language))


def soon(when: datetime, now: datetime, language: str) -> str:
    """jutri ob 9.30; further away 5. maja ob 9.30"""  # noqa: D403, D415
    return (near if days_left(when, now) in NEAR else until_moment)(when, now, language)


def lasting(when: datetime, now: datetime, language: str) -> str:
    """do jutri, 9.30; further away do 5. maja ob 9.30"""  # noqa: D403, D415
    patterns, word = PATTERNS[language], NEAR.get(days_left(when, now))
    if word is None:
        return str(patterns["lasting"]).format(when=until_moment(when, now, language))
    return str(patterns["lasting_near"]).format(day=patterns[word], hour=hour(when, language))


def short(when: datetime, now: datetime, language: str) -> str:
    """12. 5., for lists, where the title needs the room; the year only when it is another"""  # noqa: D415
    same_year = _local(when).year == _local(now).year
    return _date(_local(when).date(), "short" if same_year else "short_year", language)


def month_name(year: int, month: int, language: str) -> str:
    """maj 2027"""  # noqa: D403, D415
    return _date(date(year, month, 1), "month", language)


def days_left(when: datetime, now: datetime) -> int:
    """Count the local days from today to the day of a moment; negative when it is past."""
    return (_local(when).date() - _local(now).date()) // timedelta(days=1)


def capitalised(text: str) -> str:
    """Make the first letter a capital, for the start of a sentence."""
    return text[:1].upper() + text[1:]
