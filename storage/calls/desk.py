"""What the office wants to know of a call: who follows, who intends, who has not opened it or seen a change."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from storage.audience import COUNTS
from storage.calls import books, reach
from storage.calls.rules import INTENDING, Call, CallId, Intent
from storage.calls.tables import call_intents, call_readers, call_versions
from storage.people import Library, Person, libraries, library_of, people, person_of, select_people


@dataclass(frozen=True, slots=True)
class Overview:
    """A call for the office: how many follow it now, were told of it, have opened it; how many libraries intend what.

    `undecided` libraries may apply and have declared nothing; `unseen` people were asked to confirm that they have
    seen a change and have not.
    """

    call: Call
    follow: int
    told: int
    opened: int
    intents: dict[Intent, int]
    undecided: int
    unseen: int


@dataclass(frozen=True, slots=True)
class LibraryRow:
    """What a library has declared and when, and how many of its people were told and have opened the call."""

    library: Library
    intent: Intent | None
    at: datetime | None
    told: int
    opened: int
    unseen: Sequence[Person]


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a call in its history."""

    number: int
    at: datetime
    by: str | None


def overview(tx: Connection, call_id: CallId) -> Overview | None:
    """Count what the office wants to know."""
    call = books.find(tx, call_id)
    if call is None:
        return None
    here = call_readers.c.call_id == call_id
    told, opened = tx.execute(
        select(func.count(call_readers.c.told_version), func.count(call_readers.c.opened_at)).where(here)
    ).one()
    muted = people.c.id.in_(reach.muted(call_id))
    follow = tx.execute(
        select(func.count()).select_from(people).where(people.c.id.in_(reach.followers(call.details)), ~muted)
    ).scalar_one()
    rows = by_library(tx, call)
    intents = {one: sum(row.intent is one for row in rows) for one in Intent}
    undecided = sum(row.intent is None and call.details.admits(row.library.kind) for row in rows)
    unseen = sum(len(row.unseen) for row in rows)
    return Overview(call, follow, told, opened, {one: count for one, count in intents.items() if count}, undecided,
                    unseen)  # fmt: skip


def by_library(tx: Connection, call: Call) -> list[LibraryRow]:
    """List all libraries with what they have declared on a call, by name."""
    declared = {
        row.library_id: row for row in tx.execute(select(call_intents).where(call_intents.c.call_id == call.id))
    }
    here = call_readers.c.call_id == call.id
    joined = call_readers.join(people, people.c.id == call_readers.c.person_id)
    counted = select(
        people.c.library_id, func.count(call_readers.c.told_version).label("told"),
        func.count(call_readers.c.opened_at).label("opened"),
    ).select_from(joined).where(here).group_by(people.c.library_id)  # fmt: skip
    counts = {row.library_id: (row.told, row.opened) for row in tx.execute(counted)}
    asked = unseen(tx, call)
    found = []
    for row in tx.execute(select(libraries).order_by(libraries.c.name, libraries.c.id)).mappings():
        one, intent = library_of(row), declared.get(row["id"])
        waiting = [person for person in asked if person.library and person.library.id == one.id]
        told, opened = counts.get(one.id, (0, 0))
        found.append(LibraryRow(
            one, None if intent is None else Intent(intent.intent), None if intent is None else intent.at, told, opened,
            waiting,
        ))  # fmt: skip
    return found


def unseen(tx: Connection, call: Call) -> list[Person]:
    """List those who rely on a call, were asked to confirm that they have seen how it has changed, and have not."""
    asked, seen = call_readers.c.asked_version, call_readers.c.seen_version
    waiting = select(call_readers.c.person_id).where(
        call_readers.c.call_id == call.id, asked.is_not(None), func.coalesce(seen, 0) < asked
    )  # fmt: skip
    intend = reach.of_libraries(call.id, INTENDING, call.details)
    chosen = select_people().where(people.c.id.in_(waiting), people.c.id.in_(intend), COUNTS).order_by(people.c.id)
    return [person_of(row) for row in tx.execute(chosen).mappings()]


def history(tx: Connection, call_id: CallId) -> list[Version]:
    """List the versions of a call, the last first."""
    joined = call_versions.outerjoin(people, people.c.id == call_versions.c.changed_by)
    chosen = select(call_versions.c.version, call_versions.c.at, people.c.first_name).select_from(joined)
    rows = tx.execute(chosen.where(call_versions.c.call_id == call_id).order_by(call_versions.c.version.desc()))
    return [Version(row.version, row.at, row.first_name) for row in rows]
