"""What is owed to people with a seat: reminders, and word of a cancelled event."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from storage import due, outbox, people
from storage.due import Due
from storage.events import rules, tables
from storage.events.reading import Card, card
from storage.events.rules import Event, EventId, Lead, RegistrationId
from storage.outbox import MessageKey, Owed
from storage.people import PersonId

REMINDER = "event_reminder"
CANCELLED = "event_cancelled"


def _key(event_id: EventId, seat: RegistrationId | str = "%", lead: Lead | str = "%") -> str:
    """The key of a reminder; without a seat or a lead, the SQL pattern of all of them."""
    return f"event-reminder:{event_id}:{seat}:{lead}"


def reminders(event: Event, seat: RegistrationId, person_id: PersonId, now: datetime) -> list[Due]:
    """List the rows for the reminders that go with a seat."""
    return [
        Due(
            key=_key(event.id, seat, reminder.lead),
            kind=REMINDER,
            at=reminder.at,
            person_id=person_id,
            args={"event": event.id, "seat": seat, "lead": reminder.lead},
        )
        for reminder in rules.reminders(event.details.starts_at, now)
    ]


def take_back(tx: Connection, event_id: EventId, seat: RegistrationId | None = None) -> None:
    """Drop the reminders of one seat (None: of all) that are not due yet, or due and not sent."""
    pattern = _key(event_id) if seat is None else _key(event_id, seat)
    due.drop(tx, pattern)
    outbox.withdraw(tx, pattern)


def reminder_due(tx: Connection, row: Due, now: datetime) -> None:
    """Owe the message that a reminder which has fallen due is, instead of any before that has not been sent."""
    event = tables.lock(tx, row.args["event"])
    person = people.get(tx, row.person_id) if row.person_id is not None else None
    if event is None or person is None:
        return
    seat, lead = RegistrationId(row.args["seat"]), Lead(row.args["lead"])
    if tables.roll(tx, event.id, person.id).mine != seat or not rules.still_due(event, lead, now):
        return
    outbox.withdraw(tx, _key(event.id, seat))
    moment = rules.reminder_moment(event.details.starts_at, person.quiet_from, person.quiet_to, now)
    key = MessageKey(_key(event.id, seat, lead))
    outbox.owe(tx, [Owed(key, person.id, REMINDER, {"event": event.id, "seat": seat}, moment)], now)


def tell_cancelled(tx: Connection, event: Event, told: Sequence[PersonId], now: datetime) -> None:
    """Owe those who had a seat one message that the event is off."""
    messages = []
    for person_id in told:
        if person := people.get(tx, person_id):
            moment = rules.reminder_moment(event.details.starts_at, person.quiet_from, person.quiet_to, now)
            key = MessageKey(f"event-cancelled:{event.id}:{person_id}")
            messages.append(Owed(key, person_id, CANCELLED, {"event": event.id}, moment))
    outbox.owe(tx, messages, now)


def reminder_facts(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Card | None:
    """Find what a reminder says; None when the seat is gone, or the event is off or has started."""
    found = card(tx, args["event"], person_id, now)
    if found is None or found.event.cancelled or found.mine != args["seat"]:
        return None
    return found if now < found.event.details.starts_at else None


def cancelled_facts(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Card | None:
    """Find what the word of a cancelled event says; None when it is too late to matter."""
    found = card(tx, args["event"], person_id, now)
    if found is None or not found.event.cancelled or found.mine is None:
        return None
    return found if now < found.event.details.ends_at else None
