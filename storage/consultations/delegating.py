"""A library gives its vote in one consultation to another, and takes it back: one transaction each."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, exists, insert, select

from storage.consultations import books, notices, rules
from storage.consultations.books import Locked
from storage.consultations.chain import Do
from storage.consultations.rules import Closed, ConsultationId, NotYours, Refused
from storage.consultations.tables import proxies
from storage.consultations.voting import NoSuch
from storage.people import LibraryId, PersonId, libraries, people


@dataclass(frozen=True, slots=True)
class Given:
    """The library `to` casts the vote of the library from now on."""

    to: LibraryId


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The library casts its own vote again."""


@dataclass(frozen=True, slots=True)
class NotGiven:
    """The library has not given its vote away."""


def give(
    tx: Connection, consultation_id: ConsultationId, to: LibraryId, by: PersonId, now: datetime
) -> Given | Refused | Closed | NotYours | NoSuch:
    """Give the vote of a person's library to another; what was voted already stays until that one changes it."""
    person, locked = books.staying(tx, by), books.lock(tx, consultation_id)
    if person is None or locked is None:
        return NoSuch()
    outcome = rules.may_give(locked.one, person, to, _asked(tx, locked), books.given(tx, consultation_id), now)
    if not isinstance(outcome, int):
        return outcome
    tx.execute(insert(proxies).values(consultation_id=consultation_id, from_id=outcome, to_id=to))
    _write_down(tx, locked, Do.DELEGATE, outcome, to, now)
    notices.tell_given(tx, locked.one, outcome, to, now)
    return Given(to)


def _asked(tx: Connection, locked: Locked) -> dict[LibraryId, bool]:
    """List the libraries that are asked, and whether somebody in chat casts their vote."""
    votes = exists().where(people.c.library_id == libraries.c.id, people.c.role.in_(rules.VOTERS))
    rows = tx.execute(select(libraries.c.id, libraries.c.kind, votes.label("votes")))
    return {LibraryId(row.id): bool(row.votes) for row in rows if locked.one.terms.asks(row.kind)}


def take_back(
    tx: Connection, consultation_id: ConsultationId, by: PersonId, now: datetime
) -> TakenBack | NotGiven | Closed | NotYours | NoSuch:
    """Take the vote of a person's library back; what was voted for it stays until it is changed."""
    person, locked = books.staying(tx, by), books.lock(tx, consultation_id)
    if person is None or locked is None:
        return NoSuch()
    own = person.library
    if own is None or person.role not in rules.VOTERS or not locked.one.terms.asks(own.kind):
        return NotYours()
    if not locked.one.runs(now):
        return Closed()
    to = books.given(tx, consultation_id).given.get(own.id)
    if to is None:
        return NotGiven()
    mine = proxies.c.consultation_id == consultation_id, proxies.c.from_id == own.id
    tx.execute(delete(proxies).where(*mine))
    _write_down(tx, locked, Do.REVOKE, own.id, to, now)
    notices.take_back_given(tx, locked.one, own.id)
    return TakenBack()


def _write_down(tx: Connection, locked: Locked, do: Do, own: LibraryId, to: LibraryId, now: datetime) -> None:
    code = books.codes(tx, locked.one, [own, to])
    said = {"do": do, "from": code[own], "to": code[to], **books.when(locked.one, now)}
    books.write_down(tx, locked, [said], [None])
