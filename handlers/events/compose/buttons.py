"""What staff tap around the conversation in which an event is written."""

from dataclasses import dataclass
from enum import StrEnum

from handlers.buttons import Button
from storage.events.rules import EventId


class How(StrEnum):
    """What becomes of an event that is there already: it is changed, or another is made of it, or several."""

    CHANGE = "change"
    COPY = "copy"
    REPEAT = "repeat"


@dataclass(frozen=True, slots=True)
class WriteOf(Button):
    """Write of an event that is there; `anew` is 1 if a draft that waits is to be thrown away."""

    tag = "eow"
    event_id: EventId
    how: How
    anew: int
