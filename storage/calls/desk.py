"""What the office wants to know of a call: who follows, who intends, who has not opened it or seen a change."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, Select, func, select, update

from storage import audit
from storage.audience import COUNTS
from storage.calls import books, changes, consortium_books, news, notices, partner_reading, plain, reach
from storage.calls.changes import Difference
from storage.calls.publishing import NoSuch, Over
from storage.calls.rules import INTENDING, Call, CallId, Intent, State
from storage.calls.tables import call_intents, call_readers, call_versions, calls
from storage.local_time import LJUBLJANA
from storage.people import Library, Person, PersonId, libraries, library_of, people, person_of, select_people

RECENT = timedelta(days=365)
"""So long after its end a call is among those whose libraries can be written to."""


@dataclass(frozen=True, slots=True)
class LibraryRow:
    """What a library has declared and when.

    So many of its people follow the call, were told of it and have opened it; `unseen` were asked to confirm that they
    have seen a change and have not.
    """

    library: Library
    intent: Intent | None
    at: datetime | None
    follow: int
    told: int
    opened: int
    unseen: Sequence[Person]


@dataclass(frozen=True, slots=True)
class Overview:
    """A call for the office: how many follow it now, were told of it, have opened it; what libraries intend.

    There are so many `consortia` and `offers` of partnership. So many people are told if it is closed or withdrawn
    (`over_told`), or if the undecided are reminded (`asked`).
    """

    call: Call
    follow: int
    told: int
    opened: int
    rows: Sequence[LibraryRow]
    consortia: int
    offers: int
    over_told: int
    asked: int

    def of_intent(self, intent: Intent | None) -> list[LibraryRow]:
        """List the libraries that have declared an intent; with None, those that may apply and have not decided."""
        found = (row for row in self.rows if row.intent is intent)
        return [row for row in found if intent or self.call.details.admits(row.library.kind)]

    @property
    def intents(self) -> dict[Intent, int]:
        """How many libraries intend what, without those that none does."""
        return {intent: len(found) for intent in Intent if (found := self.of_intent(intent))}

    @property
    def undecided(self) -> int:
        """How many libraries may apply and have declared nothing."""
        return len(self.of_intent(None))

    @property
    def followed(self) -> list[LibraryRow]:
        """The libraries in which somebody follows the call."""
        return [row for row in self.rows if row.follow]

    @property
    def not_opened(self) -> list[LibraryRow]:
        """The libraries in which somebody was told and nobody has opened the call."""
        return [row for row in self.rows if row.told and not row.opened]

    @property
    def unseen(self) -> list[Person]:
        """Those who were asked to confirm that they have seen a change and have not."""
        return [person for row in self.rows for person in row.unseen]


def overview(tx: Connection, call_id: CallId) -> Overview | None:
    """Find out what the office wants to know."""
    call = books.find(tx, call_id)
    if call is None:
        return None
    here = call_readers.c.call_id == call_id
    told, opened = tx.execute(
        select(func.count(call_readers.c.told_version), func.count(call_readers.c.opened_at)).where(here)
    ).one()
    follow = tx.execute(select(func.count()).select_from(_follow(call).subquery())).scalar_one()
    return Overview(
        call, follow, told, opened, by_library(tx, call), len(consortium_books.of_call(tx, call_id)),
        partner_reading.count(tx, call_id), news.foreseen_over(tx, call), len(notices.undecided(tx, call)),
    )  # fmt: skip


def _follow(call: Call) -> Select[Any]:
    muted = people.c.id.in_(reach.muted(call.id))
    return select(people.c.id, people.c.library_id).where(people.c.id.in_(reach.followers(call.details)), ~muted)


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
    follow = _follow(call).subquery()
    followed = select(follow.c.library_id, func.count().label("count")).group_by(follow.c.library_id)
    follows = {row.library_id: row.count for row in tx.execute(followed).mappings()}
    asked = unseen(tx, call)
    found = []
    for row in tx.execute(select(libraries).order_by(libraries.c.name, libraries.c.id)).mappings():
        one, intent = library_of(row), declared.get(row["id"])
        waiting = [person for person in asked if person.library and person.library.id == one.id]
        found.append(LibraryRow(
            one, None if intent is None else Intent(intent.intent), None if intent is None else intent.at,
            follows.get(one.id, 0), *counts.get(one.id, (0, 0)), waiting,
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


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a call in its history: who wrote it when, and what is another in it than in the one before."""

    number: int
    at: datetime
    by: str | None
    difference: Difference


def history(tx: Connection, call_id: CallId) -> list[Version]:
    """List the versions of a call, the last first."""
    joined = call_versions.outerjoin(people, people.c.id == call_versions.c.changed_by)
    chosen = select(call_versions, people.c.first_name).select_from(joined).where(call_versions.c.call_id == call_id)
    rows = tx.execute(chosen.order_by(call_versions.c.version)).all()
    said = [plain.content(row.content) for row in rows]
    changed = [Difference(), *(changes.difference(before, after) for before, after in pairwise(said))]
    found = [Version(row.version, row.at, row.first_name, what) for row, what in zip(rows, changed, strict=False)]
    return found[::-1]


@dataclass(frozen=True, slots=True)
class Reminded:
    """So many people are asked."""

    told: int


@dataclass(frozen=True, slots=True)
class RemindedToday:
    """They were asked today already."""

    at: datetime


def remind(tx: Connection, call_id: CallId, by: PersonId, now: datetime) -> Reminded | RemindedToday | Over | NoSuch:
    """Ask those who speak for undecided libraries, on each day once at most."""
    call = books.lock(tx, call_id)
    if call is None:
        return NoSuch()
    if not call.runs(now):
        return Over(call)
    before = tx.execute(select(calls.c.reminded_at).where(calls.c.id == call_id)).scalar()
    if before is not None and before.astimezone(LJUBLJANA).date() == now.astimezone(LJUBLJANA).date():
        return RemindedToday(before)
    told = notices.remind_undecided(tx, call, now)
    if told:
        tx.execute(update(calls).where(calls.c.id == call_id).values(reminded_at=now))
        audit.note(tx, by, "remind_undecided", {"call": call_id}, now)
    return Reminded(told)


def intended_on(tx: Connection, now: datetime) -> dict[int, Call]:
    """List the calls that run or have ended lately, on which a library intends something, the last to end first."""
    some = select(call_intents.c.call_id).where(call_intents.c.intent.in_(INTENDING))
    lately = func.coalesce(calls.c.ends_at, now) > now - RECENT
    chosen = select(calls).where(calls.c.id.in_(some), calls.c.state != State.WITHDRAWN, lately)
    rows = tx.execute(chosen.order_by(calls.c.ends_at.desc(), calls.c.id.desc())).mappings().all()
    return {call.id: call for call in books.read(tx, rows)}
