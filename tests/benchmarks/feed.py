"""A calendar of many events: `python -m tests.benchmarks.feed URL SECRET ROUNDS` makes it in a process of its own."""

import asyncio
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from typing import Any

from handlers.context import Reach
from handlers.features import FEATURES
from handlers.membership import own_calendar
from handlers.texts import Texts
from storage import calendars, people
from storage.database import Tx, migrate, open_database
from storage.events import books, publishing
from storage.events.books import Entry
from storage.events.rules import EventDetails, Kind
from storage.events.seats import State
from storage.people import PersonId
from tests.benchmarks.runs import ROOT
from tests.bot.broadcast import members

EVENTS = 500
NOW, STARTS = datetime(2026, 1, 1, tzinfo=UTC), datetime(2035, 5, 12, 7, 30, tzinfo=UTC)


def _seed(tx: Tx) -> str:
    """Let somebody have a seat at many events; return the secret of their calendar."""
    members(tx, range(1, 2))
    person = people.id_of(tx, 1)
    if person is None:
        raise TypeError
    for number in range(EVENTS):
        starts = STARTS + timedelta(days=number)
        details = EventDetails(
            kind=Kind.TRAINING, title_sl=f"Lokalna zbirka na spletu, {number}. delavnica", title_en=None,
            description_sl="Od digitalizacije do objave. " * 10, description_en=None, starts_at=starts,
            ends_at=starts + timedelta(hours=4), place="Mestna knjižnica, Maribor", link="https://example.org/soba",
            capacity=30, closes_at=starts,
        )  # fmt: skip
        done = publishing.publish(tx, None, details, NOW)
        if not isinstance(done, publishing.Published):
            raise TypeError(done)
        books.enter(tx, done.event, Entry(PersonId(person), None, State.SEATED), NOW)
    return calendars.renew(tx, person, NOW)


async def _prepare(url: str) -> str:
    await migrate(url)
    db = open_database(url)
    try:
        return await db.transact(_seed)
    finally:
        await db.close()


async def _make(url: str, secret: str, rounds: int) -> dict[str, Any]:
    """Make the calendar; the peak is that of the whole process, with what was there `before`."""
    db = open_database(url)
    telegram: Any = None
    reach = Reach(telegram, db, Texts(), FEATURES, "GlasnikBot")
    times, size = [], 0
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in range(rounds):
        started = time.perf_counter()
        found = await db.read(own_calendar.find, reach, secret, NOW)
        file = b"" if found is None else own_calendar.made(found).content
        times.append(1000 * (time.perf_counter() - started))
        if file.count(b"BEGIN:VEVENT") != EVENTS:
            raise RuntimeError("An event is missing: the run is void.")
        size = len(file)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    await db.close()
    return {
        "ms": round(statistics.median(times), 1),
        "file_kb": size // 1024,
        "more_mb": round((peak - before) / 1024, 1),
        "peak_mb": round(peak / 1024, 1),
    }


def feed(rounds: int) -> list[dict[str, Any]]:
    """Milliseconds and megabytes of a calendar of 500 events, as somebody's own calendar asks for it."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/glasnik.db"
        command = [sys.executable, "-m", "tests.benchmarks.feed", url, asyncio.run(_prepare(url)), str(rounds)]
        done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return [{"benchmark": "calendar feed", "name": f"{EVENTS} events", "events": EVENTS, **json.loads(done.stdout)}]


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asyncio.run(_make(sys.argv[1], sys.argv[2], int(sys.argv[3])))))
