"""A time that moves only when everybody waits: a minute takes no longer than what is done in it, on any machine."""

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection

from bot.clock import Clock
from storage.engines import sqlite_engine

P = ParamSpec("P")
T = TypeVar("T")

BEGAN = datetime(2026, 3, 2, 10, tzinfo=UTC)


class _Selector(selectors.DefaultSelector):
    """Looks, and never waits: the time moves on instead."""

    moment = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None:
            raise RuntimeError("Everybody waits for ever.")
        self.moment += max(0.0, timeout)
        return super().select(0)


class _Loop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._moments = _Selector()
        super().__init__(self._moments)

    def time(self) -> float:
        return self._moments.moment


class LoopClock(Clock):
    """Shows the time of the loop."""

    def now(self) -> datetime:
        """Return the moment it shows."""
        return BEGAN + timedelta(seconds=asyncio.get_running_loop().time())


class Books:
    """Books in an SQLite file, in the loop's own thread; each transaction takes `seconds` of the loop's time."""

    def __init__(self, url: str, seconds: float) -> None:
        self._engine, self._seconds = sqlite_engine(url, "BEGIN IMMEDIATE"), seconds
        self.read = self.transact

    async def transact(
        self, action: Callable[Concatenate[Connection, P], T], /, *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run `action` in a transaction."""
        await asyncio.sleep(self._seconds)
        with self._engine.begin() as tx:
            return action(tx, *args, **kwargs)

    async def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()


def run(work: Coroutine[Any, Any, T]) -> T:
    """Run something in a time of its own, which begins at 0."""
    with asyncio.Runner(loop_factory=_Loop) as runner:
        return runner.run(work)
