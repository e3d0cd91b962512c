"""Updates that have arrived and are not yet dealt with.

A row is there before Telegram is told that the update has been received. Once dealt with, only its number stays, for
as long as Telegram may deliver the same update again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NewType

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Index,
    Integer,
    String,
    Table,
    Text,
    delete,
    func,
    insert,
    select,
    update,
)

from storage.schema import Id, Moment, insert_new_keys, metadata

UpdateId = NewType("UpdateId", int)

ATTEMPTS = 3
RETRIED = -1
"""The attempts of a dead letter that was put back, until the program takes it up."""

REDELIVERED_FOR = timedelta(hours=25)
"""Telegram keeps an unconfirmed update for 24 hours."""

DEAD_KEPT = timedelta(days=90)
"""So long a dead letter can be put back; then it goes, with what somebody typed."""

inbox = Table(
    "inbox",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("lane", BigInteger, nullable=False),
    Column("payload", Text, nullable=False),
    Column("received_at", Moment, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("done_at", Moment),
)
Index("ix_inbox_waiting", inbox.c.update_id, sqlite_where=inbox.c.done_at.is_(None),
      postgresql_where=inbox.c.done_at.is_(None))  # fmt: skip
Index("ix_inbox_done", inbox.c.done_at)

dead_letters = Table(
    "dead_letters",
    metadata,
    Column("id", Id, primary_key=True),
    Column("reference", String(12), nullable=False, unique=True),
    Column("update_id", BigInteger, nullable=False),
    Column("lane", BigInteger, nullable=False),
    Column("payload", Text, nullable=False),
    Column("error", Text, nullable=False),
    Column("failed_at", Moment, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Arrived:
    """An update as Telegram sent it (`payload` is its JSON); updates of one `lane`, a chat, go in order.

    `whole` is the JSON with what is never written down: it goes when the program ends.
    """

    update_id: UpdateId
    lane: int
    payload: str
    whole: str | None = None


@dataclass(frozen=True, slots=True)
class TryAgain:
    """The update keeps its place; it has failed `attempts` times."""

    attempts: int


@dataclass(frozen=True, slots=True)
class GivenUp:
    """The update is a dead letter now, known to people by `reference`."""

    reference: str
    lane: int


Failed = TryAgain | GivenUp


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """An update that could not be dealt with; `error` is a traceback."""

    reference: str
    update_id: UpdateId
    lane: int
    error: str
    failed_at: datetime


def receive(tx: Connection, arrived: Sequence[Arrived], now: datetime) -> list[Arrived]:
    """Keep what has arrived; return what had not been here before."""
    rows = [
        {"update_id": one.update_id, "lane": one.lane, "payload": one.payload, "received_at": now, "attempts": 0}
        for one in arrived
    ]
    new = insert_new_keys(tx, inbox, rows, "update_id")
    return [one for one in arrived if one.update_id in new]


def waiting(tx: Connection) -> list[Arrived]:
    """List what has arrived and is not yet dealt with, in the order of arrival."""
    rows = tx.execute(
        select(inbox.c.update_id, inbox.c.lane, inbox.c.payload)
        .where(inbox.c.done_at.is_(None), inbox.c.attempts != RETRIED)
        .order_by(inbox.c.update_id)
    )
    return [Arrived(*row) for row in rows]


def take_retried(tx: Connection) -> list[Arrived]:
    """Take up the dead letters that were put back, each of them once."""
    rows = tx.execute(
        update(inbox)
        .where(inbox.c.done_at.is_(None), inbox.c.attempts == RETRIED)
        .values(attempts=0)
        .returning(inbox.c.update_id, inbox.c.lane, inbox.c.payload)
    )
    return sorted((Arrived(*row) for row in rows), key=lambda one: one.update_id)


def done(tx: Connection, update_ids: Sequence[UpdateId], now: datetime) -> None:
    """Mark as dealt with, and forget the content and whose it was."""
    tx.execute(update(inbox).where(inbox.c.update_id.in_(update_ids)).values(done_at=now, payload="", lane=0))


def failed(tx: Connection, update_id: UpdateId, reference: str, error: str, now: datetime) -> Failed:
    """Count a failure; the third makes the update a dead letter under `reference`."""
    row = tx.execute(
        update(inbox)
        .where(inbox.c.update_id == update_id)
        .values(attempts=inbox.c.attempts + 1)
        .returning(inbox.c.attempts, inbox.c.lane, inbox.c.payload)
    ).one()
    if row.attempts < ATTEMPTS:
        return TryAgain(row.attempts)
    tx.execute(
        insert(dead_letters).values(
            reference=reference, update_id=update_id, lane=row.lane, payload=row.payload, error=error, failed_at=now
        )
    )
    done(tx, [update_id], now)
    return GivenUp(reference, row.lane)


def dead(tx: Connection) -> list[DeadLetter]:
    """List the dead letters, oldest first."""
    columns = dead_letters.c
    rows = tx.execute(
        select(columns.reference, columns.update_id, columns.lane, columns.error, columns.failed_at).order_by(
            columns.id
        )
    )
    return [DeadLetter(*row) for row in rows]


def retry_dead(tx: Connection, reference: str) -> bool:
    """Put a dead letter back into the inbox, to be taken up soon; False if there is none of that reference."""
    row = tx.execute(delete(dead_letters).where(dead_letters.c.reference == reference).returning(dead_letters)).first()
    if row is None:
        return False
    tx.execute(
        update(inbox)
        .where(inbox.c.update_id == row.update_id)
        .values(lane=row.lane, payload=row.payload, attempts=RETRIED, done_at=None)
    )
    return True


def backlog(tx: Connection) -> tuple[int, datetime | None]:
    """Count what waits and tell since when the oldest does."""
    count, oldest = tx.execute(
        select(func.count(), func.min(inbox.c.received_at)).where(inbox.c.done_at.is_(None))
    ).one()
    return count, oldest


def tidy(tx: Connection, now: datetime) -> None:
    """Drop the rows that Telegram cannot deliver again, but those of dead letters, and dead letters that are old."""
    tx.execute(delete(dead_letters).where(dead_letters.c.failed_at < now - DEAD_KEPT))
    kept = select(dead_letters.c.update_id)
    tx.execute(delete(inbox).where(inbox.c.done_at < now - REDELIVERED_FOR, inbox.c.update_id.not_in(kept)))
