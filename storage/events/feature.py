"""What events offer to the rest of the books."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, select, update

from storage.books import Feature
from storage.events import notices
from storage.events.reading import about
from storage.events.tables import events, registrations
from storage.people import PersonId, people


def leave(tx: Connection, person_id: PersonId, now: datetime) -> None:
    """Free a person's seats to come; the past ones keep the library and lose the person.

    The person's row is locked first, so that no seat is given to them in the meantime.
    """
    tx.execute(select(people.c.id).where(people.c.id == person_id).with_for_update())
    to_come = tx.execute(
        select(registrations.c.id, registrations.c.event_id)
        .join(events, events.c.id == registrations.c.event_id)
        .where(registrations.c.person_id == person_id, registrations.c.cancelled_at.is_(None), events.c.starts_at > now)
    ).all()
    for seat, event_id in to_come:
        notices.take_back(tx, event_id, seat)
    tx.execute(
        update(registrations).where(registrations.c.id.in_([row.id for row in to_come])).values(cancelled_at=now)
    )
    tx.execute(update(registrations).where(registrations.c.person_id == person_id).values(person_id=None))


def with_seat(args: Mapping[str, Any]) -> Select[Any]:
    """Choose those with a seat at an event."""
    seated = registrations.c.event_id == args["event"], registrations.c.cancelled_at.is_(None)
    return select(registrations.c.person_id).where(*seated, registrations.c.person_id.is_not(None))


def without_seat(args: Mapping[str, Any]) -> Select[Any]:
    """Choose those without a seat at an event."""
    return select(people.c.id).where(people.c.id.not_in(with_seat(args)))


FEATURE = Feature(
    "events", on_due={notices.REMINDER: notices.reminder_due}, leave=leave, about=about,
    audiences={"seat": with_seat, "no_seat": without_seat},
)  # fmt: skip
