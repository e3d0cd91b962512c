"""The office lets people in, or takes them off, by hand: members, speakers, guests from outside."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select, update

from storage import audit, drafts, due
from storage.drafts import Draft, DraftId, Gone, NotYours
from storage.events import books, notices, rules, waiting
from storage.events.actions import NoSuch, release, staying
from storage.events.books import Entry
from storage.events.rules import CalledOff, Cancelled, Event, EventId, Over, RegistrationId
from storage.events.seats import AlreadyIn, State
from storage.events.tables import ACTIVE, registrations
from storage.people import LibraryId, PersonId, get

FEATURE = "enter_event"
"""The conversation in which staff say who is to be let in is kept under this name."""

GUEST_AT_MOST = 120
"""Characters of a guest's name."""


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody from outside, whom the bot does not know."""

    name: str
    library: LibraryId | None = None


@dataclass(frozen=True, slots=True)
class Entered:
    """They are in: with a seat, or a place in the waiting list."""

    event: Event
    state: State


@dataclass(frozen=True, slots=True)
class NoRoom:
    """There is no seat, and a guest cannot wait: nobody could offer them one."""

    event: Event


@dataclass(frozen=True, slots=True)
class Entering:
    """What became of letting in the guest of a conversation, who that is, and at which event."""

    event_id: EventId
    name: str
    outcome: "Entered | NoRoom | AlreadyIn | Cancelled | Over | NoSuch"


@dataclass(frozen=True, slots=True)
class TakenOff:
    """They are out, and what they had is for those who wait."""

    event: Event
    name: str | None


def enter(
    tx: Connection, event_id: EventId, whom: PersonId | Guest, by: PersonId, now: datetime, *, speaks: bool = False
) -> Entered | NoRoom | AlreadyIn | Cancelled | Over | NoSuch:
    """Let somebody in, whether or not registration is open; those who wait go before them.

    A member who has registered and is to speak, speaks from now on.
    """
    guest = whom if isinstance(whom, Guest) else None
    person = None if isinstance(whom, Guest) or staying(tx, whom) is None else get(tx, whom)
    event = books.lock(tx, event_id)
    if event is None or (guest is None and person is None):
        return NoSuch()
    if not isinstance(over := rules.cancel_event(event, now), CalledOff):
        return over
    waiting.settle(tx, event, now)
    library = guest.library if guest else person.library.id if person and person.library else None
    roll = books.roll(tx, event_id, person.id if person else PersonId(0), library, now)
    if roll.mine is not None:
        return _let_speak(tx, event, roll.mine.id, by, now) if speaks else AlreadyIn()
    counts = event.details.speakers_count or not speaks
    most = event.details.per_library
    room = roll.taken < event.details.capacity and (library is None or most is None or roll.of_library < most)
    if counts and not room and guest is not None:
        return NoRoom(event)
    state = State.SEATED if room or not counts else State.WAITING
    one = Entry(person.id if person else None, library, state, {}, guest.name if guest else None, speaks, by)
    number = books.enter(tx, event, one, now)
    audit.note(tx, by, "enter_event", {"event": event_id, "registration": number}, now)
    if person is not None:
        if state is State.SEATED:
            due.add(tx, notices.reminders(event, number, person.id, now))
        else:
            waiting.plan(tx, event, now)
        if person.id != by:
            notices.tell_entered(tx, event, number, now)
    return Entered(event, state)


def enter_guest(
    tx: Connection, draft_id: DraftId, version: int, by: PersonId, now: datetime
) -> Entering | NotYours | Gone:
    """Let in the guest whose name was typed, and end the conversation; a second time it is gone."""
    draft = drafts.lock(tx, draft_id, version, by, FEATURE)
    if not isinstance(draft, Draft):
        return draft
    name = draft.data.get("text")
    if name is None:
        return Gone()
    event_id, speaks = EventId(draft.data["event"]), bool(draft.data.get("speaks"))
    outcome = enter(tx, event_id, Guest(name), by, now, speaks=speaks)
    if isinstance(outcome, Entered):
        drafts.end(tx, draft_id)
    return Entering(event_id, name, outcome)


def _let_speak(
    tx: Connection, event: Event, number: RegistrationId, by: PersonId, now: datetime
) -> Entered | AlreadyIn:
    """Let somebody who is in already speak: that gives a seat, and may free the one that they had for another."""
    here = registrations.c.id == number
    row = tx.execute(select(registrations.c.speaks, registrations.c.state, registrations.c.person_id).where(here)).one()
    if row.speaks:
        return AlreadyIn()
    counts = event.details.speakers_count
    if counts and row.state != State.SEATED:
        return AlreadyIn()
    values = {"speaks": True, "counts": counts, "state": State.SEATED, "offer_ends_at": None}
    tx.execute(update(registrations).where(here).values(values))
    if row.state != State.SEATED:
        notices.take_back(tx, event.id, number)
        due.add(tx, notices.reminders(event, number, row.person_id, now))
    if row.person_id != by:
        notices.tell_speaks(tx, event, number, now)
    waiting.settle(tx, event, now)
    return Entered(event, State.SEATED)


def take_off(
    tx: Connection, event_id: EventId, number: RegistrationId, by: PersonId, now: datetime
) -> TakenOff | Cancelled | Over | NoSuch:
    """Take somebody off the list; they are told, and what they had goes to those who wait."""
    event = books.lock(tx, event_id)
    here = registrations.c.id == number, registrations.c.event_id == event_id, ACTIVE
    row = tx.execute(select(registrations.c.person_id, registrations.c.guest).where(*here)).first()
    if event is None or row is None:
        return NoSuch()
    if not isinstance(over := rules.cancel_event(event, now), CalledOff):
        return over
    person = None if row.person_id is None else get(tx, row.person_id)
    release(tx, event, number, State.REMOVED, now)
    audit.note(tx, by, "leave_event", {"event": event_id, "registration": number}, now)
    if person is not None and person.id != by:
        notices.tell_removed(tx, event, number, now)
    waiting.settle(tx, event, now)
    return TakenOff(event, person.first_name if person else row.guest)
