"""Calls, their deadlines and versions, who follows and was told of them, and what libraries have declared.

The row of a call is the lock for what is said about it.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Time,
    UniqueConstraint,
    true,
)

from storage.people import libraries, people
from storage.schema import Id, Moment, metadata

calls = Table(
    "calls",
    metadata,
    Column("id", Id, primary_key=True),
    Column("details", JSON, nullable=False),
    Column("state", String(10), nullable=False),
    Column("version", Integer, nullable=False),
    Column("published_at", Moment, nullable=False),
    Column("ends_at", Moment),
    Column("created_by", Id, ForeignKey(people.c.id, ondelete="SET NULL")),
    Column("reminded_at", Moment),
    Index(None, "state", "ends_at"),
)
"""`details` as storage/calls/plain.py lays them out; `ends_at` is when the last of the call's own deadlines is over;
libraries that had not decided were last asked at `reminded_at`."""

call_topics = Table(
    "call_topics",
    metadata,
    Column("call_id", Id, ForeignKey(calls.c.id), primary_key=True),
    Column("topic", String(20), primary_key=True),
    Index(None, "topic"),
)

consortia = Table(
    "consortia",
    metadata,
    Column("id", Id, primary_key=True),
    Column("call_id", Id, ForeignKey(calls.c.id), nullable=False),
    Column("name", String(120), nullable=False),
    Column("lead_id", Id, ForeignKey(libraries.c.id), nullable=False),
    Column("founded_at", Moment, nullable=False),
    Column("ended_at", Moment),
    Index(None, "call_id"),
)

consortium_members = Table(
    "consortium_members",
    metadata,
    Column("consortium_id", Id, ForeignKey(consortia.c.id), primary_key=True),
    Column("library_id", Id, ForeignKey(libraries.c.id), primary_key=True),
    Column("joined_at", Moment, nullable=False),
    Index(None, "library_id"),
)
"""Who is in it now, the lead too."""

consortium_invites = Table(
    "consortium_invites",
    metadata,
    Column("consortium_id", Id, ForeignKey(consortia.c.id), primary_key=True),
    Column("library_id", Id, ForeignKey(libraries.c.id), primary_key=True),
    Column("person_id", Id, ForeignKey(people.c.id, ondelete="SET NULL")),
    Column("at", Moment, nullable=False),
    Index(None, "person_id"),
)
"""The libraries that have not answered yet, and who has invited them."""

call_offers = Table(
    "call_offers",
    metadata,
    Column("id", Id, primary_key=True),
    Column("call_id", Id, ForeignKey(calls.c.id), nullable=False),
    Column("library_id", Id, ForeignKey(libraries.c.id), nullable=False),
    Column("person_id", Id, ForeignKey(people.c.id, ondelete="CASCADE"), nullable=False),
    Column("side", String(10), nullable=False),
    Column("part", String(10), nullable=False),
    Column("brings", String(500), nullable=False),
    Column("line", String(120)),
    Column("at", Moment, nullable=False),
    UniqueConstraint("call_id", "library_id"),
    Index(None, "person_id"),
    sqlite_autoincrement=True,
)
"""What a library seeks or offers as a partner, and the `line` by which who says so can be reached, for whom both sides
agree. A number is never given again."""

call_answers = Table(
    "call_answers",
    metadata,
    Column("offer_id", Id, ForeignKey(call_offers.c.id, ondelete="CASCADE"), primary_key=True),
    Column("library_id", Id, ForeignKey(libraries.c.id), primary_key=True),
    Column("person_id", Id, ForeignKey(people.c.id, ondelete="CASCADE"), nullable=False),
    Column("line", String(120)),
    Column("standing", String(10), nullable=False),
    Column("settled_by", Id, ForeignKey(people.c.id, ondelete="SET NULL")),
    Column("at", Moment, nullable=False),
    Index(None, "person_id"),
    Index(None, "settled_by"),
)
"""The libraries that have answered an offer, and who of the offering side has accepted or refused."""

call_deadlines = Table(
    "call_deadlines",
    metadata,
    Column("id", Id, primary_key=True),
    Column("call_id", Id, ForeignKey(calls.c.id), nullable=False),
    Column("library_id", Id, ForeignKey(libraries.c.id)),
    Column("consortium_id", Id, ForeignKey(consortia.c.id)),
    Column("kind", String(20), nullable=False),
    Column("label", String(120)),
    Column("day", Date, nullable=False),
    Column("hour", Time),
    Column("ends_at", Moment, nullable=False),
    Column("provisional", Boolean, nullable=False),
    Column("words", String(300)),
    Column("changes", Integer, nullable=False, server_default="0"),
    Column("changed_at", Moment),
    Index(None, "call_id"),
    Index(None, "ends_at"),
    sqlite_autoincrement=True,
)
"""Those with a library or a consortium are theirs, the others the call's. A number is never given again.

How often, and when last, one of theirs was changed is counted; the call's own change with its versions."""

call_versions = Table(
    "call_versions",
    metadata,
    Column("call_id", Id, ForeignKey(calls.c.id), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("content", JSON, nullable=False),
    Column("changed_by", Id, ForeignKey(people.c.id, ondelete="SET NULL")),
    Column("at", Moment, nullable=False),
)
"""What a call said in each version, whole."""

call_follows = Table(
    "call_follows",
    metadata,
    Column("person_id", Id, ForeignKey(people.c.id, ondelete="CASCADE"), primary_key=True),
    Column("topic", String(20), primary_key=True),
    Index(None, "topic"),
)

call_preferences = Table(
    "call_preferences",
    metadata,
    Column("person_id", Id, ForeignKey(people.c.id, ondelete="CASCADE"), primary_key=True),
    Column("pace", String(10), nullable=False),
    Column("amount_from", BigInteger),
    Column("own_kind_only", Boolean, nullable=False),
    Column("leads", JSON(none_as_null=True)),
    Column("leads_applying", JSON(none_as_null=True)),
)
"""How a person wants to hear of calls; without a row, as people begin."""

call_readers = Table(
    "call_readers",
    metadata,
    Column("call_id", Id, ForeignKey(calls.c.id), primary_key=True),
    Column("person_id", Id, ForeignKey(people.c.id, ondelete="CASCADE"), primary_key=True),
    Column("told_version", Integer),
    Column("waits", Boolean, nullable=False),
    Column("opened_at", Moment),
    Column("muted", Boolean, nullable=False),
    Column("watches", Boolean, nullable=False),
    Column("asked_version", Integer),
    Column("seen_version", Integer),
    Index(None, "person_id"),
)
"""What ties a person to a call: the version they were told of, or that a digest is to tell them (`waits`); whether they
have opened, muted or chosen it; which version they are asked to have seen, and which they have."""

Index("ix_call_readers_waits", call_readers.c.person_id, sqlite_where=call_readers.c.waits == true(),
      postgresql_where=call_readers.c.waits)  # fmt: skip

call_intents = Table(
    "call_intents",
    metadata,
    Column("call_id", Id, ForeignKey(calls.c.id), primary_key=True),
    Column("library_id", Id, ForeignKey(libraries.c.id), primary_key=True),
    Column("intent", String(20), nullable=False),
    Column("person_id", Id, ForeignKey(people.c.id, ondelete="SET NULL")),
    Column("at", Moment, nullable=False),
    Index(None, "library_id"),
    Index(None, "person_id"),
)
"""What a library has declared."""

call_proposals = Table(
    "call_proposals",
    metadata,
    Column("call_id", Id, ForeignKey(calls.c.id), primary_key=True),
    Column("person_id", Id, ForeignKey(people.c.id, ondelete="CASCADE"), primary_key=True),
    Column("library_id", Id, ForeignKey(libraries.c.id), nullable=False),
    Column("intent", String(20), nullable=False),
    Column("at", Moment, nullable=False),
    Index(None, "person_id"),
)
"""What a librarian proposes that the library declares; it goes when the library declares anything."""

call_done = Table(
    "call_done",
    metadata,
    Column("deadline_id", Id, ForeignKey(call_deadlines.c.id, ondelete="CASCADE"), primary_key=True),
    Column("library_id", Id, ForeignKey(libraries.c.id), primary_key=True),
    Column("person_id", Id, ForeignKey(people.c.id, ondelete="SET NULL")),
    Column("at", Moment, nullable=False),
    Index(None, "person_id"),
)
"""The deadlines that a library has met."""
