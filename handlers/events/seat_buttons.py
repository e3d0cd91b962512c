"""The buttons of seats: offers, answers, giving a seat to a colleague, calendars.

Whose seat is meant is in a button only where somebody may give that of a colleague; the books decide whether they may.
"""

from dataclasses import dataclass

from handlers.buttons import Button
from storage.drafts import DraftId
from storage.events.answering import Purpose
from storage.events.rules import EventId, RegistrationId
from storage.events.swaps import SwapId
from storage.people import PersonId


@dataclass(frozen=True, slots=True)
class Accept(Button):
    """I take the seat that I was offered, or the one that is for the first."""

    tag = "sa"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class Refuse(Button):
    """I do not want the seat that I was offered; `sure` is 1 once it was asked about."""

    tag = "sr"
    event_id: EventId
    sure: int


@dataclass(frozen=True, slots=True)
class WaitAgain(Button):
    """I take back that I refused an offer."""

    tag = "sw"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class RegisterAll(Button):
    """Give me a seat at this event and at all others of its series."""

    tag = "ss"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class ToCalendar(Button):
    """Send me the calendar file of an event."""

    tag = "sk"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class MyAnswers(Button):
    """Show what I have answered, so that I can change it."""

    tag = "sq"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class ResumeAnswers(Button):
    """Go on with the answers that wait."""

    tag = "sqr"


@dataclass(frozen=True, slots=True)
class AnswerAnew(Button):
    """Answer the questions of an event, and let the answers that wait be thrown away."""

    tag = "sqn"
    event_id: EventId
    purpose: Purpose
    swap_id: SwapId


@dataclass(frozen=True, slots=True)
class SendAnswers(Button):
    """Do what the questions were answered for, if the answers are still at `version`."""

    tag = "sqs"
    draft_id: DraftId
    version: int


@dataclass(frozen=True, slots=True)
class SendReason(Button):
    """Free my seat, for the reason that was given, if it is still at `version`."""

    tag = "sx"
    draft_id: DraftId
    version: int


@dataclass(frozen=True, slots=True)
class OurSeats(Button):
    """Who of the library for which I speak has a seat at an event, a page of them."""

    tag = "so"
    event_id: EventId
    page: int


@dataclass(frozen=True, slots=True)
class GiveSeat(Button):
    """The colleagues who could have a seat, a page of them."""

    tag = "sg"
    seat: RegistrationId
    page: int


@dataclass(frozen=True, slots=True)
class GiveTo(Button):
    """Offer a seat to a colleague; `sure` is 1 once it was asked about."""

    tag = "sgt"
    seat: RegistrationId
    to: PersonId
    sure: int


@dataclass(frozen=True, slots=True)
class KeepSeat(Button):
    """Take back that a seat was offered to a colleague."""

    tag = "sgk"
    swap_id: SwapId


@dataclass(frozen=True, slots=True)
class TakeSeat(Button):
    """I take the seat that a colleague offers me."""

    tag = "sgy"
    swap_id: SwapId


@dataclass(frozen=True, slots=True)
class LeaveSeat(Button):
    """I do not take the seat that a colleague offers me."""

    tag = "sgn"
    swap_id: SwapId
