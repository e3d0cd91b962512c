"""The buttons of preparing a consultation, beside those of the conversation itself."""

from dataclasses import dataclass

from handlers.buttons import Button
from storage.drafts import DraftId


@dataclass(frozen=True, slots=True)
class NewConsultation(Button):
    """Prepare a new consultation; `anew` is 1 if a draft that waits is to be thrown away."""

    tag = "kn"
    anew: int


@dataclass(frozen=True, slots=True)
class ResumeConsultation(Button):
    """Go on with the draft of a consultation."""

    tag = "kr"


@dataclass(frozen=True, slots=True)
class OpenDraft(Button):
    """Put the draft to the members, if it is still at `version`."""

    tag = "kp"
    draft_id: DraftId
    version: int
