"""What members do with events: the lists, a card, a seat of their own."""

from handlers.context import Ask, Command, Tap
from handlers.events import answering, buttons, card, reason, screens, seat_screens
from handlers.events import seat_buttons as own
from handlers.reply import Answer
from handlers.routes import on_command, on_link, on_tap
from handlers.screen import Screen
from storage.events import actions, looking, reading, series
from storage.events.actions import Registration, Unregistration
from storage.events.answering import Purpose
from storage.events.reading import Card
from storage.events.rules import EventId
from storage.events.seats import Asks, NeedsReason, State
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
    """A page of where I have a seat, or wait."""
    found = await tap.db.read(reading.mine, tap.person.id, tap.button.page, tap.now)
    return screens.mine(found, tap.say, tap.now)


async def look(ask: Ask, event_id: EventId) -> Card | None:
    """Find an event with all that whoever asks can do there."""
    return await ask.db.read(looking.look, event_id, ask.person, ask.now)


@on_link(LINK, may=MEMBER)
async def link(command: Command) -> Answer:
    """A link to an event."""
    number = command.argument
    known = number.isascii() and number.isdigit() and len(number) <= DIGITS
    one = await look(command, EventId(int(number))) if known else None
    return card.no_such(command.say) if one is None else card.card(one, command.say, command.now)


@on_tap(buttons.OpenEvent, may=MEMBER)
async def open_event(tap: Tap[buttons.OpenEvent]) -> Answer:
    """An event's card."""
    one = await look(tap, tap.button.event_id)
    return card.no_such(tap.say) if one is None else card.card(one, tap.say, tap.now, screens.back_to(tap.button))


@on_tap(buttons.Describe, may=MEMBER)
async def describe(tap: Tap[buttons.Describe]) -> Answer:
    """What an event is about."""
    one = await look(tap, tap.button.event_id)
    return card.no_such(tap.say) if one is None else seat_screens.described(one, tap.say)


@on_tap(buttons.Register, may=MEMBER)
async def register(tap: Tap[buttons.Register]) -> Answer:
    """Ask for a seat; what is to be answered is asked first."""
    event_id = tap.button.event_id
    outcome = await tap.db.transact(actions.register, event_id, tap.person.id, tap.now)
    if isinstance(outcome, Registration) and isinstance(outcome.outcome, Asks):
        return await answering.begin(tap, event_id, Purpose.REGISTER)
    return seat_screens.registered(outcome, tap.say, tap.now)


@on_tap(own.RegisterAll, may=MEMBER)
async def register_all(tap: Tap[own.RegisterAll]) -> Answer:
    """Ask for a seat at each date of a series."""
    event_id = tap.button.event_id
    one = await look(tap, event_id)
    if one is None or one.event.series is None:
        return card.no_such(tap.say)
    outcome = await tap.db.transact(series.register, one.event.series, tap.person.id, tap.now)
    match outcome:
        case tuple():
            return seat_screens.registered_all(outcome, tap.say)
        case Asks():
            return await answering.begin(tap, event_id, Purpose.SERIES)
    return card.card(one, tap.say, tap.now)


@on_tap(buttons.Unregister, may=MEMBER)
async def unregister(tap: Tap[buttons.Unregister]) -> Answer:
    """Give up a seat, once it was asked about; late, for a reason."""
    event_id = tap.button.event_id
    if not tap.button.sure:
        one = await look(tap, event_id)
        if one is not None and needs_reason(one, tap):
            return await reason.begin(tap, event_id)
        return card.no_such(tap.say) if one is None else seat_screens.ask_unregister(one, tap.say, tap.now)
    outcome = await tap.db.transact(actions.give_up, event_id, tap.person.id, tap.now)
    if isinstance(outcome, Unregistration) and isinstance(outcome.outcome, NeedsReason):
        return await reason.begin(tap, event_id)
    return seat_screens.unregistered(outcome, tap.say, tap.now)


def needs_reason(one: Card, ask: Ask) -> bool:
    """Tell whether it is so late that giving up a seat needs a reason."""
    free = one.event.details.free_until
    seated = one.mine is not None and one.mine.state is State.SEATED and not one.mine.checked_in
    return seated and free is not None and ask.now >= free and card.to_come(one, ask.now)


@on_tap(buttons.Coming, may=MEMBER)
async def coming(tap: Tap[buttons.Coming]) -> Answer:
    """The answer to a reminder: I come."""
    one = await look(tap, tap.button.event_id)
    return card.no_such(tap.say) if one is None else seat_screens.coming(one, tap.say, tap.now)


ROUTES = (
    events, events_page, mine_page, link, open_event, describe, register, register_all, unregister, coming,
)  # fmt: skip
