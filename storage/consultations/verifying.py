"""Is a ballot log what it was, and do the books say what follows from it? Counted anew from the log alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any

from sqlalchemy import Connection, func, select

from storage.consultations import books, chain, closing, majority, opening
from storage.consultations.chain import Broken, Do, Entry, Head
from storage.consultations.majority import Choice
from storage.consultations.rules import Consultation, ConsultationId, QuestionId, State
from storage.consultations.tables import ballots, outlines, roll, voters, votes
from storage.consultations.voting import NoSuch


@dataclass(frozen=True, slots=True)
class Copy:
    """A log as it was at an earlier time, with its head then."""

    entries: Sequence[Entry]
    head: Head


@dataclass(frozen=True, slots=True)
class Unusable:
    """The earlier copy is not what it was itself."""

    flaw: Broken


class Part(StrEnum):
    """What is not as the log has it."""

    TERMS = "terms"
    TEXT = "text"
    VOTES = "votes"
    ROLL = "roll"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class Differs:
    """Something is not as it follows from the log; `label` is of the first question where that is so."""

    part: Part
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Verified:
    """All is as it follows from the log: so many votes that count on so many questions.

    `beside` is how long the earlier copy was, 0 without one.
    """

    one: Consultation
    head: Head
    questions: int
    votes: int
    beside: int


def verify(
    tx: Connection, consultation_id: ConsultationId, earlier: Copy | None = None
) -> Verified | Broken | Differs | Unusable | NoSuch:
    """Check the log of a consultation, beside an earlier copy if there is one, and the books beside the log."""
    one, head = books.hold(tx, consultation_id), books.head_of(tx, consultation_id)
    if one is None or head is None:
        return NoSuch()
    if earlier and isinstance(then := chain.verify(earlier.entries, earlier.head), Broken):
        return Unusable(then)
    entries = books.log_of(tx, consultation_id)
    found = chain.verify(entries, head, earlier.entries if earlier else ())
    if isinstance(found, Broken):
        return found
    said, counted = [entry.said for entry in entries], chain.recount(entries)
    differs = _terms(one, said) or _texts(tx, one, said) or _votes(tx, one, counted) or _close(tx, one, said, counted)
    if differs:
        return differs
    cast = sum(map(len, counted.values()))
    return Verified(one, head, len(counted), cast, len(earlier.entries) if earlier else 0)


def _terms(one: Consultation, said: Sequence[Mapping[str, Any]]) -> Differs | None:
    """The terms are those of the opening, but for the end, which may have moved."""
    moved = [entry["ends_at"] for entry in said if entry["do"] == Do.EXTEND]
    then, now = ({**terms, "ends_local": None} for terms in (said[0]["terms"], opening.plain(one.terms)))
    return None if {**then, "ends_at": (moved or [then["ends_at"]])[-1]} == now else Differs(Part.TERMS)


def _texts(tx: Connection, one: Consultation, said: Sequence[Mapping[str, Any]]) -> Differs | None:
    """What is asked reads as it did when it was put to the members."""
    outline = [entry["questions"] for entry in said if entry["do"] in {Do.OPEN, Do.VERSION}][-1]
    asked = books.outline(tx, one.id, one.version)
    for then, now in zip(outline, asked, strict=False):
        if (then["question"], then["wording"]) != (now.id, now.text.fingerprint):
            return Differs(Part.TEXT, now.text.label)
    return None if len(outline) == len(asked) else Differs(Part.TEXT)


def _votes(tx: Connection, one: Consultation, counted: Mapping[int, Mapping[str, Choice]]) -> Differs | None:
    """The votes in the books are those in the log; of sealed ones there are as many as libraries that have voted."""
    there = _in_the_box(tx, one) if one.sealed else _open(tx, one)
    for question in books.outline(tx, one.id, one.version):
        same = there.get(question.id, {}) == counted[question.id]
        if not (same or (one.sealed and one.state is not State.CLOSED)):
            return Differs(Part.VOTES, question.text.label)
        if one.sealed and _voters(tx, question.wording_id) != len(there.get(question.id, {})):
            return Differs(Part.VOTES, question.text.label)
    return None


def _here(one: Consultation) -> Any:  # noqa: ANN401 - an SQL expression
    return (outlines.c.consultation_id == one.id) & (outlines.c.version == one.version)


def _open(tx: Connection, one: Consultation) -> dict[QuestionId, dict[str, Choice]]:
    chosen = (
        select(votes.c.question_id, roll.c.code, votes.c.choice)
        .join(roll, (roll.c.library_id == votes.c.library_id) & (roll.c.consultation_id == one.id))
        .join(outlines, outlines.c.question_id == votes.c.question_id)
    )
    return _by_question(tx.execute(chosen.where(_here(one))).all())


def _in_the_box(tx: Connection, one: Consultation) -> dict[QuestionId, dict[str, Choice]]:
    chosen = select(outlines.c.question_id, ballots.c.seal, ballots.c.choice)
    joined = chosen.join(ballots, ballots.c.wording_id == outlines.c.wording_id)
    return _by_question(tx.execute(joined.where(_here(one))).all())


def _by_question(rows: Sequence[Any]) -> dict[QuestionId, dict[str, Choice]]:
    found: dict[QuestionId, dict[str, Choice]] = {}
    for question, voter, choice in rows:
        found.setdefault(QuestionId(question), {})[voter] = Choice(choice)
    return found


def _voters(tx: Connection, wording: int) -> int:
    return tx.execute(select(func.count()).where(voters.c.wording_id == wording)).scalar_one()


def _close(
    tx: Connection, one: Consultation, said: Sequence[Mapping[str, Any]], counted: Mapping[int, Mapping[str, Choice]]
) -> Differs | None:
    """What was counted at the end follows from the votes, the roll then and the rule of the opening."""
    if one.state is not State.CLOSED:
        return None
    closed = said[-1]
    if closed["do"] != Do.CLOSE:
        return Differs(Part.COUNT)
    rows = tx.execute(select(roll.c.code, roll.c.weight).where(roll.c.consultation_id == one.id))
    if {row.code: row.weight for row in rows} != closed["roll"]:
        return Differs(Part.ROLL)
    weights = {code: Fraction(weight) for code, weight in closed["roll"].items()}
    for question in books.outline(tx, one.id, one.version):
        cast = counted[question.id].items()
        weighed = [(choice, Fraction(1) if one.sealed else weights[voter]) for voter, choice in cast
                   if one.sealed or voter in weights]  # fmt: skip
        tally = majority.tally(weighed, weights.values(), one.terms.rule)
        if closing.counts(tally) != closed["counts"][str(question.id)]:
            return Differs(Part.COUNT, question.text.label)
    return None
