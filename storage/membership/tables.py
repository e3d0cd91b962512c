"""Invites. Only a hash of each link's secret is kept."""

from sqlalchemy import Column, ForeignKey, Integer, String, Table

from storage.people import libraries, people
from storage.schema import Id, Moment, metadata

invites = Table(
    "invites",
    metadata,
    Column("id", Id, primary_key=True),
    Column("secret_hash", String(64), nullable=False, unique=True),
    Column("role", String(20), nullable=False),
    Column("library_id", Id, ForeignKey(libraries.c.id)),
    Column("uses_allowed", Integer, nullable=False),
    Column("uses", Integer, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("revoked_at", Moment),
    Column("created_by", Id, ForeignKey(people.c.id, ondelete="SET NULL")),
    Column("created_at", Moment, nullable=False),
)
