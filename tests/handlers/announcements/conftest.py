"""An association with two libraries, people in them, and somebody from the office at a phone."""

import pytest

from storage.database import Database
from storage.people import Role
from tests.handlers.phone import Phone
from tests.storage.membership.association import KRSKO, put, two_libraries


@pytest.fixture
async def association(books: Database) -> Database:
    """Two libraries with three people, a delegate among them; two in the office."""
    await books.transact(two_libraries)
    await put(books, 1, name="Ana")
    await put(books, 2, library=KRSKO, name="Bojan")
    await put(books, 3, Role.DELEGATE, library=KRSKO, name="Cilka")
    await put(books, 80, Role.STAFF, name="Darja")
    await put(books, 90, Role.STAFF, name="Cvetka")
    return books


@pytest.fixture
async def cvetka(association: Database) -> Phone:
    """Somebody from the office."""
    return Phone(association, 90, "Cvetka")
