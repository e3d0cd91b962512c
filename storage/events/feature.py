"""What events offer to the rest of the books."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, select, update

from storage.books import Feature
from storage.events import (
    actions,
    books,
    certificates,
    materials,
    news,
    notices,
    substituting,
    survey,
    waiting,
)
from storage.events.reading import about
from storage.events.seats import State
from storage.events.tables import ACTIVE, events, registrations
from storage.people import PersonId, people


def leave(tx: Connection, person_id: PersonId, now: datetime) -> None:
    """Free a person's seats and places to come, for those who wait; the past ones keep the library and lose the person.

    The person's row is locked first, so that no seat is given to them in the meantime.
    """
    tx.execute(select(people.c.id).where(people.c.id == person_id).with_for_update())
    mine = registrations.c.person_id == person_id
    joined = registrations.join(events, events.c.id == registrations.c.event_id)
    to_come = select(registrations.c.event_id).select_from(joined).where(mine, ACTIVE, events.c.starts_at > now)
    for event_id in tx.execute(to_come.order_by(registrations.c.event_id)).scalars().all():
        event = books.lock(tx, event_id)
        seat = tx.execute(select(registrations.c.id).where(mine, ACTIVE, registrations.c.event_id == event_id)).scalar()
        if event is not None and seat is not None:
            actions.release(tx, event, seat, State.REMOVED, now)
            waiting.settle(tx, event, now)
    certificates.forget(tx, person_id)
    tx.execute(update(registrations).where(mine).values(person_id=None, answers={}, reason=None))


def with_seat(args: Mapping[str, Any]) -> Select[Any]:
    """Choose those with a seat at an event."""
    seated = registrations.c.event_id == args["event"], ACTIVE, registrations.c.state == State.SEATED
    return select(registrations.c.person_id).where(*seated, registrations.c.person_id.is_not(None))


def in_list(args: Mapping[str, Any]) -> Select[Any]:
    """Choose those who wait for a seat at an event, or have been offered one."""
    waits = registrations.c.event_id == args["event"], ACTIVE, registrations.c.state != State.SEATED
    return select(registrations.c.person_id).where(*waits, registrations.c.person_id.is_not(None))


def without_seat(args: Mapping[str, Any]) -> Select[Any]:
    """Choose those without a seat at an event."""
    return select(people.c.id).where(people.c.id.not_in(with_seat(args)))


FEATURE = Feature(
    "events",
    on_due={
        notices.REMINDER: notices.reminder_due, waiting.OFFER_ENDS: waiting.settle_due,
        waiting.FIRST_COME: waiting.settle_due, news.MATTER.changed: news.changed_due,
        substituting.ENDS: substituting.ends_due,
        materials.KIND: materials.tell_due, survey.KIND: survey.ask_due,
    },
    leave=leave, about=about, audiences={"seat": with_seat, "waits": in_list, "no_seat": without_seat},
)  # fmt: skip
