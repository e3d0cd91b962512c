"""The waiting list moves: offers that nobody answered end, and what is free is offered to those who wait.

Whoever changes what is free calls `settle` before the transaction ends, and so does the end of each offer. One that is
swept late holds nothing meanwhile: every count asks whether an offer lives.
"""

from datetime import datetime

from sqlalchemy import Connection, select, update

from storage import due
from storage.due import Due
from storage.events import books, notices, seats
from storage.events.rules import Event, EventId, RegistrationId
from storage.events.seats import Offer, State
from storage.events.tables import ACTIVE, registrations
from storage.people import Role, people

OFFER_ENDS = "event_offer_ends"
FIRST_COME = "event_first_come"


def settle(tx: Connection, event: Event, now: datetime) -> list[Offer]:
    """End what is over and offer what is free; return the offers that were made. The event's row is locked."""
    if event.cancelled:
        return []
    _free_former(tx, event, now)
    _lapse(tx, event, books.overdue(tx, event.id, now), now)
    taken, by_library = books.free(tx, event.id, now)
    free, most = event.details.capacity - taken, event.details.per_library
    if free <= 0:
        return []
    full = [] if most is None else [library for library, count in by_library.items() if count >= most]
    if seats.first_come(event, now):
        notices.tell_first_come(tx, event, [one.id for one in books.queue(tx, event.id, full)], now)
        return []
    queue = books.queue(tx, event.id, full, free if most is None else None)
    made = seats.offers(event, taken, by_library, queue, now)
    if made:
        _offer(tx, event, made, now)
    return made


def foreseen(tx: Connection, event: Event, now: datetime) -> int:
    """Count the offers that would be made if an event were so."""
    taken, by_library = books.free(tx, event.id, now)
    return len(seats.offers(event, taken, by_library, books.queue(tx, event.id), now))


def _free_former(tx: Connection, event: Event, now: datetime) -> None:
    """Free what people have whose library is not a member any more."""
    of_library = people.c.role.in_([role for role in Role if role.of_library])
    former = select(people.c.id).where(people.c.library_id.is_(None), of_library)
    here = registrations.c.event_id == event.id, ACTIVE, registrations.c.person_id.in_(former)
    for seat in tx.execute(select(registrations.c.id).where(*here)).scalars().all():
        books.settle(tx, seat, State.REMOVED, cancelled_at=now)
        notices.take_back(tx, event.id, seat)


def _offer(tx: Connection, event: Event, made: list[Offer], now: datetime) -> None:
    ids, ends_at = [one.id for one in made], made[0].ends_at
    books.settle_all(tx, ids, State.OFFERED, offer_ends_at=ends_at)
    due.add(tx, [_at(OFFER_ENDS, event.id, ends_at)])
    notices.tell_offered(tx, event, ids, ends_at, now)


def _at(kind: str, event_id: EventId, at: datetime) -> Due:
    """Make the row by which the list moves at a moment."""
    return Due(f"{kind}:{event_id}:{at.isoformat()}", kind, at, None, {"event": event_id})


def plan(tx: Connection, event: Event, now: datetime) -> None:
    """Write down, since somebody waits or may have to, when free seats are for the first who takes them."""
    at = event.details.starts_at - seats.FIRST_COME
    if at > now:
        due.add(tx, [_at(FIRST_COME, event.id, at)])


def moved(tx: Connection, event: Event, now: datetime) -> None:
    """Let no offer live longer than until seats are for the first, now that the event starts at another moment."""
    at = event.details.starts_at - seats.FIRST_COME
    longer = registrations.c.event_id == event.id, registrations.c.state == State.OFFERED
    tx.execute(update(registrations).where(*longer, registrations.c.offer_ends_at > at).values(offer_ends_at=at))
    plan(tx, event, now)


def _lapse(tx: Connection, event: Event, over: list[Offer], now: datetime) -> None:
    """End offers that nobody answered."""
    waits_on = [one.id for one in over if seats.lapsed(event, one.ends_at) is State.WAITING]
    lapsed = [one.id for one in over if one.id not in waits_on]
    if waits_on:
        books.settle_all(tx, waits_on, State.WAITING, offer_ends_at=None)
    if lapsed:
        books.settle_all(tx, lapsed, State.LAPSED, cancelled_at=now)
        notices.tell_lapsed(tx, event, lapsed, now)


def settle_due(tx: Connection, row: Due, now: datetime) -> None:
    """Move the list when an offer ends, or when seats are for the first who takes them."""
    if (event := books.lock(tx, EventId(row.args["event"]))) is not None:
        settle(tx, event, now)


def drop(tx: Connection, event_id: EventId) -> None:
    """Let no offer end and no seat be for the first any more: the event is off."""
    due.drop(tx, f"{OFFER_ENDS}:{event_id}:%")
    due.drop(tx, f"{FIRST_COME}:{event_id}:%")


def refused_until(tx: Connection, registration_id: RegistrationId) -> datetime | None:
    """Tell until when an offer that was refused would have lived; None if it was not."""
    here = registrations.c.id == registration_id, registrations.c.state == State.REFUSED, ~ACTIVE
    return tx.execute(select(registrations.c.offer_ends_at).where(*here)).scalar()
