"""A call is published, amended, closed, withdrawn: one transaction each."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, false, func, insert, literal, select

from storage import audit
from storage.calls import books, consortia, mornings, news, partners, reach, reminding, rules
from storage.calls.changes import Difference, difference
from storage.calls.reminding import Pace
from storage.calls.rules import Call, CallId, Content, Deadline, DeadlineId, Problem, State, When
from storage.calls.tables import call_preferences, call_readers
from storage.people import PersonId, people


@dataclass(frozen=True, slots=True)
class Published:
    """The call is there; so many people are told at once, so many in their digests."""

    call: Call
    told: int
    later: int


@dataclass(frozen=True, slots=True)
class NotYet:
    """The call cannot be published as it is."""

    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Amended:
    """The call says something else now; what others rely on of it is told to them in some minutes."""

    call: Call
    difference: Difference


@dataclass(frozen=True, slots=True)
class Unchanged:
    """It says so already."""

    call: Call


@dataclass(frozen=True, slots=True)
class Ended:
    """The call is closed or withdrawn; so many people are told."""

    call: Call
    told: int


@dataclass(frozen=True, slots=True)
class NoSuch:
    """There is no such call, or it has changed since."""


@dataclass(frozen=True, slots=True)
class Over:
    """The call was closed or withdrawn."""

    call: Call


def publish(tx: Connection, content: Content, by: PersonId | None, now: datetime) -> Published | NotYet:
    """Put a call before the members. Whoever follows its topic is told, at once or in a digest, if it still runs."""
    if problems := rules.check(content):
        return NotYet(tuple(problems))
    call = books.create(tx, content, by, now)
    audit.note(tx, by, "publish_call", {"call": call.id}, now)
    mornings.plan(tx, now)
    return Published(call, *(_announce(tx, call, now) if call.runs(now) else (0, 0)))


def _announce(tx: Connection, call: Call, now: datetime) -> tuple[int, int]:
    """Tie a call to those who follow its topics and have not heard of it; count who is told at once, and who later."""
    met, later = (_meet(tx, call, now, at_once=at_once) for at_once in (True, False))
    return news.tell_published(tx, call, now) if met else 0, later


def foreseen(tx: Connection, content: Content, now: datetime) -> tuple[int, int]:
    """Count who would be told of a new call at once, and who in a digest."""
    if content.ends_at is not None and content.ends_at <= now:
        return 0, 0
    told, later = (
        tx.execute(_reached(content, now, func.count(), at_once=at_once)).scalar_one() for at_once in (True, False)
    )
    return told, later


def _reached(content: Content, now: datetime, *columns: ColumnElement[Any], at_once: bool) -> Select[Any]:
    """Make a query for those who follow a topic of a new call, and are told at once or in a digest."""
    joined = people.outerjoin(call_preferences, call_preferences.c.person_id == people.c.id)
    waits = func.coalesce(call_preferences.c.pace, Pace.AT_ONCE) != Pace.AT_ONCE
    waits = waits if reminding.can_wait(content, now) else false()
    chosen = select(*columns).select_from(joined)
    return chosen.where(people.c.id.in_(reach.followers(content.details)), ~waits if at_once else waits)


def _meet(tx: Connection, call: Call, now: datetime, *, at_once: bool) -> int:
    row = {
        "call_id": literal(call.id), "person_id": people.c.id,
        "told_version": literal(call.version if at_once else None, call_readers.c.told_version.type),
        "waits": literal(not at_once), "muted": literal(value=False), "watches": literal(value=False),
    }  # fmt: skip
    known = people.c.id.in_(select(call_readers.c.person_id).where(call_readers.c.call_id == call.id))
    chosen = _reached(call.content, now, *row.values(), at_once=at_once).where(~known)
    return tx.execute(insert(call_readers).from_select(list(row), chosen)).rowcount


def amend(
    tx: Connection, call_id: CallId, version: int, content: Content, by: PersonId, now: datetime
) -> Amended | Unchanged | NotYet | NoSuch | Over:
    """Let a call say something else, in place of what it said in `version`."""
    call = books.lock(tx, call_id)
    if call is None or call.version != version:
        return NoSuch()
    if call.state is not State.OPEN:
        return Over(call)
    if problems := rules.check(content):
        return NotYet(tuple(problems))
    if content == call.content:
        return Unchanged(call)
    after = books.change(tx, call, content, by, now)
    audit.note(tx, by, "amend_call", {"call": call_id, "version": after.version}, now)
    if not call.runs(now) and after.runs(now):
        _announce(tx, after, now)
    consortia.amended(tx, call, after, now)
    partners.amended(tx, after)
    if found := difference(call.content, after.content):
        news.changed(tx, after, now)
    return Amended(after, found)


def move_deadline(
    tx: Connection, call_id: CallId, version: int, deadline_id: DeadlineId | None, when: When, by: PersonId,
    now: datetime,
) -> Amended | Unchanged | NotYet | NoSuch | Over:  # fmt: skip
    """Extend a deadline of a call, or bring it forward."""
    call = books.find(tx, call_id)
    if call is None or all(one.id != deadline_id for one in call.deadlines):
        return NoSuch()
    moved = tuple(_moved(one, deadline_id, when) for one in call.deadlines)
    return amend(tx, call_id, version, replace(call.content, deadlines=moved), by, now)


def _moved(one: Deadline, deadline_id: DeadlineId | None, when: When) -> Deadline:
    return replace(one, when=when) if one.id == deadline_id else one


def close(tx: Connection, call_id: CallId, by: PersonId, now: datetime) -> Ended | NoSuch | Over:
    """End a call before its time: nobody is reminded of it any more."""
    return _end(tx, call_id, State.CLOSED, by, now)


def withdraw(tx: Connection, call_id: CallId, by: PersonId, now: datetime) -> Ended | NoSuch | Over:
    """Take a call back: it does not hold any more, or never did."""
    return _end(tx, call_id, State.WITHDRAWN, by, now)


_WORD = {State.CLOSED: news.What.CLOSED, State.WITHDRAWN: news.What.WITHDRAWN}


def _end(tx: Connection, call_id: CallId, state: State, by: PersonId, now: datetime) -> Ended | NoSuch | Over:
    call = books.lock(tx, call_id)
    if call is None:
        return NoSuch()
    if call.state is not State.OPEN:
        return Over(call)
    books.move(tx, call_id, state)
    audit.note(tx, by, f"{state}_call", {"call": call_id}, now)
    ended = replace(call, state=state)
    partners.end_all(tx, call_id)
    if state is State.WITHDRAWN:
        consortia.withdrawn(tx, call_id, now)
    return Ended(ended, news.tell_over(tx, ended, _WORD[state], now))
