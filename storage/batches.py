"""Messages that go out together, such as one announcement to many people: counted, paused and cancelled as one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Any, NewType

from sqlalchemy import (
    JSON,
    Column,
    Connection,
    ForeignKey,
    Index,
    RowMapping,
    SmallInteger,
    String,
    Table,
    Text,
    insert,
    select,
    update,
)

from storage.people import PersonId, people
from storage.schema import Id, Moment, metadata

BatchId = NewType("BatchId", int)


class Lane(IntEnum):
    """What goes first; messages outside any batch, reminders and notices, go before all of these."""

    ANNOUNCEMENT = 1
    CHANGE = 2


class Progress(StrEnum):
    """Where a batch is."""

    RUNNING = "running"
    PAUSED = "paused"
    CANCELLED = "cancelled"
    DONE = "done"


batches = Table(
    "batches",
    metadata,
    Column("id", Id, primary_key=True),
    Column("lane", SmallInteger, nullable=False),
    Column("kind", String(40), nullable=False),
    Column("args", JSON, nullable=False),
    Column("subject", String(60)),
    Column("progress", String(10), nullable=False),
    Column("trouble", Text),
    Column("watch", JSON, nullable=False),
    Column("created_by", Id, ForeignKey(people.c.id, ondelete="SET NULL")),
    Column("created_at", Moment, nullable=False),
    Column("finished_at", Moment),
    Index(None, "progress"),
    Index(None, "subject"),
)


@dataclass(frozen=True, slots=True)
class Batch:
    """Messages of one `kind`, said with the same `args`. `trouble` is why it paused itself, in Telegram's words."""

    id: BatchId
    lane: Lane
    kind: str
    args: Mapping[str, Any]
    progress: Progress
    trouble: str | None
    created_by: PersonId | None
    created_at: datetime
    finished_at: datetime | None


def batch_of(row: RowMapping) -> Batch:
    """Read a row of `batches`."""
    return Batch(
        id=BatchId(row["id"]), lane=Lane(row["lane"]), kind=row["kind"], args=row["args"],
        progress=Progress(row["progress"]), trouble=row["trouble"], created_by=row["created_by"],
        created_at=row["created_at"], finished_at=row["finished_at"],
    )  # fmt: skip


def add(
    tx: Connection, lane: Lane, kind: str, args: Mapping[str, Any], by: PersonId | None, now: datetime,
    subject: str | None = None,
) -> BatchId:  # fmt: skip
    """Open a batch; its messages follow in the same transaction. By its `subject` it is found again."""
    values = {"lane": lane, "kind": kind, "args": dict(args), "subject": subject, "progress": Progress.RUNNING,
              "watch": {}, "created_by": by, "created_at": now}  # fmt: skip
    return BatchId(tx.execute(insert(batches).values(values).returning(batches.c.id)).scalar_one())


def get(tx: Connection, batch_id: BatchId) -> Batch | None:
    """Find a batch."""
    row = tx.execute(select(batches).where(batches.c.id == batch_id)).mappings().first()
    return batch_of(row) if row else None


def lock(tx: Connection, batch_id: BatchId) -> Batch | None:
    """Find a batch and let nobody else change it until the transaction ends."""
    row = tx.execute(select(batches).where(batches.c.id == batch_id).with_for_update()).mappings().first()
    return batch_of(row) if row else None


def pause(tx: Connection, batch_id: BatchId, trouble: str | None = None) -> bool:
    """Send no more of a running batch for now; return whether it was running."""
    return _move(tx, batch_id, Progress.RUNNING, {"progress": Progress.PAUSED, "trouble": trouble})


def resume(tx: Connection, batch_id: BatchId) -> bool:
    """Go on with a paused batch, watched anew for trouble; return whether it was paused."""
    return _move(tx, batch_id, Progress.PAUSED, {"progress": Progress.RUNNING, "trouble": None, "watch": {}})


def cancel(tx: Connection, batch_id: BatchId, now: datetime) -> bool:
    """Send no more of a batch, ever; return whether it was running or paused."""
    values = {"progress": Progress.CANCELLED, "finished_at": now}
    return any(_move(tx, batch_id, here, values) for here in (Progress.RUNNING, Progress.PAUSED))


def finish(tx: Connection, batch_id: BatchId, now: datetime) -> None:
    """Mark a batch in which there is nothing to send any more as done."""
    for here in (Progress.RUNNING, Progress.PAUSED):
        _move(tx, batch_id, here, {"progress": Progress.DONE, "finished_at": now})


def reopen(tx: Connection, batch_id: BatchId) -> None:
    """Go on with a batch that was over, since there is something to send again; a paused one stays paused."""
    values: dict[str, Any] = {"progress": Progress.RUNNING, "trouble": None, "watch": {}, "finished_at": None}
    for over in (Progress.DONE, Progress.CANCELLED):
        _move(tx, batch_id, over, values)


def _move(tx: Connection, batch_id: BatchId, expected: Progress, values: Mapping[str, Any]) -> bool:
    of_batch = update(batches).where(batches.c.id == batch_id, batches.c.progress == expected)
    return tx.execute(of_batch.values(values)).rowcount == 1
