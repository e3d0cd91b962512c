"""How the conversation goes on with each thing that is said. Pure, but for what `load` reads."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial

from handlers.announcements.compose import choosing, content, preview, schedule, screens
from handlers.announcements.compose.facts import Facts, load
from handlers.announcements.compose.steps import MESSAGES, ORDER, PARENTS, Step, after, back
from handlers.context import AudienceKind
from handlers.conversation import Guide, Misread, Quietly
from handlers.dates.asking import one_line, turned
from handlers.heard import Heard
from storage.announcements import drafting
from storage.announcements.rules import EventButton, Late, ReadButton
from storage.announcements.saved import NAME_AT_MOST
from storage.drafts import Draft
from storage.people import Role

Taken = Draft | Misread | Quietly
CHOOSE = Misread("guide-choose")
LONGEST_SEARCH = 80

BESIDE = (Step.DAY, Step.URGENT, Step.LATE, Step.TEST, Step.CHANGE)
"""The steps that the preview leads to."""


def takes(draft: Draft, heard: Heard, facts: Facts, now: datetime) -> Taken:
    """Take what was said: a word of a button, a message, or typed text."""
    if heard.said is None and (further := content.take_further(draft, heard)):
        return further
    step = Step(draft.step)
    calm = draft.at(step, unseen=None)
    if heard.said is not None and heard.said.startswith("/"):
        word, _, argument = heard.said.partition(" ")
        return _followed(calm, step, word, argument, facts, now)
    if step in MESSAGES:
        return content.take_message(calm, step, heard)
    if heard.text is None:
        return Misread("conversation-text-only")
    read = READ.get(step)
    return read(calm, one_line(heard.text), now) if read else CHOOSE


def _search(draft: Draft, said: str, now: datetime) -> Taken:  # noqa: ARG001 - as steps read
    text = said[:LONGEST_SEARCH].strip()
    return draft.at(Step.LIBRARIES, text=text, page=None) if text else Misread("find-nothing-typed")


def _name(draft: Draft, said: str, now: datetime) -> Taken:  # noqa: ARG001 - as steps read
    if not said:
        return Misread("guide-empty")
    if len(said) > NAME_AT_MOST:
        return Misread("guide-too-long", {"count": len(said), "most": NAME_AT_MOST})
    return draft.at(Step.NAME, name=said)


READ: Mapping[Step, Callable[[Draft, str, datetime], Taken]] = {
    Step.BUTTONS: lambda draft, said, _now: content.take_link(draft, said),
    Step.AUDIENCE: _search,
    Step.LIBRARIES: _search,
    Step.NAME: _name,
    Step.DAY: schedule.take_day,
    Step.HOUR: schedule.take_hour,
    Step.ON: lambda draft, said, _now: schedule.take_on(draft, said),
    Step.AT: schedule.take_at,
    Step.ENDS: schedule.take_ends,
}
"""How typed text is read; at all other steps there is nothing to type."""


def _followed(draft: Draft, step: Step, word: str, argument: str, facts: Facts, now: datetime) -> Draft | Misread:
    """Follow a button: one that is at every step, or one of this step."""
    match word:
        case "/stay":
            return draft
        case "/back":
            return back(draft, step)
        case "/next" if step in ORDER[:-1]:
            return _next(draft, step, facts)
        case "/page" if argument.isascii() and argument.isdigit() and len(argument) <= len("999"):
            return draft.at(step, page=int(argument))
    follow = FOLLOW.get(step)
    return follow(draft, word, argument, facts, now) if follow else CHOOSE


def _next(draft: Draft, step: Step, facts: Facts) -> Draft | Misread:
    if step in MESSAGES and not (draft.data.get(Step.SL) or draft.data.get(Step.EN)):
        return Misread("compose-nothing-yet")
    if step is Step.AUDIENCE and not facts.size.messages:
        return Misread("compose-nobody")
    return after(draft, step)


def _message(draft: Draft, word: str, argument: str, facts: Facts, now: datetime) -> Draft | Misread:  # noqa: ARG001
    """Leave a message out: those who read its language get the other one."""
    step = Step(draft.step)
    other = Step.EN if step is Step.SL else Step.SL
    if word != "/skip":
        return CHOOSE
    if not draft.data.get(other) and (step is Step.EN or draft.data.get("changing")):
        return Misread("compose-nothing-yet")
    return after(draft.at(step, **{step: None}, album=None), step)


def _buttons(draft: Draft, word: str, argument: str, facts: Facts, now: datetime) -> Draft | Misread:  # noqa: ARG001
    if word == "/read":
        return content.add_button(draft, ReadButton())
    if word == "/event":
        return draft.at(Step.EVENT)
    there = content.buttons(draft)
    if word == "/drop" and argument in map(str, range(len(there))):
        return content.with_buttons(draft, (*there[: int(argument)], *there[int(argument) + 1 :]))
    return CHOOSE


def _event(draft: Draft, word: str, argument: str, facts: Facts, now: datetime) -> Draft | Misread:  # noqa: ARG001
    ids = {str(line.event.id): line.event.id for line in (facts.events.lines if facts.events else ())}
    return content.add_button(draft, EventButton(ids[argument])) if word == "/choose" and argument in ids else CHOOSE


def _audience(draft: Draft, word: str, argument: str, facts: Facts, now: datetime) -> Draft | Misread:  # noqa: ARG001
    chosen, minus = choosing.choices(draft), bool(draft.data.get("minus"))
    match word:
        case "/all":
            return choosing.chosen(draft, choosing.toggle_one(chosen, "all", {}, minus=False))
        case "/role" if argument in choosing.ROLES:
            return choosing.chosen(draft, choosing.toggle(chosen, "role", choosing.ROLES[argument], minus=minus))
        case "/sign":
            return draft.at(Step.AUDIENCE, minus=None if minus else True)
        case "/clear":
            return draft.at(Step.AUDIENCE, audience=None, minus=None)
        case "/to" if argument in {Step.KINDS, Step.LIBRARIES, Step.SAVED, Step.NAME}:
            return draft.at(argument, page=None, text=None, name=None)
        case "/of" if argument in facts.offered:
            return draft.at(Step.OFFERED, kind=argument, page=None)
        case _:
            return CHOOSE


def _kinds(draft: Draft, word: str, argument: str, facts: Facts, now: datetime) -> Draft | Misread:  # noqa: ARG001
    kinds = dict(zip(map(str, range(len(facts.kinds))), facts.kinds, strict=True))
    return _toggled(draft, "kind", kinds[argument]) if word == "/choose" and argument in kinds else CHOOSE


def _libraries(draft: Draft, word: str, argument: str, facts: Facts, now: datetime) -> Draft | Misread:  # noqa: ARG001
    ids = {str(one): one for one in facts.libraries}
    if word == "/everyone":
        return draft.at(Step.LIBRARIES, text=None, page=None)
    return _toggled(draft, "libraries", ids[argument]) if word == "/choose" and argument in ids else CHOOSE


def _toggled(draft: Draft, kind: str, value: int | str) -> Draft:
    minus = bool(draft.data.get("minus"))
    return choosing.chosen(draft, choosing.toggle(choosing.choices(draft), kind, [value], minus=minus))


def _offered(draft: Draft, word: str, argument: str, facts: Facts, now: datetime) -> Draft | Misread:  # noqa: ARG001
    kind = facts.offered.get(draft.data.get("kind", ""))
    ids = {str(one): one for one in facts.options}
    if word != "/choose" or kind is None or argument not in ids:
        return CHOOSE
    args = {kind.argument: ids[argument]}
    minus = bool(draft.data.get("minus"))
    return choosing.chosen(draft, choosing.toggle_one(choosing.choices(draft), kind.kind, args, minus=minus))


def _saved(draft: Draft, word: str, argument: str, facts: Facts, now: datetime) -> Draft | Misread:  # noqa: ARG001
    found = next((one for one in facts.saved if str(one.id) == argument), None)
    if word != "/choose" or found is None:
        return CHOOSE
    return choosing.chosen(draft.at(Step.AUDIENCE, page=None, minus=None), found.choices)


def _preview(draft: Draft, word: str, argument: str, facts: Facts, now: datetime) -> Draft | Misread:  # noqa: ARG001
    match word:
        case "/edit" if argument in ORDER[:-1]:
            return draft.at(argument, changing=True, album=None, page=None, text=None)
        case "/to" if argument in BESIDE:
            return draft.at(argument, month=None, plan=None)
        case "/look":
            return draft.at(Step.PREVIEW, unseen=True)
        case "/pin":
            return draft.at(Step.PREVIEW, pinned=None if draft.data.get("pinned") else True)
        case "/calm":
            return draft.at(Step.PREVIEW, urgent=None)
        case _:
            return CHOOSE


def _beside(draft: Draft, word: str, argument: str, facts: Facts, now: datetime) -> Draft | Misread:  # noqa: ARG001
    """Take what is decided beside the preview."""
    step = Step(draft.step)
    match word:
        case "/urgent" if step is Step.URGENT:
            return draft.at(Step.PREVIEW, urgent=True)
        case "/late" if step is Step.LATE and argument in set(Late):
            return draft.at(Step.PREVIEW, late=argument)
        case "/now" if step is Step.DAY:
            return schedule.at_once(draft)
        case "/repeat" if step is Step.DAY:
            return draft.at(Step.EVERY)
        case "/month" if step is Step.DAY:
            return turned(draft, Step.DAY, argument, now)
        case "/every" if step is Step.EVERY:
            return schedule.take_every(draft, argument)
        case "/never" if step is Step.ENDS:
            return schedule.take_ends(draft, word, now)
        case _:
            return CHOOSE


Follow = Callable[[Draft, str, str, Facts, datetime], Draft | Misread]

FOLLOW: Mapping[Step, Follow] = {
    Step.SL: _message,
    Step.EN: _message,
    Step.BUTTONS: _buttons,
    Step.EVENT: _event,
    Step.AUDIENCE: _audience,
    Step.KINDS: _kinds,
    Step.LIBRARIES: _libraries,
    Step.OFFERED: _offered,
    Step.SAVED: _saved,
    Step.PREVIEW: _preview,
    Step.CHANGE: _preview,
    **{
        step: _beside
        for step in PARENTS
        if step not in {Step.EVENT, Step.CHANGE} and PARENTS[step] is not Step.AUDIENCE
    },
}


def guide(offered: Sequence[AudienceKind]) -> Guide:
    """Make the guide, which knows the kinds of choices that other features offer."""
    kinds = {kind.kind: kind for kind in offered}
    return Guide(
        drafting.FEATURE, Role.STAFF, None, screens.show, partial(load, kinds), takes=takes, ahead=preview.ahead
    )
