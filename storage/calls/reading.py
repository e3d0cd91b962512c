"""What is shown of calls: lists, a card as somebody sees it, what the office wants to know."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from storage import pages
from storage.calls import books, consortium_reading, following, mornings, plain, reach
from storage.calls.consortium_reading import Ways
from storage.calls.rules import INTENDING, Call, CallId, Deadline, DeadlineId, Intent, State, Topic, When
from storage.calls.tables import (
    call_deadlines,
    call_intents,
    call_proposals,
    call_readers,
    call_topics,
    call_versions,
    calls,
    consortium_members,
)
from storage.pages import Page
from storage.people import LibraryId, Person, PersonId, people


@dataclass(frozen=True, slots=True)
class Row:
    """A call in a list, with what the library of whoever looks has declared; `new`: they follow it, unopened."""

    call: Call
    intent: Intent | None
    new: bool = False


PAGE = 6


def library_of(person: Person) -> LibraryId | None:
    """Find the library that a person is in."""
    return None if person.library is None else person.library.id


def runs(now: datetime) -> ColumnElement[bool]:
    """Make a condition: a call can be applied to."""
    return (calls.c.state == State.OPEN) & or_(calls.c.ends_at.is_(None), calls.c.ends_at > now)


_LAST_FIRST = (calls.c.ends_at.is_(None).desc(), calls.c.ends_at.desc(), calls.c.id.desc())


def running(tx: Connection, person: Person, page: int, now: datetime, topic: Topic | None = None) -> Page[Row]:
    """List the calls that can be applied to, of one topic or all, by the deadline that comes next."""
    here = runs(now)
    if topic is not None:
        here &= calls.c.id.in_(select(call_topics.c.call_id).where(call_topics.c.topic == topic))
    to_come = call_deadlines.c.call_id == calls.c.id, call_deadlines.c.ends_at > now, *books.OF_ALL
    following = select(func.min(call_deadlines.c.ends_at)).where(*to_come).scalar_subquery()
    return _listed(tx, here, person, page, (following.is_(None), following, calls.c.id))


def mine(tx: Connection, person: Person, page: int) -> Page[Row]:
    """List the calls on which the person's library has declared something."""
    library = library_of(person)
    declared = select(call_intents.c.call_id).where(call_intents.c.library_id == library)
    return _listed(tx, calls.c.id.in_(declared), person, page, _LAST_FIRST)


def intended(tx: Connection, person: Person) -> list[CallId]:
    """List the calls on which the person's library intends something, those that are over too."""
    here = call_intents.c.library_id == library_of(person), call_intents.c.intent.in_(INTENDING)
    return [CallId(one) for one in tx.execute(select(call_intents.c.call_id).where(*here)).scalars()]


def past(tx: Connection, person: Person, page: int, now: datetime) -> Page[Row]:
    """List the calls that are over, closed or withdrawn, the last to end first."""
    return _listed(tx, ~runs(now), person, page, _LAST_FIRST)


def _listed(
    tx: Connection, here: ColumnElement[bool], person: Person, page: int,
    order: Sequence[ColumnElement[Any]],
) -> Page[Row]:  # fmt: skip
    total = tx.execute(select(func.count()).select_from(calls).where(here)).scalar_one()
    at = pages.place(page, total, PAGE)
    rows = tx.execute(select(calls).where(here).order_by(*order).limit(PAGE).offset(at.number * PAGE)).mappings().all()
    found = books.read(tx, rows)
    numbers = [call.id for call in found]
    declared, new = intents(tx, numbers, library_of(person)), set(tx.execute(_new(person.id, numbers)).scalars())
    return at.of([Row(call, declared.get(call.id), call.id in new) for call in found])


def _new(person: PersonId, of: Sequence[CallId]) -> Select[Any]:
    """Make a query for the calls that somebody was told of and has not opened."""
    readers = call_readers.c
    mine = readers.person_id == person, readers.call_id.in_(of), readers.opened_at.is_(None), ~readers.muted
    return select(readers.call_id).where(*mine)


def intents(tx: Connection, of: Sequence[CallId], library: LibraryId | None) -> dict[CallId, Intent]:
    """Find what a library has declared on some calls."""
    here = call_intents.c.call_id.in_(of), call_intents.c.library_id == library
    rows = tx.execute(select(call_intents.c.call_id, call_intents.c.intent).where(*here))
    return {CallId(row.call_id): Intent(row.intent) for row in rows}


@dataclass(frozen=True, slots=True)
class Proposal:
    """What somebody proposes that the library declares."""

    person: PersonId
    name: str
    intent: Intent


@dataclass(frozen=True, slots=True)
class Card:
    """A call as a person sees it.

    `own` are the deadlines of their library and its consortia, `met` those that the library has met, `earlier` those
    that have moved, as they were before; `asked`: they are to confirm that they have seen how it has changed.
    `changed_at` is when it last did. `ways` lead to partners and consortia.
    """

    call: Call
    person: Person
    intent: Intent | None
    proposals: Sequence[Proposal]
    own: Sequence[Deadline]
    met: frozenset[DeadlineId]
    follows: bool
    watches: bool
    muted: bool
    asked: bool
    earlier: Mapping[DeadlineId, When]
    changed_at: datetime
    ways: Ways

    @property
    def deadlines(self) -> list[Deadline]:
        """All deadlines that matter to the person, in order."""
        return sorted([*self.call.deadlines, *self.own], key=lambda one: one.when.ends_at)

    def deadline(self, number: DeadlineId) -> Deadline | None:
        """Find one of them."""
        return next((one for one in self.deadlines if one.id == number), None)


def unknown(call: Call, person: Person, now: datetime) -> Card:
    """Make the card of a call as a person sees it to whom it is all new."""
    return Card(
        call, person, None, (), (), frozenset(), follows=True, watches=False, muted=False, asked=False, earlier={},
        changed_at=now, ways=Ways(),
    )  # fmt: skip


def card(tx: Connection, call_id: CallId, person: Person) -> Card | None:
    """Find a call as a person sees it."""
    call = books.find(tx, call_id)
    if call is None:
        return None
    library = library_of(person)
    own = [] if library is None else own_deadlines(tx, call_id, library)
    numbers = [one.id for one in (*call.deadlines, *own) if one.id is not None]
    met = {number for number, whose in mornings.done_by(tx, numbers) if whose == library and number is not None}
    here = call_readers.c.call_id == call_id, call_readers.c.person_id == person.id
    reader = tx.execute(select(call_readers).where(*here)).first()
    earlier, changed_at = _history(tx, call)
    follows = tx.execute(reach.followers(call.details).where(people.c.id == person.id)).first() is not None
    return Card(
        call, person, None if library is None else reach.intent(tx, call_id, library),
        [] if library is None else _proposals(tx, call_id, library), own, frozenset(met), follows,
        watches=bool(reader and reader.watches), muted=bool(reader and reader.muted),
        asked=bool(reader and reader.asked_version and (reader.seen_version or 0) < reader.asked_version),
        earlier=earlier, changed_at=changed_at, ways=consortium_reading.ways(tx, call, person),
    )  # fmt: skip


def _history(tx: Connection, call: Call) -> tuple[dict[DeadlineId, When], datetime]:
    """Find when the deadlines that have moved were before, and when the call last changed."""
    chosen = select(call_versions.c.content, call_versions.c.at).where(call_versions.c.call_id == call.id)
    last, *others = tx.execute(chosen.order_by(call_versions.c.version.desc())).all()
    now, earlier = {one.id: one.when for one in call.deadlines}, dict[DeadlineId, When]()
    for row in others:
        for one in plain.content(row.content).deadlines:
            if one.id is not None and one.id in now and one.id not in earlier and one.when != now[one.id]:
                earlier[one.id] = one.when
    return earlier, last.at


def open_card(tx: Connection, call_id: CallId, person: Person, now: datetime) -> Card | None:
    """Find a call as a person sees it, and write down that they know it as it stands."""
    found = card(tx, call_id, person)
    if found is not None:
        following.opened(tx, found.call, person.id, now)
    return found


def own_deadlines(tx: Connection, call_id: CallId, library: LibraryId) -> list[Deadline]:
    """List the deadlines of a call that are of a library or of a consortium in which it is."""
    mine = select(consortium_members.c.consortium_id).where(consortium_members.c.library_id == library)
    whose = or_(call_deadlines.c.library_id == library, call_deadlines.c.consortium_id.in_(mine))
    return books.own_deadlines(tx, call_id, whose)


def _proposals(tx: Connection, call_id: CallId, library: LibraryId) -> list[Proposal]:
    joined = call_proposals.join(people, people.c.id == call_proposals.c.person_id)
    chosen = select(people.c.id, people.c.first_name, call_proposals.c.intent).select_from(joined)
    here = call_proposals.c.call_id == call_id, call_proposals.c.library_id == library
    rows = tx.execute(chosen.where(*here).order_by(call_proposals.c.at, people.c.id))
    return [Proposal(row.id, row.first_name, Intent(row.intent)) for row in rows]
