"""The title and the paragraphs of an article."""

from collections.abc import Sequence

from storage.consultations.wording import marks
from storage.consultations.wording.quotes import MARK

TITLE_LINES = 4
LONGEST_TITLE = 400
"""Characters."""


def bracketed_title(texts: Sequence[str], start: int, end: int) -> tuple[str | None, int]:
    """Read the title in brackets below a heading, over some lines at most; return it and where the body begins."""
    first = next((at for at in range(start, end) if texts[at]), end)
    if first == end or not texts[first].startswith("(") or marks.PARAGRAPH.match(texts[first]):
        return None, start
    title = ""
    for at in range(first, min(first + TITLE_LINES, end)):
        if not texts[at] or (at > first and marks.PARAGRAPH.match(texts[at])):
            break
        title = f"{title} {texts[at]}".strip()
        if title.count("(") == title.count(")"):
            title = title.rstrip(".,;:")
            closed = title.endswith(")") and _closes_at_end(title) and len(title) <= LONGEST_TITLE
            return (title[1:-1].strip(), at + 1) if closed else (None, start)
    return None, start


def _closes_at_end(text: str) -> bool:
    depth = 0
    for at, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        if depth == 0:
            return at == len(text) - 1
    return False


def paragraphs_of(texts: Sequence[str], quoted: Sequence[bool]) -> tuple[str, ...]:
    """Gather lines into paragraphs.

    Points, and what stands in a quotation, belong to the paragraph before. Where paragraphs are numbered, a line
    without a number goes on with the one before.
    """
    paragraphs: list[list[str]] = []
    numbered = False
    for text, inside in zip(texts, quoted, strict=True):
        if not text:
            continue
        number = marks.PARAGRAPH.match(text) is not None
        if not paragraphs:
            numbered = number
        quoting = MARK.match(text) is not None and bool(paragraphs) and paragraphs[-1][-1].endswith(":")
        if not paragraphs or not (inside or quoting or (not number and (numbered or marks.is_point(text)))):
            paragraphs.append([text])
        else:
            paragraphs[-1].append(text)
    return tuple("\n".join(lines) for lines in paragraphs)
