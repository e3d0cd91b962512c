"""The office says who was at an event."""

from typing import Any

from handlers.context import Tap
from handlers.events import lists
from handlers.events.afterwards import attendance_screens as screens
from handlers.events.afterwards import buttons
from handlers.events.staff_screens import no_such
from handlers.reply import Answer
from handlers.routes import on_tap
from handlers.screen import Screen
from storage.events import attendance, roster
from storage.events.attendance import Said
from storage.events.rules import EventId
from storage.people import Role

STAFF = Role.STAFF


@on_tap(buttons.Attendance, may=STAFF)
async def card(tap: Tap[buttons.Attendance]) -> Answer:
    """Who was at an event, as it stands."""
    return await _card(tap, tap.button.event_id)


async def _card(tap: Tap[Any], event_id: EventId) -> Screen:
    found = await tap.db.read(attendance.attendance, event_id)
    return no_such(tap.say) if found is None else screens.card(found, tap.say, tap.now)


@on_tap(buttons.AttendanceList, may=STAFF)
async def libraries(tap: Tap[buttons.AttendanceList]) -> Answer:
    """Who had a seat, library by library."""
    found = await tap.db.read(roster.roster, tap.button.event_id)
    return no_such(tap.say) if found is None else lists.libraries(screens.LISTS, found, tap.button.page, tap.say)


@on_tap(buttons.AttendanceNames, may=STAFF)
async def names(tap: Tap[buttons.AttendanceNames]) -> Answer:
    """Who had a seat from a library."""
    button = tap.button
    found = await tap.db.read(roster.roster, button.event_id)
    if found is None:
        return no_such(tap.say)
    return lists.names(screens.LISTS, found, button.library_id, button.page, tap.say)


@on_tap(buttons.MarkAttended, may=STAFF)
async def mark(tap: Tap[buttons.MarkAttended]) -> Answer:
    """Somebody was there, or was not."""
    button = tap.button
    done = await tap.db.transact(attendance.mark, button.number, tap.person.id, tap.now, came=bool(button.came))
    if not isinstance(done, Said):
        return screens.not_said(done, tap.say)
    group = await tap.db.read(roster.group_of, button.number)
    return lists.names(screens.LISTS, done.attendance.roster, group, button.page, tap.say)


@on_tap(buttons.ConfirmAttendance, may=STAFF)
async def confirm(tap: Tap[buttons.ConfirmAttendance]) -> Answer:
    """Confirm who was there, once it was asked about."""
    button = tap.button
    if not button.sure:
        found = await tap.db.read(attendance.attendance, button.event_id)
        if found is None:
            return no_such(tap.say)
        ask = not found.confirmed and tap.now >= found.event.details.ends_at and not found.event.cancelled
        return screens.ask(found, button, tap.say) if ask else screens.card(found, tap.say, tap.now)
    everybody = bool(button.everybody)
    done = await tap.db.transact(attendance.confirm, button.event_id, tap.person.id, tap.now, everybody=everybody)
    if not isinstance(done, Said):
        return screens.not_said(done, tap.say)
    return screens.card(done.attendance, tap.say, tap.now)


ROUTES = (card, libraries, names, mark, confirm)
