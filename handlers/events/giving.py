"""Members give seats to colleagues: their own, or those of the library for which they speak."""

from datetime import datetime

from handlers.context import Ask, Tap
from handlers.events import answering, seat_buttons, swap_screens
from handlers.events.member import MEMBER, look
from handlers.reply import Answer
from handlers.routes import on_tap
from handlers.screen import Screen
from storage.database import Tx
from storage.events import books, looking, substituting
from storage.events.answering import Purpose
from storage.events.looking import Giving
from storage.events.rules import Event, RegistrationId
from storage.events.seats import Asks
from storage.events.substituting import Ending, NoSuch, Taking
from storage.events.swaps import Answer as How
from storage.events.swaps import ends
from storage.people import Person, Role


@on_tap(seat_buttons.OurSeats, may=Role.DEPUTY, of_library=True)
async def our_seats(tap: Tap[seat_buttons.OurSeats]) -> Answer:
    """Who of my library has a seat."""
    found = await tap.db.read(looking.of_library, tap.button.event_id, tap.person)
    return swap_screens.our_seats(tap.button.event_id, found, tap.button.page, tap.say)


@on_tap(seat_buttons.GiveSeat, may=MEMBER)
async def give(tap: Tap[seat_buttons.GiveSeat]) -> Answer:
    """The colleagues who could have a seat."""
    found = await tap.db.read(looking.giving, tap.button.seat, tap.person, tap.now)
    return swap_screens.colleagues(found, tap.button.page, tap.say, tap.now, mine=_mine(found, tap.person))


def _mine(found: Giving | None, person: Person) -> bool:
    return found is not None and found.seat.person == person.id


def _giving(
    tx: Tx, seat: RegistrationId, person: Person, now: datetime
) -> tuple[Giving | None, Event | None]:  # fmt: skip
    found = looking.giving(tx, seat, person, now)
    return found, books.find(tx, found.event) if found else None


@on_tap(seat_buttons.GiveTo, may=MEMBER)
async def give_to(tap: Tap[seat_buttons.GiveTo]) -> Answer:
    """Offer a seat to a colleague, once it was asked about."""
    button = tap.button
    if button.sure:
        outcome = await tap.db.transact(substituting.ask, button.seat, button.to, tap.person, tap.now)
        return swap_screens.asked(outcome, tap.say, tap.now)
    found, event = await tap.db.read(_giving, button.seat, tap.person, tap.now)
    to = next((one for one in found.colleagues if one.id == button.to), None) if found else None
    until = ends(event, tap.now) if event else tap.now
    return swap_screens.ask_give(found, to, until, tap.say, tap.now, mine=_mine(found, tap.person))


@on_tap(seat_buttons.KeepSeat, may=MEMBER)
async def keep(tap: Tap[seat_buttons.KeepSeat]) -> Answer:
    """Take back that a seat was offered."""
    outcome = await tap.db.transact(substituting.take_back, tap.button.swap_id, tap.person, tap.now)
    return await _ended(tap, outcome, How.TAKEN_BACK)


@on_tap(seat_buttons.TakeSeat, may=MEMBER)
async def take(tap: Tap[seat_buttons.TakeSeat]) -> Answer:
    """Take a colleague's seat; what is to be answered is asked first."""
    swap_id = tap.button.swap_id
    outcome = await tap.db.transact(substituting.accept, swap_id, tap.person.id, tap.now)
    if isinstance(outcome, Taking) and isinstance(outcome.outcome, Asks):
        return await answering.begin(tap, outcome.card.event.id, Purpose.SWAP, swap_id)
    return swap_screens.taken(outcome, tap.say, tap.now)


@on_tap(seat_buttons.LeaveSeat, may=MEMBER)
async def leave(tap: Tap[seat_buttons.LeaveSeat]) -> Screen:
    """Leave a seat to the colleague whose it is."""
    outcome = await tap.db.transact(substituting.refuse, tap.button.swap_id, tap.person.id, tap.now)
    return await _ended(tap, outcome, How.REFUSED)


async def _ended(ask: Ask, outcome: Ending | NoSuch, done: How) -> Screen:
    """Say what became of it, above the event with all that can be done there."""
    one = await look(ask, outcome.event_id) if isinstance(outcome, Ending) else None
    if one is None or not isinstance(outcome, Ending):
        return swap_screens.gone(ask.say)
    return swap_screens.ended(outcome.outcome, done, one, ask.say, ask.now)


ROUTES = (our_seats, give, give_to, keep, take, leave)
