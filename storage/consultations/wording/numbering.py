"""Automatic numbers of Word: where "1. člen" is made by a list, the number is not in the text."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element

PLACE = re.compile(r"%(\d)")
DEEPEST = 9
HIGHEST = 100_000
"""A number beyond it is not spelled in letters or Roman digits."""
ROMAN = [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
         (9, "ix"), (5, "v"), (4, "iv"), (1, "i")]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: where it starts, how its numbers are written and what stands around them ("%1. člen")."""

    start: int
    written: str
    text: str
    gap: str
    restarts: bool
    decimal: bool
    style: str | None


class Lists:
    """The lists of a document, counted as its paragraphs come."""

    def __init__(self, numbering: Element | None) -> None:
        self._abstract_of: dict[str, str] = {}
        self._levels: dict[str, dict[int, Level]] = {}
        self._overridden: dict[str, dict[int, Level]] = {}
        self._started: dict[str, dict[int, int]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        if numbering is not None:
            self._take(numbering)

    def label(self, number: str, depth: int) -> str:
        """Count one paragraph of a list on and return what Word writes before it, with the gap behind."""
        abstract = self._abstract_of.get(number)
        level = self._level(number, depth)
        if abstract is None or level is None:
            return ""
        counts = self._counts[abstract]
        restart = self._started.get(number, {}).pop(depth, None)
        counts[depth] = restart if restart is not None else counts.get(depth, level.start - 1) + 1
        for other in range(DEEPEST):
            found = self._level(number, other)
            if other > depth and (found is None or found.restarts):
                counts.pop(other, None)
            elif other < depth and found is not None:
                counts.setdefault(other, found.start)
        if level.written == "bullet":
            return "– " if not level.text.isascii() or not level.text.strip() else f"{level.text.strip()} "
        text = PLACE.sub(lambda place: self._written(number, int(place[1]) - 1, level), level.text)
        return f"{text}{level.gap}" if text else ""

    def depth_of(self, number: str, style: str) -> int:
        """Tell at which level of a list the paragraphs of a style are."""
        levels = self._levels.get(self._abstract_of.get(number, ""), {})
        return next((depth for depth, level in levels.items() if level.style == style), 0)

    def _written(self, number: str, depth: int, around: Level) -> str:
        level, count = self._level(number, depth), self._counts[self._abstract_of[number]].get(depth)
        if level is None or count is None:
            return ""
        return written(count, "decimal" if around.decimal else level.written)

    def _level(self, number: str, depth: int) -> Level | None:
        own = self._overridden.get(number, {}).get(depth)
        return own or self._levels.get(self._abstract_of.get(number, ""), {}).get(depth)

    def _take(self, numbering: Element) -> None:
        styled: dict[str, str] = {}
        linked: dict[str, str] = {}
        for one in numbering.iterchildren(qn("w:abstractNum")):
            name = one.get(qn("w:abstractNumId"), "")
            self._levels[name] = dict(_levels(one))
            if (style := value_of(one, "w:styleLink")) is not None:
                styled[style] = name
            if (style := value_of(one, "w:numStyleLink")) is not None:
                linked[name] = style
        for one in numbering.iterchildren(qn("w:num")):
            name, abstract = one.get(qn("w:numId"), ""), value_of(one, "w:abstractNumId") or ""
            self._abstract_of[name] = styled.get(linked.get(abstract, ""), abstract)
            for override in one.iterchildren(qn("w:lvlOverride")):
                depth = number_of(override.get(qn("w:ilvl")), 0)
                self._overridden.setdefault(name, {}).update(_levels(override))
                start = value_of(override, "w:startOverride")
                if start is not None:
                    self._started.setdefault(name, {})[depth] = number_of(start, 1)


def _levels(parent: Element) -> Iterator[tuple[int, Level]]:
    for one in parent.iterchildren(qn("w:lvl")):
        gap = "" if value_of(one, "w:suff") == "nothing" else " "
        legal = one.find(qn("w:isLgl"))
        yield number_of(one.get(qn("w:ilvl")), 0), Level(
            number_of(value_of(one, "w:start"), 1), value_of(one, "w:numFmt") or "decimal",
            value_of(one, "w:lvlText") or "", gap, value_of(one, "w:lvlRestart") != "0", legal is not None,
            value_of(one, "w:pStyle"),
        )  # fmt: skip


def value_of(parent: Element, name: str) -> str | None:
    """Return the value of an element's child, None if it has no such child."""
    found = parent.find(qn(name))
    return None if found is None else found.get(qn("w:val"))


def number_of(text: str | None, otherwise: int) -> int:
    """Read a number as Word writes it."""
    return int(text) if text and re.fullmatch(r"\d{1,9}", text) else otherwise


def written(number: int, how: str) -> str:
    """Write a number in one of Word's ways; those that drafts do not use are decimal."""
    if not 0 < number < HIGHEST or how in {"decimal", "none"}:
        return "" if how == "none" else str(number)
    if how in {"lowerLetter", "upperLetter"}:
        times, place = divmod(number - 1, 26)
        letters = chr(ord("a") + place) * min(times + 1, 3)
        return letters if how == "lowerLetter" else letters.upper()
    if how in {"lowerRoman", "upperRoman"}:
        digits = ""
        for worth, digit in ROMAN:
            digits, number = digits + digit * (number // worth), number % worth
        return digits if how == "lowerRoman" else digits.upper()
    return f"{number}." if how == "ordinal" else f"{number:02}" if how == "decimalZero" else str(number)
