"""The buttons of check-in. Whose ticket is meant is never in a member's button: it is that of whoever taps."""

from dataclasses import dataclass

from handlers.buttons import Button
from storage.drafts import DraftId
from storage.events.rules import EventId, RegistrationId
from storage.people import LibraryId, PersonId


@dataclass(frozen=True, slots=True)
class Ticket(Button):
    """My ticket to an event."""

    tag = "dt"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class Door(Button):
    """The door of an event: how many have come."""

    tag = "dd"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class DoorList(Button):
    """Who has a seat, library by library, a page of them."""

    tag = "dl"
    event_id: EventId
    page: int


@dataclass(frozen=True, slots=True)
class DoorNames(Button):
    """Who has a seat from a library (0: the office, -1: from outside), a page of them."""

    tag = "dn"
    event_id: EventId
    library_id: LibraryId
    page: int


@dataclass(frozen=True, slots=True)
class Tick(Button):
    """Somebody on such a page has come; `on` is 0 if they have not after all."""

    tag = "dk"
    number: RegistrationId
    page: int
    on: int


@dataclass(frozen=True, slots=True)
class LetIn(Button):
    """Let in whoever showed a ticket for another event than that of the door."""

    tag = "di"
    number: RegistrationId


@dataclass(frozen=True, slots=True)
class TakeBack(Button):
    """Whoever showed a ticket has not come after all."""

    tag = "du"
    number: RegistrationId


@dataclass(frozen=True, slots=True)
class WalkIn(Button):
    """Somebody comes who has no seat: ask for the name."""

    tag = "dw"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class WalkInMember(Button):
    """Let in a member without a seat; `sure` is 1 once staff know that there is none left."""

    tag = "dm"
    event_id: EventId
    person_id: PersonId
    sure: int


@dataclass(frozen=True, slots=True)
class WalkInGuest(Button):
    """Let in the guest whose name was typed; `sure` is 1 once staff know that there is no seat left."""

    tag = "dg"
    draft_id: DraftId
    version: int
    sure: int
