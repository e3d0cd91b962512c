"""Somebody in the office who announces, without a phone: what they do is done in the books."""

import pytest

from storage.database import Database
from storage.people import Person, Role
from tests.storage.membership.association import put


@pytest.fixture
async def cvetka(association: Database) -> Person:
    """Somebody from the office."""
    return await put(association, 90, Role.STAFF, name="Cvetka")
