"""The local Telegram in the test's own process, and the bot as a process beside it."""

import asyncio
import contextlib
import signal
from collections import deque
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp.test_utils import TestServer

from bot.demo.telegram import Telegram, create_app
from tests.person import SOON, Person
from tests.process import Process

TOKEN = "4242:TEST"
MOMENT = 0.1


class Log(deque[dict[str, Any]]):
    """The local Telegram's log, which wakes whoever waits for it to grow."""

    def __init__(self) -> None:
        super().__init__()
        self.grown = asyncio.Event()

    def append(self, entry: dict[str, Any]) -> None:
        """Note a request of the bot."""
        super().append(entry)
        self.grown.set()

    async def grows(self) -> None:
        """Wait for the next request."""
        self.grown.clear()
        await self.grown.wait()


@dataclass(frozen=True, slots=True)
class World:
    """The local Telegram: `telegram` is its inside, `address` where the bot reaches it."""

    telegram: Telegram
    log: Log
    address: str
    http: aiohttp.ClientSession
    programs: "list[Program]" = field(default_factory=list)

    def person(self, name: str = "Ana", language: str = "sl") -> Person:
        """Make somebody who has pressed Start long ago."""
        person = self.telegram.add_person(name, language)
        person.started = True
        return Person(self.http, person.id)

    async def fault(self, method: str, kind: str, **more: Any) -> None:
        """Let something go wrong at Telegram."""
        async with self.http.post("/faults", json={"method": method, "kind": kind, **more}) as answer:
            assert answer.status == 200, await answer.text()

    async def stirs(self) -> None:
        """Wait for the bot's next request, or a moment: the books change after a request too, and without one."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self.log.grows(), MOMENT)

    def called(self, method: str) -> list[dict[str, Any]]:
        """List the bot's calls of a method."""
        return [entry for entry in self.log if entry["method"] == method]


@contextlib.asynccontextmanager
async def world() -> AsyncIterator[World]:
    """Start a local Telegram; no bot that was started against it outlives it."""
    telegram = Telegram(TOKEN)
    telegram.log = log = Log()
    async with TestServer(create_app(telegram)) as server, aiohttp.ClientSession(server.make_url("/")) as http:
        found = World(telegram, log, str(server.make_url("")).rstrip("/"), http)
        try:
            yield found
        finally:
            for program in found.programs:
                await program.is_killed()


@dataclass(frozen=True, slots=True)
class Program:
    """The bot as a process; what it says on stderr goes to `said`."""

    process: Process
    said: Path
    log: Log
    since: int

    async def is_killed(self) -> None:
        """Pull the plug, if it runs."""
        if self.process.code is None:
            self.process.signals(signal.SIGKILL)
            await self.process.wait()

    async def ends(self) -> None:
        """Press Ctrl-C once it takes updates, and see it end well."""
        while not any(entry["method"] in {"getUpdates", "setWebhook"} for entry in list(self.log)[self.since :]):
            await self.log.grows()
        self.process.signals(signal.SIGINT)
        async with asyncio.timeout(SOON):
            assert await self.process.wait() == 0, self.said.read_text(encoding="utf-8")


async def start(
    world: World, books_url: str, folder: Path, *command: str, does: str = "run", **settings: str
) -> Program:
    """Start the bot against a world; `command` is a module other than the program itself."""
    environment = {"GLASNIK_TOKEN": TOKEN, "GLASNIK_DATABASE": books_url, "GLASNIK_TELEGRAM": world.address,
                   "GLASNIK_WEB__PORT": "0", **settings}  # fmt: skip
    said, since = folder / "said.log", len(world.log)
    module, *more = command or ("bot",)
    process = Process(module, [*more, does, "--config", str(folder / "none.toml")], environment, said)
    world.programs.append(Program(process, said, world.log, since))
    return world.programs[-1]
