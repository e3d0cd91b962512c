"""What was announced, as members find it again. Pure."""

import dataclasses
from datetime import datetime

from handlers.announcements import buttons
from handlers.announcements.letter import first_words, without_greeting
from handlers.dates import writing
from handlers.home import Home
from handlers.paging import page_line, turning
from handlers.screen import Key, Keys, Screen, lines
from handlers.texts import Say
from storage.announcements.rules import Announcement, MediaKind, fill
from storage.pages import Page
from storage.people import Person

TITLE = 30
"""With the day before it, so much of an announcement fits on a button."""

FOUND = -1
"""Where an announcement was that was found."""

FILES = {MediaKind.PHOTO: "archive-photo", MediaKind.DOCUMENT: "archive-document"}


def place(person: Person, say: Say) -> str:
    """Name where a person is, in plain text: their library, or the association's office."""
    return person.library.name if person.library else say.label("office-of-association")


def listed(page: Page[Announcement], person: Person, say: Say, now: datetime) -> Screen:
    """List what somebody got."""
    if not page.total:
        return Screen(say("archive-none"), [[_home(say)]])
    find = Key(say.label("key-find"), buttons.FindAnnouncement(1))
    return Screen(
        lines(say("archive-card"), say("archive-count", count=page.total), page_line(page, say)),
        [*_rows(page, page.number, person, say, now), turning(page, buttons.Archive, say), [find, _home(say)]],
    )


def _rows(page: Page[Announcement], number: int, person: Person, say: Say, now: datetime) -> Keys:
    return [[Key(_label(one, person, say, now), buttons.OpenAnnouncement(one.id, number))] for one in page.lines]


def _label(one: Announcement, person: Person, say: Say, now: datetime) -> str:
    part = one.content.part(say.language)
    read = dataclasses.replace(part, plain=fill(without_greeting(part.plain), person.first_name, place(person, say)))
    title = first_words(read, TITLE) or say.label(FILES[part.media[0].kind])
    when = writing.short(one.sent_at or one.created_at, now, say.language)
    return say.label("key-received", when=when, title=title)


def found(page: Page[Announcement], text: str | None, person: Person, say: Say, now: datetime) -> Screen:
    """Ask for words, and list the announcements in which they stand."""
    back = [_list(say)]
    if text is None:
        return Screen(say("archive-ask"), [back])
    if not page.total:
        return Screen(say("archive-find-none", text=text), [back])
    more = say("archive-more", shown=len(page.lines)) if page.total > len(page.lines) else None
    said = lines(say("archive-found", text=text, count=page.total), more or say("archive-again"))
    return Screen(said, [*_rows(page, FOUND, person, say, now), back])


def opened(one: Announcement, page: int, say: Say) -> Screen:
    """Say when the announcement above was sent, and lead back."""
    to = buttons.FindAnnouncement(0) if page < 0 else buttons.Archive(page)
    when = writing.moment(one.sent_at or one.created_at, say.language)
    return Screen(say("archive-opened", when=when), [[Key(say.label("key-back"), to)]])


def gone(say: Say) -> Screen:
    """Say that it is not there any more."""
    return Screen(say("announcement-gone"), [[_list(say)]])


def _list(say: Say) -> Key:
    return Key(say.label("key-archive"), buttons.Archive(0))


def _home(say: Say) -> Key:
    return Key(say.label("key-back"), Home())
