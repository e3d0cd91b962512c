"""The plug is pulled at random moments: nothing that was acknowledged is lost, nothing is done twice."""

import asyncio
import socket
from pathlib import Path

import pytest

from storage.database import Database, open_database
from tests.e2e.killing import Plan, check, live_through, prepare
from tests.e2e.world import World

SECRET = "s" * 32


async def _prepared(world: World, url: str, members: int, events: int, commands: int) -> Plan:
    books: Database = open_database(url)
    plan = await prepare(world, books, members, events, commands)
    await books.close()
    return plan


async def test_kill_20_times_over_1000_updates_from_50_people(world: World, sqlite_url: str, tmp_path: Path) -> None:
    plan = await _prepared(world, sqlite_url, members=50, events=10, commands=10)
    await live_through(world, plan, sqlite_url, tmp_path, kills=20)
    await check(sqlite_url, plan)


async def test_kill_on_postgresql(world: World, postgresql_url: str, tmp_path: Path) -> None:
    plan = await _prepared(world, postgresql_url, members=20, events=5, commands=5)
    await live_through(world, plan, postgresql_url, tmp_path, kills=5)
    await check(postgresql_url, plan)


async def test_kill_with_a_webhook(world: World, sqlite_url: str, tmp_path: Path, unused_port: int) -> None:
    plan = await _prepared(world, sqlite_url, members=20, events=5, commands=5)
    webhook = {"GLASNIK_WEBHOOK__URL": f"http://127.0.0.1:{unused_port}", "GLASNIK_WEBHOOK__SECRET": SECRET,
               "GLASNIK_WEB__PORT": str(unused_port)}  # fmt: skip
    await live_through(world, plan, sqlite_url, tmp_path, 5, **webhook)
    await check(sqlite_url, plan)


async def test_kill_loses_what_is_only_in_memory(world: World, sqlite_url: str, tmp_path: Path) -> None:
    plan = await _prepared(world, sqlite_url, members=20, events=5, commands=5)
    forgetful = "tests.e2e.forgetful"
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(20):
            await live_through(world, plan, sqlite_url, tmp_path, 3, forgetful)
    assert plan.unanswered()


@pytest.fixture
def unused_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
