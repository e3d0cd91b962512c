"""Rules 3 and 4, in a time that no busy machine disturbs: the limit is used to the full, and answers go first."""

import asyncio
import contextlib
import random
import shutil
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from telegram.error import RetryAfter

from bot.delivery import Delivery
from bot.demo.telegram.limits import Limits
from bot.intake import seconds
from bot.pace import Pace
from bot.transport import Answers
from handlers.reply import Upload
from handlers.texts import Texts
from storage import outbox
from storage.engines import file_of
from storage.outbox import State
from tests.bot import timeless
from tests.bot.broadcast import PLAIN, announce, members
from tests.bot.timeless import Books, LoopClock

LIMIT = 30
FULL_SHARE = 0.95
WAY = (0.02, 0.03)
"""Seconds to Telegram, and as many back: at least and at most."""

HANGS, EVERY = 0.15, 10.0
"""The line hangs for so many seconds every so many: what has left meanwhile arrives all at once."""

COMMIT = 0.01
"""Seconds."""

TAPPERS = 1_000_000
"""Whoever taps has a larger number than those who are told."""


class FarTelegram:
    """Keeps Telegram's limits and turns `in_the_way` messages away beside them; knows when each left and arrived."""

    def __init__(self) -> None:
        self.limits, self.rng = Limits(), random.Random(1)
        self.left: list[float] = []
        self.taken: list[float] = []
        self.refused: list[float] = []
        self.told: list[int] = []
        self.in_the_way, self.retry_after = 0, 1

    async def call(self, _method: str, parameters: Mapping[str, Any], _upload: Upload | None = None) -> Any:
        """Take a message, or turn it away."""
        self.left.append(_now())
        await asyncio.sleep(self.rng.uniform(*WAY))
        await asyncio.sleep(max(0.0, HANGS - _now() % EVERY))
        chat: int = parameters["chat_id"]
        wait = self._too_many(chat)
        (self.refused if wait else self.taken).append(_now())
        await asyncio.sleep(self.rng.uniform(*WAY))
        if wait:
            raise RetryAfter(wait)
        self.told.append(chat)
        return {"message_id": 1}

    async def fetch(self, file_id: str) -> bytes:
        """There are no files."""
        raise LookupError(file_id)

    def _too_many(self, chat: int) -> int | None:
        if self.in_the_way:
            self.in_the_way -= 1
            return self.retry_after
        return self.limits.retry_after(chat, _now())


def _now() -> float:
    return asyncio.get_running_loop().time()


def _between(begin: float, end: float, moments: list[float]) -> int:
    return sum(begin < moment <= end for moment in moments)


@contextlib.asynccontextmanager
async def owed(url: str, people: int) -> AsyncIterator[tuple[Delivery, FarTelegram, Pace]]:
    """Give a delivery that owes so many people a message; see afterwards that each has it, once."""
    books, clock, telegram, pace = Books(url, COMMIT), LoopClock(), FarTelegram(), Pace(LIMIT)
    await books.transact(members, range(1, people + 1))
    batch = await books.transact(announce, clock.now())
    yield Delivery(books, clock, telegram, Texts(), {}, PLAIN, pace), telegram, pace
    assert sorted(one for one in telegram.told if one < TAPPERS) == list(range(1, people + 1))
    assert await books.read(outbox.counts, batch) == {State.SENT: people}
    await books.close()


def test_rule_3_telegrams_limit_is_never_exceeded_and_all_of_it_is_used(sqlite_url: str) -> None:
    async def to_1500() -> None:
        async with owed(sqlite_url, 1500) as (delivery, telegram, _):
            await delivery.send_due()
            assert telegram.refused == []
            assert _now() < 1500 / LIMIT / FULL_SHARE

    timeless.run(to_1500())


def test_rule_3_whatever_another_program_takes_the_limit_is_reached_again_within_5_seconds(sqlite_url: str) -> None:
    async def disturbed() -> None:
        async with owed(sqlite_url, 15 * LIMIT) as (delivery, telegram, pace):
            asyncio.get_running_loop().call_later(2, setattr, telegram, "in_the_way", 3)
            while await delivery.send_due() or pace.paused():
                pause = pace.paused()
                await asyncio.sleep(pause)
            assert len(telegram.refused) == 3
            back = max(telegram.refused) + 5
            assert _between(back - 2, back, telegram.taken) >= FULL_SHARE * 2 * LIMIT

    timeless.run(disturbed())


def test_a_429_pauses_all_for_as_long_as_telegram_says(sqlite_url: str) -> None:
    async def paused() -> None:
        async with owed(sqlite_url, 4 * LIMIT) as (delivery, telegram, pace):
            telegram.in_the_way, telegram.retry_after = 1, 7
            assert await delivery.send_due() < 4 * LIMIT
            (refused,) = telegram.refused
            begins, ends = refused + WAY[1], refused + WAY[0] + 7
            assert pace.paused() == pytest.approx(7, abs=0.1)
            await asyncio.sleep(pace.paused())
            await delivery.send_due()
            assert _between(begins, ends, telegram.left) == 0
            assert _between(ends, ends + 1, telegram.left) > FULL_SHARE * LIMIT

    timeless.run(paused())


async def _answered(answers: Answers, tapper: int) -> float:
    """Answer a tap, as often as it takes; return the seconds it took."""
    began = _now()
    while True:
        try:
            await answers.call("sendMessage", {"chat_id": TAPPERS + tapper})
        except RetryAfter as error:
            await asyncio.sleep(seconds(error))
        else:
            return _now() - began


async def _slowest(url: str, people: int) -> float:
    """Let somebody tap 20 times a second while so many are told; return the 99th percentile of tap to answer."""
    async with owed(url, people) as (delivery, telegram, pace), asyncio.TaskGroup() as taps:
        answers = Answers(telegram, pace)
        sending = taps.create_task(delivery.send_due())
        answered = []
        for tapper in range(300):
            answered.append(taps.create_task(_answered(answers, tapper)))
            await asyncio.sleep(1 / 20)
        assert sending.done() is (people == 1), "It goes out all the while."
        await asyncio.gather(*answered)
    return sorted(one.result() for one in answered)[int(len(answered) * 0.99)]


def test_rule_4_of_20_taps_a_second_the_99th_percentile_is_at_most_twice_what_it_is_when_nothing_is_sent(
    sqlite_url: str, tmp_path: Path
) -> None:
    other = f"sqlite:///{shutil.copy(file_of(sqlite_url) or '', tmp_path / 'other.db')}"
    quiet = timeless.run(_slowest(sqlite_url, 1))
    assert timeless.run(_slowest(other, 1500)) <= 2 * quiet


def test_answers_to_people_come_first() -> None:
    """What an answer takes from the limit, the messages of a batch wait for, and never the other way round."""

    async def three_answers() -> None:
        pace, never = Pace(10), asyncio.Event()
        await pace.turn(never)
        for _ in range(3):
            pace.beside()
        assert _now() == 0
        await pace.turn(never)
        assert _now() == pytest.approx(4 * pace.gap)
        assert (pace.take_beside(), pace.take_beside()) == (3, 0)

    timeless.run(three_answers())
