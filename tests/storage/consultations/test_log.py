"""Rule 9: what was done to a log is found and named."""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from storage.consultations import chain
from storage.consultations.chain import Broken, Do, Entry, Flaw, Head, Sound

LENGTH = 12
Log = Sequence[Entry]


def make(length: int, first: str = "for") -> tuple[list[Entry], Head]:
    """A log of so many entries; what the second says may differ."""
    entries: list[Entry] = []
    head = Head()
    for number in range(1, length + 1):
        said: dict[str, Any] = {"do": Do.VOTE, "library": f"k{number}", "question": 1, "wording": "w",
                                "choice": first if number == 2 else "for"}  # fmt: skip
        entry = chain.append(head, said)
        entries.append(entry)
        head = Head(entry.number, entry.hash)
    return entries, head


def altered(entry: Entry) -> Entry:
    return replace(entry, body=entry.body.replace('"for"', '"against"'))


def renumbered(entries: Log) -> list[Entry]:
    return [replace(entry, number=number) for number, entry in enumerate(entries, 1)]


def swapped(entries: Log, one: int, other: int) -> list[Entry]:
    changed = list(entries)
    changed[one - 1], changed[other - 1] = changed[other - 1], changed[one - 1]
    return changed


def bodies_swapped(entries: Log, one: int, other: int) -> list[Entry]:
    changed = list(entries)
    changed[one - 1] = replace(entries[one - 1], body=entries[other - 1].body)
    changed[other - 1] = replace(entries[other - 1], body=entries[one - 1].body)
    return changed


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (lambda log: [*log[:4], altered(log[4]), *log[5:]], Broken(Flaw.ALTERED, 5)),
        (lambda log: [altered(log[0]), *log[1:]], Broken(Flaw.ALTERED, 1)),
        (lambda log: [*log[:-1], altered(log[-1])], Broken(Flaw.ALTERED, LENGTH)),
        (lambda log: [*log[:4], *log[5:]], Broken(Flaw.MISSING, 5)),
        (lambda log: renumbered([*log[:4], *log[5:]]), Broken(Flaw.MISSING, 5)),
        (lambda log: log[1:], Broken(Flaw.MISSING, 1)),
        (lambda log: renumbered(log[3:]), Broken(Flaw.MISSING, 1)),
        (lambda log: swapped(log, 3, 4), Broken(Flaw.OUT_OF_ORDER, 3)),
        (lambda log: renumbered(swapped(log, 3, 9)), Broken(Flaw.OUT_OF_ORDER, 3)),
        (lambda log: bodies_swapped(log, 3, 9), Broken(Flaw.OUT_OF_ORDER, 3)),
        (lambda log: renumbered([*log[:4], *log[5:], log[4]]), Broken(Flaw.OUT_OF_ORDER, 5)),
        (lambda log: log[:-1], Broken(Flaw.CUT, LENGTH)),
        (lambda log: log[:3], Broken(Flaw.CUT, 4)),
        (lambda log: [], Broken(Flaw.CUT, 1)),
        (lambda log: renumbered([*log, log[-1]]), Broken(Flaw.ALTERED, LENGTH + 1)),
        (lambda log: [*log, chain.append(Head(LENGTH, log[-1].hash), {"do": Do.VOTE})], Broken(Flaw.ALTERED, 13)),
        (lambda log: make(LENGTH, first="against")[0], Broken(Flaw.ALTERED, LENGTH)),
    ],
)
def test_rule_9_altered_dropped_reordered_and_cut_logs_are_found_and_named(
    change: Callable[[Log], Log], found: Broken
) -> None:
    entries, head = make(LENGTH)
    assert chain.verify(entries, head) == Sound(head)
    assert chain.verify(change(entries), head) == found


def test_rule_9_a_log_that_was_written_anew_with_its_head_shows_beside_an_earlier_copy() -> None:
    earlier, _ = make(LENGTH - 4)
    entries, head = make(LENGTH)
    assert chain.verify(entries, head, earlier) == Sound(head)
    forged, new_head = make(LENGTH, first="against")
    assert chain.verify(forged, new_head) == Sound(new_head), "It shows nothing by itself."
    assert chain.verify(forged, new_head, earlier) == Broken(Flaw.OTHER_PAST, 2)
    short, short_head = make(LENGTH - 6)
    assert chain.verify(short, short_head, earlier) == Broken(Flaw.CUT, LENGTH - 5)
    assert chain.verify([*entries[:4], altered(entries[4]), *entries[5:]], head, earlier) == Broken(Flaw.ALTERED, 5)


def test_rule_9_a_hundred_thousand_entries_verify_in_seconds() -> None:
    entries, head = make(100_000)
    started = time.process_time()
    assert chain.verify(entries, head, entries[:50_000]) == Sound(head)
    opened = chain.append(Head(), {"do": Do.OPEN, "questions": [{"question": 1, "wording": "w"}]})
    assert len(chain.recount([opened, *entries])[1]) == 100_000
    assert time.process_time() - started < 10


def test_of_a_log_in_which_nothing_fits_the_flaw_is_found_soon() -> None:
    entries, head = make(20_000)
    begun = time.process_time()
    assert chain.verify(entries, head) == Sound(head)
    sound = time.process_time()
    assert chain.verify([altered(entries[0]), *entries[1:]], head) == Broken(Flaw.ALTERED, 1)
    assert time.process_time() - sound < 20 * (sound - begun)


def test_an_entry_is_canonical_json() -> None:
    assert chain.canonical({"b": "č", "a": [1, None]}) == '{"a":[1,null],"b":"č"}'
    entry = chain.append(Head(), {"b": "č", "a": 1})
    assert entry.hash == chain.link(chain.START, '{"a":1,"b":"č"}')
    assert entry.said == {"a": 1, "b": "č"}
