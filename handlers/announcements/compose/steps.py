"""Where the conversation is, and the ways from one step to another. Pure.

A button's own words begin with a slash; what is typed never does.
"""

from enum import StrEnum

from storage.drafts import Draft


class Step(StrEnum):
    """Where the conversation is; the two messages are called as they are in the draft."""

    SL = "sl"
    EN = "en"
    BUTTONS = "buttons"
    EVENT = "event"
    AUDIENCE = "audience"
    KINDS = "kinds"
    LIBRARIES = "libraries"
    OFFERED = "offered"
    SAVED = "saved"
    NAME = "name"
    PREVIEW = "preview"
    CHANGE = "change"
    DAY = "day"
    HOUR = "hour"
    EVERY = "every"
    ON = "on"
    AT = "at"
    ENDS = "ends"
    URGENT = "urgent"
    LATE = "late"
    TEST = "test"


ORDER = (Step.SL, Step.EN, Step.BUTTONS, Step.AUDIENCE, Step.PREVIEW)
"""The way through; all other steps are beside it."""

PARENTS = {
    Step.EVENT: Step.BUTTONS,
    **dict.fromkeys((Step.KINDS, Step.LIBRARIES, Step.OFFERED, Step.SAVED, Step.NAME), Step.AUDIENCE),
    **dict.fromkeys((Step.CHANGE, Step.DAY, Step.URGENT, Step.LATE, Step.TEST), Step.PREVIEW),
    Step.HOUR: Step.DAY,
    Step.EVERY: Step.DAY,
    Step.ON: Step.EVERY,
    Step.AT: Step.EVERY,
    Step.ENDS: Step.AT,
}
"""Where each of those comes from."""

MESSAGES = (Step.SL, Step.EN)


def after(draft: Draft, answered: Step) -> Draft:
    """Go on to what comes after a step: in turn, or back to the preview after a change."""
    following = Step.PREVIEW if draft.data.get("changing") else ORDER[ORDER.index(answered) + 1]
    if following is not Step.PREVIEW:
        return draft.at(following)
    unseen = True if answered is not Step.AUDIENCE or not draft.data.get("changing") else None
    return draft.at(following, changing=None, unseen=unseen)


def back(draft: Draft, step: Step) -> Draft:
    """Go back to where a step comes from; all that was said stays."""
    if step in PARENTS:
        return draft.at(PARENTS[step], page=None, text=None, month=None)
    if draft.data.get("changing"):
        return draft.at(Step.PREVIEW, changing=None, unseen=True if draft.data.get("album") else None)
    return draft.at(ORDER[max(0, ORDER.index(step) - 1)])
