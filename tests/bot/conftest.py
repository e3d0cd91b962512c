"""The program as its operator meets it: a command line with an exit code and words."""

import asyncio
import contextlib
import os
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.e2e import world as worlds
from tests.e2e.world import ROOT, TOKEN, Program, World

WITHIN = 30.0


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended and what it said."""

    code: int
    said: str
    complained: str


Glasnik = Callable[..., Awaitable[Ended]]


@pytest.fixture
async def world() -> AsyncIterator[World]:
    """A local Telegram with nobody in it."""
    async with worlds.world() as found:
        yield found


@pytest.fixture
def glasnik(tmp_path: Path) -> Glasnik:
    """Run a command to its end, with settings from the environment only; Telegram is out of reach unless given."""

    async def command(*args: str, **settings: str) -> Ended:
        environment = {
            "GLASNIK_TOKEN": TOKEN, "GLASNIK_DATABASE": f"sqlite:///{tmp_path}/glasnik.db",
            "GLASNIK_TELEGRAM": "http://127.0.0.1:9", "GLASNIK_WEB__PORT": "0", **settings,
        }  # fmt: skip
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", *args, "--config", str(tmp_path / "none.toml"), cwd=ROOT,
            env={**os.environ, **environment}, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        try:
            said, complained = await asyncio.wait_for(process.communicate(), WITHIN)
        finally:
            if process.returncode is None:
                process.kill()
        assert process.returncode is not None
        return Ended(process.returncode, said.decode(), complained.decode())

    return command


@contextlib.asynccontextmanager
async def running(world: World, url: str, folder: Path, **settings: str) -> AsyncIterator[Program]:
    """Run the bot as a process, and see it end well; it is gone afterwards whatever happens."""
    program = await worlds.start(world, url, folder, **settings)
    try:
        yield program
        await program.ends()
    finally:
        if program.process.returncode is None:
            await program.is_killed()
