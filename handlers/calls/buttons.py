"""The buttons of calls, as members have them. For which library something is said is never in a button."""

from dataclasses import dataclass

from handlers.buttons import Button
from storage.calls.reminding import Concern, Pace
from storage.calls.rules import CallId, DeadlineId


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


@dataclass(frozen=True, slots=True)
class OpenBelow(Button):
    """A call's card, below a message that leads to other calls as well."""

    tag = "rcb"
    stays = True
    call_id: CallId


@dataclass(frozen=True, slots=True)
class About(Button):
    """What a call is about."""

    tag = "ra"
    call_id: CallId


@dataclass(frozen=True, slots=True)
class Documents(Button):
    """Send me the documents of a call."""

    tag = "rd"
    call_id: CallId


@dataclass(frozen=True, slots=True)
class Deadlines(Button):
    """All deadlines of a call, a page of them."""

    tag = "re"
    call_id: CallId
    page: int


@dataclass(frozen=True, slots=True)
class OpenDeadline(Button):
    """One deadline of a call."""

    tag = "ren"
    call_id: CallId
    deadline_id: DeadlineId


@dataclass(frozen=True, slots=True)
class ToCalendar(Button):
    """Send me a calendar file of a deadline of a call, of all to come if the number is 0."""

    tag = "rk"
    call_id: CallId
    deadline_id: DeadlineId


@dataclass(frozen=True, slots=True)
class Decide(Button):
    """What my library can declare on a call, or I can propose."""

    tag = "ri"
    call_id: CallId


@dataclass(frozen=True, slots=True)
class Declare(Button):
    """Declare an intent of my library, or propose it; an empty one is undecided."""

    tag = "rid"
    call_id: CallId
    intent: str


@dataclass(frozen=True, slots=True)
class Meet(Button):
    """My library has met a deadline; with 0, it is to be met after all."""

    tag = "rm"
    deadline_id: DeadlineId
    met: int


@dataclass(frozen=True, slots=True)
class Saw(Button):
    """I have seen how a call has changed."""

    tag = "rs"
    call_id: CallId


@dataclass(frozen=True, slots=True)
class Mute(Button):
    """Tell me nothing more of a call; with 0, do so again."""

    tag = "rq"
    call_id: CallId
    on: int


@dataclass(frozen=True, slots=True)
class Watch(Button):
    """Let me follow a call whatever its topic; with 0, no more."""

    tag = "rw"
    call_id: CallId
    on: int


@dataclass(frozen=True, slots=True)
class Following(Button):
    """What I follow, and how I want to hear of it."""

    tag = "rf"


@dataclass(frozen=True, slots=True)
class FollowTopics(Button):
    """The topics that can be followed."""

    tag = "rft"


@dataclass(frozen=True, slots=True)
class FollowTopic(Button):
    """Let me follow a `topic`, all of them if it is empty; with 0, no more."""

    tag = "rfo"
    topic: str
    on: int


@dataclass(frozen=True, slots=True)
class Paces(Button):
    """How soon I can hear of new calls."""

    tag = "rfp"


@dataclass(frozen=True, slots=True)
class SetPace(Button):
    """Tell me of new calls at a pace."""

    tag = "rfs"
    pace: Pace


@dataclass(frozen=True, slots=True)
class Amounts(Button):
    """From which amount on I want to hear of calls."""

    tag = "rfa"


@dataclass(frozen=True, slots=True)
class SetAmount(Button):
    """Tell me of calls from an amount in euros on; with 0, of all."""

    tag = "rfm"
    amount: int


@dataclass(frozen=True, slots=True)
class OwnKind(Button):
    """Tell me only of calls to which my library may apply; with 0, of all."""

    tag = "rfk"
    on: int


@dataclass(frozen=True, slots=True)
class Leads(Button):
    """On which days before a deadline I can be reminded."""

    tag = "rfl"
    concern: Concern


@dataclass(frozen=True, slots=True)
class SetLead(Button):
    """Remind me so many days before; with `on` 0, no more."""

    tag = "rfd"
    concern: Concern
    lead: int
    on: int


@dataclass(frozen=True, slots=True)
class WholeMorning(Button):
    """All that a morning's message had to say, a page of it."""

    tag = "rx"
    occasion: str
    page: int
