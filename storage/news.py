"""Word to many of how something has changed, in batches that know what they are about.

What changes within some minutes is told as one, and a later word takes the place of one that still waits.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, select

from storage import batches, outbox
from storage.batches import BatchId, Lane
from storage.people import PersonId

TOGETHER = timedelta(minutes=10)
"""What changes within this time is told as one."""


@dataclass(frozen=True, slots=True)
class Word:
    """A batch of messages about a subject, and what it says."""

    batch: BatchId
    args: Mapping[str, Any]


def tell(
    tx: Connection, kind: str, subject: str, args: Mapping[str, Any], told: Select[Any], by: PersonId | None,
    now: datetime, *, lane: Lane = Lane.CHANGE, urgent: bool = False,
) -> int:  # fmt: skip
    """Owe everybody who is `told`, a query for ids of people, a message about a subject; return how many they are."""
    if tx.execute(told.limit(1)).first() is None:
        return 0
    batch_id = batches.add(tx, lane, kind, args, by, now, subject)
    return outbox.owe_all(tx, batch_id, told, now, now, urgent=urgent)


def words(tx: Connection, subject: str) -> list[Word]:
    """List what has been told, or is being told, about a subject, in order."""
    table = batches.batches
    rows = tx.execute(select(table.c.id, table.c.args).where(table.c.subject == subject).order_by(table.c.id))
    return [Word(BatchId(row.id), row.args) for row in rows]


def waiting(batch_id: BatchId) -> Select[Any]:
    """Make a query for the ids of people to whom the message of a batch has not been sent yet."""
    waits = outbox.outbox.c.batch_id == batch_id, outbox.outbox.c.not_before.is_not(None)
    return select(outbox.outbox.c.person_id).where(*waits)


def take_back(tx: Connection, batch_id: BatchId, now: datetime) -> None:
    """Let what has not been sent of a batch not go."""
    if batches.cancel(tx, batch_id, now):
        outbox.withdraw_batch(tx, batch_id, now)


def take_back_from(tx: Connection, subject: str, person_id: PersonId, now: datetime) -> None:
    """Let what has not been sent about a subject not go to a person."""
    about = select(batches.batches.c.id).where(batches.batches.c.subject == subject)
    outbox.withdraw_from(tx, about, person_id, now)
