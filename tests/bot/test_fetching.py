"""Feeds are fetched politely, from public addresses only, and whatever a server does comes to an end."""

import asyncio
import gzip
import re
import resource
import tarfile
import zlib
from collections import Counter
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from multidict import CIMultiDict

from bot import fetching
from bot.fetching import AT_MOST, public
from storage.apart import TookTooLong
from storage.calls.feeds import parsing, portal
from storage.calls.feeds.parsing import Page
from storage.calls.feeds.rules import Columns, Failed, Fetched, Kind, Looked, Source, Trouble, Unchanged
from tests.bot.website import RSS, Answer, Website, website
from tests.storage.calls import feeds as storage_tests

FEED = RSS % "Ena"
HOUR = timedelta(hours=1)
ANYWHERE = ["0.0.0.0"]  # noqa: S104 - not to be bound to, and not to be reached


@pytest.fixture(autouse=True)
def _read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read what comes in this process, which is quicker; tests of storage hold what is read apart to it."""
    monkeypatch.setattr(fetching, "read_apart", parsing.read)


@pytest.fixture
async def site() -> AsyncIterator[Website]:
    async with website(rss=FEED) as found:
        yield found


def says(status: int, **headers: str) -> Answer:
    """Answer with a status and some headers."""

    async def answer(request: web.Request) -> web.StreamResponse:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return web.Response(status=status, headers=named, text=FEED if status not in {204, 304} else None)

    return answer


def titles(looked: Looked) -> list[str]:
    assert isinstance(looked, Fetched), looked
    return [entry.content.details.title_sl for entry in looked.document.entries]


async def test_a_feed_is_fetched_by_a_bot_that_says_who_it_is(site: Website) -> None:
    looked = await site.look("/rss")
    assert titles(looked) == ["Ena"]
    assert isinstance(looked, Fetched)
    assert (looked.document.kind, looked.document.title) == (Kind.XML, "Vir")
    (request,) = site.requests
    assert request.headers["User-Agent"] == "Glasnik (+https://t.me/GlasnikBot)"
    assert "If-None-Match" not in request.headers
    assert "Cookie" not in request.headers


async def test_a_server_is_told_what_is_here_already_and_need_not_send_it_again(site: Website) -> None:
    site.answers["/rss"] = says(200, ETag='W/"7"', Last_Modified="Mon, 01 Mar 2027 08:00:00 GMT", Cache_Control=
                                "public, max-age=7200")  # fmt: skip
    first = await site.look("/rss")
    assert isinstance(first, Fetched)
    assert (first.source.etag, first.source.modified, first.every) == (
        'W/"7"', "Mon, 01 Mar 2027 08:00:00 GMT", 2 * HOUR,
    )  # fmt: skip
    site.answers["/rss"] = says(304, Cache_Control='max-age="3600"')
    again = await site.fetcher("127.0.0.1").look(first.source)
    assert again == Unchanged(first.source, HOUR)
    request = site.requests[-1]
    assert (request.headers["If-None-Match"], request.headers["If-Modified-Since"]) == (
        'W/"7"', "Mon, 01 Mar 2027 08:00:00 GMT",
    )  # fmt: skip


async def test_marks_that_are_no_marks_are_not_kept(site: Website) -> None:
    site.answers["/rss"] = says(200, ETag="a" * 501, Last_Modified="", Cache_Control="max-age=never, private")
    looked = await site.look("/rss")
    assert isinstance(looked, Fetched)
    assert (looked.source.etag, looked.source.modified, looked.every) == (None, None, None)


async def test_marks_that_the_books_cannot_hold_are_not_kept(site: Website) -> None:
    head = b'HTTP/1.1 200 OK\r\nETag: "\xe8"\r\nLast-Modified: \xff\r\nConnection: close\r\n\r\n'

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(head + FEED.encode())
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        looked = await site.fetcher("127.0.0.1").look(Source(f"http://127.0.0.1:{port}/"))
    assert titles(looked) == ["Ena"]
    assert isinstance(looked, Fetched)
    assert (looked.source.etag, looked.source.modified) == (None, None)


@pytest.mark.parametrize(
    ("status", "headers", "failed"),
    [
        (404, {}, Failed(Trouble.LOST, 404)),
        (410, {}, Failed(Trouble.GONE, 410)),
        (429, {"Retry_After": "7200"}, Failed(Trouble.BUSY, 429, 2 * HOUR)),
        (503, {"Retry_After": "Mon, 01 Mar 2027 10:00:00 GMT"}, Failed(Trouble.BUSY, 503, HOUR)),
        (503, {"Retry_After": "Mon, 01 Mar 2020 10:00:00 GMT"}, Failed(Trouble.BUSY, 503, timedelta())),
        (503, {"Retry_After": "-1"}, Failed(Trouble.BUSY, 503)),
        (503, {"Retry_After": "9" * 30}, Failed(Trouble.BUSY, 503)),
        (500, {}, Failed(Trouble.STATUS, 500)),
        (401, {}, Failed(Trouble.STATUS, 401)),
        (302, {}, Failed(Trouble.STATUS, 302)),
        (999, {}, Failed(Trouble.STATUS, 999)),
    ],
)
async def test_what_a_server_refuses_with(site: Website, status: int, headers: dict[str, str], failed: Failed) -> None:
    site.answers["/rss"] = says(status, **headers)
    assert await site.look("/rss") == failed


async def test_a_feed_that_has_moved_for_good_is_there_from_now_on(site: Website) -> None:
    site.answers |= {"/a": says(301, Location="/b?x=1"), "/b": says(308, Location=site.url("/rss"))}
    looked = await site.look("/a")
    assert titles(looked) == ["Ena"]
    assert isinstance(looked, Fetched)
    assert looked.source.url == site.url("/rss")


@pytest.mark.parametrize("status", [302, 303, 307])
async def test_a_feed_that_is_elsewhere_for_now_stays_where_it_is(site: Website, status: int) -> None:
    site.answers |= {
        "/a": says(301, Location="/b"),
        "/b": says(status, Location="/c"),
        "/c": says(301, Location="/rss"),
    }
    looked = await site.look("/a")
    assert titles(looked) == ["Ena"]
    assert isinstance(looked, Fetched)
    assert looked.source.url == site.url("/b")


async def test_a_redirect_to_a_long_address_is_followed_and_not_remembered(site: Website) -> None:
    long = "/rss?signed=" + "a" * 1000
    site.answers["/a"] = says(301, Location=long)
    looked = await site.look("/a")
    assert titles(looked) == ["Ena"]
    assert isinstance(looked, Fetched)
    assert looked.source.url == site.url("/a")


@pytest.mark.parametrize("to", ["/a", "http://", "http://[::1", "\u0000", "//"])
async def test_a_redirect_that_leads_nowhere_ends(site: Website, to: str) -> None:
    site.answers["/a"] = says(302, Location=to.replace("\u0000", "%00"))
    assert isinstance(await site.look("/a"), Failed)
    assert len(site.requests) < 10


async def packed(content: bytes, encoding: str) -> Any:
    async def answer(request: web.Request) -> web.StreamResponse:
        return web.Response(body=content, headers={"Content-Encoding": encoding})

    return answer


async def test_packed_feeds_are_unpacked_and_bombs_are_not(site: Website) -> None:
    bomb = zlib.compressobj(9, wbits=31)
    tiny = b"".join(bomb.compress(bytes(2**20)) for _ in range(100)) + bomb.flush()
    assert len(tiny) < 2**18
    site.answers |= {
        "/gzip": await packed(gzip.compress(FEED.encode()), "gzip"),
        "/deflate": await packed(zlib.compress(FEED.encode()), "deflate"),
        "/not": await packed(FEED.encode(), "gzip"),
        "/bomb": await packed(tiny, "gzip"),
    }  # fmt: skip
    assert titles(await site.look("/gzip")) == titles(await site.look("/deflate")) == ["Ena"]
    assert await site.look("/not") == Failed(Trouble.UNREACHABLE)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert await site.look("/bomb") == Failed(Trouble.HUGE)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 4 * AT_MOST // 1024


async def test_a_feed_that_is_too_large_is_left_whether_it_says_so_or_not(site: Website) -> None:
    async def endless(request: web.Request) -> web.StreamResponse:
        answer = web.StreamResponse()
        await answer.prepare(request)
        while True:
            await answer.write(bytes(2**16))

    async def honest(request: web.Request) -> web.StreamResponse:
        answer = web.StreamResponse(headers={"Content-Length": str(AT_MOST + 1)})
        await answer.prepare(request)
        await asyncio.Event().wait()
        return answer

    site.answers |= {"/endless": endless, "/honest": honest}
    assert await site.look("/endless") == Failed(Trouble.HUGE)
    assert await site.look("/honest") == Failed(Trouble.HUGE)


async def test_a_server_that_keeps_one_waiting_is_left(site: Website) -> None:
    async def silent(request: web.Request) -> web.StreamResponse:
        await asyncio.Event().wait()
        return web.Response()

    async def drip(request: web.Request) -> web.StreamResponse:
        answer = web.StreamResponse()
        await answer.prepare(request)
        while True:
            await answer.write(b" ")
            await asyncio.sleep(0.01)

    site.answers |= {"/silent": silent, "/drip": drip, "/around": says(302, Location="/drip")}
    fetcher = site.fetcher("127.0.0.1", seconds=0.2)
    looks = await asyncio.gather(*(fetcher.look(Source(site.url(path))) for path in ("/silent", "/drip", "/around")))
    assert looks == [Failed(Trouble.SLOW)] * 3


@pytest.mark.parametrize(
    "said",
    [b"", b"\x00\xff\x00", b"HTTP/1.1 200 OK\r\n", b"SSH-2.0-OpenSSH\r\n", b"HTTP/1.1 200 OK\r\nX: " + b"a" * 100_000,
     b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nab", b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nab",
     b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", b"HTTP/9.9 abc def\r\n\r\n",
     b"HTTP/1.1 302 Found\r\nLocation: \xff\xfe\r\n\r\n"],
)  # fmt: skip
async def test_what_is_no_http_is_said_to_be_none(site: Website, said: bytes) -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(100)
        writer.write(said)
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        looked = await site.fetcher("127.0.0.1").look(Source(f"http://127.0.0.1:{port}/"))
    assert isinstance(looked, Failed)


async def test_reading_that_takes_too_long_is_trouble_of_the_feed(
    site: Website, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ended(*_: Any) -> None:
        raise TookTooLong

    monkeypatch.setattr(fetching, "read_apart", ended)
    assert await site.look("/rss") == Failed(Trouble.UNREADABLE)


async def test_a_page_is_no_feed_but_may_lead_to_one(site: Website) -> None:
    link = "<html><head><link rel='alternate' type='application/rss+xml' href='%s'></head></html>"
    site.answers |= {"/page": link % "/rss", "/inside": link % "http://10.0.0.1/rss", "/bare": "<html></html>"}
    fetcher = site.fetcher("127.0.0.1")
    assert await site.look("/page") == Failed(Trouble.NO_FEED)
    found = await fetcher.find(Source(site.url("/page")))
    assert titles(found) == ["Ena"]
    assert isinstance(found, Fetched)
    assert found.source.url == site.url("/rss")
    assert await fetcher.find(Source(site.url("/inside"))) == Failed(Trouble.NOT_PUBLIC)
    assert await fetcher.find(Source(site.url("/bare"))) == Failed(Trouble.NO_FEED)


async def test_the_portal_is_asked_with_its_form(site: Website) -> None:
    asked: dict[str, Any] = {}

    async def search(request: web.Request) -> web.StreamResponse:
        asked.update({"method": request.method, "text": request.query["text"]})
        async for part in await request.multipart():
            asked[str(part.name)] = (part.headers["Content-Type"], await part.text())  # type: ignore[union-attr]
        return web.json_response({"apiVersion": "2", "results": []})

    site.answers["/search"] = search
    fetcher = site.fetcher(portal.HOST, names=site.names(api_tech_ec_europa_eu="127.0.0.1"))
    looked = await fetcher.look(Source(f"http://{portal.HOST}/search?text=culture"))
    assert isinstance(looked, Fetched)
    assert looked.document.kind is Kind.PORTAL
    assert (asked["method"], asked["text"]) == ("POST", "culture")
    assert {name: asked[name] for name in portal.FORM} == {
        name: ("application/json", value) for name, value in portal.FORM.items()
    }


@pytest.mark.parametrize("path", ["/a.csv", "/table"])
async def test_a_table_is_read_by_its_columns(site: Website, path: str) -> None:
    site.answers[path] = "ime,do\nEna,2027-04-15\n"
    looked = await site.fetcher("127.0.0.1").look(Source(site.url(path), {"title": "ime"}))
    assert titles(looked) == ["Ena"]


@pytest.mark.parametrize(
    "where",
    [
        *ANYWHERE, "10.0.0.1", "100.64.0.1", "127.0.0.1", "127.1.2.3", "169.254.169.254", "172.16.0.1", "192.0.0.1",
        "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1",
        "240.0.0.1", "255.255.255.255", "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:8.8.8.8",
        "64:ff9b::7f00:1", "64:ff9b::8.8.8.8", "64:ff9b:1::1", "100::1", "2001::1", "2001:0:1::1", "2001:db8::1",
        "2002:7f00:1::1", "3fff::1", "5f00::1", "fc00::1", "fd12::1", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1",
        "127.1", "2130706433", "0177.0.0.1", "0x7f.1", "localhost", "",
    ],
)  # fmt: skip
def test_addresses_that_are_nobodys_business(where: str) -> None:
    assert not public(where)


@pytest.mark.parametrize("where", ["1.1.1.1", "93.184.216.34", "193.2.1.66", "2001:4860:4860::8888", "2a00:ee2::1"])
def test_addresses_that_anybody_may_reach(where: str) -> None:
    assert public(where)


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "[::1]", "localhost", "2130706433", "0177.0.0.1", "0x7f000001", "127.1", "[::ffff:127.0.0.1]", "0",
     *ANYWHERE, "10.0.0.1", "169.254.169.254", "[fe80::1%25lo]", "[64:ff9b::7f00:1]", "１２７.0.0.1", "127.0.0.1."],
)  # fmt: skip
@pytest.mark.parametrize("port", [":80", ":443", ""])
async def test_no_way_of_writing_it_leads_to_an_address_that_is_not_public(site: Website, host: str, port: str) -> None:
    fetcher = site.fetcher(names=site.names(**dict.fromkeys(["localhost", "0x7f000001", "127_0_0_1_"], "127.0.0.1")))
    assert await fetcher.look(Source(f"http://{host}{port}/rss")) == Failed(Trouble.NOT_PUBLIC)
    assert site.requests == []


async def test_no_unusual_port_is_asked_unless_the_host_is_allowed(site: Website) -> None:
    names = site.names(feeds_example="127.0.0.1")
    url = site.url("/rss", "feeds.example")
    assert await site.fetcher(names=names).look(Source(url)) == Failed(Trouble.NOT_PUBLIC)
    assert titles(await site.fetcher("Feeds.example", names=names).look(Source(url))) == ["Ena"]


@pytest.mark.parametrize("where", ["127.0.0.1", "::1", "10.0.0.1", "::ffff:127.0.0.1", "64:ff9b::7f00:1"])
async def test_a_name_that_leads_to_an_address_that_is_not_public_is_not_followed(site: Website, where: str) -> None:
    fetcher = site.fetcher(names=site.names(feeds_example=where))
    assert await fetcher.look(Source("http://feeds.example/rss")) == Failed(Trouble.NOT_PUBLIC)
    assert site.requests == []


async def test_control_the_same_name_is_followed_when_it_is_allowed(site: Website) -> None:
    fetcher = site.fetcher("feeds.example", names=site.names(feeds_example="127.0.0.1"))
    assert titles(await fetcher.look(Source("http://feeds.example/rss"))) == ["Ena"]


@pytest.mark.parametrize(
    "to", ["http://127.0.0.1/rss", "http://inside.example/rss", "http://169.254.169.254/latest/meta-data", "http://[::1]/rss",
           "file:///etc/passwd", "gopher://127.0.0.1/", "//127.0.0.1/rss", "http://ana:geslo@127.0.0.1/rss"]
)  # fmt: skip
async def test_a_redirect_leads_to_public_addresses_only(site: Website, to: str) -> None:
    site.answers["/a"] = says(301, Location=to)
    fetcher = site.fetcher("feeds.example", names=site.names(feeds_example="127.0.0.1", inside_example="127.0.0.1"))
    assert await fetcher.look(Source("http://feeds.example/a")) == Failed(Trouble.NOT_PUBLIC)
    assert site.paths() == ["/a"]


async def test_control_the_same_redirect_is_followed_when_its_host_is_allowed(site: Website) -> None:
    site.answers["/a"] = says(301, Location="http://inside.example/rss")
    names = site.names(feeds_example="127.0.0.1", inside_example="127.0.0.1")
    fetcher = site.fetcher("feeds.example", "inside.example", names=names)
    assert titles(await fetcher.look(Source("http://feeds.example/a"))) == ["Ena"]


async def test_a_name_that_leads_elsewhere_the_second_time_is_caught(site: Website) -> None:
    """What is connected to is what was looked at: there is no second answer that could be another."""
    names = site.names(feeds_example="127.0.0.1")
    fetcher = site.fetcher(names=names)
    assert await fetcher.look(Source("http://feeds.example/rss")) == Failed(Trouble.NOT_PUBLIC)
    assert names.asked == ["feeds.example"]
    assert site.requests == []


async def test_a_name_that_leads_nowhere_is_out_of_reach(site: Website) -> None:
    fetcher = site.fetcher("127.0.0.1")
    assert await fetcher.look(Source("http://127.0.0.1:9/rss")) == Failed(Trouble.UNREACHABLE)


CORPUS = Path(storage_tests.__file__).parent / "corpus" / "feedparser-6.0.14-tests.tar.xz"
HEADER = re.compile(rb"^Header:\s+([^:]+):(.+)$", re.MULTILINE)
PLAIN_TYPES = {".gz": "gzip", ".z": "deflate"}


def _as_feedparser_serves(name: str, content: bytes) -> web.Response:
    """Answer as the server in feedparser's own tests does: with the headers that a feed names in its comments."""
    named = {key.decode("latin-1").strip(): value.decode("latin-1").strip() for key, value in HEADER.findall(content)}
    status = int(named.pop("Status", "200"))
    if packed_as := PLAIN_TYPES.get(Path(name).suffix):
        named["Content-Encoding"] = packed_as
    return web.Response(status=status, body=content, headers=CIMultiDict(named))


async def test_rule_11_all_feeds_of_feedparsers_tests_come_over_the_wire_with_their_oddities(
    site: Website, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What they hold is read elsewhere, in one process; here it is how they are served that does no harm."""
    fetched: list[bytes] = []

    def keep(content: bytes, url: str, content_type: str | None, columns: Columns | None) -> Page:
        fetched.append(content)
        return Page()

    monkeypatch.setattr(fetching, "read_apart", keep)
    with tarfile.open(CORPUS) as tar:
        found = {member.name: file.read() for member in tar if (file := tar.extractfile(member))}
    site.answers |= {f"/{name}": _as_feedparser_serves(name, content) for name, content in found.items()}
    fetcher, outcomes = site.fetcher("127.0.0.1"), Counter[str]()
    names = iter(found)

    async def one_after_another() -> None:
        for name in names:
            looked = await fetcher.look(Source(site.url(f"/{name}")))
            assert isinstance(looked, Failed | Unchanged)
            outcomes[looked.trouble if isinstance(looked, Failed) else "unchanged"] += 1

    await asyncio.gather(*(one_after_another() for _ in range(20)))
    assert sum(outcomes.values()) == len(found) == 2248
    assert outcomes[Trouble.NO_FEED] == len(fetched) > 2200
    assert set(outcomes) <= {Trouble.NO_FEED, Trouble.UNREACHABLE, Trouble.NOT_PUBLIC, Trouble.LOST, Trouble.STATUS,
                             "unchanged"}, outcomes  # fmt: skip
