"""Whom an announcement has reached and who has read it, on cards. Pure."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TypeVar

from handlers.announcements import buttons, desk_words
from handlers.announcements.desk_screens import turning
from handlers.dates import writing
from handlers.screen import Key, Screen, lines
from handlers.texts import Say
from storage.announcements.reach import (
    Confirmation,
    Confirmations,
    GroupReach,
    LibraryReach,
    PersonReach,
    Reach,
    Why,
)
from storage.people import Library

PAGE = 6
"""Libraries, or people, on a page."""

T = TypeVar("T")


def _page(entries: Sequence[T], page: int) -> tuple[Sequence[T], int, int]:
    """Cut a page out; one that is not there is the nearest that is. Return it, its number and how many there are."""
    pages = max(1, -(-len(entries) // PAGE))
    number = min(max(page, 0), pages - 1)
    return entries[number * PAGE : (number + 1) * PAGE], number, pages


def place(library: Library | None, say: Say) -> str:
    """Name a library, or the association's office."""
    return library.name if library else say.label("office-of-association")


def why(reach: LibraryReach | GroupReach | PersonReach, say: Say) -> str:
    """Say why a library, a group or a person has not got it."""
    gone = isinstance(reach, GroupReach) and reach.why is Why.BLOCKED
    name = "gone" if gone else reach.why.name.lower()
    return say.label(f"reach-why-{name}", words=reach.words or "")


def reached(reach: Reach, page: int, say: Say) -> Screen:
    """List the libraries, those that it has not reached first."""
    one = reach.one
    entries: list[LibraryReach | GroupReach] = [*reach.libraries, *([reach.office] if reach.office else [])]
    shown, number, pages = _page(entries + list(reach.groups), page)
    text = lines(
        say("reach-card", title=desk_words.title(one, say)),
        say("reach-count", reached=reach.reached, count=len(reach.libraries)),
        say("events-page", page=number + 1, pages=pages) if pages > 1 else None,
        "",
        *(_line(entry, say) for entry in shown),
    )
    return Screen(text.rstrip(), [
        turning(number, pages, lambda to: buttons.Reached(one.id, to), say),
        [Key(say.label("key-desk-people"), buttons.ReachedPeople(one.id, 0)),
         Key(say.label("key-desk-sheet"), buttons.ReachSheet(one.id))],
        [Key(say.label("key-back"), buttons.OfficeAnnouncement(one.id))],
    ])  # fmt: skip


def _line(reach: LibraryReach | GroupReach, say: Say) -> str:
    if isinstance(reach, GroupReach):
        if reach.why is Why.REACHED:
            return say("reach-group", title=reach.title)
        return say("reach-group-not", title=reach.title, why=why(reach, say))
    name = place(reach.library, say)
    if reach.why is Why.REACHED:
        return say("reach-library", library=name, reached=reach.reached, count=len(reach.people))
    return say("reach-not", library=name, why=why(reach, say))


def people(reach: Reach, page: int, say: Say, now: datetime) -> Screen:
    """List the people, those whom it has not reached first."""
    one = reach.one
    shown, number, pages = _page(reach.people, page)
    got = sum(person.why is Why.REACHED for _, person in reach.people)
    text = lines(
        say("reach-card", title=desk_words.title(one, say)),
        say("reach-people-count", reached=got, count=len(reach.people)),
        say("events-page", page=number + 1, pages=pages) if pages > 1 else None,
        "",
        *(_person(library, person, say, now) for library, person in shown),
    )
    back = Key(say.label("key-back"), buttons.Reached(one.id, 0))
    return Screen(text.rstrip(), [turning(number, pages, lambda to: buttons.ReachedPeople(one.id, to), say), [back]])


def _person(there: LibraryReach, person: PersonReach, say: Say, now: datetime) -> str:
    who = {"name": person.first_name, "library": place(there.library, say)}
    if person.why is Why.REACHED and person.at is not None:
        return say("reach-person", **who, when=writing.near(person.at, now, say.language))
    return say("reach-person-not", **who, why=why(person, say))


def who_read(read: Confirmations, page: int, say: Say, now: datetime) -> Screen:
    """List who has confirmed it, the last one first."""
    one = read.one
    shown, number, pages = _page(read.given[::-1], page)
    text = lines(
        say("read-card", title=desk_words.title(one, say)),
        summary(read, say),
        say("events-page", page=number + 1, pages=pages) if pages > 1 else None,
        "",
        *(_confirmation(given, say, now) for given in shown),
    )
    back = Key(say.label("key-back"), buttons.OfficeAnnouncement(one.id))
    looks = [
        Key(say.label("key-desk-chart"), buttons.ReadChart(one.id)),
        Key(say.label("key-desk-sheet"), buttons.ReachSheet(one.id)),
    ]
    turn = turning(number, pages, lambda to: buttons.WhoRead(one.id, to), say)
    return Screen(text.rstrip(), [turn, looks if read.given else [], [back]])


def summary(read: Confirmations, say: Say) -> str:
    """Say how many have confirmed it."""
    return say("read-count", confirmed=len(read.given), asked=read.asked, libraries=read.libraries)


def _confirmation(given: Confirmation, say: Say, now: datetime) -> str:
    when = writing.near(given.at, now, say.language)
    return say("read-by", name=given.first_name, library=place(given.library, say), when=when)


def in_numbers(read: Confirmations, say: Say) -> str:
    """Say in words what the chart shows."""
    start = read.one.sent_at or read.one.created_at

    def within(span: timedelta) -> int:
        return sum(given.at - start <= span for given in read.given)

    return lines(
        say("read-card", title=desk_words.title(read.one, say)),
        summary(read, say),
        say("read-within", hour=within(timedelta(hours=1)), day=within(timedelta(days=1))),
    )
