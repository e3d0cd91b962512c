"""When a feed is looked at again, and when the office hears of trouble."""

from datetime import timedelta

import pytest

from storage.calls.feeds.rules import (
    ASKED_AT_MOST,
    SELDOM,
    TOLD_AFTER,
    USUALLY,
    BadAddress,
    Broke,
    Document,
    Failed,
    Fetched,
    Health,
    Kind,
    Source,
    Trouble,
    Unchanged,
    Works,
    address,
    judge,
)
from tests.storage.calls.feeds.sample import NOW, URL

SOURCE = Source(URL)
DAY = timedelta(days=1)


def fetched(wishes: timedelta | None = None, says: timedelta | None = None) -> Fetched:
    return Fetched(SOURCE, Document(Kind.XML, None, (), wishes), says)


@pytest.mark.parametrize(
    ("looked", "pause"),
    [
        (fetched(), USUALLY),
        (Unchanged(SOURCE), USUALLY),
        (fetched(wishes=timedelta(minutes=5)), USUALLY),
        (fetched(wishes=timedelta(hours=6)), timedelta(hours=6)),
        (fetched(says=timedelta(hours=2)), timedelta(hours=2)),
        (fetched(timedelta(hours=2), timedelta(hours=4)), timedelta(hours=4)),
        (Unchanged(SOURCE, timedelta(hours=3)), timedelta(hours=3)),
        (fetched(wishes=timedelta(days=300)), SELDOM),
    ],
)
def test_a_feed_is_looked_at_hourly_or_as_seldom_as_it_wishes_but_daily(
    looked: Fetched | Unchanged, pause: timedelta
) -> None:
    assert judge(Health(), looked, NOW).next_at == NOW + pause


def test_a_feed_that_fails_waits_ever_longer_up_to_a_day() -> None:
    health, pauses = Health(), []
    for _ in range(20):
        judged = judge(health, Failed(Trouble.UNREACHABLE), NOW)
        assert judged.next_at is not None
        health = judged.health
        pauses.append(judged.next_at - NOW)
    assert pauses[:6] == [USUALLY * 2**number for number in range(5)] + [SELDOM]
    assert set(pauses[5:]) == {SELDOM}


@pytest.mark.parametrize(
    ("asks", "pause"), [(timedelta(seconds=5), USUALLY), (3 * DAY, 3 * DAY), (400 * DAY, ASKED_AT_MOST)]
)
def test_a_server_that_asks_for_time_gets_it_within_reason(asks: timedelta, pause: timedelta) -> None:
    assert judge(Health(), Failed(Trouble.BUSY, 429, asks), NOW).next_at == NOW + pause


def test_trouble_is_told_once_and_so_is_its_end() -> None:
    health, news = Health(), []
    for _ in range(10):
        judged = judge(health, Failed(Trouble.STATUS, 500), NOW)
        health = judged.health
        news.append(judged.news)
    assert news == [Broke() if number == TOLD_AFTER - 1 else None for number in range(10)]
    judged = judge(health, Unchanged(SOURCE), NOW)
    assert (judged.news, judged.health) == (Works(), Health())
    assert judge(judged.health, Unchanged(SOURCE), NOW).news is None


def test_a_failure_now_and_then_is_nobodys_business() -> None:
    health = Health()
    for _ in range(10):
        for _ in range(TOLD_AFTER - 1):
            judged = judge(health, Failed(Trouble.SLOW), NOW)
            assert judged.news is None
            health = judged.health
        judged = judge(health, fetched(), NOW)
        assert judged.news is None
        health = judged.health


def test_a_feed_that_is_gone_says_so_at_once_and_is_left_alone() -> None:
    judged = judge(Health(), Failed(Trouble.GONE, 410), NOW)
    assert (judged.next_at, judged.news) == (None, Broke())
    again = judge(judged.health, Failed(Trouble.GONE, 410), NOW)
    assert (again.next_at, again.news) == (None, None)


@pytest.mark.parametrize(
    ("given", "read"),
    [
        (" https://www.gov.si/rss#zgoraj ", "https://www.gov.si/rss"),
        ("feed://gov.si/rss", "https://gov.si/rss"),
        ("feed:http://gov.si/rss", "http://gov.si/rss"),
        ("gov.si/rss", "https://gov.si/rss"),
        ("http://127.0.0.1:8080/rss", "http://127.0.0.1:8080/rss"),
        ("HTTPS://GOV.SI/rss", "https://GOV.SI/rss"),
    ],
)
def test_an_address_is_read_as_people_give_it(given: str, read: str) -> None:
    assert address(given) == read


@pytest.mark.parametrize(
    "given",
    [
        "", "hej", "dva naslova.si", "ftp://gov.si/rss", "file:///etc/passwd", "https://", "https://ana:geslo@gov.si/",
        "https://ana@gov.si/", "http://gov.si:0/", "http://gov.si:99999/", "http://[::1", "https://a.si/\x00",
        "https://a.si/" + "a" * 500, "javascript:alert(1)", "data:text/xml,<rss/>",
    ],
)  # fmt: skip
def test_what_is_no_address_is_none(given: str) -> None:
    assert address(given) == BadAddress()
