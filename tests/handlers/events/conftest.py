"""A workshop, and somebody to come to it."""

import pytest

from storage.database import Database
from storage.events.rules import Event
from tests.handlers.phone import Phone
from tests.storage.events.sample import publish
from tests.storage.membership.association import KRSKO, put


@pytest.fixture
async def bojan(association: Database) -> Phone:
    """A librarian of Krško."""
    await put(association, 2, library=KRSKO, name="Bojan")
    return Phone(association, 2, "Bojan")


@pytest.fixture
async def workshop(association: Database) -> Event:
    """A workshop in Maribor, with 30 seats."""
    return await publish(association)
