"""The demo as a process, from a terminal and a browser."""

import asyncio
import contextlib
import os
import signal
import socket
import tempfile
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from sqlalchemy import Connection, select

from storage import people
from storage.database import open_database
from storage.events.tables import events, registrations
from storage.outbox import outbox
from storage.people import Role, libraries
from tests.person import SOON, Person
from tests.process import Process

pytestmark = pytest.mark.long

REMINDER = "“A visit to the book fair together”"


@dataclass(frozen=True, slots=True)
class Demo:
    """A running demo and a browser that looks at it."""

    process: Process
    complained: Path
    http: aiohttp.ClientSession

    async def get(self, path: str) -> Any:
        """Read JSON."""
        async with self.http.get(path) as answer:
            return await answer.json()

    async def person(self, name: str) -> Person:
        """Find somebody's phone."""
        numbers = {one["first_name"]: one["id"] for one in await self.get("/people")}
        return Person(self.http, numbers[name])

    async def moves_to_next(self) -> Any:
        """Move the clock to the next thing due; return what the demo then says."""
        async with self.http.post("/demo/clock", json={"to": "next"}) as answer:
            return await answer.json()

    async def ends(self, sign: signal.Signals = signal.SIGINT) -> None:
        """Press Ctrl-C; it ends soon, well and without a word."""
        self.process.signals(sign)
        async with asyncio.timeout(SOON):
            code = await self.process.wait()
        assert (code, self.complained.read_text(encoding="utf-8")) == (0, "")


@contextlib.asynccontextmanager
async def _demo(data: Path) -> AsyncIterator[Demo]:
    words = Path(tempfile.mkdtemp(dir=data))
    said, complained = words / "said", words / "complained"
    os.mkfifo(said)
    process = Process("bot", ["demo", "--data", str(data), "--port", "0"], {}, said, complained)
    try:
        with await asyncio.to_thread(said.open, encoding="utf-8") as line:
            name, address, *_ = (await asyncio.to_thread(line.readline)).split()
            assert name == "Glasnik:"
            async with aiohttp.ClientSession(address, raise_for_status=True) as http:
                yield Demo(process, complained, http)
    finally:
        if process.code is None:
            process.signals(signal.SIGKILL)
            await process.wait()


def _association(tx: Connection) -> tuple[int, dict[str, Role], list[tuple[datetime, int, int]]]:
    """Count the libraries, name the people, and give of each event: when it closes, its seats, how many are taken."""
    taken = [row.event_id for row in tx.execute(select(registrations.c.event_id))]
    everybody = tx.execute(select(people.people.c.first_name, people.people.c.role))
    programme = tx.execute(select(events.c.id, events.c.closes_at, events.c.capacity))
    return (
        len(tx.execute(select(libraries.c.id)).all()),
        {row.first_name: Role(row.role) for row in everybody},
        [(row.closes_at, row.capacity, taken.count(row.id)) for row in programme],
    )


async def test_it_begins_with_an_association_that_is_alive(tmp_path: Path) -> None:
    async with _demo(tmp_path) as demo:
        async with demo.http.get("/") as page:
            assert page.content_type == "text/html"
        state = await demo.get("/demo")
        assert state["bot"]["username"] == "GlasnikBot"
        assert {one["first_name"] for one in await demo.get("/people")} == {"Ana", "Bojan", "Cvetka", "Darja"}
        assert len(state["people"]) == 4
        for name, greeting in [("Ana", "Pozdravljeni, Ana"), ("Bojan", "Bojan")]:
            await (await demo.person(name)).sees(greeting)
        await demo.ends()
    books = open_database(f"sqlite:///{tmp_path}/glasnik.db")
    libraries_there, everybody, programme = await books.read(_association)
    owed = await books.read(lambda tx: tx.execute(select(outbox.c.kind)).scalars().all())
    await books.close()
    assert owed == [], "nothing comes by itself between the greeting and the first tap"
    assert libraries_there == 58
    assert everybody == {"Ana": Role.LIBRARIAN, "Bojan": Role.DELEGATE, "Cvetka": Role.STAFF, "Darja": Role.ADMIN}
    assert len(programme) == 4
    assert [capacity for _, capacity, taken in programme if taken == capacity] == [3]
    soon = datetime.fromisoformat(state["now"]) + timedelta(days=1)
    assert len([closes for closes, _, _ in programme if closes < soon]) == 1


async def test_another_start_goes_on_where_the_last_one_ended(tmp_path: Path) -> None:
    async with _demo(tmp_path) as demo:
        ana = await demo.person("Ana")
        await ana.types("/dogodki")
        await ana.sees("Izberite dogodek")
        await demo.http.post("/people", json={"first_name": "Eva", "language_code": "sl"})
        await _until_reminded(demo)
        people_then, chat_then, then = await demo.get("/people"), await ana.messages(), await demo.get("/demo")
        await demo.ends()
    async with _demo(tmp_path) as demo:
        assert await demo.get("/people") == people_then
        ana = await demo.person("Ana")
        assert await ana.messages() == chat_then
        now = await demo.get("/demo")
        assert now["shift_seconds"] == then["shift_seconds"] > 0
        assert now["people"] == then["people"]
        await ana.types("/moje")
        await ana.sees("Moje\n")
        await demo.ends(signal.SIGTERM)


async def _until_reminded(demo: Demo) -> None:
    """Move on, to the next thing due each time, until Bojan is reminded of the fair, some days before it."""
    bojan = await demo.person("Bojan")
    assert not any(REMINDER in message["text"] for message in await bojan.messages())
    moved = await demo.moves_to_next()
    reminded = datetime.fromisoformat(moved["now"]) + timedelta(days=4)
    while datetime.fromisoformat(moved["now"]) < reminded:
        moved = await demo.moves_to_next()
    await bojan.sees(REMINDER)


async def test_it_ends_while_a_browser_waits_for_news(tmp_path: Path) -> None:
    async with _demo(tmp_path) as demo:
        ana = await demo.person("Ana")
        await ana.sees("Pozdravljeni")
        version = (await demo.get(f"/people/{ana.id}/chat?after=0&wait=0"))["version"]
        async with asyncio.TaskGroup() as browser:
            waiting = browser.create_task(demo.get(f"/people/{ana.id}/chat?after={version}&wait=50"))
            await demo.get("/demo")
            await demo.ends()
        assert waiting.result()["version"] == version


async def test_a_port_that_is_taken_is_one_clear_line(tmp_path: Path) -> None:
    said, complained = tmp_path / "said", tmp_path / "complained"
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        process = Process("bot", ["demo", "--data", str(tmp_path), "--port", port], {}, said, complained)
        assert await process.wait() == 1
    assert said.read_text(encoding="utf-8") == ""
    (line,) = complained.read_text(encoding="utf-8").splitlines()
    assert "Another --port" in line
