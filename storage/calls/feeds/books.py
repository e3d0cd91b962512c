"""Reading and writing the rows of feeds and their entries."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, delete, insert, select, update

from storage.calls import plain
from storage.calls.feeds.matching import Known
from storage.calls.feeds.rules import (
    Entry,
    EntryId,
    Feed,
    FeedId,
    Health,
    Judged,
    Read,
    Source,
    State,
    Trouble,
)
from storage.calls.feeds.tables import call_entries, call_feeds
from storage.calls.rules import CallId, Content, Topic
from storage.calls.rules import State as CallState
from storage.calls.tables import calls
from storage.people import PersonId

SETTLED = (State.PUBLISHED, State.CHANGED)
"""Where an entry is of which a call has come."""


def feed_of(row: RowMapping) -> Feed:
    """Read a row of `call_feeds`."""
    trouble = None if row["trouble"] is None else Trouble(row["trouble"])
    return Feed(
        FeedId(row["id"]), Source(row["url"], row["columns"], row["etag"], row["modified"]), row["title"],
        tuple(Topic(topic) for topic in row["topics"]), row["looks"], row["next_at"], row["looked_at"],
        Health(row["failures"], trouble, row["status"], told=row["told"]), row["added_by"],
    )  # fmt: skip


def entry_of(row: RowMapping) -> Entry:
    """Read a row of `call_entries`."""
    accepted = None if row["accepted"] is None else plain.content(row["accepted"])
    return Entry(
        EntryId(row["id"]), FeedId(row["feed_id"]), row["guid"], plain.content(row["seen"]), accepted,
        State(row["state"]), row["number"], row["call_id"],
    )  # fmt: skip


def find(tx: Connection, feed_id: FeedId) -> Feed | None:
    """Find a feed."""
    row = tx.execute(select(call_feeds).where(call_feeds.c.id == feed_id)).mappings().first()
    return None if row is None else feed_of(row)


def lock(tx: Connection, feed_id: FeedId) -> Feed | None:
    """Find a feed, and let nobody else decide on its entries until the transaction ends."""
    chosen = select(call_feeds).where(call_feeds.c.id == feed_id).with_for_update()
    row = tx.execute(chosen).mappings().first()
    return None if row is None else feed_of(row)


def at(tx: Connection, url: str) -> Feed | None:
    """Find the feed with an address."""
    row = tx.execute(select(call_feeds).where(call_feeds.c.url == url)).mappings().first()
    return None if row is None else feed_of(row)


def find_entry(tx: Connection, entry_id: EntryId) -> Entry | None:
    """Find an entry."""
    row = tx.execute(select(call_entries).where(call_entries.c.id == entry_id)).mappings().first()
    return None if row is None else entry_of(row)


def lock_entry(tx: Connection, entry_id: EntryId) -> tuple[Feed, Entry] | None:
    """Find an entry with its feed, and let nobody else decide on it until the transaction ends."""
    found = find_entry(tx, entry_id)
    feed = None if found is None else lock(tx, found.feed)
    entry = find_entry(tx, entry_id)
    return None if feed is None or entry is None else (feed, entry)


def create(
    tx: Connection, source: Source, title: str, topics: Sequence[Topic], by: PersonId | None, now: datetime
) -> Feed:
    """Write a new feed, which is looked at as soon as can be."""
    values = {
        "url": source.url, "columns": None if source.columns is None else dict(source.columns), "title": title,
        "topics": list(topics), "looks": 0, "next_at": now, "failures": 0, "told": False, "added_by": by,
        "added_at": now,
    }  # fmt: skip
    row = tx.execute(insert(call_feeds).values(values).returning(call_feeds)).mappings().one()
    return feed_of(row)


def write_look(tx: Connection, feed: Feed, judged: Judged, source: Source | None, now: datetime) -> None:
    """Write how a look went; `source` is where the feed is and what its server said, None if it could not be read."""
    health = judged.health
    values: dict[str, Any] = {
        "looks": feed.looks + 1, "next_at": judged.next_at, "failures": health.failures, "trouble": health.trouble,
        "status": health.status, "told": health.told,
    }  # fmt: skip
    if source is not None:
        url = feed.source.url if at(tx, source.url) else source.url
        values |= {"url": url, "etag": source.etag, "modified": source.modified, "looked_at": now}
    tx.execute(update(call_feeds).where(call_feeds.c.id == feed.id).values(values))


def due(tx: Connection, now: datetime, limit: int) -> list[Feed]:
    """List the feeds that are to be looked at, the longest due first."""
    chosen = select(call_feeds).where(call_feeds.c.next_at <= now).order_by(call_feeds.c.next_at, call_feeds.c.id)
    return [feed_of(row) for row in tx.execute(chosen.limit(limit)).mappings()]


def known_here(tx: Connection, feed: Feed) -> list[Known]:
    """List the entries of a feed, by which what it has now is recognised."""
    return _known(tx, call_entries.c.feed_id == feed.id, own=True)


def known_elsewhere(tx: Connection, feed: Feed, now: datetime) -> list[Known]:
    """List the entries of other feeds, but for those that are the same as others, and the calls that run.

    Without the calls of this feed's own entries: two entries of a feed are two calls.
    """
    entries = _known(tx, (call_entries.c.feed_id != feed.id) & (call_entries.c.state != State.DOUBLE), own=False)
    runs = calls.c.state == CallState.OPEN, calls.c.ends_at.is_(None) | (calls.c.ends_at > now)
    own = select(call_entries.c.call_id).where(call_entries.c.feed_id == feed.id, call_entries.c.call_id.is_not(None))
    rows = tx.execute(select(calls.c.id, calls.c.details).where(*runs, calls.c.id.not_in(own)).order_by(calls.c.id))
    found = ((CallId(number), plain.details(kept)) for number, kept in rows)
    return [*entries, *(Known(number, None, one.link, one.title_sl, one.caller) for number, one in found)]


def _known(tx: Connection, which: ColumnElement[bool], *, own: bool) -> list[Known]:
    chosen = select(call_entries, call_feeds.c.title).join(call_feeds).where(which).order_by(call_entries.c.id)
    found = ((entry_of(row), row["title"]) for row in tx.execute(chosen).mappings())
    return [
        Known(entry, entry.guid if own else None, said.link, said.title_sl, said.caller or title)
        for entry, title in found
        for said in [entry.seen.details]
    ]


def add_entries(tx: Connection, feed: Feed, found: Sequence[tuple[Read, State, CallId | None]], now: datetime) -> None:
    """Write entries that are new; one of which there is a call already counts as decided on, as it is read now."""
    rows = [
        {"feed_id": feed.id, "guid": read.guid, "seen": plain.of_content(read.content), "state": state, "number": 1,
         "accepted": plain.of_content(read.content) if call is not None else None, "call_id": call, "seen_at": now}
        for read, state, call in found
    ]  # fmt: skip
    if rows:
        tx.execute(insert(call_entries), rows)


def write_again(tx: Connection, entry: Entry, read: Read, state: State, now: datetime) -> None:
    """Write an entry as it is read now."""
    values = {"guid": read.guid, "seen": plain.of_content(read.content), "state": state, "number": entry.number + 1,
              "seen_at": now}  # fmt: skip
    tx.execute(update(call_entries).where(call_entries.c.id == entry.id).values(values))


def still_there(tx: Connection, entries: Sequence[EntryId], now: datetime) -> None:
    """Write down that entries were there."""
    tx.execute(update(call_entries).where(call_entries.c.id.in_(entries)).values(seen_at=now))


def forget(tx: Connection, feed: Feed, before: datetime) -> None:
    """Drop entries that have not been there since a moment, and of which no call came."""
    old = call_entries.c.feed_id == feed.id, call_entries.c.seen_at < before, call_entries.c.state.not_in(SETTLED)
    tx.execute(delete(call_entries).where(*old))


def decide(
    tx: Connection, entry_id: EntryId, state: State, call_id: CallId | None = None, accepted: Content | None = None
) -> None:
    """Write what the office has decided on an entry; `accepted` is what it was then."""
    kept = None if accepted is None else plain.of_content(accepted)
    values = {"state": state, "call_id": call_id, "accepted": kept}
    tx.execute(update(call_entries).where(call_entries.c.id == entry_id).values(values))


def dismiss(tx: Connection, feed_id: FeedId, last: EntryId) -> int:
    """Dismiss all suggestions of a feed until the last that was seen; return how many."""
    here = call_entries.c.feed_id == feed_id, call_entries.c.state == State.NEW, call_entries.c.id <= last
    return tx.execute(update(call_entries).where(*here).values(state=State.DISMISSED)).rowcount


def remove(tx: Connection, feed_id: FeedId) -> None:
    """Drop a feed with its entries; the calls that came of them stay."""
    tx.execute(delete(call_entries).where(call_entries.c.feed_id == feed_id))
    tx.execute(delete(call_feeds).where(call_feeds.c.id == feed_id))
