"""A world for each test."""

from collections.abc import AsyncIterator

import pytest

from tests.e2e import world as worlds


@pytest.fixture
async def world() -> AsyncIterator[worlds.World]:
    """A local Telegram with nobody in it."""
    async with worlds.world() as found:
        yield found
