"""Spreadsheets of what is in the books. Pure."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from storage.local_time import LJUBLJANA

AS_TYPED = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
"""What people write never becomes a formula."""

LONGEST = 32_767
"""Characters; a cell holds no more."""

DATE_AND_TIME = 22
"""A format that spreadsheets show as the reader's country writes it."""

Cell = str | int | Fraction | datetime | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet by its name: each column with its header and width in characters, and rows of cells."""

    name: str
    columns: Sequence[tuple[str, int]]
    rows: Sequence[Sequence[Cell]]


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """Write sheets into a file; their headers stay in sight."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, AS_TYPED) as book:
        bold = book.add_format({"bold": True})
        moment = book.add_format({"num_format": DATE_AND_TIME})
        for one in sheets:
            sheet = book.add_worksheet(one.name)
            for column, (header, width) in enumerate(one.columns):
                sheet.set_column(column, column, width)
                sheet.write_string(0, column, header, bold)
            sheet.freeze_panes(1, 0)
            _write(sheet, one.rows, moment)
    return file.getvalue()


def _write(sheet: Worksheet, rows: Sequence[Sequence[Cell]], moment: Format) -> None:
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            match cell:
                case str():
                    sheet.write_string(number, column, cell[:LONGEST])
                case int():
                    sheet.write_number(number, column, cell)
                case Fraction():
                    sheet.write_number(number, column, float(cell))
                case datetime():
                    sheet.write_datetime(number, column, cell.astimezone(LJUBLJANA).replace(tzinfo=None), moment)
                case None:
                    pass
