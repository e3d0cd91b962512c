"""Rule 11: no feed crashes what reads it, hangs it or makes it grow."""

import asyncio
import json
import resource
from pathlib import Path

import pytest

from storage import apart
from storage.calls.feeds import apart as feeds_apart
from storage.calls.feeds.apart import read_apart
from storage.calls.feeds.parsing import Page
from storage.calls.feeds.rules import Document, Kind
from tests.storage.calls.feeds.sample import URL

CORPUS = Path(__file__).parent / "corpus" / "feedparser-6.0.14-tests.tar.xz"
FEEDS = 2248
WITHOUT_FEED = 13
"""Of the feeds of the corpus, those that are empty, packed, or of no format."""

PATIENCE = 10_000
"""kB that a second round may take beyond the first."""

MB = 2**20
RSS = b"<rss version='2.0'><channel><title>Vir</title>%s</channel></rss>"
ITEM = b"<item><title>%s</title></item>"


def laughs(levels: int) -> bytes:
    """Entities of entities of entities."""
    nested = b"".join(b'<!ENTITY l%d "%s">' % (level, b"&l%d;" % (level - 1) * 10) for level in range(1, levels))
    return b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">%s]>' % nested + RSS % (
        ITEM % b"&l%d;" % (levels - 1)
    )


BOMBS = {
    "billion laughs": laughs(10),
    "quadratic": b'<!DOCTYPE rss [<!ENTITY a "%s">]>' % (b"a" * 50_000) + RSS % (ITEM % (b"&a;" * 50_000)),
    "parameter entities": b"<!DOCTYPE rss [<!ENTITY % p \"<!ENTITY q '%p;%p;'>\"> %p; %q;]>" + RSS % (ITEM % b"&q;"),
    "a file of this machine": b'<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]>' + RSS % (ITEM % b"&f;"),
    "an address of this machine": b'<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd">' + RSS % (ITEM % b"ena"),
    "never ending entity": b"<!DOCTYPE rss [" + b"<!ENTITY " * MB,
    "never ending title": b"<rss version='2.0'><channel><item><title>" + b"<" * (3 * MB),
    "markup in a text": RSS % (b"<item><description><![CDATA[%s]]></description></item>" % (b"<!--" * MB)),
    "nothing": bytes(8 * MB),
    "deep JSON": b"[" * (4 * MB),
    "deep JSON Feed": b'{"version":"https://jsonfeed.org/version/1","items":' + b"[" * (2 * MB),
    "a long number": b'{"version":"https://jsonfeed.org/version/1","items":[{"id":' + b"9" * MB + b"}]}",
    "a long cell": b'title,link\n"' + b"a" * (8 * MB),
    "a page of links": b"<html><head>" + b"<link " * MB,
}


async def outcome(content: bytes, url: str = URL) -> Document | Page | str:
    """Read some content apart; say what went wrong, if anything."""
    try:
        return await asyncio.to_thread(read_apart, content, url, None, None)
    except (apart.TookTooLong, apart.Died) as error:
        return type(error).__name__


async def test_rule_11_no_feed_of_feedparsers_own_tests_crashes_hangs_or_grows() -> None:
    module = "tests.storage.calls.feeds.all_at_once"
    found = json.loads(await asyncio.to_thread(apart.run, module, CORPUS.read_bytes()))
    assert found["wrong"] == []
    assert found["kinds"] == {"Document": 2 * (FEEDS - WITHOUT_FEED), "Page": 2 * WITHOUT_FEED}
    first, second = found["peaks"]
    assert second - first < PATIENCE


async def test_rule_11_whatever_is_sent_reading_it_comes_to_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds_apart, "SECONDS", 1)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    lane = asyncio.Semaphore(2)

    async def read(name: str, content: bytes) -> tuple[str, Document | Page | str]:
        async with lane:
            return name, await outcome(content, "https://a.si/x.csv" if name == "a long cell" else URL)

    found = dict(await asyncio.gather(*(read(name, content) for name, content in BOMBS.items())))
    assert {name for name, what in found.items() if what == "Died"} == set()
    assert "TookTooLong" in found.values(), "Without the limit some would go on."
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < sum(map(len, BOMBS.values())) // 1024
    for name in ("billion laughs", "quadratic", "a file of this machine"):
        what = found[name]
        if isinstance(what, Document):
            assert all("root:" not in entry.content.details.title_sl for entry in what.entries)


async def test_what_takes_too_much_memory_is_ended() -> None:
    greedy = "tests.storage.calls.feeds.greedy"
    assert await asyncio.to_thread(apart.run, greedy, b"50") == b"50"
    with pytest.raises(apart.Died):
        await asyncio.to_thread(apart.run, greedy, b"500")


async def test_a_feed_is_the_same_when_it_is_read_apart() -> None:
    whole = RSS % b"<ttl>120</ttl><item><guid>urn:1</guid><title>Ena</title></item>"
    found = await outcome(whole)
    assert isinstance(found, Document)
    assert (found.kind, found.title, [one.guid for one in found.entries]) == (Kind.XML, "Vir", ["urn:1"])
    page = await outcome(b'<html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head></html>')
    assert page == Page(("https://www.gov.si/rss",))
    table = await asyncio.to_thread(read_apart, b"x,y\nEna,2027-04-15\n", URL, None, {"title": "x", "deadline": "y"})
    assert isinstance(table, Document)
    assert [deadline.when.day.isoformat() for deadline in table.entries[0].content.deadlines] == ["2027-04-15"]
