"""The waiting list moves: offers that nobody answered end, and what is free is offered to those who wait.

Whoever changes what is free calls `settle` before the transaction ends, and so does the end of each offer. One that is
swept late holds nothing meanwhile: every count asks whether an offer lives.
"""

from datetime import datetime

from sqlalchemy import Connection, select

from storage import due
from storage.due import Due
from storage.events import books, notices, seats
from storage.events.rules import Event, EventId, RegistrationId
from storage.events.seats import Offer, State
from storage.events.tables import ACTIVE, registrations

OFFER_ENDS = "event_offer_ends"
FIRST_COME = "event_first_come"


def settle(tx: Connection, event: Event, now: datetime) -> list[Offer]:
    """End what is over and offer what is free; return the offers that were made. The event's row is locked."""
    for over in books.overdue(tx, event.id, now):
        _lapse(tx, event, over, now)
    waiting = books.queue(tx, event.id)
    if not waiting:
        return []
    plan(tx, event, now)
    taken, by_library = books.free(tx, event.id, now)
    made = seats.offers(event, taken, by_library, waiting, now)
    for offer in made:
        books.settle(tx, offer.id, State.OFFERED, offer_ends_at=offer.ends_at)
        due.add(tx, [_ends(event.id, offer)])
        notices.tell_offered(tx, event, offer, now)
    if seats.first_come(event, now) and taken < event.details.capacity:
        notices.tell_first_come(tx, event, [one.id for one in waiting], now)
    return made


def _ends(event_id: EventId, offer: Offer) -> Due:
    args = {"event": event_id}
    return Due(f"{OFFER_ENDS}:{event_id}:{offer.id}:{offer.ends_at:%Y%m%d%H%M}", OFFER_ENDS, offer.ends_at, None, args)


def plan(tx: Connection, event: Event, now: datetime) -> None:
    """Write down, since somebody waits, when free seats are for the first who takes them."""
    at = event.details.starts_at - seats.FIRST_COME
    if at > now:
        due.add(tx, [Due(f"{FIRST_COME}:{event.id}:{at:%Y%m%d%H%M}", FIRST_COME, at, None, {"event": event.id})])


def _lapse(tx: Connection, event: Event, over: Offer, now: datetime) -> None:
    state = seats.lapsed(event, over.ends_at)
    if state is State.WAITING:
        books.settle(tx, over.id, state, offer_ends_at=None)
        return
    books.settle(tx, over.id, state, cancelled_at=now)
    notices.tell_lapsed(tx, event, over.id, now)


def settle_due(tx: Connection, row: Due, now: datetime) -> None:
    """Move the list when an offer ends, or when seats are for the first who takes them."""
    event = books.lock(tx, EventId(row.args["event"]))
    if event is not None and not event.cancelled:
        settle(tx, event, now)


def drop(tx: Connection, event_id: EventId) -> None:
    """Let no offer end and no seat be for the first any more: the event is off."""
    due.drop(tx, f"{OFFER_ENDS}:{event_id}:%")
    due.drop(tx, f"{FIRST_COME}:{event_id}:%")


def refused_until(tx: Connection, registration_id: RegistrationId) -> datetime | None:
    """Tell until when an offer that was refused would have lived; None if it was not."""
    here = registrations.c.id == registration_id, registrations.c.state == State.REFUSED, ~ACTIVE
    return tx.execute(select(registrations.c.offer_ends_at).where(*here)).scalar()
