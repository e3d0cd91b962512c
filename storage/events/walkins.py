"""Who comes without a seat and is let in at the door.

While there is a seat, they take it. With none left they can be let in all the same, once staff have said so: then they
are beyond the seats and take none, so that the seats that are taken are never more than there are.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from storage import drafts, people
from storage.drafts import Draft, DraftId, Gone, NotYours
from storage.events import actions, books, checkin, door, notices, waiting
from storage.events.books import Entry
from storage.events.checkin import AtDoor, NoTicket
from storage.events.door import Confirmed, OtherDay
from storage.events.rules import Cancelled, Event, EventId, RegistrationId
from storage.events.seats import State
from storage.events.tables import ACTIVE, registrations
from storage.membership import lists
from storage.people import Person, PersonId

FEATURE = "walk_in"
"""The conversation in which staff say who has come is kept under this name."""

SHOWN = 6
"""So many people that fit are shown."""


@dataclass(frozen=True, slots=True)
class WalkedIn:
    """They are in; `beyond` the seats, if there was none."""

    event: Event
    number: RegistrationId
    name: str
    beyond: bool


@dataclass(frozen=True, slots=True)
class Full:
    """There is no seat for them: neither one of the event's, or one that their library may have."""

    event: Event
    name: str
    taken: int


Entering = WalkedIn | Full | AtDoor | NoTicket | OtherDay | Confirmed | Cancelled


@dataclass(frozen=True, slots=True)
class Found:
    """An event, and the people who fit what was typed."""

    event: Event | None
    people: tuple[Person, ...]


def look(tx: Connection, event_id: EventId, text: str) -> Found:
    """Find who may be meant, without those who have come."""
    one = registrations.c
    here = select(one.person_id).where(one.event_id == event_id, ACTIVE, one.checked_in_at.is_not(None))
    came = set(tx.execute(here).scalars())
    fit = [person for person in lists.find(tx, text).people if person.id not in came] if text else []
    return Found(books.find(tx, event_id), tuple(fit[:SHOWN]))


def member(
    tx: Connection, event_id: EventId, person_id: PersonId, by: PersonId, now: datetime, *, beyond: bool
) -> Entering:
    """Let in a member who has no seat; whoever has one is checked in."""
    stays, event = actions.staying(tx, person_id), books.lock(tx, event_id)
    person = people.get(tx, person_id)
    if stays is None or person is None or event is None:
        return NoTicket()
    library = person.library.id if person.library else None
    mine = books.roll(tx, event_id, person_id, library, now).mine
    if mine is not None and mine.state is State.SEATED:
        return checkin.tick(tx, mine.id, by, now)
    return _enter(tx, event, Entry(person_id, library, State.SEATED, by=by), person.first_name, by, now, beyond)


def guest(tx: Connection, draft_id: DraftId, version: int, by: PersonId, now: datetime, *, beyond: bool) -> (
    Entering | NotYours | Gone
):  # fmt: skip
    """Let in a guest whose name was typed, and end the conversation; a second time it is gone."""
    draft = drafts.lock(tx, draft_id, version, by, FEATURE)
    if not isinstance(draft, Draft):
        return draft
    event, name = books.lock(tx, EventId(draft.data["event"])), draft.data.get("text")
    if event is None or name is None:
        return NoTicket()
    entry = Entry(None, None, State.SEATED, guest=name, by=by)
    outcome = _enter(tx, event, entry, name, by, now, beyond)
    if isinstance(outcome, WalkedIn):
        drafts.end(tx, draft_id)
    return outcome


def _enter(
    tx: Connection, event: Event, entry: Entry, name: str, by: PersonId, now: datetime, beyond: bool,  # noqa: FBT001
) -> WalkedIn | Full | OtherDay | Confirmed | Cancelled:  # fmt: skip
    if event.cancelled:
        return Cancelled()
    if not door.is_open(event, now):
        return OtherDay()
    if checkin.confirmed(tx, event.id):
        return Confirmed()
    waiting.settle(tx, event, now)
    roll = books.roll(tx, event.id, entry.person or PersonId(0), entry.library, now)
    mine = roll.mine
    holds = mine is not None and mine.offered(now)
    room = holds or door.has_room(event, roll, now)
    if not room and not beyond:
        return Full(event, name, roll.taken)
    number = mine.id if mine is not None else books.enter(tx, event, entry, now)
    notices.take_back(tx, event.id, number)
    books.settle(tx, number, State.SEATED, offer_ends_at=None, checked_in_at=now, walked_in=True, counts=room)
    checkin.came(tx, event, number, by, now)
    waiting.settle(tx, event, now)
    return WalkedIn(event, number, name, beyond=not room)
