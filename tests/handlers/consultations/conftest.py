"""An association with people at their phones."""

import pytest

from storage.database import Database
from storage.people import Role
from tests.handlers.phone import Phone
from tests.storage.membership.association import put, two_libraries


@pytest.fixture
async def association(books: Database) -> Database:
    """Books with two libraries and nobody in them."""
    await books.transact(two_libraries)
    return books


@pytest.fixture
async def cvetka(association: Database) -> Phone:
    """Somebody from the office."""
    await put(association, 90, Role.STAFF, name="Cvetka")
    return Phone(association, 90, "Cvetka")
