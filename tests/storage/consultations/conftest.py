"""An association with six libraries, and somebody of the office."""

from collections.abc import Sequence

import pytest

from storage.database import Database
from storage.people import Person, Role
from tests.storage.consultations import sample
from tests.storage.consultations.sample import Member


@pytest.fixture
async def members(books: Database) -> Sequence[Member]:
    """Six libraries, each with a delegate, a deputy and a librarian."""
    return await books.transact(sample.add_members, 6)


@pytest.fixture
async def staff(books: Database) -> Person:
    """Somebody of the office."""
    (found,) = await books.transact(sample.add_people, [(Role.STAFF, None)])
    return found
