"""Members find again what was announced to them."""

from dataclasses import dataclass
from datetime import datetime

from handlers.announcements import archive_screens as screens
from handlers.announcements import buttons
from handlers.announcements.letter import letter
from handlers.context import Tap
from handlers.conversation import Guide, Misread, begin_card, take_up_card
from handlers.reply import Answer
from handlers.routes import on_tap
from handlers.screen import Ready, Screen
from handlers.texts import Say
from storage.announcements import archive as books
from storage.announcements.rules import Announcement
from storage.database import Tx
from storage.drafts import Draft
from storage.pages import Page
from storage.people import Person, Role

MEMBER = Role.LIBRARIAN

LONGEST = 80
"""More than this is not looked for."""


@on_tap(buttons.Archive, may=MEMBER)
async def archive(tap: Tap[buttons.Archive]) -> Answer:
    """A page of what one got."""
    page = await tap.db.read(books.received, tap.person.id, tap.button.page)
    return screens.listed(page, tap.person, tap.say, tap.now)


@on_tap(buttons.OpenAnnouncement, may=MEMBER)
async def open_announcement(tap: Tap[buttons.OpenAnnouncement]) -> Answer:
    """An announcement as it arrived, and the way back below it, where a telephone shows it."""
    one = await tap.db.read(books.received_one, tap.person.id, tap.button.announcement_id)
    if one is None:
        return screens.gone(tap.say)
    name, place = tap.person.first_name, screens.place(tap.person, tap.say)
    calls = letter(one, tap.arrival.chat_id, name, place, tap.say)
    return [Ready(calls, lambda _: screens.gone(tap.say)), screens.opened(one, tap.button.page, tap.say)]


@on_tap(buttons.FindAnnouncement, may=MEMBER)
async def find(tap: Tap[buttons.FindAnnouncement]) -> Answer:
    """Look for an announcement, or go back to what was found."""
    found = None if tap.button.anew else await take_up_card(tap, FIND)
    return found or await begin_card(tap, FIND, "words")


@dataclass(frozen=True, slots=True)
class _Found:
    page: Page[Announcement]
    person: Person


def _advance(draft: Draft, said: str, now: datetime) -> Draft | Misread:  # noqa: ARG001 - as guides advance
    text = "".join(char if char.isprintable() else " " for char in said[:LONGEST]).strip()
    return draft.at("found", text=text) if text else Misread("find-nothing-typed")


def _load(tx: Tx, draft: Draft, person: Person, now: datetime) -> _Found:  # noqa: ARG001 - as guides load
    return _Found(books.find(tx, person.id, person.language, draft.data.get("text", "")), person)


def _show(draft: Draft, found: _Found, say: Say, now: datetime) -> Screen:
    return screens.found(found.page, draft.data.get("text"), found.person, say, now)


FIND = Guide("announcement_find", MEMBER, _advance, _show, _load)

ROUTES = (archive, open_announcement, find)
