"""Further dates while they are given: what there is, rules, a calendar. Pure."""

from datetime import datetime

from handlers.dates import keys, writing
from handlers.dates.asking import local, month_shown
from handlers.events.compose import dates
from handlers.events.compose.dates import Every
from handlers.events.steps import Step
from handlers.guiding import paged, picks, said
from handlers.screen import Keys, in_rows
from handlers.texts import Markup, Say
from storage.drafts import Draft
from storage.events.publishing import SERIES_AT_MOST

COUNTS = (2, 3, 4, 5, 6, 8, 10, 12)


def so_far(draft: Draft, say: Say, now: datetime) -> list[str | None]:
    """Say when it takes place; all dates fit."""
    return [say("event-when", when=writing.moment(dates.first(draft.data), say.language)), also(draft, say, now)]


def also(draft: Draft, say: Say, now: datetime) -> Markup | None:
    """Say on which other dates it takes place, with the hour where it is another; None if there are none."""
    others, usual = dates.others(draft.data), writing.hour(dates.first(draft.data), say.language)
    if not others:
        return None
    days = [
        writing.short(one, now, say.language)
        if writing.hour(one, say.language) == usual
        else say.label("dates-at", day=writing.short(one, now, say.language), hour=writing.hour(one, say.language))
        for one in others
    ]
    return say("dates-also", count=len(others), days=", ".join(days))


def keys_of(draft: Draft, say: Say, now: datetime) -> Keys:
    """Give the answers that a button can give."""
    pick, step = picks(draft), Step(draft.step)
    if step is Step.COUNT:
        return in_rows((pick(str(one), str(one)) for one in COUNTS), 4)
    if step is Step.DATE:
        today = local(now).date()
        shown = month_shown(draft, local(dates.first(draft.data)).date().isoformat(), today)
        chosen = {local(one).date() for one in (dates.first(draft.data), *dates.others(draft.data))}
        return keys.calendar(pick, shown, today, say.language, chosen)
    rules = [[pick(say.label(f"key-dates-{one}"), said("/every", one)) for one in Every]]
    others = dates.others(draft.data)
    drops = [
        [pick(say.label("key-event-drop", name=writing.moment(one, say.language)), said("/drop", place))]
        for place, one in enumerate(others)
    ]
    one_by_one = [[pick(say.label("key-dates-pick"), "/pick")]] if len(others) < SERIES_AT_MOST - 1 else []
    return [*rules, *one_by_one, *paged(draft, drops, say)]
