"""Events and registrations."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    RowMapping,
    Select,
    String,
    Table,
    Text,
    func,
    insert,
    select,
    update,
)

from storage.events.rules import Event, EventDetails, EventId, Kind, Roll
from storage.people import LibraryId, PersonId, libraries, people
from storage.schema import Id, Moment, metadata

events = Table(
    "events",
    metadata,
    Column("id", Id, primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("title_sl", String(200), nullable=False),
    Column("title_en", String(200)),
    Column("description_sl", Text),
    Column("description_en", Text),
    Column("starts_at", Moment, nullable=False),
    Column("ends_at", Moment, nullable=False),
    Column("starts_local", String(16), nullable=False),
    Column("ends_local", String(16), nullable=False),
    Column("place", String(200)),
    Column("link", String(500)),
    Column("capacity", Integer, nullable=False),
    Column("closes_at", Moment, nullable=False),
    Column("created_by", Id, ForeignKey(people.c.id, ondelete="SET NULL")),
    Column("published_at", Moment, nullable=False),
    Column("cancelled_at", Moment),
    Index(None, "ends_at"),
)

registrations = Table(
    "registrations",
    metadata,
    Column("id", Id, primary_key=True),
    Column("event_id", Id, ForeignKey(events.c.id), nullable=False),
    Column("person_id", Id, ForeignKey(people.c.id, ondelete="SET NULL")),
    Column("library_id", Id, ForeignKey(libraries.c.id)),
    Column("registered_at", Moment, nullable=False),
    Column("cancelled_at", Moment),
    Index(None, "person_id"),
)
_seated = registrations.c.cancelled_at.is_(None)
Index(
    "uq_registrations_seat",
    registrations.c.event_id,
    registrations.c.person_id,
    unique=True,
    sqlite_where=_seated,
    postgresql_where=_seated,
)
