"""What a card of a question needs: each opening of one asks for it, so the statements are put together once."""

from dataclasses import dataclass

from sqlalchemy import BindParameter, Connection, Select, Table, bindparam, func, select

from storage.consultations.books import Question, Text
from storage.consultations.majority import Choice
from storage.consultations.remarks import Kind
from storage.consultations.rules import Consultation, QuestionId, WordingId
from storage.consultations.tables import outlines, remarks, stances, voters, votes, wordings
from storage.people import LibraryId, PersonId


@dataclass(frozen=True, slots=True)
class Place:
    """A question in the outline, and whether it waits for whoever looks."""

    question: QuestionId
    wording: WordingId
    waits: bool


def _places(said: Table, whose: str) -> Select[int, int, int]:
    same = (said.c.wording_id == outlines.c.wording_id) & (said.c[whose] == bindparam("whose"))
    if said is not voters:
        same &= said.c.question_id == outlines.c.question_id
    return (
        select(outlines.c.question_id, outlines.c.wording_id, said.c.wording_id)
        .select_from(outlines.outerjoin(said, same))
        .where(outlines.c.consultation_id == bindparam("consultation"), outlines.c.version == bindparam("version"))
        .order_by(outlines.c.position)
    )


_VOTES, _VOTERS = _places(votes, "library_id"), _places(voters, "library_id")
_STANCES = _places(stances, "person_id")


def for_library(tx: Connection, one: Consultation, library: LibraryId) -> list[Place]:
    """List the questions in order; those wait on which a library has not voted as they read now."""
    return _run(tx, _VOTERS if one.sealed else _VOTES, one, library)


def for_person(tx: Connection, one: Consultation, person: PersonId) -> list[Place]:
    """List the questions in order; those wait on which a person has not taken a stance as they read now."""
    return _run(tx, _STANCES, one, person)


def _run(tx: Connection, chosen: Select[int, int, int], one: Consultation, whose: int) -> list[Place]:
    rows = tx.execute(chosen, {"consultation": one.id, "version": one.version, "whose": whose})
    return [Place(QuestionId(question), WordingId(wording), said is None) for question, wording, said in rows]


_QUESTION: BindParameter[int] = bindparam("question")
_LIBRARY: BindParameter[int] = bindparam("library")
_PERSON: BindParameter[int] = bindparam("person")
_TEXT = select(wordings).where(wordings.c.id == bindparam("wording"))
_VOTE = select(votes.c.choice, votes.c.wording_id).where(
    votes.c.question_id == _QUESTION, votes.c.library_id == _LIBRARY
)
_STANCE = select(stances.c.choice, stances.c.wording_id).where(
    stances.c.question_id == _QUESTION, stances.c.person_id == _PERSON
)
_LEANING = (
    select(stances.c.choice, func.count())
    .where(stances.c.question_id == _QUESTION, stances.c.wording_id == bindparam("wording"))
    .where(stances.c.library_id == _LIBRARY)
    .group_by(stances.c.choice)
)
_KINDS = select(remarks.c.kind).where(remarks.c.question_id == _QUESTION, remarks.c.person_id == _PERSON)
_WRITTEN = select(func.count()).where(remarks.c.question_id == _QUESTION)
_OTHERS = select(func.count()).where(wordings.c.question_id == _QUESTION, wordings.c.id != bindparam("wording"))


@dataclass(frozen=True, slots=True)
class Facts:
    """A question, and what was said of it by whoever looks and around them."""

    question: Question
    vote: tuple[Choice, WordingId] | None
    stance: tuple[Choice, WordingId] | None
    leaning: dict[Choice, int]
    kinds: frozenset[Kind]
    remarks: int
    reworded: bool


def facts(tx: Connection, place: Place, position: int, of: int, library: LibraryId | None, person: PersonId) -> Facts:
    """Find a question at a place among others, as a person of a library sees it."""
    here = {"question": place.question, "wording": place.wording, "library": library, "person": person}
    row = tx.execute(_TEXT, here).mappings().one()
    text = Text(row["label"], row["title"], row["chapter"], row["text"])
    vote, stance = (tx.execute(chosen, here).first() for chosen in (_VOTE, _STANCE))
    return Facts(
        Question(place.question, place.wording, position, of, text),
        None if vote is None else (Choice(vote.choice), WordingId(vote.wording_id)),
        None if stance is None else (Choice(stance.choice), WordingId(stance.wording_id)),
        {Choice(choice): count for choice, count in tx.execute(_LEANING, here)},
        frozenset(map(Kind, tx.execute(_KINDS, here).scalars())),
        tx.execute(_WRITTEN, here).scalar_one(),
        bool(tx.execute(_OTHERS, here).scalar_one()),
    )
