"""Every test has the world in its books: `from tests.handlers.worlds import postgresql_url, sqlite_url, world`."""

import dataclasses
from pathlib import Path

import pytest

from storage.database import Database
from tests.databases import Kept, copy_of_sqlite
from tests.handlers.world import World


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
