"""Libraries with those who speak for them, and a call on which they find each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import Connection, insert, select

from storage import due, outbox, people
from storage.calls import consortia, intents, partners, publishing
from storage.calls.consortium_rules import Consortium
from storage.calls.feature import FEATURE
from storage.calls.partner_rules import Offer, Part, Side, Words
from storage.calls.rules import Call, Content, Deadline, DeadlineKind, Details, Intent, Topic, When
from storage.database import Database
from storage.people import Library, Person, Role, libraries

NOW = datetime(2027, 3, 1, 9, tzinfo=UTC)
SUBMISSION = When(date(2027, 4, 15), time(12))
OVER = SUBMISSION.ends_at
CONTENT = Content(
    Details("Digitalna dediščina", "Digital heritage", "Ministrstvo za kulturo", topics=(Topic.DIGITAL,)),
    (Deadline(DeadlineKind.SUBMISSION, SUBMISSION),),
)
WORDS = Words(Side.SEEKS, Part.PARTNER, "Domoznanske zbirke, ki čakajo na digitalizacijo.", "ana@knjiznica.example")
NAMES = ("Ana", "Bojan", "Cilka", "Darja", "Evgen", "Franc", "Gaja", "Hana")
"""The delegates, one for each library."""


@dataclass(frozen=True, slots=True)
class Member:
    """A library with those who speak for it, and a librarian."""

    library: Library
    delegate: Person
    deputy: Person
    librarian: Person


def add_members(tx: Connection, count: int) -> list[Member]:
    """Write libraries down with their people, who have no quiet hours."""
    return [_member(tx, place) for place in range(count)]


def _member(tx: Connection, place: int) -> Member:
    entry = {"code": f"k{place}", "name": f"Knjižnica {place}", "town": "Kraj", "kind": "splošna"}
    number = tx.execute(insert(libraries).values(entry).returning(libraries.c.id)).scalar_one()
    name = NAMES[place]
    roles = ((name, Role.DELEGATE), (f"{name}-namestnica", Role.DEPUTY), (f"{name}-knjižničarka", Role.LIBRARIAN))
    found = []
    for at, (first_name, role) in enumerate(roles):
        row = {"telegram_id": 7000 + place * 10 + at, "first_name": first_name, "language": "sl", "role": role,
               "library_id": number, "quiet_from": time(0), "quiet_to": time(0), "joined_at": NOW}  # fmt: skip
        tx.execute(insert(people.people).values(row))
        person = people.by_telegram(tx, 7000 + place * 10 + at)
        assert person is not None
        found.append(person)
    library = found[0].library
    assert library is not None
    return Member(library, *found)


async def publish(db: Database, content: Content = CONTENT) -> Call:
    """Put a call before the members."""
    outcome = await db.transact(publishing.publish, content, None, NOW)
    assert isinstance(outcome, publishing.Published)
    return outcome.call


async def say(db: Database, call: Call, by: Person, words: Words = WORDS, now: datetime = NOW) -> Offer:
    """Seek or offer partnership."""
    outcome = await db.transact(partners.say, call.id, by, words, now)
    assert isinstance(outcome, Offer), outcome
    return outcome


async def declare(db: Database, call: Call, by: Person, intent: Intent | None, now: datetime = NOW) -> None:
    """Declare what a library intends."""
    await db.transact(intents.declare, call.id, by, intent, now)


async def found(db: Database, call: Call, by: Person, now: datetime = NOW) -> Consortium:
    """Found a consortium."""
    await declare(db, call, by, Intent.APPLYING, now)
    outcome = await db.transact(consortia.found, call.id, by, "Skupaj", now)
    assert isinstance(outcome, Consortium), outcome
    return outcome


async def join(db: Database, one: Consortium, lead: Person, by: Person, now: datetime = NOW) -> None:
    """Let somebody be invited and accept."""
    assert by.library is not None
    await db.transact(consortia.invite, one.id, by.library.id, lead, now)
    outcome = await db.transact(consortia.join, one.id, by, now)
    assert isinstance(outcome, consortia.Joined), outcome


async def fire(db: Database, now: datetime) -> None:
    """Let everything fall due that does by now."""
    while await db.transact(due.fire, FEATURE.on_due, now):
        pass


async def quiet_at_night(db: Database) -> None:
    """Let everybody sleep from nine to seven."""
    night = people.people.update().values(quiet_from=time(21), quiet_to=time(7))
    await db.transact(lambda tx: tx.execute(night))


def goes_at(tx: Connection, kind: str) -> set[datetime]:
    """When the messages of a kind may go."""
    columns = outbox.outbox.c
    return set(tx.execute(select(columns.not_before).where(columns.kind == kind)).scalars())


def told(tx: Connection, kind: str) -> list[tuple[str, dict[str, Any]]]:
    """Who is owed a message of a kind, by their first names, and what it promises."""
    columns = outbox.outbox.c
    joined = outbox.outbox.join(people.people, people.people.c.id == columns.person_id)
    chosen = select(people.people.c.first_name, columns.args).select_from(joined).where(columns.kind == kind)
    return [(row.first_name, row.args) for row in tx.execute(chosen.order_by(columns.id))]


def everything_owed(tx: Connection) -> Sequence[str]:
    """All rows of the outbox and of what falls due, whole, as text."""
    rows = [*tx.execute(select(outbox.outbox)).mappings(), *tx.execute(select(due.due)).mappings()]
    return [str(dict(row)) for row in rows]
