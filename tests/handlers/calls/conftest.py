"""An association with people at their phones."""

import pytest

from storage.database import Database
from storage.people import Role
from tests.handlers.phone import Phone
from tests.storage.membership.association import KRSKO, put, two_libraries


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
