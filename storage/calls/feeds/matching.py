"""Which entries of a feed are known already, and what has changed in them. Pure.

Wrongly taking two calls for the same hides one of them; wrongly taking one for two shows it twice. So in doubt it is
another call.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from itertools import zip_longest
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from storage.calls.changes import Moved
from storage.calls.feeds.rules import Entry, Read
from storage.calls.rules import CallId, Content, Deadline

ALIKE = 0.85
"""Titles are nearly the same when so large a part of their threes of letters is."""

NUMBERING = re.compile(r"\d+|\b[ivx]+\b|\b\w\b")

TRACKING = re.compile(r"utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|mtm_\w+|pk_\w+|_hs\w+", re.IGNORECASE)
"""Parts of an address that tell where somebody came from, not where they go."""


@dataclass(frozen=True, slots=True)
class Known:
    """An entry or a call in the books, and what it is known by: from its own feed also by its `guid` there."""

    of: Entry | CallId
    guid: str | None
    link: str | None
    title: str
    caller: str


def canonical(link: str) -> str:
    """Return what two addresses of the same page have in common."""
    try:
        parts = urlsplit(link)
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return link
    where = host if port in {None, 80, 443} else f"{host}:{port}"
    asked = sorted((key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True)
                   if not TRACKING.fullmatch(key))  # fmt: skip
    return f"{where}{parts.path.rstrip('/')}" + (f"?{urlencode(asked)}" if asked else "")


def recognise(
    entries: Sequence[Read], known: Sequence[Known], caller: str, among: Sequence[Read] = ()
) -> list[Entry | CallId | None]:
    """Tell for each entry of a feed which of the known ones it is, None if it is new.

    What is surest goes first: the same guid, then the same link, then nearly the same title from the same caller. A
    known one is found once at most, so that two entries of one feed are two calls. `caller` is whose calls they are
    where they do not say so. What several entries share names none of them: if these are not all that the feed has, it
    is `among` all that they are to be told apart.
    """
    found: list[Known | None] = [None] * len(entries)
    taken: set[int] = set()

    def take(place: int, candidates: Iterable[Known]) -> None:
        for one in candidates:
            if id(one) not in taken:
                found[place] = one
                taken.add(id(one))
                return

    for theirs, ours in ((_guid, lambda one: one.guid), (_page, lambda one: _link(one.link))):
        by_mark = _by_mark([ours(one) for one in known], known)
        often = Counter(map(theirs, among or entries))
        for place, mark in enumerate(map(theirs, entries)):
            if found[place] is None and mark is not None and often[mark] == 1:
                take(place, by_mark.get(mark, ()))
    by_caller = _by_mark([_sure(one.title, one.caller) for one in known], known)
    for fits in (_equal, alike):
        for place, entry in enumerate(entries):
            if found[place] is None:
                details = entry.content.details
                same = by_caller.get(_sure(details.title_sl, details.caller or caller), ())
                take(place, (one for one in same if fits(one.title, details.title_sl)))
    return [None if one is None else one.of for one in found]


def _guid(entry: Read) -> str | None:
    return entry.guid


def _page(entry: Read) -> str | None:
    return _link(entry.content.details.link)


def _link(link: str | None) -> str | None:
    return None if link is None else canonical(link)


def _by_mark(marks: Sequence[Hashable], known: Sequence[Known]) -> Mapping[Hashable, list[Known]]:
    found: dict[Hashable, list[Known]] = {}
    for mark, one in zip(marks, known, strict=True):
        if mark is not None:
            found.setdefault(mark, []).append(one)
    return found


def _sure(title: str, caller: str) -> Hashable:
    """Give what has to be quite the same: the caller, and what tells calls of one kind apart, as 2027, II, or B."""
    return _folded(caller), tuple(NUMBERING.findall(_folded(title)))


@lru_cache(4096)
def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(re.findall(r"\w+", "".join(char for char in plain if not unicodedata.combining(char))))


@lru_cache(4096)
def _threes(text: str) -> frozenset[str]:
    padded = f"  {_folded(text)} "
    return frozenset(padded[place : place + 3] for place in range(len(padded) - 2))


def _equal(one: str, other: str) -> bool:
    return _folded(one) == _folded(other)


def alike(one: str, other: str) -> bool:
    """Tell whether two titles are nearly the same."""
    ours, theirs = _threes(one), _threes(other)
    return 2 * len(ours & theirs) >= ALIKE * (len(ours) + len(theirs))


class Part(StrEnum):
    """What can be another in an entry that was published, besides deadlines."""

    TITLE = "title"
    LINK = "link"
    AMOUNT = "amount"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True)
class Change:
    """What has changed in an entry since the office last decided on it."""

    parts: tuple[Part, ...]
    moved: tuple[Moved, ...]


def change(accepted: Content, seen: Content) -> Change | None:
    """Compare an entry with what it was; None when nothing that matters is another.

    A link that leads to the same page and a text in other spaces are the same. A feed that has left something out is
    no reason to take it away.
    """
    old, new = accepted.details, seen.details
    differs = {
        Part.TITLE: new.title_sl.split() != old.title_sl.split(),
        Part.LINK: new.link is not None and _link(new.link) != _link(old.link),
        Part.AMOUNT: new.amount is not None and new.amount != old.amount,
        Part.SUMMARY: new.summary_sl is not None and new.summary_sl.split() != (old.summary_sl or "").split(),
    }
    parts = tuple(part for part, there in differs.items() if there)
    moved = tuple(_moved(accepted.deadlines, seen.deadlines)) if seen.deadlines else ()
    return Change(parts, moved) if parts or moved else None


def _moved(before: Sequence[Deadline], after: Sequence[Deadline]) -> Iterator[Moved]:
    """Pair what is gone with what has come, kind by kind, in order of time."""
    gone = [one for one in before if not any(_same(one, other) for other in after)]
    come = [one for one in after if not any(_same(one, other) for other in before)]
    for kind in dict.fromkeys(one.kind for one in (*gone, *come)):
        pairs = zip_longest(*([one for one in some if one.kind is kind] for some in (gone, come)))
        yield from (Moved(old, new) for old, new in pairs)


def _same(one: Deadline, other: Deadline) -> bool:
    return (one.kind, one.when) == (other.kind, other.when)


def amended(call: Content, found: Change, seen: Content) -> Content:
    """Take a change over into a call, which the office may have written otherwise in the meantime.

    Only what has changed in the entry changes in the call. A deadline that moves keeps its number, so that whoever was
    told of it hears that it has moved.
    """
    new = seen.details
    values: Mapping[Part, Mapping[str, Any]] = {
        Part.TITLE: {"title_sl": new.title_sl},
        Part.LINK: {"link": new.link},
        Part.AMOUNT: {"amount": new.amount},
        Part.SUMMARY: {"summary_sl": new.summary_sl},
    }
    taken = {name: value for part in found.parts for name, value in values[part].items()}
    deadlines = list(call.deadlines)
    for one in found.moved:
        deadlines = _with_move(deadlines, one)
    in_order = sorted(deadlines, key=lambda one: one.when.ends_at)
    return Content(replace(call.details, **taken), tuple(in_order))


def _with_move(deadlines: list[Deadline], move: Moved) -> list[Deadline]:
    old, new = move.before, move.after
    kept = [one for one in deadlines if old is None or not _same(one, old)]
    if new is None or any(_same(one, new) for one in kept):
        return kept
    where = next((one for one in deadlines if old is not None and _same(one, old)), None)
    return [*kept, replace(new, id=None) if where is None else replace(where, when=new.when)]
