"""The buttons of calls, as members have them. For which library something is said is never in a button."""

from dataclasses import dataclass

from handlers.buttons import Button
from storage.calls.rules import CallId


@dataclass(frozen=True, slots=True)
class Calls(Button):
    """The running calls, a page of them; of a `topic`, or of all if it is empty."""

    tag = "rl"
    page: int
    topic: str


@dataclass(frozen=True, slots=True)
class Topics(Button):
    """The topics by which calls can be listed."""

    tag = "rt"


@dataclass(frozen=True, slots=True)
class PastCalls(Button):
    """The calls that are over, a page of them."""

    tag = "rp"
    page: int


@dataclass(frozen=True, slots=True)
class OurCalls(Button):
    """The calls on which my library has declared something, a page of them."""

    tag = "ro"
    page: int


@dataclass(frozen=True, slots=True)
class OpenCall(Button):
    """A call's card."""

    tag = "rc"
    call_id: CallId
