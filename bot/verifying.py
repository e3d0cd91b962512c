"""What the command line says of a ballot log: it is what it was, or the first thing that is not."""

import json
from collections.abc import Mapping
from typing import Any, assert_never

from storage.consultations import verifying
from storage.consultations.chain import Broken, Entry, Flaw, Head
from storage.consultations.rules import ConsultationId, State
from storage.consultations.verifying import Copy, Differs, Part, Unusable, Verified
from storage.consultations.voting import NoSuch
from storage.database import Tx

FLAWS: Mapping[Flaw, str] = {
    Flaw.ALTERED: "Entry {number} of the log was altered, or added by another hand.",
    Flaw.OUT_OF_ORDER: "The log was put in another order: what stands at {number} belongs elsewhere.",
    Flaw.MISSING: "Entry {number} of the log was dropped.",
    Flaw.CUT: "The log was cut: entry {number} and what came after it are gone.",
    Flaw.OTHER_PAST: "Entry {number} of the log is another one than in the earlier export: it was written anew.",
}

PARTS: Mapping[Part, str] = {
    Part.TERMS: "The log is whole, but the terms of the consultation are not those with which it was opened.",
    Part.TEXT: "The log is whole, but the text of {label} is not the one that was put to the members.",
    Part.VOTES: "The log is whole, but the votes on {label} in the books are not those in the log.",
    Part.ROLL: "The log is whole, but the roll of libraries is not the one at the closing.",
    Part.COUNT: "The log is whole, but what was counted at the closing for {label} does not follow from the votes.",
}


def copy_in(export: bytes) -> Copy | None:
    """Read the log and its head from an export; None if they are not there."""
    try:
        found: Any = json.loads(export)
        entries = [Entry(int(one["number"]), str(one["body"]), str(one["hash"])) for one in found["log"]]
        return Copy(entries, Head(int(found["head"]["length"]), str(found["head"]["hash"])))
    except (ValueError, TypeError, KeyError):
        return None


def verify(tx: Tx, consultation_id: ConsultationId, earlier: Copy | None) -> list[str] | str:
    """Verify a consultation; a text is what is wrong with it."""
    match verifying.verify(tx, consultation_id, earlier):
        case NoSuch():
            return f"There is no consultation {consultation_id}."
        case Broken(flaw, number):
            return FLAWS[flaw].format(number=number)
        case Unusable(Broken(flaw, number)):
            return f"The earlier export is of no use: {FLAWS[flaw].format(number=number)}"
        case Differs(part, label):
            return PARTS[part].format(label=label or "a question")
        case Verified() as found:
            return _sound(found)
        case never:
            assert_never(never)


def _sound(found: Verified) -> list[str]:
    one, head = found.one, found.head
    lines = [
        f"consultation: {one.id}, {one.state}, {one.terms.title_sl}",
        f"log: {head.length} entries, each follows from all before it",
        f"head: {head.hash}",
    ]
    if found.beside:
        lines.append(f"earlier export: all its {found.beside} entries are there, unchanged")
    if one.sealed and one.state is not State.CLOSED:
        return [*lines, "ballots: as many as libraries that have voted; they come into the log at the end"]
    lines.append(f"votes: {found.votes} on {found.questions} questions, counted anew, are those in the books")
    if one.state is State.CLOSED:
        lines.append("closing: counts, roll and outcomes follow from the votes")
    return lines
