"""Databases that are filled once and put back as they were for each test: that is quicker than to fill each anew."""

import asyncio
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import asyncpg
import sqlalchemy

QUICK = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off", "jit": "off", "deadlock_timeout": 50}
"""For a server that need not outlive its machine, and soon sees that two wait for one another (milliseconds)."""

ALONE = """SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
           WHERE datname = current_database() AND pid <> pg_backend_pid()"""
TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
FILE_TABLES = r"SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\'"
SEQUENCES = """SELECT format('SELECT setval(%L, %s, %L)', sequencename, coalesce(last_value, 1), last_value IS NOT NULL)
               FROM pg_sequences WHERE schemaname = 'public'"""


class Compiled(dict[Any, Any]):
    """Compiled statements, for all engines of a kind: each test opens its own, and says the same to it."""

    def get(self, key: Any, default: Any = None) -> Any:
        """Find a statement by SQLAlchemy's key, whichever engine's dialect begins it."""
        return super().get((type(key[0]), *key[1:]), default)

    def __setitem__(self, key: Any, compiled: Any) -> None:
        super().__setitem__((type(key[0]), *key[1:]), compiled)


@dataclass(frozen=True, slots=True)
class KeptFile:
    """An SQLite file that nobody has open, with what is to be there at the start of each test."""

    path: Path

    def copy(self, folder: Path) -> str:
        """Copy it; return the copy's URL."""
        path = folder / "glasnik.db"
        path.write_bytes(self.path.read_bytes())
        return f"sqlite:///{path}"

    @contextmanager
    def refilling(self, url: str) -> Iterator[Callable[[], object]]:
        """Give what puts a copy back as it was while it is in use."""
        path = sqlalchemy.make_url(url).database
        with closing(sqlite3.connect(path or "", isolation_level=None, check_same_thread=False)) as connection:
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("ATTACH ? AS kept", (str(self.path),))
            tables = [name for (name,) in connection.execute(FILE_TABLES)]
            refills = [f"DELETE FROM main.{name}; INSERT INTO main.{name} SELECT * FROM kept.{name}" for name in tables]  # noqa: S608 - our own
            yield partial(connection.executescript, ";".join(["BEGIN IMMEDIATE", *refills, "COMMIT"]))


class Kept:
    """A PostgreSQL database that holds what is to be there at the start of each test; its tables are to stay.

    One connection puts it back all the time: a fresh one would first have to learn what the tables look like.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self._runner = asyncio.Runner(loop_factory=asyncio.new_event_loop)
        self._connection = self._runner.run(asyncpg.connect(url))
        self._refills = self._runner.run(_keep(self._connection))

    def put_back(self) -> str:
        """Send away whoever is still connected and undo what they have written; return the URL."""
        self._runner.run(self._connection.execute(ALONE))
        self._refill()
        return self.url

    @contextmanager
    def refilling(self, url: str) -> Iterator[Callable[[], object]]:
        """Give what puts it back as it was while it is in use."""
        assert url == self.url
        yield self._refill

    def _refill(self) -> None:
        self._runner.run(self._connection.execute(self._refills))

    def close(self) -> None:
        """Let go of the database."""
        self._runner.run(self._connection.close())
        self._runner.close()


async def _keep(connection: Any) -> str:
    """Remember all that is in the tables, beside them; return the statements that put it back."""
    await connection.execute("CREATE SCHEMA kept")
    statements = ["SET session_replication_role = replica"]  # rows may go and come in any order
    for (table,) in await connection.fetch(TABLES):
        await connection.execute(f"CREATE TABLE kept.{table} AS TABLE {table}")
        statements += [f"DELETE FROM {table}", f"INSERT INTO {table} TABLE kept.{table}"]  # noqa: S608 - our own
    statements += [statement for (statement,) in await connection.fetch(SEQUENCES)]
    return ";".join(statements)


async def hurry(url: str) -> None:
    """Let a PostgreSQL server take no care of its files."""
    for name, value in QUICK.items():
        await execute(url, f"ALTER SYSTEM SET {name} = {value}")
    await execute(url, "SELECT pg_reload_conf()")


async def create(server: str, name: str) -> str:
    """Create an empty database; return its URL."""
    await execute(server, f"CREATE DATABASE {name}")
    return sqlalchemy.make_url(server).set(database=name).render_as_string(hide_password=False)


async def execute(url: str, statements: str) -> None:
    """Run statements on a connection of their own."""
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(statements)
    finally:
        await connection.close()
