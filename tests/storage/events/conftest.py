"""An association with ten librarians and somebody from the office."""

from collections.abc import Sequence

import pytest

from storage.database import Database
from storage.people import Person, Role
from tests.storage.membership.association import KRSKO, put, two_libraries


@pytest.fixture
async def association(books: Database) -> Database:
    """Books with two libraries."""
    await books.transact(two_libraries)
    return books


@pytest.fixture
async def ana(association: Database) -> Person:
    """A librarian."""
    return await put(association, 1, name="Ana")


@pytest.fixture
async def bojan(association: Database) -> Person:
    """Another librarian."""
    return await put(association, 2, name="Bojan")


@pytest.fixture
async def cvetka(association: Database) -> Person:
    """Somebody from the office."""
    return await put(association, 3, Role.STAFF, name="Cvetka")


@pytest.fixture
async def crowd(association: Database) -> Sequence[Person]:
    """Twenty librarians."""
    return [await put(association, 100 + number) for number in range(20)]


@pytest.fixture
async def matjaz(association: Database) -> Person:
    """A librarian of another library."""
    return await put(association, 51, library=KRSKO, name="Matjaž")


@pytest.fixture
async def nika(association: Database) -> Person:
    """Another librarian of the other library."""
    return await put(association, 52, library=KRSKO, name="Nika")
