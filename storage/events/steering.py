"""Word of an event that has paused itself, since too many of its messages were refused: it goes on, or is ended."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from storage import steering
from storage.batches import BatchId
from storage.events import books
from storage.events.rules import Event, EventId
from storage.people import PersonId
from storage.steering import Fares


@dataclass(frozen=True, slots=True)
class Trouble:
    """Word of a change of an event, or of its materials, and how it fares."""

    event: Event
    fares: Fares


def trouble(tx: Connection, batch_id: BatchId) -> Trouble | None:
    """Find how word of an event fares; None if there is no such batch."""
    fares = steering.fares(tx, batch_id)
    event = books.find(tx, EventId(fares.batch.args.get("event", 0))) if fares else None
    return None if fares is None or event is None else Trouble(event, fares)


def trouble_facts(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Trouble | None:  # noqa: ARG001 - as facts are loaded
    """Find what the office is to hear of."""
    return None if steering.to_hear(tx, person_id, args) is None else trouble(tx, BatchId(args["batch"]))


def steer(tx: Connection, batch_id: BatchId, by: PersonId, now: datetime, *, go_on: bool) -> Trouble | None:
    """Let word of an event go on, or end it; return how it fares then, None if it did not wait for that."""
    found = trouble(tx, batch_id)
    if found is None or not steering.steer(tx, batch_id, by, now, go_on=go_on):
        return None
    return trouble(tx, batch_id)
