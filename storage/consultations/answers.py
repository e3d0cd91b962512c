"""What was said of the questions of a consultation: the votes of a library, the stances of a person."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, select

from storage.consultations.majority import Choice
from storage.consultations.rules import Consultation, QuestionId, WordingId
from storage.consultations.tables import outlines, stances, voters, votes
from storage.people import LibraryId, PersonId


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said of a question; it is `old` if that was of another wording."""

    choice: Choice
    old: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and the wording that it has now."""

    question: QuestionId
    wording: WordingId


@dataclass(frozen=True, slots=True)
class Said:
    """All that a library or a person has said: of which question, what, in which wording; of `cast` only that."""

    choices: Mapping[QuestionId, tuple[Choice, WordingId]]
    cast: Collection[QuestionId] = ()

    def answer(self, asked: Asked) -> Answer | None:
        """Find what was said of a question, where that is known."""
        said = self.choices.get(asked.question)
        return None if said is None else Answer(said[0], said[1] != asked.wording)

    def waits(self, asked: Asked) -> bool:
        """Tell whether nothing was said of a question as it reads now."""
        said = self.choices.get(asked.question)
        return asked.question not in self.cast and (said is None or said[1] != asked.wording)


_ASKED = (
    select(outlines.c.question_id, outlines.c.wording_id)
    .where(outlines.c.consultation_id == bindparam("consultation"), outlines.c.version == bindparam("version"))
    .order_by(outlines.c.position)
)


def asked(tx: Connection, one: Consultation) -> list[Asked]:
    """List the questions that are asked now, in order."""
    rows = tx.execute(_ASKED, {"consultation": one.id, "version": one.version})
    return [Asked(QuestionId(row[0]), WordingId(row[1])) for row in rows]


def of_library(tx: Connection, one: Consultation, library: LibraryId) -> Said:
    """Find the votes of a library; of sealed ones, only on which questions they were cast."""
    if one.sealed:
        there = select(outlines.c.question_id).join(voters, voters.c.wording_id == outlines.c.wording_id)
        cast = tx.execute(there.where(*_here(one), voters.c.library_id == library)).scalars()
        return Said({}, set(map(QuestionId, cast)))
    chosen = select(votes.c.question_id, votes.c.choice, votes.c.wording_id).join(
        outlines, outlines.c.question_id == votes.c.question_id
    )
    return _said(tx, chosen.where(*_here(one), votes.c.library_id == library))


def of_person(tx: Connection, one: Consultation, person: PersonId) -> Said:
    """Find the stances of a person."""
    chosen = select(stances.c.question_id, stances.c.choice, stances.c.wording_id).join(
        outlines, outlines.c.question_id == stances.c.question_id
    )
    return _said(tx, chosen.where(*_here(one), stances.c.person_id == person))


def _said(tx: Connection, chosen: Select[int, str, int]) -> Said:
    return Said({QuestionId(row[0]): (Choice(row[1]), WordingId(row[2])) for row in tx.execute(chosen)})


def _here(one: Consultation) -> tuple[ColumnElement[bool], ...]:
    return outlines.c.consultation_id == one.id, outlines.c.version == one.version


def leaning(tx: Connection, one: Asked, library: LibraryId | None) -> dict[Choice, int]:
    """Count what the people of a library think of a question as it reads now."""
    here = stances.c.question_id == one.question, stances.c.wording_id == one.wording, stances.c.library_id == library
    chosen = select(stances.c.choice, func.count()).where(*here).group_by(stances.c.choice)
    return {Choice(choice): count for choice, count in tx.execute(chosen)}
