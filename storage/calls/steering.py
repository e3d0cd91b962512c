"""Word of a call that has paused itself, since too many of its messages were refused: it goes on, or is ended."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from storage import news, steering
from storage.batches import Batch, BatchId, Progress
from storage.calls import books
from storage.calls.news import What
from storage.calls.rules import Call, CallId
from storage.people import PersonId


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
    fares, word = steering.fares(tx, batch_id), news.word(tx, batch_id)
    call = None if word is None else books.find(tx, CallId(word.args["call"]))
    if fares is None or word is None or call is None:
        return None
    return Trouble(call, What(word.args["what"]), fares.batch, fares.waiting)


def trouble_facts(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Trouble | None:  # noqa: ARG001 - as facts are loaded
    """Find a batch that the office is to hear of; None once somebody has decided, or the person is not in it."""
    return None if steering.to_hear(tx, person_id, args) is None else trouble(tx, BatchId(args["batch"]))


def steer(tx: Connection, batch_id: BatchId, by: PersonId, now: datetime, *, go_on: bool) -> Trouble | None:
    """Let a batch that has paused itself go on, or end it; return how it fares then, None if it does not wait."""
    found = trouble(tx, batch_id)
    if found is None or not steering.steer(tx, batch_id, by, now, go_on=go_on):
        return None
    return trouble(tx, batch_id)
