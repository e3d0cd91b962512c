"""Check-in and what comes after an event: doors, materials, certificates, the survey."""

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    and_,
    or_,
    true,
)

from storage.events.seats import State
from storage.events.tables import ACTIVE, events, registrations
from storage.people import people
from storage.schema import Id, Moment, metadata

CAME: ColumnElement[bool] = and_(
    ACTIVE,
    registrations.c.state == State.SEATED,
    or_(
        registrations.c.attended.is_(true()),
        and_(registrations.c.attended.is_(None), registrations.c.checked_in_at.is_not(None)),
    ),
)
"""Who was there: those of whom staff have said so, and until they have, those who checked in."""

doors = Table(
    "doors",
    metadata,
    Column("person_id", Id, ForeignKey(people.c.id, ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("event_id", Id, ForeignKey(events.c.id), nullable=False),
)
"""At which event's door somebody from the office stands."""

materials = Table(
    "materials",
    metadata,
    Column("id", Id, primary_key=True),
    Column("event_id", Id, ForeignKey(events.c.id), nullable=False),
    Column("readers", String(10), nullable=False),
    Column("name", String(100), nullable=False),
    Column("kind", String(10), nullable=False),
    Column("file_id", String(200), nullable=False),
    Column("added_by", Id, ForeignKey(people.c.id, ondelete="SET NULL")),
    Column("added_at", Moment, nullable=False),
    Column("told", Boolean, nullable=False),
    Index(None, "event_id"),
    sqlite_autoincrement=True,
)
"""Files that Telegram has, for some `readers`; `told` once these know of them."""

certificates = Table(
    "certificates",
    metadata,
    Column("id", Id, primary_key=True),
    Column("registration_id", Id, ForeignKey(registrations.c.id), nullable=False, unique=True),
    Column("code", String(20), nullable=False, unique=True),
    Column("name", String(100)),
    Column("issued_at", Moment, nullable=False),
    sqlite_autoincrement=True,
)
"""The only place where somebody's whole name is; it goes when they are erased. The id is the certificate's number."""

ratings = Table(
    "ratings",
    metadata,
    Column("event_id", Id, ForeignKey(events.c.id), primary_key=True),
    Column("stars", Integer, primary_key=True, autoincrement=False),
    Column("count", Integer, nullable=False),
)
"""How many have given so many stars: nobody's are written down by themselves."""

opinions = Table(
    "opinions",
    metadata,
    Column("event_id", Id, ForeignKey(events.c.id), primary_key=True),
    Column("key", String(32), primary_key=True),
    Column("text", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""What was written of an event, in an order that means nothing."""

raters = Table(
    "raters",
    metadata,
    Column("event_id", Id, ForeignKey(events.c.id), primary_key=True),
    Column("registration_id", Id, ForeignKey(registrations.c.id), primary_key=True),
    Column("wrote", Boolean, nullable=False),
    sqlite_with_rowid=False,
)
"""Who has given stars, and who has written as well."""
