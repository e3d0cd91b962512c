"""How the conversation goes on with each thing that is said. Pure, but for what it loads and what goes ahead of it."""

from collections.abc import Callable, Mapping
from datetime import datetime

from handlers.consultations import ending
from handlers.consultations.compose import editing, matching, screens, taking, terms
from handlers.consultations.compose.facts import Facts, load
from handlers.consultations.compose.steps import ORDERS, Step, after, back, possible
from handlers.conversation import Guide, Misread, Quietly
from handlers.dates.asking import one_line, turned
from handlers.heard import Heard
from storage.consultations import drafting, revising
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
        return _followed(draft, step, heard, facts, now)
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
    Step.LIST: lambda draft, said, _now: editing.find(draft, said),
    Step.RENAME: lambda draft, said, _now: editing.take_name(draft, said),
    Step.GROUPED: lambda draft, said, _now: editing.take_name(draft, said),
    Step.DAY: terms.take_end,
    Step.HOUR: terms.take_end,
    Step.WEIGHT: lambda draft, said, _now: terms.take_weight(draft, said),
}
"""How typed text is read; at all other steps but the draft there is nothing to type."""


def _followed(draft: Draft, step: Step, heard: Heard, facts: Facts, now: datetime) -> Draft | Misread:
    """Follow a button: one that is at every step, or one of this step."""
    word, _, argument = (heard.said or "").partition(" ")
    match word:
        case "/stay":
            return draft
        case "/back":
            return back(draft, step)
        case "/next":
            return _next(draft, step, heard)
        case "/month" if step is Step.DAY:
            return turned(draft, ending.DAY, argument, now)
    follow = FOLLOW.get(step)
    return follow(draft, word, argument, facts) if follow else CHOOSE


def _next(draft: Draft, step: Step, heard: Heard) -> Draft | Misread:
    """Go on from a step that has its answer."""
    match step:
        case Step.DRAFT if draft.data.get("pasted"):
            return taking.read(draft, heard.found)
        case Step.DRAFT | Step.TYPED if draft.data.get("outline"):
            return draft.at(Step.OUTLINE, page=None)
        case Step.OUTLINE if not drafting.texts(draft.data):
            return Misread("consult-nothing-asked")
        case Step.OUTLINE if draft.feature == revising.FEATURE:
            return matching.matched(draft, heard.found)
        case Step.KINDS | Step.WEIGHTS:
            return draft.at(Step.TERMS)
        case Step.TERMS | Step.OUTLINE:
            return after(draft, step)
        case _:
            return after(draft, step) if draft.data.get(ASKS.get(step, "")) else CHOOSE


ASKS = {Step.TITLE_SL: "title_sl", Step.TITLE_EN: "title_en", Step.DAY: "ends_at"}
"""What the draft holds once a step has its answer."""


def _skip(draft: Draft, word: str, argument: str, facts: Facts) -> Draft | Misread:  # noqa: ARG001 - as steps follow
    return after(draft.at(draft.step, title_en=None), Step.TITLE_EN) if word == "/skip" else CHOOSE


def _change(draft: Draft, word: str, argument: str, facts: Facts) -> Draft | Misread:  # noqa: ARG001 - as steps follow
    if word == "/to" and argument in {Step.CHANGE, Step.LOOK}:
        return draft.at(argument)
    changeable = ORDERS[draft.feature][:-1]
    return draft.at(argument, changing=True) if word == "/edit" and argument in changeable else CHOOSE


def _look(draft: Draft, word: str, argument: str, facts: Facts) -> Draft | Misread:  # noqa: ARG001 - as steps follow
    return draft.at(Step.LOOK, shown=argument) if word == "/language" and argument in {"sl", "en"} else CHOOSE


FOLLOW: Mapping[Step, Callable[[Draft, str, str, Facts], Draft | Misread]] = {
    Step.TITLE_EN: _skip,
    Step.DRAFT: editing.in_draft,
    Step.TYPED: editing.in_typed,
    **editing.FOLLOW,
    **terms.FOLLOW,
    **matching.FOLLOW,
    Step.PREVIEW: _change,
    Step.CHANGE: _change,
    Step.LOOK: _look,
}
"""What the buttons of a step do."""

GUIDE = Guide(
    drafting.FEATURE, Role.STAFF, None, screens.show, load, takes=takes, beforehand={Step.DRAFT: taking.look_into}
)
VERSION = Guide(
    revising.FEATURE, Role.STAFF, None, screens.show, load, takes=takes,
    beforehand={Step.DRAFT: taking.look_into, Step.OUTLINE: matching.look_into},
)  # fmt: skip
"""The same for a new version of a draft that members have before them."""
