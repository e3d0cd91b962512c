"""Batches that have paused themselves, since too many of their messages were refused: they go on, or are ended."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from storage import audit, batches, outbox, people
from storage.batches import Batch, BatchId, Progress
from storage.outbox import TO_GO
from storage.people import PersonId, Role


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
    return Fares(batch, sum(counts.get(state, 0) for state in TO_GO))


def to_hear(tx: Connection, person_id: PersonId, args: Mapping[str, Any]) -> Fares | None:
    """Find the batch in trouble that the office is to hear of; None once it is decided on, or they are not in it."""
    found, person = fares(tx, BatchId(args["batch"])), people.get(tx, person_id)
    if found is None or person is None or not person.may(Role.STAFF) or found.batch.trouble is None:
        return None
    return found if found.batch.progress in {Progress.PAUSED, Progress.DONE} else None


def stop(tx: Connection, batch_id: BatchId, now: datetime) -> bool:
    """Let nothing more of a batch go; return whether there could have been more."""
    if not batches.cancel(tx, batch_id, now):
        return False
    outbox.withdraw_batch(tx, batch_id, now)
    return True


def steer(tx: Connection, batch_id: BatchId, by: PersonId, now: datetime, *, go_on: bool) -> bool:
    """Let a batch that has paused itself go on, or end it; return whether it waited for that."""
    moved = batches.resume(tx, batch_id) if go_on else stop(tx, batch_id, now)
    if moved:
        audit.note(tx, by, "steer_batch", {"batch": batch_id, "go_on": go_on}, now)
    return moved
