"""An association with three libraries, and somebody of the office."""

from collections.abc import Sequence

import pytest

from storage.database import Database
from storage.people import Person, Role
from tests.storage.consultations.sample import Member, add_members, add_people


@pytest.fixture
async def members(books: Database) -> Sequence[Member]:
    """Three libraries, each with a delegate, a deputy and a librarian; the third is a central one. Nobody is quiet."""
    return await books.transact(add_members, 3)


@pytest.fixture
async def staff(books: Database, members: Sequence[Member]) -> Person:
    """Somebody of the office."""
    (found,) = await books.transact(add_people, [(Role.STAFF, None)])
    return found
