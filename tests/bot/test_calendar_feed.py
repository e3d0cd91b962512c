"""People's calendars over the wire, as another program asks for them."""

import asyncio
from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiohttp import web as web_server
from aiohttp.test_utils import TestClient, TestServer
from ical.calendar_stream import IcsCalendarStream

from bot import web as server
from bot.clock import Clock
from storage import calendars, people
from storage.database import Database, open_database
from storage.events import actions
from storage.events.rules import Event
from storage.people import PersonId
from tests.bot.test_web import _reach
from tests.e2e.running import running
from tests.e2e.world import World
from tests.handlers.phone import Phone
from tests.storage.events.sample import NOW, publish, register
from tests.storage.membership.association import put, two_libraries


@pytest.fixture
async def ana(books_here: Database) -> PersonId:
    """A member."""
    return (await put(books_here, 1)).id


@pytest.fixture
async def books_here(sqlite_url: str) -> AsyncIterator[Database]:
    """The books that the bot has, too."""
    books = open_database(sqlite_url)
    await books.transact(two_libraries)
    yield books
    await books.close()


@pytest.fixture
async def event(books_here: Database, ana: PersonId) -> Event:
    """An event at which Ana has a seat."""
    event = await publish(books_here)
    await register(books_here, event, ana)
    return event


@pytest.fixture
async def web(world: World, sqlite_url: str, event: Event) -> AsyncIterator[aiohttp.ClientSession]:
    """Reach the bot's web server."""
    async with running(world, sqlite_url) as glasnik, _reach(glasnik) as http:
        yield http


async def test_another_program_reads_the_calendar(
    web: aiohttp.ClientSession, books_here: Database, ana: PersonId, event: Event
) -> None:
    secret = await books_here.transact(calendars.renew, ana, NOW)
    async with web.get(f"/calendar/{secret}.ics") as answer:
        assert answer.status == 200
        assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
        assert answer.headers["Cache-Control"] == "private, no-cache"
        (found,) = IcsCalendarStream.calendar_from_ics(await answer.text()).events
        assert (found.summary, found.dtstart) == (event.details.title_sl, event.details.starts_at)


async def test_what_has_not_changed_is_not_sent_again(
    web: aiohttp.ClientSession, books_here: Database, ana: PersonId, event: Event
) -> None:
    secret = await books_here.transact(calendars.renew, ana, NOW)
    async with web.get(f"/calendar/{secret}.ics") as answer:
        etag, since = answer.headers["ETag"], answer.headers["Last-Modified"]
    for headers in ({"If-None-Match": etag}, {"If-Modified-Since": since}, {"If-None-Match": f'"x", {etag}'}):
        async with web.get(f"/calendar/{secret}.ics", headers=headers) as answer:
            assert (answer.status, await answer.read(), answer.headers["ETag"]) == (304, b"", etag)
    await books_here.transact(actions.give_up, event.id, ana, NOW)
    for headers in ({"If-None-Match": etag}, {"If-None-Match": etag, "If-Modified-Since": since}):
        async with web.get(f"/calendar/{secret}.ics", headers=headers) as answer:
            assert answer.status == 200
            assert "VEVENT" not in await answer.text()
            assert answer.headers["ETag"] != etag


async def test_whoever_knows_no_secret_learns_nothing(
    web: aiohttp.ClientSession, books_here: Database, ana: PersonId
) -> None:
    secret = await books_here.transact(calendars.renew, ana, NOW)
    await books_here.transact(calendars.renew, ana, NOW)
    said = set()
    for path in (secret, "x", "%00", "..%2f..%2fetc%2fpasswd", "a" * 2000, secret.upper()):
        async with web.get(f"/calendar/{path}.ics") as answer:
            said.add((answer.status, await answer.text(), answer.headers.get("ETag")))
    assert said == {(404, "", None)}


async def test_only_a_hash_of_the_secret_is_in_the_books(books_here: Database, ana: PersonId) -> None:
    secret = await books_here.transact(calendars.renew, ana, NOW)
    (row,) = await books_here.read(lambda tx: tx.execute(calendars.calendar_feeds.select()).all())
    assert secret not in str(row)
    assert await books_here.read(people.get, ana) is not None


async def test_calendars_beyond_what_is_written_at_once_are_put_off(
    books_here: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, all_there, go_on = 0, asyncio.Event(), asyncio.Event()

    async def slow(*_: object) -> None:
        nonlocal asked
        asked += 1
        if asked == server.AT_ONCE:
            all_there.set()
        await go_on.wait()

    monkeypatch.setattr(type(books_here), "read", slow)
    application = web_server.Application()
    application.add_routes(server.calendar_routes(Phone(books_here, 1).reach, Clock()))
    async with TestClient(TestServer(application)) as http:
        waiting = [asyncio.ensure_future(http.get("/calendar/x.ics")) for _ in range(server.AT_ONCE)]  # noqa: TID251 - a test
        await all_there.wait()
        answer = await http.get("/calendar/x.ics")
        assert (answer.status, answer.headers["Retry-After"]) == (503, "1")
        go_on.set()
        assert {one.status for one in await asyncio.gather(*waiting)} == {404}
