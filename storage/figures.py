"""How sending fares, in figures for whoever watches."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, case, func, select

from storage import budget
from storage.batches import Lane, Progress, batches
from storage.outbox import State, outbox

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


_ALL = outbox.outerjoin(batches, batches.c.id == outbox.c.batch_id)
_GOES = batches.c.id.is_(None) | (batches.c.progress == Progress.RUNNING)


def sending(tx: Connection, now: datetime) -> Figures:
    """Count."""
    ready = case((_GOES & (outbox.c.not_before <= now), outbox.c.not_before))
    chosen = select(batches.c.lane, outbox.c.state, func.count(), func.count(ready), func.min(ready))
    queues = dict.fromkeys(LANES.values(), Queue())
    states: dict[tuple[str, State], int] = {(lane, state): 0 for lane in queues for state in State}
    for lane_number, state, count, waiting, since in tx.execute(
        chosen.select_from(_ALL).group_by(batches.c.lane, outbox.c.state)
    ):
        lane = LANES[lane_number]
        states[lane, State(state)] = count
        before = queues[lane]
        moments = [moment for moment in (before.since, since) if moment is not None]
        queues[lane] = Queue(before.waiting + waiting, min(moments, default=None))
    return Figures(queues, states, budget.taken(tx))
