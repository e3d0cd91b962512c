"""Splitting a draft into its articles. Pure: lines in, articles and findings out."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from storage.consultations.wording import marks
from storage.consultations.wording.blocks import Reader, Title, end_of_articles, explanation_at, nested
from storage.consultations.wording.lines import Line
from storage.consultations.wording.nesting import Heading, Nesting, base, nesting_of
from storage.consultations.wording.paragraphs import bracketed_title, paragraphs_of

AT_LEAST = 3
"""So many titles above articles make a habit."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article: its number as "15.č", its title without brackets, the headings above it from the highest down.

    A paragraph has its points and what it quotes on further lines of its own. `label` is what people call it, as
    "15.č člen"; a section of a draft without articles has its heading as it stands, a mere paragraph nothing.
    """

    number: str
    title: str | None
    chapter: tuple[str, ...]
    paragraphs: tuple[str, ...]
    label: str = ""

    @property
    def text(self) -> str:
        """The whole body."""
        return "\n".join(self.paragraphs)


@dataclass(frozen=True, slots=True)
class UnclosedQuote:
    """A quotation has no end; it was taken to end with the article it begins in, None before the first."""

    number: str | None


@dataclass(frozen=True, slots=True)
class Gap:
    """Between these two articles some numbers are missing."""

    after: str
    before: str


@dataclass(frozen=True, slots=True)
class Repeated:
    """This number is there more than once."""

    number: str


Finding = UnclosedQuote | Gap | Repeated


@dataclass(frozen=True, slots=True)
class Split:
    """A draft split up; `preamble` is what stands before the first article."""

    preamble: str
    articles: tuple[Article, ...]
    findings: tuple[Finding, ...]


def split(lines: Sequence[Line]) -> Split:
    """Find the articles of a draft; what it quotes and what explains it are not searched for any."""
    texts = [line.text for line in lines]
    nesting = nesting_of(texts)
    if not nesting.own:
        return Split("\n".join(texts).strip(), (), ())
    explanation = explanation_at(texts, nesting.quoted, nesting.own)
    if explanation < len(texts):
        texts = texts[:explanation]
        nesting = nesting_of(texts)
    own = nesting.own
    reader = Reader(texts, nesting.quoted, [line.level is not None for line in lines])
    starts = [0, *(heading.at + 1 for heading in own)]
    tops = [reader.headings_before(start, heading.at) for start, heading in zip(starts, own, strict=False)]
    above = [reader.titles(top, heading.at) for top, heading in zip(tops, own, strict=True)]
    if _titles_stand_above(above) and not above[0]:
        tops[0] = reader.headings_before(0, reader.title_before(own[0].at))
        above[0] = reader.titles(tops[0], own[0].at)
    ends = [*tops[1:], end_of_articles(texts, nesting.quoted, own[-1].at)]
    articles = tuple(_articles(texts, nesting, own, above, ends))
    unclosed = tuple(UnclosedQuote(heading.number if heading else None) for heading in nesting.unclosed)
    return Split("\n".join(texts[: tops[0]]).strip(), articles, (*unclosed, *findings_of_numbers(articles)))


def _articles(
    texts: Sequence[str],
    nesting: Nesting,
    own: Sequence[Heading],
    above: Sequence[Sequence[Title]],
    ends: Sequence[int],
) -> Iterator[Article]:
    titled = _titles_stand_above(above)
    path: tuple[Title, ...] = ()
    for heading, titles, end in zip(own, above, ends, strict=True):
        title, body = bracketed_title(texts, heading.at + 1, end)
        if heading.title:
            title, body = heading.title, heading.at + 1
        if titled and titles and titles[-1].rank == marks.BARE_RANK:
            title, titles = title or titles[-1].text, titles[:-1]  # noqa: PLW2901 - the last is no chapter
        path = nested(path, titles)
        paragraphs = paragraphs_of(texts[body:end], nesting.quoted[body:end])
        label = marks.label(heading.number)
        yield Article(heading.number, title, tuple(one.text for one in path), paragraphs, label)


def _titles_stand_above(above: Sequence[Sequence[Title]]) -> bool:
    """Tell whether articles have their titles, without brackets, above their numbers, as codes do."""
    having = sum(bool(titles) and titles[-1].rank == marks.BARE_RANK for titles in above)
    return having >= AT_LEAST and 2 * having > len(above)


def findings_of_numbers(articles: Sequence[Article]) -> Iterator[Finding]:
    """Look at the numbers: what is missing and what is there twice."""
    for number, times in Counter(article.number for article in articles).items():
        if times > 1:
            yield Repeated(number)
    for before, after in pairwise(articles):
        if base(after.number) > base(before.number, last=True) + 1:
            yield Gap(before.number, after.number)
