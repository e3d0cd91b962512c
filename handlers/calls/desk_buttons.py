"""The buttons of calls, as the office has them."""

from dataclasses import dataclass

from handlers.buttons import Button
from storage.calls.rules import CallId, State
from storage.drafts import DraftId


@dataclass(frozen=True, slots=True)
class OfficeCalls(Button):
    """The calls that run, or with `past` 1 those that are over, a page of them."""

    tag = "Rl"
    past: int
    page: int


@dataclass(frozen=True, slots=True)
class OfficeCall(Button):
    """A call's card for the office."""

    tag = "Rc"
    call_id: CallId


@dataclass(frozen=True, slots=True)
class MoveDeadline(Button):
    """Choose a deadline and move it."""

    tag = "Rd"
    call_id: CallId


@dataclass(frozen=True, slots=True)
class MoveTo(Button):
    """Move the deadline to where the draft says, if it is still at `version`."""

    tag = "Rm"
    draft_id: DraftId
    version: int


@dataclass(frozen=True, slots=True)
class EndCall(Button):
    """Close a call, or withdraw it; `sure` is 1 once it was asked about."""

    tag = "Rx"
    call_id: CallId
    state: State
    sure: int


@dataclass(frozen=True, slots=True)
class RemindUndecided(Button):
    """Ask the libraries that have not decided; `sure` is 1 once it was asked about."""

    tag = "Ru"
    call_id: CallId
    sure: int


@dataclass(frozen=True, slots=True)
class CallLibraries(Button):
    """The libraries `of` an intent, UNDECIDED, FOLLOWED, or with an empty one all that have decided, a page of them."""

    tag = "Rb"
    call_id: CallId
    of: str
    page: int


@dataclass(frozen=True, slots=True)
class NotOpened(Button):
    """The libraries in which nobody has opened the call, a page of them."""

    tag = "Ro"
    call_id: CallId
    page: int


@dataclass(frozen=True, slots=True)
class NotSeen(Button):
    """Those who have not confirmed that they have seen a change, a page of them."""

    tag = "Rs"
    call_id: CallId
    page: int


@dataclass(frozen=True, slots=True)
class CallHistory(Button):
    """The versions of a call, a page of them."""

    tag = "Rh"
    call_id: CallId
    page: int


@dataclass(frozen=True, slots=True)
class CallSheet(Button):
    """Everything about a call as a spreadsheet."""

    tag = "Rf"
    call_id: CallId


UNDECIDED = "undecided"
"""Names in a button those that have declared nothing."""

FOLLOWED = "followed"
"""Names in a button those in which somebody follows the call."""
