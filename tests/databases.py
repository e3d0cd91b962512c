"""Databases that are filled once and put back as they were for each test: that is quicker than to fill each anew."""

from dataclasses import dataclass
from pathlib import Path

import asyncpg
import sqlalchemy

QUICK = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off", "jit": "off", "deadlock_timeout": 50}
"""For a server that need not outlive its machine, and soon sees that two wait for one another (milliseconds)."""

ALONE = """SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
           WHERE datname = current_database() AND pid <> pg_backend_pid()"""
TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
SEQUENCES = """SELECT format('SELECT setval(%L, %s, %L)', sequencename, coalesce(last_value, 1), last_value IS NOT NULL)
               FROM pg_sequences WHERE schemaname = 'public'"""


def copy_of_sqlite(template: Path, folder: Path) -> str:
    """Copy an SQLite file that nobody has open; return the copy's URL."""
    path = folder / "glasnik.db"
    path.write_bytes(template.read_bytes())
    return f"sqlite:///{path}"


@dataclass(frozen=True, slots=True)
class Kept:
    """A PostgreSQL database at `url`, and the statements that make it what it was; its tables are to stay."""

    url: str
    statements: str

    async def put_back(self) -> str:
        """Send away whoever is still connected and undo what they have written; return the URL."""
        await execute(self.url, self.statements)
        return self.url


async def keep(url: str) -> Kept:
    """Remember all that a PostgreSQL database holds, beside it."""
    connection = await asyncpg.connect(url)
    try:
        await connection.execute("CREATE SCHEMA kept")
        statements = [ALONE, "SET session_replication_role = replica"]  # rows may go and come in any order
        for (table,) in await connection.fetch(TABLES):
            await connection.execute(f"CREATE TABLE kept.{table} AS TABLE {table}")
            statements += [f"DELETE FROM {table}", f"INSERT INTO {table} TABLE kept.{table}"]  # noqa: S608 - our own
        statements += [statement for (statement,) in await connection.fetch(SEQUENCES)]
        return Kept(url, ";".join(statements))
    finally:
        await connection.close()


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
