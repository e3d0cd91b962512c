"""An office of two, and a feed."""

import pytest

from storage.calls.feeds.rules import Feed
from storage.database import Database
from storage.people import Person, Role
from tests.storage.calls.feeds.sample import add
from tests.storage.membership.association import put, two_libraries


@pytest.fixture
async def db(books: Database) -> Database:
    """Books with two libraries."""
    await books.transact(two_libraries)
    return books


@pytest.fixture
async def cvetka(db: Database) -> Person:
    """Somebody from the office."""
    return await put(db, 1, Role.STAFF, name="Cvetka")


@pytest.fixture
async def darja(db: Database) -> Person:
    """Somebody else from the office."""
    return await put(db, 2, Role.ADMIN, name="Darja")


@pytest.fixture
async def feed(cvetka: Person, darja: Person, db: Database) -> Feed:
    """A feed that nobody has looked at yet."""
    return await add(db)
