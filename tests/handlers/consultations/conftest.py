"""A draft law."""

import pytest

from storage.consultations.rules import Consultation
from storage.database import Database
from tests.handlers.consultations.sample import put_to_vote


@pytest.fixture
async def law(association: Database) -> Consultation:
    """A draft law of three articles."""
    return await put_to_vote(association)
