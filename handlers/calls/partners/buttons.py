"""The buttons of offers and answers. For which library something is said is never in a button."""

from dataclasses import dataclass

from handlers.buttons import Button
from storage.calls.partner_rules import OfferId
from storage.calls.rules import CallId
from storage.drafts import DraftId
from storage.people import LibraryId


@dataclass(frozen=True, slots=True)
class Offers(Button):
    """What libraries seek and offer on a call, a page of it."""

    tag = "Pl"
    call_id: CallId
    page: int


@dataclass(frozen=True, slots=True)
class OpenOffer(Button):
    """What a library seeks or offers."""

    tag = "Po"
    offer_id: OfferId


@dataclass(frozen=True, slots=True)
class NewOffer(Button):
    """Say what my library seeks or offers, or change it; `anew` throws away what is being written on another call."""

    tag = "Pn"
    call_id: CallId
    anew: int


@dataclass(frozen=True, slots=True)
class SayOffer(Button):
    """Put what is written before all, if it is still at `version`."""

    tag = "Ps"
    draft_id: DraftId
    version: int


@dataclass(frozen=True, slots=True)
class WithdrawOffer(Button):
    """Take back what my library seeks or offers; `sure` is 1 once it was asked about."""

    tag = "Px"
    offer_id: OfferId
    sure: int


@dataclass(frozen=True, slots=True)
class AnswerOffer(Button):
    """My library is interested: ask the other side."""

    tag = "Pa"
    offer_id: OfferId


@dataclass(frozen=True, slots=True)
class TakeBackAnswer(Button):
    """My library is not interested after all."""

    tag = "Pt"
    offer_id: OfferId


@dataclass(frozen=True, slots=True)
class AddLine(Button):
    """Write by which line I can be reached, if the other side accepts."""

    tag = "Pi"
    offer_id: OfferId


@dataclass(frozen=True, slots=True)
class KeepLine(Button):
    """Keep the line that is written, if the draft is still at `version`."""

    tag = "Pik"
    draft_id: DraftId
    version: int


@dataclass(frozen=True, slots=True)
class OpenAnswer(Button):
    """The answer of a library to what mine seeks or offers."""

    tag = "Pw"
    offer_id: OfferId
    library_id: LibraryId


@dataclass(frozen=True, slots=True)
class Settle(Button):
    """Accept the answer of a library, with `accept` 1, or refuse it."""

    tag = "Py"
    offer_id: OfferId
    library_id: LibraryId
    accept: int
