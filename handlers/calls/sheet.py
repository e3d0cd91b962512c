"""All that there is of a call as a spreadsheet. Pure."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from handlers.calls import change_words, words
from handlers.calls.desk_buttons import UNDECIDED
from handlers.membership.names import kind_name
from handlers.sheets import Cell, Sheet, workbook
from handlers.texts import Say
from storage.calls.report import Whole
from storage.calls.rules import When
from storage.people import LibraryId

WIDTHS = {
    "code": 20, "library": 50, "town": 20, "kind": 20, "intent": 22, "since": 18, "unseen": 30, "deadline": 30,
    "when": 60, "ends": 18, "met": 60, "consortium": 40, "lead": 50, "members": 90, "seeks": 30, "brings": 90,
    "at": 18, "by": 20, "changed": 90,
}  # fmt: skip
"""Characters; all other columns are narrow."""

NARROW = 13
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "libraries": (
        "code",
        "library",
        "town",
        "kind",
        "may-apply",
        "intent",
        "since",
        "follow",
        "told",
        "opened",
        "unseen",
    ),
    "deadlines": ("deadline", "when", "ends", "met-count", "met"),
    "consortia": ("consortium", "lead", "count", "members"),
    "offers": ("library", "seeks", "brings"),
    "versions": ("number", "at", "by", "changed"),
}

Rows = Iterator[list[Cell]]


def everything(found: Whole, say: Say, now: datetime) -> bytes:
    """Write a sheet each of libraries, deadlines, consortia, offers of partnership, and versions."""
    rows = {
        "libraries": _libraries(found, say), "deadlines": _deadlines(found, say, now), "consortia": _consortia(found),
        "offers": _offers(found, say), "versions": _versions(found, say, now),
    }  # fmt: skip
    return workbook([
        Sheet(
            say.label(f"call-sheet-{name}"),
            [(say.label(f"call-column-{column}"), WIDTHS.get(column, NARROW)) for column in of],
            list(rows[name]),
        )
        for name, of in COLUMNS.items()
    ])  # fmt: skip


def _libraries(found: Whole, say: Say) -> Rows:
    details = found.overview.call.details
    for row in found.overview.rows:
        one = row.library
        admitted = details.admits(one.kind)
        intent = say.label(f"call-desk-intent-{row.intent or UNDECIDED}") if row.intent or admitted else None
        may = say.label("call-sheet-yes" if admitted else "call-sheet-no")
        yield [one.code, one.name, one.town, kind_name(one.kind, say), may, intent, row.at, row.follow, row.told,
               row.opened, ", ".join(person.first_name for person in row.unseen) or None]  # fmt: skip


def _deadlines(found: Whole, say: Say, now: datetime) -> Rows:
    names = _names(found)
    for one, met in found.met:
        by = sorted(names[library] for library in met if library in names)
        yield [words.name(one, say), words.when(one, say, now), _last_moment(one.when), len(by), ", ".join(by) or None]


def _names(found: Whole) -> Mapping[LibraryId, str]:
    return {row.library.id: row.library.name for row in found.overview.rows}


def _consortia(found: Whole) -> Rows:
    names = _names(found)
    for one in found.consortia:
        members = [names[library] for library in one.members if library in names]
        yield [one.name, names.get(one.lead), len(members), ", ".join(members)]


def _offers(found: Whole, say: Say) -> Rows:
    names = _names(found)
    for library, of in found.offers:
        yield [names.get(library), say.label(f"call-sheet-{of.side}-{of.part}"), of.brings]


def _last_moment(of: When) -> datetime:
    """Give the moment of a deadline as people read it: a day that counts whole ends with its last minute."""
    return of.ends_at if of.hour is not None else of.ends_at - timedelta(minutes=1)


def _versions(found: Whole, say: Say, now: datetime) -> Rows:
    for one in found.history:
        yield [one.number, one.at, one.by, "; ".join(change_words.difference(one.difference, say, now)) or None]
