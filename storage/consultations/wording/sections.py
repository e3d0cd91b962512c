"""Splitting a draft without articles by its headings, else by its paragraphs: a rulebook, a standard, a price list."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from storage.consultations.wording import marks
from storage.consultations.wording.articles import Article, Split
from storage.consultations.wording.lines import Line
from storage.consultations.wording.paragraphs import paragraphs_of

AT_LEAST = 2
"""One heading alone is the draft's name."""

NUMBERED = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,3})*|[IVXLC]+|[A-ZČŠŽ])(?P<mark>[.)]?)\s+(?P<title>\S.*)")
CONTENTS = re.compile(r"(?:\.{3}|…|\s{2})[\s.…]*\d+$")
LETTERS = "ABCČDEFGHIJKLMNOPRSŠTUVZŽ"
ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading: its line, its depth from 1 down, its number if it has one."""

    at: int
    depth: int
    number: str | None
    title: str


def by_headings(lines: Sequence[Line]) -> Split:
    """Split by styled headings, else by numbered ones, else by lines in capitals, else into paragraphs.

    A heading with nothing but further headings below it is a chapter.
    """
    for find in (_styled, _numbered, _capitals):
        headings = list(find(lines))
        split = _by(headings, lines) if len(headings) >= AT_LEAST else None
        if split and split.articles:
            return split
    return Split("", tuple(_paragraphs(lines)), ())


def _by(headings: Sequence[_Heading], lines: Sequence[Line]) -> Split:
    texts = [line.text for line in lines]
    ends = [*(heading.at for heading in headings[1:]), len(texts)]
    path: tuple[_Heading, ...] = ()
    articles: list[Article] = []
    for heading, end in zip(headings, ends, strict=True):
        above = tuple(one for one in path if one.depth < heading.depth)
        paragraphs = paragraphs_of(texts[heading.at + 1 : end], [False] * (end - heading.at - 1))
        path = (*above, heading)
        if paragraphs:
            number = heading.number or str(len(articles) + 1)
            chapter = tuple(texts[one.at] for one in above)
            articles.append(Article(number, heading.title, chapter, paragraphs, texts[heading.at]))
    return Split("\n".join(texts[: headings[0].at]).strip(), tuple(articles), ())


def _styled(lines: Sequence[Line]) -> Iterator[_Heading]:
    for at, line in enumerate(lines):
        if line.level is not None and line.text:
            found = NUMBERED.fullmatch(line.text)
            yield _Heading(at, line.level, found and found["number"], found["title"] if found else line.text)


def _numbered(lines: Sequence[Line]) -> Iterator[_Heading]:
    """Take a line for a heading if its number goes on from the headings so far; so the points of a list are none."""
    path: list[_Number] = []
    for at, line in enumerate(lines):
        found = NUMBERED.fullmatch(line.text)
        if found is None or not _is_title(found):
            continue
        number = _Number.of(found["number"])
        own = [place for place, one in enumerate(path) if one.kind == number.kind]
        if number.follows(path[own[-1]] if own else _Number(number.kind, ())):
            depth = (own[0] if own else len(path)) + len(number.values)
            path = [*path[: depth - 1], number]
            yield _Heading(at, depth, found["number"], found["title"])


@dataclass(frozen=True, slots=True)
class _Number:
    """A heading's number: "2.1" is (2, 1)."""

    kind: str
    values: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "_Number":
        if text[0].isdigit():
            return cls("arabic", tuple(int(part) for part in text.split(".")))
        if len(text) == 1 and text not in "IVX":
            return cls("letter", (LETTERS.find(text) + 1,))
        digits = [ROMAN_DIGITS[one] for one in text]
        return cls("roman", (sum(-one if one < after else one for one, after in pairwise([*digits, 0])),))

    def follows(self, last: "_Number") -> bool:
        """Tell whether it is the first below `last`, or the next beside it or beside one that it is in."""
        *above, value = self.values
        if len(self.values) > len(last.values):
            return (*last.values, 1) == self.values
        return tuple(above) == last.values[: len(above)] and value == last.values[len(above)] + 1


def _capitals(lines: Sequence[Line]) -> Iterator[_Heading]:
    for at, line in enumerate(lines):
        if marks.is_caps(line.text) and marks.rank(line.text) is not None:
            yield _Heading(at, 1, None, line.text)


def _paragraphs(lines: Sequence[Line]) -> Iterator[Article]:
    texts = [line.text for line in lines]
    for number, paragraph in enumerate(paragraphs_of(texts, [False] * len(texts)), 1):
        yield Article(str(number), None, (), (paragraph,))


def _is_title(found: re.Match[str]) -> bool:
    title = found["title"]
    if len(title) > marks.LONGEST_BARE or CONTENTS.search(title):
        return False
    named = title[0].isupper() and title[-1] not in ".,;:!?"
    return named and (found["mark"] != "" or found["number"][-1:].isdigit())
