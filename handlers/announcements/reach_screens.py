"""Whom an announcement has reached and who has read it, on cards. Pure."""

from datetime import datetime, timedelta

from handlers.announcements import buttons, desk_words
from handlers.dates import writing
from handlers.paging import page_line, turning
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
from storage.pages import page_of
from storage.people import Library

PAGE = 6
"""Libraries, or people, on a page."""


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
    shown = page_of(entries + list(reach.groups), page, PAGE)
    text = lines(
        say("reach-card", title=desk_words.title(one, say)),
        say("reach-count", reached=reach.reached, count=len(reach.libraries)),
        page_line(shown, say),
        "",
        *(_line(entry, say) for entry in shown.lines),
    )
    return Screen(text.rstrip(), [
        turning(shown, lambda to: buttons.Reached(one.id, to), say),
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
    shown = page_of(reach.people, page, PAGE)
    got = sum(person.why is Why.REACHED for _, person in reach.people)
    text = lines(
        say("reach-card", title=desk_words.title(one, say)),
        say("reach-people-count", reached=got, count=len(reach.people)),
        page_line(shown, say),
        "",
        *(_person(library, person, say, now) for library, person in shown.lines),
    )
    back = Key(say.label("key-back"), buttons.Reached(one.id, 0))
    return Screen(text.rstrip(), [turning(shown, lambda to: buttons.ReachedPeople(one.id, to), say), [back]])


def _person(there: LibraryReach, person: PersonReach, say: Say, now: datetime) -> str:
    who = {"name": person.first_name, "library": place(there.library, say)}
    if person.why is Why.REACHED and person.at is not None:
        return say("reach-person", **who, when=writing.near(person.at, now, say.language))
    return say("reach-person-not", **who, why=why(person, say))


def who_read(read: Confirmations, page: int, say: Say, now: datetime) -> Screen:
    """List who has confirmed it, the last one first."""
    one = read.one
    shown = page_of(read.given[::-1], page, PAGE)
    text = lines(
        say("read-card", title=desk_words.title(one, say)),
        summary(read, say),
        page_line(shown, say),
        "",
        *(_confirmation(given, say, now) for given in shown.lines),
    )
    back = Key(say.label("key-back"), buttons.OfficeAnnouncement(one.id))
    looks = [
        Key(say.label("key-desk-chart"), buttons.ReadChart(one.id)),
        Key(say.label("key-desk-sheet"), buttons.ReachSheet(one.id)),
    ]
    turn = turning(shown, lambda to: buttons.WhoRead(one.id, to), say)
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
