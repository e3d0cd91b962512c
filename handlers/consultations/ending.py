"""When a consultation ends: the day and the hour, as they are asked for and read. Pure."""

from datetime import date, datetime

from handlers.conversation import Misread
from handlers.dates import asking, keys
from handlers.dates.asking import echo, local
from handlers.dates.reading import NotUnderstood, OnlyDay, read_moment
from handlers.guiding import picks
from handlers.screen import Keys
from handlers.texts import Say
from storage.drafts import Draft

DAY, HOUR = "day", "hour"
"""The steps of a conversation at which it asks, and what was chosen is called in the draft."""


def take(draft: Draft, said: str, now: datetime) -> Draft | datetime | Misread:
    """Take a day, and ask for the hour, or take the moment."""
    known = draft.data.get(DAY) if draft.step == HOUR else None
    reading = read_moment(said, now, date.fromisoformat(known)) if known else read_moment(said, now)
    match reading:
        case OnlyDay(day):
            coming = asking.coming_day(day, now)
            return coming if isinstance(coming, Misread) else draft.at(HOUR, day=coming.isoformat())
        case NotUnderstood() if known:
            return Misread("guide-misread-hour", {"said": echo(said)})
        case _:
            return asking.coming(reading, said, now)


def turn_month(draft: Draft, argument: str, now: datetime) -> Draft | Misread:
    """Turn the calendar to another month."""
    try:
        first = date.fromisoformat(f"{argument}-01")
    except ValueError:
        return Misread("guide-choose")
    near = now.year <= first.year <= now.year + 10
    return draft.at(DAY, month=argument) if near else Misread("guide-too-far")


def answers(draft: Draft, say: Say, now: datetime) -> Keys:
    """Give the days of a month, or the hours of the day that was chosen."""
    pick, today = picks(draft), local(now).date()
    if draft.step == HOUR:
        return keys.hours(pick, date.fromisoformat(draft.data[DAY]), now, say.language)
    month = draft.data.get("month") or str(draft.data.get(DAY) or today)[:7]
    shown = date.fromisoformat(f"{max(month, today.isoformat()[:7])}-01")
    return keys.calendar(pick, shown, today, say.language)
