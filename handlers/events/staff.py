"""What the office does with events: see how they stand and who comes, call off."""

from handlers.context import Tap
from handlers.events import buttons, staff_screens
from handlers.reply import Answer
from handlers.routes import on_tap
from storage.events import desk, publishing, reading
from storage.people import Role

STAFF = Role.STAFF


@on_tap(buttons.OfficeEvents, may=STAFF)
async def events(tap: Tap[buttons.OfficeEvents]) -> Answer:
    """All events, a page of them."""
    page = await tap.db.read(reading.everything, tap.person.id, tap.button.page, tap.now)
    return staff_screens.listed(page, tap.say, tap.now)


@on_tap(buttons.OfficeEvent, may=STAFF)
async def event(tap: Tap[buttons.OfficeEvent]) -> Answer:
    """An event's card for the office."""
    found = await tap.db.read(desk.overview, tap.button.event_id, tap.now)
    if found is None:
        return staff_screens.no_such(tap.say)
    return staff_screens.event(found, tap.button.page, tap.reach.bot_username, tap.say, tap.now)


@on_tap(buttons.WhoComes, may=STAFF)
async def who_comes(tap: Tap[buttons.WhoComes]) -> Answer:
    """The seats by library."""
    seats = await tap.db.read(reading.seats, tap.button.event_id)
    return staff_screens.no_such(tap.say) if seats is None else staff_screens.who_comes(seats, tap.button.page, tap.say)


@on_tap(buttons.CallOff, may=STAFF)
async def call_off(tap: Tap[buttons.CallOff]) -> Answer:
    """Call an event off, once it was asked about."""
    if not tap.button.sure:
        found = await tap.db.read(desk.overview, tap.button.event_id, tap.now)
        return staff_screens.no_such(tap.say) if found is None else staff_screens.ask_call_off(found, tap.say, tap.now)
    outcome = await tap.db.transact(publishing.cancel_event, tap.button.event_id, tap.person.id, tap.now)
    return staff_screens.called_off(outcome, tap.say)


ROUTES = (events, event, who_comes, call_off)
