"""Reach and confirmations as a spreadsheet. Pure."""

from handlers.announcements.reach_screens import place, why
from handlers.sheets import Cell, Sheet, workbook
from handlers.texts import Say
from storage.announcements.reach import GroupReach, LibraryReach, Reach, Why

LIBRARIES = (("library", 45), ("town", 18), ("reached", 10), ("people", 10), ("state", 45))
PEOPLE = (("library", 45), ("name", 20), ("state", 25), ("words", 35), ("at", 18), ("read", 18))
"""Columns by the names of their texts, and how wide they are."""


def reach(found: Reach, say: Say) -> bytes:
    """Write two sheets: libraries, and people with when they got it and when they confirmed it."""
    everywhere = [*found.libraries, *([found.office] if found.office else [])]
    libraries = [*(_library(one, say) for one in everywhere), *(_group(one, say) for one in found.groups)]
    people = [row for one in everywhere for row in _people(one, say)]
    return workbook([
        Sheet(say.label(f"sheet-{name}"), [(say.label(f"sheet-column-{header}"), width) for header, width in columns],
              rows)
        for name, columns, rows in (("libraries", LIBRARIES, libraries), ("people", PEOPLE, people))
    ])  # fmt: skip


def _library(one: LibraryReach, say: Say) -> list[Cell]:
    town = one.library.town if one.library else None
    return [place(one.library, say), town, one.reached, len(one.people), _got(one, say)]


def _group(one: GroupReach, say: Say) -> list[Cell]:
    return [say.label("sheet-group", title=one.title), None, None, None, _got(one, say)]


def _got(one: LibraryReach | GroupReach, say: Say) -> str:
    return say.label("sheet-reached") if one.why is Why.REACHED else why(one, say)


def _people(one: LibraryReach, say: Say) -> list[list[Cell]]:
    name = place(one.library, say)
    return [
        [name, person.first_name, _state(person.why, say), person.words, person.at, person.read_at]
        for person in one.people
    ]


def _state(why: Why, say: Say) -> str:
    return say.label(f"sheet-person-{why.name.lower()}")
