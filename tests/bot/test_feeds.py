"""Feeds are looked at when their time comes, side by side, and none of them stands in another's way."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from aiohttp import web
from sqlalchemy import Connection, update
from structlog.testing import capture_logs

import bot.feeds
from bot import fetching
from bot.clock import Clock
from bot.feeds import Feeds
from storage.calls.feeds import books, notices, parsing, reading
from storage.calls.feeds.rules import Feed, Fetched, Looked, Source, Trouble
from storage.database import Database
from storage.people import Person, Role, people
from tests.bot.website import NOW, RSS, Website, website
from tests.e2e.running import running as running_here
from tests.e2e.world import World
from tests.storage.calls.feeds.sample import add, entries, owed
from tests.storage.membership.association import put, two_libraries


class Hands(Clock):
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.at = NOW

    def now(self) -> datetime:
        """Return where it stands."""
        return self.at


@pytest.fixture(autouse=True)
def _read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "read_apart", parsing.read)


@pytest.fixture
async def cvetka(books: Database) -> Person:
    """Somebody from the office."""
    await books.transact(two_libraries)
    return await put(books, 1, Role.STAFF, name="Cvetka")


@pytest.fixture
async def site() -> AsyncIterator[Website]:
    async with website(good=RSS % "Dober") as found:
        yield found


async def feed(db: Database, site: Website, path: str) -> Feed:
    """Add a feed on the server."""
    return await add(db, site.url(path), path)


async def now(db: Database, one: Feed) -> Feed:
    """A feed as it is now."""
    found = await db.read(books.find, one.id)
    assert found is not None
    return found


async def test_what_is_due_is_looked_at_and_what_is_not_is_not(db: Database, site: Website, clock: Hands) -> None:
    one = await feed(db, site, "/good")
    feeds = Feeds(db, clock, site.fetcher("127.0.0.1"))
    await feeds.look()
    await feeds.look()
    assert site.paths() == ["/good"]
    assert [entry.seen.details.title_sl for entry in await entries(db)] == ["Dober"]
    clock.at += timedelta(hours=1)
    await feeds.look()
    assert site.paths() == ["/good"] * 2
    assert (await now(db, one)).looks == 2


async def test_rule_10_one_failing_feed_never_stops_the_others(
    db: Database, site: Website, clock: Hands, cvetka: Person
) -> None:
    async def never(request: web.Request) -> web.StreamResponse:
        await asyncio.Event().wait()
        return web.Response()

    async def broken(request: web.Request) -> web.StreamResponse:
        return web.Response(text="<rss><channel><item><title>Po pol</title></item><item>", content_type="text/xml")

    site.answers |= {"/slow": never, "/500": web.Response(status=500), "/page": "<html></html>", "/broken": broken}
    paths = ["/slow", "/500", "/page", "/gone", "/broken", "/good"]
    added = {path: await feed(db, site, path) for path in paths}
    await Feeds(db, clock, site.fetcher("127.0.0.1", seconds=0.3)).look()
    troubles = {path: (await now(db, one)).health.trouble for path, one in added.items()}
    assert troubles == {
        "/slow": Trouble.SLOW, "/500": Trouble.STATUS, "/page": Trouble.NO_FEED, "/gone": Trouble.LOST,
        "/broken": None, "/good": None,
    }  # fmt: skip
    assert {entry.seen.details.title_sl for entry in await entries(db)} == {"Po pol", "Dober"}


async def test_a_feed_that_breaks_the_reader_itself_is_trouble_of_that_feed_only(
    db: Database, site: Website, clock: Hands, cvetka: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetcher = site.fetcher("127.0.0.1")
    look = fetcher.look

    async def breaks(source: Source) -> Looked:
        if source.url.endswith("/bad"):
            raise RuntimeError("skrivnost")
        return await look(source)

    monkeypatch.setattr(fetcher, "look", breaks)
    bad, good = await feed(db, site, "/bad"), await feed(db, site, "/good")
    with capture_logs() as logs:
        await Feeds(db, clock, fetcher).look()
    assert (await now(db, bad)).health.trouble is Trouble.UNREADABLE
    assert (await now(db, good)).looked_at == NOW
    assert "skrivnost" not in str(logs)


async def test_what_cannot_be_written_of_a_look_is_trouble_of_that_feed_only(
    db: Database, site: Website, clock: Hands, cvetka: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetcher = site.fetcher("127.0.0.1")
    look = fetcher.look

    async def unwritable(source: Source) -> Looked:
        looked = await look(source)
        assert isinstance(looked, Fetched)
        return replace(looked, source=replace(source, etag="\udcff")) if source.url.endswith("/bad") else looked

    monkeypatch.setattr(fetcher, "look", unwritable)
    site.answers["/bad"] = RSS % "Slab"
    bad, good = await feed(db, site, "/bad"), await feed(db, site, "/good")
    feeds = Feeds(db, clock, fetcher)
    await feeds.look()
    await feeds.look()
    assert (await now(db, bad)).health.trouble is Trouble.UNREADABLE
    assert (await now(db, good)).looked_at == NOW
    assert sorted(site.paths()) == ["/bad", "/good"], "It is asked again in an hour, not at once."


async def test_a_feed_that_breaks_says_so_once_and_works_again_by_itself(
    db: Database, site: Website, clock: Hands, cvetka: Person
) -> None:
    one = await feed(db, site, "/good")
    feeds = Feeds(db, clock, site.fetcher("127.0.0.1"))
    works = site.answers.pop("/good")
    for _ in range(60):
        await feeds.look()
        clock.at += timedelta(hours=1)
    assert await owed(db) == [(notices.TROUBLE, cvetka.id)]
    assert 5 < len(site.requests) < 10, "It is asked ever less often."
    site.answers["/good"] = works
    for _ in range(30):
        await feeds.look()
        clock.at += timedelta(hours=1)
    assert (await now(db, one)).health.trouble is None
    assert [kind for kind, _ in await owed(db)].count(notices.FOUND) == 1


async def test_a_feed_that_is_gone_is_not_asked_again(
    db: Database, site: Website, clock: Hands, cvetka: Person
) -> None:
    site.answers["/old"] = web.Response(status=410)
    one = await feed(db, site, "/old")
    feeds = Feeds(db, clock, site.fetcher("127.0.0.1"))
    for _ in range(50):
        await feeds.look()
        clock.at += timedelta(hours=1)
    assert len(site.requests) == 1
    assert (await now(db, one)).next_at is None
    assert await owed(db) == [(notices.TROUBLE, cvetka.id)]


async def test_many_feeds_are_looked_at_a_few_at_once(db: Database, site: Website, clock: Hands) -> None:
    under_way, most = 0, 0

    async def answer(request: web.Request) -> web.StreamResponse:
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        await asyncio.sleep(0.01)
        under_way -= 1
        return web.Response(text=RSS % request.path, content_type="text/xml")

    for number in range(12):
        site.answers[f"/{number}"] = answer
        await feed(db, site, f"/{number}")
    await Feeds(db, clock, site.fetcher("127.0.0.1")).look()
    assert sorted(site.paths()) == sorted(f"/{number}" for number in range(12))
    assert 1 < most <= 4
    assert len(await db.read(reading.listed)) == 12


def _is_never_quiet(tx: Connection) -> None:
    tx.execute(update(people).values(quiet_from=people.c.quiet_to))


async def test_the_running_bot_takes_an_address_in_chat_and_suggests_what_is_there(
    world: World, sqlite_url: str, site: Website, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GLASNIK_FEEDS__ALLOW", '["127.0.0.1"]')
    monkeypatch.setattr(bot.feeds, "EVERY", 0.1)
    async with running_here(world, sqlite_url) as glasnik:
        darja = world.person("Darja")
        await put(glasnik.db, darja.id, Role.STAFF, name="Darja")
        await glasnik.db.transact(_is_never_quiet)
        await darja.types("/urad")
        for label in ("Razpisi", "Viri", "Dodaj vir"):
            await darja.taps(label)
        await darja.types("http://10.0.0.1/rss")
        await darja.sees("ne vodi na javno dostopen strežnik")
        await darja.types(site.url("/good"))
        await darja.sees("V njem je 1 zapis.")
        await darja.taps("Dodaj")
        await darja.sees("1 razpis čaka na vašo odločitev.")
        await darja.taps("Pregled")
        await darja.taps("Dober")
        await darja.sees("Vir: Vir")
    agents = {request.headers["User-Agent"] for request in site.requests}
    assert agents == {"Glasnik (+https://t.me/GlasnikBot)"}


@pytest.fixture
def db(books: Database) -> Database:
    """The books."""
    return books


@pytest.fixture
def clock() -> Hands:
    """A clock."""
    return Hands()
