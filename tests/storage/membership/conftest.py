"""An association with two libraries and nobody in them."""

import pytest

from storage.database import Database
from tests.storage.membership.association import two_libraries


@pytest.fixture
async def association(books: Database) -> Database:
    """Books with two libraries and nobody in them."""
    await books.transact(two_libraries)
    return books
