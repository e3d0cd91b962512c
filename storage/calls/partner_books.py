"""Reading and writing the rows of offers and their answers."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, RowMapping, and_, select

from storage.calls.partner_rules import Offer, OfferId, Part, Reply, Side, Standing, Words
from storage.calls.rules import VOTERS, CallId
from storage.calls.tables import call_answers, call_offers
from storage.people import LibraryId, Person, PersonId, get, libraries, people

LIVES = and_(people.c.library_id == call_offers.c.library_id, people.c.role.in_(VOTERS))
"""Whoever has made the offer speaks for the library still."""

_OFFERS = select(call_offers).join(people, people.c.id == call_offers.c.person_id).where(LIVES)
_REPLIES = select(call_answers).join(people, people.c.id == call_answers.c.person_id).where(
    people.c.library_id == call_answers.c.library_id, people.c.role.in_(VOTERS)
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Contact:
    """How somebody can be reached: first name, library, number in Telegram, and the line they have typed."""

    name: str
    library: str
    telegram_id: int
    line: str | None


def offer_of(row: RowMapping) -> Offer:
    """Read a row of `call_offers`."""
    words = Words(Side(row["side"]), Part(row["part"]), row["brings"], row["line"])
    return Offer(OfferId(row["id"]), CallId(row["call_id"]), row["library_id"], row["person_id"], words)


def offer(tx: Connection, offer_id: OfferId) -> Offer | None:
    """Find an offer that lives."""
    row = tx.execute(_OFFERS.where(call_offers.c.id == offer_id)).mappings().first()
    return None if row is None else offer_of(row)


def offer_by(tx: Connection, call_id: CallId, library: LibraryId) -> Offer | None:
    """Find the offer of a library on a call."""
    here = call_offers.c.call_id == call_id, call_offers.c.library_id == library
    row = tx.execute(_OFFERS.where(*here)).mappings().first()
    return None if row is None else offer_of(row)


def offers(tx: Connection, *here: ColumnElement[bool]) -> list[Offer]:
    """List the offers that live, the oldest first."""
    rows = tx.execute(_OFFERS.where(*here).order_by(call_offers.c.at, call_offers.c.id)).mappings()
    return [offer_of(row) for row in rows]


def replies(tx: Connection, offer_id: OfferId, *here: ColumnElement[bool]) -> list[Reply]:
    """List the answers to an offer of those who still speak for their libraries, the oldest first."""
    chosen = _REPLIES.where(call_answers.c.offer_id == offer_id, *here)
    rows = tx.execute(chosen.order_by(call_answers.c.at, call_answers.c.library_id)).mappings()
    return [_reply_of(row) for row in rows]


def reply(tx: Connection, offer_id: OfferId, library: LibraryId) -> Reply | None:
    """Find the answer of a library to an offer."""
    return next(iter(replies(tx, offer_id, call_answers.c.library_id == library)), None)


def _reply_of(row: RowMapping) -> Reply:
    return Reply(row["library_id"], row["person_id"], row["line"], Standing(row["standing"]), row["settled_by"])


def contacts(tx: Connection, one: Offer, of: Reply, to: LibraryId) -> Contact | None:
    """Find how the other side of an agreement can be reached; None for whoever is no side of one.

    This is the only way to a contact: of the answer's side for the offering library, and the other way round, where
    both have agreed and whoever has agreed still speaks for their library.
    """
    if of.standing is not Standing.AGREED:
        return None
    if to == one.library:
        return contact(tx, of.person, of.library, of.line)
    if to != of.library or of.settled_by is None:
        return None
    return contact(tx, of.settled_by, one.library, one.words.line if of.settled_by == one.person else None)


def contact(tx: Connection, person_id: PersonId, library: LibraryId, line: str | None) -> Contact | None:
    """Find how a person can be reached who speaks for a library."""
    person = get(tx, person_id)
    if person is None or not speaks(person, library) or person.library is None:
        return None
    return Contact(person.first_name, person.library.name, person.telegram_id, line)


def speaks(person: Person, library: LibraryId) -> bool:
    """Tell whether a person speaks for a library."""
    return person.library is not None and person.library.id == library and person.role in VOTERS


def names(tx: Connection, of: Sequence[LibraryId]) -> dict[LibraryId, str]:
    """Find the names of libraries."""
    rows = tx.execute(select(libraries.c.id, libraries.c.name).where(libraries.c.id.in_(of)))
    return {LibraryId(row.id): row.name for row in rows}
