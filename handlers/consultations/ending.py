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


def answers(draft: Draft, say: Say, now: datetime) -> Keys:
    """Give the days of a month, or the hours of the day that was chosen."""
    pick, today = picks(draft), local(now).date()
    if draft.step == HOUR:
        return keys.hours(pick, date.fromisoformat(draft.data[DAY]), now, say.language)
    return keys.calendar(pick, asking.month_shown(draft, draft.data.get(DAY), today), today, say.language)
