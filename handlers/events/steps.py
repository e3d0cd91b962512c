"""Where the conversation is in which staff write an event, and what has been given so far. Pure.

What is said is typed, or comes from a button. A button's own words begin with a slash, which typed text never does
here: that would be a command.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from handlers.conversation import Misread
from handlers.dates.asking import local
from storage.drafts import Draft


class Step(StrEnum):
    """Where the conversation is; most are called as what they ask for is called in the draft."""

    KIND = "kind"
    TITLE_SL = "title_sl"
    TITLE_EN = "title_en"
    DESCRIPTION_SL = "description_sl"
    DESCRIPTION_EN = "description_en"
    DAY = "day"
    HOUR = "hour"
    END = "ends_at"
    PLACE = "place"
    LINK = "link"
    CAPACITY = "capacity"
    CLOSES = "closes_at"
    PREVIEW = "preview"
    CHANGE = "change"
    SPEAKERS = "speakers"
    PER_LIBRARY = "per_library"
    OPENS = "opens_at"
    FREE = "free_until"
    LEADS = "leads"
    CERTIFICATE = "hours"
    QUESTIONS = "questions"
    QUESTION = "question"
    WORDING = "wording"
    OPTIONS = "options"
    CONDITION = "condition"
    REMOVAL = "removal"
    DATES = "dates"
    DATE = "date"
    COUNT = "count"


ORDER = (
    Step.KIND, Step.TITLE_SL, Step.TITLE_EN, Step.DESCRIPTION_SL, Step.DESCRIPTION_EN, Step.DAY, Step.HOUR, Step.END,
    Step.PLACE, Step.LINK, Step.CAPACITY, Step.CLOSES, Step.PREVIEW,
)  # fmt: skip
"""The way through; all other steps are beside it."""

EXTRAS = (
    Step.SPEAKERS, Step.PER_LIBRARY, Step.OPENS, Step.FREE, Step.LEADS, Step.CERTIFICATE, Step.QUESTIONS,
)  # fmt: skip
"""What nobody is asked for in turn."""

PARTS = (*(step for step in ORDER if step not in {Step.HOUR, Step.PREVIEW}), *EXTRAS)
"""What can be changed from the preview; the hour comes with the day."""

OPTIONAL = {
    Step.TITLE_EN, Step.DESCRIPTION_SL, Step.DESCRIPTION_EN, Step.PLACE, Step.LINK,
    Step.SPEAKERS, Step.PER_LIBRARY, Step.OPENS, Step.FREE, Step.CERTIFICATE,
}  # fmt: skip

PARENTS = {
    **dict.fromkeys((Step.QUESTION, Step.WORDING), Step.QUESTIONS),
    **dict.fromkeys((Step.OPTIONS, Step.CONDITION, Step.REMOVAL), Step.QUESTION),
    **dict.fromkeys((Step.DATE, Step.COUNT), Step.DATES),
    Step.DATES: Step.CHANGE,
    **dict.fromkeys(EXTRAS, Step.CHANGE),
}
"""Where the steps beside the way come from."""

Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Given:
    """Values for the draft; `answers` is the last step that they answer."""

    values: Data
    answers: Step


Answered = Given | Misread


def moment(data: Data, name: str) -> datetime | None:
    """Read a moment of the draft, in UTC."""
    return datetime.fromisoformat(data[name]) if name in data else None


def value(data: Data, step: Step) -> Any:  # noqa: ANN401 - whatever the draft holds
    """Find what has been given at a step; None if nothing has. An hour belongs to the day for which it was given."""
    if step not in {Step.DAY, Step.HOUR}:
        return data.get(step)
    start = moment(data, "starts_at")
    return start if start and (step is Step.DAY or local(start).date().isoformat() == data.get("day")) else None


def possible(draft: Draft) -> Draft:
    """Go to the list of questions, where the one that was open is not there (any more)."""
    if draft.step not in {Step.QUESTION, Step.OPTIONS, Step.CONDITION, Step.REMOVAL}:
        return draft
    known = {one["id"] for one in draft.data.get("questions", ())}
    return draft if draft.data.get("at") in known else draft.at(Step.QUESTIONS, at=None)
