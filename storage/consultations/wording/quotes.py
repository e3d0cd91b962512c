"""Where quoted text begins and ends, over many lines: what an amending law quotes is content, headings and all."""

import re

Quotes = tuple[str, ...]
"""The families of the quotation marks that are open, the outermost first."""

MARK = re.compile('[»«„“”‟"]')
FAMILIES = {"»": "»", "«": "»", '"': '"'}
CURLY = "„"
OPENERS = "»„"
DEEPEST = 9
BEFORE = frozenset(" ([{-–—/:")
AFTER = frozenset(" .,;:!?)]}…–—-/")


def quotes_after(text: str, quotes: Quotes) -> Quotes:
    """Tell what is open after a line, given what was open before it.

    What closes an outer quotation closes those within it too, whose own marks were forgotten.
    """
    for found in MARK.finditer(text):
        family = FAMILIES.get(found[0], CURLY)
        if _opens(text, found, is_open=family in quotes):
            quotes = (*quotes, family)[:DEEPEST]
        elif family in quotes:
            quotes = quotes[: len(quotes) - 1 - quotes[::-1].index(family)]
    return quotes


def _opens(text: str, found: re.Match[str], *, is_open: bool) -> bool:
    """Tell whether a mark opens. Where it stands says more than how it is drawn."""
    mark, at = found[0], found.start()
    before, after = text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
    can_open = (before in BEFORE or MARK.match(before) is not None) and after not in AFTER - set("(-–—…")
    can_close = (after in AFTER or MARK.match(after) is not None) and not before.isspace()
    if can_open != can_close:
        return can_open
    return not is_open if mark == '"' else mark in OPENERS
