"""A running local Telegram for each test."""

import contextlib
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Literal

import aiohttp
import pytest
from aiohttp.test_utils import TestServer

from bot.demo.telegram import Telegram, create_app
from tests.bot.demo.telegram.phone import TOKEN, Line

Serve = Callable[..., contextlib.AbstractAsyncContextManager[Line]]


@contextlib.asynccontextmanager
async def _serve(limits: Literal["telegram", "none"] = "none", state: Path | None = None) -> AsyncIterator[Line]:
    server = TestServer(create_app(Telegram(TOKEN, limits=limits, state=state)))
    await server.start_server()
    async with aiohttp.ClientSession(server.make_url("/")) as http:
        yield Line(http)
    await server.close()


@pytest.fixture
def serve() -> Serve:
    """Start a server with limits or a state file."""
    return _serve


@pytest.fixture
async def line() -> AsyncIterator[Line]:
    """A plain server."""
    async with _serve() as found:
        yield found
