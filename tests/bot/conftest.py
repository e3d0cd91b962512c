"""The program as its operator meets it: a command line with an exit code and words."""

import asyncio
import contextlib
import signal
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.e2e import world as worlds
from tests.e2e.world import TOKEN, Program, World
from tests.person import SOON
from tests.process import Process


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
        words = Path(tempfile.mkdtemp(dir=tmp_path))
        said, complained = words / "said", words / "complained"
        process = Process("bot", [*args, "--config", str(tmp_path / "none.toml")], environment, said, complained)
        try:
            code = await asyncio.wait_for(process.wait(), SOON)
        finally:
            if process.code is None:
                process.signals(signal.SIGKILL)
        return Ended(code, said.read_text(encoding="utf-8"), complained.read_text(encoding="utf-8"))

    return command


@contextlib.asynccontextmanager
async def running(world: World, url: str, folder: Path, **settings: str) -> AsyncIterator[Program]:
    """Run the bot as a process, and see it end well; it is gone afterwards whatever happens."""
    program = await worlds.start(world, url, folder, **settings)
    try:
        yield program
        await program.ends()
    finally:
        if program.process.code is None:
            await program.is_killed()
