"""Reading and writing the rows of calls: what every action needs."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, bindparam, delete, insert, select, update

from storage.calls import plain
from storage.calls.rules import (
    Call,
    CallId,
    ConsortiumId,
    Content,
    Deadline,
    DeadlineId,
    DeadlineKind,
    State,
    When,
)
from storage.calls.tables import call_deadlines, call_topics, call_versions, calls
from storage.people import PersonId, people

OF_ALL = call_deadlines.c.library_id.is_(None), call_deadlines.c.consortium_id.is_(None)
"""The deadlines that are the call's own."""

_IN_ORDER = call_deadlines.c.ends_at, call_deadlines.c.id
_FIND = select(calls).where(calls.c.id == bindparam("call"))
_LOCK = _FIND.with_for_update()


def find(tx: Connection, call_id: CallId) -> Call | None:
    """Find a call as it stands."""
    return _one(tx, tx.execute(_FIND, {"call": call_id}).mappings().first())


def lock(tx: Connection, call_id: CallId) -> Call | None:
    """Find a call, and let nobody else change it, or what is said about it, until the transaction ends."""
    return _one(tx, tx.execute(_LOCK, {"call": call_id}).mappings().first())


def _one(tx: Connection, row: RowMapping | None) -> Call | None:
    return None if row is None else read(tx, [row])[0]


def read(tx: Connection, rows: Sequence[RowMapping]) -> list[Call]:
    """Read rows of `calls` with their own deadlines, in their order."""
    chosen = select(call_deadlines).where(call_deadlines.c.call_id.in_([row["id"] for row in rows]), *OF_ALL)
    found: dict[int, list[Deadline]] = {}
    for row in tx.execute(chosen.order_by(*_IN_ORDER)).mappings():
        found.setdefault(row["call_id"], []).append(deadline_of(row))
    return [
        Call(
            CallId(row["id"]), Content(plain.details(row["details"]), tuple(found.get(row["id"], ()))),
            State(row["state"]), row["version"], row["published_at"], row["created_by"],
        )
        for row in rows
    ]  # fmt: skip


def deadline_of(row: RowMapping) -> Deadline:
    """Read a row of `call_deadlines`."""
    consortium = row["consortium_id"]
    return Deadline(
        DeadlineKind(row["kind"]), When(row["day"], row["hour"], row["provisional"], row["words"]), row["label"],
        DeadlineId(row["id"]), row["library_id"], None if consortium is None else ConsortiumId(consortium),
        row["changes"], row["changed_at"],
    )  # fmt: skip


def own_deadlines(tx: Connection, call_id: CallId, whose: ColumnElement[bool]) -> list[Deadline]:
    """List deadlines of a call that are of a library or a consortium, in order."""
    chosen = select(call_deadlines).where(call_deadlines.c.call_id == call_id, whose).order_by(*_IN_ORDER)
    return [deadline_of(row) for row in tx.execute(chosen).mappings()]


def columns_of(one: Deadline) -> dict[str, Any]:
    """Lay out what a deadline says as columns of `call_deadlines`."""
    return {
        "kind": one.kind, "label": one.label, "day": one.when.day, "hour": one.when.hour, "ends_at": one.when.ends_at,
        "provisional": one.when.provisional, "words": one.when.words, "library_id": one.library,
        "consortium_id": one.consortium,
    }  # fmt: skip


def add_deadline(tx: Connection, call_id: CallId, one: Deadline) -> DeadlineId:
    """Write a new deadline."""
    new = insert(call_deadlines).values(call_id=call_id, **columns_of(one)).returning(call_deadlines.c.id)
    return DeadlineId(tx.execute(new).scalar_one())


def create(tx: Connection, content: Content, by: PersonId | None, now: datetime) -> Call:
    """Write a new call."""
    values = {
        **_columns(content), "state": State.OPEN, "version": 1, "published_at": now, "created_by": by,
    }  # fmt: skip
    number = CallId(tx.execute(insert(calls).values(values).returning(calls.c.id)).scalar_one())
    _write_parts(tx, number, content)
    return _written(tx, number, by, now)


def change(tx: Connection, before: Call, content: Content, by: PersonId | None, now: datetime) -> Call:
    """Write what a call says now, as its next version."""
    chosen = update(calls).where(calls.c.id == before.id)
    tx.execute(chosen.values(**_columns(content), version=before.version + 1))
    _write_parts(tx, before.id, content)
    return _written(tx, before.id, by, now)


def move(tx: Connection, call_id: CallId, state: State) -> None:
    """Write where a call is."""
    tx.execute(update(calls).where(calls.c.id == call_id).values(state=state))


def _columns(content: Content) -> dict[str, Any]:
    return {"details": plain.of_details(content.details), "ends_at": content.ends_at}


def _write_parts(tx: Connection, call_id: CallId, content: Content) -> None:
    """Write topics and deadlines; a deadline with a number that the call has keeps it."""
    tx.execute(delete(call_topics).where(call_topics.c.call_id == call_id))
    if content.details.topics:
        tx.execute(insert(call_topics), [{"call_id": call_id, "topic": topic} for topic in content.details.topics])
    here = call_deadlines.c.call_id == call_id
    there = set(tx.execute(select(call_deadlines.c.id).where(here, *OF_ALL)).scalars())
    kept = {one.id for one in content.deadlines}
    tx.execute(delete(call_deadlines).where(here, call_deadlines.c.id.in_(there - kept)))
    for one in content.deadlines:
        if one.id in there:
            tx.execute(update(call_deadlines).where(call_deadlines.c.id == one.id).values(columns_of(one)))
        else:
            add_deadline(tx, call_id, one)


def _written(tx: Connection, call_id: CallId, by: PersonId | None, now: datetime) -> Call:
    """Read a call as it was written, and keep this version of it."""
    call = find(tx, call_id)
    if call is None:
        raise RuntimeError("The call was written in this transaction.")
    values = {"call_id": call_id, "version": call.version, "content": plain.of_content(call.content),
              "changed_by": by, "at": now}  # fmt: skip
    tx.execute(insert(call_versions).values(values))
    return call


def version(tx: Connection, call_id: CallId, number: int) -> Content:
    """Find what a call said in a version."""
    here = call_versions.c.call_id == call_id, call_versions.c.version == number
    return plain.content(tx.execute(select(call_versions.c.content).where(*here)).scalar_one())


def changed_by(tx: Connection, call: Call) -> str | None:
    """Find the name of whoever wrote a call as it stands; None if nobody of the office did, or they have left."""
    here = call_versions.c.call_id == call.id, call_versions.c.version == call.version
    joined = call_versions.join(people, people.c.id == call_versions.c.changed_by)
    return tx.execute(select(people.c.first_name).select_from(joined).where(*here)).scalar()
