"""make bench: tables on the screen, rows in bench.json.

Runs alternate, five rounds, medians are told. A run in which a registration is missing from the books is void.
"""

import argparse
import asyncio
import json
import math
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy import func, insert, select

from bot.clock import Clock
from handlers.events.buttons import Register
from storage import batches, outbox, people
from storage.database import Tx, migrate, open_database
from storage.events import publishing
from storage.events.rules import EventDetails, EventId, Kind
from storage.events.tables import registrations
from storage.outbox import State
from storage.people import QUIET_FROM, QUIET_TO, Role, libraries
from tests.benchmarks import afterwards, attendees, calls, events
from tests.benchmarks.broadcast import broadcast
from tests.benchmarks.feed import feed
from tests.benchmarks.herald import growth
from tests.benchmarks.rounds import alternate, median, rates, show
from tests.benchmarks.runs import ROOT, Run, measure, stub
from tests.benchmarks.stub import FIRST_PERSON
from tests.benchmarks.votes import cards, counting, splitting, votes
from tests.bot.broadcast import members

ECHO, GLASNIK = "python-telegram-bot echo", "glasnik"
LIBRARIES = 58
OTHERS = 2000
PER_EVENT = 100
STARTS = datetime(2035, 5, 12, 7, 30, tzinfo=UTC)
SOON = datetime(2026, 1, 1, tzinfo=UTC)


def _seed(tx: Tx, count: int) -> list[EventId]:
    """Enter members, and events with as many seats as there are members."""
    entries = [{"code": f"l{number}", "name": f"Knjižnica {number}", "town": "Kraj", "kind": "splošna"}
               for number in range(LIBRARIES)]  # fmt: skip
    tx.execute(insert(libraries), entries)
    library_ids = list(tx.execute(select(libraries.c.id)).scalars())
    tx.execute(
        insert(people.people),
        [
            {"telegram_id": FIRST_PERSON + number, "first_name": "A", "language": "sl", "role": Role.LIBRARIAN,
             "library_id": library_ids[number % LIBRARIES], "quiet_from": QUIET_FROM, "quiet_to": QUIET_TO,
             "joined_at": SOON}
            for number in range(1, count + 1)
        ],
    )  # fmt: skip
    details = EventDetails(
        kind=Kind.TRAINING, title_sl="Lokalna zbirka na spletu", title_en=None, description_sl=None,
        description_en=None, starts_at=STARTS, ends_at=STARTS + timedelta(hours=4), place="Maribor", link=None,
        capacity=PER_EVENT, closes_at=STARTS - timedelta(days=1),
    )  # fmt: skip
    found = []
    for _ in range(math.ceil(count / PER_EVENT)):
        published = publishing.publish(tx, None, details, SOON)
        if not isinstance(published, publishing.Published):
            raise TypeError(published)
        found.append(published.event.id)
    return found


def _send_to_others(tx: Tx, first: int) -> None:
    """Owe each of many others a message, enough of them for longer than the taps take."""
    members(tx, range(first, first + OTHERS))
    now = Clock().now()
    batch_id = batches.add(tx, batches.Lane.ANNOUNCEMENT, "plain", {}, None, now)
    others = select(people.people.c.id).where(people.people.c.telegram_id >= first)
    outbox.owe_all(tx, batch_id, others, now, now)


def _seats(tx: Tx) -> int:
    return tx.execute(select(func.count()).select_from(registrations)).scalar_one()


async def _prepare(url: str, count: int, *, sending: bool) -> list[EventId]:
    await migrate(url)
    db = open_database(url)
    try:
        found = await db.transact(_seed, count)
        if sending:
            await db.transact(_send_to_others, FIRST_PERSON + count + 1)
        return found
    finally:
        await db.close()


async def _registered(url: str) -> tuple[int, dict[State, int]]:
    db = open_database(url)
    try:
        return await db.read(_seats), await db.read(outbox.counts)
    finally:
        await db.close()


def glasnik(count: int, per_second: float | None = None, *, sending: bool = False) -> Run:
    """Members tap »Prijava«: each tap commits a registration with its reminders, and is answered in the card.

    With `sending`, an announcement goes out to others all the while, as fast as Telegram lets it.
    """
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/glasnik.db"
        data = [Register(event).pack() for event in asyncio.run(_prepare(url, count, sending=sending))]
        paced = [] if per_second is None else ["--per-second", str(per_second)]
        with stub("--count", str(count), "--data", *data, *paced) as (address, said):
            settings = {"GLASNIK_TOKEN": "4242:TEST", "GLASNIK_DATABASE": url, "GLASNIK_TELEGRAM": address,
                        "GLASNIK_WEB__PORT": "0", "GLASNIK_LOG__LEVEL": "warning"}  # fmt: skip
            command = [sys.executable, "-m", "tests.e2e.herald", "run", "--config", f"{folder}/none.toml"]
            run = measure(command, said, settings)
        seats, messages = asyncio.run(_registered(url))
        if seats != count:
            raise RuntimeError(f"{seats} registrations of {count}: the run is void.")
        if sending and not (messages[State.SENT] and messages[State.PENDING]):
            raise RuntimeError(f"{messages}: it was not sending all the while, the run is void.")
    return run


def echo(count: int, per_second: float | None = None) -> Run:
    """People type; a stock echo bot answers."""
    paced = [] if per_second is None else ["--per-second", str(per_second)]
    with stub("--count", str(count), *paced) as (address, said):
        return measure([sys.executable, "-m", "tests.benchmarks.echo", address], said, {})


PEERS: dict[str, Callable[..., Run]] = {GLASNIK: glasnik, ECHO: echo}
TAPPED: dict[str, Callable[..., Run]] = {**PEERS, "glasnik while sending": partial(glasnik, sending=True)}


def _quantile(waits: list[float], share: float) -> float:
    return waits[min(len(waits) - 1, int(len(waits) * share))]


def updates(rounds: int, count: int) -> list[dict[str, Any]]:
    """Updates a second when they come as fast as they are taken."""
    return [
        {"benchmark": "updates", "name": name, "updates": count, **rates(runs, count)}
        for name, runs in alternate(PEERS, rounds, count).items()
    ]


def taps(rounds: int, count: int, per_second: float) -> list[dict[str, Any]]:
    """Milliseconds from a tap to its answer at a steady pace."""
    return [
        {
            "benchmark": "taps", "name": name, "taps_per_second": per_second,
            "median_ms": round(median(runs, lambda run: _quantile(run.waits, 0.5)), 2),
            "p99_ms": round(median(runs, lambda run: _quantile(run.waits, 0.99)), 2),
        }
        for name, runs in alternate(TAPPED, rounds, count, per_second).items()
    ]  # fmt: skip


def memory(count: int) -> list[dict[str, Any]]:
    """Megabytes after the start and after many updates."""
    rows = []
    for name, peer in PEERS.items():
        run = peer(count)
        rows.append({"benchmark": "memory", "name": name, "updates": count, "start_mb": round(run.start_mb, 1),
                     "end_mb": round(run.end_mb, 1)})  # fmt: skip
    return rows


def main() -> None:
    """Run all benchmarks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--updates", type=int, default=3000)
    parser.add_argument("--recipients", type=int, default=5000)
    parser.add_argument("--quick", action="store_true", help="only the updates")
    kinds = ["updates", "taps", "memory", "broadcast", "growth", "votes", "cards", "counting", "deadline-change",
             "sweep", "idle", "feed", "rush", "event cards", "events", "papers",
             "attendees"]  # fmt: skip
    parser.add_argument("--only", choices=kinds, help="only this one")
    args = parser.parse_args()
    benchmarks: dict[str, Callable[[], tuple[list[dict[str, Any]], str | None]]] = {
        "updates": lambda: (updates(args.rounds, args.updates), None),
        "taps": lambda: (taps(3, 600, 20.0), None),
        "memory": lambda: (memory(10_000), None),
        "broadcast": lambda: broadcast(args.rounds, args.recipients),
        "growth": lambda: (growth(1_000, 10_000, 100_000), None),
        "votes": lambda: (votes(3), None),
        "cards": lambda: (cards(3), None),
        "feed": lambda: (feed(20), None),
        "counting": lambda: ([*counting(3), *splitting(3)], None),
        "deadline-change": lambda: (calls.deadline_change(3), None),
        "sweep": lambda: (calls.sweep(3), None),
        "idle": lambda: (calls.idle(3), None),
        "rush": lambda: (events.rush(3), None),
        "event cards": lambda: (events.cards(3), None),
        "events": lambda: (events.works(3), None),
        "papers": lambda: (afterwards.papers(), None),
        "attendees": lambda: (attendees.attendees(3), None),
    }
    only = "updates" if args.quick else args.only
    rows = []
    for name, benchmark in benchmarks.items():
        if only in {None, name}:
            found, note = benchmark()
            show(found, note)
            rows += found
    (ROOT / "bench.json").write_text(json.dumps({"rows": rows}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
