"""Days and hours on buttons. Pure."""

from collections.abc import Callable, Collection
from datetime import date, datetime, time

from handlers.dates import writing
from handlers.dates.month import month_of
from handlers.dates.words import PATTERNS
from handlers.screen import Key, Keys, in_rows
from storage.local_time import LJUBLJANA, resolve

HOURS = ("08:00", "09:00", "09:30", "10:00", "11:00", "12:00", "13:00", "14:00", "15:00", "16:00", "17:00", "18:00")

Pick = Callable[[str, str], Key]
"""From a label and what the button says to a button."""


def calendar(pick: Pick, shown: date, today: date, language: str, chosen: Collection[date] = ()) -> Keys:
    """Give a month from today on, days `chosen` ticked; its buttons say a day, `/month` and a month, or `/stay`."""
    month = month_of(shown.year, shown.month, today)
    head = [pick(writing.month_name(month.year, month.month, language), "/stay"), pick("›", _month(month.after))]
    if month.earlier:
        head.insert(0, pick("‹", _month(month.before)))
    weekdays = [pick(initial, "/stay") for initial in PATTERNS[language]["weekdays"]]
    days = [
        [pick(f"{'✓' * (day in chosen)}{day.day}", day.isoformat()) if day else pick("·", "/stay") for day in week]
        for week in month.weeks
        if any(week)
    ]
    return [head, weekdays, *days]


def _month(of: tuple[int, int]) -> str:
    return f"/month {of[0]:04}-{of[1]:02}"


def hours(pick: Pick, day: date, now: datetime, language: str) -> Keys:
    """Give the usual hours of a day that are to come."""
    moments = ((hour, resolve(datetime.combine(day, time.fromisoformat(hour)))) for hour in HOURS)
    coming = ((hour, when) for hour, when in moments if isinstance(when, datetime) and when > now)
    return in_rows((pick(writing.hour(when, language), hour) for hour, when in coming), 4)


def hour_of(clock: str, now: datetime, language: str) -> str:
    """Name an hour that is meant on any day."""
    return writing.hour(datetime.combine(now.date(), time.fromisoformat(clock), LJUBLJANA), language)
