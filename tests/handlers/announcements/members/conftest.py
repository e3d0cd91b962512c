"""An association with people at their phones, and somebody in the office who announces."""

import pytest

from storage.database import Database
from storage.people import Person, Role
from tests.handlers.phone import Phone
from tests.storage.membership.association import put, two_libraries


@pytest.fixture
async def association(books: Database) -> Database:
    """Books with two libraries."""
    await books.transact(two_libraries)
    return books


@pytest.fixture
async def ana(association: Database) -> Phone:
    """A librarian of Kranj."""
    await put(association, 1, name="Ana")
    return Phone(association, 1, "Ana")


@pytest.fixture
async def cvetka(association: Database) -> Person:
    """Somebody from the office."""
    return await put(association, 90, Role.STAFF, name="Cvetka")
