"""Of all programs on the same books, one receives."""

import asyncio
import contextlib
from pathlib import Path

import pytest

from storage import receiving
from storage.receiving import Hold, Taken, hold_of
from tests.databases import execute
from tests.e2e import world as worlds
from tests.e2e.running import running
from tests.e2e.world import World
from tests.person import SOON

SESSION_ENDS = "SELECT pg_terminate_backend(pid, 10000) FROM pg_locks WHERE locktype = 'advisory' AND granted"


async def test_a_second_program_is_refused_while_the_first_goes_on(world: World, books_url: str) -> None:
    async with running(world, books_url):
        with pytest.raises(Taken):
            async with running(world, books_url):
                pass
        ana = world.person()
        await ana.types("/start")
        await ana.sees("Glasnik")
    async with running(world, books_url):
        pass
    assert len(world.called("sendMessage")) == 1


async def test_a_second_program_ends_with_one_clear_line(world: World, sqlite_url: str, tmp_path: Path) -> None:
    async with running(world, sqlite_url):
        program = await worlds.start(world, sqlite_url, tmp_path)
        async with asyncio.timeout(SOON):
            assert await program.process.wait() == 1
    (line,) = program.said.read_text(encoding="utf-8").splitlines()
    assert line == "Another program receives on these books. There is one receiver: stop the other one first."


async def test_a_program_that_was_killed_holds_nobody_up(world: World, books_url: str, tmp_path: Path) -> None:
    program = await worlds.start(world, books_url, tmp_path)
    async with asyncio.timeout(SOON):
        while not world.called("getUpdates"):
            await world.log.grows()
    await program.is_killed()
    async with running(world, books_url):
        pass


async def test_a_hold_whose_session_has_ended_is_taken_again(postgresql_url: str) -> None:
    first, second = hold_of(postgresql_url), hold_of(postgresql_url)
    async with contextlib.AsyncExitStack() as stack:
        stack.push_async_callback(first.let_go)
        stack.push_async_callback(second.let_go)
        await first.take()
        await execute(postgresql_url, SESSION_ENDS)
        await first.take()
        with pytest.raises(Taken):
            await second.take()


async def _until_ended(world: World, url: str, *, loses_to: Hold) -> None:
    async with running(world, url), asyncio.timeout(SOON):
        await execute(url, SESSION_ENDS)
        await loses_to.take()
        await asyncio.Event().wait()


async def test_a_program_whose_hold_another_has_taken_ends(
    world: World, postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receiving, "EVERY", 0.5)
    other = hold_of(postgresql_url)
    try:
        with pytest.raises(Taken):
            await _until_ended(world, postgresql_url, loses_to=other)
    finally:
        await other.let_go()
