"""What is owed to single people about events: reminders, offers of a seat, word of a cancelled event."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from storage import due, outbox, people
from storage.due import Due
from storage.events import books, crowds, rules
from storage.events.reading import Card, card
from storage.events.rules import Event, EventId, Lead, RegistrationId
from storage.events.seats import State
from storage.events.tables import events, registrations
from storage.outbox import MessageKey, Owed
from storage.people import Person, PersonId

REMINDER = "event_reminder"
CANCELLED = "event_cancelled"
OFFERED = "event_offered"
LAPSED = "event_lapsed"
FIRST_COME = "event_first_come"
LATE = "event_late"
ENTERED = "event_entered"
REMOVED = "event_removed"

OFFER = "event-offer"
"""The keys of word of offers begin so."""


def _key(event_id: EventId, seat: RegistrationId | str = "%", lead: Lead | str = "%", start: str = "%") -> str:
    """The key of a reminder; without a seat or a lead, the SQL pattern of all of them."""
    return f"event-reminder:{event_id}:{seat}:{lead}:{start}"


def _start(event: Event) -> str:
    return f"{event.details.starts_at:%Y%m%d%H%M}"


def reminders(event: Event, seat: RegistrationId, person_id: PersonId, now: datetime) -> list[Due]:
    """List the rows for the reminders that go with a seat."""
    return [
        Due(
            key=_key(event.id, seat, reminder.lead, _start(event)),
            kind=REMINDER,
            at=reminder.at,
            person_id=person_id,
            args={"event": event.id, "seat": seat, "lead": reminder.lead},
        )
        for reminder in rules.reminders(event.details, now)
    ]


def move_reminders(tx: Connection, event: Event, now: datetime) -> None:
    """Write the reminders of an event that has moved, in place of those that have not been sent.

    One that has fallen due and waits for the morning stays, if it does not come again and is still worth a message.
    """
    due.drop(tx, _key(event.id))
    coming = {reminder.lead for reminder in rules.reminders(event.details, now)}
    for lead in Lead:
        if lead in coming or not rules.still_due(event, lead, now):
            outbox.withdraw(tx, _key(event.id, lead=lead))
    here = registrations.c.event_id == event.id, registrations.c.state == State.SEATED
    chosen = select(registrations.c.id, registrations.c.person_id).where(*here, registrations.c.person_id.is_not(None))
    rows = [one for row in tx.execute(chosen.order_by(registrations.c.id))
            for one in reminders(event, row.id, row.person_id, now)]  # fmt: skip
    due.add(tx, rows)


def take_back(tx: Connection, event_id: EventId, seat: RegistrationId | None = None) -> None:
    """Drop the reminders and offers of one seat (None: of all) that are not due yet, or due and not sent."""
    whose = select(registrations.c.person_id).where(registrations.c.id == seat)
    person_id = None if seat is None else tx.execute(whose).scalar()
    due.drop(tx, _key(event_id, seat or "%"), person_id)
    for pattern in (_key(event_id, seat or "%"), f"{OFFER}:{event_id}:{seat or '%'}:%"):
        outbox.withdraw(tx, pattern, person_id)


def reminder_due(tx: Connection, row: Due, now: datetime) -> None:
    """Owe the message that a reminder which has fallen due is, instead of any before that has not been sent."""
    event = books.lock(tx, row.args["event"])
    person = people.get(tx, row.person_id) if row.person_id is not None else None
    if event is None or person is None:
        return
    seat, lead = RegistrationId(row.args["seat"]), Lead(row.args["lead"])
    if row.key != _key(event.id, seat, lead, _start(event)) or not rules.still_due(event, lead, now):
        return
    here = registrations.c.id == seat, registrations.c.state == State.SEATED
    if tx.execute(select(registrations.c.id).where(*here)).scalar() is None:
        return
    outbox.withdraw(tx, _key(event.id, seat), person.id)
    owe(tx, REMINDER, row.key, event, person, {"event": event.id, "seat": seat}, now)


def owe(
    tx: Connection, kind: str, key: str, event: Event, person: Person, args: Mapping[str, Any], now: datetime,
    until: datetime | None = None,
) -> None:  # fmt: skip
    """Owe a person one message, after their quiet hours if that is before `until`, else before the start."""
    ends = until or event.details.starts_at
    moment = rules.reminder_moment(ends, person.quiet_from, person.quiet_to, now)
    outbox.owe(tx, [Owed(MessageKey(key), person.id, kind, args, moment)], now)


def _whose(tx: Connection, seat: RegistrationId) -> Person | None:
    """Find whose seat or place it is; None for a guest, or somebody who has left."""
    person_id = tx.execute(select(registrations.c.person_id).where(registrations.c.id == seat)).scalar()
    return None if person_id is None else people.get(tx, person_id)


def tell_offered(
    tx: Connection, event: Event, seats: Sequence[RegistrationId], ends_at: datetime, now: datetime
) -> None:
    """Owe those who wait word of the seats that are held for them."""
    crowds.owe(tx, OFFERED, event, seats, OFFER, now, ends_at)


def tell_lapsed(tx: Connection, event: Event, seats: Sequence[RegistrationId], now: datetime) -> None:
    """Owe some word that the seats which were held for them have gone to the next."""
    crowds.owe(tx, LAPSED, event, seats, "event-lapsed", now)


def tell_first_come(tx: Connection, event: Event, seats: Sequence[RegistrationId], now: datetime) -> None:
    """Owe those who wait word, once, that there is a seat for the first who takes it."""
    crowds.owe(tx, FIRST_COME, event, seats, "event-first-come", now)


def tell_late(tx: Connection, event: Event, seat: RegistrationId, now: datetime) -> None:
    """Owe whoever sees to an event word that somebody has given up a seat late, and why."""
    began = tx.execute(select(events.c.created_by).where(events.c.id == event.id)).scalar()
    for person_id in people.in_charge(tx, began):
        if (person := people.get(tx, person_id)) is not None:
            key, args = f"event-late:{event.id}:{seat}:{person_id}", {"event": event.id, "seat": seat}
            owe(tx, LATE, key, event, person, args, now)


def tell_entered(tx: Connection, event: Event, seat: RegistrationId, now: datetime) -> None:
    """Owe somebody word that the office has let them in."""
    if (person := _whose(tx, seat)) is not None:
        args = {"event": event.id, "seat": seat}
        owe(tx, ENTERED, f"event-entered:{event.id}:{seat}", event, person, args, now)


def tell_speaks(tx: Connection, event: Event, seat: RegistrationId, now: datetime) -> None:
    """Owe somebody who was in already word that they are to speak; that says that they are in, too."""
    if (person := _whose(tx, seat)) is not None:
        _take_back_entered(tx, event, seat, person)
        owe(tx, ENTERED, f"event-speaks:{event.id}:{seat}", event, person, {"event": event.id, "seat": seat}, now)


def _take_back_entered(tx: Connection, event: Event, seat: RegistrationId, person: Person) -> None:
    for word in ("entered", "speaks"):
        outbox.withdraw(tx, f"event-{word}:{event.id}:{seat}", person.id)


def tell_removed(tx: Connection, event: Event, seat: RegistrationId, now: datetime) -> None:
    """Owe somebody word that the office has taken them off; word of coming in that has not gone does not go."""
    if (person := _whose(tx, seat)) is not None:
        _take_back_entered(tx, event, seat, person)
        owe(tx, REMOVED, f"event-removed:{event.id}:{seat}", event, person, {"event": event.id}, now)


def tell_cancelled(tx: Connection, event: Event, seats: Sequence[RegistrationId], now: datetime) -> int:
    """Owe those who had a seat or waited one message that the event is off; return how many they are."""
    return crowds.owe(tx, CANCELLED, event, seats, "event-cancelled", now)


def reminder_facts(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Card | None:
    """Find what a reminder says; None when the seat is gone, or the event is off or has started."""
    found = card(tx, args["event"], person_id, now)
    if found is None or found.event.cancelled or not found.seated or found.mine is None:
        return None
    return found if found.mine.id == args["seat"] and now < found.event.details.starts_at else None


def cancelled_facts(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Card | None:
    """Find what the word of a cancelled event says; None when it is too late to matter."""
    found = card(tx, args["event"], person_id, now)
    if found is None or not found.event.cancelled or found.mine is None:
        return None
    return found if now < found.event.details.ends_at else None


def offered_facts(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Card | None:
    """Find what word of an offer says; None once it is answered or over."""
    found = card(tx, args["event"], person_id, now)
    if found is None or found.mine is None or not found.mine.offered(now) or found.event.cancelled:
        return None
    same = found.mine.offer_ends_at == datetime.fromisoformat(args["ends_at"])
    return found if same and found.mine.id == args["seat"] else None


def entered_facts(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Card | None:
    """Find what word of coming in by hand says; None once it is otherwise, or it is too late to matter."""
    found = card(tx, args["event"], person_id, now)
    if found is None or found.mine is None or found.mine.id != args["seat"] or found.event.cancelled:
        return None
    return found if now < found.event.details.ends_at else None


def lapsed_facts(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Card | None:
    """Find what word of a lapsed offer, or of being taken off, says; None once they are in again, or it is too late."""
    found = card(tx, args["event"], person_id, now)
    if found is None or found.mine is not None or found.event.cancelled:
        return None
    return found if now < found.event.details.starts_at else None


def first_come_facts(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Card | None:
    """Find what word of a seat for the first says; None once there is none, or they do not wait any more."""
    found = card(tx, args["event"], person_id, now)
    if found is None or found.mine is None or found.mine.state is not State.WAITING or not found.left:
        return None
    return found if not found.event.cancelled and now < found.event.details.starts_at else None


@dataclass(frozen=True, slots=True)
class Late:
    """Who has given up a seat late, and why."""

    event: Event
    name: str | None
    library: str | None
    reason: str


def late_facts(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Late | None:  # noqa: ARG001
    """Find what word of a seat that was given up late says."""
    event, seat = books.find(tx, args["event"]), RegistrationId(args["seat"])
    reason = tx.execute(select(registrations.c.reason).where(registrations.c.id == seat)).scalar()
    if event is None or reason is None:
        return None
    who = _whose(tx, seat)
    if who is None:
        return Late(event, None, None, reason)
    return Late(event, who.first_name, who.library.name if who.library else None, reason)
