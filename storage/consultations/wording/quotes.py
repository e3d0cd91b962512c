"""Where quoted text begins and ends, over many lines: what an amending law quotes is content, headings and all."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

MARK = re.compile('[»«„“”‟"]')
OPENERS = "»„"
BEFORE = frozenset(" ([{-–—/:")
AFTER = frozenset(" .,;:!?)]}…–—-/")


@dataclass(frozen=True, slots=True)
class Quote:
    """An open quotation: the family of its marks, and how many of them are open."""

    family: str
    depth: int = 1


def quote_after(text: str, quote: Quote | None) -> Quote | None:
    """Tell what is open after a line, given what was open before it. Within a quotation only its own marks count."""
    for family, opens in _marks(text, quote):
        if quote is None:
            quote = Quote(family) if opens else None
        elif family == quote.family:
            depth = quote.depth + (1 if opens else -1)
            quote = Quote(family, depth) if depth else None
    return quote


def _marks(text: str, quote: Quote | None) -> Iterator[tuple[str, bool]]:
    """List the marks: their family, and whether they open. Where a mark stands says more than how it is drawn."""
    straight_open = quote is not None and quote.family == '"'
    for found in MARK.finditer(text):
        mark, at = found[0], found.start()
        before, after = text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
        outer = before in BEFORE or MARK.match(before) is not None
        inner = after in AFTER or MARK.match(after) is not None
        can_open, can_close = outer and not after.isspace() and after not in ".,;:!?)", inner and not before.isspace()
        if can_open != can_close:
            opens = can_open
        elif mark == '"':
            opens = not straight_open
        else:
            opens = mark in OPENERS
        if mark == '"':
            straight_open = opens
        yield "»" if mark in "»«" else '"' if mark == '"' else "„", opens
