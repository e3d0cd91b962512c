"""An association with people at their phones, and a draft law."""

import pytest

from storage.consultations.rules import Consultation
from storage.database import Database
from storage.people import Role
from tests.handlers.consultations.sample import put_to_vote
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
async def law(association: Database) -> Consultation:
    """A draft law of three articles."""
    return await put_to_vote(association)
