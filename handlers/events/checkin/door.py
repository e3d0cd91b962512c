"""The door of an event: the office sees how many have come, ticks names, and takes back."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from handlers.context import Live, Tap
from handlers.events import lists
from handlers.events.checkin import buttons, screens
from handlers.events.staff_screens import no_such
from handlers.reply import Answer
from handlers.routes import on_tap
from handlers.screen import Screen
from storage import cards
from storage.cards import Place
from storage.database import Tx
from storage.events import checkin, roster
from storage.events.checkin import AtDoor, Door, NoTicket
from storage.events.door import InAlready, LetIn
from storage.events.rules import EventId
from storage.people import LibraryId, Person, Role

STAFF = Role.STAFF
KIND = "event_door"


@on_tap(buttons.Door, may=STAFF)
async def door(tap: Tap[buttons.Door]) -> Answer:
    """The card of the door; on the day it keeps itself up to date, and its office stands here."""
    found = await tap.db.transact(_stand, tap.button.event_id, tap, tap.now)
    return no_such(tap.say) if found is None else screens.door(found, tap.say, tap.now)


def _stand(tx: Tx, event_id: EventId, tap: Tap[Any], now: datetime) -> Door | None:
    found = checkin.at_door(tx, event_id, now)
    if found is not None and found.open:
        checkin.stand(tx, tap.person.id, event_id)
        if tap.arrival.tapped is not None and tap.arrival.tapped.card is not None:
            place = Place(tap.arrival.chat_id, tap.arrival.tapped.card)
            cards.keep(tx, place, tap.person.id, KIND, {"event": event_id})
    return found


def _load(tx: Tx, person: Person, args: Mapping[str, Any], now: datetime) -> Door | None:
    return checkin.at_door(tx, EventId(args["event"]), now) if person.may(STAFF) else None


LIVE = {KIND: Live(_load, screens.door, over=lambda found: not found.open)}


@on_tap(buttons.DoorList, may=STAFF)
async def libraries(tap: Tap[buttons.DoorList]) -> Answer:
    """Who has a seat, library by library."""
    found = await tap.db.read(roster.roster, tap.button.event_id)
    return no_such(tap.say) if found is None else lists.libraries(screens.LISTS, found, tap.button.page, tap.say)


@on_tap(buttons.DoorNames, may=STAFF)
async def names(tap: Tap[buttons.DoorNames]) -> Answer:
    """Who has a seat from a library."""
    return await _names(tap, tap.button.event_id, tap.button.library_id, tap.button.page)


async def _names(tap: Tap[Any], event_id: EventId, library_id: LibraryId, page: int, said: str | None = None) -> Screen:
    found = await tap.db.read(roster.roster, event_id)
    return no_such(tap.say) if found is None else lists.names(screens.LISTS, found, library_id, page, tap.say, said)


@on_tap(buttons.Tick, may=STAFF)
async def tick(tap: Tap[buttons.Tick]) -> Answer:
    """Somebody has come, or has not after all."""
    button, by = tap.button, tap.person.id
    action = checkin.tick if button.on else checkin.undo
    done = await tap.db.transact(action, button.number, by, tap.now)
    if isinstance(done, NoTicket):
        return screens.not_found(done, tap.say)
    said = None
    if isinstance(done, AtDoor) and not isinstance(done.outcome, LetIn | InAlready):
        said = screens.why_not(done.outcome, done.ticket, tap.say, tap.now)
    row = await tap.db.read(roster.group_of, button.number)
    return await _names(tap, done.ticket.event.id, row, button.page, said)


@on_tap(buttons.LetIn, may=STAFF)
async def let_in(tap: Tap[buttons.LetIn]) -> Answer:
    """Let in whoever came to another door."""
    done = await tap.db.transact(checkin.tick, tap.button.number, tap.person.id, tap.now)
    return screens.scanned(done, tap.say, tap.now)


@on_tap(buttons.TakeBack, may=STAFF)
async def take_back(tap: Tap[buttons.TakeBack]) -> Answer:
    """Whoever showed a ticket has not come after all."""
    done = await tap.db.transact(checkin.undo, tap.button.number, tap.person.id, tap.now)
    return screens.taken_back(done, tap.say)


ROUTES = (door, libraries, names, tick, let_in, take_back)
