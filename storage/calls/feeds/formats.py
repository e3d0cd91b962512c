"""RSS, Atom and JSON Feed, read as calls. Pure."""

import io
import time
from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

import feedparser

from storage.calls.feeds import plain
from storage.calls.feeds.rules import GUID_AT_MOST, Document, Kind, Read
from storage.calls.feeds.rules import TITLE_AT_MOST as FEED_TITLE_AT_MOST
from storage.calls.rules import CALLER_AT_MOST, SUMMARY_AT_MOST, TITLE_AT_MOST, Content, Details

PERIODS = {"hourly": 60, "daily": 24 * 60, "weekly": 7 * 24 * 60, "monthly": 30 * 24 * 60, "yearly": 365 * 24 * 60}
"""Minutes."""

JSON_FEED = "https://jsonfeed.org/version/"


def read_xml(content: bytes, url: str, content_type: str | None) -> Document | None:
    """Read RSS or Atom, whole or damaged; None when it is neither."""
    headers = {"content-location": url} | ({"content-type": content_type} if content_type else {})
    found = feedparser.parse(io.BytesIO(content), response_headers=headers, sanitize_html=False,
                             resolve_relative_uris=False)  # fmt: skip
    if not found.get("version") and not found.entries:
        return None
    newest = sorted(found.entries, key=_age, reverse=True)
    entries = tuple(filter(None, map(_xml_entry, newest)))
    title = plain.line(_text(found.feed.get("title_detail") or {}), FEED_TITLE_AT_MOST)
    return Document(Kind.XML, title or None, entries, _every(found.feed))


def _age(entry: Mapping[str, Any]) -> time.struct_time:
    """Tell when an entry was published; those without a date keep their order, behind those with one."""
    moment: time.struct_time | None = entry.get("published_parsed") or entry.get("updated_parsed")
    return moment or time.gmtime(0)


def _xml_entry(entry: Mapping[str, Any]) -> Read | None:
    described = [entry["summary_detail"]] if "summary_detail" in entry else entry.get("content") or ()
    summary = next(map(_text, described), "")
    caller = _string(entry.get("publisher")) or _string(entry.get("author"))
    title, link = _text(entry.get("title_detail") or {}), _string(entry.get("link"))
    return _read(_string(entry.get("id")), title, link, caller, summary)


def _text(detail: Mapping[str, Any]) -> str:
    """Return a text of the feed, without markup."""
    text = _string(detail.get("value"))
    return text if detail.get("type") == "text/plain" else plain.of_html(text)


def _string(value: Any) -> str:  # noqa: ANN401 - whatever a feed holds
    return value if isinstance(value, str) else ""


def _every(feed: Mapping[str, Any]) -> timedelta | None:
    """Find how often the feed wishes to be looked at: <ttl> in minutes, or sy:updatePeriod and updateFrequency."""
    minutes = _number(feed.get("ttl"))
    period = PERIODS.get(_string(feed.get("sy_updateperiod")).strip().lower())
    if minutes is None and period is not None:
        minutes = period / (_number(feed.get("sy_updatefrequency")) or 1)
    return None if minutes is None else timedelta(minutes=min(minutes, PERIODS["yearly"]))


def _number(value: Any) -> float | None:  # noqa: ANN401 - whatever a feed holds
    text = _string(value).strip()
    return float(text) if text.isascii() and text.isdigit() and len(text) <= 9 and int(text) else None  # noqa: PLR2004 - sense


def is_json_feed(found: Any) -> bool:  # noqa: ANN401 - whatever JSON holds
    """Tell whether some JSON is a JSON Feed."""
    return (
        isinstance(found, dict)
        and _string(found.get("version")).startswith(JSON_FEED)
        and isinstance(found.get("items"), list)
    )


def read_json(found: Mapping[str, Any]) -> Document:
    """Read a JSON Feed."""
    items = [item for item in found["items"] if isinstance(item, dict)]
    newest = sorted(items, key=lambda item: _string(item.get("date_published")), reverse=True)
    title = plain.line(_string(found.get("title")), FEED_TITLE_AT_MOST)
    return Document(Kind.JSON, title or None, tuple(filter(None, map(_json_entry, newest))))


def _json_entry(item: Mapping[str, Any]) -> Read | None:
    summary = _string(item.get("summary")) or _string(item.get("content_text"))
    link = _string(item.get("url")) or _string(item.get("external_url"))
    number = item.get("id")
    guid = str(number) if isinstance(number, str | int) else ""
    said = summary or plain.of_html(_string(item.get("content_html")))
    return _read(guid, _string(item.get("title")), link, ", ".join(_authors(item)), said)


def _authors(item: Mapping[str, Any]) -> Iterator[str]:
    given = item.get("authors")
    for author in given if isinstance(given, list) else [item.get("author")]:
        if isinstance(author, dict) and (name := _string(author.get("name"))):
            yield name


def _read(guid: str, title: str, link: str, caller: str, summary: str) -> Read | None:
    """Put an entry together; one without a title is called by how it begins, and one without anything is nothing."""
    called = plain.line(title, TITLE_AT_MOST) or plain.line(summary, TITLE_AT_MOST)
    if not called:
        return None
    details = Details(title_sl=called, caller=plain.line(caller, CALLER_AT_MOST),
                      summary_sl=plain.block(summary, SUMMARY_AT_MOST), link=plain.link(link))  # fmt: skip
    return Read(plain.line(guid, GUID_AT_MOST) or None, Content(details))
