"""A draft as lines of plain text: a line is a paragraph, or a part of one that a break sets apart."""

import re
import unicodedata
from dataclasses import dataclass

SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]")
BREAKS = re.compile("\r\n?|[\v\f\u0085\u2028\u2029]")
INVISIBLE = re.compile("[\x00-\x09\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufffe\ud800-\udfff]")
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"})


@dataclass(frozen=True, slots=True)
class Line:
    """A line without spaces around it; `level` is 1 for the highest style of headings, None without such a style."""

    text: str
    level: int | None = None


def tidied(text: str) -> str:
    """Make every kind of space a space and every break a newline; invisible signs go."""
    text = SPACES.sub(" ", unicodedata.normalize("NFC", BREAKS.sub("\n", text))).translate(LIGATURES)
    return INVISIBLE.sub("", text)


def lines_of(text: str) -> tuple[Line, ...]:
    """Cut text into lines at its breaks."""
    return tuple(Line(line.strip()) for line in tidied(text).split("\n"))
