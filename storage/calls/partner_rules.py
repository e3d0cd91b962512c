"""Who may seek or offer a partnership, and when two libraries have agreed. Pure: facts in, outcome out."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from storage.calls.rules import VOTERS, Call, CallId, NotForYou, Same, State, TooLate, Withdrawn
from storage.people import LibraryId, Person, PersonId

OfferId = NewType("OfferId", int)

BRINGS_AT_MOST = 500
LINE_AT_MOST = 120
"""Characters."""


class Side(StrEnum):
    """What a library does."""

    SEEKS = "seeks"
    OFFERS = "offers"


class Part(StrEnum):
    """The role in the project that is sought or offered."""

    LEAD = "lead"
    PARTNER = "partner"


@dataclass(frozen=True, slots=True)
class Words:
    """What a library says to all: what it `brings` or needs. Its `line` is only for whom both sides agree with."""

    side: Side
    part: Part
    brings: str
    line: str | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """What a library seeks or offers, as `person` has said for it."""

    id: OfferId
    call_id: CallId
    library: LibraryId
    person: PersonId
    words: Words


class Standing(StrEnum):
    """Where the answer to an offer stands."""

    WAITS = "waits"
    AGREED = "agreed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer of a library to an offer, as `person` has given it for it; settled by somebody of the other side."""

    library: LibraryId
    person: PersonId
    line: str | None
    standing: Standing
    settled_by: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """The offering library is asked whether it wants to be partners."""


@dataclass(frozen=True, slots=True)
class Settled:
    """Both sides have agreed, or the offering library has refused: just now if it is `fresh`, else before."""

    standing: Standing
    fresh: bool


def may_say(call: Call, person: Person, now: datetime) -> NotForYou | Withdrawn | TooLate | None:
    """Tell why a person cannot seek, offer or answer for their library; None if they can."""
    if person.library is None or person.role not in VOTERS:
        return NotForYou()
    if call.state is State.WITHDRAWN:
        return Withdrawn()
    return None if call.runs(now) else TooLate()


def answer(
    offer: Offer, before: Reply | None, mirrored: Reply | None, library: LibraryId
) -> Answered | Settled | Same | NotForYou:
    """Decide what becomes of a library's answer to an offer.

    `mirrored` is what the offering library has answered to an offer of this one: if it waits, both want the same.
    """
    if library == offer.library:
        return NotForYou()
    if before is not None:
        return Same() if before.standing is Standing.WAITS else Settled(before.standing, fresh=False)
    if mirrored is not None and mirrored.standing is not Standing.REFUSED:
        return Settled(Standing.AGREED, fresh=mirrored.standing is Standing.WAITS)
    return Answered()


def settle(offer: Offer, reply: Reply | None, library: LibraryId, *, accept: bool) -> Settled | NotForYou | None:
    """Decide what becomes of the offering library's yes or no to an answer: the first word counts.

    None if the answer is not there, or was taken back.
    """
    if library != offer.library:
        return NotForYou()
    if reply is None:
        return None
    if reply.standing is not Standing.WAITS:
        return Settled(reply.standing, fresh=False)
    return Settled(Standing.AGREED if accept else Standing.REFUSED, fresh=True)
