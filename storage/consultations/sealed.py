"""Pseudonymous ballots: the choice is kept apart from the voter.

A ballot lies under its seal, which is made of a key that only the voter's chat holds. Beside it stands only that the
library has voted. Neither has a time. What lies in the box is put in anew, in the order of the seals, with each ballot
that comes, and the same with the list of voters: so nothing tells by place or by transaction which came with which.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select

from storage.consultations import books, rules
from storage.consultations.books import Locked
from storage.consultations.chain import Do
from storage.consultations.majority import Choice
from storage.consultations.rules import (
    Closed,
    ConsultationId,
    Final,
    GivenAway,
    Key,
    MayCast,
    NotYours,
    QuestionId,
    WordingId,
)
from storage.consultations.tables import ballots, outlines, voters, wordings
from storage.consultations.voting import NoSuch, Reworded, Unchanged
from storage.people import LibraryId, PersonId


@dataclass(frozen=True, slots=True)
class Dropped:
    """The ballot is in the box, on so many questions."""

    library: LibraryId
    questions: int


@dataclass(frozen=True, slots=True)
class NotSealed:
    """The ballot is open: it is cast without a key."""


SealedCast = Dropped | Unchanged | Final | Reworded | NotSealed | Closed | GivenAway | NotYours | NoSuch


def cast(
    tx: Connection, question_id: QuestionId, wording_id: WordingId, library_id: LibraryId, by: PersonId, choice: Choice,
    key: Key, now: datetime,
) -> SealedCast:  # fmt: skip
    """Cast the sealed ballot of a library on a question, or change the one that `key` opens."""
    number = books.of_question(tx, question_id)
    locked = NoSuch() if number is None else _may(tx, number, library_id, by, now)
    if not isinstance(locked, Locked):
        return locked
    if books.current_wording(tx, locked.one, question_id) != wording_id:
        return Reworded()
    mine = ballots.c.wording_id == wording_id, ballots.c.seal == rules.seal(key, wording_id, library_id)
    before = tx.execute(select(ballots.c.choice).where(*mine)).scalar()
    if before is None and has_voted(tx, wording_id, library_id):
        return Final()
    if before == choice:
        return Unchanged()
    _drop(tx, locked, library_id, [(question_id, wording_id)], choice, key)
    return Dropped(library_id, 1)


def cast_rest(
    tx: Connection, consultation_id: ConsultationId, version: int, library_id: LibraryId, by: PersonId, key: Key,
    now: datetime,
) -> SealedCast:  # fmt: skip
    """Vote for all questions of the present `version` on which the library has cast no ballot yet."""
    locked = _may(tx, consultation_id, library_id, by, now)
    if not isinstance(locked, Locked):
        return locked
    if locked.one.version != version:
        return Reworded()
    rows = tx.execute(
        select(outlines.c.question_id, outlines.c.wording_id)
        .outerjoin(voters, (voters.c.wording_id == outlines.c.wording_id) & (voters.c.library_id == library_id))
        .where(
            outlines.c.consultation_id == consultation_id, outlines.c.version == locked.one.version,
            voters.c.library_id.is_(None),
        )
        .order_by(outlines.c.position)
    )  # fmt: skip
    rest = [(QuestionId(row.question_id), WordingId(row.wording_id)) for row in rows]
    if not rest:
        return Unchanged()
    _drop(tx, locked, library_id, rest, Choice.FOR, key)
    return Dropped(library_id, len(rest))


def has_voted(tx: Connection, wording_id: WordingId, library_id: LibraryId) -> bool:
    """Tell whether a library has cast a sealed ballot on a wording."""
    found = select(voters.c.library_id).where(voters.c.wording_id == wording_id, voters.c.library_id == library_id)
    return tx.execute(found).first() is not None


def opened(tx: Connection, consultation_id: ConsultationId, library_id: LibraryId, key: Key) -> dict[WordingId, Choice]:
    """Find the ballots of a library that a key opens, as they lie in the box, by wording."""
    rows = tx.execute(
        select(outlines.c.wording_id).where(outlines.c.consultation_id == consultation_id).distinct()
    ).scalars()
    seals = [rules.seal(key, WordingId(wording), library_id) for wording in rows]
    found = tx.execute(select(ballots.c.wording_id, ballots.c.choice).where(ballots.c.seal.in_(seals)))
    return {WordingId(wording): Choice(choice) for wording, choice in found}


def _may(
    tx: Connection, consultation_id: ConsultationId, library_id: LibraryId, by: PersonId, now: datetime
) -> Locked | NotSealed | Closed | GivenAway | NotYours | NoSuch:
    person, locked = books.staying(tx, by), books.lock(tx, consultation_id)
    if person is None or locked is None:
        return NoSuch()
    may = rules.may_cast(locked.one, person, library_id, books.given(tx, consultation_id), now)
    if not isinstance(may, MayCast):
        return may
    return locked if locked.one.sealed else NotSealed()


def _drop(
    tx: Connection, locked: Locked, library_id: LibraryId, on: Sequence[tuple[QuestionId, WordingId]], choice: Choice,
    key: Key,
) -> None:  # fmt: skip
    said = []
    for question, wording in on:
        seal = rules.seal(key, wording, library_id)
        _mix(tx, ballots, {"wording_id": wording, "seal": seal, "choice": choice}, "seal")
        _mix(tx, voters, {"wording_id": wording, "library_id": library_id}, "library_id")
        text = tx.execute(select(wordings.c.fingerprint).where(wordings.c.id == wording)).scalar_one()
        said.append({"do": Do.VOTE, "question": question, "wording": text, "ballot": seal, "choice": choice})
    books.write_down(tx, locked, said, [one["ballot"] for one in said])


def _mix(tx: Connection, table: Table, new: dict[str, Any], by: str) -> None:
    """Put a row among those of its wording, in place of one with the same `by`; write them all anew, in that order."""
    there = table.c.wording_id == new["wording_id"]
    rows = {row[by]: dict(row) for row in tx.execute(select(table).where(there)).mappings()} | {new[by]: new}
    tx.execute(delete(table).where(there))
    tx.execute(insert(table), [rows[place] for place in sorted(rows)])
