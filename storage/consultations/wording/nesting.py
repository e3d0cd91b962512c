"""Which headings of articles are the draft's own, and which stand in text that it quotes."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from storage.consultations.wording import marks
from storage.consultations.wording.quotes import MARK, Quotes, quotes_after

RECOVERIES = 30
"""So many quotations without an end are looked into; a text with more is not worth the time."""

ANNOUNCED = re.compile(r"\bglas(?:i|ita|ijo)\s*:?$")
"""How a line ends that quoted text follows."""
CONSOLIDATED = re.compile(r"\bvsebuje(?:ta|jo)?\s+naslednj")


@dataclass(frozen=True, slots=True)
class Heading:
    """An article's heading: its line, its number, a title on the same line."""

    at: int
    number: str
    title: str | None


@dataclass(frozen=True, slots=True)
class Nesting:
    """The draft's own headings, which lines begin within a quotation, and the headings whose quotation has no end."""

    own: tuple[Heading, ...]
    quoted: Sequence[bool]
    unclosed: tuple[Heading | None, ...]


@dataclass(slots=True)
class _Walk:
    """What was met on the way; `hidden` are headings that seem quoted, by how many own ones come before.

    Those of a quotation within a quotation are not kept: where a mark is lost, they are the ones quoted indeed.
    """

    own: list[Heading] = field(default_factory=list)
    hidden: dict[int, list[Heading]] = field(default_factory=dict)
    quoted: dict[int, bool] = field(default_factory=dict)
    open_at_end: bool = False


def nesting_of(texts: Sequence[str]) -> Nesting:
    """Tell own headings from quoted ones.

    Where a quotation has no end, the numbers tell where the draft goes on: after article 3 comes its article 4.
    """
    headings = {at: Heading(at, *found) for at, text in enumerate(texts) if (found := marks.article(text))}
    events = sorted(headings.keys() | {at for at, text in enumerate(texts) if MARK.search(text)})
    resets: set[int] = set()
    while True:
        walk = _walk(texts, headings, events, resets)
        lost = _lost(walk) if len(resets) < RECOVERIES else None
        if lost is None:
            break
        resets.add(lost)
    return Nesting(tuple(walk.own), _spread(walk.quoted, len(texts)), tuple(_unclosed(walk, resets)))


def _walk(texts: Sequence[str], headings: Mapping[int, Heading], events: Sequence[int], resets: set[int]) -> _Walk:
    walk = _Walk()
    quotes: Quotes = ()
    for at in events:
        if at in resets:
            quotes = ()
        heading = headings.get(at)
        announced = at not in resets and ANNOUNCED.search(_line_before(texts, at)) is not None
        walk.quoted[at] = bool(quotes) or (heading is not None and announced)
        if heading is not None and not walk.quoted[at]:
            walk.own.append(heading)
        elif heading is not None and len(quotes) <= 1:
            walk.hidden.setdefault(len(walk.own), []).append(heading)
        quotes = quotes_after(texts[at] if quotes else _without_stray_mark(texts, at), quotes)
        walk.quoted[at + 1] = bool(quotes)
    walk.open_at_end = bool(quotes)
    return walk


def _without_stray_mark(texts: Sequence[str], at: int) -> str:
    """Leave out the mark before a chapter's heading that nobody announced: consolidated texts have it."""
    text = texts[at]
    if MARK.match(text) and (marks.rank(text[1:].strip()) or marks.BARE_RANK) < marks.BARE_RANK:
        before = _line_before(texts, at)
        announced = before.endswith(":") or ANNOUNCED.search(before)
        if not announced or CONSOLIDATED.search(before):
            return text[1:]
    return text


def _line_before(texts: Sequence[str], at: int) -> str:
    return next((texts[place] for place in range(at - 1, max(at - 6, -1), -1) if texts[place]), "")


def _lost(walk: _Walk) -> int | None:
    """Find the first heading that was taken for quoted though the draft's own numbers go on with it."""
    numbers = [0, *(base(heading.number) for heading in walk.own)]
    for place, hidden in sorted(walk.hidden.items()):
        here = numbers[place]
        following = numbers[place + 1] if place + 1 < len(numbers) else None
        plain = [heading for heading in hidden if "." not in heading.number]
        last = _chain_end(plain, here)
        enough = walk.open_at_end and last > here if following is None else here + 1 < following <= last + 1
        if enough:
            return _chain_start(plain, here, last if following is None else following - 1)
    return None


def _chain_end(headings: Sequence[Heading], number: int) -> int:
    for heading in headings:
        if base(heading.number) == number + 1:
            number += 1
    return number


def _chain_start(headings: Sequence[Heading], before: int, last: int) -> int:
    """Go back from the last of the numbers to the first one after `before`; of equal numbers the later one is own."""
    at = -1
    for heading in reversed(headings):
        if last > before and base(heading.number) == last:
            at, last = heading.at, last - 1
    return at


def base(number: str, *, last: bool = False) -> int:
    """Return the number without its letter; of several, as "5–6", the first or last."""
    found = re.findall(r"\d+", number)
    return int(found[-1 if last else 0]) if found else 0


def _unclosed(walk: _Walk, resets: set[int]) -> list[Heading | None]:
    before = [None, *walk.own]
    found = [before[place] for place, heading in enumerate(walk.own) if heading.at in resets]
    return [*found, before[-1]] if walk.open_at_end else found


def _spread(known: Mapping[int, bool], length: int) -> Sequence[bool]:
    """Fill in the lines between those that were looked at."""
    filled, state = [], False
    for at in range(length):
        state = known.get(at, state)
        filled.append(state)
    return filled
