"""Files that people send are fetched over the wire, from the local Telegram."""

import contextlib
import io
from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiohttp.test_utils import TestServer
from telegram.error import BadRequest, NetworkError

from bot.demo.telegram import Telegram, create_app
from bot.pace import Pace
from bot.transport import AiohttpRequest, Answers, Wire
from handlers.heard import FETCHED_AT_MOST
from tests.bot.demo.telegram.phone import TOKEN, Line


@contextlib.asynccontextmanager
async def _wire(server: TestServer) -> AsyncIterator[Wire]:
    request = AiohttpRequest()
    await request.initialize()
    try:
        yield Wire(request, str(server.make_url(f"/bot{TOKEN}")), str(server.make_url(f"/file/bot{TOKEN}")))
    finally:
        await request.shutdown()


@pytest.fixture
async def server() -> AsyncIterator[TestServer]:
    """A local Telegram."""
    found = TestServer(create_app(Telegram(TOKEN)))
    await found.start_server()
    yield found
    await found.close()


async def sent(server: TestServer, content: bytes) -> str:
    """Let somebody send a file; return what it is called at Telegram."""
    async with aiohttp.ClientSession(server.make_url("/")) as http:
        line = Line(http)
        person = await line.person()
        form = aiohttp.FormData()
        form.add_field("document", io.BytesIO(content), filename="osnutek.txt")
        await http.post(f"/people/{person}/send", data=form)
        file_id: str = (await line.updates())[-1]["message"]["document"]["file_id"]
        return file_id


async def test_a_file_comes_as_it_was_sent(server: TestServer) -> None:
    content = bytes(range(256)) * 2000
    async with _wire(server) as wire:
        assert await Answers(wire, Pace(30)).fetch(await sent(server, content)) == content


async def test_a_file_that_telegram_does_not_have_or_does_not_give_is_refused(server: TestServer) -> None:
    large = await sent(server, b"x" * (FETCHED_AT_MOST + 1))
    async with _wire(server) as wire:
        for file_id in ("neznana", large):
            with pytest.raises(BadRequest):
                await wire.fetch(file_id)


async def test_telegram_out_of_reach_is_said(server: TestServer) -> None:
    file_id = await sent(server, b"osnutek")
    async with _wire(server) as wire:
        await server.close()
        with pytest.raises(NetworkError) as failed:
            await wire.fetch(file_id)
    assert not isinstance(failed.value, BadRequest)
