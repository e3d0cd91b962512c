"""What a single line is, by how Slovenian law is drafted: an article's heading, a chapter, a paragraph, a point."""

import re

_CLEN = r"[čc] ?l ?e ?n"
_TITLE = r"(?: ?(?P<title>\(.+\)))?"
ARTICLE = re.compile(
    rf"(?P<number>\d{{1,4}}) ?\.? ?(?:(?P<letter>[a-zčšž]{{1,2}}) ?\.? ?)?{_CLEN} ?\.?{_TITLE}", re.IGNORECASE
)
ARTICLE_AFTER = re.compile(
    rf"{_CLEN} (?P<number>\d{{1,4}}) ?\.? ?(?P<letter>[a-zčšž]{{0,2}}) ?\.?{_TITLE}", re.IGNORECASE
)
ARTICLES = re.compile(rf"(\d{{1,4}}) ?\.? ?(?:[-–—]|do|in) ?(\d{{1,4}}) ?\.? ?{_CLEN}(?:i|a)?", re.IGNORECASE)

PARAGRAPH = re.compile(r"\(\d{1,3}\.?\s?[a-zčšž]?\)")
POINT = re.compile(
    r"(?:\d{1,3}(?:\.\d{1,3})*[.)]|[a-zčšž]{1,2}\)|\([a-zčšž]{1,2}\)|[a-zčšž]\.|[ivx]{1,5}[.)]|[−●▪◦·*])(?=\s|$)|[-–—•]"
)

KEYWORDS = {
    "knjiga": 1, "del": 2, "razdelek": 3, "poglavje": 4, "podpoglavje": 5, "oddelek": 7, "pododdelek": 8, "odsek": 9,
    "pododsek": 10,
}  # fmt: skip
ROMAN_RANK, CAPS_RANK, LETTER_RANK, ARABIC_RANK, SMALL_LETTER_RANK, BARE_RANK = 6, 6, 11, 12, 98, 99
"""Ranks of headings, the highest first; decimal numbers add their depth to the rank of the first."""

_ORDINAL = r"(?:prv|drug|tretj|četrt|\w*(?:pet|šest|sedm|osm|devet|deset|najst|dvajset))[ioa]"
_NUMERAL = rf"(?:\d{{1,3}}|[ivxlc]+|{_ORDINAL})\s?\.?(?:\s?[a-zčšž]\s?[.)]?)?"
_WORD = "|".join(sorted(KEYWORDS, key=len, reverse=True))
KEYWORD = re.compile(
    rf"(?:{_NUMERAL}\s*(?P<after>{_WORD})(?P<rest>\W.*)?|(?P<before>{_WORD})\s+{_NUMERAL}(?P<more>\W.*)?)",
    re.IGNORECASE,
)
ROMAN = re.compile(r"(?:[IVXLC]+\s?[.)](?:\s?[a-zA-Z][.)]?(?=\s))?|[IVXLC]{2,}\.?[a-zA-Z]?(?=\s))\s*(?P<rest>.*)")
ARABIC = re.compile(r"(?P<number>\d{1,3}(?:\s?\.\s?\d{1,3})*)\s?[.)]?(?:\s?[a-zA-Z]\.?(?=\s))?\s*(?P<rest>.*)")
LETTER = re.compile(r"(?P<letter>[A-Za-zČŠŽčšž])\s?[.)]\s*(?P<rest>.*)")

LONGEST_ARTICLE, LONGEST_HEADING, LONGEST_BARE, SHORTEST_CAPS = 450, 300, 180, 4
"""Characters."""


def article(text: str) -> tuple[str, str | None] | None:
    """Return the number of an article whose heading this line is, as "15.č", with a title that stands on the line."""
    if len(text) > LONGEST_ARTICLE:
        return None
    text = " ".join(text.split())
    several = ARTICLES.fullmatch(text)
    if several:
        return f"{int(several[1])}–{int(several[2])}", None
    found = ARTICLE.fullmatch(text) or ARTICLE_AFTER.fullmatch(text)
    if found is None:
        return None
    letter = (found["letter"] or "").lower()
    title = found["title"]
    return f"{int(found['number'])}{'.' if letter else ''}{letter}", title and title[1:-1].strip()


def label(number: str) -> str:
    """Call an article by its number: "12. člen", "15.č člen"."""
    return f"{number} člen" if number[-1].isalpha() else f"{number}. člen"


def is_caps(text: str) -> bool:
    """Tell whether a line is in capitals; what stands in brackets may be small."""
    letters = [char for char in re.sub(r"\(.*?\)", "", text) if char.isalpha()]
    return len(letters) >= SHORTEST_CAPS and all(char.isupper() for char in letters)


def is_point(text: str) -> bool:
    """Tell whether a line is a point or an indent of a paragraph."""
    return POINT.match(text) is not None


def rank(text: str) -> int | None:
    """Return the rank of a chapter's heading, 1 the highest; None if the line is none."""
    if not text or len(text) > LONGEST_HEADING:
        return None
    text = " ".join(text.split())
    keyword = KEYWORD.fullmatch(text)
    if keyword and not text.endswith((".", ";", ",")):
        return KEYWORDS[(keyword["after"] or keyword["before"]).lower()]
    if roman := ROMAN.fullmatch(text):
        return ROMAN_RANK if not roman["rest"] or _is_title(roman["rest"]) else None
    if arabic := ARABIC.fullmatch(text):
        return ARABIC_RANK + arabic["number"].count(".") if _is_title(arabic["rest"]) else None
    if letter := LETTER.fullmatch(text):
        return (LETTER_RANK if letter["letter"].isupper() else SMALL_LETTER_RANK) if _is_title(letter["rest"]) else None
    if is_caps(text):
        return CAPS_RANK if not text.endswith((";", ",")) else None
    return BARE_RANK if len(text) <= LONGEST_BARE and _is_title(text) else None


def is_numbered(text: str) -> bool:
    """Tell whether a heading begins with a number or a letter that counts."""
    return any(one.fullmatch(text) for one in (KEYWORD, ROMAN, ARABIC, LETTER))


def is_label(text: str) -> bool:
    """Tell whether a heading is only a number, as "Prvo poglavje": its name is on the next line."""
    keyword = KEYWORD.fullmatch(text)
    if keyword:
        return not (keyword["rest"] or keyword["more"] or "").strip(" .:–-")
    roman = ROMAN.fullmatch(text)
    return roman is not None and not roman["rest"]


def _is_title(text: str) -> bool:
    return text[:1].isupper() and not text.endswith((".", ";", ",", ":", "!", "?")) and ". (" not in text
