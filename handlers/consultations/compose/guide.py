"""How the conversation goes on with each thing that is said. Pure, but for what `load` reads."""

from collections.abc import Callable, Mapping
from datetime import datetime

from handlers.consultations import ending
from handlers.consultations.compose import editing, screens, taking, terms
from handlers.consultations.compose.facts import Facts, load
from handlers.consultations.compose.steps import ORDER, Step, after, back, possible
from handlers.conversation import Guide, Misread, Quietly
from handlers.dates.asking import one_line
from handlers.heard import Heard
from storage.consultations import drafting
from storage.consultations.rules import TITLE_AT_MOST
from storage.drafts import Draft
from storage.people import Role

Taken = Draft | Misread | Quietly
CHOOSE = Misread("guide-choose")


def takes(draft: Draft, heard: Heard, facts: Facts, now: datetime) -> Taken:
    """Take what was said: a word of a button, a file, or typed text."""
    taken = _taken(draft, heard, facts, now)
    return possible(taken) if isinstance(taken, Draft) else taken


def _taken(draft: Draft, heard: Heard, facts: Facts, now: datetime) -> Taken:
    step = Step(draft.step)
    if step is Step.DRAFT and (taken := taking.take(draft, heard)):
        return taken
    if heard.said is not None and heard.said.startswith("/"):
        word, _, argument = heard.said.partition(" ")
        return _followed(draft, step, word, argument, heard, facts, now)
    if heard.text is None:
        return Misread("conversation-text-only")
    if step is Step.TYPED:
        return editing.take_typed(draft, heard.text)
    read = READ.get(step)
    return read(draft, one_line(heard.text), now) if read else CHOOSE


def _title(draft: Draft, said: str, now: datetime) -> Taken:  # noqa: ARG001 - as steps read
    step = Step(draft.step)
    if not said:
        return Misread("guide-empty")
    if len(said) > TITLE_AT_MOST:
        return Misread("guide-too-long", {"count": len(said), "most": TITLE_AT_MOST})
    return after(draft.at(step, **{step: said}), step)


READ: Mapping[Step, Callable[[Draft, str, datetime], Taken]] = {
    Step.TITLE_SL: _title,
    Step.TITLE_EN: _title,
    Step.RENAME: lambda draft, said, _now: editing.take_name(draft, said),
    Step.GROUPED: lambda draft, said, _now: editing.take_name(draft, said),
    Step.DAY: terms.take_end,
    Step.HOUR: terms.take_end,
    Step.WEIGHT: lambda draft, said, _now: terms.take_weight(draft, said),
}
"""How typed text is read; at all other steps but the draft there is nothing to type."""


def _followed(
    draft: Draft, step: Step, word: str, argument: str, heard: Heard, facts: Facts, now: datetime
) -> Draft | Misread:
    """Follow a button: one that is at every step, or one of this step."""
    match word, step:
        case "/stay", _:
            return draft
        case "/back", _:
            return back(draft, step)
        case "/skip", Step.TITLE_EN:
            return after(draft.at(step, title_en=None), step)
        case "/next", Step.DRAFT if draft.data.get("pasted"):
            return taking.read(draft, heard.found)
        case "/next", _:
            return _next(draft, step)
        case "/month", Step.DAY:
            return ending.turn_month(draft, argument, now)
        case "/forget", Step.DRAFT:
            return draft.at(step, pasted=None)
        case "/typed", Step.DRAFT:
            return draft.at(Step.TYPED)
        case "/drop", Step.TYPED:
            return editing.drop_typed(draft)
        case ("/edit" | "/change"), (Step.PREVIEW | Step.CHANGE):
            return _change(draft, word, argument)
    if edit := editing.FOLLOW.get(step):
        return edit(draft, word, argument)
    follow = terms.FOLLOW.get(step)
    return follow(draft, word, argument, facts) if follow else CHOOSE


def _next(draft: Draft, step: Step) -> Draft | Misread:
    """Go on from a step that has its answer."""
    match step:
        case Step.TYPED if editing.typed(draft):
            return draft.at(Step.OUTLINE, page=None)
        case Step.OUTLINE if not drafting.texts(draft.data):
            return Misread("consult-nothing-asked")
        case Step.KINDS | Step.WEIGHTS:
            return draft.at(Step.TERMS)
        case Step.TERMS | Step.OUTLINE:
            return after(draft, step)
        case Step.TITLE_SL | Step.TITLE_EN if draft.data.get(step):
            return after(draft, step)
        case Step.DRAFT if draft.data.get("outline"):
            return draft.at(Step.OUTLINE)
        case Step.DAY if draft.data.get("ends_at"):
            return after(draft, step)
        case _:
            return CHOOSE


def _change(draft: Draft, word: str, argument: str) -> Draft | Misread:
    if word == "/change":
        return draft.at(Step.CHANGE)
    return draft.at(argument, changing=True) if argument in ORDER[:-1] else CHOOSE


GUIDE = Guide(
    drafting.FEATURE, Role.STAFF, None, screens.show, load, takes=takes, beforehand={Step.DRAFT: taking.look_into}
)
