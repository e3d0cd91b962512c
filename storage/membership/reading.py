"""Reading the list of libraries from a CSV file as it comes out of a spreadsheet. Pure."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

HEADER = ("code", "name", "town", "kind")
LONGEST = (60, 200, 100, 60)
"""How many characters the columns take."""

EASTERN = "windows-1250"
HIGH = frozenset("ČŠŽĆĐčšžćđÁÉÍÓÖŐÚÜŰÄáéíóöőúüűäß–—’‘“”„»«…\u00a0")
"""What a list of libraries may hold of Windows-1250 beyond ASCII; anything else was another encoding."""


class Problem(StrEnum):
    """What is wrong with a place in the file."""

    ENCODING = "encoding"
    HEADER = "header"
    WIDTH = "width"
    QUOTES = "quotes"
    MISSING = "missing"
    TOO_LONG = "too-long"
    UNPRINTABLE = "unprintable"
    DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True)
class Fault:
    """A bad place: line and column as a spreadsheet counts them, from 1, and what stands there."""

    line: int
    column: int
    problem: Problem
    value: str


@dataclass(frozen=True, slots=True)
class BadFile:
    """The file cannot be taken over; these are all its bad places, at least one."""

    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A library as the file has it."""

    code: str
    name: str
    town: str
    kind: str


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    cells: Sequence[str]


def read_libraries(content: bytes) -> tuple[Entry, ...] | BadFile:
    """Read the libraries; UTF-8 with or without BOM or Windows-1250, separated by comma or semicolon."""
    text = _decode(content)
    if isinstance(text, BadFile):
        return text
    header, *rows = _rows(text) or [_Row(1, [])]
    if isinstance(header, Fault):
        return BadFile((header,))
    faults = list(_header_faults(header))
    if faults:
        return BadFile(tuple(faults))
    seen: dict[str, int] = {}
    entries: list[Entry] = []
    for row in rows:
        found = [row] if isinstance(row, Fault) else list(_row_faults(row, seen))
        if found or isinstance(row, Fault):
            faults += found
        else:
            entries.append(Entry(*row.cells))
    return BadFile(tuple(faults)) if faults else tuple(entries)


def _decode(content: bytes) -> str | BadFile:
    """Decode by whichever of the two encodings fits; if neither does, name the bad places of the one that is nearer."""
    content = content.removeprefix(b"\xef\xbb\xbf")
    utf8 = _encoding_faults(content, "utf-8")
    if not utf8:
        return content.decode("utf-8")
    eastern = _encoding_faults(content, EASTERN)
    if not eastern:
        return content.decode(EASTERN)
    return BadFile(tuple(utf8 if len(utf8) <= len(eastern) else eastern))


def _encoding_faults(content: bytes, encoding: str) -> list[Fault]:
    faults = []
    for number, line in enumerate(content.split(b"\n"), 1):
        text = line.decode(encoding, "replace")
        at = next((place for place, char in enumerate(text) if not _belongs(char, encoding)), None)
        if at is not None:
            column = text[:at].count(_separator(content)) + 1
            faults.append(Fault(number, column, Problem.ENCODING, text.strip()))
    return faults


def _belongs(char: str, encoding: str) -> bool:
    if char in {"\ufffd", "\0"}:
        return False
    return encoding != EASTERN or char.isascii() or char in HIGH


def _separator(content: bytes) -> str:
    header = content.split(b"\n", 1)[0]
    return ";" if header.count(b";") > header.count(b",") else ","


def _rows(text: str) -> list[_Row | Fault]:
    """Split into rows that hold something, with the line on which each begins."""
    rows: list[_Row | Fault] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text.encode()), strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = [cell.strip() for cell in next(reader)]
        except StopIteration:
            return rows
        except csv.Error:
            rows.append(Fault(line, 1, Problem.QUOTES, ""))
            return rows
        if any(cells):
            rows.append(_Row(line, cells))


def _header_faults(header: _Row) -> Iterator[Fault]:
    for column in range(max(len(HEADER), len(header.cells))):
        wanted = HEADER[column] if column < len(HEADER) else ""
        found = header.cells[column] if column < len(header.cells) else ""
        if found.lower() != wanted or column >= len(HEADER):
            yield Fault(header.line, column + 1, Problem.HEADER, found)


def _row_faults(row: _Row, seen: dict[str, int]) -> Iterator[Fault]:
    """Name what is wrong with a row; `seen` gathers codes with their lines."""
    if len(row.cells) != len(HEADER):
        yield Fault(row.line, min(len(row.cells), len(HEADER)) + 1, Problem.WIDTH, str(len(row.cells)))
        return
    for column, (cell, longest) in enumerate(zip(row.cells, LONGEST, strict=True), 1):
        if not cell:
            yield Fault(row.line, column, Problem.MISSING, "")
        elif len(cell) > longest:
            yield Fault(row.line, column, Problem.TOO_LONG, cell)
        elif not cell.isprintable():
            yield Fault(row.line, column, Problem.UNPRINTABLE, cell)
    code = row.cells[0].casefold()
    if code and code in seen:
        yield Fault(row.line, 1, Problem.DUPLICATE, row.cells[0])
    seen.setdefault(code, row.line)
