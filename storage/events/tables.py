"""Events and registrations."""

import secrets

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from storage.people import libraries, people
from storage.schema import Id, Moment, metadata


def new_ticket() -> str:
    """Make a ticket: a secret that nobody can guess."""
    return secrets.token_urlsafe(12)


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
    Column("opens_at", Moment),
    Column("free_until", Moment),
    Column("per_library", Integer),
    Column("speakers", JSON, nullable=False),
    Column("speakers_count", Boolean, nullable=False),
    Column("questions", JSON, nullable=False),
    Column("leads", JSON, nullable=False),
    Column("hours", Integer),
    Column("version", Integer, nullable=False),
    Column("series_id", Id, ForeignKey("event_series.id")),
    Column("created_by", Id, ForeignKey(people.c.id, ondelete="SET NULL")),
    Column("published_at", Moment, nullable=False),
    Column("cancelled_at", Moment),
    Column("attendance_at", Moment),
    Index(None, "ends_at"),
    Index(None, "series_id"),
)
"""`attendance_at` is when staff said who had come."""

event_series = Table(
    "event_series",
    metadata,
    Column("id", Id, primary_key=True),
    Column("created_at", Moment, nullable=False),
)
"""Events that were planned together and can be registered for together."""

event_versions = Table(
    "event_versions",
    metadata,
    Column("event_id", Id, ForeignKey(events.c.id), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("starts_at", Moment, nullable=False),
    Column("ends_at", Moment, nullable=False),
    Column("place", String(200)),
    Column("link", String(500)),
    Column("changed_by", Id, ForeignKey(people.c.id, ondelete="SET NULL")),
    Column("at", Moment, nullable=False),
)
"""What those who come relied on, in each version of an event."""

registrations = Table(
    "registrations",
    metadata,
    Column("id", Id, primary_key=True),
    Column("event_id", Id, ForeignKey(events.c.id), nullable=False),
    Column("person_id", Id, ForeignKey(people.c.id, ondelete="SET NULL")),
    Column("library_id", Id, ForeignKey(libraries.c.id)),
    Column("guest", String(200)),
    Column("speaks", Boolean, nullable=False, default=False),
    Column("counts", Boolean, nullable=False, default=True),
    Column("state", String(12), nullable=False),
    Column("offer_ends_at", Moment),
    Column("answers", JSON, nullable=False, default=dict),
    Column("ticket", String(24), nullable=False, unique=True, default=new_ticket),
    Column("told_version", Integer, nullable=False),
    Column("registered_at", Moment, nullable=False),
    Column("registered_by", Id, ForeignKey(people.c.id, ondelete="SET NULL")),
    Column("replaces", Id, ForeignKey("registrations.id")),
    Column("checked_in_at", Moment),
    Column("walked_in", Boolean, nullable=False, default=False),
    Column("attended", Boolean),
    Column("cancelled_at", Moment),
    Column("reason", String(300)),
    Index(None, "person_id"),
    Index("ix_registrations_list", "event_id", "state", "id", "counts", "offer_ends_at", "library_id"),
)
"""Seats, places in the waiting list and offers, in order of arrival. One with `cancelled_at` is over: `state` says how.

`guest` is the name of somebody from outside. Where `counts` is false, it takes no seat from anybody.
`walked_in` tells that somebody came without one. `attended` is what staff said after the event. Seats are counted, and
places found, in the index alone.
"""

ACTIVE = registrations.c.cancelled_at.is_(None)
Index(
    "uq_registrations_seat",
    registrations.c.event_id,
    registrations.c.person_id,
    unique=True,
    sqlite_where=ACTIVE,
    postgresql_where=ACTIVE,
)

substitutions = Table(
    "substitutions",
    metadata,
    Column("id", Id, primary_key=True),
    Column("registration_id", Id, ForeignKey("registrations.id"), nullable=False),
    Column("person_id", Id, ForeignKey(people.c.id, ondelete="CASCADE"), nullable=False),
    Column("asked_by", Id, ForeignKey(people.c.id, ondelete="SET NULL")),
    Column("asked_at", Moment, nullable=False),
    Column("ends_at", Moment, nullable=False),
    Column("ended_at", Moment),
    Column("answer", String(12)),
    Index(None, "person_id"),
    sqlite_autoincrement=True,
)
"""Seats that a colleague may take over; one with `ended_at` is over: `answer` says how."""

OPEN = substitutions.c.ended_at.is_(None)
Index(
    "uq_substitutions_open",
    substitutions.c.registration_id,
    unique=True,
    sqlite_where=OPEN,
    postgresql_where=OPEN,
)
