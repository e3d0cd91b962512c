"""The card of an event that is being written, as it grows. Pure."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from functools import partial

from handlers.conversation import Pick
from handlers.dates import keys, writing
from handlers.dates.asking import local
from handlers.events import buttons, words
from handlers.events.steps import BEFORE, OPTIONAL, ORDER, Step, closing, moment, value
from handlers.home import LeaveDraft
from handlers.screen import Key, Keys, Screen, in_rows, lines
from handlers.texts import Say
from storage.drafts import Draft
from storage.events import drafting, rules
from storage.events.drafting import Unfinished
from storage.events.reading import Line
from storage.events.rules import Event, EventDetails, EventId, Kind
from storage.local_time import MissingHour, resolve

LENGTHS = (60, 90, 120, 150, 180, 210, 240, 270, 300, 360, 420, 480)
"""Minutes from the start to the ends that are offered."""

CAPACITIES = (10, 20, 30, 50, 100)
CLOSINGS = (0, 1, 3, 7)
"""Days before the start."""

SHOWN = 100
"""So much of a description is shown while the event is being written."""


def show(draft: Draft, facts: None, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as guides show
    """Draw the card: what there is so far, what is asked, and the answers on buttons."""
    step = Step(draft.step)
    if step is Step.PREVIEW:
        return _preview(draft, say, now)
    ways = [*_answers(draft, step, say, now), *_ways(draft, step, say)]
    return Screen(lines(say("guide-card"), *_so_far(draft, say), "", say(_question(draft, step))), ways)


def _question(draft: Draft, step: Step) -> str:
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


def _answers(draft: Draft, step: Step, say: Say, now: datetime) -> Keys:
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
        case Step.CHANGE:
            changeable = (one for one in ORDER if one not in {Step.HOUR, Step.PREVIEW})
            return in_rows(
                (_pick(draft, say.label(f"key-field-{_slug(one)}"), f"/edit {one}") for one in changeable), 2
            )
        case _:
            return []


def _calendar(draft: Draft, say: Say, now: datetime) -> Keys:
    today = local(now).date()
    shown = date.fromisoformat(_month_shown(draft, today))
    return keys.calendar(partial(_pick, draft), shown, today, say.language)


def _month_shown(draft: Draft, today: date) -> str:
    """Return the first day of the month to show: the one turned to, else the chosen day's, else this one."""
    month = draft.data.get("month") or str(draft.data.get("day") or today.isoformat())[:7]
    return f"{max(month, today.isoformat()[:7])}-01"


def _hours(draft: Draft, say: Say, now: datetime) -> Keys:
    return keys.hours(partial(_pick, draft), date.fromisoformat(draft.data["day"]), now, say.language)


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
    if step is not Step.CHANGE and value(draft.data, step) is not None:
        ways.append(_pick(draft, say.label("key-keep"), "/next"))
    return [ways, [Key(say.label("key-leave"), LeaveDraft())]]


def _preview(draft: Draft, say: Say, now: datetime) -> Screen:
    """Show the event as members will see it, in one language at a time, and offer to publish it."""
    details = drafting.details(draft.data)
    if isinstance(details, Unfinished):
        raise TypeError(f"There is nothing to preview yet: {details.missing}")
    shown = draft.data.get("shown", say.language)
    problems = rules.check(details, now)
    other = "en" if shown == "sl" else "sl"
    publish = [] if problems else [Key(say.label("key-publish"), buttons.Publish(draft.id, draft.version))]
    ways = [
        [*publish, _pick(draft, say.label("key-change"), "/change")],
        [_pick(draft, say.label(f"key-preview-{other}"), f"/language {other}")],
        [Key(say.label("key-leave"), LeaveDraft())],
    ]
    return Screen(lines(say(f"guide-preview-{shown}"), "", as_members_see(details, say.in_language(shown), now),
                        *_problems(problems, say)), ways)  # fmt: skip


def as_members_see(details: EventDetails, say: Say, now: datetime) -> str:
    """Show the card and the description in the language of `say`."""
    event = Event(EventId(0), details, cancelled=False)
    text = words.description(details, say)
    return lines(
        words.face(details, say, link=False),
        words.standing(Line(event, 0, None), say, now),
        say("guide-link-hidden", link=details.link) if details.link else None,
        "" if text else None,
        say("event-description", text=text) if text else None,
    )


def _problems(problems: Sequence[rules.Problem], say: Say) -> list[str]:
    """Say what has to change before the event can be published."""
    return ["", say("guide-problems"), *(say(f"guide-problem-{problem}") for problem in problems)] if problems else []
