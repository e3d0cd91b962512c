"""What both sides of an offer are told: that there is an answer, and what became of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from storage import outbox
from storage.calls import books, notices, partner_books
from storage.calls.partner_books import Contact
from storage.calls.partner_rules import Offer, OfferId, Reply, Standing
from storage.calls.rules import Call
from storage.people import LibraryId, PersonId, get

ANSWERED = "partner_answered"
SETTLED = "partner_settled"
GONE = "partner_gone"


def tell_answered(tx: Connection, call: Call, one: Offer, library: LibraryId, now: datetime) -> None:
    """Ask the offering side whether it wants to be partners; of one library not more than once a day."""
    told = notices.speakers(tx, [one.library])
    args = {"offer": one.id, "library": library}
    notices.owe(tx, ANSWERED, f"{one.id}:{library}:{now:%Y%m%d}", told, args, now, call.content.ends_at)


def tell_settled(
    tx: Connection, call: Call, one: Offer, library: LibraryId, standing: Standing, now: datetime
) -> None:  # fmt: skip
    """Tell a library what became of its answer, and ask no more."""
    take_back_answered(tx, one, library)
    told = notices.speakers(tx, [library])
    tag = f"{one.id}:{library}:{now:%Y%m%d%H%M%S}"
    args = {"offer": one.id, "library": library, "call": call.id, "of": one.library, "standing": standing}
    notices.owe(tx, SETTLED, tag, told, args, now, call.content.ends_at)


def take_back_answered(tx: Connection, one: Offer, library: LibraryId) -> None:
    """Ask the offering side no more, if it has not been asked yet."""
    outbox.withdraw(tx, f"{ANSWERED}:{one.id}:{library}:%")


def tell_gone(tx: Connection, one: Offer, waiting: Iterable[Reply], now: datetime) -> None:
    """Tell those who wait for an answer to an offer that it is there no more, and ask nobody about it."""
    outbox.withdraw(tx, f"{ANSWERED}:{one.id}:%")
    told = notices.speakers(tx, [reply.library for reply in waiting])
    notices.owe(tx, GONE, str(one.id), told, {"call": one.call_id, "library": one.library}, now)


@dataclass(frozen=True, slots=True)
class Notice:
    """What a message says: on which call, of which library; how an answer stands, and with both agreed the contact."""

    call: Call
    library: str
    offer: OfferId | None
    of: LibraryId
    standing: Standing | None
    contact: Contact | None = None


def answered_facts(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Notice | None:
    """Find what word of an answer says; None once it is settled or taken back."""
    found = _found(tx, args)
    if found is None or found[2].standing is not Standing.WAITS or not found[0].runs(now):
        return None
    call, one, reply = found
    return _to(tx, person_id, one.library, call, reply.library, one, reply)


def settled_facts(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Notice | None:  # noqa: ARG001 - as facts are found
    """Find what word of an agreement or a refusal says; once the offer is gone, no contact, but what was said."""
    if partner_books.offer(tx, OfferId(args["offer"])) is None:
        return _said(tx, person_id, args)
    found = _found(tx, args)
    if found is None or found[2].standing is Standing.WAITS:
        return None
    call, one, reply = found
    return _to(tx, person_id, reply.library, call, one.library, one, reply)


def _said(tx: Connection, person_id: PersonId, args: Mapping[str, Any]) -> Notice | None:
    """Find what became of an answer whose offer is gone with its contacts."""
    call, person, of = books.find(tx, args["call"]), get(tx, person_id), LibraryId(args["of"])
    if call is None or person is None or not partner_books.speaks(person, LibraryId(args["library"])):
        return None
    return Notice(call, partner_books.names(tx, [of])[of], None, of, Standing(args["standing"]))


def _found(tx: Connection, args: Mapping[str, Any]) -> tuple[Call, Offer, Reply] | None:
    one = partner_books.offer(tx, OfferId(args["offer"]))
    reply = None if one is None else partner_books.reply(tx, one.id, LibraryId(args["library"]))
    call = None if one is None else books.find(tx, one.call_id)
    return None if one is None or reply is None or call is None else (call, one, reply)


def _to(
    tx: Connection, person_id: PersonId, mine: LibraryId, call: Call, other: LibraryId, one: Offer, reply: Reply
) -> Notice | None:
    """Tell a person about another library, if they still speak for theirs."""
    person = get(tx, person_id)
    if person is None or not partner_books.speaks(person, mine):
        return None
    name = partner_books.names(tx, [other])[other]
    return Notice(call, name, one.id, reply.library, reply.standing, partner_books.contacts(tx, one, reply, mine))


def gone_facts(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Notice | None:  # noqa: ARG001 - as facts are found
    """Find what word of an offer that is there no more says."""
    call, library = books.find(tx, args["call"]), LibraryId(args["library"])
    if call is None or not call.runs(now):
        return None
    return Notice(call, partner_books.names(tx, [library])[library], None, library, None)
