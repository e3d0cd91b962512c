"""All that the office takes out of a call: libraries, deadlines, consortia, offers, versions. No contacts."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from storage.calls import consortium_books, desk, mornings, partner_books
from storage.calls.consortium_rules import Consortium
from storage.calls.desk import Overview, Version
from storage.calls.partner_rules import Words
from storage.calls.rules import CallId, Deadline
from storage.calls.tables import call_offers
from storage.people import LibraryId


@dataclass(frozen=True, slots=True)
class Whole:
    """A call with its history, which libraries have met which deadline, who applies together, and who seeks what."""

    overview: Overview
    history: Sequence[Version]
    met: Sequence[tuple[Deadline, Sequence[LibraryId]]]
    consortia: Sequence[Consortium]
    offers: Sequence[tuple[LibraryId, Words]]


def whole(tx: Connection, call_id: CallId) -> Whole | None:
    """Find all that there is of a call."""
    found = desk.overview(tx, call_id)
    if found is None:
        return None
    deadlines = found.call.deadlines
    done = mornings.done_by(tx, [one.id for one in deadlines if one.id is not None])
    met = [(one, [library for number, library in done if number == one.id]) for one in deadlines]
    offers = partner_books.offers(tx, call_offers.c.call_id == call_id)
    return Whole(
        found, desk.history(tx, call_id), met, consortium_books.of_call(tx, call_id),
        [(one.library, one.words) for one in offers],
    )  # fmt: skip
