"""What libraries are told of consortia: invitations, who comes and goes, who leads, that a deadline has moved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from storage import due, outbox
from storage.calls import books, consortium_books, notices, partner_books, plain
from storage.calls.consortium_rules import Consortium
from storage.calls.partner_books import Contact
from storage.calls.rules import Call, CallId, ConsortiumId, Deadline
from storage.calls.tables import call_deadlines
from storage.due import Due
from storage.news import told_at
from storage.people import LibraryId, Person, PersonId, get

INVITED = "consortium_invited"
JOINED = "consortium_joined"
REFUSED = "consortium_refused"
LEFT = "consortium_left"
OUT = "consortium_out"
HANDED = "consortium_handed"
LED = "consortium_led"
SILENT = "consortium_silent"
STRUCK = "consortium_struck"
MOVED = "consortium_moved"
"""Kinds of messages; the last one also of the due row that looks at what has moved."""


def speakers(tx: Connection, library: LibraryId) -> list[Person]:
    """List those who speak for a library."""
    return notices.speakers(tx, [library])


def _tell(
    tx: Connection, kind: str, one: Consortium, about: LibraryId, to: Sequence[LibraryId], now: datetime,
    until: datetime | None = None, **more: Any,  # noqa: ANN401 - as JSON can hold it
) -> int:  # fmt: skip
    """Owe those who speak for some libraries word about one of them; return how many they are."""
    told = notices.speakers(tx, to)
    args = {"consortium": one.id, "library": about, **more}
    notices.owe(tx, kind, f"{one.id}:{about}:{now:%Y%m%d%H%M%S}", told, args, now, until)
    return len(told)


def tell_invited(tx: Connection, call: Call, one: Consortium, library: LibraryId, now: datetime) -> int:
    """Ask a library whether it joins."""
    return _tell(tx, INVITED, one, library, [library], now, call.content.ends_at)


def tell_joined(tx: Connection, one: Consortium, library: LibraryId, by: PersonId, now: datetime) -> None:
    """Tell the lead that a library has joined, and who has said so for it."""
    _tell(tx, JOINED, one, library, [one.lead], now, by=by, lead=one.lead)


def tell_refused(tx: Connection, one: Consortium, library: LibraryId, now: datetime) -> None:
    """Tell the lead that a library does not join."""
    _tell(tx, REFUSED, one, library, [one.lead], now)


def tell_left(tx: Connection, one: Consortium, library: LibraryId, now: datetime) -> None:
    """Tell the lead that a library has left."""
    _tell(tx, LEFT, one, library, [one.lead], now)


def tell_out(tx: Connection, one: Consortium, library: LibraryId, now: datetime) -> None:
    """Tell a library that it is out, as the lead wants."""
    _tell(tx, OUT, one, library, [library], now)


def tell_handed(tx: Connection, one: Consortium, to: LibraryId, now: datetime) -> None:
    """Tell the library that leads from here on, and the others that remain."""
    _tell(tx, HANDED, one, one.lead, [to], now)
    _tell(tx, LED, one, to, [other for other in one.members if other not in {one.lead, to}], now)


def tell_led(tx: Connection, one: Consortium, by: LibraryId, now: datetime) -> None:
    """Tell the others who leads from here on."""
    _tell(tx, LED, one, by, [other for other in one.members if other != by], now)


def tell_silent(tx: Connection, one: Consortium, library: LibraryId, to: Sequence[LibraryId], now: datetime) -> None:
    """Tell others that nobody in chat speaks for a library any more."""
    _tell(tx, SILENT, one, library, to, now)


def moved(tx: Connection, before: Deadline | None, after: Deadline, by: PersonId | None, now: datetime) -> None:
    """Write down that a consortium has to be told how its deadline has moved, or is new, with what else moves soon."""
    to_come = [one.when.ends_at for one in (before, after) if one is not None and one.when.ends_at > now]
    args = {"deadline": after.id, "ends_at": None if before is None else before.when.ends_at.isoformat(), "by": by}
    due.add_or_hasten(tx, Due(f"{MOVED}:{after.id}", MOVED, told_at(now, to_come), None, args))


def moved_due(tx: Connection, row: Due, now: datetime) -> None:
    """Tell all members how a deadline of their consortium has moved, once; but not whoever has moved it."""
    found = _deadline(tx, row.args["deadline"])
    if found is None or found[2].when.ends_at.isoformat() == row.args["ends_at"]:
        return
    _, one, deadline = found
    outbox.withdraw(tx, f"{MOVED}:{deadline.id}:%")
    told = [person for person in notices.speakers(tx, one.members) if person.id != row.args["by"]]
    tag, args = f"{deadline.id}:{now:%Y%m%d%H%M%S}", {"deadline": deadline.id}
    notices.owe(tx, MOVED, tag, told, args, now, deadline.when.ends_at)


def tell_struck(tx: Connection, one: Consortium, struck: Deadline, by: PersonId, now: datetime) -> None:
    """Tell all members that a deadline of their consortium is there no more; but not whoever has struck it out."""
    due.drop(tx, f"{MOVED}:{struck.id}")
    outbox.withdraw(tx, f"{MOVED}:{struck.id}:%")
    told = [person for person in notices.speakers(tx, one.members) if person.id != by]
    args = {"consortium": one.id, "library": one.lead, "deadline": plain.of_deadline(struck)}
    notices.owe(tx, STRUCK, str(struck.id), told, args, now, struck.when.ends_at)


def _deadline(tx: Connection, number: int) -> tuple[Call, Consortium, Deadline] | None:
    row = tx.execute(select(call_deadlines).where(call_deadlines.c.id == number)).mappings().first()
    one = None if row is None or row["consortium_id"] is None else consortium_books.find(tx, row["consortium_id"])
    call = None if row is None else books.find(tx, CallId(row["call_id"]))
    return None if row is None or one is None or call is None else (call, one, books.deadline_of(row))


@dataclass(frozen=True, slots=True)
class Notice:
    """What a message says: on which call, of which consortium, about which library; who has joined, which deadline."""

    call: Call
    consortium: Consortium
    library: str
    contact: Contact | None = None
    deadline: Deadline | None = None


def invited_facts(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Notice | None:
    """Find what an invitation says; None once it is answered, or the call does not run any more."""
    found = _found(tx, person_id, args)
    if found is None or not found[0].runs(now):
        return None
    call, one, mine = found
    if mine not in consortium_books.invites(tx, one.id):
        return None
    return Notice(call, one, partner_books.names(tx, [one.lead])[one.lead])


def joined_facts(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Notice | None:  # noqa: ARG001 - as facts are found
    """Find what word of a new member says to the library that led when it joined."""
    found = _found(tx, person_id, args)
    library = LibraryId(args["library"])
    if found is None or found[2] != args["lead"] or not {found[2], library} <= set(found[1].members):
        return None
    call, one, _ = found
    contact = partner_books.contact(tx, args["by"], library, None)
    return Notice(call, one, partner_books.names(tx, [library])[library], contact)


def member_facts(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Notice | None:  # noqa: ARG001 - as facts are found
    """Find what word of another library says to a member."""
    found = _found(tx, person_id, args)
    if found is None or found[2] not in found[1].members:
        return None
    call, one, _ = found
    library = LibraryId(args["library"])
    return Notice(call, one, partner_books.names(tx, [library])[library])


def out_facts(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Notice | None:  # noqa: ARG001 - as facts are found
    """Find what word of it says to a library that was put out; None if it is in again."""
    found = _found(tx, person_id, args)
    if found is None or found[2] != args["library"] or found[2] in found[1].members:
        return None
    call, one, _ = found
    return Notice(call, one, partner_books.names(tx, [one.lead])[one.lead])


def struck_facts(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Notice | None:
    """Find which deadline of a consortium is there no more; None when it would be past."""
    found, struck = member_facts(tx, person_id, args, now), plain.deadline(args["deadline"])
    return None if found is None or struck.when.ends_at <= now else replace(found, deadline=struck)


def _found(tx: Connection, person_id: PersonId, args: Mapping[str, Any]) -> tuple[Call, Consortium, LibraryId] | None:
    """Find the consortium, and for which library a person speaks."""
    one = consortium_books.find(tx, ConsortiumId(args["consortium"]))
    call = None if one is None else books.find(tx, one.call_id)
    person = get(tx, person_id)
    if one is None or call is None or person is None or person.library is None:
        return None
    return (call, one, person.library.id) if partner_books.speaks(person, person.library.id) else None


def moved_facts(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Notice | None:
    """Find when a deadline of a consortium is now."""
    found, person = _deadline(tx, args["deadline"]), get(tx, person_id)
    if found is None or person is None or person.library is None:
        return None
    call, one, deadline = found
    if person.library.id not in one.members or deadline.when.ends_at <= now:
        return None
    return Notice(call, one, partner_books.names(tx, [one.lead])[one.lead], None, deadline)
