"""Calls in a CSV file: a row each, columns by their names. Pure."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from itertools import islice

from storage.calls.feeds import plain
from storage.calls.feeds.rules import ENTRIES_AT_MOST, Columns, Document, Kind, Read
from storage.calls.rules import (
    AMOUNT_AT_MOST,
    CALLER_AT_MOST,
    SUMMARY_AT_MOST,
    TITLE_AT_MOST,
    Content,
    Deadline,
    DeadlineKind,
    Details,
    When,
)

USUAL: Mapping[str, Sequence[str]] = {
    "id": ("id", "guid", "identifier", "šifra", "oznaka"),
    "title": ("title", "name", "naslov", "naziv", "razpis"),
    "caller": ("caller", "organisation", "razpisovalec", "razpisuje", "institucija"),
    "link": ("link", "url", "povezava", "spletna stran"),
    "deadline": ("deadline", "rok", "rok prijave", "rok za prijavo"),
    "amount": ("amount", "znesek", "najvišji znesek"),
    "summary": ("summary", "description", "povzetek", "opis"),
}
"""What a column may hold, and how it may be called where nobody says how."""

DELIMITERS = ",;\t|"
FIELD_AT_MOST = 100_000

_DAY = re.compile(r"(?P<day>\d{1,2})[./] ?(?P<month>\d{1,2})[./] ?(?P<year>\d{4})|(?P<iso>\d{4}-\d{2}-\d{2})")
_HOUR = re.compile(r"(?P<hour>\d{1,2})[.:](?P<minute>\d{2})")


def read(text: str, columns: Columns | None) -> Document | None:
    """Read a file; None when it has no column with titles. The first rows count as the newest."""
    csv.field_size_limit(FIELD_AT_MOST)
    header = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=header.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        places = _places(next(rows, []), columns)
        if "title" not in places:
            return None
        entries = (_entry(row, places) for row in rows)
        return Document(Kind.CSV, None, tuple(islice((one for one in entries if one), ENTRIES_AT_MOST)))
    except csv.Error:
        return None


def _places(header: Sequence[str], columns: Columns | None) -> dict[str, int]:
    """Find in which place a row has what."""
    names = [" ".join(cell.casefold().split()) for cell in header]
    given = {what: (" ".join(name.casefold().split()),) for what, name in (columns or {}).items()}
    found = ((what, next((name for name in some if name in names), None)) for what, some in (given or USUAL).items())
    return {what: names.index(name) for what, name in found if name is not None}


def _entry(row: Sequence[str], places: Mapping[str, int]) -> Read | None:
    cells = {what: row[place].strip() for what, place in places.items() if place < len(row)}
    title = plain.line(cells.get("title", ""), TITLE_AT_MOST)
    if not title:
        return None
    deadline = cells.get("deadline", "")
    found = when(deadline)
    unread = deadline if found is None else ""
    details = Details(
        title_sl=title,
        caller=plain.line(cells.get("caller", ""), CALLER_AT_MOST),
        summary_sl=plain.block("\n".join([unread, cells.get("summary", "")]), SUMMARY_AT_MOST),
        link=plain.link(cells.get("link")),
        amount=_amount(cells.get("amount", "")),
    )
    deadlines = () if found is None else (Deadline(DeadlineKind.SUBMISSION, found),)
    return Read(plain.line(cells.get("id", ""), TITLE_AT_MOST) or None, Content(details, deadlines))


def when(text: str) -> When | None:
    """Read a day, with an hour behind it or without: 2027-03-31, 31. 3. 2027 ob 12.00, 31/03/2027 12:00."""
    day = _DAY.search(text)
    if day is None:
        return None
    hour = _HOUR.search(text, day.end())
    try:
        iso = day["iso"]
        on = date.fromisoformat(iso) if iso else datetime(int(day["year"]), int(day["month"]), int(day["day"])).date()  # noqa: DTZ001 - a day
        found = When(on, time(int(hour["hour"]), int(hour["minute"])) if hour else None)
    except ValueError:
        return None
    return found if plain.sensible(on) else None


def _amount(text: str) -> int | None:
    """Read whole euros: 50000, 50.000,00 €, 50,000.00."""
    plain_number = re.sub(r"[.,]\d{1,2}(?!\d)", "", text)
    digits = "".join(_digits(plain_number))
    return int(digits) if digits and 0 < int(digits) <= AMOUNT_AT_MOST else None


def _digits(text: str) -> Iterator[str]:
    return (char for char in text if char.isascii() and char.isdigit())
