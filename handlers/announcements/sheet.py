"""Reach and confirmations as a spreadsheet. Pure."""

import io
from collections.abc import Sequence
from datetime import datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from handlers.announcements.reach_screens import place, why
from handlers.texts import Say
from storage.announcements.reach import GroupReach, LibraryReach, Reach, Why
from storage.local_time import LJUBLJANA

AS_TYPED = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
"""What people are called never becomes a formula."""

DATE_AND_TIME = 22
"""A format that spreadsheets show as the reader's country writes it."""

LIBRARIES = (("library", 45), ("town", 18), ("reached", 10), ("people", 10), ("state", 45))
PEOPLE = (("library", 45), ("name", 20), ("state", 25), ("words", 35), ("at", 18), ("read", 18))
"""Columns by the names of their texts, and how wide they are."""

Cell = str | int | datetime | None


def reach(found: Reach, say: Say) -> bytes:
    """Write two sheets: libraries, and people with when they got it and when they confirmed it."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, AS_TYPED) as book:
        bold = book.add_format({"bold": True})
        moment = book.add_format({"num_format": DATE_AND_TIME})
        everywhere = [*found.libraries, *([found.office] if found.office else [])]
        libraries = [*(_library(one, say) for one in everywhere), *(_group(one, say) for one in found.groups)]
        people = [row for one in everywhere for row in _people(one, say)]
        for name, columns, rows in (("libraries", LIBRARIES, libraries), ("people", PEOPLE, people)):
            sheet = book.add_worksheet(say.label(f"sheet-{name}"))
            for column, (header, width) in enumerate(columns):
                sheet.set_column(column, column, width)
                sheet.write_string(0, column, say.label(f"sheet-column-{header}"), bold)
            sheet.freeze_panes(1, 0)
            _write(sheet, rows, moment)
    return file.getvalue()


def _write(sheet: Worksheet, rows: Sequence[Sequence[Cell]], moment: Format) -> None:
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            match cell:
                case str():
                    sheet.write_string(number, column, cell)
                case int():
                    sheet.write_number(number, column, cell)
                case datetime():
                    sheet.write_datetime(number, column, cell.astimezone(LJUBLJANA).replace(tzinfo=None), moment)
                case None:
                    pass


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
