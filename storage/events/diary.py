"""Events as calendars show them: those at which somebody has a seat, each with when it was last changed."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, func, select

from storage.events import books
from storage.events.rules import Event, EventId
from storage.events.seats import State
from storage.events.tables import ACTIVE, event_versions, events, registrations
from storage.people import PersonId

PAST = timedelta(days=90)
"""So long an event stays in a calendar that is over."""


@dataclass(frozen=True, slots=True)
class Dated:
    """An event, and when it was published, changed or called off last."""

    event: Event
    at: datetime


def _dated(person_id: PersonId) -> Select[Any]:
    changed = select(func.max(event_versions.c.at)).where(event_versions.c.event_id == events.c.id).scalar_subquery()
    mine = registrations.c.person_id == person_id, ACTIVE, registrations.c.state == State.SEATED
    joined = events.join(registrations, registrations.c.event_id == events.c.id)
    return select(events, changed.label("changed")).select_from(joined).where(*mine)


def one(tx: Connection, event_id: EventId, person_id: PersonId) -> Dated | None:
    """Find an event at which a person has a seat, or had one when it was called off."""
    row = tx.execute(_dated(person_id).where(events.c.id == event_id)).mappings().first()
    return None if row is None else _read(row)


def everything(tx: Connection, person_id: PersonId, now: datetime) -> list[Dated]:
    """List the events at which a person has a seat, in order, with those that were called off or have just been."""
    chosen = _dated(person_id).where(events.c.ends_at > now - PAST).order_by(events.c.starts_at, events.c.id)
    return [_read(row) for row in tx.execute(chosen).mappings()]


def _read(row: Any) -> Dated:  # noqa: ANN401 - a row with `changed` beside the event
    moments = (row["published_at"], row["changed"], row["cancelled_at"])
    return Dated(books.event_of(row), max(moment for moment in moments if moment is not None))
