"""The world as fixtures: made once for each database, and a copy of it for each test."""

import asyncio
import dataclasses
from pathlib import Path

import pytest

from storage.database import Database, migrate, open_database
from tests.databases import Kept, copy_of_sqlite, create, keep
from tests.handlers.world import World, build


async def _built(url: str) -> World:
    books = open_database(url)
    try:
        return await build(books)
    finally:
        await books.close()


@pytest.fixture(scope="session")
def sqlite_world(sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, World]:
    """An SQLite file with the world in it."""
    folder = tmp_path_factory.mktemp("world")
    world = asyncio.run(_built(copy_of_sqlite(sqlite, folder)))
    return folder / "glasnik.db", world


@pytest.fixture(scope="session")
def postgresql_world(postgresql_server: str) -> tuple[Kept, World]:
    """A PostgreSQL database with the world in it."""
    url = asyncio.run(create(postgresql_server, "world"))
    asyncio.run(migrate(url))
    world = asyncio.run(_built(url))
    return asyncio.run(keep(url)), world


@pytest.fixture
def sqlite_url(sqlite_world: tuple[Path, World], tmp_path: Path) -> str:
    """A fresh SQLite database with the world."""
    return copy_of_sqlite(sqlite_world[0], tmp_path)


@pytest.fixture
async def postgresql_url(postgresql_world: tuple[Kept, World]) -> str:
    """A PostgreSQL database with the world, as if it were fresh."""
    return await postgresql_world[0].put_back()


@pytest.fixture
def world(books: Database, books_url: str, request: pytest.FixtureRequest) -> World:
    """Somebody in every role, on each of the two kinds of databases."""
    kind = "sqlite" if books_url.startswith("sqlite") else "postgresql"
    built: World = request.getfixturevalue(f"{kind}_world")[1]
    return dataclasses.replace(built, books=books)
