"""A workshop, and short ways to let people at it."""

import dataclasses
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, func, select

from storage import due, outbox
from storage.database import Database
from storage.events import actions, publishing, tables
from storage.events.feature import FEATURE
from storage.events.publishing import Published
from storage.events.rules import Event, EventDetails, EventId, Kind
from storage.events.seats import Registered, State
from storage.local_time import LJUBLJANA
from storage.people import PersonId
from storage.schema import Moment

NOW = datetime(2027, 3, 1, 9, tzinfo=UTC)
START = datetime(2027, 5, 12, 9, 30, tzinfo=LJUBLJANA).astimezone(UTC)
WORKSHOP = EventDetails(
    kind=Kind.TRAINING,
    title_sl="Delavnica: Lokalna zbirka na spletu",
    title_en="Workshop: Local collections online",
    description_sl="Od digitalizacije do objave.",
    description_en="From digitising to publishing.",
    starts_at=START,
    ends_at=START + timedelta(hours=4, minutes=30),
    place="Maribor",
    link=None,
    capacity=30,
    closes_at=START - timedelta(days=7),
)


def workshop(**changes: Any) -> EventDetails:
    """The workshop, but for some changes."""
    return dataclasses.replace(WORKSHOP, **changes)


async def publish(books: Database, by: PersonId | None = None, now: datetime = NOW, **changes: Any) -> Event:
    """Publish the workshop, but for some changes."""
    outcome = await books.transact(publishing.publish, by, workshop(**changes), now)
    assert isinstance(outcome, Published)
    return outcome.event


async def register(books: Database, event: Event, person: PersonId, now: datetime = NOW) -> Registered:
    """Let a person ask for a seat."""
    done = await books.transact(actions.register, event.id, person, now)
    assert isinstance(done, actions.Registration)
    return done.outcome


def owed(tx: Connection) -> list[tuple[str, int, datetime]]:
    """What is in the outbox: kind, person and when it may go, or went."""
    columns = outbox.outbox.c
    moment = func.coalesce(columns.not_before, columns.settled_at, type_=Moment)
    rows = tx.execute(select(columns.kind, columns.person_id, moment).order_by(columns.id))
    return [tuple(row) for row in rows]


def to_come(tx: Connection) -> list[datetime]:
    """When the rows in due fall due."""
    return list(tx.execute(select(due.due.c.at).order_by(due.due.c.at)).scalars())


async def fire(books: Database, now: datetime) -> None:
    """Let everything fall due that does by now."""
    while await books.transact(due.fire, FEATURE.on_due, now):
        pass


def seats_taken(tx: Connection, event_id: EventId) -> int:
    """Count the seats by hand."""
    columns = tables.registrations.c
    here = columns.event_id == event_id, columns.cancelled_at.is_(None), columns.state == State.SEATED
    return len(tx.execute(select(columns.id).where(*here)).all())
