"""The demo's clock: who moves it on sees what has fallen due, said at its own time."""

from contextlib import AsyncExitStack
from datetime import datetime
from pathlib import Path

from aiohttp import ClientSession

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
