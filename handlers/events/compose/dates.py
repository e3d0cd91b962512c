"""How further dates of an event are given: by a rule, or one by one. Pure."""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from enum import StrEnum

from handlers.conversation import Misread
from handlers.dates import asking
from handlers.dates.asking import local
from handlers.dates.reading import OnlyDay, Read, Reading, read_moment
from handlers.events.compose.extras import number
from handlers.events.steps import Data, Step
from storage.drafts import Draft
from storage.events.publishing import SERIES_AT_MOST
from storage.local_time import resolve_late

STEPS = {Step.DATES, Step.DATE, Step.COUNT}
CHOOSE = Misread("guide-choose")
WEEK = 7


class Every(StrEnum):
    """How often an event takes place again."""

    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"


Answer = Draft | Misread


def first(data: Data) -> datetime:
    """Return the start of the event itself."""
    return datetime.fromisoformat(data["starts_at"])


def others(data: Data) -> list[datetime]:
    """List the starts of the others, in order."""
    return [datetime.fromisoformat(one) for one in data.get("also", ())]


def _with(draft: Draft, step: Step, found: Iterable[datetime]) -> Answer:
    kept = sorted(set(found) - {first(draft.data)})
    if len(kept) >= SERIES_AT_MOST:
        return Misread("dates-too-many", {"most": SERIES_AT_MOST})
    return draft.at(step, also=[one.isoformat() for one in kept] or None)


def hear(draft: Draft, said: str, now: datetime) -> Answer:
    """Take what is said at one of the steps of dates."""
    step, (word, _, argument) = Step(draft.step), said.partition(" ")
    if step is Step.COUNT:
        return _count(draft, said)
    if not said.startswith("/"):
        return _typed(draft, step, said, now)
    if word == "/next":
        following = Step.PREVIEW if step is Step.DATES else Step.DATES
        return draft.at(following, changing=None, page=None, month=None)
    return _followed(draft, word, argument) if step is Step.DATES else CHOOSE


def _followed(draft: Draft, word: str, argument: str) -> Answer:
    """Follow a button at the list: a rule, the calendar, a page, one date less."""
    there = others(draft.data)
    match word:
        case "/every" if argument in set(Every):
            return draft.at(Step.COUNT, every=argument)
        case "/pick":
            return draft.at(Step.DATE)
        case "/page" if argument.isascii() and argument.isdigit() and len(argument) <= len("99"):
            return draft.at(Step.DATES, page=int(argument))
        case "/drop" if argument in map(str, range(len(there))):
            return _with(draft, Step.DATES, [one for place, one in enumerate(there) if str(place) != argument])
        case _:
            return CHOOSE


def _typed(draft: Draft, step: Step, said: str, now: datetime) -> Answer:
    """Add a date, at the hour of the first where none is named; one that is there already goes, in the calendar."""
    reading = read_moment(said, now)
    if isinstance(reading, OnlyDay):
        reading = _at_first_hour(draft, reading.day)
    when = asking.coming(reading, said, now)
    if isinstance(when, Misread):
        return when
    there = others(draft.data)
    if when == first(draft.data):
        return Misread("dates-first")
    if step is Step.DATE and when in there:
        return _with(draft, step, [one for one in there if one != when])
    return _with(draft, step, [*there, when])


def _at_first_hour(draft: Draft, day: date) -> Reading:
    return Read(resolve_late(datetime.combine(day, local(first(draft.data)).time())))


def _count(draft: Draft, said: str) -> Answer:
    """Take how many dates there are in all, and lay the others out by the rule."""
    found = number(said, SERIES_AT_MOST)
    if isinstance(found, Misread):
        return found
    ahead = _ahead(first(draft.data), Every(draft.data.get("every", Every.WEEK)))
    return _with(draft.at(Step.DATES, every=None, page=None), Step.DATES, [next(ahead) for _ in range(found - 1)])


def _ahead(start: datetime, every: Every) -> Iterator[datetime]:
    """Give the starts that follow, at the same hour on the wall."""
    wall, on = local(start), 0
    while True:
        if every is Every.MONTH:
            on += 1
            yield resolve_late(datetime.combine(_same_weekday(wall.date(), on), wall.time()))
        else:
            on += WEEK if every is Every.WEEK else 2 * WEEK
            yield resolve_late(wall + timedelta(days=on))


def _same_weekday(day: date, months: int) -> date:
    """Find the same weekday so many months on: the second Wednesday, say; of a fifth, the last."""
    year, month = divmod(day.month - 1 + months, 12)
    start = day.replace(year=day.year + year, month=month + 1, day=1)
    ahead = (day.isoweekday() - start.isoweekday()) % WEEK + (day.day - 1) // WEEK * WEEK
    longest = monthrange(start.year, start.month)[1]
    return start + timedelta(days=ahead if ahead < longest else ahead - WEEK)
