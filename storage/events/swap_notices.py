"""What messages about a seat that is, or was, for a colleague say when they are sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from storage import people
from storage.events import books, substituting
from storage.events.rules import Event
from storage.events.swaps import Handed, SwapId
from storage.people import PersonId


@dataclass(frozen=True, slots=True)
class SwapNews:
    """A seat at an event, and for whom it is or was; `mine` if whoever is told had it."""

    event: Event
    handed: Handed
    mine: bool


def asked_facts(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> SwapNews | None:
    """Find what a question to a colleague says; None once it is answered or taken back, or the seat is gone."""
    found = _facts(tx, person_id, args, now)
    place = substituting.place(tx, found.handed.swap.seat) if found and found.handed.swap.open(now) else None
    return found if place is not None and place[1].held else None


def ended_facts(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> SwapNews | None:
    """Find what word of an answer, of a seat that is another's now, or of one that was kept says."""
    found = _facts(tx, person_id, args, now)
    return None if found is None or found.handed.swap.answer is None else found


def _facts(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> SwapNews | None:
    swap = substituting.find(tx, SwapId(args["swap"]))
    found = substituting.place(tx, swap.seat) if swap else None
    event = books.find(tx, found[0]) if found else None
    to = people.get(tx, swap.to) if swap else None
    if swap is None or found is None or event is None or to is None:
        return None
    if event.cancelled or now >= event.details.starts_at:
        return None
    owner = None if found[1].person is None else people.get(tx, found[1].person)
    handed = Handed(swap, owner.first_name if owner else None, to.first_name, swap.asked_by != found[1].person)
    return SwapNews(event, handed, found[1].person == person_id)
