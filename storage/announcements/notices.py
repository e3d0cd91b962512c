"""What the office is told of its own accord about announcements, as long as it still holds when it is sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from storage import batches, outbox, people
from storage.announcements import tables
from storage.announcements.desk import WAITING
from storage.announcements.rules import Announcement, State
from storage.batches import Batch, BatchId, Progress
from storage.people import PersonId, Role

IN_TROUBLE = frozenset({Progress.PAUSED, Progress.DONE})
"""Where a batch with trouble is; of a small one all may have gone before it could pause."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """An announcement that waits for a second pair of eyes; `writer` may have left."""

    one: Announcement
    writer: str | None


@dataclass(frozen=True, slots=True)
class Trouble:
    """A batch of an announcement has paused itself; so many of its messages wait, none if all had gone by then."""

    one: Announcement
    batch: Batch
    waiting: int


def held(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Announcement | None:  # noqa: ARG001 - as facts are loaded
    """Find an announcement that is held; None when somebody has decided, or the person is in the office no more."""
    one = tables.get(tx, args["announcement"])
    return one if one is not None and one.state is State.HELD and _decides(tx, person_id) else None


def proposed(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Proposed | None:  # noqa: ARG001
    """Find an announcement that is to be approved."""
    one = tables.get(tx, args["announcement"])
    if one is None or one.state is not State.PROPOSED or not _decides(tx, person_id):
        return None
    writer = people.get(tx, one.created_by) if one.created_by is not None else None
    return Proposed(one, writer.first_name if writer else None)


def trouble(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Trouble | None:  # noqa: ARG001
    """Find a batch that has paused itself; None when somebody has let it go on, or ended it."""
    batch = batches.get(tx, BatchId(args["batch"]))
    if batch is None or batch.progress not in IN_TROUBLE or batch.trouble is None or not _decides(tx, person_id):
        return None
    one = tables.get(tx, batch.args["announcement"])
    if one is None:
        return None
    counts = outbox.counts(tx, batch.id)
    return Trouble(one, batch, sum(count for state, count in counts.items() if state in WAITING))


def _decides(tx: Connection, person_id: PersonId) -> bool:
    person = people.get(tx, person_id)
    return person is not None and person.may(Role.STAFF)
