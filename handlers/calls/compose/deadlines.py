"""The deadlines of a call, as they are asked for and read. Pure.

One is in the list as soon as its day is known; before that it is `new` in the draft.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from handlers.calls.compose import taking
from handlers.calls.compose.steps import KNOWN, Step, after
from handlers.conversation import Misread
from handlers.dates import asking
from handlers.dates.asking import FARTHEST, echo, local
from handlers.dates.reading import NotUnderstood, OnlyDay, Read, read_moment
from handlers.dates.words import fold
from storage.calls import plain
from storage.calls.rules import DEADLINES_AT_MOST, OF_CALL, Deadline, When
from storage.drafts import Draft

CHOOSE = Misread("guide-choose")
MIDNIGHT = re.compile(r"(?:\b(?:ob|at|do|by|until) )?\b24[.:]00$")
"""The end of a day, as it is written on many calls."""

One = Mapping[str, Any]


def kept(draft: Draft) -> Sequence[One]:
    """List the deadlines in the draft."""
    found: Sequence[One] = draft.data.get("deadlines", ())
    return found


def place(draft: Draft) -> int | None:
    """Tell which of them is open; None if it is a new one."""
    at = draft.data.get(KNOWN)
    return at if isinstance(at, int) and at < len(kept(draft)) else None


def is_open(draft: Draft) -> One:
    """Find the deadline that is open."""
    at = place(draft)
    return draft.data.get("new", {}) if at is None else kept(draft)[at]


def deadline(draft: Draft) -> Deadline | None:
    """Read the deadline that is open; None while its day is not known."""
    one = is_open(draft)
    return plain.deadline(one) if "day" in one else None


def put(draft: Draft, step: Step, **values: Any) -> Draft:  # noqa: ANN401 - whatever JSON can hold
    """Change the deadline that is open; the list stays in order of time."""
    at, one = place(draft), {**is_open(draft), **values}
    if "day" not in one:
        return draft.at(step, new=one)
    rest = [other for number, other in enumerate(kept(draft)) if number != at]
    laid = sorted([*rest, one], key=lambda other: plain.deadline(other).when.ends_at)
    number = next(number for number, other in enumerate(laid) if other is one)
    return draft.at(step, deadlines=laid, new=None, pending=None, month=None, **{KNOWN: number})


def take_when(draft: Draft, said: str, now: datetime) -> Draft | Misread:
    """Take a day, and ask for the hour, or take both."""
    step, known = Step(draft.step), is_open(draft).get("day")
    whole = MIDNIGHT.sub("", fold(said))
    if whole != fold(said) and (whole or step is Step.HOUR):
        read = read_moment(whole, now) if whole else OnlyDay(date.fromisoformat(known or ""))
        return _taken(draft, read.day, None, now) if isinstance(read, OnlyDay) else _misread(read, said)
    base = date.fromisoformat(known) if known and step is Step.HOUR else None
    read = read_moment(said, now, base)
    match read:
        case OnlyDay(day) if is_open(draft).get("words"):
            return _taken(draft, day, None, now)
        case OnlyDay(day):
            return _only_day(draft, day, now)
        case Read(moment):
            return _taken(draft, local(moment).date(), local(moment).time(), now)
        case NotUnderstood() if step is Step.HOUR:
            return Misread("guide-misread-hour", {"said": echo(said)})
        case NotUnderstood():
            return Misread("call-misread-day", {"said": echo(said)})
        case _:
            return _misread(read, said)


def _misread(read: Any, said: str) -> Misread:  # noqa: ANN401 - what was read, but no moment
    found = asking.moment_of(read, said)
    return found if isinstance(found, Misread) else Misread("call-misread-day", {"said": echo(said)})


def _only_day(draft: Draft, day: date, now: datetime) -> Draft | Misread:
    if day > (now + FARTHEST).date():
        return Misread("guide-too-far")
    if day < local(now).date():
        return draft.at(Step.PAST, pending={"day": day.isoformat()})
    return put(draft, Step.HOUR, day=day.isoformat())


def _taken(draft: Draft, day: date, hour: time | None, now: datetime) -> Draft | Misread:
    """Take a day and an hour; what is past already is asked about once."""
    if day > (now + FARTHEST).date():
        return Misread("guide-too-far")
    given = {"day": day.isoformat(), "hour": None if hour is None else hour.isoformat("minutes")}
    known = is_open(draft).get("day") == day.isoformat() and day < local(now).date()
    if When(day, hour).ends_at <= now and not known:
        return draft.at(Step.PAST, pending=given)
    return _answered(put(draft, Step.HOUR, **given))


def _answered(draft: Draft) -> Draft:
    """Go back to the list; or, from a change of one, to that one."""
    return draft.at(Step.DEADLINE if draft.data.get("opened") else Step.DEADLINES)


def in_past(draft: Draft, word: str, argument: str, now: datetime) -> Draft | Misread:  # noqa: ARG001 - as steps follow
    """Take what is past after all."""
    pending = draft.data.get("pending")
    if word != "/yes" or not pending:
        return CHOOSE
    taken = put(draft, Step.HOUR, **pending)
    return _answered(taken) if "hour" in pending or is_open(draft).get("words") else taken


def in_list(draft: Draft, word: str, argument: str, now: datetime) -> Draft | Misread:  # noqa: ARG001 - as steps follow
    """Add a deadline of a kind, or open one."""
    there = kept(draft)
    number = int(argument) if argument.isascii() and argument.isdigit() and len(argument) <= len("99") else None
    match word:
        case "/add" if argument in OF_CALL and len(there) >= DEADLINES_AT_MOST:
            return Misread("call-too-many-deadlines", {"most": DEADLINES_AT_MOST})
        case "/add" if argument in OF_CALL:
            return draft.at(Step.DAY, new={"kind": argument}, opened=None, month=None, **{KNOWN: None})
        case "/open" if number is not None and number < len(there):
            return draft.at(Step.DEADLINE, opened=True, new=None, **{KNOWN: number})
        case "/page" if number is not None:
            return draft.at(Step.DEADLINES, page=number)
        case "/next":
            return after(draft.at(Step.DEADLINES, page=None), Step.DEADLINES)
        case _:
            return CHOOSE


def in_one(draft: Draft, word: str, argument: str, now: datetime) -> Draft | Misread:  # noqa: ARG001 - as steps follow
    """Do something with the deadline that is open."""
    at = place(draft)
    match word:
        case _ if at is None:
            return draft.at(Step.DEADLINES)
        case "/to" if argument in {Step.KIND, Step.DAY, Step.HOUR, Step.WORDS, Step.LABEL}:
            return draft.at(argument, month=None)
        case "/provisional":
            return put(draft, Step.DEADLINE, provisional=not is_open(draft).get("provisional"))
        case "/drop":
            rest = [one for number, one in enumerate(kept(draft)) if number != at]
            return draft.at(Step.DEADLINES, deadlines=rest or None, **{KNOWN: None})
        case "/next":
            return draft.at(Step.DEADLINES)
        case _:
            return CHOOSE


def in_kind(draft: Draft, word: str, argument: str, now: datetime) -> Draft | Misread:  # noqa: ARG001 - as steps follow
    """Choose another kind."""
    return put(draft, Step.DEADLINE, kind=argument) if word == "/choose" and argument in OF_CALL else CHOOSE


def in_day(draft: Draft, word: str, argument: str, now: datetime) -> Draft | Misread:
    """Turn the calendar, or say that there is no date."""
    match word:
        case "/month":
            return asking.turned(draft, Step.DAY, argument, now)
        case "/words":
            return draft.at(Step.WORDS)
        case "/next" if place(draft) is not None:
            return draft.at(Step.HOUR)
        case _:
            return CHOOSE


def in_hour(draft: Draft, word: str, argument: str, now: datetime) -> Draft | Misread:  # noqa: ARG001 - as steps follow
    """Let the deadline end with its day, or keep the hour."""
    match word:
        case "/whole":
            return _answered(put(draft, Step.HOUR, hour=None))
        case "/next":
            return _answered(draft)
        case _:
            return CHOOSE


def take_words(draft: Draft, said: str, now: datetime) -> Draft | Misread:  # noqa: ARG001 - as steps read
    """Take the call's own words; the day of the reminder is asked next, unless it is known."""
    read = taking.text(said, Step.WORDS)
    if isinstance(read, Misread):
        return read
    known = place(draft) is not None
    return put(draft, Step.DEADLINE if known else Step.DAY, words=read, hour=None)


def take_label(draft: Draft, said: str, now: datetime) -> Draft | Misread:  # noqa: ARG001 - as steps read
    """Take what the deadline is called."""
    read = taking.text(said, Step.LABEL)
    return read if isinstance(read, Misread) else put(draft, Step.DEADLINE, label=read)


def left_out(draft: Draft, word: str, argument: str, now: datetime) -> Draft | Misread:  # noqa: ARG001 - as steps follow
    """Leave out the words, or the name."""
    return put(draft, Step.DEADLINE, **{draft.step: None}) if word == "/skip" and place(draft) is not None else CHOOSE


READ: Mapping[Step, Callable[[Draft, str, datetime], Draft | Misread]] = {
    Step.DAY: take_when,
    Step.HOUR: take_when,
    Step.PAST: take_when,
    Step.WORDS: take_words,
    Step.LABEL: take_label,
}
"""How typed text is read."""

FOLLOW: Mapping[Step, Callable[[Draft, str, str, datetime], Draft | Misread]] = {
    Step.DEADLINES: in_list,
    Step.DEADLINE: in_one,
    Step.KIND: in_kind,
    Step.DAY: in_day,
    Step.HOUR: in_hour,
    Step.PAST: in_past,
    Step.WORDS: left_out,
    Step.LABEL: left_out,
}
"""What the buttons of a step do."""
