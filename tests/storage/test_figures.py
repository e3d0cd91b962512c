"""How sending fares, in figures."""

from datetime import UTC, datetime, timedelta

from storage import batches, budget, figures, sending
from storage.database import Database
from storage.figures import Queue
from storage.outbox import State
from storage.sending import Blocked, Result, Retry, Sent
from tests.bot.broadcast import announce, members

NOW = datetime(2027, 3, 1, 9, tzinfo=UTC)
LATER = NOW + timedelta(minutes=5)


async def test_each_lane_tells_what_waits_since_when_and_what_became_of_the_rest(books: Database) -> None:
    await books.transact(members, range(1, 7))
    batch = await books.transact(announce, NOW)
    claimed = await books.transact(sending.claim, NOW, 4)
    results: list[Result] = [Sent([1]), Blocked(), Retry(LATER + timedelta(hours=1)), Sent([2])]
    await books.transact(sending.settle, list(zip(claimed, results, strict=True)), NOW)
    await books.transact(budget.reserve, 4, 0.1, NOW)

    found = await books.read(figures.sending, LATER)
    assert found.queues == {"notices": Queue(), "announcements": Queue(2, NOW), "changes": Queue()}
    announced = {state: count for (lane, state), count in found.states.items() if lane == "announcements" and count}
    assert announced == {State.SENT: 2, State.BLOCKED: 1, State.RETRY: 1, State.PENDING: 2}
    assert found.turns == 4

    await books.transact(batches.pause, batch)
    assert (await books.read(figures.sending, LATER)).queues["announcements"] == Queue()
