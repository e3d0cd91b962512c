"""What an event is, what may be published, and when people are reminded. Pure: facts in, outcome out."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import NewType

from storage.events import questions
from storage.events.questions import Question
from storage.links import is_link
from storage.local_time import days_before, quiet_until

EventId = NewType("EventId", int)
RegistrationId = NewType("RegistrationId", int)
SeriesId = NewType("SeriesId", int)

TITLE_AT_MOST = 120
DESCRIPTION_AT_MOST = 1500
PLACE_AT_MOST = 200
LINK_AT_MOST = 500
"""Characters."""

CAPACITY_AT_MOST = 10_000
SPEAKERS_AT_MOST = 12
HOURS_AT_MOST = 100


class Kind(StrEnum):
    """What sort of event it is."""

    MEETING = "meeting"
    ROUND_TABLE = "round-table"
    TRAINING = "training"
    FAIR = "fair"
    OTHER = "other"


class Lead(StrEnum):
    """How long before the start a reminder comes."""

    MONTH = "month"
    WEEK = "week"
    DAYS = "days"
    DAY = "day"
    HOURS = "hours"


LEADS = (Lead.WEEK, Lead.DAY, Lead.HOURS)
"""Which of them come unless staff have chosen others."""


@dataclass(frozen=True, slots=True)
class EventDetails:
    """What staff say of an event before it is published; the moments are aware, the texts plain.

    A library may have `per_library` seats. Until `free_until` a seat can be given up without a word. Speakers take
    seats if `speakers_count`. `hours` are what a certificate says, None for none.
    """

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
    opens_at: datetime | None = None
    free_until: datetime | None = None
    per_library: int | None = None
    speakers: tuple[str, ...] = ()
    speakers_count: bool = False
    questions: tuple[Question, ...] = ()
    leads: tuple[Lead, ...] = LEADS
    hours: int | None = None

    def registering(self, now: datetime) -> bool:
        """Tell whether registration is open."""
        return (self.opens_at is None or now >= self.opens_at) and now < self.closes_at


@dataclass(frozen=True, slots=True)
class Event:
    """A published event, as of its `version`; `link` is for those with a seat only. Some are of a series."""

    id: EventId
    details: EventDetails
    cancelled: bool
    version: int = 1
    series: SeriesId | None = None


@dataclass(frozen=True, slots=True)
class Reminder:
    """A reminder and its moment."""

    lead: Lead
    at: datetime


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The event has been cancelled."""


@dataclass(frozen=True, slots=True)
class Over:
    """The event has started, or is past."""


@dataclass(frozen=True, slots=True)
class CalledOff:
    """The event will not take place."""


EventCancelled = CalledOff | Cancelled | Over


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
    OPENS_TOO_LATE = "opens-too-late"
    FREE_TOO_LATE = "free-too-late"
    PER_LIBRARY = "per-library"
    SPEAKERS = "speakers"
    QUESTIONS = "questions"
    HOURS = "hours"


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
        Problem.OPENS_TOO_LATE: one.opens_at is not None and one.opens_at >= one.closes_at,
        Problem.FREE_TOO_LATE: one.free_until is not None and one.free_until > one.starts_at,
        Problem.PER_LIBRARY: one.per_library is not None and not 1 <= one.per_library <= one.capacity,
        Problem.SPEAKERS: len(one.speakers) > SPEAKERS_AT_MOST
        or any(not name.strip() or len(name) > TITLE_AT_MOST for name in one.speakers),
        Problem.QUESTIONS: bool(questions.check(one.questions)),
        Problem.HOURS: one.hours is not None and not 1 <= one.hours <= HOURS_AT_MOST,
    }
    return [problem for problem, there in found.items() if there]


IN_THE_PAST = (Problem.IN_THE_PAST, Problem.CLOSES_TOO_SOON)
"""What stops an event from being published, not one that is there from being changed."""


def reminders(details: EventDetails, now: datetime) -> list[Reminder]:
    """List the reminders that are still to come, in order.

    Days before it is the same hour on the wall; two hours before are two hours that pass.
    """
    starts_at = details.starts_at
    moments = {
        Lead.MONTH: days_before(starts_at, 30),
        Lead.WEEK: days_before(starts_at, 7),
        Lead.DAYS: days_before(starts_at, 3),
        Lead.DAY: days_before(starts_at, 1),
        Lead.HOURS: starts_at - timedelta(hours=2),
    }
    return [Reminder(lead, at) for lead, at in moments.items() if lead in details.leads and at > now]


def still_due(event: Event, lead: Lead, now: datetime) -> bool:
    """Tell whether a reminder that has fallen due is worth a message.

    Not when the event is off or has started, nor when a later reminder has fallen due as well.
    """
    if event.cancelled or now >= event.details.starts_at:
        return False
    later = [one for one in Lead if one in event.details.leads and list(Lead).index(one) > list(Lead).index(lead)]
    to_come = {reminder.lead for reminder in reminders(event.details, now)}
    return lead in event.details.leads and all(one in to_come for one in later)


def reminder_moment(starts_at: datetime, quiet_from: time, quiet_to: time, now: datetime) -> datetime:
    """Tell when a message about an event goes: now, or after the person's quiet hours if that is before the start."""
    until = quiet_until(now, quiet_from, quiet_to)
    return now if until is None or starts_at <= until else until
