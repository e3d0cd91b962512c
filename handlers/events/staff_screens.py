"""What the office sees of events. Pure: facts in, card out."""

from datetime import datetime
from typing import assert_never

from handlers.announcements.buttons import AnnounceTo
from handlers.dates import writing
from handlers.events import around, buttons, words
from handlers.events.compose.buttons import How, WriteOf
from handlers.events.people import buttons as people
from handlers.home import Office
from handlers.paging import PAGE, page_line, turning
from handlers.screen import Key, Keys, Screen, lines
from handlers.texts import Say
from storage.events import rules
from storage.events.desk import Overview, Which
from storage.events.publishing import CallingOff, NoSuch
from storage.events.reading import LibrarySeats, Line, Seats
from storage.events.rules import CalledOff
from storage.pages import Page, page_of

NAMES = 240
"""So many characters of names of a library; with more, eight libraries might not fit a message."""


def _back(say: Say) -> Key:
    return Key(say.label("key-back"), buttons.OfficeEvents(0))


def no_such(say: Say) -> Screen:
    """Say that there is no such event."""
    return Screen(say("event-gone"), [[_back(say)]])


def listed(page: Page[Line], say: Say, now: datetime) -> Screen:
    """List all events; those to come first."""
    keys = [
        [Key(words.label(line.event, say, now, _mark(line, say, now)), buttons.OfficeEvent(line.event.id, page.number))]
        for line in page.lines
    ]
    text = lines(
        say("office-events-card"),
        say("office-events-count", count=page.total) if page.total else say("office-events-none"),
        say("office-events-choose") if page.total else None,
        page_line(page, say),
    )
    return Screen(text, [
        *keys,
        turning(page, buttons.OfficeEvents, say),
        [Key(say.label("key-new-event"), buttons.NewEvent(0)), Key(say.label("key-back"), Office())],
    ])  # fmt: skip


def _mark(line: Line, say: Say, now: datetime) -> str:
    if line.event.cancelled:
        return say.label("office-events-mark-cancelled")
    return say.label("office-events-mark-over") if now >= line.event.details.ends_at else ""


def event(found: Overview, page: int, bot_username: str, say: Say, now: datetime) -> Screen:
    """Show an event with what only the office sees."""
    one, details = found.event, found.event.details
    text = lines(
        words.face(details, say, link=True),
        words.standing(found, say, now),
        say("office-event-taken", count=found.taken, capacity=details.capacity),
        say("office-event-offered", count=found.offered) if found.offered else None,
        say("office-event-waiting", count=found.waiting) if found.waiting else None,
        say("office-event-share", link=f"https://t.me/{bot_username}?start=e_{one.id}") if not one.cancelled else None,
    )
    back = [Key(say.label("key-back"), buttons.OfficeEvents(page))]
    return Screen(text, [*_keys(found, say, now), around.of_office(one, say, now), back])


def _keys(found: Overview, say: Say, now: datetime) -> Keys:
    """Give what the office can do; once the event is over or off, its people can be looked at, and it can be copied."""
    number, several = found.event.id, bool(found.waiting or found.offered)
    queue = Key(say.label("key-queue"), people.People(number, Which.QUEUE, 0))
    looking = [Key(say.label("key-who-comes"), buttons.WhoComes(number, 0))]
    looking += [queue] if several else []
    write = Key(say.label("key-write-to"), people.WriteTo(number) if several else AnnounceTo("seat", number, 0))
    copy = Key(say.label("key-copy"), WriteOf(number, How.COPY, 0))
    if found.event.cancelled or now >= found.event.details.ends_at:
        return [looking, [copy, write]]
    return [
        looking,
        [Key(say.label("key-enter"), people.Enter(number)), write],
        [Key(say.label("key-edit-event"), WriteOf(number, How.CHANGE, 0)), copy,
         Key(say.label("key-repeat-event"), WriteOf(number, How.REPEAT, 0))],
        [Key(say.label("key-call-off"), buttons.CallOff(number, 0))],
    ]  # fmt: skip


def who_comes(seats: Seats, page: int, say: Say) -> Screen:
    """List who has a seat, library by library."""
    one = seats.event
    shown = page_of(seats.libraries, page, PAGE)
    text = lines(
        say("event-title", title=words.title(one.details, say)),
        say("office-event-taken", count=seats.taken, capacity=one.details.capacity),
        say("office-event-beside", count=seats.beside) if seats.beside else None,
        page_line(shown, say),
        "",
        *(_library(library, say) for library in shown.lines),
    )
    turn = turning(shown, lambda to: buttons.WhoComes(one.id, to), say)
    ways = [
        [Key(say.label("key-people-one-by-one"), people.People(one.id, Which.SEATED, 0))],
        [Key(say.label("key-people-sheet"), people.PeopleSheet(one.id)),
         Key(say.label("key-people-paper"), people.PeoplePaper(one.id))],
        [Key(say.label("key-back"), buttons.OfficeEvent(one.id, 0))],
    ]  # fmt: skip
    return Screen(text.rstrip(), [turn, *ways])


def _library(one: LibrarySeats, say: Say) -> str:
    name = one.library or say.label("lists-guests" if one.guests else "office-of-association")
    known = ", ".join(one.names)
    if len(known) > NAMES:
        known = f"{known[:NAMES].rpartition(', ')[0]} …"
    gone = say.label("seats-gone", count=one.gone) if one.gone else ""
    return say("seats-of-library", library=name, count=one.count, names=", ".join(filter(None, (known, gone))))


def ask_call_off(found: Overview, say: Say, now: datetime) -> Screen:
    """Ask whether an event is to be called off, and say how many will be told."""
    details = found.event.details
    text = lines(
        say("call-off-question", title=words.title(details, say),
            when=writing.near(details.starts_at, now, say.language)),
        say("call-off-told", count=found.told) if found.told else say("call-off-told-nobody"),
        say("guests-not-told", count=found.guests) if found.guests else None,
        say("call-off-for-good"),
    )  # fmt: skip
    keys = [
        Key(say.label("key-call-off"), buttons.CallOff(found.event.id, 1)),
        Key(say.label("key-back"), buttons.OfficeEvent(found.event.id, 0)),
    ]
    return Screen(text, [keys])


def called_off(outcome: CallingOff | NoSuch, say: Say) -> Screen:
    """Say what became of calling an event off."""
    if isinstance(outcome, NoSuch):
        return no_such(say)
    title = words.title(outcome.event.details, say)
    match outcome.outcome:
        case CalledOff():
            told = say("call-off-telling", count=outcome.told) if outcome.told else None
            text = lines(say("call-off-done", title=title), told)
        case rules.Cancelled():
            text = say("call-off-already", title=title)
        case rules.Over():
            text = say("call-off-over", title=title)
        case _:
            assert_never(outcome.outcome)
    return Screen(text, [[_back(say)]])
