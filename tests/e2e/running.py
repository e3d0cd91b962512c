"""The bot in the test's own process, so that a test can look into it and break parts of it."""

import contextlib
from collections.abc import AsyncIterator

from pydantic import HttpUrl, SecretStr

from bot import app
from bot.app import Glasnik
from bot.clock import Clock
from bot.settings import Settings, Web, Webhook
from tests.e2e.world import TOKEN, World

SECRET = "s" * 32
OUTSIDE = "https://glasnik.example/"
"""Where the bot says that it can be reached."""


@contextlib.asynccontextmanager
async def running(world: World, books_url: str, *, hook: bool = False) -> AsyncIterator[Glasnik]:
    """Start the bot against a world; with `hook` it waits for a webhook that nobody calls but the test."""
    webhook = Webhook(url=HttpUrl("http://127.0.0.1:9"), secret=SecretStr(SECRET)) if hook else None
    settings = Settings(
        token=SecretStr(TOKEN),
        database=books_url,
        telegram=world.address,
        web=Web(port=0, url=HttpUrl(OUTSIDE)),
        webhook=webhook,
    )
    async with app.running(settings, Clock()) as glasnik:
        yield glasnik
