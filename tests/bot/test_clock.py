"""The ticker ends without a word, in the middle of whatever it does."""

import asyncio
from typing import Any, cast

import pytest

from bot.clock import Clock, Ticker
from tests.person import SOON


class Slow:
    """Books that take for ever."""

    def __init__(self) -> None:
        self.asked, self.given_up = asyncio.Event(), asyncio.Event()

    async def transact(self, *_: Any) -> int:
        self.asked.set()
        try:
            return await asyncio.Future()
        finally:
            self.given_up.set()


async def test_a_tick_under_way_is_given_up_without_a_word(caplog: pytest.LogCaptureFixture) -> None:
    slow = Slow()
    ticker = Ticker(cast("Any", slow), Clock(), {})
    ticker.start()
    async with asyncio.timeout(SOON):
        await slow.asked.wait()
        ticker.stop()
        await slow.given_up.wait()
        await asyncio.sleep(0)
    assert [record.message for record in caplog.records if record.levelname in {"WARNING", "ERROR"}] == []
