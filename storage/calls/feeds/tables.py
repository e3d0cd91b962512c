"""Feeds, and the entries that were read from them. The row of a feed is the lock for its entries."""

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Index, Integer, String, Table

from storage.calls.tables import calls
from storage.people import people
from storage.schema import Id, Moment, metadata

call_feeds = Table(
    "call_feeds",
    metadata,
    Column("id", Id, primary_key=True),
    Column("url", String(500), nullable=False, unique=True),
    Column("columns", JSON(none_as_null=True)),
    Column("etag", String(500)),
    Column("modified", String(100)),
    Column("title", String(200), nullable=False),
    Column("topics", JSON, nullable=False),
    Column("looks", Integer, nullable=False),
    Column("next_at", Moment),
    Column("looked_at", Moment),
    Column("failures", Integer, nullable=False),
    Column("trouble", String(20)),
    Column("status", Integer),
    Column("told", Boolean, nullable=False),
    Column("added_by", Id, ForeignKey(people.c.id, ondelete="SET NULL")),
    Column("added_at", Moment, nullable=False),
    Index(None, "next_at"),
    sqlite_autoincrement=True,
)
"""A number is never given again: an old button never means another feed."""

call_entries = Table(
    "call_entries",
    metadata,
    Column("id", Id, primary_key=True),
    Column("feed_id", Id, ForeignKey(call_feeds.c.id, ondelete="CASCADE"), nullable=False),
    Column("guid", String(500)),
    Column("seen", JSON, nullable=False),
    Column("accepted", JSON(none_as_null=True)),
    Column("state", String(10), nullable=False),
    Column("number", Integer, nullable=False),
    Column("call_id", Id, ForeignKey(calls.c.id)),
    Column("seen_at", Moment, nullable=False),
    Index(None, "feed_id", "state"),
    Index(None, "state"),
    Index(None, "call_id"),
    sqlite_autoincrement=True,
)
"""`seen` and `accepted` as storage/calls/plain.py lays calls out."""
