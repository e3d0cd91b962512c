"""From rows on pages to lines: the rows of a paragraph are joined, and the words that were cut between them. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median, mode

from storage.consultations.wording import marks
from storage.consultations.wording.lines import Line, lines_of
from storage.consultations.wording.pages import Row, without_repeated

SOFT, HARD = "\u00ad\ufffe\x02", "-\u2010"
"""Hyphens that are only there because a row ends, and those that may belong to the word."""
WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
HEAD = re.compile(r"[^\W\d_]+$")
TAIL = re.compile(r"^[^\W\d_]+")
AND = {"in", "ali", "ter", "oziroma"}

SLACK, INDENT = 3.0, 8.0
"""Points by which a margin may be missed, and from which on a row is indented."""
GAP, TALLER = 1.45, 1.15
"""How much more than usual rows are apart between paragraphs, and how much taller a heading's letters are."""
COLUMNS = 0.85
"""The share of rows that stay in one half of the page where there are two columns."""


@dataclass(frozen=True, slots=True)
class Column:
    """The margins of the text in points, and how far apart its rows usually are."""

    left: float
    right: float
    step: float

    def holds_more(self, row: Row, word: float) -> bool:
        """Tell whether a word would have fitted into the row."""
        room = self.right - (self.left if self.centred(row) else row.left)
        return row.width + word < room - SLACK

    def centred(self, row: Row) -> bool:
        """Tell whether a row stands in the middle."""
        before, behind = row.left - self.left, self.right - row.right
        return before > INDENT and abs(before - behind) < INDENT


def flow(pages: Sequence[Sequence[Row]]) -> tuple[Line, ...]:
    """Read pages as one text."""
    kept = without_repeated(pages)
    middle = _middle([row for page in kept for row in page])
    halves: dict[bool, list[Row]] = {}
    for page in kept:
        for row in page:
            halves.setdefault(row.left > middle, []).append(row)
    columns = {half: _column(rows) for half, rows in halves.items()}
    known = {word for page in kept for row in page for word in WORD.findall(row.text.lower())}
    texts: list[str] = []
    last: Row | None = None
    for page in kept:
        for row in page:
            if last and _goes_on(last, row, columns[last.left > middle], texts[-1]):
                texts[-1] = _glued(texts[-1], row.text.strip(), known)
            else:
                texts.append(row.text.strip())
            last = row
    return tuple(line for text in texts for line in lines_of(text))


def _middle(rows: Sequence[Row]) -> float:
    """Return where the second column begins; beyond the page if there is one column only."""
    left, right = min((row.left for row in rows), default=0), max((row.right for row in rows), default=0)
    middle = (left + right) / 2
    second = sum(row.left > middle - SLACK for row in rows)
    first = sum(row.right < middle + SLACK for row in rows)
    two = first + second > COLUMNS * len(rows) and min(first, second) > (1 - COLUMNS) * len(rows)
    return middle - SLACK if two else right + 1


def _column(rows: Sequence[Row]) -> Column:
    steps = [above.bottom - below.bottom for above, below in zip(rows, rows[1:], strict=False)]
    rights = sorted(row.right for row in rows)
    left = mode(round(row.left) for row in rows)
    return Column(left, rights[int(0.95 * (len(rights) - 1))], median([step for step in steps if step > 0] or [0]))


def _goes_on(last: Row, row: Row, column: Column, text: str) -> bool:
    """Tell whether a row goes on with the paragraph of the one before; `text` is that paragraph so far."""
    here = row.text.strip()
    step = last.bottom - row.bottom
    apart = step > GAP * column.step > 0
    if marks.article(text) or marks.article(here) or marks.PARAGRAPH.match(here):
        return False
    if text.startswith("(") and text.count("(") > text.count(")"):
        return True
    if apart or marks.is_caps(text) != marks.is_caps(here) or not 1 / TALLER < row.height / max(last.height, 1) < TALLER:
        return False
    first_word = row.width * (len(here.split()[0]) + 1) / len(here)
    if column.holds_more(last, first_word):
        return False
    if marks.is_point(here):
        return text[-1] not in ".;:,!?»«”)" and abs(row.left - last.left) < SLACK
    indented = row.left > last.left + INDENT and not marks.is_point(last.text.strip()) and not column.centred(row)
    return not indented


def _glued(text: str, more: str, known: set[str]) -> str:
    """Join two rows; a word cut between them is made whole, a hyphen of its own stays."""
    head, tail = HEAD.search(text[:-1]), TAIL.search(more)
    if text[-1] in SOFT:
        return text[:-1] + more
    if text[-1] not in HARD or head is None or tail is None:
        return f"{text} {more}"
    if tail[0].lower() in AND:
        return f"{text} {more}"
    whole, hyphened = (head[0] + tail[0]).lower(), f"{head[0]}-{tail[0]}".lower()
    own = not tail[0][0].islower() or (whole not in known and hyphened in known)
    return f"{text[:-1]}-{more}" if own else text[:-1] + more
