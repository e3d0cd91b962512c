"""The demo's clock: who moves it on sees what has fallen due, said at its own time."""

from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot.demo.clock import until_day
from bot.demo.runner import demo
from storage import outbox
from storage.database import open_database


async def test_what_is_due_is_sent_before_the_clock_can_be_moved_again(tmp_path: Path) -> None:
    async with demo(tmp_path, 0) as address, ClientSession(address) as http, AsyncExitStack() as stack:
        books = open_database(f"sqlite:///{tmp_path / 'glasnik.db'}")
        stack.push_async_callback(books.close)
        for _ in range(4):
            async with http.post("/demo/clock", json={"to": "next"}) as answer:
                now = datetime.fromisoformat((await answer.json())["now"])
            owed_at = await books.read(outbox.next_at)
            assert owed_at is None or owed_at > now


@pytest.mark.parametrize(
    ("now", "wait"),
    [
        (datetime(2027, 1, 12, 7, 0, tzinfo=UTC), timedelta()),
        (datetime(2027, 1, 12, 16, 59, tzinfo=UTC), timedelta()),
        (datetime(2027, 1, 12, 20, 15, tzinfo=UTC), timedelta(hours=10, minutes=45)),
        (datetime(2027, 1, 12, 3, 0, tzinfo=UTC), timedelta(hours=4)),
        (datetime(2027, 3, 27, 21, 0, tzinfo=UTC), timedelta(hours=9)),
    ],
    ids=["8.00 in winter", "17.59", "21.15", "4.00", "22.00 before summer time begins"],
)
def test_the_demo_begins_by_day(now: datetime, wait: timedelta) -> None:
    assert until_day(now) == wait
