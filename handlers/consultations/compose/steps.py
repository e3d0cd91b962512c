"""Where the conversation is, and the ways from one step to another. Pure.

A new version of the draft goes the same way through its text and its outline. A button's own words begin with a slash;
what is typed never does.
"""

from enum import StrEnum

from handlers.paging import PAGE
from storage.consultations import drafting, revising
from storage.drafts import Draft


class Step(StrEnum):
    """Where the conversation is; most are called as what they ask for is called in the draft."""

    TITLE_SL = "title_sl"
    TITLE_EN = "title_en"
    DRAFT = "draft"
    TYPED = "typed"
    OUTLINE = "outline"
    LIST = "list"
    QUESTION = "question"
    SPLIT = "split"
    RENAME = "rename"
    GROUP = "group"
    GROUPED = "grouped"
    DAY = "day"
    HOUR = "hour"
    TERMS = "terms"
    KINDS = "kinds"
    BALLOT = "ballot"
    RESULTS = "results"
    REMARKS = "remarks"
    MAJORITY = "majority"
    SHARE = "share"
    QUORUM = "quorum"
    WEIGHTS = "weights"
    WEIGHT = "weight"
    PROXIES = "proxies"
    PREVIEW = "preview"
    CHANGE = "change"
    LOOK = "look"
    COMPARE = "compare"
    MATCH = "match"


ORDERS = {
    drafting.FEATURE: (
        Step.TITLE_SL, Step.TITLE_EN, Step.DRAFT, Step.OUTLINE, Step.DAY, Step.TERMS, Step.PREVIEW,
    ),
    revising.FEATURE: (Step.DRAFT, Step.OUTLINE, Step.COMPARE),
}  # fmt: skip
"""The way through; all other steps are beside it."""

PARENTS = {
    Step.TYPED: Step.DRAFT,
    Step.LIST: Step.OUTLINE,
    Step.QUESTION: Step.LIST,
    **dict.fromkeys((Step.SPLIT, Step.RENAME, Step.GROUP), Step.QUESTION),
    Step.GROUPED: Step.GROUP,
    Step.HOUR: Step.DAY,
    **dict.fromkeys((Step.KINDS, Step.BALLOT, Step.RESULTS, Step.REMARKS, Step.MAJORITY), Step.TERMS),
    **dict.fromkeys((Step.QUORUM, Step.WEIGHTS, Step.PROXIES), Step.TERMS),
    Step.SHARE: Step.MAJORITY,
    Step.WEIGHT: Step.WEIGHTS,
    **dict.fromkeys((Step.CHANGE, Step.LOOK), Step.PREVIEW),
    Step.MATCH: Step.COMPARE,
}
"""Where each of those comes from."""

NEEDS_OUTLINE = {
    Step.OUTLINE, Step.LIST, Step.QUESTION, Step.SPLIT, Step.RENAME, Step.GROUP, Step.GROUPED, Step.PREVIEW, Step.LOOK,
    Step.COMPARE, Step.MATCH,
}  # fmt: skip


def begins(draft: Draft) -> bool:
    """Tell whether the draft is at its first step, from which there is no way back."""
    return draft.step == ORDERS[draft.feature][0]


def after(draft: Draft, answered: Step) -> Draft:
    """Go on to what comes after a step: in turn, or back to the preview after a change."""
    if draft.data.get("changing"):
        return draft.at(Step.PREVIEW, changing=None)
    order = ORDERS[draft.feature]
    return draft.at(order[order.index(answered) + 1])


def possible(draft: Draft) -> Draft:
    """Go to the step that comes first, where one needs what is not there (any more)."""
    if draft.step in NEEDS_OUTLINE and not draft.data.get("outline"):
        return draft.at(Step.DRAFT)
    return draft.at(Step.DAY) if draft.step in {Step.PREVIEW, Step.LOOK} and not draft.data.get("ends_at") else draft


def back(draft: Draft, step: Step) -> Draft:
    """Go back to where a step comes from; all that was said stays."""
    if step is Step.QUESTION:
        return draft.at(Step.LIST, page=int(draft.data.get("at", 0)) // PAGE, part=None)
    if step in PARENTS:
        return draft.at(PARENTS[step], month=None, part=None)
    if draft.data.get("changing"):
        return draft.at(Step.CHANGE, changing=None)
    order = ORDERS[draft.feature]
    return draft.at(order[max(0, order.index(step) - 1)])
