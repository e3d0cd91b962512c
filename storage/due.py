"""What falls due: a row for each thing that has to happen at a moment to come."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Connection, ForeignKey, Index, String, Table, delete, func, select

from storage.people import PersonId, people
from storage.schema import Id, Moment, insert_new, metadata

due = Table(
    "due",
    metadata,
    Column("id", Id, primary_key=True),
    Column("key", String(120), nullable=False, unique=True),
    Column("kind", String(40), nullable=False),
    Column("at", Moment, nullable=False),
    Column("person_id", Id, ForeignKey(people.c.id, ondelete="CASCADE")),
    Column("args", JSON, nullable=False),
    Index(None, "at"),
    Index(None, "person_id"),
)


@dataclass(frozen=True, slots=True)
class Due:
    """Something of `kind` that happens `at` a moment; of the same `key` there is never a second one."""

    key: str
    kind: str
    at: datetime
    person_id: PersonId | None
    args: Mapping[str, Any]


OnDue = Callable[[Connection, Due, datetime], None]
"""What a feature does when a row of its kind falls due: in the same transaction in which the row goes."""


def add(tx: Connection, rows: Sequence[Due]) -> None:
    """Write down what will fall due; what is written already stands."""
    insert_new(
        tx,
        due,
        [
            {"key": row.key, "kind": row.kind, "at": row.at, "person_id": row.person_id, "args": dict(row.args)}
            for row in rows
        ],
        "key",
    )


def drop(tx: Connection, keys_like: str, person_id: PersonId | None = None) -> None:
    """Let what was to come not come, of one person or of all; `keys_like` is an SQL pattern.

    What falls due at this very moment is left: it finds for itself that it does not hold any more, and nobody waits for
    one who waits for them.
    """
    chosen = select(due.c.id).where(due.c.key.like(keys_like))
    if person_id is not None:
        chosen = chosen.where(due.c.person_id == person_id)
    tx.execute(delete(due).where(due.c.id.in_(chosen.with_for_update(skip_locked=True))))


def fire(tx: Connection, on_due: Mapping[str, OnDue], now: datetime, limit: int = 100) -> int:
    """Do what has fallen due, oldest first, at most `limit` rows; return how many."""
    rows = (
        tx.execute(select(due).where(due.c.at <= now).order_by(due.c.at, due.c.id).limit(limit)
                   .with_for_update(skip_locked=True))
        .mappings()
        .all()
    )  # fmt: skip
    if rows:
        tx.execute(delete(due).where(due.c.id.in_([row["id"] for row in rows])))
    for row in rows:
        on_due[row["kind"]](tx, Due(row["key"], row["kind"], row["at"], row["person_id"], row["args"]), now)
    return len(rows)


def about(tx: Connection, person_id: PersonId) -> list[dict[str, Any]]:
    """List what is to happen for a person, for the person."""
    rows = tx.execute(select(due.c.kind, due.c.at).where(due.c.person_id == person_id).order_by(due.c.at, due.c.id))
    return [dict(row) for row in rows.mappings()]


def next_at(tx: Connection) -> datetime | None:
    """Tell when the next thing falls due."""
    return tx.execute(select(func.min(due.c.at))).scalar()
