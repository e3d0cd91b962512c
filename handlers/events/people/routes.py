"""What the office does with those at an event."""

import asyncio
from datetime import datetime

from handlers.context import Tap
from handlers.events import words
from handlers.events.people import buttons, screens, sheet
from handlers.events.staff_screens import no_such
from handlers.reply import Answer
from handlers.routes import on_tap
from handlers.screen import File
from handlers.texts import Say
from storage.events import by_hand, desk, roster
from storage.events.roster import Roster
from storage.people import Role

STAFF = Role.STAFF


@on_tap(buttons.People, may=STAFF)
async def people(tap: Tap[buttons.People]) -> Answer:
    """Those with a seat, or those who wait."""
    button = tap.button
    found = await tap.db.read(desk.listed, button.event_id, button.which, button.page)
    return no_such(tap.say) if found is None else screens.listed(found, tap.say)


@on_tap(buttons.Attendee, may=STAFF)
async def attendee(tap: Tap[buttons.Attendee]) -> Answer:
    """One of them."""
    found = await tap.db.read(desk.attendee, tap.button.number)
    return screens.nobody(tap.say) if found is None else screens.attendee(*found, tap.button.page, tap.say, tap.now)


@on_tap(buttons.TakeOff, may=STAFF)
async def take_off(tap: Tap[buttons.TakeOff]) -> Answer:
    """Take somebody off, once it was asked about."""
    number = tap.button.number
    found = await tap.db.read(desk.attendee, number)
    if found is None:
        return screens.nobody(tap.say)
    event, one = found
    if not tap.button.sure:
        return screens.ask_take_off(event, one, tap.say)
    done = await tap.db.transact(by_hand.take_off, event.id, number, tap.person.id, tap.now)
    return screens.taken_off(done, event, tap.say)


@on_tap(buttons.PeopleSheet, may=STAFF)
async def spreadsheet(tap: Tap[buttons.PeopleSheet]) -> Answer:
    """Everybody with all answers, written beside the event loop."""
    found = await tap.db.read(roster.roster, tap.button.event_id)
    if found is None:
        return no_such(tap.say)
    content = await asyncio.to_thread(sheet.everybody, found, tap.say)
    title, number = words.title(found.event.details, tap.say), str(found.event.id)
    return File(tap.say.label("people-sheet-file", number=number), content, tap.say("people-sheet-caption",
                title=title, count=len(found.rows)))  # fmt: skip


@on_tap(buttons.PeoplePaper, may=STAFF)
async def printable(tap: Tap[buttons.PeoplePaper]) -> Answer:
    """The names by library, set beside the event loop."""
    found = await tap.db.read(roster.roster, tap.button.event_id)
    if found is None:
        return no_such(tap.say)
    content = await asyncio.to_thread(_paper, found, tap.say, tap.now)
    title, number = words.title(found.event.details, tap.say), str(found.event.id)
    return File(tap.say.label("people-paper-file", number=number), content, tap.say("people-paper-caption",
                title=title))  # fmt: skip


def _paper(found: Roster, say: Say, now: datetime) -> bytes:
    from handlers.events.people import paper  # noqa: PLC0415 - fpdf2 takes 0.2 s and 40 MB

    return paper.names(found, say, now)


@on_tap(buttons.WriteTo, may=STAFF)
async def write_to(tap: Tap[buttons.WriteTo]) -> Answer:
    """Ask to whom a message goes."""
    found = await tap.db.read(desk.overview, tap.button.event_id, tap.now)
    return no_such(tap.say) if found is None else screens.ask_write_to(found, tap.say)


ROUTES = (people, attendee, take_off, spreadsheet, printable, write_to)
