"""Consultations, what they ask in which wording, and what was said and voted.

The row of a consultation is the lock for its votes and its log. The tables of sealed ballots keep no order and no
times: see storage/consultations/sealed.py.
"""

from sqlalchemy import (
    JSON,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from storage.people import libraries, people
from storage.schema import Id, Moment, metadata

consultations = Table(
    "consultations",
    metadata,
    Column("id", Id, primary_key=True),
    Column("title_sl", String(200), nullable=False),
    Column("title_en", String(200)),
    Column("ballot", String(20), nullable=False),
    Column("results", String(10), nullable=False),
    Column("remarks", String(10), nullable=False),
    Column("majority", String(20), nullable=False),
    Column("share", String(10), nullable=False),
    Column("quorum", String(20), nullable=False),
    Column("kinds", JSON, nullable=False),
    Column("weights", JSON),
    Column("proxies", Integer, nullable=False),
    Column("state", String(10), nullable=False),
    Column("version", Integer, nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("ends_at", Moment, nullable=False),
    Column("ends_local", String(16), nullable=False),
    Column("closed_at", Moment),
    Column("reminded_at", Moment),
    Column("created_by", Id, ForeignKey(people.c.id, ondelete="SET NULL")),
    Column("log_length", Integer, nullable=False),
    Column("log_hash", String(64), nullable=False),
    Index(None, "ends_at"),
)

roll = Table(
    "roll",
    metadata,
    Column("consultation_id", Id, ForeignKey(consultations.c.id), primary_key=True),
    Column("library_id", Id, primary_key=True, autoincrement=False),
    Column("code", String(60), nullable=False),
    Column("name", String(200), nullable=False),
    Column("kind", String(60), nullable=False),
    Column("weight", String(40), nullable=False),
)
"""The libraries that are entitled to vote, as they were; it outlives them."""

questions = Table(
    "questions",
    metadata,
    Column("id", Id, primary_key=True),
    Column("consultation_id", Id, ForeignKey(consultations.c.id), nullable=False),
    Index(None, "consultation_id"),
)

wordings = Table(
    "wordings",
    metadata,
    Column("id", Id, primary_key=True),
    Column("question_id", Id, ForeignKey(questions.c.id), nullable=False),
    Column("label", Text, nullable=False),
    Column("title", Text),
    Column("chapter", Text),
    Column("text", Text, nullable=False),
    Column("fingerprint", String(64), nullable=False),
    Index(None, "question_id"),
)
"""What a question is about: an article, in one wording. A new version of the draft adds wordings where it differs."""

outlines = Table(
    "outlines",
    metadata,
    Column("consultation_id", Id, ForeignKey(consultations.c.id), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("question_id", Id, ForeignKey(questions.c.id), nullable=False),
    Column("wording_id", Id, ForeignKey(wordings.c.id), nullable=False),
    UniqueConstraint("question_id", "version"),
)
"""The questions of each version of the draft, in order from 1, each with its wording."""

versions = Table(
    "versions",
    metadata,
    Column("consultation_id", Id, ForeignKey(consultations.c.id), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("preamble", Text, nullable=False),
    Column("drafted", JSON),
    Column("added_at", Moment, nullable=False),
)
"""`drafted` is the outline as staff had put it in order, with what was left out, for the next version to follow."""

votes = Table(
    "votes",
    metadata,
    Column("question_id", Id, ForeignKey(questions.c.id), primary_key=True),
    Column("library_id", Id, ForeignKey(libraries.c.id), primary_key=True),
    Column("wording_id", Id, ForeignKey(wordings.c.id), nullable=False),
    Column("choice", String(10), nullable=False),
    Column("through", Id, ForeignKey(libraries.c.id)),
    Column("role", String(20), nullable=False),
    Column("person_id", Id, ForeignKey(people.c.id, ondelete="SET NULL")),
    Column("receipt", String(20), nullable=False),
    Column("file_id", String(200)),
    Column("at", Moment, nullable=False),
    Index(None, "library_id"),
    Index(None, "person_id"),
)
"""Open votes, the last of each library. `through` is the library that cast it, none for a letter (`file_id`)."""

ballots = Table(
    "ballots",
    metadata,
    Column("wording_id", Id, ForeignKey(wordings.c.id), primary_key=True),
    Column("seal", String(64), primary_key=True),
    Column("choice", String(10), nullable=False),
    Index(None, "seal"),
    sqlite_with_rowid=False,
)
"""Sealed votes, of which nobody can tell whose they are."""

voters = Table(
    "voters",
    metadata,
    Column("wording_id", Id, ForeignKey(wordings.c.id), primary_key=True),
    Column("library_id", Id, ForeignKey(libraries.c.id), primary_key=True),
    sqlite_with_rowid=False,
)
"""The libraries that have cast a sealed vote on a wording."""

stances = Table(
    "stances",
    metadata,
    Column("id", Id, primary_key=True),
    Column("question_id", Id, ForeignKey(questions.c.id), nullable=False),
    Column("person_id", Id, ForeignKey(people.c.id, ondelete="SET NULL")),
    Column("library_id", Id, ForeignKey(libraries.c.id), nullable=False),
    Column("wording_id", Id, ForeignKey(wordings.c.id), nullable=False),
    Column("choice", String(10), nullable=False),
    Column("at", Moment, nullable=False),
    UniqueConstraint("question_id", "person_id"),
    Index(None, "person_id"),
)
"""What librarians think of a question."""

remarks = Table(
    "remarks",
    metadata,
    Column("id", Id, primary_key=True),
    Column("question_id", Id, ForeignKey(questions.c.id), nullable=False),
    Column("person_id", Id, ForeignKey(people.c.id, ondelete="SET NULL")),
    Column("library_id", Id, ForeignKey(libraries.c.id), nullable=False),
    Column("wording_id", Id, ForeignKey(wordings.c.id), nullable=False),
    Column("kind", String(10), nullable=False),
    Column("text", Text, nullable=False),
    Column("at", Moment, nullable=False),
    UniqueConstraint("question_id", "person_id", "kind"),
    Index(None, "person_id"),
    sqlite_autoincrement=True,
)
"""Comments and amendments, one of each kind for a person and a question. A number is never given again."""

supports = Table(
    "supports",
    metadata,
    Column("id", Id, primary_key=True),
    Column("remark_id", Id, ForeignKey(remarks.c.id, ondelete="CASCADE"), nullable=False),
    Column("person_id", Id, ForeignKey(people.c.id, ondelete="SET NULL")),
    Column("library_id", Id, ForeignKey(libraries.c.id), nullable=False),
    UniqueConstraint("remark_id", "person_id"),
    Index(None, "person_id"),
)
"""Who says the same as a comment or an amendment."""

proxies = Table(
    "proxies",
    metadata,
    Column("consultation_id", Id, ForeignKey(consultations.c.id), primary_key=True),
    Column("from_id", Id, ForeignKey(libraries.c.id), primary_key=True),
    Column("to_id", Id, ForeignKey(libraries.c.id), nullable=False),
)
"""Which library has given its vote to which."""

ballot_log = Table(
    "ballot_log",
    metadata,
    Column("consultation_id", Id, ForeignKey(consultations.c.id), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),
    Column("hash", String(64), nullable=False),
    Column("receipt", String(64)),
    Index(None, "consultation_id", "receipt"),
)
"""Every vote, change, delegation and closing; nothing here is ever changed. `receipt` finds an entry again."""

positions = Table(
    "positions",
    metadata,
    Column("consultation_id", Id, ForeignKey(consultations.c.id), primary_key=True),
    Column("stage", String(20), nullable=False),
    Column("file_id", String(200), nullable=False),
    Column("name", String(120), nullable=False),
    Column("changed_at", Moment, nullable=False),
)
"""The association's position: the document as Telegram has it, and how far it has come."""
