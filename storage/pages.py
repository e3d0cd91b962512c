"""Long lists, a page at a time: pages count from 0, and one that is not there is the nearest that is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

T = TypeVar("T")
U = TypeVar("U")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """The lines on a page, which one it is of how many, and how many lines there are in all."""

    lines: Sequence[T]
    number: int
    pages: int
    total: int

    def of(self, lines: Sequence[U]) -> "Page[U]":
        """Put lines on it."""
        return Page(lines, self.number, self.pages, self.total)


def place(page: int, total: int, size: int) -> Page[Any]:
    """Find the page that there is, as yet without its lines, if so many stand on each."""
    pages = max(1, -(-total // size))
    return Page((), min(max(page, 0), pages - 1), pages, total)


def page_of(lines: Sequence[T], page: int, size: int) -> Page[T]:
    """Cut a page out of a list."""
    found = place(page, len(lines), size)
    return found.of(lines[found.number * size : (found.number + 1) * size])
