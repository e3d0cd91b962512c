"""Those with a seat as lists to tick: by library, then by name. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from handlers.buttons import Button
from handlers.events import words
from handlers.paging import PAGE, page_line, turning
from handlers.screen import Key, Keys, Screen, lines
from handlers.texts import Say
from storage.events.roster import GUESTS, Roster, Row
from storage.events.rules import EventId, RegistrationId
from storage.pages import page_of
from storage.people import LibraryId

LONGEST = 40
"""Characters of a name on a button."""


@dataclass(frozen=True, slots=True)
class Lists:
    """What lists are for: the buttons to a page of libraries, of names, for a name and back; who counts as there."""

    libraries: Callable[[EventId, int], Button]
    names: Callable[[EventId, LibraryId, int], Button]
    tick: Callable[[RegistrationId, int, int], Button]
    back: Callable[[EventId], Button]
    there: Callable[[Row], bool]


def libraries(of: Lists, found: Roster, page: int, say: Say) -> Screen:
    """List who has a seat, a button for each library."""
    event_id = found.event.id
    keys = [
        [Key(_group(of, library, rows, say), of.names(event_id, library, 0))]
        for library, rows in found.groups().items()
    ]
    text = lines(_title(found, say), say("lists-choose-library") if keys else say("lists-nobody"))
    back = [Key(say.label("key-back"), of.back(event_id))]
    return paged(text, keys, page, lambda to: of.libraries(event_id, to), back, say)


def _group(of: Lists, library: LibraryId, rows: Sequence[Row], say: Say) -> str:
    name = rows[0].library or say.label("lists-guests" if library == GUESTS else "office-of-association")
    there = sum(map(of.there, rows))
    return say.label("key-lists-library", library=cut(name), came=there, seated=len(rows))


def names(of: Lists, found: Roster, library: LibraryId, page: int, say: Say, said: str | None = None) -> Screen:
    """List who has a seat from a library, to be ticked by name; `said` is why somebody could not be."""
    event_id, rows = found.event.id, found.groups().get(library, [])
    keys = [[Key(_name(of, row, say), of.tick(row.id, page, int(not of.there(row))))] for row in rows]
    heading = say("lists-of", library=rows[0].library) if rows and rows[0].library else None
    text = lines(_title(found, say), heading, said, say("lists-tick") if rows else say("lists-nobody"))
    back = [Key(say.label("key-back"), of.libraries(event_id, 0))]
    return paged(text, keys, page, lambda to: of.names(event_id, library, to), back, say)


def _name(of: Lists, row: Row, say: Say) -> str:
    name = cut(row.name or say.label("lists-nameless"))
    return say.label("key-lists-there", name=name) if of.there(row) else name


def _title(found: Roster, say: Say) -> str:
    return say("event-title", title=words.title(found.event.details, say))


def cut(name: str, longest: int = LONGEST) -> str:
    """Shorten a name for a button."""
    return name if len(name) <= longest else name[:longest].rstrip() + "…"


def paged(
    text: str, rows: Keys, page: int, to: Callable[[int], Button], last: Sequence[Key], say: Say, more: Keys = ()
) -> Screen:
    """Show a page of rows of buttons, those to the pages beside it, `more` rows, and the `last` one."""
    shown = page_of(rows, page, PAGE)
    return Screen(lines(text, page_line(shown, say)), [*shown.lines, turning(shown, to, say), *more, last])
