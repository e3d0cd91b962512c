"""A feed with a call in it, and short ways to look at it."""

import dataclasses
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection, select

from storage.calls.feeds import actions, books, looking, reading
from storage.calls.feeds.looking import Took
from storage.calls.feeds.reading import Suggestion
from storage.calls.feeds.rules import Document, Entry, Feed, Fetched, Kind, Looked, Read
from storage.calls.feeds.tables import call_entries
from storage.calls.publishing import Published
from storage.calls.rules import Call, Content, Deadline, DeadlineKind, Details, Topic, When
from storage.database import Database
from storage.outbox import outbox
from storage.people import PersonId

NOW = datetime(2027, 3, 1, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
URL = "https://www.gov.si/razpisi/rss"
DETAILS = Details("Javni razpis za digitalizacijo knjižnic 2027", caller="Ministrstvo za kulturo",
                  summary_sl="Do 80 odstotkov stroškov.", link="https://www.gov.si/razpisi/1")  # fmt: skip
END = When(date(2027, 4, 15), time(12))


def read(guid: str | None = "1", *ends: When, **changes: Any) -> Read:
    """An entry of the feed, but for some changes."""
    deadlines = tuple(Deadline(DeadlineKind.SUBMISSION, end) for end in ends)
    return Read(guid, Content(dataclasses.replace(DETAILS, **changes), deadlines))


def fetched(feed: Feed, *entries: Read) -> Fetched:
    """A look that found entries."""
    return Fetched(feed.source, Document(Kind.XML, "Razpisi", entries))


async def add(db: Database, url: str = URL, title: str = "Razpisi", now: datetime = NOW) -> Feed:
    """Add a feed."""
    outcome = await db.transact(actions.add, url, None, title, [Topic.DIGITAL], None, now)
    assert isinstance(outcome, actions.Added)
    return outcome.feed


async def look(db: Database, feed: Feed, looked: Looked, now: datetime = NOW) -> Took:
    """Write what came of a look at a feed as it is now."""
    current = await db.read(books.find, feed.id)
    assert current is not None
    outcome = await db.transact(looking.took, feed.id, current.looks, looked, now)
    assert isinstance(outcome, Took)
    return outcome


async def finds(db: Database, feed: Feed, *entries: Read, now: datetime = NOW) -> Took:
    """Let a look find entries."""
    return await look(db, feed, fetched(feed, *entries), now)


def _entries(tx: Connection) -> list[Entry]:
    return [books.entry_of(row) for row in tx.execute(select(call_entries).order_by(call_entries.c.id)).mappings()]


async def entries(db: Database) -> list[Entry]:
    """All entries there are."""
    return await db.read(_entries)


async def suggestion(db: Database, entry: Entry) -> Suggestion:
    """What the office sees of an entry."""
    found = await db.read(reading.suggestion, entry.id, NOW)
    assert found is not None
    return found


async def published(db: Database, entry: Entry, by: PersonId, now: datetime = NOW) -> Call:
    """Publish an entry as it is now."""
    outcome = await db.transact(actions.publish, entry.id, entry.number, by, now)
    assert isinstance(outcome, Published)
    return outcome.call


def _owed(tx: Connection) -> list[tuple[str, int]]:
    chosen = select(outbox.c.kind, outbox.c.person_id).where(outbox.c.kind.startswith("feed_")).order_by(outbox.c.id)
    return [tuple(row) for row in tx.execute(chosen)]


async def owed(db: Database) -> list[tuple[str, int]]:
    """What is owed to the office about feeds: kind and person."""
    return await db.read(_owed)
