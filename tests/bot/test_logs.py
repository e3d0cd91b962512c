"""What the program says about itself: never the token, never what people typed or are called, and always about whom."""

import asyncio
import io
import json
import logging
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError

from bot import logs
from bot.clock import Clock, Ticker
from bot.tasks import Tasks
from storage.database import Database, open_database
from storage.membership import libraries
from storage.people import Role
from tests.bot.conftest import running
from tests.e2e.world import World
from tests.person import SOON, Person
from tests.storage.membership.association import put

CANARY = "kanarček"
TOKEN = f"4242:{'Kanarcek' * 4}"
LIBRARIES = f"code,name,town,kind\nkranj,Knjižnica {CANARY} Kranj,Kranj,splošna\n"
NOW = datetime(2026, 1, 1, tzinfo=UTC)


async def _member(world: World, url: str) -> Person:
    """Somebody from the office whose name must not be told."""
    person = world.person(f"Ana {CANARY}")
    books = open_database(url)
    await books.transact(libraries.import_libraries, LIBRARIES.encode(), NOW)
    await put(books, person.id, Role.ADMIN, name=f"Ana {CANARY}")
    await books.close()
    return person


def _execute(url: str, statement: str) -> None:
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"), timeout=30)) as books:
        books.execute(statement)
        books.commit()


def _is_silent(said: str) -> None:
    assert CANARY not in said.casefold()
    assert TOKEN.partition(":")[2] not in said


async def _called(world: World, fits: Callable[[dict[str, Any]], bool]) -> None:
    """Wait for a call of the bot."""
    async with asyncio.timeout(SOON):
        while not any(fits(entry) for entry in world.log):
            await world.log.grows()


async def _lives_through_much(world: World, ana: Person, url: str) -> None:
    """Somebody types and taps, while Telegram and the books fail; at last Telegram forgets the token."""
    await ana.types("/urad")
    await ana.sees("Urad")
    await ana.taps("Iskanje")
    await ana.types(f"{CANARY} Novak")
    await ana.sees(f"{CANARY} Novak")
    for kind in ("reset-after", "500", "400"):
        await world.fault("*", kind, chat_id=ana.id)
        await ana.types(f"{CANARY} {kind}")
        await ana.sees(f"{CANARY} {kind}")
    _execute(url, "CREATE TRIGGER full BEFORE UPDATE ON drafts BEGIN SELECT RAISE(ABORT, 'no room'); END")
    await ana.types(f"{CANARY} brez prostora")
    await ana.sees("sklic")
    world.telegram.token = f"{TOKEN}x"
    await ana.types(CANARY)
    await _called(world, lambda entry: entry.get("error_code") == 401 and entry["method"] == "getUpdates")
    await _called(world, lambda entry: entry.get("error_code") == 401 and entry["method"] == "sendMessage")


@pytest.mark.parametrize("form", ["json", "console"])
async def test_whatever_goes_wrong_nothing_is_told_of_people(
    world: World, sqlite_url: str, tmp_path: Path, form: str
) -> None:
    ana = await _member(world, sqlite_url)
    world.telegram.token = TOKEN
    settings = {"GLASNIK_TOKEN": TOKEN, "GLASNIK_LOG__LEVEL": "debug", "GLASNIK_LOG__FORMAT": form}
    async with running(world, sqlite_url, tmp_path, **settings) as program:
        await _lives_through_much(world, ana, sqlite_url)
    said = program.said.read_text(encoding="utf-8")
    _is_silent(said)
    told = ("running", "handled_again", "given_up", "polling_failed", "message_not_sent", "stopping")
    assert [event for event in told if event not in said] == []
    if form == "json":
        _tell_about_whom(said, ana)


def _tell_about_whom(said: str, ana: Person) -> None:
    lines = [json.loads(line) for line in said.splitlines()]
    assert all({"event", "level", "logger", "timestamp"} <= line.keys() for line in lines)
    about_updates = [line for line in lines if line["event"] in {"handled_again", "given_up"}]
    assert {line["chat"] for line in about_updates} == {ana.id}
    assert len({line["update"] for line in about_updates}) >= 4
    assert {line["person"] for line in about_updates} == {1}
    assert any("drafts.py" in line["error"] for line in about_updates), "It is told which of our functions failed."


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], str]]:
    """Log as the program does, in this process, and read it."""
    names = ("bot", "handlers", "storage", logs.ROUNDS)
    root, ours = logging.getLogger(), [logging.getLogger(name) for name in names]
    handlers, levels = root.handlers[:], [(logger, logger.level) for logger in (root, *ours)]
    written = io.StringIO()
    monkeypatch.setattr(sys, "stderr", written)
    monkeypatch.setattr(logging, "raiseExceptions", True)
    logs.configure("json", "debug")
    yield written.getvalue
    root.handlers[:] = handlers
    for logger, level in levels:
        logger.setLevel(level)


async def test_a_round_that_is_passed_over_while_the_one_before_goes_on_is_not_told(told: Callable[[], str]) -> None:
    rounds = asyncio.Semaphore(0)

    async def slow() -> None:
        await asyncio.Future()

    async def beside() -> None:
        rounds.release()

    ticker = Ticker(cast("Any", None), Clock(), {})
    ticker.every(0.01, slow)
    ticker.every(0.01, beside)
    ticker.start()
    for _ in range(5):
        await rounds.acquire()
    ticker.stop()
    assert told() == ""


async def _fail() -> None:
    raise RuntimeError(CANARY)


async def test_a_task_that_fails_tells_where_but_not_what(told: Callable[[], str]) -> None:
    async with Tasks() as tasks:
        await asyncio.wait([tasks.start(_fail(), "the task")])
    line = json.loads(told())
    assert (line["event"], line["task"]) == ("task_failed", "the task")
    assert line["error"].startswith("RuntimeError at test_logs.py:")
    assert CANARY not in str(line)


async def test_an_error_that_nobody_asked_for_is_told_without_its_words(told: Callable[[], str]) -> None:
    lost = asyncio.get_running_loop().create_future()
    lost.set_exception(RuntimeError(CANARY))
    del lost
    line = json.loads(told())
    assert line["logger"] == "asyncio"
    assert "RuntimeError" in line["error"]
    assert CANARY not in str(line)


@pytest.mark.parametrize("logger", ["bot.intake", "aiohttp.server", "sqlalchemy.engine"])
def test_a_token_is_hidden_wherever_it_stands(told: Callable[[], str], logger: str) -> None:
    logging.getLogger(logger).warning("GET %s", f"https://api.telegram.org/bot{TOKEN}/getMe")
    line = json.loads(told())
    assert line["event"] == f"GET https://api.telegram.org/bot{logs.HIDDEN}/getMe"


async def test_an_error_of_the_books_is_told_without_the_values(books: Database, told: Callable[[], str]) -> None:
    def twice(tx: Connection) -> None:
        for _ in range(2):
            tx.execute(
                text("INSERT INTO libraries (code, name, town, kind) VALUES (:it, :it, :it, :it)"), {"it": CANARY}
            )

    with pytest.raises(IntegrityError) as failed:
        await books.transact(twice)
    logging.getLogger("storage").error("failed", exc_info=failed.value)
    line = json.loads(told())
    assert line["error"].startswith("IntegrityError at ")
    assert CANARY not in str(line)


def test_a_line_that_cannot_be_written_is_not_told_otherwise(told: Callable[[], str]) -> None:
    logging.getLogger("bot").warning("%d", CANARY)
    logging.getLogger("bot").warning("next")
    assert json.loads(told())["event"] == "next"
