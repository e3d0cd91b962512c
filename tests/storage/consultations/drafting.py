"""Drafts for tests, and where the laws are that are not in the project."""

import json
import os
from dataclasses import dataclass
from pathlib import Path

import pytest

from storage.consultations.wording.articles import Article, Split, split
from storage.consultations.wording.plain import plain_lines

BESIDE = Path(__file__).parents[3].parent / "shared" / "data" / "laws"


@dataclass(frozen=True, slots=True)
class Expected:
    """What has to be found of an article: `chars` is how long its body is, `starts` how that begins."""

    article: str
    title: str | None
    chars: int
    starts: str


@dataclass(frozen=True, slots=True)
class Law:
    """A law and what has to be found in it."""

    file: Path
    expected: tuple[Expected, ...]


def laws() -> list[Law]:
    """Read the laws in the folder GLASNIK_LAWS or in ../shared/data/laws.

    Without any the test is skipped, or fails with GLASNIK_REQUIRE_LAWS=1.
    """
    folder = Path(os.environ.get("GLASNIK_LAWS") or BESIDE)
    files = sorted(folder.glob("*.txt"))
    if not files:
        missing = f"no laws: neither GLASNIK_LAWS names a folder with some nor is there {BESIDE}"
        if os.environ.get("GLASNIK_REQUIRE_LAWS") == "1":
            pytest.fail(missing)
        pytest.skip(missing)
    return [Law(file, _expected(file.with_suffix(".expected.json"))) for file in files]


def _expected(file: Path) -> tuple[Expected, ...]:
    return tuple(Expected(**one) for one in json.loads(file.read_text(encoding="utf-8"))["articles"])


def found(text: str) -> Split:
    """Split a text."""
    return split(plain_lines(text))


def numbers(text: str) -> list[str]:
    """Split a text and list the numbers."""
    return [article.number for article in found(text).articles]


def only(text: str) -> Article:
    """Split a text that has one article."""
    (article,) = found(text).articles
    return article
