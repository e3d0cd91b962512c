"""Comments and amendments, and who says the same: one transaction each."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection, delete, select

from storage.consultations import books, rules
from storage.consultations.rules import (
    REMARK_AT_MOST,
    Closed,
    CommentId,
    NotYours,
    QuestionId,
)
from storage.consultations.tables import remarks, supports
from storage.consultations.voting import NoSuch
from storage.people import PersonId
from storage.schema import insert_new, upsert


class Kind(StrEnum):
    """What somebody wrote: what they think, or how they would word it."""

    COMMENT = "comment"
    AMENDMENT = "amendment"


@dataclass(frozen=True, slots=True)
class Kept:
    """What was written is kept."""

    id: CommentId


@dataclass(frozen=True, slots=True)
class Deleted:
    """What was written is gone."""


@dataclass(frozen=True, slots=True)
class TooLong:
    """It has more characters than are taken."""

    count: int


def write(
    tx: Connection, question_id: QuestionId, kind: Kind, text: str, by: PersonId, now: datetime
) -> Kept | TooLong | Closed | NotYours | NoSuch:
    """Keep what a person writes on a question as it reads now, in place of what they wrote before.

    Other words are another remark: whoever said the same as the words before has not said the same as these.
    """
    if len(text) > REMARK_AT_MOST:
        return TooLong(len(text))
    person, number = books.staying(tx, by), books.of_question(tx, question_id)
    one = books.hold(tx, number) if number else None
    if person is None or one is None:
        return NoSuch()
    if refused := rules.may_remark(one, person, now):
        return refused
    wording = books.current_wording(tx, one, question_id)
    if wording is None or person.library is None:
        return NoSuch()
    values = {
        "question_id": question_id, "person_id": by, "library_id": person.library.id, "wording_id": wording,
        "kind": kind, "text": text, "at": now,
    }  # fmt: skip
    mine = remarks.c.question_id == question_id, remarks.c.person_id == by, remarks.c.kind == kind
    tx.execute(delete(remarks).where(*mine, remarks.c.text != text))
    upsert(tx, remarks, [values], "question_id", "person_id", "kind")
    return Kept(CommentId(tx.execute(select(remarks.c.id).where(*mine)).scalar_one()))


def remove(
    tx: Connection, question_id: QuestionId, kind: Kind, by: PersonId, now: datetime
) -> Deleted | Closed | NotYours | NoSuch:
    """Take back what a person wrote."""
    person, number = books.staying(tx, by), books.of_question(tx, question_id)
    one = books.hold(tx, number) if number else None
    if person is None or one is None:
        return NoSuch()
    if refused := rules.may_remark(one, person, now):
        return refused
    mine = remarks.c.question_id == question_id, remarks.c.person_id == by, remarks.c.kind == kind
    tx.execute(delete(remarks).where(*mine))
    return Deleted()


@dataclass(frozen=True, slots=True)
class Supported:
    """The person says the same from now on, or not any more."""

    question: QuestionId
    on: bool


def support(
    tx: Connection, remark_id: CommentId, by: PersonId, now: datetime, *, on: bool
) -> Supported | Closed | NotYours | NoSuch:
    """Say the same as somebody else, or take that back; for one's own words it means nothing."""
    person = books.staying(tx, by)
    found = select(remarks.c.question_id, remarks.c.person_id).where(remarks.c.id == remark_id)
    row = tx.execute(found.with_for_update(read=True)).first()
    number = books.of_question(tx, row.question_id) if row else None
    one = books.hold(tx, number) if number else None
    if person is None or row is None or one is None:
        return NoSuch()
    if refused := rules.may_remark(one, person, now):
        return refused
    if row.person_id == by or person.library is None:
        return NotYours()
    if on:
        new = {"remark_id": remark_id, "person_id": by, "library_id": person.library.id}
        insert_new(tx, supports, [new], "remark_id", "person_id")
    else:
        tx.execute(delete(supports).where(supports.c.remark_id == remark_id, supports.c.person_id == by))
    return Supported(row.question_id, on)
