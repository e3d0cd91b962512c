"""The buttons of writing a call, beside those of the conversation itself."""

from dataclasses import dataclass

from handlers.buttons import Button
from storage.calls.rules import CallId
from storage.drafts import DraftId


@dataclass(frozen=True, slots=True)
class NewCall(Button):
    """Write a new call; `anew` is 1 if a draft that waits is to be thrown away."""

    tag = "Rn"
    anew: int


@dataclass(frozen=True, slots=True)
class EditCall(Button):
    """Change a published call; `anew` is 1 if a draft that waits is to be thrown away."""

    tag = "Re"
    call_id: CallId
    anew: int


@dataclass(frozen=True, slots=True)
class ResumeCall(Button):
    """Go on with the draft of a call."""

    tag = "Rr"


@dataclass(frozen=True, slots=True)
class PublishCall(Button):
    """Publish the draft, if it is still at `version`."""

    tag = "Rp"
    draft_id: DraftId
    version: int
