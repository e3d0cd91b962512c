"""Who runs the office, and who is not invited yet."""

import pytest

from storage.database import Database
from storage.people import Role
from tests.handlers.phone import Phone
from tests.storage.membership.association import put


@pytest.fixture
async def darja(association: Database) -> Phone:
    """An administrator."""
    await put(association, 91, Role.ADMIN, name="Darja")
    return Phone(association, 91, "Darja")


@pytest.fixture
def ana(association: Database) -> Phone:
    """A stranger, for now."""
    return Phone(association, 1, "Ana")
