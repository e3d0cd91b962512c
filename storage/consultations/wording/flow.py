"""From rows on pages to lines: the rows of a paragraph are joined, and the words that were cut between them. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median, mode

from storage.consultations.wording import marks
from storage.consultations.wording.lines import Line, lines_of
from storage.consultations.wording.pages import Row, without_repeated

SOFT, HARD = "\u00ad\ufffe\x02", "-\u2010"
"""Hyphens that are only there because a row ends, and those that may belong to the word."""
WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
HEAD = re.compile(r"[^\W\d_]+$")
TAIL = re.compile(r"^[^\W\d_]+")
LONGEST_WORD = 60
AND = {"in", "ali", "ter", "oziroma"}

ENDED = ".;:,!?«”“)"

SLACK, INDENT = 3.0, 8.0
"""Points by which a margin may be missed, and from which on a row is indented."""
GAP, TALLER = 1.2, 1.15
"""How much more than usual rows are apart between paragraphs, and how much taller a heading's letters are."""
JUSTIFIED = 0.4
"""The share of rows that end right at the margin in justified text."""
COLUMNS = 0.85
"""The share of rows that stay in one half of the page where there are two columns."""


@dataclass(frozen=True, slots=True)
class Column:
    """The margins of the text in points, how far apart its rows usually are, and whether they fill its width."""

    left: float
    right: float
    step: float
    justified: bool

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
    rows = [row for page in without_repeated(pages) for row in page]
    if not rows:
        return ()
    rows = _one_column(rows)
    column = _column(rows)
    known = {word for row in rows for word in WORD.findall(row.text.lower())}
    texts = [rows[0].text.strip()]
    for last, row in pairwise(rows):
        if _goes_on(last, row, column, texts[-1]):
            texts[-1] = _glued(texts[-1], row.text.strip(), known)
        else:
            texts.append(row.text.strip())
    return tuple(line for text in texts for line in lines_of(text))


def _one_column(rows: list[Row]) -> list[Row]:
    """Where pages have two columns, put the second one over the first."""
    middle = (min(row.left for row in rows) + max(row.right for row in rows)) / 2
    first = [row for row in rows if row.right < middle + SLACK]
    second = [row for row in rows if row.left > middle - SLACK]
    if len(first) + len(second) < COLUMNS * len(rows) or min(len(first), len(second)) < (1 - COLUMNS) * len(rows):
        return rows
    moved = mode(round(row.left) for row in second) - mode(round(row.left) for row in first)
    return [
        replace(row, left=row.left - moved, right=row.right - moved) if row.left > middle - SLACK else row
        for row in rows
    ]


def _column(rows: Sequence[Row]) -> Column:
    steps = [above.bottom - below.bottom for above, below in pairwise(rows)]
    rights = sorted(row.right for row in rows)
    left = mode(round(row.left) for row in rows)
    right = rights[int(0.95 * (len(rights) - 1))]
    full = sum(abs(one - right) < SLACK / 2 for one in rights)
    return Column(left, right, median([step for step in steps if step > 0] or [0]), full > JUSTIFIED * len(rows))


def _goes_on(last: Row, row: Row, column: Column, text: str) -> bool:
    """Tell whether a row goes on with the paragraph of the one before; `text` is that paragraph so far."""
    here = row.text.strip()
    step = last.bottom - row.bottom
    apart = step > GAP * column.step > 0
    if marks.article(text) or marks.article(here) or marks.PARAGRAPH.match(here):
        return False
    if text.startswith("(") and text.count("(") > text.count(")"):
        return True
    other_size = max(row.height, last.height) > TALLER * min(row.height, last.height)
    if apart or other_size or marks.is_caps(text) != marks.is_caps(here):
        return False
    first_word = row.width * (len(here.split()[0]) + 1) / len(here)
    ended = text[-1] in ENDED and here[0].isupper()
    if column.holds_more(last, first_word) or (ended and column.justified and last.right < column.right - SLACK):
        return False
    if marks.is_point(here):
        return text[-1] not in ENDED and abs(row.left - last.left) < SLACK
    indented = row.left > last.left + INDENT and not marks.is_point(last.text.strip()) and not column.centred(row)
    return not indented


def _glued(text: str, more: str, known: set[str]) -> str:
    """Join two rows; a word cut between them is made whole, a hyphen of its own stays."""
    head, tail = HEAD.search(text[-LONGEST_WORD:-1]), TAIL.search(more)
    if text[-1] in SOFT:
        return text[:-1] + more
    if text[-1] not in HARD or head is None or tail is None:
        return f"{text} {more}"
    if tail[0].lower() in AND:
        return f"{text} {more}"
    whole, hyphened = (head[0] + tail[0]).lower(), f"{head[0]}-{tail[0]}".lower()
    own = not tail[0][0].islower() or (whole not in known and hyphened in known)
    return f"{text[:-1]}-{more}" if own else text[:-1] + more
