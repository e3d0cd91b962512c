"""Where an article ends and the headings of the next one begin, and where the articles of a draft end."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from storage.consultations.wording import marks
from storage.consultations.wording.nesting import Heading, base

_SPACED = r"\s*".join("OBRAZLOŽITEV")
EXPLANATION = re.compile(
    rf"(?:(?:[IVX]+|\d+|[A-Z])\s?[.)]\s*)?"
    rf"(?:{_SPACED}(?:\s[^.]{{1,100}})?|Obrazložitev(?:\s(?:členov|po členih|k\s).*)?)\s?:?"
)
OLD_WORDING = re.compile(r"(?:[IVX]+\s?\.\s*)?BESEDILO ČLENOV,? KI SE .*", re.IGNORECASE)
BILL = re.compile(r"(?:[IVX]+\s?\.\s*)?BESEDILO ČLENOV\b.*", re.IGNORECASE)
SIGNATURE = re.compile(
    r"(?:Št\.|Številka|Šifra|EVA|EPA)\s?:?\s?[\w-]*\d.*"
    r"|(?:V\s)?[A-ZČŠŽ][\w ]{2,30},\s(?:(?:dne|dan)\b.*|\d{1,2}\.\s?(?:\d{1,2}\.|[a-z]+)\s?\d{4}\.?|[_.…].*)"
)
ANNEX = re.compile(r"PRILOG[AE](?:\s(?:\d+|[IVX]+|[A-Z]))?(?:\s?[:–-].*)?|Priloga(?:\s\d+)?")
OPENING = re.compile(r"DOLOČB|DOLOČIL|NAČEL|POJM|POMEN|UVOD", re.IGNORECASE)
"""What a chapter before the first article is called if it has no number; else it is the draft's own name."""

ENDED = (".", "!", "?", ":", ";", ")", "«", "”", "“", '"')


@dataclass(frozen=True, slots=True)
class Title:
    """A heading of a chapter or section."""

    rank: int
    text: str


def end_of_articles(texts: Sequence[str], quoted: Sequence[bool], last_heading: int) -> int:
    """Return the line before which the last article ends: a signature or an annex."""
    for at in range(last_heading + 1, len(texts)):
        if not quoted[at] and any(one.fullmatch(texts[at]) for one in (SIGNATURE, ANNEX)):
            return at
    return len(texts)


def explanation_at(texts: Sequence[str], quoted: Sequence[bool], own: Sequence[Heading]) -> int:
    """Return the line where the explanation begins: what looks like an article behind it is none.

    No quotation goes on into it. An article can be titled so too; its number goes on from the one before.
    """
    going_on = {after.at for before, after in pairwise(own) if _goes_on(before.number, after.number)}
    for at in range(own[0].at + 1, len(texts)):
        if (not quoted[at] or marks.is_caps(texts[at])) and (
            EXPLANATION.fullmatch(texts[at]) or OLD_WORDING.fullmatch(texts[at])
        ):
            after = next((place for place in range(at + 1, len(texts)) if texts[place]), at)
            if after not in going_on:
                return at
    return len(texts)


@dataclass(frozen=True)
class Reader:
    """Looks for headings in the lines of a draft; `styled` are those with a style of headings."""

    texts: Sequence[str]
    quoted: Sequence[bool]
    styled: Sequence[bool]

    @cached_property
    def airy(self) -> bool:
        """Tell whether nearly every line has an empty one after it, so that these say nothing."""
        return 3 * sum(not text for text in self.texts) > len(self.texts)

    def title_before(self, end: int) -> int:
        """Return where a title without number stands right before a line; `end` if there is none."""
        at = next((at for at in range(end - 1, -1, -1) if self.texts[at]), end)
        return at if at < end and marks.rank(unquoted(self.texts[at])) == marks.BARE_RANK else end

    def headings_before(self, start: int, end: int) -> int:
        """Return where the headings that stand right before line `end` begin; `end` if there are none.

        From `start` on there is an article's body, or with 0 the preamble.
        """
        first = end
        for at in range(end - 1, start - 1, -1):
            text = self.texts[at]
            if not text:
                continue
            if self.quoted[at] or not self._is_heading(at, start):
                break
            first = at
        return first

    def _is_heading(self, at: int, start: int) -> bool:
        text = unquoted(self.texts[at])
        rank = marks.rank(text)
        before = next((self.texts[place] for place in range(at - 1, start - 1, -1) if self.texts[place]), "")
        named = marks.is_label(unquoted(before))
        if start == 0 and (BILL.fullmatch(text) or not (self.styled[at] or named or _opens(text, rank))):
            return False
        if rank is None:
            return self.styled[at]
        if self.styled[at] or named or rank < marks.ARABIC_RANK or marks.is_caps(text):
            return True
        if not before or _next_point(before, text):
            return False
        apart = not self.airy and not self.texts[at - 1]
        return apart or before.endswith(ENDED) or (marks.rank(before) or marks.BARE_RANK) < marks.ARABIC_RANK

    def titles(self, start: int, end: int) -> list[Title]:
        """Read the headings between two lines; a name that goes on over lines is one."""
        found: list[Title] = []
        joined = False
        for text in self.texts[start:end]:
            if not text:
                joined = False
                continue
            text = " ".join(unquoted(text).split())  # noqa: PLW2901 - the mark is no part of the heading
            rank = marks.rank(text)
            rank = marks.BARE_RANK if rank is None else rank
            last = found[-1] if found else None
            bare = rank == marks.BARE_RANK or (marks.is_caps(text) and not marks.is_numbered(text))
            on_caps = joined and last and marks.is_caps(text) and last.text.split()[-1].isupper()
            if last and bare and (on_caps or marks.is_label(last.text)):
                found[-1] = Title(last.rank, f"{last.text} {text}")
            else:
                found.append(Title(rank, text))
            joined = True
        return found


def nested(path: Sequence[Title], titles: Sequence[Title]) -> tuple[Title, ...]:
    """Go down into the headings: each closes those of its rank and below."""
    for title in titles:
        path = (*(above for above in path if above.rank < title.rank), title)
    return tuple(path)


def unquoted(text: str) -> str:
    """Leave out a quotation mark at the beginning."""
    return text.lstrip('»„“"').lstrip()


def _goes_on(before: str, after: str) -> bool:
    return before != after and base(after) - base(before) in {0, 1}


def _opens(text: str, rank: int | None) -> bool:
    return rank is not None and (marks.is_numbered(text) or OPENING.search(text) is not None)


def _next_point(before: str, text: str) -> bool:
    """Tell whether two lines are neighbours in a list."""
    one, other = marks.ARABIC.match(before), marks.ARABIC.match(text)
    if one is None or other is None:
        return False
    last = [int(found["number"].split(".")[-1]) for found in (one, other)]
    return last[0] + 1 == last[1]
