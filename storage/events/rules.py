"""Who gets a seat, what may be published, and when people are reminded. Pure: facts in, outcome out."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import NewType

from storage.links import is_link
from storage.local_time import days_before, quiet_until

EventId = NewType("EventId", int)
RegistrationId = NewType("RegistrationId", int)

TITLE_AT_MOST = 120
DESCRIPTION_AT_MOST = 1500
PLACE_AT_MOST = 200
LINK_AT_MOST = 500
"""Characters."""

CAPACITY_AT_MOST = 10_000


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
    """How many seats are taken, and the seat of whoever asks."""

    taken: int
    mine: RegistrationId | None


class Lead(StrEnum):
    """How long before the start a reminder comes."""

    WEEK = "week"
    DAY = "day"
    HOURS = "hours"


@dataclass(frozen=True, slots=True)
class Reminder:
    """A reminder and its moment."""

    lead: Lead
    at: datetime


@dataclass(frozen=True, slots=True)
class Seated:
    """There was a seat."""


@dataclass(frozen=True, slots=True)
class Full:
    """All seats are taken."""


@dataclass(frozen=True, slots=True)
class Closed:
    """Registration has closed."""


@dataclass(frozen=True, slots=True)
class AlreadyIn:
    """The person has a seat."""


@dataclass(frozen=True, slots=True)
class NotIn:
    """The person has no seat."""


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The event has been cancelled."""


@dataclass(frozen=True, slots=True)
class Over:
    """The event has started, or is past."""


@dataclass(frozen=True, slots=True)
class Freed:
    """The seat is free for somebody else."""


@dataclass(frozen=True, slots=True)
class CalledOff:
    """The event will not take place."""


Registered = Seated | Full | Closed | AlreadyIn | Cancelled | Over
Unregistered = Freed | NotIn | Cancelled | Over
EventCancelled = CalledOff | Cancelled | Over


def register(event: Event, roll: Roll, now: datetime) -> Registered:
    """Decide what happens when somebody asks for a seat."""
    if event.cancelled:
        return Cancelled()
    if roll.mine is not None:
        return AlreadyIn()
    if now >= event.details.starts_at:
        return Over()
    if now >= event.details.closes_at:
        return Closed()
    if roll.taken >= event.details.capacity:
        return Full()
    return Seated()


def cancel_registration(event: Event, roll: Roll, now: datetime) -> Unregistered:
    """Decide what happens when somebody gives up a seat; once the event has started, the seat was used."""
    if event.cancelled:
        return Cancelled()
    if roll.mine is None:
        return NotIn()
    if now >= event.details.starts_at:
        return Over()
    return Freed()


def cancel_event(event: Event, now: datetime) -> EventCancelled:
    """Decide what happens when staff call an event off."""
    if event.cancelled:
        return Cancelled()
    if now >= event.details.ends_at:
        return Over()
    return CalledOff()


class Problem(StrEnum):
    """Why an event cannot be published as it is."""

    NO_TITLE = "no-title"
    TITLE_TOO_LONG = "title-too-long"
    DESCRIPTION_TOO_LONG = "description-too-long"
    NOWHERE = "nowhere"
    PLACE_TOO_LONG = "place-too-long"
    LINK_TOO_LONG = "link-too-long"
    NO_LINK = "no-link"
    IN_THE_PAST = "in-the-past"
    ENDS_TOO_SOON = "ends-too-soon"
    CLOSES_TOO_LATE = "closes-too-late"
    CLOSES_TOO_SOON = "closes-too-soon"
    CAPACITY = "capacity"


def check(details: EventDetails, now: datetime) -> list[Problem]:
    """List what has to change before the event can be published."""
    one = details
    titles = [text for text in (one.title_sl, one.title_en) if text is not None]
    descriptions = [text for text in (one.description_sl, one.description_en) if text]
    found = {
        Problem.NO_TITLE: not all(title.strip() for title in titles),
        Problem.TITLE_TOO_LONG: any(len(title) > TITLE_AT_MOST for title in titles),
        Problem.DESCRIPTION_TOO_LONG: any(len(text) > DESCRIPTION_AT_MOST for text in descriptions),
        Problem.NOWHERE: not one.place and not one.link,
        Problem.PLACE_TOO_LONG: len(one.place or "") > PLACE_AT_MOST,
        Problem.LINK_TOO_LONG: len(one.link or "") > LINK_AT_MOST,
        Problem.NO_LINK: one.link is not None and not is_link(one.link),
        Problem.IN_THE_PAST: one.starts_at <= now,
        Problem.ENDS_TOO_SOON: one.ends_at <= one.starts_at,
        Problem.CLOSES_TOO_LATE: one.closes_at > one.starts_at,
        Problem.CLOSES_TOO_SOON: one.closes_at <= now,
        Problem.CAPACITY: not 1 <= one.capacity <= CAPACITY_AT_MOST,
    }
    return [problem for problem, there in found.items() if there]


def reminders(starts_at: datetime, now: datetime) -> list[Reminder]:
    """List the reminders that are still to come, in order.

    A week and a day before it is the same hour on the wall; two hours before are two hours that pass.
    """
    all_of_them = (
        Reminder(Lead.WEEK, days_before(starts_at, 7)),
        Reminder(Lead.DAY, days_before(starts_at, 1)),
        Reminder(Lead.HOURS, starts_at - timedelta(hours=2)),
    )
    return [reminder for reminder in all_of_them if reminder.at > now]


def still_due(event: Event, lead: Lead, now: datetime) -> bool:
    """Tell whether a reminder that has fallen due is worth a message.

    Not when the event is off or has started, nor when a later reminder has fallen due as well.
    """
    if event.cancelled or now >= event.details.starts_at:
        return False
    later = list(Lead)[list(Lead).index(lead) + 1 :]
    to_come = {reminder.lead for reminder in reminders(event.details.starts_at, now)}
    return all(one in to_come for one in later)


def reminder_moment(starts_at: datetime, quiet_from: time, quiet_to: time, now: datetime) -> datetime:
    """Tell when a message about an event goes: now, or after the person's quiet hours if that is before the start."""
    until = quiet_until(now, quiet_from, quiet_to)
    return now if until is None or starts_at <= until else until
