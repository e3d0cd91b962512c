"""The card of an event that is being written, as it grows. Pure."""

from datetime import date, datetime, time, timedelta
from functools import partial

from handlers.conversation import Pick
from handlers.dates import keys, writing
from handlers.dates.asking import local, month_shown
from handlers.events import words
from handlers.events.compose import asked, asked_screens, dates, dates_screens, extra_screens, preview
from handlers.events.compose.extras import BEFORE
from handlers.events.compose.facts import Facts
from handlers.events.compose.taking import closing
from handlers.events.steps import OPTIONAL, ORDER, PARTS, Step, moment, possible, value
from handlers.home import LeaveDraft
from handlers.screen import Key, Keys, Screen, in_rows, lines
from handlers.texts import Say
from storage.drafts import Draft
from storage.events import drafting
from storage.events.rules import Kind
from storage.local_time import MissingHour, resolve

LENGTHS = (60, 90, 120, 150, 180, 210, 240, 270, 300, 360, 420, 480)
"""Minutes from the start to the ends that are offered."""

CAPACITIES = (10, 20, 30, 50, 100)
CLOSINGS = (0, 1, 3, 7)
"""Days before the start."""

NEXT = {Step.SPEAKERS, Step.LEADS, Step.QUESTIONS, Step.OPTIONS, Step.DATES, Step.DATE}
"""Where several things are given before it goes on."""

SHOWN = 100
"""So much of a description is shown while the event is being written."""


def show(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:
    """Draw the card: what there is so far, what is asked, and the answers on buttons."""
    draft = possible(draft)
    step = Step(draft.step)
    if step is Step.PREVIEW:
        return preview.preview(draft, facts, say, now)
    ways = [*_answers(draft, step, facts, say, now), *_ways(draft, step, say)]
    head = say("guide-card" if drafting.changes(draft.data) is None else "guide-card-change")
    return Screen(lines(head, *_known(draft, step, facts, say, now), "", say(_question(draft, step))), ways)


def _known(draft: Draft, step: Step, facts: Facts, say: Say, now: datetime) -> list[str | None]:
    """Say what there is so far; where questions or dates are written, only those."""
    title = say("guide-title-sl", title=draft.data.get(Step.TITLE_SL, ""))
    if step in asked.STEPS:
        return [title, *asked_screens.so_far(draft, facts.answered, say)]
    if step in dates.STEPS:
        return [title, *dates_screens.so_far(draft, say, now)]
    return [*_so_far(draft, say), *extra_screens.so_far(draft, say)]


def _question(draft: Draft, step: Step) -> str:
    step = Step(possible(draft.at(step)).step)
    needed = step is Step.LINK and not draft.data.get(Step.PLACE)
    return "guide-ask-link-needed" if needed else f"guide-ask-{_slug(step)}"


def _slug(step: Step) -> str:
    return step.replace("_", "-")


def _so_far(draft: Draft, say: Say) -> list[str | None]:
    data = draft.data
    texts = {step: data.get(step) for step in ORDER}
    descriptions = [text for text in (texts[Step.DESCRIPTION_SL], texts[Step.DESCRIPTION_EN]) if text]
    start, end, closes = (moment(data, name) for name in ("starts_at", "ends_at", "closes_at"))
    return [
        say("event-kind", kind=words.kind(Kind(data["kind"]), say)) if "kind" in data else None,
        say("guide-title-sl", title=texts[Step.TITLE_SL]) if texts[Step.TITLE_SL] else None,
        say("guide-title-en", title=texts[Step.TITLE_EN]) if texts[Step.TITLE_EN] else None,
        *(say("guide-description", text=text) for text in map(_short, descriptions)),
        say("event-when", when=_when(data.get("day"), start, end, say.language)) if "day" in data or start else None,
        say("event-where", where=texts[Step.PLACE]) if texts[Step.PLACE] else None,
        say("event-link", link=texts[Step.LINK]) if texts[Step.LINK] else None,
        say("guide-capacity", count=data["capacity"]) if "capacity" in data else None,
        say("guide-closes", when=writing.moment(closes, say.language)) if closes else None,
    ]


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= SHOWN else plain[: SHOWN - 1].rstrip() + "…"


def _when(day: str | None, start: datetime | None, end: datetime | None, language: str) -> str:
    if start is None or (day is not None and local(start).date().isoformat() != day):
        return writing.day(_noon(date.fromisoformat(day or "")), language)
    return writing.span(start, end, language) if end and end > start else writing.moment(start, language)


def _noon(day: date) -> datetime:
    found = resolve(datetime.combine(day, time(12)))
    if isinstance(found, MissingHour):
        raise TypeError("No clock jumps over noon.")
    return found


def _pick(draft: Draft, label: str, said: str) -> Key:
    return Key(label, Pick(draft.id, draft.version, said))


def _answers(draft: Draft, step: Step, facts: Facts, say: Say, now: datetime) -> Keys:
    """Give the answers that a button can give."""
    match step:
        case Step.KIND:
            return in_rows((_pick(draft, words.kind(kind, say), kind.value) for kind in Kind), 2)
        case Step.DAY:
            return _calendar(draft, say, now)
        case Step.HOUR:
            return _hours(draft, say, now)
        case Step.END:
            return _ends(draft, say)
        case Step.CAPACITY:
            return [[_pick(draft, str(number), str(number)) for number in CAPACITIES]]
        case Step.CLOSES:
            return _closings(draft, say, now)
        case _:
            return _beside(draft, step, facts, say, now)


def _beside(draft: Draft, step: Step, facts: Facts, say: Say, now: datetime) -> Keys:
    """Give the answers at the steps beside the way."""
    if step is Step.CHANGE:
        parts = PARTS if drafting.changes(draft.data) is not None else (*PARTS, Step.DATES)
        return in_rows((_pick(draft, _part(draft, one, say), f"/edit {one}") for one in parts), 2)
    if step in dates.STEPS:
        return dates_screens.keys_of(draft, say, now)
    if step in asked.STEPS:
        return asked_screens.keys_of(draft, facts.answered, say)
    return extra_screens.answers(draft, step, say, now)


def _part(draft: Draft, part: Step, say: Say) -> str:
    """Name a part on a button; one of which there is nothing yet, as to be added."""
    name = say.label(f"key-field-{_slug(part)}")
    there = part in {Step.DAY, Step.LEADS} or draft.data.get("also" if part is Step.DATES else part)
    return name if there else say.label("key-field-add", name=name)


def _calendar(draft: Draft, say: Say, now: datetime) -> Keys:
    today = local(now).date()
    shown = month_shown(draft, draft.data.get("day"), today)
    return keys.calendar(partial(_pick, draft), shown, today, say.language)


def _hours(draft: Draft, say: Say, now: datetime) -> Keys:
    day = date.fromisoformat(draft.data["day"])
    offered = keys.hours(partial(_pick, draft), day, now, say.language)
    before = moment(draft.data, "starts_at")
    if before is None:
        return offered
    same = _pick(draft, say.label("key-same-hour", hour=writing.hour(before, say.language)), f"{local(before):%H:%M}")
    return [[same], *offered]


def _ends(draft: Draft, say: Say) -> Keys:
    start = datetime.fromisoformat(draft.data["starts_at"])
    ends = [start + timedelta(minutes=length) for length in LENGTHS]
    same_day = [end for end in ends if local(end).date() == local(start).date()]
    return in_rows((_pick(draft, writing.hour(end, say.language), f"{local(end):%H:%M}") for end in same_day), 4)


def _closings(draft: Draft, say: Say, now: datetime) -> Keys:
    start = datetime.fromisoformat(draft.data["starts_at"])
    offered = [days for days in CLOSINGS if closing(start, days) > now]
    return in_rows((_pick(draft, say.label(f"key-closes-{days}"), f"{BEFORE} {days}") for days in offered), 2)


def _ways(draft: Draft, step: Step, say: Say) -> Keys:
    """Give the ways to other steps."""
    ways: list[Key] = []
    if step is not Step.KIND or draft.data.get("changing"):
        ways.append(_pick(draft, say.label("key-back"), "/back"))
    if step in OPTIONAL and (step is not Step.LINK or draft.data.get(Step.PLACE)):
        ways.append(_pick(draft, say.label("key-leave-out" if value(draft.data, step) else "key-skip"), "/skip"))
    if step in NEXT or (step in ORDER and value(draft.data, step) is not None):
        ways.append(_pick(draft, say.label("key-keep"), "/next"))
    return [ways, [Key(say.label("key-leave"), LeaveDraft())]]
