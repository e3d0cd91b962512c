"""The conversation in which a deadline of a granted project, or the papers of a consortium, are set. Pure."""

from datetime import date, datetime

from handlers.calls.partners import consortium_buttons as buttons
from handlers.calls.partners import words
from handlers.calls.partners.offer_guide import READY, SPEAKS
from handlers.conversation import Guide, Misread
from handlers.dates import asking, keys
from handlers.dates.asking import echo, local, one_line
from handlers.dates.reading import NotUnderstood, OnlyDay, OnlyHour, Read, read_moment
from handlers.guiding import back_and_leave, leave, picks
from handlers.screen import Key, Keys, Screen, in_rows, lines
from handlers.texts import Say
from storage.calls import books, milestones
from storage.calls.rules import LABEL_AT_MOST, OF_PROJECT, Call, CallId, DeadlineKind
from storage.database import Tx
from storage.drafts import Draft
from storage.people import Person

KIND, LABEL, DAY, HOUR = "kind", "label", "day", "hour"
ALL_DAY = "/all-day"
"""Says that there is no hour."""


def order(draft: Draft) -> list[str]:
    """List the steps; papers are papers, so only day and hour are asked for."""
    asked = [DAY, HOUR, READY]
    return asked if draft.data.get(KIND) == DeadlineKind.PAPERS else [KIND, LABEL, *asked]


def advance(draft: Draft, said: str, now: datetime) -> Draft | Misread:
    """Take an answer, or follow a button on the way."""
    word, _, argument = said.partition(" ")
    steps = order(draft)
    if word == "/stay":
        return draft
    if word == "/back":
        return draft.at(READY if _edits(draft) else steps[max(0, steps.index(draft.step) - 1)])
    if word == "/edit" and draft.step == READY and argument in steps:
        return draft.at(argument)
    match draft.step:
        case "kind":
            found = argument if word == "/kind" and argument in OF_PROJECT else None
            return Misread("project-choose") if found is None else _after(draft.at(KIND, kind=found))
        case "label":
            return _after(draft.at(LABEL, label=None, named=True)) if word == "/skip" else _label(draft, said)
        case "day":
            return asking.turned(draft, DAY, argument, now) if word == "/month" else _day(draft, said, now)
        case "hour":
            return _hour(draft, said, now)
        case _:
            return Misread("project-choose")


def _after(draft: Draft) -> Draft:
    """Go on to what has not been answered yet."""
    answered = {KIND: KIND in draft.data, LABEL: "named" in draft.data or LABEL in draft.data, DAY: DAY in draft.data}
    return draft.at(next((step for step in order(draft) if not answered.get(step, step == HOUR)), READY))


def _edits(draft: Draft) -> bool:
    """Tell whether all is answered, and an answer is about to be changed; an hour belongs to its day."""
    return draft.step != HOUR and _after(draft).step == READY


def _label(draft: Draft, said: str) -> Draft | Misread:
    text = one_line(said)
    if not text or text.startswith("/"):
        return Misread("guide-empty")
    if len(text) > LABEL_AT_MOST:
        return Misread("guide-too-long", {"count": len(text), "most": LABEL_AT_MOST})
    return _after(draft.at(LABEL, label=text))


def _day(draft: Draft, said: str, now: datetime) -> Draft | Misread:
    reading = read_moment(said, now)
    match reading:
        case OnlyDay(day):
            coming = asking.coming_day(day, now)
            return coming if isinstance(coming, Misread) else draft.at(HOUR, day=coming.isoformat(), hour=None)
        case OnlyHour():
            return Misread("guide-day-missing", {"said": echo(said)})
        case _:
            when = asking.coming(reading, said, now)
            return when if isinstance(when, Misread) else _at(draft, when)


def _at(draft: Draft, when: datetime) -> Draft:
    wall = local(when)
    return draft.at(READY, day=wall.date().isoformat(), hour=wall.time().isoformat("minutes"))


def _hour(draft: Draft, said: str, now: datetime) -> Draft | Misread:
    if said == ALL_DAY:
        return draft.at(READY, hour=None)
    reading = read_moment(said, now, date.fromisoformat(draft.data[DAY]))
    if isinstance(reading, NotUnderstood):
        return Misread("guide-misread-hour", {"said": echo(said)})
    if not isinstance(reading, Read):
        return _day(draft, said, now)
    when = asking.coming(reading, said, now)
    return when if isinstance(when, Misread) else _at(draft, when)


def _call(tx: Tx, draft: Draft, person: Person, now: datetime) -> Call | None:  # noqa: ARG001 - as guides load
    return books.find(tx, CallId(draft.data["call"]))


def show(draft: Draft, call: Call | None, say: Say, now: datetime) -> Screen:
    """Draw the card of a step."""
    if call is None:
        return words.gone(say)
    whose = "project-of-consortium" if "consortium" in draft.data else "project-of-library"
    head = lines(say(whose), words.of_call(call, say), "")
    first = draft.step == order(draft)[0] and not _edits(draft)
    ways = leave(say) if first else back_and_leave(draft, say)
    if draft.step != READY:
        return Screen(lines(head, say(f"project-ask-{draft.step}")), [*_answers(draft, say, now), *ways])
    pick = picks(draft)
    edits = [pick(say.label(f"key-project-edit-{step}"), f"/edit {step}") for step in order(draft)
             if step not in {HOUR, READY}]  # fmt: skip
    done = Key(say.label("key-project-set"), buttons.SetOwn(draft.id, draft.version))
    text = lines(head, words.deadline(milestones.deadline(draft, None), say, now), say("project-means"))
    return Screen(text, [[done], *in_rows(edits, 3), *leave(say)])


def _answers(draft: Draft, say: Say, now: datetime) -> Keys:
    pick = picks(draft)
    match draft.step:
        case "kind":
            return [[pick(say.label(f"call-deadline-{kind}"), f"/kind {kind}") for kind in OF_PROJECT]]
        case "label":
            return [[pick(say.label("key-skip"), "/skip")]]
        case "day":
            today = local(now).date()
            return keys.calendar(pick, asking.month_shown(draft, draft.data.get(DAY), today), today, say.language)
        case _:
            hours = keys.hours(pick, date.fromisoformat(draft.data[DAY]), now, say.language)
            return [*hours, [pick(say.label("key-project-all-day"), ALL_DAY)]]


GUIDE = Guide(milestones.FEATURE, SPEAKS, advance, show, _call)
