"""What changed in a text, word by word, short enough for a card. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum

WORD = re.compile(r"\S+\s*")
MOST = 2_000
"""Words of a passage that are compared one by one; a longer one is cut and added whole."""
CRUMB = 3
"""Characters: a kept word that short between two changes reads worse kept than replaced."""


class Kind(StrEnum):
    """What became of a piece of text."""

    KEPT = "kept"
    CUT = "cut"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words, with the spaces and breaks behind them."""

    kind: Kind
    text: str


def difference(old: str, new: str) -> tuple[Piece, ...]:
    """Say how the new text comes from the old: the kept and added pieces are the new one, the kept and cut the old.

    Spaces and hyphens at line ends are no difference.
    """
    old_lines, new_lines = _lines(old), _lines(new)
    pieces: list[Piece] = []
    for tag, a, b, c, d in _opcodes(old_lines, new_lines):
        if tag == "equal":
            pieces.append(Piece(Kind.KEPT, "".join(new_lines[c:d])))
        else:
            pieces += _by_words(_words(old_lines[a:b]), _words(new_lines[c:d]))
    told = list(_joined(_without_crumbs(list(_joined(pieces)))))
    return (*told[:-1], replace(told[-1], text=told[-1].text.rstrip())) if told else ()


def _lines(text: str) -> list[str]:
    """Cut into lines with single spaces between words and a newline at the end."""
    return [" ".join(line.split()) + "\n" for line in text.replace("\u00ad", "").splitlines()]


def _words(lines: Sequence[str]) -> list[str]:
    return [word for line in lines for word in WORD.findall(line)]


def _by_words(before: Sequence[str], after: Sequence[str]) -> Iterator[Piece]:
    if max(len(before), len(after)) > MOST:
        yield from (Piece(Kind.CUT, "".join(before)), Piece(Kind.ADDED, "".join(after)))
        return
    for tag, a, b, c, d in _opcodes([word.rstrip() for word in before], [word.rstrip() for word in after]):
        if tag == "equal":
            yield Piece(Kind.KEPT, "".join(after[c:d]))
        else:
            yield from (Piece(Kind.CUT, "".join(before[a:b])), Piece(Kind.ADDED, "".join(after[c:d])))


def _opcodes(before: Sequence[str], after: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    return SequenceMatcher(None, before, after, autojunk=False).get_opcodes()


def _without_crumbs(pieces: Sequence[Piece]) -> Iterator[Piece]:
    for at, piece in enumerate(pieces):
        between = 0 < at < len(pieces) - 1
        if between and piece.kind is Kind.KEPT and len(piece.text.strip()) <= CRUMB and "\n" not in piece.text:
            yield from (Piece(Kind.CUT, piece.text), Piece(Kind.ADDED, piece.text))
        else:
            yield piece


def _joined(pieces: Sequence[Piece] | Iterator[Piece]) -> Iterator[Piece]:
    """Join neighbours of a kind; between two kept pieces, what is cut comes before what is added."""
    waiting = {Kind.CUT: "", Kind.ADDED: ""}
    kept = ""
    for piece in pieces:
        if piece.kind is Kind.KEPT and any(waiting.values()):
            yield from _changes(waiting)
            waiting, kept = {Kind.CUT: "", Kind.ADDED: ""}, piece.text
        elif piece.kind is Kind.KEPT:
            kept += piece.text
        elif piece.text:
            if kept:
                yield Piece(Kind.KEPT, kept)
                kept = ""
            waiting[piece.kind] += piece.text
    yield from _changes(waiting)
    if kept:
        yield Piece(Kind.KEPT, kept)


def _changes(waiting: dict[Kind, str]) -> Iterator[Piece]:
    return (Piece(kind, text) for kind, text in waiting.items() if text)


def shortened(pieces: Sequence[Piece], words: int = 8) -> tuple[Piece, ...]:
    """Leave of what is kept only some words before and after each change, and "…" for the rest."""
    return tuple(
        Piece(piece.kind, _ends(piece.text, words, first=at == 0, last=at == len(pieces) - 1))
        if piece.kind is Kind.KEPT
        else piece
        for at, piece in enumerate(pieces)
    )


def _ends(text: str, words: int, *, first: bool, last: bool) -> str:
    found = WORD.findall(text)
    head, tail = (0 if first else words), (0 if last else words)
    if len(found) <= head + tail:
        return text
    return "".join(found[:head]) + "… " + "".join(found[len(found) - tail :])
