"""Every test has the world in its books: `from tests.handlers.worlds import postgresql_url, sqlite_url, world`."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.database import Database
from tests.databases import Kept, KeptFile
from tests.handlers.world import World


@pytest.fixture
def sqlite_url(sqlite_world: tuple[KeptFile, World], tmp_path: Path) -> str:
    """A fresh SQLite database with the world."""
    return sqlite_world[0].copy(tmp_path)


@pytest.fixture
def postgresql_url(postgresql_world: tuple[Kept, World]) -> str:
    """A PostgreSQL database with the world, as if it were fresh."""
    return postgresql_world[0].put_back()


@pytest.fixture
def world(books: Database, books_url: str, request: pytest.FixtureRequest) -> Iterator[World]:
    """Somebody in every role, on each of the two kinds of databases."""
    kind = "sqlite" if books_url.startswith("sqlite") else "postgresql"
    kept: Kept | KeptFile
    kept, built = request.getfixturevalue(f"{kind}_world")
    with kept.refilling(books_url) as refill:
        yield dataclasses.replace(built, books=books, refill=refill)
