"""The buttons of events. Whose seat is meant is never in a button: it is always that of whoever taps."""

from dataclasses import dataclass

from handlers.buttons import Button
from storage.drafts import DraftId
from storage.events.rules import EventId


@dataclass(frozen=True, slots=True)
class Events(Button):
    """The events to come, a page of them."""

    tag = "el"
    page: int


@dataclass(frozen=True, slots=True)
class Mine(Button):
    """The events to come at which I have a seat, a page of them."""

    tag = "em"
    page: int


@dataclass(frozen=True, slots=True)
class OpenEvent(Button):
    """An event's card; `mine` is 1 if it was in my list, 2 if on the card of all that is mine, `page` where it was."""

    tag = "eo"
    event_id: EventId
    mine: int
    page: int


@dataclass(frozen=True, slots=True)
class Describe(Button):
    """An event's description."""

    tag = "ed"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class Register(Button):
    """Give me a seat."""

    tag = "er"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class Unregister(Button):
    """Free my seat; `sure` is 1 once it was asked about."""

    tag = "ex"
    event_id: EventId
    sure: int


@dataclass(frozen=True, slots=True)
class Coming(Button):
    """The answer to a reminder: I come."""

    tag = "ec"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class OfficeEvents(Button):
    """All events, a page of them, for the office."""

    tag = "eol"
    page: int


@dataclass(frozen=True, slots=True)
class OfficeEvent(Button):
    """An event's card for the office; `page` is where it was in the list."""

    tag = "eoe"
    event_id: EventId
    page: int


@dataclass(frozen=True, slots=True)
class WhoComes(Button):
    """The seats of an event by library, a page of them."""

    tag = "eos"
    event_id: EventId
    page: int


@dataclass(frozen=True, slots=True)
class CallOff(Button):
    """Call an event off; `sure` is 1 once it was asked about."""

    tag = "eox"
    event_id: EventId
    sure: int


@dataclass(frozen=True, slots=True)
class NewEvent(Button):
    """Write a new event; `anew` is 1 if a draft that waits is to be thrown away."""

    tag = "eon"
    anew: int


@dataclass(frozen=True, slots=True)
class ResumeDraft(Button):
    """Go on with the draft of an event."""

    tag = "eor"


@dataclass(frozen=True, slots=True)
class Publish(Button):
    """Publish the draft, if it is still at `version`."""

    tag = "eop"
    draft_id: DraftId
    version: int
