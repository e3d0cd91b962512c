"""What the office sees of feeds and of what they suggest."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Select, func, select

from storage import pages
from storage.calls import books as call_books
from storage.calls import news, publishing
from storage.calls.feeds import actions, books, matching
from storage.calls.feeds.matching import Change
from storage.calls.feeds.rules import WAITING, Entry, EntryId, Feed, FeedId, State
from storage.calls.feeds.tables import call_entries, call_feeds
from storage.calls.news import Expected
from storage.calls.rules import Call, Content
from storage.pages import Page

PAGE = 6


@dataclass(frozen=True, slots=True)
class Line:
    """A feed, and how many of its suggestions and changes wait."""

    feed: Feed
    new: int
    changed: int

    @property
    def waiting(self) -> int:
        """What is to be decided on."""
        return self.new + self.changed


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of what waits, of one feed or (`feed` None) of all; changes first. `last` is the newest of all of it."""

    feed: Feed | None
    page: Page[Entry]
    last: EntryId | None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An entry with the call it would become, or the one that came of it and what has changed.

    Publishing it would tell `told` at once and in digests; taking the change over would tell what is `expected`.
    """

    feed: Feed
    entry: Entry
    content: Content
    call: Call | None
    change: Change | None
    told: tuple[int, int] = (0, 0)
    expected: Expected | None = None


def listed(tx: Connection) -> list[Line]:
    """List all feeds, in the order in which they were added."""
    feeds = [books.feed_of(row) for row in tx.execute(select(call_feeds).order_by(call_feeds.c.id)).mappings()]
    counts = _counts(tx)
    return [_line(feed, counts) for feed in feeds]


def line(tx: Connection, feed_id: FeedId) -> Line | None:
    """Find a feed with what waits of it."""
    feed = books.find(tx, feed_id)
    return None if feed is None else _line(feed, _counts(tx))


def _line(feed: Feed, counts: dict[tuple[int, str], int]) -> Line:
    return Line(feed, counts.get((feed.id, State.NEW), 0), counts.get((feed.id, State.CHANGED), 0))


def _counts(tx: Connection) -> dict[tuple[int, str], int]:
    chosen = select(call_entries.c.feed_id, call_entries.c.state, func.count()).where(call_entries.c.state.in_(WAITING))
    rows = tx.execute(chosen.group_by(call_entries.c.feed_id, call_entries.c.state))
    return {(feed, state): count for feed, state, count in rows}


def suggestions(tx: Connection, feed_id: FeedId | None, page: int) -> Listed | None:
    """Read one page of what waits; one that is not there any more is the last one."""
    feed = None if feed_id is None else books.find(tx, feed_id)
    if feed_id is not None and feed is None:
        return None
    chosen = _waiting(feed_id)
    total, last = tx.execute(select(func.count(), func.max(chosen.subquery().c.id))).one()
    at = pages.place(page, total, PAGE)
    order = call_entries.c.state != State.CHANGED, call_entries.c.id
    rows = tx.execute(chosen.order_by(*order).limit(PAGE).offset(at.number * PAGE)).mappings()
    return Listed(feed, at.of(tuple(map(books.entry_of, rows))), last)


def _waiting(feed_id: FeedId | None) -> "Select[tuple[object, ...]]":
    chosen = select(call_entries).where(call_entries.c.state.in_(WAITING))
    return chosen if feed_id is None else chosen.where(call_entries.c.feed_id == feed_id)


def suggestion(tx: Connection, entry_id: EntryId, now: datetime) -> Suggestion | None:
    """Find an entry with all that the office decides by."""
    entry = books.find_entry(tx, entry_id)
    feed = None if entry is None else books.find(tx, entry.feed)
    if entry is None or feed is None:
        return None
    call = None if entry.call is None else call_books.find(tx, entry.call)
    content = actions.suggested(feed, entry)
    if entry.state is State.NEW:
        return Suggestion(feed, entry, content, call, None, publishing.foreseen(tx, content, now))
    if entry.state is not State.CHANGED or entry.accepted is None or call is None:
        return Suggestion(feed, entry, content, call, None)
    change = matching.change(entry.accepted, entry.seen)
    after = None if change is None else matching.amended(call.content, change, entry.seen)
    expected = None if after is None else news.foreseen(tx, call, after, now)
    return Suggestion(feed, entry, content, call, change, expected=expected)
