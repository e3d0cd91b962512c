"""What falls due: a row for each thing that has to happen at a moment to come."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NoReturn

from sqlalchemy import (
    JSON,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    RowMapping,
    String,
    Table,
    delete,
    func,
    select,
    update,
)

from storage.engines import is_conflict
from storage.people import PersonId, people
from storage.schema import Id, Moment, insert_new, metadata

FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=1)
"""Until what has failed is tried again, doubled each time."""

due = Table(
    "due",
    metadata,
    Column("id", Id, primary_key=True),
    Column("key", String(120), nullable=False, unique=True),
    Column("kind", String(40), nullable=False),
    Column("at", Moment, nullable=False),
    Column("person_id", Id, ForeignKey(people.c.id, ondelete="CASCADE")),
    Column("args", JSON, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("planned_at", Moment),
    Index(None, "at"),
    Index(None, "person_id"),
)
"""What has failed is put off; `planned_at` is when it was to be."""

Index("ix_due_failing", due.c.planned_at, sqlite_where=due.c.planned_at.is_not(None),
      postgresql_where=due.c.planned_at.is_not(None))  # fmt: skip


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


@dataclass(frozen=True, slots=True)
class Failure:
    """What has fallen due has failed, for the `count`-th time, and is put off."""

    row: Due
    count: int
    error: Exception


OnFailure = Callable[[Connection, Failure, datetime], None]
"""What is done about a failure: in the same transaction in which the row is put off."""


def _let_out(_tx: Connection, failure: Failure, _now: datetime) -> NoReturn:
    raise failure.error


def add(tx: Connection, rows: Sequence[Due]) -> None:
    """Write down what will fall due; what is written already stands."""
    _write(tx, [(row, row.at, 0, None) for row in rows])


def _write(tx: Connection, rows: Sequence[tuple[Due, datetime, int, datetime | None]]) -> None:
    """Write down rows, each with its moment, how often it has failed, and when it was planned if it is put off."""
    insert_new(
        tx,
        due,
        [
            {"key": row.key, "kind": row.kind, "at": at, "person_id": row.person_id, "args": dict(row.args),
             "failures": failures, "planned_at": planned_at}
            for row, at, failures, planned_at in rows
        ],
        "key",
    )  # fmt: skip


def add_or_hasten(tx: Connection, row: Due) -> None:
    """Write down what will fall due; what is written already stands, but comes as soon as this would."""
    later = select(due.c.id).where(due.c.key == row.key, due.c.at > row.at).with_for_update(skip_locked=True)
    tx.execute(update(due).where(due.c.id.in_(later)).values(at=row.at))
    add(tx, [row])


def drop(tx: Connection, keys_like: str, person_id: PersonId | None = None) -> None:
    """Let what was to come not come, of one person or of all; `keys_like` is an SQL pattern.

    What falls due at this very moment is left: it finds for itself that it does not hold any more, and nobody waits for
    one who waits for them.
    """
    chosen = select(due.c.id).where(due.c.key.like(keys_like))
    if person_id is not None:
        chosen = chosen.where(due.c.person_id == person_id)
    tx.execute(delete(due).where(due.c.id.in_(chosen.with_for_update(skip_locked=True))))


def fire(
    tx: Connection, on_due: Mapping[str, OnDue], now: datetime, limit: int = 100, on_failure: OnFailure = _let_out
) -> int:
    """Do what has fallen due, oldest first, at most `limit` rows; return how many.

    All together; if something fails, each alone, and what fails is put off. By default its error is raised.
    """
    rows = (
        tx.execute(select(due).where(due.c.at <= now).order_by(due.c.at, due.c.id).limit(limit)
                   .with_for_update(skip_locked=True))
        .mappings()
        .all()
    )  # fmt: skip
    if not rows:
        return 0
    tx.execute(delete(due).where(due.c.id.in_([row["id"] for row in rows])))
    if len(rows) == 1 or _failure(tx, on_due, rows, now):
        for row in rows:
            if error := _failure(tx, on_due, [row], now):
                _put_off(tx, row, now)
                on_failure(tx, Failure(_due(row), row["failures"] + 1, error), now)
    return len(rows)


def _due(row: RowMapping) -> Due:
    return Due(row["key"], row["kind"], row["planned_at"] or row["at"], row["person_id"], row["args"])


def _failure(
    tx: Connection, on_due: Mapping[str, OnDue], rows: Sequence[RowMapping], now: datetime
) -> Exception | None:
    """Do all that some rows want, or nothing of it; return what went wrong."""
    try:
        with tx.begin_nested():
            for row in rows:
                on_due[row["kind"]](tx, _due(row), now)
    except Exception as error:
        if is_conflict(error):
            raise
        return error
    return None


def _put_off(tx: Connection, row: RowMapping, now: datetime) -> None:
    """Write a row down again for later, unless another of its key has been written meanwhile."""
    wait = min(FIRST_WAIT * 2 ** min(row["failures"], 10), LONGEST_WAIT)
    _write(tx, [(_due(row), now + wait, row["failures"] + 1, row["planned_at"] or row["at"])])


def failing(tx: Connection) -> int:
    """Count what has failed and is to be tried again."""
    return tx.execute(select(func.count()).where(due.c.planned_at.is_not(None))).scalar_one()


def about(tx: Connection, person_id: PersonId) -> list[dict[str, Any]]:
    """List what is to happen for a person, for the person."""
    rows = tx.execute(select(due.c.kind, due.c.at).where(due.c.person_id == person_id).order_by(due.c.at, due.c.id))
    return [dict(row) for row in rows.mappings()]


def next_at(tx: Connection) -> datetime | None:
    """Tell when the next thing falls due."""
    return tx.execute(select(func.min(due.c.at))).scalar()
