"""Finding by words in spite of missing letters and diacritics. Pure."""

import unicodedata
from collections.abc import Callable, Iterable
from difflib import SequenceMatcher
from typing import TypeVar

T = TypeVar("T")

TEXT, WORDS = 80, 6
"""So much of what was typed is read."""

ALIKE = 0.75
"""Words less alike than this are different words."""

SHORT = 3
"""Words shorter than this are not guessed at."""

FIRST_FIELD = 0.05
"""What it counts for that a word stands in the field that matters most."""

LETTERS = str.maketrans({"đ": "d", "ł": "l", "ø": "o"})
ALPHABET = {letter: place for place, letter in enumerate("abcčdefghijklmnoprsštuvzž")}


def fold(text: str) -> str:
    """Return the text in small letters, without diacritics, with a space for whatever is no letter or digit."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()).translate(LETTERS)
    kept = (char for char in plain if not unicodedata.combining(char))
    return " ".join("".join(char if char.isalnum() else " " for char in kept).split())


def alphabetical(text: str) -> list[tuple[int, str]]:
    """Return a key that sorts as the Slovene alphabet does, č after c."""
    return [(ALPHABET.get(char, len(ALPHABET)), char) for char in text.lower() if char != " "]


def likeness(said: str, word: str) -> float:
    """Tell how well a typed word fits a word, 0 to 1; both are folded. A beginning is nearly as good as the whole."""
    if said == word:
        return 1.0
    if word.startswith(said):
        return 0.9 + 0.05 * len(said) / len(word)
    if len(said) < SHORT:
        return 0.0
    if said in word:
        return 0.8
    return 0.75 * max(_ratio(said, word), _ratio(said, word[: len(said) + 1]))


def _ratio(said: str, word: str) -> float:
    matcher = SequenceMatcher(None, said, word, autojunk=False)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= ALIKE else 0.0


def best(text: str, things: Iterable[T], fields: Callable[[T], tuple[str, ...]]) -> list[T]:
    """List the things in which every typed word is found, best first; the first of a thing's fields matters most."""
    said = fold(text[:TEXT]).split()[:WORDS]
    if not said:
        return []
    known: dict[tuple[str, str], float] = {}

    def like(one: str, word: str) -> float:
        if (one, word) not in known:
            known[one, word] = likeness(one, word)
        return known[one, word]

    scored = []
    for place, thing in enumerate(things):
        words = [(word, nth) for nth, field in enumerate(fields(thing)) for word in fold(field).split()]
        scores = [_score(one, words, like) for one in said]
        if all(scores):
            scored.append((-sum(scores), sum(len(word) for word, _ in words), place, thing))
    return [thing for *_, thing in sorted(scored, key=lambda one: one[:3])]


def _score(said: str, words: list[tuple[str, int]], like: Callable[[str, str], float]) -> float:
    found = ((like(said, word), nth) for word, nth in words)
    return max((score + FIRST_FIELD * (nth == 0) for score, nth in found if score), default=0.0)
