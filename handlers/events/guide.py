"""The conversation in which staff write an event. Its draft survives whatever happens. Pure."""

from datetime import datetime

from handlers.conversation import Guide, Misread
from handlers.dates.asking import turned
from handlers.events import guide_screens
from handlers.events.compose import asked, dates, extras
from handlers.events.compose.facts import load
from handlers.events.compose.taking import READERS
from handlers.events.steps import OPTIONAL, ORDER, PARENTS, PARTS, Given, Step, possible, value
from storage.drafts import Draft
from storage.events import drafting
from storage.people import Role


def advance(draft: Draft, said: str, now: datetime) -> Draft | Misread:
    """Take one answer, or follow a button on the way."""
    draft = possible(draft)
    step = Step(draft.step)
    followed = _follow(draft, step, said, now) if said.startswith("/") else None
    if followed is not None:
        return followed
    if step in asked.STEPS:
        return asked.hear(draft, said, now)
    if step in dates.STEPS:
        return dates.hear(draft, said, now)
    answered = READERS[step](draft.data, said, now)
    match answered:
        case Misread():
            return answered
        case Given(values, answers):
            return _after(draft.at(step, **values), answers)


def _follow(draft: Draft, step: Step, said: str, now: datetime) -> Draft | Misread | None:
    """Follow a button that leads to another step; None if it is an answer."""
    word, _, argument = said.partition(" ")
    match word, step:
        case "/stay", _:
            return draft
        case "/back", _:
            return _back(draft, step)
        case "/skip", _ if step in OPTIONAL:
            return _skip(draft, step)
        case "/next", _ if step in extras.READERS or step is Step.QUESTIONS:
            return _after(draft, step)
        case "/next", _ if step in ORDER and value(draft.data, step) is not None:
            return _after(draft, Step.HOUR if step is Step.DAY else step)
        case "/month", Step.DAY | Step.DATE:
            return turned(draft, draft.step, argument, now)
        case "/change" | "/edit" | "/language", Step.PREVIEW | Step.CHANGE:
            return _change(draft, word, argument)
        case _:
            return extras.toggled(draft, step, word, argument)


def _change(draft: Draft, word: str, argument: str) -> Draft | Misread:
    """From the preview: to the other language, to the list of what can be changed, to one of those."""
    if word == "/change":
        return draft.at(Step.CHANGE)
    if word == "/edit" and (argument in PARTS or _more_dates(draft, argument)):
        return draft.at(argument, changing=True, month=None, page=None, at=None)
    if word == "/language" and argument in {"sl", "en"}:
        return draft.at(Step.PREVIEW, shown=argument)
    return Misread("guide-choose")


def _after(draft: Draft, answered: Step) -> Draft:
    """Go on to what comes after the step that was answered: in turn, or back to the preview after a change."""
    if answered not in ORDER:
        return draft.at(Step.PREVIEW, changing=None)
    following = ORDER[ORDER.index(answered) + 1]
    if following is Step.DESCRIPTION_EN and not draft.data.get(Step.DESCRIPTION_SL):
        following = Step.DAY
    if draft.data.get("changing") and answered is not Step.DAY:
        nowhere = not draft.data.get(Step.PLACE) and not draft.data.get(Step.LINK)
        if nowhere:
            return draft.at(Step.LINK)
        repeated = draft.data.get("repeating")
        return draft.at(Step.DATES if repeated else Step.PREVIEW, changing=None, repeating=None)
    return draft.at(following)


def _more_dates(draft: Draft, argument: str) -> bool:
    return argument == Step.DATES and drafting.changes(draft.data) is None


def _back(draft: Draft, step: Step) -> Draft | Misread:
    if step is Step.CHANGE:
        return draft.at(Step.PREVIEW)
    if step is Step.WORDING and asked.current(draft) is not None:
        return draft.at(Step.QUESTION)
    if step is Step.OPTIONS and asked.lonely(draft):
        return Misread("question-two-options")
    if step in PARENTS:
        return draft.at(PARENTS[step], month=None, every=None)
    if draft.data.get("changing"):
        return draft.at(Step.CHANGE, changing=None)
    before = ORDER[max(0, ORDER.index(step) - 1)]
    if before is Step.DESCRIPTION_EN and not draft.data.get(Step.DESCRIPTION_SL):
        before = Step.DESCRIPTION_SL
    return draft.at(before)


def _skip(draft: Draft, step: Step) -> Draft | Misread:
    """Leave something out; an event has a place or a link, or both."""
    if step is Step.LINK and not draft.data.get(Step.PLACE):
        return Misread("guide-nowhere")
    dropped = draft.at(step, **{step: None})
    if step is Step.DESCRIPTION_SL:
        dropped = dropped.at(step, **{Step.DESCRIPTION_EN: None})
    return _after(dropped, step)


GUIDE = Guide(drafting.FEATURE, Role.STAFF, advance, guide_screens.show, load)
