"""What the pages of a document repeat: headers, footers and page numbers. Pure."""

import math
import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from storage.consultations.wording import marks

EDGE = 3
"""So many rows at the top and at the bottom of a page can be what all pages repeat."""
OFTEN = 0.3
"""On what share of the pages a row stands that is repeated."""
LONGEST = 200
"""Characters of such a row."""
NUMBER = re.compile(r"\d{1,4}")
PAGE_NUMBER = re.compile(
    r"(?:stran|str\.|page)?\W*(\d{1,4})\W*(?:(?:od|of)? ?\d{1,4}\W*)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a page; edges in points from the lower left corner, `height` is the size of its letters."""

    text: str
    left: float
    right: float
    bottom: float
    height: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left


def without_repeated(pages: Sequence[Sequence[Row]]) -> list[list[Row]]:
    """Leave out what stands at the same place of many pages, though with a number that runs with the pages."""
    edges = [_edges(page) for page in pages]
    seen = Counter(key for page, rows in enumerate(edges) for row in rows for key in set(_keys(row, page)))
    often = max(min(3, len(pages)), math.ceil(OFTEN * len(pages)))
    kept = []
    for number, (page, rows) in enumerate(zip(pages, edges, strict=True)):
        repeated = {
            id(row)
            for row in rows
            if _is_page_number(row, rows, number)
            or (len(pages) > 1 and any(seen[key] >= often for key in _keys(row, number)))
        }
        kept.append([row for row in page if id(row) not in repeated])
    return kept


def _edges(page: Sequence[Row]) -> list[Row]:
    """Take the rows at the top and at the bottom, from the top down."""
    rows = sorted(page, key=lambda row: -row.bottom)
    return rows if len(rows) <= 2 * EDGE else [*rows[:EDGE], *rows[-EDGE:]]


def _keys(row: Row, page: int) -> Iterator[Hashable]:
    """Name a row by its place and text; each of its numbers may run with the pages."""
    if len(row.text) <= LONGEST and marks.article(row.text.strip()) is None:
        place = round(row.bottom / 4)
        yield place, row.text
        for found in NUMBER.finditer(row.text):
            yield place, row.text[: found.start()], int(found[0]) - page, row.text[found.end() :]


def _is_page_number(row: Row, rows: Sequence[Row], page: int) -> bool:
    found = PAGE_NUMBER.fullmatch(" ".join(row.text[:LONGEST].split()))
    return found is not None and row in {rows[0], rows[-1]} and int(found[1]) == page + 1
