"""Comparing two versions of a draft, article by article. Pure."""

from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from storage.consultations.wording.articles import Article

MOVED = 0.6
"""How alike two articles with different numbers have to be, from 0 to 1."""
REWORDED = 0.25
"""How alike two with the same number have to be; with the same title they need not be alike at all."""

NUMBER_COUNTS = 0.1
"""How much the same number adds to the likeness when two compete."""


@dataclass(frozen=True, slots=True)
class Same:
    """The wording stands; the places in both versions, from 0. The number may be another."""

    old: int
    new: int


@dataclass(frozen=True, slots=True)
class Changed:
    """The wording or the title is another."""

    old: int
    new: int


@dataclass(frozen=True, slots=True)
class New:
    """Nothing of this was in the old version."""

    new: int


@dataclass(frozen=True, slots=True)
class Gone:
    """Nothing of this is in the new version."""

    old: int


Change = Same | Changed | New | Gone


def compare(old: Sequence[Article], new: Sequence[Article]) -> tuple[Change, ...]:
    """Say of each article what became of it, in the order of the new version; what is gone stands where it was."""
    match: dict[int, int] = {}
    taken: set[int] = set()
    for one, other in _pairs(old, new):
        if one not in taken and other not in match:
            match[other] = one
            taken.add(one)
    kept = [_kept(old, new, match[place], place) if place in match else New(place) for place in range(len(new))]
    return tuple(_with_gone(kept, [place for place in range(len(old)) if place not in taken]))


def _pairs(old: Sequence[Article], new: Sequence[Article]) -> Iterator[tuple[int, int]]:
    """List the pairs that may belong together, the surest first."""
    old_words, new_words = [_pieces(one) for one in old], [_pieces(one) for one in new]
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, pieces in enumerate(old_words):
        for piece in pieces:
            holders[piece].append(place)
    numbered: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(old):
        numbered[one.number].append(place)
    pairs = []
    for place, pieces in enumerate(new_words):
        shared = Counter(holder for piece in pieces for holder in holders.get(piece, ()))
        for holder in {*shared, *numbered.get(new[place].number, ())}:
            likeness = 2 * shared[holder] / (len(pieces) + len(old_words[holder]))
            number = old[holder].number == new[place].number
            title = number and new[place].title is not None and old[holder].title == new[place].title
            if likeness >= (REWORDED if number else MOVED) or title:
                pairs.append((likeness + NUMBER_COUNTS * number, -abs(holder - place), holder, place))
    return ((holder, place) for _, _, holder, place in sorted(pairs, reverse=True))


def _pieces(article: Article) -> frozenset[tuple[str, str]]:
    """Take an article as its pairs of neighbouring words, so that likeness does not hang on the order of paragraphs."""
    words = ["", *words_of(article.text), ""]
    return frozenset(pairwise(words))


def words_of(text: str) -> list[str]:
    """Cut into words; how a line is broken or hyphenated is no difference."""
    return text.replace("\u00ad", "").split()


def _kept(old: Sequence[Article], new: Sequence[Article], one: int, other: int) -> Change:
    before, after = old[one], new[other]
    same = before.title == after.title and words_of(before.text) == words_of(after.text)
    return Same(one, other) if same else Changed(one, other)


def _with_gone(kept: Sequence[Change], gone: Sequence[int]) -> Iterator[Change]:
    """Put what is gone before the first article that stood behind it."""
    waiting = deque(gone)
    for change in kept:
        while waiting and isinstance(change, Same | Changed) and waiting[0] < change.old:
            yield Gone(waiting.popleft())
        yield change
    yield from map(Gone, waiting)
