"""What the splitter finds in a draft, for the command line: as JSON or as an outline to look at."""

import json
from collections.abc import Iterator
from itertools import groupby

from storage.consultations.wording.apart import read_apart
from storage.consultations.wording.articles import Article, Finding, Gap, Repeated, Split, UnclosedQuote, split
from storage.consultations.wording.outcomes import (
    Damaged,
    Empty,
    Encrypted,
    NoTextLayer,
    OldWord,
    Text,
    TookTooLong,
    TooLarge,
    UnknownFormat,
    Unread,
)
from storage.consultations.wording.sections import by_headings

UNREAD: dict[type[Unread], str] = {
    Empty: "there is no text in it",
    NoTextLayer: "it holds pictures of pages and no text; it needs text recognition first",
    Encrypted: "it opens with a password only; save it without one",
    Damaged: "it is damaged",
    TooLarge: "it is larger than a draft may be",
    TookTooLong: "reading it took too long",
    OldWord: "it is of the old Word; save it as .docx",
    UnknownFormat: "it is neither .docx nor .pdf nor plain text",
}


def found_in(content: bytes) -> Split | str:
    """Split a draft by its articles, else by its headings; a text is the reason why it cannot be read."""
    reading = read_apart(content)
    if not isinstance(reading, Text):
        return UNREAD[type(reading)]
    by_articles = split(reading.lines)
    return by_articles if by_articles.articles else by_headings(reading.lines)


def as_json(found: Split) -> str:
    """Write the articles as a list of objects."""
    articles = [
        {
            "number": article.number,
            "title": article.title,
            "chapter": " / ".join(article.chapter) or None,
            "text": article.text,
            "paragraphs": article.paragraphs,
        }
        for article in found.articles
    ]
    return json.dumps(articles, ensure_ascii=False, indent=1)


def outline(found: Split) -> Iterator[str]:
    """Say how many articles there are, which is the longest, what each chapter holds, and what looks wrong."""
    longest = max(found.articles, key=lambda article: len(article.text))
    yield f"Articles: {len(found.articles)}. The longest, {_name(longest)}, has {len(longest.text)} characters."
    for chapter, articles in groupby(found.articles, key=lambda article: article.chapter):
        yield ""
        yield " / ".join(chapter) or "(without a chapter)"
        yield from (f"  {_name(article)}" for article in articles)
    if found.findings:
        yield ""
        yield from map(_words, found.findings)


def _name(article: Article) -> str:
    return f"{article.number} {article.title}" if article.title else article.number


def _words(finding: Finding) -> str:
    match finding:
        case UnclosedQuote(None):
            return "A quotation before the first article has no end."
        case UnclosedQuote(number):
            return f"Article {number}: a quotation has no end; it was taken to end with the article."
        case Gap(after, before):
            return f"Between the articles {after} and {before} numbers are missing."
        case Repeated(number):
            return f"There is more than one article {number}."
