"""What staff tap about those at an event."""

from dataclasses import dataclass

from handlers.buttons import Button
from storage.drafts import DraftId
from storage.events.desk import Which
from storage.events.rules import EventId, RegistrationId
from storage.people import PersonId


@dataclass(frozen=True, slots=True)
class People(Button):
    """Those with a seat, or in the waiting list, one by one, a page of them."""

    tag = "eal"
    event_id: EventId
    which: Which
    page: int


@dataclass(frozen=True, slots=True)
class Attendee(Button):
    """Somebody at an event; `page` is where they were in the list."""

    tag = "eap"
    number: RegistrationId
    page: int


@dataclass(frozen=True, slots=True)
class TakeOff(Button):
    """Take somebody off; `sure` is 1 once it was asked about."""

    tag = "eax"
    number: RegistrationId
    sure: int


@dataclass(frozen=True, slots=True)
class PeopleSheet(Button):
    """Everybody at an event, with all answers, as a spreadsheet."""

    tag = "eas"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class PeoplePaper(Button):
    """The names of those with a seat, to print."""

    tag = "eak"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class WriteTo(Button):
    """Write to those with a seat, or to those who wait: ask to whom."""

    tag = "eaw"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class Enter(Button):
    """Let somebody in by hand: ask for the name."""

    tag = "ean"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class EnterMember(Button):
    """Let in the member who was chosen, as a speaker if `speaks` is 1."""

    tag = "eam"
    event_id: EventId
    person_id: PersonId
    speaks: int


@dataclass(frozen=True, slots=True)
class EnterGuest(Button):
    """Let in the guest whose name was typed, if the draft is still at `version`."""

    tag = "eag"
    draft_id: DraftId
    version: int
