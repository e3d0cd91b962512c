"""An association with three librarians in two libraries, and two people in the office."""

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
    """A librarian of Kranj."""
    return await put(association, 1, name="Ana")


@pytest.fixture
async def bojan(association: Database) -> Person:
    """A delegate of Krško."""
    return await put(association, 2, Role.DELEGATE, KRSKO, name="Bojan")


@pytest.fixture
async def cvetka(association: Database) -> Person:
    """Somebody from the office, who writes."""
    return await put(association, 3, Role.STAFF, name="Cvetka")


@pytest.fixture
async def darja(association: Database) -> Person:
    """Somebody else from the office."""
    return await put(association, 4, Role.STAFF, name="Darja")
