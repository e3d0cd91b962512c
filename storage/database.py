"""Run actions in transactions, on SQLite or PostgreSQL: `transact` writes, `read` only reads.

An action is a plain function whose first argument is the connection. It cannot await, so no transaction stays open
across the network. An action may be run again from the start after a conflict, so its only effects are in the books.
"""

import asyncio
import atexit
import contextlib
import sqlite3
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from storage.engines import file_of, is_conflict, is_sqlite, postgresql_engine, sqlite_engine

Tx = Connection
"""What an action works on; the floors above name it without knowing SQL."""

P = ParamSpec("P")
T = TypeVar("T")

GROUP = 64
"""At most so many waiting actions share one commit on SQLite."""

READERS = 2

SQLITE_VERSION = sqlite3.sqlite_version_info


class Database(Protocol):
    """Where actions run."""

    async def transact(
        self, action: Callable[Concatenate[Connection, P], T], /, *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run `action` in one writing transaction; its result is returned after the commit."""

    async def read(self, query: Callable[Concatenate[Connection, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Run `query` in a transaction that cannot write."""

    async def close(self) -> None:
        """Finish what waits and let go of the connections."""


@dataclass(slots=True)
class _Waiting:
    """An action that waits for the writer thread, and where its result goes."""

    action: Callable[[Connection], Any]
    loop: asyncio.AbstractEventLoop
    answer: asyncio.Future[Any]
    result: Any = None
    error: BaseException | None = None

    def settle(self) -> None:
        if self.answer.done():
            return
        if self.error is not None:
            self.answer.set_exception(self.error)
        else:
            self.answer.set_result(self.result)


class _Worker:
    """A thread that runs the actions that wait in `queue`; those that wait together share one transaction."""

    def __init__(self, engine: Engine, queue: SimpleQueue[_Waiting | None], name: str) -> None:
        self._engine, self._queue = engine, queue
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def join(self) -> None:
        """Wait until it has met the end of the queue."""
        self._thread.join()

    def _run(self) -> None:
        while (first := self._queue.get()) is not None:
            group = [first]
            last = False
            while len(group) < GROUP:
                try:
                    waiting = self._queue.get_nowait()
                except Empty:
                    break
                if waiting is None:
                    last = True
                    break
                group.append(waiting)
            self._transact(group)
            if last:
                return

    def _transact(self, group: list[_Waiting]) -> None:
        """Commit all together; if one of them fails, each alone, so that only the failing one does."""
        try:
            with self._engine.begin() as tx:
                for waiting in group:
                    waiting.result = waiting.action(tx)
        except BaseException as error:  # noqa: BLE001 - goes to the one who waits
            if len(group) > 1:
                for waiting in group:
                    self._transact([waiting])
                return
            group[0].error = error
        for loop in {id(waiting.loop): waiting.loop for waiting in group}.values():
            settled = [waiting for waiting in group if waiting.loop is loop]
            with contextlib.suppress(RuntimeError):  # the loop has ended: nobody waits any more
                loop.call_soon_threadsafe(_settle, settled)


class SQLite:
    """One thread writes, others read. Actions that wait together share a commit.

    A program that ends without `close` ends all the same, once what waits is done.

    `begin` is how a writing transaction starts; anything but IMMEDIATE is there to show what goes wrong without it.
    """

    def __init__(self, url: str, begin: str = "BEGIN IMMEDIATE") -> None:
        self._writer = sqlite_engine(url, begin)
        self._reader = sqlite_engine(url, "BEGIN", read_only=True)
        self._writes: SimpleQueue[_Waiting | None] = SimpleQueue()
        self._reads: SimpleQueue[_Waiting | None] = SimpleQueue()
        self._workers = [_Worker(self._writer, self._writes, "write")]
        self._workers += [_Worker(self._reader, self._reads, "read") for _ in range(READERS)]
        atexit.register(self._finish)

    async def transact(
        self, action: Callable[Concatenate[Connection, P], T], /, *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Queue `action` for the writing thread."""
        return await _queued(self._writes, lambda tx: action(tx, *args, **kwargs))

    async def read(self, query: Callable[Concatenate[Connection, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Queue `query` for the reading threads, beside the writer."""
        return await _queued(self._reads, lambda tx: query(tx, *args, **kwargs))

    async def close(self) -> None:
        """Let the threads finish what waits, then close all connections."""
        await asyncio.to_thread(self._finish)
        atexit.unregister(self._finish)

    def _finish(self) -> None:
        self._writes.put(None)
        for _ in range(READERS):
            self._reads.put(None)
        for worker in self._workers:
            worker.join()
        self._writer.dispose()
        self._reader.dispose()


def _queued(queue: SimpleQueue[_Waiting | None], action: Callable[[Connection], T]) -> asyncio.Future[T]:
    loop = asyncio.get_running_loop()
    waiting = _Waiting(action, loop, loop.create_future())
    queue.put(waiting)
    return waiting.answer


def _settle(settled: list[_Waiting]) -> None:
    for waiting in settled:
        waiting.settle()


class PostgreSQL:
    """Each action on a connection of its own from the pool."""

    def __init__(self, url: str, connections: int = 20) -> None:
        self._engine = postgresql_engine(url, connections)

    async def transact(
        self, action: Callable[Concatenate[Connection, P], T], /, *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run `action`, again if PostgreSQL undid it for the sake of another."""
        tries = 5
        while True:
            tries -= 1
            try:
                async with self._engine.begin() as connection:
                    return await connection.run_sync(partial(_call, action, args, kwargs))
            except DBAPIError as error:
                if not tries or not is_conflict(error):
                    raise

    async def read(self, query: Callable[Concatenate[Connection, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Run `query` in a read-only transaction."""
        async with self._engine.connect() as connection:
            await connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            return await connection.run_sync(partial(_call, query, args, kwargs))

    async def close(self) -> None:
        """Close the pool."""
        await self._engine.dispose()


def _call(action: Callable[..., T], args: tuple[Any, ...], kwargs: dict[str, Any], tx: Connection) -> T:
    return action(tx, *args, **kwargs)


def open_database(url: str) -> Database:
    """Open the books at `url`, `sqlite:///FILE` or `postgresql://…`; the schema is not touched."""
    return SQLite(url) if is_sqlite(url) else PostgreSQL(url)


async def _on_schema(url: str, work: Callable[[Connection], T]) -> T:
    """Run `work` on a connection of its own that may change the schema."""
    if file := file_of(url):
        return await asyncio.to_thread(_on_sqlite_schema, url, file, work)
    engine = postgresql_engine(url, 1)
    try:
        async with engine.begin() as tx:
            return await tx.run_sync(work)
    finally:
        await engine.dispose()


def _on_sqlite_schema(url: str, file: Path, work: Callable[[Connection], T]) -> T:
    file.parent.mkdir(parents=True, exist_ok=True)
    engine = sqlite_engine(url, "BEGIN IMMEDIATE")
    try:
        with engine.begin() as tx:
            return work(tx)
    finally:
        engine.dispose()


async def migrate(url: str, revision: str = "head") -> None:
    """Bring the schema at `url` to `revision`; a file or tables that are missing are made."""
    await _on_schema(url, partial(_migrate, revision))


def _migrate(revision: str, tx: Connection) -> None:
    if tx.dialect.name == "postgresql":
        tx.execute(text("SELECT pg_advisory_xact_lock(7203416)"))  # two that start at once take turns
    here = MigrationContext.configure(tx).get_current_revision()
    config = alembic_config(tx)
    order = [script.revision for script in reversed(list(ScriptDirectory.from_config(config).walk_revisions()))]
    goes_down = revision == "base" or (
        revision in order and here in order and order.index(revision) < order.index(here)
    )
    (command.downgrade if goes_down else command.upgrade)(config, revision)


async def schema_state(url: str) -> tuple[str | None, str | None]:
    """Return the revision the books are at and the one this program needs."""
    return await _on_schema(url, _state)


def _state(tx: Connection) -> tuple[str | None, str | None]:
    return (
        MigrationContext.configure(tx).get_current_revision(),
        ScriptDirectory.from_config(alembic_config(tx)).get_current_head(),
    )


def alembic_config(tx: Connection) -> Config:
    """Alembic's settings, on a connection that is open already."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = tx
    return config
