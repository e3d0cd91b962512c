"""Long texts cut into pages that fit a telephone. Pure."""

PAGE = 1500
"""Characters on a page, at most."""


def pages_of(text: str) -> list[str]:
    """Cut a text into pages, between paragraphs where it can be, else between words."""
    pages: list[str] = []
    rest = text.strip()
    while len(rest) > PAGE:
        end = _end(rest)
        pages.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    return [*pages, rest]


def _end(text: str) -> int:
    """Find where the first page ends: behind a paragraph in its second half, else behind a word."""
    for separator in ("\n", " "):
        end = text.rfind(separator, PAGE // 2, PAGE)
        if end > 0:
            return end
    return PAGE
