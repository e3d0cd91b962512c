"""Word of a call that has paused itself, since too many of its messages were refused: it goes on, or is ended."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from storage import audit, batches, outbox, people
from storage.batches import Batch, BatchId, Progress
from storage.calls import books
from storage.calls.news import What
from storage.calls.rules import Call, CallId
from storage.calls.tables import call_news
from storage.outbox import State
from storage.people import PersonId, Role

WAITING = (State.PENDING, State.RETRY, State.SENDING)
"""States of messages that are still to go."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """A batch that tells `what` of a call has had trouble; so many of its messages wait, none if all had gone by then.

    Only one that is `paused` can go on or be ended.
    """

    call: Call
    what: What
    batch: Batch
    waiting: int

    @property
    def paused(self) -> bool:
        """Whether it waits for a decision."""
        return self.batch.progress is Progress.PAUSED


def trouble(tx: Connection, batch_id: BatchId) -> Trouble | None:
    """Find how a batch of messages about a call fares; None if there is no such batch."""
    batch = batches.get(tx, batch_id)
    row = tx.execute(select(call_news).where(call_news.c.batch_id == batch_id)).first()
    call = None if row is None else books.find(tx, CallId(row.call_id))
    if batch is None or row is None or call is None:
        return None
    counts = outbox.counts(tx, batch_id)
    return Trouble(call, What(row.what), batch, sum(counts.get(state, 0) for state in WAITING))


def trouble_facts(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Trouble | None:  # noqa: ARG001 - as facts are loaded
    """Find a batch that the office is to hear of; None once somebody has decided, or the person is not in it."""
    found, person = trouble(tx, BatchId(args["batch"])), people.get(tx, person_id)
    if found is None or person is None or not person.may(Role.STAFF) or found.batch.trouble is None:
        return None
    return found if found.batch.progress in {Progress.PAUSED, Progress.DONE} else None


def steer(tx: Connection, batch_id: BatchId, by: PersonId, now: datetime, *, go_on: bool) -> Trouble | None:
    """Let a batch that has paused itself go on, or end it; return how it fares then, None if it does not wait."""
    found = trouble(tx, batch_id)
    if found is None or not (batches.resume(tx, batch_id) if go_on else batches.cancel(tx, batch_id, now)):
        return None
    if not go_on:
        outbox.withdraw_batch(tx, batch_id, now)
    audit.note(tx, by, "steer_call_news", {"call": found.call.id, "batch": batch_id, "go_on": go_on}, now)
    return trouble(tx, batch_id)
