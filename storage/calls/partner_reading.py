"""What is shown of offers: how many there are on a call, a list, a card as somebody sees it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from storage.calls import books, partner_books
from storage.calls.partner_books import LIVES, Contact
from storage.calls.partner_rules import Offer, OfferId, Reply, Standing
from storage.calls.rules import Call, CallId
from storage.calls.tables import call_answers, call_offers
from storage.pages import Page, page_of
from storage.people import LibraryId, Person, people

PAGE = 6


@dataclass(frozen=True, slots=True)
class Row:
    """An offer in a list; where the library of whoever looks has answered it, how that stands."""

    offer: Offer
    library: str
    mine: bool
    standing: Standing | None


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of the offers on a call; `own` is that of the library of whoever looks."""

    call: Call
    person: Person
    page: Page[Row]
    own: OfferId | None


def count(tx: Connection, call_id: CallId) -> int:
    """Count the offers on a call."""
    joined = call_offers.join(people, people.c.id == call_offers.c.person_id)
    chosen = select(func.count()).select_from(joined).where(call_offers.c.call_id == call_id, LIVES)
    return tx.execute(chosen).scalar_one()


def listed(tx: Connection, call_id: CallId, person: Person, page: int, now: datetime) -> Listed | None:
    """List the offers on a call, one's own first."""
    call = books.find(tx, call_id)
    if call is None:
        return None
    library = LibraryId(0) if person.library is None else person.library.id
    found = partner_books.offers(tx, call_offers.c.call_id == call_id) if call.runs(now) else []
    found.sort(key=lambda one: one.library != library)
    own = next((one.id for one in found if one.library == library), None)
    shown = page_of(found, page, PAGE)
    names = partner_books.names(tx, [one.library for one in shown.lines])
    rows = [Row(one, names[one.library], one.library == library, _standing(tx, one, library)) for one in shown.lines]
    return Listed(call, person, shown.of(rows), own)


def _standing(tx: Connection, one: Offer, library: LibraryId) -> Standing | None:
    reply, _ = _mine(tx, one, library)
    return None if reply is None else reply.standing


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as the offering side sees it; the contact where both have agreed."""

    reply: Reply
    library: str
    contact: Contact | None


@dataclass(frozen=True, slots=True)
class Card:
    """An offer as a person sees it.

    `own`: it is their library's; `mine`: they speak for that, and see the `answers`. Else `reply` is what their own
    library has answered, and where both have agreed the `contact` is there for whoever `speaks` for it.
    """

    call: Call
    offer: Offer
    library: str
    person: Person
    speaks: bool
    mine: bool
    reply: Reply | None
    contact: Contact | None
    answers: Sequence[Answer]
    own: bool


def card(tx: Connection, offer_id: OfferId, person: Person, now: datetime) -> Card | None:
    """Find an offer as a person sees it."""
    one = partner_books.offer(tx, offer_id)
    call = None if one is None else books.find(tx, one.call_id)
    if one is None or call is None or not call.runs(now):
        return None
    library = LibraryId(0) if person.library is None else person.library.id
    speaks, own = partner_books.speaks(person, library), library == one.library
    reply, contact = (None, None) if own else _mine(tx, one, library)
    name = partner_books.names(tx, [one.library])[one.library]
    answers = _answers(tx, one) if own and speaks else []
    return Card(
        call, one, name, person, speaks, own and speaks, reply, contact if speaks else None, answers, own
    )  # fmt: skip


def _mine(tx: Connection, one: Offer, library: LibraryId) -> tuple[Reply | None, Contact | None]:
    """Find what a library has answered, and whom it can reach; or that it has accepted the other one's answer."""
    mine = partner_books.reply(tx, one.id, library)
    if mine is not None:
        return mine, partner_books.contacts(tx, one, mine, library)
    own = partner_books.offer_by(tx, one.call_id, library)
    theirs = None if own is None else partner_books.reply(tx, own.id, one.library)
    if own is None or theirs is None or theirs.standing is not Standing.AGREED:
        return None, None
    return theirs, partner_books.contacts(tx, own, theirs, library)


def _answers(tx: Connection, one: Offer) -> list[Answer]:
    found = partner_books.replies(tx, one.id)
    names = partner_books.names(tx, [reply.library for reply in found])
    return [
        Answer(reply, names[reply.library], partner_books.contacts(tx, one, reply, one.library)) for reply in found
    ]  # fmt: skip


def answer(
    tx: Connection, offer_id: OfferId, library: LibraryId, person: Person, now: datetime
) -> tuple[Card, Answer] | None:
    """Find an answer to the offer of one's own library."""
    found = card(tx, offer_id, person, now)
    if found is None:
        return None
    return next(((found, one) for one in found.answers if one.reply.library == library), None)


def agreed_with(tx: Connection, call_id: CallId, library: LibraryId) -> list[LibraryId]:
    """List the libraries with which a library has agreed to be partners on a call."""
    joined = call_answers.join(call_offers, call_offers.c.id == call_answers.c.offer_id)
    here = call_offers.c.call_id == call_id, call_answers.c.standing == Standing.AGREED
    rows = tx.execute(select(call_offers.c.library_id, call_answers.c.library_id).select_from(joined).where(*here))
    pairs = [tuple(row) for row in rows]
    return [LibraryId(one if other == library else other) for one, other in pairs if library in (one, other)]
