"""Glasnik's own broadcast: a batch in the books, and the whole program that sends it, limits off."""

import asyncio
import sys
import tempfile

from bot.clock import Clock
from storage import outbox
from storage.database import migrate, open_database
from storage.outbox import State
from tests.benchmarks.runs import Run, measure, stub
from tests.benchmarks.stub import FIRST_PERSON
from tests.bot.broadcast import announce, members


async def _prepare(url: str, recipients: int) -> None:
    await migrate(url)
    db = open_database(url)
    await db.transact(members, range(FIRST_PERSON + 1, FIRST_PERSON + 1 + recipients))
    await db.transact(announce, Clock().now())
    await db.close()


async def _states(url: str) -> dict[State, int]:
    db = open_database(url)
    try:
        return await db.read(outbox.counts)
    finally:
        await db.close()


def glasnik(recipients: int) -> Run:
    """Send to everyone; who has not got it once, or is not written down so, voids the run."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/glasnik.db"
        asyncio.run(_prepare(url, recipients))
        with stub("--count", str(recipients), "--sends") as (address, said):
            settings = {"GLASNIK_TOKEN": "4242:TEST", "GLASNIK_DATABASE": url, "GLASNIK_TELEGRAM": address,
                        "GLASNIK_WEB__PORT": "0", "GLASNIK_LOG__LEVEL": "warning",
                        "GLASNIK_SENDING__PER_SECOND": "0"}  # fmt: skip
            command = [sys.executable, "-m", "tests.e2e.herald", "run", "--config", f"{folder}/none.toml"]
            run = measure(command, said, settings)
        states = asyncio.run(_states(url))
        if run.answers != recipients or states != {State.SENT: recipients}:
            raise RuntimeError(f"{run.answers} messages, {states}, to {recipients} recipients: the run is void.")
    return run
