"""An association of five libraries and a call."""

from collections.abc import Sequence

import pytest

from storage.calls.rules import Call
from storage.database import Database
from tests.storage.calls.partners import sample
from tests.storage.calls.partners.sample import Member


@pytest.fixture
async def members(books: Database) -> Sequence[Member]:
    """Five libraries, each with a delegate, a deputy and a librarian."""
    return await books.transact(sample.add_members, 5)


@pytest.fixture
async def call(books: Database, members: Sequence[Member]) -> Call:
    """A call that ends in a month and a half."""
    return await sample.publish(books)
