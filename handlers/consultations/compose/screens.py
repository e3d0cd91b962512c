"""The card of a consultation that is being prepared, as it grows. Pure."""

from collections.abc import Callable, Mapping
from datetime import datetime

from handlers.consultations import ending
from handlers.consultations.compose import editing, matching_screens, outline_screens, preview, terms_screens, words
from handlers.consultations.compose.facts import Facts
from handlers.consultations.compose.steps import ORDERS, PARENTS, Step, begins
from handlers.consultations.desk_buttons import OfficeConsultation
from handlers.guiding import back_and_leave, leave, picks, said
from handlers.screen import Key, Keys, Screen, in_rows, lines
from handlers.texts import Say
from storage.consultations import revising
from storage.drafts import Draft


def show(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:
    """Draw the card: what there is so far, what is asked, and the answers on buttons."""
    step = Step(draft.step)
    draw = DRAWN.get(step) or DRAWN[PARENTS[step]]
    return draw(draft, facts, say, now)


def card(draft: Draft, ask: str, keys: Keys, say: Say) -> Screen:
    """Draw a card that asks for something, with what there is so far."""
    head = "version-card" if draft.feature == revising.FEATURE else "consult-card"
    return Screen(lines(say(head), *words.so_far(draft, say), "", ask), keys)


def _title(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    step, pick = Step(draft.step), picks(draft)
    ways: list[Key] = []
    if step is Step.TITLE_EN or draft.data.get("changing"):
        ways.append(pick(say.label("key-back"), "/back"))
    if step is Step.TITLE_EN:
        ways.append(pick(say.label("key-leave-out" if draft.data.get(step) else "key-skip"), "/skip"))
    if draft.data.get(step):
        ways.append(pick(say.label("key-keep"), "/next"))
    return card(draft, say(f"consult-ask-{step.replace('_', '-')}"), [ways, *leave(say)], say)


def _draft(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    pick = picks(draft)
    pasted, there = draft.data.get("pasted", ()), draft.data.get("outline")
    back = Key(say.label("key-back"), OfficeConsultation(facts.one.id)) if begins(draft) and facts.one else None
    ways = [back or pick(say.label("key-back"), "/back")]
    if pasted:
        ways.append(pick(say.label("key-forget-text"), "/forget"))
        ask = say("consult-ask-more", count=len(pasted), signs=sum(map(len, pasted)))
    else:
        new = "version-ask-draft" if draft.feature == revising.FEATURE else "consult-ask-draft"
        ask = say("consult-ask-another-draft" if there else new)
    if pasted or there:
        ways.append(pick(say.label("key-keep"), "/next"))
    by_hand = [] if pasted else [pick(say.label("key-type-questions"), "/typed")]
    return card(draft, ask, [by_hand, ways, *leave(say)], say)


def _typed(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    pick, there = picks(draft), editing.typed(draft)
    replaces = say("consult-typed-replaces") if draft.data.get("outline") and not there else None
    last = say("consult-typed", count=len(there), text=words.short(there[-1].articles[0].text)) if there else None
    ways = [pick(say.label("key-back"), "/back")]
    if there:
        ways += [pick(say.label("key-drop-last"), "/drop"), pick(say.label("key-keep"), "/next")]
    ask = say("consult-ask-typed-more" if there else "consult-ask-typed")
    return card(draft, lines(last, ask, replaces), [ways, *leave(say)], say)


def _end(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    pick = picks(draft)
    ways = [pick(say.label("key-back"), "/back")]
    if draft.step == Step.DAY and draft.data.get("ends_at"):
        ways.append(pick(say.label("key-keep"), "/next"))
    ask = say(f"consult-ask-{draft.step}")
    return card(draft, ask, [*ending.answers(draft, say, now), ways, *leave(say)], say)


def _change(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    pick, changeable = picks(draft), ORDERS[draft.feature][:-1]
    fields = (pick(say.label(f"key-consult-{step.replace('_', '-')}"), said("/edit", step)) for step in changeable)
    return Screen(say("guide-ask-change"), [*in_rows(fields, 2), *back_and_leave(draft, say)])


Draw = Callable[[Draft, Facts, Say, datetime], Screen]

DRAWN: Mapping[Step, Draw] = {
    Step.TITLE_SL: _title,
    Step.TITLE_EN: _title,
    Step.DRAFT: _draft,
    Step.TYPED: _typed,
    Step.OUTLINE: outline_screens.overview,
    Step.LIST: outline_screens.listed,
    Step.QUESTION: outline_screens.question,
    Step.SPLIT: outline_screens.split,
    Step.RENAME: outline_screens.rename,
    Step.GROUP: outline_screens.group,
    Step.GROUPED: outline_screens.grouped,
    Step.DAY: _end,
    Step.HOUR: _end,
    Step.TERMS: terms_screens.hub,
    Step.KINDS: terms_screens.kinds,
    Step.BALLOT: terms_screens.ballot,
    Step.RESULTS: terms_screens.results,
    Step.REMARKS: terms_screens.remarks,
    Step.MAJORITY: terms_screens.majority,
    Step.SHARE: terms_screens.share,
    Step.QUORUM: terms_screens.quorum,
    Step.WEIGHTS: terms_screens.weights,
    Step.WEIGHT: terms_screens.weight,
    Step.PROXIES: terms_screens.proxies,
    Step.PREVIEW: preview.preview,
    Step.CHANGE: _change,
    Step.LOOK: preview.look,
    Step.COMPARE: matching_screens.compare,
    Step.MATCH: matching_screens.match_,
}
