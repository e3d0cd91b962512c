"""The ballot log: entries of which each holds the fingerprint of all before it. Pure.

An entry is canonical JSON: sorted keys, no spaces, UTF-8. Its hash is SHA-256 over the hash before it and the entry, in
lower-case hexadecimal; before the first entry stands `START`. Whoever has the last hash, the head, can tell whether
anything before it was altered, dropped or put in another order.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from storage.consultations.majority import Choice

START = "0" * 64


class Do(StrEnum):
    """What an entry writes down."""

    OPEN = "open"
    VOTE = "vote"
    DELEGATE = "delegate"
    REVOKE = "revoke"
    VERSION = "version"
    EXTEND = "extend"
    WITHDRAW = "withdraw"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its place, counted from 1, what it says, as canonical JSON, and its hash."""

    number: int
    body: str
    hash: str

    @property
    def said(self) -> Mapping[str, Any]:
        """What it says."""
        read: Mapping[str, Any] = json.loads(self.body)
        return read


@dataclass(frozen=True, slots=True)
class Head:
    """How long a log is, and its last hash."""

    length: int = 0
    hash: str = START


def canonical(said: Mapping[str, Any]) -> str:
    """Write what an entry says in the one way that is hashed."""
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def link(before: str, body: str) -> str:
    """Return the hash of an entry that comes after the hash `before`."""
    return hashlib.sha256(f"{before}{body}".encode()).hexdigest()


def append(head: Head, said: Mapping[str, Any]) -> Entry:
    """Make the entry that comes after `head`."""
    body = canonical(said)
    return Entry(head.length + 1, body, link(head.hash, body))


class Flaw(StrEnum):
    """What is wrong with a log."""

    ALTERED = "altered"
    OUT_OF_ORDER = "out-of-order"
    MISSING = "missing"
    CUT = "cut"
    OTHER_PAST = "other-past"


@dataclass(frozen=True, slots=True)
class Broken:
    """The log is not what it was: the first entry, by its number, that does not fit, and why."""

    flaw: Flaw
    number: int


@dataclass(frozen=True, slots=True)
class Sound:
    """Every entry follows from the one before it, up to the head."""

    head: Head


def verify(entries: Sequence[Entry], head: Head, earlier: Sequence[Entry] = ()) -> Sound | Broken:
    """Check a log against its `head` and against an `earlier` copy of it, of which it has to be a continuation."""
    for then in earlier:
        if then.number > len(entries):
            return Broken(Flaw.CUT, len(entries) + 1)
        if (entries[then.number - 1].body, entries[then.number - 1].hash) != (then.body, then.hash):
            return _first_flaw(entries, head) or Broken(Flaw.OTHER_PAST, then.number)
    return _first_flaw(entries, head) or Sound(head)


def _first_flaw(entries: Sequence[Entry], head: Head) -> Broken | None:
    before = START
    for place, entry in enumerate(entries, 1):
        if entry.number != place or link(before, entry.body) != entry.hash:
            return Broken(_named(entries[place - 1 :], before, place, head), place)
        before = entry.hash
    if len(entries) < head.length:
        return Broken(Flaw.CUT, len(entries) + 1)
    if Head(len(entries), before) == head:
        return None
    return Broken(Flaw.ALTERED, min(len(entries), head.length + 1))


def _named(rest: Sequence[Entry], before: str, place: int, head: Head) -> Flaw:
    """Say what is wrong at a place where the next of the `rest` should follow the hash `before`, and does not.

    What should stand there may stand further on. If not, and there are fewer than there should be, it is gone.
    """
    if any(link(before, entry.body) in {entry.hash, rest[0].hash} for entry in rest):
        return Flaw.OUT_OF_ORDER
    return Flaw.MISSING if place + len(rest) - 1 < head.length else Flaw.ALTERED


def recount(entries: Iterable[Entry]) -> dict[int, dict[str, Choice]]:
    """Count anew from the log alone: by question, the choice of each library, or of each sealed ballot.

    Of several votes of one voter the last one counts; of sealed ballots only those on the wording that is asked.
    """
    asked: dict[int, str] = {}
    cast: dict[int, dict[str, tuple[Choice, str, bool]]] = {}
    for said in (entry.said for entry in entries):
        if said["do"] in {Do.OPEN, Do.VERSION}:
            asked = {one["question"]: one["wording"] for one in said["questions"]}
        elif said["do"] == Do.VOTE:
            sealed = "ballot" in said
            voter = said["ballot"] if sealed else said["library"]
            cast.setdefault(said["question"], {})[voter] = Choice(said["choice"]), said["wording"], sealed
    return {
        question: {
            voter: choice
            for voter, (choice, wording, sealed) in cast.get(question, {}).items()
            if not sealed or wording == now
        }
        for question, now in asked.items()
    }
