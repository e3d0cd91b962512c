"""Databases made as copies of others: that is quicker than to fill each anew."""

import contextlib
import uuid
from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import sqlalchemy


def copy_of_sqlite(template: Path, folder: Path) -> str:
    """Copy an SQLite file that nobody has open; return the copy's URL."""
    path = folder / "glasnik.db"
    path.write_bytes(template.read_bytes())
    return f"sqlite:///{path}"


@contextlib.asynccontextmanager
async def copy_of_postgresql(template: str) -> AsyncIterator[str]:
    """Copy a PostgreSQL database that nobody has open, for as long as it is needed; give the copy's URL."""
    name = f"books_{uuid.uuid4().hex}"
    yield await create(template, name, sqlalchemy.make_url(template).database or "")
    await _execute(template, f"DROP DATABASE {name} WITH (FORCE)")


async def create(url: str, name: str, template: str = "template1") -> str:
    """Create a database on the server of `url`; return its own URL."""
    await _execute(url, f"CREATE DATABASE {name} TEMPLATE {template}")
    return _of_server(url, name)


def _of_server(url: str, name: str) -> str:
    return sqlalchemy.make_url(url).set(database=name).render_as_string(hide_password=False)


async def _execute(url: str, statement: str) -> None:
    connection = await asyncpg.connect(_of_server(url, "postgres"))
    try:
        await connection.execute(statement)
    finally:
        await connection.close()
