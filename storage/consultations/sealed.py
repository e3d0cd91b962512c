"""Pseudonymous ballots: the choice is kept apart from the voter.

A ballot lies under its seal, which is made of a key that only the voter's chat holds. Beside it stands only that the
library has voted. Neither has a time, and while the vote runs no ballot is in the log, whose order would be a time; at
the end the whole box is poured into it. What lies in the box on a wording is written anew, in the order of the seals,
with each ballot that comes, and the same with the list of voters: so nothing tells by place or by transaction (which
PostgreSQL shows of each row) which came with which. A vote for all the rest touches all wordings, lest those that were
cast together be told from the others. For the same reason the row of the voter is not locked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, select

from storage import people
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
from storage.mixing import mix
from storage.people import LibraryId, PersonId
from storage.schema import insert_new, upsert


@dataclass(frozen=True, slots=True)
class Dropped:
    """The ballot is in the box, on so many questions."""

    library: LibraryId
    questions: int


@dataclass(frozen=True, slots=True)
class NotSealed:
    """The ballot is open: it is cast without a key."""


Among = Sequence[WordingId] | Select[int]
"""Some wordings, or a query for them."""

_BALLOT = select(ballots.c.choice).where(
    ballots.c.wording_id == bindparam("wording"), ballots.c.seal == bindparam("seal")
)
_HAS_VOTED = select(voters.c.library_id).where(
    voters.c.wording_id == bindparam("wording"), voters.c.library_id == bindparam("library")
)

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
    seal = rules.seal(key, wording_id, library_id)
    before = tx.execute(_BALLOT, {"wording": wording_id, "seal": seal}).scalar()
    if before is None and has_voted(tx, wording_id, library_id):
        return Final()
    if before == choice:
        return Unchanged()
    _drop(tx, library_id, [wording_id], choice, key, among=[wording_id])
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
    rest = tx.execute(
        select(outlines.c.wording_id)
        .outerjoin(voters, (voters.c.wording_id == outlines.c.wording_id) & (voters.c.library_id == library_id))
        .where(
            outlines.c.consultation_id == consultation_id, outlines.c.version == locked.one.version,
            voters.c.library_id.is_(None),
        )
    ).scalars().all()  # fmt: skip
    if not rest:
        return Unchanged()
    _drop(tx, library_id, rest, Choice.FOR, key, among=_wordings(consultation_id))
    return Dropped(library_id, len(rest))


def has_voted(tx: Connection, wording_id: WordingId, library_id: LibraryId) -> bool:
    """Tell whether a library has cast a sealed ballot on a wording."""
    return tx.execute(_HAS_VOTED, {"wording": wording_id, "library": library_id}).first() is not None


def opened(tx: Connection, consultation_id: ConsultationId, library_id: LibraryId, key: Key) -> dict[WordingId, Choice]:
    """Find the ballots of a library that a key opens, as they lie in the box, by wording."""
    seals = [
        rules.seal(key, WordingId(one), library_id) for one in set(tx.execute(_wordings(consultation_id)).scalars())
    ]
    found = tx.execute(select(ballots.c.wording_id, ballots.c.choice).where(ballots.c.seal.in_(seals)))
    return {WordingId(wording): Choice(choice) for wording, choice in found}


def pour(tx: Connection, consultation_id: ConsultationId) -> list[Mapping[str, Any]]:
    """Shake the whole box, and say for the log what lies in it, on each wording in the order of the seals."""
    _mix(tx, _wordings(consultation_id))
    chosen = select(ballots, wordings.c.question_id, wordings.c.fingerprint).join(wordings)
    box = chosen.where(wordings.c.id.in_(_wordings(consultation_id))).order_by(ballots.c.wording_id, ballots.c.seal)
    return [
        {"do": Do.VOTE, "question": row.question_id, "wording": row.fingerprint, "ballot": row.seal,
         "choice": row.choice}
        for row in tx.execute(box)
    ]  # fmt: skip


def _may(
    tx: Connection, consultation_id: ConsultationId, library_id: LibraryId, by: PersonId, now: datetime
) -> Locked | NotSealed | Closed | GivenAway | NotYours | NoSuch:
    person, locked = people.get(tx, by), books.lock(tx, consultation_id)
    if person is None or locked is None:
        return NoSuch()
    may = rules.may_cast(locked.one, person, library_id, books.given(tx, consultation_id), now)
    if not isinstance(may, MayCast):
        return may
    return locked if locked.one.sealed else NotSealed()


def _wordings(consultation_id: ConsultationId) -> Select[int]:
    """Make a query for all wordings of all versions."""
    return select(outlines.c.wording_id).where(outlines.c.consultation_id == consultation_id)


def _drop(
    tx: Connection, library_id: LibraryId, on: Sequence[WordingId], choice: Choice, key: Key, *, among: Among
) -> None:
    cast = [{"wording_id": one, "seal": rules.seal(key, one, library_id), "choice": choice} for one in on]
    upsert(tx, ballots, cast, "wording_id", "seal")
    insert_new(tx, voters, [{"wording_id": one, "library_id": library_id} for one in on], "wording_id", "library_id")
    _mix(tx, among)


def _mix(tx: Connection, among: Among) -> None:
    """Write anew, in the order of its key, all that lies on some wordings."""
    for table in (ballots, voters):
        mix(tx, table, table.c.wording_id.in_(among))
