"""What members do with events."""

from handlers.context import Ask, Command, Tap
from handlers.events import buttons, screens
from handlers.reply import Answer
from handlers.routes import on_command, on_link, on_tap
from handlers.screen import Screen
from storage.events import actions, reading
from storage.events.reading import Card
from storage.events.rules import EventId
from storage.people import Role

MEMBER = Role.LIBRARIAN
LINK = "e_"
"""Links to events begin so."""

DIGITS = 18
"""So many digits fit the books."""


@on_command("events", "dogodki", may=MEMBER)
async def events(command: Command) -> Answer:
    """/events: what is to come."""
    return await _upcoming(command, 0)


@on_tap(buttons.Events, may=MEMBER)
async def events_page(tap: Tap[buttons.Events]) -> Answer:
    """A page of what is to come."""
    return await _upcoming(tap, tap.button.page)


async def _upcoming(ask: Ask, page: int) -> Screen:
    return screens.upcoming(await ask.db.read(reading.upcoming, ask.person.id, page, ask.now), ask.say, ask.now)


@on_tap(buttons.Mine, may=MEMBER)
async def mine_page(tap: Tap[buttons.Mine]) -> Answer:
    """A page of where I have a seat."""
    found = await tap.db.read(reading.mine, tap.person.id, tap.button.page, tap.now)
    return screens.mine(found, tap.say, tap.now)


async def _card(ask: Ask, event_id: EventId) -> Card | None:
    return await ask.db.read(reading.card, event_id, ask.person.id, ask.now)


@on_link(LINK, may=MEMBER)
async def link(command: Command) -> Answer:
    """A link to an event."""
    number = command.argument
    known = number.isascii() and number.isdigit() and len(number) <= DIGITS
    one = await _card(command, EventId(int(number))) if known else None
    return screens.no_such(command.say) if one is None else screens.card(one, command.say, command.now)


@on_tap(buttons.OpenEvent, may=MEMBER)
async def open_event(tap: Tap[buttons.OpenEvent]) -> Answer:
    """An event's card."""
    button = tap.button
    one = await _card(tap, button.event_id)
    return screens.no_such(tap.say) if one is None else screens.card(one, tap.say, tap.now, screens.back_to(button))


@on_tap(buttons.Describe, may=MEMBER)
async def describe(tap: Tap[buttons.Describe]) -> Answer:
    """What an event is about."""
    one = await _card(tap, tap.button.event_id)
    return screens.no_such(tap.say) if one is None else screens.described(one, tap.say)


@on_tap(buttons.Register, may=MEMBER)
async def register(tap: Tap[buttons.Register]) -> Answer:
    """Ask for a seat."""
    outcome = await tap.db.transact(actions.register, tap.button.event_id, tap.person.id, tap.now)
    return screens.registered(outcome, tap.say, tap.now)


@on_tap(buttons.Unregister, may=MEMBER)
async def unregister(tap: Tap[buttons.Unregister]) -> Answer:
    """Give up a seat, once it was asked about."""
    if not tap.button.sure:
        one = await _card(tap, tap.button.event_id)
        return screens.no_such(tap.say) if one is None else screens.ask_unregister(one, tap.say, tap.now)
    outcome = await tap.db.transact(actions.give_up, tap.button.event_id, tap.person.id, tap.now)
    return screens.unregistered(outcome, tap.say, tap.now)


@on_tap(buttons.Coming, may=MEMBER)
async def coming(tap: Tap[buttons.Coming]) -> Answer:
    """The answer to a reminder: I come."""
    one = await _card(tap, tap.button.event_id)
    return screens.no_such(tap.say) if one is None else screens.coming(one, tap.say, tap.now)


ROUTES = (
    events, events_page, mine_page, link, open_event, describe, register, unregister, coming,
)  # fmt: skip
