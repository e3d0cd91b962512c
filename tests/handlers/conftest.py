"""The world, made once for each database."""

import asyncio
from pathlib import Path

import pytest

from storage.database import migrate, open_database
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
