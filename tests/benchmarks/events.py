"""Events: a rush for few seats, cards of an event with a long list, word of a change to thousands.

A rush is void unless as many are told that they have a seat as there are seats, and the books say the same.
"""

import asyncio
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from sqlalchemy import func, insert, select

from handlers.buttons import Button
from handlers.events.buttons import OpenEvent, Register
from storage import due, outbox, people
from storage.database import Tx, migrate, open_database
from storage.events import actions, books, publishing
from storage.events.feature import FEATURE
from storage.events.rules import EventDetails, EventId, Kind
from storage.events.seats import State
from storage.events.tables import registrations
from storage.people import QUIET_FROM, QUIET_TO, PersonId, Role
from tests.benchmarks.rounds import median
from tests.benchmarks.runs import Run, measure, stub
from tests.benchmarks.stub import FIRST_PERSON

LIBRARIES = 58
HAS_A_SEAT = "Imate mesto"
"""What is said to whoever has a seat, and to nobody else."""

SOON, STARTS = datetime(2026, 1, 1, tzinfo=UTC), datetime(2035, 5, 12, 7, 30, tzinfo=UTC)


def members(tx: Tx, count: int) -> None:
    """Enter libraries, and so many librarians."""
    entries = [{"code": f"l{number}", "name": f"Knjižnica {number}", "town": "Kraj", "kind": "splošna"}
               for number in range(LIBRARIES)]  # fmt: skip
    tx.execute(insert(people.libraries), entries)
    ids = tx.execute(select(people.libraries.c.id)).scalars().all()
    tx.execute(
        insert(people.people),
        [
            {"telegram_id": FIRST_PERSON + number, "first_name": "A", "language": "sl", "role": Role.LIBRARIAN,
             "library_id": ids[number % LIBRARIES], "quiet_from": QUIET_FROM, "quiet_to": QUIET_TO, "joined_at": SOON}
            for number in range(1, count + 1)
        ],
    )  # fmt: skip


def event(tx: Tx, seats: int) -> EventId:
    """Publish an event."""
    details = EventDetails(
        kind=Kind.TRAINING, title_sl="Lokalna zbirka na spletu", title_en=None, description_sl=None,
        description_en=None, starts_at=STARTS, ends_at=STARTS + timedelta(hours=4), place="Maribor", link=None,
        capacity=seats, closes_at=STARTS - timedelta(days=1),
    )  # fmt: skip
    published = publishing.publish(tx, None, details, SOON)
    if not isinstance(published, publishing.Published):
        raise TypeError(published)
    return published.event.id


def everybody_asks(tx: Tx, asked: EventId) -> None:
    """Let all ask for a seat."""
    for person in tx.execute(select(people.people.c.id)).scalars().all():
        actions.register(tx, asked, PersonId(person), SOON, {})


async def _prepare(url: str, count: int, seats: int, *, asked: bool) -> EventId:
    await migrate(url)
    db = open_database(url)
    try:
        await db.transact(members, count)
        made = await db.transact(event, seats)
        if asked:
            await db.transact(everybody_asks, made)
        return made
    finally:
        await db.close()


async def _states(url: str) -> dict[str, int]:
    db = open_database(url)
    try:
        return await db.read(_counted)
    finally:
        await db.close()


def _counted(tx: Tx) -> dict[str, int]:
    rows = tx.execute(select(registrations.c.state, func.count()).group_by(registrations.c.state))
    return {row[0]: row[1] for row in rows}


@contextmanager
def _books(count: int, seats: int, *, asked: bool = False) -> Iterator[tuple[str, EventId]]:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/glasnik.db"
        yield url, asyncio.run(_prepare(url, count, seats, asked=asked))


def _run(url: str, button: Button, *more: str) -> Run:
    """Let people tap, each once, and the bot answer."""
    with stub("--data", button.pack(), "--word", HAS_A_SEAT, *more) as (address, said):
        settings = {"GLASNIK_TOKEN": "4242:TEST", "GLASNIK_DATABASE": url, "GLASNIK_TELEGRAM": address,
                    "GLASNIK_WEB__PORT": "0", "GLASNIK_LOG__LEVEL": "warning"}  # fmt: skip
        return measure([sys.executable, "-m", "tests.e2e.herald", "run", "--config", "none.toml"], said, settings)


def ask(count: int, seats: int) -> tuple[Run, dict[str, int]]:
    """Let so many ask for so many seats at once; return also what the books say that they have."""
    with _books(count, seats) as (url, made):
        run = _run(url, Register(made), "--count", str(count))
        states = asyncio.run(_states(url))
    check(run.said, states, count, seats)
    return run, states


def check(told: int, states: dict[str, int], count: int, seats: int) -> None:
    """See that seats, words and books agree; if not, the run is void."""
    if told != seats or states != {State.SEATED: seats, State.WAITING: count - seats}:
        raise RuntimeError(f"{told} told, {states}, of {count} for {seats} seats: the run is void.")


def rush(rounds: int, count: int = 10_000, seats: int = 300) -> list[dict[str, Any]]:
    """Registrations a second, and seconds until everyone knows, when many ask for few seats at once."""
    found = [ask(count, seats) for _ in range(rounds)]
    runs, states = [run for run, _ in found], found[-1][1]
    return [{
        "benchmark": "rush", "name": f"{count} people, {seats} seats", "people": count, "seats": seats,
        "seated": states[State.SEATED], "waiting": states[State.WAITING],
        "per_second": round(median(runs, lambda run: count / run.seconds), 1),
        "seconds": round(median(runs, lambda run: run.seconds), 1),
        "peak_mb": round(median(runs, lambda run: run.peak_mb), 1),
    }]  # fmt: skip


def _open_often(count: int, seats: int, taps: int, per_second: float) -> Run:
    """Open a card of books that have not seen these taps: taps of the same numbers are answered once."""
    with _books(count, seats, asked=True) as (url, made):
        return _run(url, OpenEvent(made, 0, 0), "--count", str(taps), "--per-second", str(per_second))


def cards(rounds: int, count: int = 10_000, taps: int = 600, per_second: float = 20.0) -> list[dict[str, Any]]:
    """Milliseconds from a tap to the card of an event with a long list."""
    runs = [_open_often(count, min(count, 300), taps, per_second) for _ in range(rounds)]
    return [{
        "benchmark": "event cards", "name": f"{count} on the list", "taps_per_second": per_second,
        "median_ms": round(median(runs, lambda run: run.waits[len(run.waits) // 2]), 2),
        "p99_ms": round(median(runs, lambda run: run.waits[int(len(run.waits) * 0.99)]), 2),
    }]  # fmt: skip


def alone(work: Callable[[], float]) -> tuple[float, float]:
    """Do something in a process of its own; tell the seconds that it says it took, and the megabytes at the most."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_measured, work).result()


def _measured(work: Callable[[], float]) -> tuple[float, float]:
    seconds = work()
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return seconds, int(status.split("VmHWM:")[1].split()[0]) / 1024


RECIPIENTS = 5000


def _tell_a_change() -> float:
    """Change the place of an event at which 5,000 have a seat; return the seconds until word to all is owed."""
    with _books(RECIPIENTS, RECIPIENTS, asked=True) as (url, made):
        return asyncio.run(_change(url, made))


async def _change(url: str, made: EventId) -> float:
    db = open_database(url)
    try:
        began = time.perf_counter()
        await db.transact(_move, made)
        while await db.transact(due.fire, FEATURE.on_due, SOON + timedelta(minutes=10)):
            pass
        took = time.perf_counter() - began
        owed = sum((await db.read(outbox.counts)).values())
    finally:
        await db.close()
    if owed != RECIPIENTS:
        raise RuntimeError(f"{owed} messages to {RECIPIENTS}: the run is void.")
    return took


def _move(tx: Tx, made: EventId) -> None:
    here = books.find(tx, made)
    by = tx.execute(select(people.people.c.id).limit(1)).scalar_one()
    if here is None:
        raise LookupError(made)
    details = replace(here.details, place="Celje")
    publishing.change(tx, made, here.version, details, PersonId(by), SOON)


WORKS: Sequence[tuple[str, Callable[[], float]]] = ((f"a change told to {RECIPIENTS}", _tell_a_change),)
"""What is done now and then, each in a process of its own: its name, and what does it and returns the seconds."""


def works(rounds: int) -> list[dict[str, Any]]:
    """Seconds and megabytes of what is done now and then."""
    rows = []
    for name, work in WORKS:
        found = [alone(work) for _ in range(rounds)]
        rows.append({"benchmark": "events", "name": name, "seconds": round(min(took for took, _ in found), 3),
                     "peak_mb": round(max(peak for _, peak in found), 1)})  # fmt: skip
    return rows
