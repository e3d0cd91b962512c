"""The world, made once for each database; an association with people at their phones."""

import asyncio
from collections.abc import Iterator
from contextlib import closing

import pytest

from storage.database import Database, migrate, open_database
from storage.people import Role
from tests.databases import Kept, KeptFile, create
from tests.handlers.phone import Phone
from tests.handlers.world import World, build
from tests.storage.membership.association import KRSKO, put, two_libraries


async def _built(url: str) -> World:
    books = open_database(url)
    try:
        return await build(books)
    finally:
        await books.close()


@pytest.fixture(scope="session")
def sqlite_world(sqlite: KeptFile, tmp_path_factory: pytest.TempPathFactory) -> tuple[KeptFile, World]:
    """An SQLite file with the world in it."""
    folder = tmp_path_factory.mktemp("world")
    world = asyncio.run(_built(sqlite.copy(folder)))
    return KeptFile(folder / "glasnik.db"), world


@pytest.fixture(scope="session")
def postgresql_world(postgresql_server: str) -> Iterator[tuple[Kept, World]]:
    """A PostgreSQL database with the world in it."""
    url = asyncio.run(create(postgresql_server, "world"))
    asyncio.run(migrate(url))
    world = asyncio.run(_built(url))
    with closing(Kept(url)) as kept:
        yield kept, world


@pytest.fixture
async def association(books: Database) -> Database:
    """Books with two libraries and nobody in them."""
    await books.transact(two_libraries)
    return books


@pytest.fixture
async def ana(association: Database) -> Phone:
    """A librarian of Kranj."""
    await put(association, 1, name="Ana")
    return Phone(association, 1, "Ana")


@pytest.fixture
async def darja(association: Database) -> Phone:
    """The delegate of Kranj."""
    await put(association, 2, Role.DELEGATE, name="Darja")
    return Phone(association, 2, "Darja")


@pytest.fixture
async def bojan(association: Database) -> Phone:
    """The delegate of Krško."""
    await put(association, 3, Role.DELEGATE, library=KRSKO, name="Bojan")
    return Phone(association, 3, "Bojan")


@pytest.fixture
async def cvetka(association: Database) -> Phone:
    """Somebody from the office."""
    await put(association, 90, Role.STAFF, name="Cvetka")
    return Phone(association, 90, "Cvetka")


@pytest.fixture
async def emil(association: Database) -> Phone:
    """Somebody else from the office."""
    await put(association, 91, Role.STAFF, name="Emil")
    return Phone(association, 91, "Emil")
