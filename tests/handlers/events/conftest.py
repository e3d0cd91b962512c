"""An association with people at their phones, and a workshop."""

import pytest

from storage.database import Database
from storage.events.rules import Event
from storage.people import Role
from tests.handlers.phone import Phone
from tests.storage.events.sample import publish
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
async def bojan(association: Database) -> Phone:
    """A librarian of Krško."""
    await put(association, 2, library=KRSKO, name="Bojan")
    return Phone(association, 2, "Bojan")


@pytest.fixture
async def cvetka(association: Database) -> Phone:
    """Somebody from the office."""
    await put(association, 90, Role.STAFF, name="Cvetka")
    return Phone(association, 90, "Cvetka")


@pytest.fixture
async def workshop(association: Database) -> Event:
    """A workshop in Maribor, with 30 seats."""
    return await publish(association)
