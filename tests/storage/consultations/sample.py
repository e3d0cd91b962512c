"""An association with many libraries, a draft in a few articles, and short ways to put it to them."""

import dataclasses
import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection, func, insert, select

from storage import due, outbox, people
from storage.consultations import books, closing, opening, sealed, voting
from storage.consultations.books import Question, Text
from storage.consultations.chain import Entry, Head
from storage.consultations.feature import FEATURE
from storage.consultations.majority import Choice
from storage.consultations.rules import Ballot, Consultation, ConsultationId, Key, Receipt, Terms
from storage.database import Database
from storage.people import Library, LibraryId, Person, Role, libraries
from storage.schema import Moment

NOW = datetime(2027, 3, 1, 9, tzinfo=UTC)
END = NOW + timedelta(days=14)
CENTRAL, GENERAL = "osrednja območna", "splošna"
TERMS = Terms(title_sl="Osnutek zakona o knjižničarstvu", title_en="Draft library act", ends_at=END)
SEALED = Ballot.PSEUDONYMOUS


@dataclass(frozen=True, slots=True)
class Member:
    """A library with those who may cast its vote, and a librarian."""

    library: Library
    delegate: Person
    deputy: Person
    librarian: Person


def terms(**changes: Any) -> Terms:
    """The terms, but for some changes."""
    return dataclasses.replace(TERMS, **changes)


def text(number: int, words: str = "Knjižnica je odprta vsem.") -> Text:
    """An article."""
    return Text(f"{number}. člen", f"naslov {number}", None, words)


def add_libraries(tx: Connection, count: int, first: int = 1) -> list[Library]:
    """Write libraries down; every third is a central one."""
    entries = [
        {"code": f"k{number:02}", "name": f"Knjižnica {number:02}", "town": "Kraj",
         "kind": GENERAL if number % 3 else CENTRAL}
        for number in range(first, first + count)
    ]  # fmt: skip
    tx.execute(insert(libraries), entries)
    codes = [entry["code"] for entry in entries]
    rows = tx.execute(select(libraries).where(libraries.c.code.in_(codes)).order_by(libraries.c.id)).mappings()
    return [people.library_of(row) for row in rows]


def add_people(tx: Connection, wanted: Sequence[tuple[Role, LibraryId | None]]) -> list[Person]:
    """Write people down who have no quiet hours; return them in that order."""
    first = 1 + (tx.execute(select(func.max(people.people.c.telegram_id))).scalar() or 0)
    rows = [
        {"telegram_id": first + place, "first_name": "Ana", "language": "sl", "role": role, "library_id": library,
         "quiet_from": time(0), "quiet_to": time(0), "joined_at": NOW}
        for place, (role, library) in enumerate(wanted)
    ]  # fmt: skip
    tx.execute(insert(people.people), rows)
    chosen = people.select_people().where(people.people.c.telegram_id >= first)
    return [people.person_of(row) for row in tx.execute(chosen.order_by(people.people.c.telegram_id)).mappings()]


def add_members(tx: Connection, count: int, first: int = 1) -> list[Member]:
    """Write libraries down, each with a delegate, a deputy and a librarian."""
    found = add_libraries(tx, count, first)
    roles = (Role.DELEGATE, Role.DEPUTY, Role.LIBRARIAN)
    there = add_people(tx, [(role, library.id) for library in found for role in roles])
    return [Member(library, *three) for library, three in zip(found, zip(*[iter(there)] * 3, strict=True), strict=True)]


async def put(
    db: Database, questions: int = 3, by: Person | None = None, now: datetime = NOW, **changes: Any
) -> Consultation:
    """Open a consultation on a draft with a few articles."""
    texts = [text(number) for number in range(1, questions + 1)]
    outcome = await db.transact(opening.open_, terms(**changes), "", texts, by.id if by else None, now)
    assert isinstance(outcome, opening.Opened), outcome
    return outcome.one


async def asked(db: Database, consultation_id: ConsultationId) -> list[Question]:
    """List the questions as they are now."""
    return await db.read(_asked, consultation_id)


def _asked(tx: Connection, consultation_id: ConsultationId) -> list[Question]:
    one = books.find(tx, consultation_id)
    assert one is not None
    return books.outline(tx, one.id, one.version)


_receipts = itertools.count()


def receipt() -> Receipt:
    """A receipt that nobody has yet."""
    return Receipt(f"R{next(_receipts):07}")


async def vote(
    db: Database, question: Question, by: Person, choice: Choice = Choice.FOR, now: datetime = NOW,
    library: Library | None = None,
) -> voting.Cast:  # fmt: skip
    """Cast the open vote of a person's library, or of another."""
    whose = library or by.library
    assert whose is not None
    return await db.transact(
        voting.cast, question.id, question.wording_id, whose.id, by.id, choice, receipt(), now
    )  # fmt: skip


async def drop(
    db: Database, question: Question, by: Person, key: str, choice: Choice = Choice.FOR, now: datetime = NOW,
    library: Library | None = None,
) -> sealed.SealedCast:  # fmt: skip
    """Cast the sealed ballot of a person's library, or of another."""
    whose = library or by.library
    assert whose is not None
    return await db.transact(sealed.cast, question.id, question.wording_id, whose.id, by.id, choice, Key(key), now)


async def close(db: Database, one: Consultation, now: datetime = END) -> Consultation:
    """Close a consultation whose end has come."""
    outcome = await db.transact(closing.close, one.id, now)
    assert isinstance(outcome, closing.Done), outcome
    return outcome.one


async def fire(db: Database, now: datetime) -> None:
    """Let everything fall due that does by now."""
    while await db.transact(due.fire, FEATURE.on_due, now):
        pass


def to_come(tx: Connection) -> list[tuple[str, datetime]]:
    """What falls due, and when."""
    rows = tx.execute(select(due.due.c.key, due.due.c.at).order_by(due.due.c.at))
    return [(row.key.split(":", 2)[2], row.at) for row in rows]


def owed(tx: Connection, kind: str) -> list[tuple[int, datetime]]:
    """Who is owed a message of a kind, and from when on."""
    columns = outbox.outbox.c
    moment = func.coalesce(columns.not_before, columns.settled_at, type_=Moment)
    rows = tx.execute(select(columns.person_id, moment).where(columns.kind == kind).order_by(columns.id))
    return [tuple(row) for row in rows]


async def log(db: Database, one: Consultation) -> tuple[list[Entry], Head]:
    """Read the ballot log and its head."""
    head = await db.read(books.head_of, one.id)
    assert head is not None
    return await db.read(books.log_of, one.id), head
