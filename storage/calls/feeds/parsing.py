"""What a feed holds, whichever format it is in. Pure; but what is hostile is read in a process of its own: `apart`."""

import json
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urljoin

from storage.calls.feeds import formats, portal, table
from storage.calls.feeds.matching import canonical
from storage.calls.feeds.rules import ENTRIES_AT_MOST, Columns, Document, Read

BOM = b"\xef\xbb\xbf"
FEED_TYPES = {"application/rss+xml", "application/atom+xml", "application/feed+json"}
HEAD = 200_000
"""Bytes of a page in which it may name its feeds."""


@dataclass(frozen=True, slots=True)
class Page:
    """It is no feed; these are the addresses of feeds that it names, if it is a web page."""

    feeds: tuple[str, ...] = ()


def read(content: bytes, url: str, content_type: str | None = None, columns: Columns | None = None) -> Document | Page:
    """Read a feed that came from `url`: the newest entries, each once."""
    found = _read(content.removeprefix(BOM), url, content_type, columns)
    if found is None:
        return Page(_feeds(content[:HEAD].decode("utf-8", "replace"), url))
    return Document(found.kind, found.title, _each_once(found.entries)[:ENTRIES_AT_MOST], found.every)


def _read(content: bytes, url: str, content_type: str | None, columns: Columns | None) -> Document | None:
    if columns is not None or _is_table(url, content_type):
        return table.read(_decoded(content), columns)
    if content.lstrip()[:1] in {b"{", b"["}:
        return _read_json(content)
    return formats.read_xml(content, url, content_type)


def _read_json(content: bytes) -> Document | None:
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        return None
    if formats.is_json_feed(found):
        return formats.read_json(found)
    return portal.read(found) if portal.is_answer(found) else None


def _is_table(url: str, content_type: str | None) -> bool:
    kind = (content_type or "").partition(";")[0].strip().lower()
    return kind == "text/csv" or url.partition("?")[0].lower().endswith(".csv")


def _decoded(content: bytes) -> str:
    """Decode as spreadsheets write: UTF-8, else Windows-1250."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("windows-1250", "replace")


def _each_once(entries: tuple[Read, ...]) -> tuple[Read, ...]:
    """Leave out what an entry before it says again: the same name of the feed's own, and the same page or title."""
    seen: set[tuple[str | None, str]] = set()
    kept = []
    for entry in entries:
        details = entry.content.details
        mark = entry.guid, canonical(details.link) if details.link else details.title_sl
        if mark not in seen:
            seen.add(mark)
            kept.append(entry)
    return tuple(kept)


class _Links(HTMLParser):
    """Gathers the feeds that a page names in its head."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at a link."""
        given = dict(attrs)
        kind = (given.get("type") or "").strip().lower()
        if tag == "link" and "alternate" in (given.get("rel") or "").lower().split() and kind in FEED_TYPES:
            self.found.append((given.get("href") or "").strip())


def _feeds(page: str, url: str) -> tuple[str, ...]:
    links = _Links()
    links.feed(page)
    found = []
    for link in links.found:
        try:
            found.append(urljoin(url, link))
        except ValueError:
            continue
    return tuple(found)
