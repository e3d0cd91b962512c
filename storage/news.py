"""Word to many of how something has changed, in batches that know what they are about.

What changes within some minutes is told as one, and a later word takes the place of one that still waits.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, select

from storage import batches, outbox, people
from storage.batches import Batch, BatchId, Lane, Progress
from storage.outbox import State
from storage.people import PersonId, Role

TOGETHER = timedelta(minutes=10)
"""What changes within this time is told as one."""

IN_TIME = timedelta(hours=1)
"""But so long before anything begins or ends on which somebody may rely it is told, or at once."""


@dataclass(frozen=True, slots=True)
class Word:
    """A batch of messages about a subject, and what it says."""

    batch: BatchId
    args: Mapping[str, Any]


def told_at(now: datetime, relied_on: Iterable[datetime]) -> datetime:
    """Tell when a change is told, by the moments on which somebody may rely."""
    return max(now, min([now + TOGETHER, *(moment - IN_TIME for moment in relied_on)]))


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


WAITS = (State.PENDING, State.RETRY, State.SENDING)
"""Where messages are that are still to go."""


@dataclass(frozen=True, slots=True)
class Fares:
    """How a batch fares that has had trouble: so many of its messages wait, none if all had gone by then."""

    batch: Batch
    waiting: int

    @property
    def paused(self) -> bool:
        """Whether it waits for somebody who lets it go on, or ends it."""
        return self.batch.progress is Progress.PAUSED


def fares(tx: Connection, batch_id: BatchId) -> Fares | None:
    """Find how a batch fares; None if there is none."""
    batch = batches.get(tx, batch_id)
    if batch is None:
        return None
    counts = outbox.counts(tx, batch_id)
    return Fares(batch, sum(counts.get(state, 0) for state in WAITS))


def to_hear(tx: Connection, person_id: PersonId, args: Mapping[str, Any]) -> Fares | None:
    """Find the batch in trouble that the office is to hear of; None once it is decided on, or they are not in it."""
    found, person = fares(tx, BatchId(args["batch"])), people.get(tx, person_id)
    if found is None or person is None or not person.may(Role.STAFF) or found.batch.trouble is None:
        return None
    return found if found.batch.progress in {Progress.PAUSED, Progress.DONE} else None


def steer(tx: Connection, batch_id: BatchId, now: datetime, *, go_on: bool) -> bool:
    """Let a batch that has paused itself go on, or end it; return whether it waited for that."""
    if go_on:
        return batches.resume(tx, batch_id)
    if not batches.cancel(tx, batch_id, now):
        return False
    outbox.withdraw_batch(tx, batch_id, now)
    return True
