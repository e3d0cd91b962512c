"""Calls: a deadline that moves before many followers, the sweep of a morning, and the clock with nothing due.

What is measured runs in a process of its own, `python -m tests.benchmarks.calls URL`, as the running bot does it. A run
in which somebody who is to hear of it has no message in the outbox, or two, is void.
"""

import argparse
import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select

from bot.clock import Clock, Ticker
from bot.tasks import Tasks
from storage import audit, features
from storage.calls import reminding
from storage.database import Database, Tx, migrate, open_database
from storage.outbox import outbox
from tests.benchmarks import call_books
from tests.benchmarks.call_books import NOW
from tests.benchmarks.rounds import middle
from tests.benchmarks.runs import ROOT, memory

FOLLOWERS, CALLS = 100_000, 10_000
IDLE = 20
"""Seconds."""

MORNING = reminding.morning(call_books.TODAY + timedelta(days=1))


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds until all was in the books, of these processor seconds, the longest that a tap waited, megabytes."""

    seconds: float
    cpu_seconds: float
    longest_wait: float
    peak_mb: float


class Stopped(Clock):
    """A clock that stands still."""

    def __init__(self, moment: datetime) -> None:
        self._moment = moment

    def now(self) -> datetime:
        """Return that moment."""
        return self._moment


async def _taps(db: Database, waits: list[float], over: asyncio.Event) -> None:
    """Write something small again and again, as taps do, and note how long each takes."""
    while not over.is_set():
        began = time.perf_counter()
        await db.transact(audit.note, None, "tap", {}, NOW)
        waits.append(time.perf_counter() - began)
        await asyncio.sleep(0.01)


async def _see_to(url: str, moment: datetime) -> Measured:
    """Do what is due at a moment, while people tap."""
    db, waits, over = open_database(url), list[float](), asyncio.Event()
    async with Tasks() as tasks:
        tapping = tasks.start(_taps(db, waits, over), "taps")
        began, cpu = time.perf_counter(), time.process_time()
        await Ticker(db, Stopped(moment), features.on_due()).tick()
        took, cpu = time.perf_counter() - began, time.process_time() - cpu
        over.set()
        await tapping
    await db.close()
    return Measured(took, cpu, max(waits), memory(os.getpid(), "VmHWM"))


async def _idle(url: str, seconds: float) -> Measured:
    """Let the clock tick for some seconds; nothing is due."""
    db = open_database(url)
    ticker = Ticker(db, Stopped(NOW), features.on_due())
    ticker.start()
    await asyncio.sleep(1)
    began, cpu = time.perf_counter(), time.process_time()
    await asyncio.sleep(seconds)
    took, cpu = time.perf_counter() - began, time.process_time() - cpu
    ticker.stop()
    await db.close()
    return Measured(took, cpu, 0, memory(os.getpid(), "VmHWM"))


def _measure(url: str, *args: str) -> Measured:
    """Measure in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.calls", url, *args]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    return Measured(**json.loads(done.stdout))


@contextmanager
def _books(fill: Callable[..., Any], *args: Any) -> Iterator[tuple[str, Any]]:
    """Give books that are filled so, and what filling them returned."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/glasnik.db"
        asyncio.run(migrate(url))
        yield url, _do(url, fill, *args)


def _do(url: str, action: Callable[..., Any], *args: Any) -> Any:
    async def _done() -> Any:
        db = open_database(url)
        try:
            return await db.transact(action, *args)
        finally:
            await db.close()

    return asyncio.run(_done())


def _owed(tx: Tx) -> tuple[int, int]:
    """Count messages, and those who get them."""
    chosen = select(func.count(), func.count(outbox.c.person_id.distinct())).where(outbox.c.not_before.is_not(None))
    return tuple(tx.execute(chosen).one())  # type: ignore[return-value] # two numbers


def deadline_change(rounds: int, followers: int = FOLLOWERS) -> list[dict[str, Any]]:
    """Seconds from the change falling due until all messages stand in the outbox."""
    runs = []
    for _ in range(rounds):
        with _books(call_books.one_call, followers) as (url, known):
            runs.append(_measure(url, "--at", (NOW + timedelta(minutes=11)).isoformat()))
            messages, told = _do(url, _owed)
        if not messages == told == known == followers:
            raise RuntimeError(f"{messages} messages to {told} people, of {followers}: the run is void.")
    return [{"benchmark": "deadline-change", "followers": followers, "told": followers, **_figures(runs)}]


def sweep(rounds: int, count: int = CALLS) -> list[dict[str, Any]]:
    """Seconds to find who is reminded of what on a morning, and which calls are new to them, and to write it down."""
    runs, found = [], set()
    for _ in range(rounds):
        with _books(call_books.many_calls, count) as (url, _):
            runs.append(_measure(url, "--at", MORNING.isoformat()))
            messages, heard = _do(url, _owed)
            found.add((messages, _do(url, _promised)))
        if messages != heard:
            raise RuntimeError(f"{messages} messages to {heard} people: the run is void.")
    ((messages, promised),) = found
    return [{"benchmark": "daily sweep", "calls": count, "libraries": call_books.LIBRARIES,
             "messages": messages,
             "reminders": promised, **_figures(runs)}]  # fmt: skip


def _promised(tx: Tx) -> int:
    return sum(len(args["reminders"]) for args in tx.execute(select(outbox.c.args)).scalars())


def idle(rounds: int, seconds: float = IDLE, count: int = CALLS) -> list[dict[str, Any]]:
    """Processor seconds an hour that the clock takes with many calls in the books and nothing due."""
    with _books(call_books.many_calls, count) as (url, _):
        runs = [_measure(url, "--idle", str(seconds)) for _ in range(rounds)]
    hourly = middle(3600 * run.cpu_seconds / run.seconds for run in runs)
    return [{"benchmark": "idle clock", "calls": count, "measured_seconds": seconds,
             "cpu_seconds_per_hour": round(hourly, 2)}]  # fmt: skip


def _figures(runs: list[Measured]) -> dict[str, float]:
    return {
        "seconds": round(middle(run.seconds for run in runs), 2),
        "longest_wait_of_a_tap": round(middle(run.longest_wait for run in runs), 2),
        "peak_mb": round(middle(run.peak_mb for run in runs), 1),
    }


def main() -> None:
    """Measure, and print it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("url")
    parser.add_argument("--at", type=datetime.fromisoformat)
    parser.add_argument("--idle", type=float)
    args = parser.parse_args()
    found = asyncio.run(_idle(args.url, args.idle) if args.at is None else _see_to(args.url, args.at))
    json.dump({name: getattr(found, name) for name in Measured.__slots__}, sys.stdout)


if __name__ == "__main__":
    main()
