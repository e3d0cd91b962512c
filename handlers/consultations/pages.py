"""Long texts cut into pages that fit a message. Pure."""

from collections.abc import Iterator, Sequence

from storage.announcements.rules import units
from storage.consultations.wording.difference import Piece

ROOM = 2000
"""UTF-16 units of a text on a page; the rest of a message is left to what stands around it."""

ENDS = ("\n", ". ", "; ", " ")
"""Where a page may end, what is best first."""


def pages(text: str) -> list[str]:
    """Cut a text at the ends of its paragraphs; one that is too long for a page, where a sentence or a word ends."""
    return [text[start:end].strip("\n") for start, end in _spans(text)]


def pages_of(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Cut the pieces of a comparison into pages."""
    return [_inside(pieces, start, end) for start, end in _spans("".join(piece.text for piece in pieces))]


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while units(text[start:]) > ROOM:
        head = text[start:].encode("utf-16-le")[: 2 * ROOM].decode("utf-16-le", "ignore")
        found = next((place + len(end) for end in ENDS if (place := head.rfind(end)) > 0), len(head))
        yield start, start + found
        start += found
    yield start, len(text)


def _inside(pieces: Sequence[Piece], start: int, end: int) -> list[Piece]:
    inside, at = [], 0
    for piece in pieces:
        text = piece.text[max(0, start - at) : max(0, end - at)]
        at += len(piece.text)
        if text:
            inside.append(Piece(piece.kind, text))
    return inside


def clamped(page: int, of: int) -> int:
    """Return the number of a page that there is; pages count from 0."""
    return min(max(page, 0), of - 1)
