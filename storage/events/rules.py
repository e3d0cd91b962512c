"""Who gets a seat, and when people are reminded. Pure: facts in, outcome out."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType

from storage.people import PersonId

EventId = NewType("EventId", int)


class Kind(StrEnum):
    """What sort of event it is."""

    MEETING = "meeting"
    ROUND_TABLE = "round-table"
    TRAINING = "training"
    FAIR = "fair"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class EventDetails:
    """What staff say of an event before it is published; the moments are aware, the texts plain."""

    kind: Kind
    title_sl: str
    title_en: str | None
    description_sl: str | None
    description_en: str | None
    starts_at: datetime
    ends_at: datetime
    place: str | None
    link: str | None
    capacity: int
    closes_at: datetime


@dataclass(frozen=True, slots=True)
class Event:
    """A published event; `link` is for those with a seat only."""

    id: EventId
    details: EventDetails
    cancelled: bool


@dataclass(frozen=True, slots=True)
class Roll:
    """Who has a seat."""

    seated: frozenset[PersonId]
    taken: int
