"""The plug is pulled where updates come by webhook, and where the books are in PostgreSQL."""

import socket
from pathlib import Path

import pytest

from tests.e2e.killing import check, live_through, prepare
from tests.e2e.world import World

pytestmark = pytest.mark.long

SECRET = "s" * 32


async def test_kill_on_postgresql(world: World, postgresql_url: str, tmp_path: Path) -> None:
    plan = await prepare(world, postgresql_url, members=20, events=5, said=5)
    await live_through(world, plan, postgresql_url, tmp_path, kills=4)
    await check(postgresql_url, plan)


async def test_kill_with_a_webhook(world: World, sqlite_url: str, tmp_path: Path, unused_port: int) -> None:
    plan = await prepare(world, sqlite_url, members=20, events=5, said=5)
    webhook = {"GLASNIK_WEBHOOK__URL": f"http://127.0.0.1:{unused_port}", "GLASNIK_WEBHOOK__SECRET": SECRET,
               "GLASNIK_WEB__PORT": str(unused_port)}  # fmt: skip
    await live_through(world, plan, sqlite_url, tmp_path, 4, **webhook)
    await check(sqlite_url, plan)


async def test_kill_loses_what_is_only_in_memory(world: World, sqlite_url: str, tmp_path: Path) -> None:
    plan = await prepare(world, sqlite_url, members=20, events=5, said=5)
    await live_through(world, plan, sqlite_url, tmp_path, 4, "tests.e2e.forgetful")
    assert not world.telegram.updates
    assert plan.unanswered()


@pytest.fixture
def unused_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
