"""Somebody's own calendar by a secret link: how it is got, renewed and dropped, and what stands in it."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers import calendars
from handlers.calendars import Entry
from handlers.context import Ask, Reach, Tap
from handlers.dates import writing
from handlers.membership import buttons
from handlers.reply import Answer
from handlers.routes import on_tap
from handlers.screen import Key, Screen, lines
from handlers.texts import Markup, Say
from storage import calendars as books
from storage.calendars import Owner
from storage.database import Tx
from storage.people import Role

FOLDER = "/calendar/"
"""Where calendars are, below the address of the bot's web server."""


@dataclass(frozen=True, slots=True)
class Found:
    """Whose calendar it is, and what stands in it."""

    owner: Owner
    name: str
    entries: Sequence[Entry]


@dataclass(frozen=True, slots=True)
class Made:
    """A calendar's file, and by what versions of it are told apart."""

    content: bytes
    etag: str


def find(tx: Tx, reach: Reach, secret: str, now: datetime) -> Found | None:
    """Find what stands in the calendar that a secret opens; None if it opens none."""
    owner = books.owner(tx, secret)
    if owner is None:
        return None
    say = reach.texts.say(owner.person.language)
    entries = [
        entry
        for feature in reach.features
        if feature.calendar
        for entry in feature.calendar(tx, owner.person, reach.bot_username, say, now)
    ]
    return Found(owner, say.label("own-calendar-name"), entries)


def made(found: Found) -> Made:
    """Write a calendar's file. Of hundreds of entries that takes its time, so call it in a thread."""
    content = calendars.calendar(found.entries, found.name)
    return Made(content, hashlib.sha256(content).hexdigest()[:32])


def keys(reach: Reach, say: Say) -> list[Key]:
    """Give the button of the settings, where the bot can be reached from outside."""
    return [Key(say.label("key-own-calendar"), buttons.OwnCalendar())] if reach.web else []


@on_tap(buttons.OwnCalendar, may=Role.LIBRARIAN)
async def own_calendar(tap: Tap[buttons.OwnCalendar]) -> Answer:
    """The card of my calendar."""
    return await _card(tap)


async def _card(ask: Ask, above: Markup | None = None) -> Screen:
    say, at = ask.say, await ask.db.read(books.made_at, ask.person.id)
    back = [Key(say.label("key-back"), buttons.Settings())]
    if not ask.reach.web:
        return Screen(say("own-calendar-nowhere"), [back])
    if at is None:
        get = [Key(say.label("key-calendar-get"), buttons.RenewCalendar(1))]
        return Screen(lines(above, say("own-calendar-none")), [get, back])
    there = [Key(say.label("key-calendar-renew"), buttons.RenewCalendar(0)),
             Key(say.label("key-calendar-drop"), buttons.DropCalendar(0))]  # fmt: skip
    return Screen(lines(above, say("own-calendar-there", when=writing.until(at, ask.now, say.language))), [there, back])


def _ask(text: Markup, key: Key, say: Say) -> Screen:
    return Screen(text, [[key, Key(say.label("key-back"), buttons.OwnCalendar())]])


@on_tap(buttons.RenewCalendar, may=Role.LIBRARIAN)
async def renew(tap: Tap[buttons.RenewCalendar]) -> Answer:
    """Give a link; one that there was ends, which is asked about."""
    say = tap.say
    if not tap.reach.web:
        return await _card(tap)
    if not tap.button.sure:
        sure = Key(say.label("key-calendar-renew"), buttons.RenewCalendar(1))
        return _ask(say("own-calendar-renew"), sure, say)
    secret = await tap.db.transact(books.renew, tap.person.id, tap.now)
    link = f"{tap.reach.web}{FOLDER}{secret}.ics"
    return Screen(say("own-calendar-link", link=link), [[Key(say.label("key-back"), buttons.Settings())]])


@on_tap(buttons.DropCalendar, may=Role.LIBRARIAN)
async def drop(tap: Tap[buttons.DropCalendar]) -> Answer:
    """Let nobody read my calendar any more, once it was asked about."""
    if not tap.button.sure:
        sure = Key(tap.say.label("key-calendar-drop"), buttons.DropCalendar(1))
        return _ask(tap.say("own-calendar-drop"), sure, tap.say)
    await tap.db.transact(books.drop, tap.person.id)
    return await _card(tap, tap.say("own-calendar-dropped"))


ROUTES = (own_calendar, renew, drop)
