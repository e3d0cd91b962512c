"""Plain text, from a file or pasted. Pure."""

import codecs
from itertools import pairwise

from storage.consultations.wording import marks
from storage.consultations.wording.flow import flow
from storage.consultations.wording.lines import Line, lines_of, tidied
from storage.consultations.wording.pages import Row

EASTERN = "windows-1250"
BOMS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
STRANGE = 0.002
"""What share of control characters plain text may have."""

WIDEST = 120
"""Characters of a line; text with longer ones has a line for each paragraph."""
AT_LEAST = 8
"""With fewer lines nobody can tell."""
BROKEN = 0.2
"""The share of lines that begin in the middle of a sentence where paragraphs are broken into lines."""
CHARACTER = 6.0
"""A width that stands for points, so that such lines can be joined like the rows of a page."""


def decoded(content: bytes) -> str | None:
    """Decode by the mark at the beginning, by where the zero bytes are, or by what fits; None if it is no text."""
    text = _decoded(content)
    strange = sum(char < " " and char not in "\t\n\v\f\r" for char in text or "")
    return None if text is None or strange > STRANGE * len(text) else text


def _decoded(content: bytes) -> str | None:
    for mark, encoding in BOMS.items():
        if content.startswith(mark):
            return content.removeprefix(mark).decode(encoding, "replace")
    even, odd = content[0:2000:2].count(0), content[1:2000:2].count(0)
    wide = ["utf-16-le"] if odd > 4 * (even + 1) else ["utf-16-be"] if even > 4 * (odd + 1) else []
    for encoding in wide or ["utf-8", EASTERN]:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def plain_lines(text: str) -> tuple[Line, ...]:
    """Cut text into lines; where paragraphs are broken into lines of a fixed width, as in a letter, they are joined."""
    rows = [line.rstrip() for line in tidied(text).split("\n")]
    filled = [row for row in rows if row]
    widest = max(map(len, filled), default=0)
    broken = sum(_in_a_sentence(before, row.strip()) and len(before) > widest / 2 for before, row in pairwise(filled))
    if widest > WIDEST or len(filled) < AT_LEAST or broken < BROKEN * len(filled):
        return lines_of(text)
    page = [
        Row(row, CHARACTER * (len(row) - len(row.lstrip())), CHARACTER * len(row), -2.0 * CHARACTER * at, CHARACTER)
        for at, row in enumerate(rows)
        if row
    ]
    return flow([page])


def _in_a_sentence(before: str, row: str) -> bool:
    return row[0].islower() and not marks.is_point(row) and before[-1] not in ".;:"
