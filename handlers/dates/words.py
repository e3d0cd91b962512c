"""The words and patterns of dates, from handlers/texts/dates.toml."""

import tomllib
import unicodedata
from pathlib import Path
from typing import Any

_DATA: dict[str, Any] = tomllib.loads(
    (Path(__file__).parent.parent / "texts" / "dates.toml").read_text(encoding="utf-8")
)

WORDS: dict[str, str] = {word: meaning for meaning, words in _DATA["words"].items() for word in words}
WEEKDAYS: dict[str, int] = {word: int(number) for number, words in _DATA["weekdays"].items() for word in words}
MONTHS: dict[str, int] = {word: int(number) for number, words in _DATA["months"].items() for word in words}
HALF_HOURS: dict[str, int] = _DATA["hours"]
PATTERNS: dict[str, dict[str, Any]] = _DATA["patterns"]


def fold(text: str) -> str:
    """Return `text` in lower case and without diacritics; spaces of every kind become one kind."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(char))
    return " ".join(plain.split())
