"""When it goes: the questions and their answers on buttons. Pure."""

from datetime import date, datetime

from handlers.announcements.compose import schedule
from handlers.dates import keys
from handlers.dates.asking import local, month_shown
from handlers.guiding import back_and_leave, picks, said
from handlers.screen import Keys, Screen, in_rows
from handlers.texts import Say
from storage.announcements.times import DAY_AT_MOST, Every
from storage.drafts import Draft

HOURS = ("07:00", "08:00", "09:00", "10:00", "12:00", "14:00", "16:00", "18:00")
TIMES = (3, 5, 10, 20)
WEEKDAYS = range(1, 8)


def _asks(draft: Draft, key: str, rows: Keys, say: Say) -> Screen:
    return Screen(say(key), [*rows, *back_and_leave(draft, say)])


def day(draft: Draft, facts: object, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    """Ask for the day, or send at once, or again and again."""
    pick, today = picks(draft), local(now).date()
    shown = month_shown(draft, draft.data.get("day"), today)
    ways = [pick(say.label("key-at-once"), "/now"), pick(say.label("key-repeat"), "/repeat")]
    return _asks(draft, "compose-ask-day", [ways, *keys.calendar(pick, shown, today, say.language)], say)


def hour(draft: Draft, facts: object, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    """Ask for the hour."""
    chosen = date.fromisoformat(draft.data["day"])
    return _asks(draft, "compose-ask-hour", keys.hours(picks(draft), chosen, now, say.language), say)


def every(draft: Draft, facts: object, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    """Ask how often."""
    pick = picks(draft)
    return _asks(
        draft, "compose-ask-every", [[pick(say.label(f"key-every-{one}"), said("/every", one)) for one in Every]], say
    )


def on(draft: Draft, facts: object, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    """Ask for the day of the week or of the month."""
    pick = picks(draft)
    if schedule.plan(draft).every is Every.WEEK:
        names = (pick(say.label("key-weekday", weekday=f"d{number}"), str(number)) for number in WEEKDAYS)
        return _asks(draft, "compose-ask-weekday", in_rows(names, 2), say)
    days = [pick(say.label("key-first-of-month"), "1"), pick(say.label("key-last-of-month"), str(DAY_AT_MOST))]
    return _asks(draft, "compose-ask-monthday", [days], say)


def at(draft: Draft, facts: object, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    """Ask for the hour at which it repeats."""
    pick = picks(draft)
    hours = [pick(keys.hour_of(one, now, say.language), one) for one in HOURS]
    return _asks(draft, "compose-ask-at", in_rows(hours, 4), say)


def ends(draft: Draft, facts: object, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    """Ask when it ends."""
    pick = picks(draft)
    times = [pick(say.label("key-times", count=number), str(number)) for number in TIMES]
    return _asks(draft, "compose-ask-ends", [[pick(say.label("key-never-ends"), "/never")], times], say)
