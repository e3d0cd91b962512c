"""How sending fares, in figures for whoever watches."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, select

from storage import budget
from storage.batches import Lane, Progress, batches
from storage.outbox import State, outbox
from storage.schema import Moment

NOTICES = "notices"
LANES = {None: NOTICES, Lane.ANNOUNCEMENT: "announcements", Lane.CHANGE: "changes"}


@dataclass(frozen=True, slots=True)
class Queue:
    """The messages of a lane that may go now, and since when the first of them may."""

    waiting: int = 0
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """By lane: what waits, what became of the rest; how many turns were ever taken from the budget."""

    queues: dict[str, Queue]
    states: dict[tuple[str, State], int]
    turns: int


_STATES = select(outbox.c.batch_id, outbox.c.state, func.count()).group_by(outbox.c.batch_id, outbox.c.state)
_READY = (
    select(outbox.c.batch_id, func.count(), func.min(outbox.c.not_before))
    .where(outbox.c.not_before <= bindparam("now", type_=Moment))
    .group_by(outbox.c.batch_id)
)
"""Both are answered by an index alone, however much was ever sent; lanes are looked up afterwards."""


def sending(tx: Connection, now: datetime) -> Figures:
    """Count."""
    found = tx.execute(select(batches.c.id, batches.c.lane, batches.c.progress)).all()
    lanes = {None: NOTICES, **{row.id: LANES[row.lane] for row in found}}
    goes = {None, *(row.id for row in found if row.progress == Progress.RUNNING)}
    states: dict[tuple[str, State], int] = {(lane, state): 0 for lane in LANES.values() for state in State}
    for batch_id, state, count in tx.execute(_STATES):
        states[lanes[batch_id], State(state)] += count
    queues = dict.fromkeys(LANES.values(), Queue())
    for batch_id, waiting, since in tx.execute(_READY, {"now": now}):
        if batch_id in goes:
            before = queues[lanes[batch_id]]
            first = since if before.since is None else min(before.since, since)
            queues[lanes[batch_id]] = Queue(before.waiting + waiting, first)
    return Figures(queues, states, budget.taken(tx))
