"""Senders beside each other: how much each takes at once, how it says that it lives, what it tells the others."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from bot import delivery as deliveries
from bot.clock import Clock
from bot.delivery import Delivery, Sizes
from bot.pace import Pace
from handlers.reply import Upload
from handlers.texts import Texts
from storage import budget, outbox, senders
from storage.batches import BatchId
from storage.database import Database
from storage.outbox import State
from tests.bot.broadcast import PLAIN, announce, members
from tests.person import SOON

PEOPLE = 300


class Slow:
    """A Telegram that takes its time."""

    def __init__(self) -> None:
        self.answers, self.busy, self.asked = asyncio.Event(), asyncio.Event(), 0

    async def call(self, method: str, parameters: Mapping[str, Any], upload: Upload | None = None) -> Any:
        """Answer when it is time."""
        self.asked += 1
        if self.asked == Sizes.at(0).under_way:
            self.busy.set()
        await self.answers.wait()
        return {"message_id": 7}


class Watch(Clock):
    """The real clock, moved on."""

    ahead = timedelta()

    def now(self) -> datetime:
        """Return the moved moment."""
        return super().now() + self.ahead


def _alive(tx: Connection, now: datetime) -> bool:
    seen_at = tx.execute(select(func.max(senders.senders.c.seen_at))).scalar()
    return seen_at is not None and seen_at > now - senders.DEAD_AFTER


async def _until(holds: Callable[[], Awaitable[bool]]) -> None:
    """Look again and again until something holds; nobody tells."""
    async with asyncio.timeout(SOON):
        while not await holds():  # noqa: ASYNC110 - as above
            await asyncio.sleep(0.01)


def _all_sent(tx: Connection, batch: BatchId) -> bool:
    return outbox.counts(tx, batch).keys() == {State.SENT}


@pytest.mark.parametrize("per_second", [0.5, 1, 2, 5, 10, 30, 100, 1000])
def test_pausing_takes_effect_within_a_second(per_second: float) -> None:
    sizes = Sizes.at(Pace(per_second).gap)
    assert sizes.slice == 1 or sizes.slice / per_second < 1


async def test_a_sender_that_waits_for_telegram_is_not_taken_for_dead(
    books: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deliveries, "ALIVE_EVERY", 0.02)
    await books.transact(members, range(1, PEOPLE + 1))
    batch = await books.transact(announce, Clock().now())
    telegram, watch = Slow(), Watch()
    sender = Delivery(books, watch, telegram, Texts(), {}, PLAIN, Pace(0), only_one=False)
    async with asyncio.TaskGroup() as meanwhile:
        running = meanwhile.create_task(sender.run())
        await telegram.busy.wait()
        watch.ahead = 2 * senders.DEAD_AFTER
        await _until(lambda: books.read(_alive, watch.now()))
        assert await books.transact(senders.recover, watch.now(), all_others=False) == 0
        telegram.answers.set()
        await _until(lambda: books.read(_all_sent, batch))
        sender.stop()
        await running


async def test_a_pause_that_an_answer_met_with_is_told_to_all_senders(books: Database) -> None:
    pace = Pace(30)
    sender = Delivery(books, Clock(), Slow(), Texts(), {}, PLAIN, pace)
    pace.pause(3600)
    assert await sender.send_due() == 0
    left = await books.transact(budget.paused, Clock().now())
    assert left is not None
    assert timedelta(seconds=3500) < left <= timedelta(hours=1)
