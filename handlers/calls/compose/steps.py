"""Where the conversation is, and the ways from one step to another. Pure.

What is needed is asked for in turn; everything can be changed from the card. A button's own words begin with a slash;
what is typed never does.
"""

from enum import StrEnum

from storage.drafts import Draft


class Step(StrEnum):
    """Where the conversation is; most are called as what they ask for is called in the draft."""

    TITLE_SL = "title_sl"
    TITLE_EN = "title_en"
    CALLER = "caller"
    SUMMARY_SL = "summary_sl"
    SUMMARY_EN = "summary_en"
    LINK = "link"
    TOPICS = "topics"
    KINDS = "kinds"
    AMOUNT = "amount"
    COFINANCING = "cofinancing"
    DOCUMENTS = "documents"
    DEADLINES = "deadlines"
    DEADLINE = "deadline"
    KIND = "kind"
    DAY = "day"
    HOUR = "hour"
    PAST = "past"
    WORDS = "words"
    LABEL = "label"
    CARD = "card"
    PREVIEW = "preview"


ORDER = (
    Step.TITLE_SL, Step.CALLER, Step.SUMMARY_SL, Step.LINK, Step.TOPICS, Step.AMOUNT, Step.DEADLINES, Step.CARD,
)  # fmt: skip
"""The way through; all other steps are beside it."""

PARTS = (
    Step.TITLE_SL, Step.TITLE_EN, Step.CALLER, Step.LINK, Step.SUMMARY_SL, Step.SUMMARY_EN, Step.TOPICS, Step.KINDS,
    Step.AMOUNT, Step.COFINANCING, Step.DOCUMENTS, Step.DEADLINES,
)  # fmt: skip
"""What can be changed from the card."""

OPTIONAL = {Step.TITLE_EN, Step.SUMMARY_SL, Step.SUMMARY_EN, Step.LINK, Step.AMOUNT, Step.COFINANCING}
"""What can be left out with a tap."""

PARENTS = {
    **dict.fromkeys((Step.DEADLINE, Step.DAY), Step.DEADLINES),
    **dict.fromkeys((Step.KIND, Step.LABEL, Step.WORDS), Step.DEADLINE),
    **dict.fromkeys((Step.HOUR, Step.PAST), Step.DAY),
    Step.PREVIEW: Step.CARD,
}
"""Where the steps beside the way come from."""

KNOWN = "place"
"""Which deadline is open, in the draft: its place, from 0; a new one has none."""


def after(draft: Draft, answered: Step) -> Draft:
    """Go on to what comes after a step: in turn, or back to the card after a change."""
    if draft.data.get("changing") or answered not in ORDER:
        return draft.at(Step.CARD, changing=None)
    return draft.at(ORDER[ORDER.index(answered) + 1])


def back(draft: Draft, step: Step) -> Draft:
    """Go back to where a step comes from; all that was said stays."""
    if step in {Step.DAY, Step.WORDS}:
        known = draft.data.get(KNOWN) is not None
        return draft.at(Step.DEADLINE if known else Step.DEADLINES, month=None, new=None)
    if step in PARENTS:
        return draft.at(PARENTS[step], pending=None)
    if draft.data.get("changing") or step not in ORDER:
        return draft.at(Step.CARD, changing=None)
    return draft.at(ORDER[max(0, ORDER.index(step) - 1)])


def begins(draft: Draft) -> bool:
    """Tell whether there is no way back."""
    return draft.step == Step.CARD or (draft.step == ORDER[0] and not draft.data.get("changing"))
