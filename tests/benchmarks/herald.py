"""Glasnik's own broadcast: a batch in the books, and the whole program that sends it, limits off."""

import asyncio
import sys
import tempfile
import time
from typing import Any

from bot.clock import Clock
from storage import outbox
from storage.database import migrate, open_database
from storage.outbox import State
from tests.benchmarks.runs import Run, measure, stub
from tests.benchmarks.stub import FIRST_PERSON
from tests.bot.broadcast import announce, members


async def _prepare(url: str, recipients: int) -> float:
    """Enter people and owe each a message; return the seconds that the latter took."""
    await migrate(url)
    db = open_database(url)
    await db.transact(members, range(FIRST_PERSON + 1, FIRST_PERSON + 1 + recipients))
    began = time.perf_counter()
    await db.transact(announce, Clock().now())
    took = time.perf_counter() - began
    await db.close()
    return took


async def _states(url: str) -> dict[State, int]:
    db = open_database(url)
    try:
        return await db.read(outbox.counts)
    finally:
        await db.close()


def glasnik(recipients: int) -> Run:
    """Send to everyone; who has not got it once, or is not written down so, voids the run."""
    return _broadcast(recipients)[0]


def growth(*sizes: int) -> list[dict[str, Any]]:
    """Messages a second to few and to many, and how long it takes to write down who gets one."""
    rows = []
    for size in sizes:
        run, snapshot = _broadcast(size)
        row = {"snapshot_seconds": round(snapshot, 3), "per_second": round(size / run.seconds, 1),
               "peak_mb": round(run.peak_mb, 1)}  # fmt: skip
        rows.append({"benchmark": "growth", "name": "glasnik", "recipients": size, **row})
    return rows


def _broadcast(recipients: int) -> tuple[Run, float]:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/glasnik.db"
        snapshot = asyncio.run(_prepare(url, recipients))
        with stub("--count", str(recipients), "--sends") as (address, said):
            settings = {"GLASNIK_TOKEN": "4242:TEST", "GLASNIK_DATABASE": url, "GLASNIK_TELEGRAM": address,
                        "GLASNIK_WEB__PORT": "0", "GLASNIK_LOG__LEVEL": "warning",
                        "GLASNIK_SENDING__PER_SECOND": "0"}  # fmt: skip
            command = [sys.executable, "-m", "tests.e2e.herald", "run", "--config", f"{folder}/none.toml"]
            run = measure(command, said, settings)
        states = asyncio.run(_states(url))
        if run.answers != recipients or states != {State.SENT: recipients}:
            raise RuntimeError(f"{run.answers} messages, {states}, to {recipients} recipients: the run is void.")
    return run, snapshot
