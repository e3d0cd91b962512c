"""Comments and amendments, as members and the office read them."""

from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, Select, case, func, select

from storage.consultations import books
from storage.consultations.books import Question
from storage.consultations.remarks import Kind
from storage.consultations.rules import CommentId, Consultation, QuestionId, Remarks
from storage.consultations.tables import remarks, supports
from storage.pages import Page, page_of
from storage.people import Person, PersonId, Role, libraries

PAGE = 5
"""So many remarks are on a page."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment or an amendment. `library` is None where the consultation is anonymous and it is not one's own.

    So many others say the same; `supported` tells whether whoever looks does.
    """

    id: CommentId
    kind: Kind
    text: str
    library: str | None
    mine: bool
    supported: bool
    supports: int
    old: bool


@dataclass(frozen=True, slots=True)
class RemarksPage:
    """A page of what was written on a question, what has most support first."""

    one: Consultation
    question: Question
    page: Page[Remark]


@dataclass(frozen=True, slots=True)
class OneRemark:
    """One of the remarks on a question."""

    one: Consultation
    question: Question
    remark: Remark


@dataclass(frozen=True, slots=True)
class _Place:
    one: Consultation
    question: Question


def _place(tx: Connection, question_id: QuestionId, person: Person) -> _Place | None:
    """Find a question as it stands; None if it is not for the person."""
    number = books.of_question(tx, question_id)
    one = books.find(tx, number) if number else None
    if one is None or not one.seen_by(person):
        return None
    question = books.question(tx, one, question_id)
    return None if question is None else _Place(one, question)


def _chosen(person: Person) -> Select[tuple[object, ...]]:
    supporting = func.count(supports.c.id)
    mine = func.max(case((supports.c.person_id == person.id, 1), else_=0))
    return (
        select(remarks, libraries.c.name, supporting.label("supports"), mine.label("supported"))
        .join(libraries, libraries.c.id == remarks.c.library_id)
        .outerjoin(supports, supports.c.remark_id == remarks.c.id)
        .group_by(remarks.c.id, libraries.c.name)
        .order_by(supporting.desc(), remarks.c.id)
    )


def _remark(row: RowMapping, place: _Place, person: Person) -> Remark:
    mine = row["person_id"] == person.id
    named = mine or place.one.terms.remarks is Remarks.NAMED or person.may(Role.STAFF)
    return Remark(
        CommentId(row["id"]), Kind(row["kind"]), row["text"], row["name"] if named else None, mine,
        bool(row["supported"]), row["supports"], row["wording_id"] != place.question.wording_id,
    )  # fmt: skip


def remarks_on(tx: Connection, question_id: QuestionId, person: Person, page: int) -> RemarksPage | None:
    """List what was written on a question, what has most support first; None if it is not for the person."""
    place = _place(tx, question_id, person)
    if place is None:
        return None
    rows = tx.execute(_chosen(person).where(remarks.c.question_id == question_id)).mappings().all()
    shown = page_of(rows, page, PAGE)
    found = [_remark(row, place, person) for row in shown.lines]
    return RemarksPage(place.one, place.question, shown.of(found))


def remark(tx: Connection, remark_id: CommentId, person: Person) -> OneRemark | None:
    """Find a remark; None if it is not for the person, or of a question that is not asked any more."""
    row = tx.execute(_chosen(person).where(remarks.c.id == remark_id)).mappings().first()
    place = _place(tx, QuestionId(row["question_id"]), person) if row else None
    return OneRemark(place.one, place.question, _remark(row, place, person)) if row and place else None


def own_remark(tx: Connection, question_id: QuestionId, person_id: PersonId, kind: Kind) -> str | None:
    """Find what a person has written on a question."""
    mine = remarks.c.question_id == question_id, remarks.c.person_id == person_id, remarks.c.kind == kind
    return tx.execute(select(remarks.c.text).where(*mine)).scalar()
