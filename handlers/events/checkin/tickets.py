"""A ticket: its owner sees it, the office lets in whoever shows it, and to anybody else it says nothing."""

import asyncio
import re

from handlers.context import Ask, Command, Tap
from handlers.events import words as events
from handlers.events.card import no_such
from handlers.events.checkin import buttons, screens
from handlers.reply import Answer
from handlers.routes import on_link, on_tap
from handlers.screen import Picture
from storage.events import checkin
from storage.events.door import Ticket
from storage.events.seats import State
from storage.people import Role

MEMBER = Role.LIBRARIAN

LINK = "t_"
"""Links on tickets begin so."""

SECRET = re.compile(r"[\w-]{16}", re.ASCII)


@on_link(LINK, may=MEMBER)
async def shown(command: Command) -> Answer:
    """Somebody opens the link on a ticket: at the door, or their own."""
    secret = command.argument
    if command.person.may(Role.STAFF):
        outcome = await command.db.transact(checkin.scan, secret, command.person.id, command.now)
        return screens.scanned(outcome, command.say, command.now)
    ticket = await command.db.read(checkin.by_secret, secret) if SECRET.fullmatch(secret) else None
    if ticket is None or ticket.person != command.person.id:
        return screens.not_yours(command.say)
    return await _picture(command, ticket, secret) if ticket.state is State.SEATED else screens.void(command.say)


@on_tap(buttons.Ticket, may=MEMBER)
async def ticket(tap: Tap[buttons.Ticket]) -> Answer:
    """My ticket."""
    found = await tap.db.read(checkin.of_person, tap.button.event_id, tap.person.id)
    return no_such(tap.say) if found is None else await _picture(tap, *found)


def _draw(words: screens.Words) -> bytes:
    from handlers.events.checkin import picture  # noqa: PLC0415 - matplotlib costs half a second and 45 MB

    return picture.draw(words)


async def _picture(ask: Ask, one: Ticket, secret: str) -> Answer:
    if one.event.cancelled:
        return screens.void(ask.say)
    words = screens.words(one, f"https://t.me/{ask.reach.bot_username}?start={LINK}{secret}", ask.say)
    png = await asyncio.to_thread(_draw, words)
    title = events.title(one.event.details, ask.say)
    return Picture(png, screens.caption(one, title, ask.say, ask.now))


ROUTES = (shown, ticket)
