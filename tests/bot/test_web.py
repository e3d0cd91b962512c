"""The bot's own web server over the wire: Telegram's webhook, health and metrics."""

import asyncio
import io
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest
from sqlalchemy import Connection, func, select, text

from bot.app import Glasnik
from bot.web import SECRET, WEBHOOK
from storage.database import open_database
from storage.inbox import Arrived, UpdateId, inbox, receive
from tests.e2e.running import SECRET as RIGHT
from tests.e2e.running import running
from tests.e2e.world import World
from tests.person import Person
from tests.storage.membership.association import put, two_libraries

NO_EVENTS = "Trenutno ni razpisanih dogodkov."
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
async def ana(world: World, sqlite_url: str) -> Person:
    """A member."""
    person = world.person("Ana")
    books = open_database(sqlite_url)
    await books.transact(two_libraries)
    await put(books, person.id)
    await books.close()
    return person


def _reach(glasnik: Glasnik) -> aiohttp.ClientSession:
    return aiohttp.ClientSession(f"http://127.0.0.1:{glasnik.port}")


@pytest.fixture
async def web(world: World, ana: Person, sqlite_url: str) -> AsyncIterator[aiohttp.ClientSession]:
    """Reach the web server of a bot that waits for its webhook."""
    async with running(world, sqlite_url, hook=True) as glasnik, _reach(glasnik) as http:
        yield http


def _update(person: Person, number: int, words: str = "/dogodki") -> dict[str, Any]:
    user = {"id": person.id, "is_bot": False, "first_name": "Ana", "language_code": "sl"}
    chat = {"id": person.id, "type": "private", "first_name": "Ana"}
    entities = [{"type": "bot_command", "offset": 0, "length": len(words)}]
    message = {"message_id": number, "date": 1, "chat": chat, "from": user, "text": words, "entities": entities}
    return {"update_id": number, "message": message}


async def _post(web: aiohttp.ClientSession, body: bytes, secret: str | None = RIGHT) -> int:
    headers = {"Content-Type": "application/json"} | ({} if secret is None else {SECRET: secret})
    async with web.post(WEBHOOK, data=io.BytesIO(body), headers=headers) as answer:
        return answer.status


def _kept(tx: Connection) -> int:
    return tx.execute(select(func.count()).select_from(inbox)).scalar_one()


async def _rows(url: str) -> int:
    books = open_database(url)
    count = await books.read(_kept)
    await books.close()
    return count


async def test_an_update_is_kept_and_answered(web: aiohttp.ClientSession, ana: Person, sqlite_url: str) -> None:
    assert await _post(web, json.dumps(_update(ana, 1)).encode()) == 200
    assert await _rows(sqlite_url) == 1
    await ana.sees(NO_EVENTS)


async def test_the_same_update_twice_is_answered_once(
    web: aiohttp.ClientSession, world: World, ana: Person, sqlite_url: str
) -> None:
    body = json.dumps(_update(ana, 1)).encode()
    assert await asyncio.gather(*(_post(web, body) for _ in range(5))) == [200] * 5
    assert await _post(web, json.dumps(_update(ana, 2, "/nastavitve")).encode()) == 200
    await ana.sees("Nastavitve")
    assert await _rows(sqlite_url) == 2
    assert len(world.called("sendMessage")) == 2


@pytest.mark.parametrize("secret", [None, "", "s" * 31, "s" * 33, "š" * 32])
async def test_who_does_not_know_the_secret_is_turned_away(
    web: aiohttp.ClientSession, ana: Person, sqlite_url: str, secret: str | None
) -> None:
    assert await _post(web, json.dumps(_update(ana, 1)).encode(), secret) == 403
    assert await _rows(sqlite_url) == 0


async def test_a_secret_of_no_letters_is_turned_away(web: aiohttp.ClientSession, ana: Person, sqlite_url: str) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", web._base_url.port)  # type: ignore[union-attr]
    head = f"POST {WEBHOOK} HTTP/1.1\r\nHost: glasnik\r\nContent-Length: 2\r\n{SECRET}: "
    writer.write(head.encode() + b"\xff\r\n\r\n{}")
    said = await reader.readline()
    writer.close()
    assert said.split()[1] == b"403"
    assert await _rows(sqlite_url) == 0


BAD = [b"", b"{", b"\xff\xfe", b"[]", b"null", b'"1"', b"{}", b'{"update_id": "1"}', b'{"update_id": true}',
       b'{"update_id": 1.5}', b'{"update_id": 99999999999999999999999}', b'{"update_id": 1, "message": 1}',
       b'{"update_id": 1, "message": {"chat": {}}}', b'{"update_id": 1, "message": {"chat": {"id": 1e30}}}',
       b"[" * 100_000]  # fmt: skip


async def test_what_is_no_update_is_refused(web: aiohttp.ClientSession, ana: Person, sqlite_url: str) -> None:
    assert [body[:60] for body in BAD if await _post(web, body) != 400] == []
    assert await _rows(sqlite_url) == 0
    assert await _post(web, json.dumps(_update(ana, 2)).encode()) == 200
    await ana.sees(NO_EVENTS)


async def test_a_body_that_is_too_large_is_refused(web: aiohttp.ClientSession, ana: Person, sqlite_url: str) -> None:
    assert await _post(web, json.dumps(_update(ana, 1, "a" * (2**20 - 10))).encode()) == 413
    assert await _rows(sqlite_url) == 0


async def test_without_a_webhook_nobody_can_post(world: World, sqlite_url: str) -> None:
    async with running(world, sqlite_url) as glasnik, _reach(glasnik) as http:
        assert await _post(http, b"{}") == 404


def _lose_inbox(tx: Connection) -> None:
    tx.execute(text("ALTER TABLE inbox RENAME TO elsewhere"))


async def test_health_tells_whether_the_books_can_be_read(web: aiohttp.ClientSession, sqlite_url: str) -> None:
    async with web.get("/health") as answer:
        assert (answer.status, await answer.json()) == (200, {"ok": True, "waiting": 0, "failing": 0})
    books = open_database(sqlite_url)
    await books.transact(_lose_inbox)
    await books.close()
    async with web.get("/health") as answer:
        assert (answer.status, await answer.json()) == (503, {"ok": False})


async def test_metrics_tell_how_much_waits_and_since_when(world: World, ana: Person, sqlite_url: str) -> None:
    waiting = _update(ana, 7)
    books = open_database(sqlite_url)
    await books.transact(receive, [Arrived(UpdateId(7), ana.id, json.dumps(waiting))], LONG_AGO)
    await books.close()
    await world.fault("sendMessage", "slow", seconds=30)
    async with (
        running(world, sqlite_url, hook=True) as glasnik,
        _reach(glasnik) as http,
        http.get("/metrics") as answer,
    ):
        assert answer.headers["Content-Type"].startswith("text/plain")
        lines = dict(line.rsplit(" ", 1) for line in (await answer.text()).splitlines() if line[0] != "#")
    assert lines["glasnik_inbox_waiting"] == "1.0"
    assert lines["glasnik_due_failing"] == "0.0"
    assert float(lines["glasnik_inbox_age_seconds"]) > timedelta(days=1).total_seconds()
    assert lines['glasnik_outbox{lane="notices",state="uncertain"}'] == "0.0"
