"""Events and registrations."""

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
    bindparam,
    case,
    func,
    insert,
    select,
)

from storage.events.rules import Event, EventDetails, EventId, Kind, RegistrationId, Roll
from storage.local_time import LJUBLJANA
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


def event_of(row: RowMapping) -> Event:
    """Read a row of `events`."""
    details = EventDetails(
        kind=Kind(row["kind"]),
        title_sl=row["title_sl"],
        title_en=row["title_en"],
        description_sl=row["description_sl"],
        description_en=row["description_en"],
        starts_at=row["starts_at"],
        ends_at=row["ends_at"],
        place=row["place"],
        link=row["link"],
        capacity=row["capacity"],
        closes_at=row["closes_at"],
    )
    return Event(EventId(row["id"]), details, cancelled=row["cancelled_at"] is not None)


def add_event(tx: Connection, details: EventDetails, by: PersonId | None, now: datetime) -> EventId:
    """Write a new event down."""
    values = {column: getattr(details, column) for column in EventDetails.__slots__}
    statement = insert(events).values(
        **values,
        starts_local=_local(details.starts_at),
        ends_local=_local(details.ends_at),
        created_by=by,
        published_at=now,
    )
    return EventId(tx.execute(statement.returning(events.c.id)).scalar_one())


def _local(moment: datetime) -> str:
    """The time on the wall in Ljubljana, to the minute: what was promised, whatever becomes of summer time."""
    return moment.astimezone(LJUBLJANA).strftime("%Y-%m-%dT%H:%M")


def find(tx: Connection, event_id: EventId) -> Event | None:
    """Find an event."""
    row = tx.execute(select(events).where(events.c.id == event_id)).mappings().first()
    return event_of(row) if row else None


_LOCK = select(events).where(events.c.id == bindparam("event")).with_for_update()
_ROLL = select(
    func.count(), func.max(case((registrations.c.person_id == bindparam("person"), registrations.c.id)))
).where(registrations.c.event_id == bindparam("event"), _seated)
_ENTER = insert(registrations).returning(registrations.c.id)
"""What every tap on a registration needs is put together once."""


def lock(tx: Connection, event_id: EventId) -> Event | None:
    """Find an event and let nobody else change it or its seats until the transaction ends."""
    row = tx.execute(_LOCK, {"event": event_id}).mappings().first()
    return event_of(row) if row else None


def roll(tx: Connection, event_id: EventId, person_id: PersonId) -> Roll:
    """Count an event's seats and find the person's own."""
    taken, mine = tx.execute(_ROLL, {"event": event_id, "person": person_id}).one()
    return Roll(taken, mine)


def enter(
    tx: Connection, event_id: EventId, person_id: PersonId, library_id: LibraryId | None, now: datetime
) -> RegistrationId:
    """Write a seat down."""
    values = {"event_id": event_id, "person_id": person_id, "library_id": library_id, "registered_at": now}
    return RegistrationId(tx.execute(_ENTER, values).scalar_one())


def seated(tx: Connection, event_id: EventId) -> list[PersonId]:
    """List who has a seat, in the order in which they registered; nobody of them leaves until the transaction ends."""
    rows = tx.execute(
        select(people.c.id)
        .join(registrations, registrations.c.person_id == people.c.id)
        .where(registrations.c.event_id == event_id, _seated)
        .order_by(registrations.c.id)
        .with_for_update(read=True, key_share=True, of=people)
    )
    return [PersonId(one) for one in rows.scalars()]


def with_taken() -> Select[Any]:
    """Start a query for events with `taken`, the number of their seats that are taken."""
    taken = (
        select(func.count())
        .where(registrations.c.event_id == events.c.id, _seated)
        .correlate(events)
        .scalar_subquery()
        .label("taken")
    )
    return select(events, taken)


def has_seat(person_id: PersonId) -> Any:  # noqa: ANN401 - an SQL expression
    """Whether the person has a seat at the event of a query for events."""
    return (
        select(registrations.c.id)
        .where(registrations.c.event_id == events.c.id, registrations.c.person_id == person_id, _seated)
        .correlate(events)
        .exists()
    )
