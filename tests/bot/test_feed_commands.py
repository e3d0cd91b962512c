"""`python -m bot feed` as its operator meets it."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from tests.bot.conftest import Ended, Glasnik
from tests.bot.test_cli import refused
from tests.bot.website import RSS, Website, website

ALLOWED = {"GLASNIK_FEEDS__ALLOW": '["127.0.0.1"]'}
TABLE = "ime;do kdaj\nBralna značka;15. 4. 2027 ob 12.00\n"


@pytest.fixture
async def site() -> AsyncIterator[Website]:
    async with website(rss=RSS % "Ena", **{"table.csv": TABLE}) as found:
        yield found


def lines(ended: Ended) -> list[str]:
    assert (ended.code, ended.complained) == (0, "")
    return ended.said.splitlines()


async def test_a_feed_is_added_once_listed_and_removed(site: Website, glasnik: Glasnik) -> None:
    url = site.url("/rss")
    added = lines(await glasnik("feed", "add", url, "--topic", "digital", **ALLOWED))
    assert added[0] == "1  xml, 1 entry: Vir"
    listed, again = await asyncio.gather(glasnik("feed", "list", **ALLOWED), glasnik("feed", "add", url, **ALLOWED))
    assert lines(listed) == [f"1  not yet looked at  0 waiting  Vir  {url}"]
    refused(again, url, "already")
    assert lines(await glasnik("feed", "remove", url, **ALLOWED)) == ["removed: Vir"]


async def test_what_would_be_read_is_printed_and_what_cannot_be_is_refused_in_one_line(
    site: Website, glasnik: Glasnik
) -> None:
    url = site.url("/rss")
    mapping = ("--mapping", "title=Ime", "--mapping", "deadline=Do kdaj")
    table, private, nothing, unread, column, topic, no_feed = await asyncio.gather(
        glasnik("feed", "check", site.url("/table.csv"), *mapping, **ALLOWED),
        glasnik("feed", "add", url),
        glasnik("feed", "add", "hej", **ALLOWED),
        glasnik("feed", "add", site.url("/nikjer"), **ALLOWED),
        glasnik("feed", "add", url, "--mapping", "ime", **ALLOWED),
        glasnik("feed", "add", url, "--topic", "nič", **ALLOWED),
        glasnik("feed", "remove", "7", **ALLOWED),
    )
    assert lines(table) == [
        "csv, 1 entry: 127.0.0.1", "- Bralna značka", "    submission: 2027-04-15 12:00",
    ]  # fmt: skip
    refused(private, url, "public address", "allow")
    refused(nothing, "hej", "no address")
    refused(unread, "404")
    refused(column, "--mapping ime", "WHAT=COLUMN")
    refused(no_feed, "no feed 7")
    assert topic.code == 2
