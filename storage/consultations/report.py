"""All that came out of a consultation: for the position document and the exports.

Where remarks are anonymous they are so here too, whoever asks: what is made of a report is passed on.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, func, select

from storage.consultations import books, results
from storage.consultations.books import Text
from storage.consultations.chain import Entry, Head
from storage.consultations.remarks import Kind
from storage.consultations.results import NotYet, Results
from storage.consultations.rules import ConsultationId, QuestionId, Remarks, WordingId
from storage.consultations.tables import outlines, questions, remarks, stances, supports, wordings
from storage.membership.search import alphabetical, fold
from storage.people import LibraryId, libraries


@dataclass(frozen=True, slots=True)
class Written:
    """A comment or an amendment, and all that say the same: those who wrote it in the same words, and who supports it.

    `by` and `supported_by` name libraries, and are empty where remarks are anonymous. So many `libraries` and `people`
    stand behind it. It is `old` if it was written on an earlier wording.
    """

    kind: Kind
    text: str
    old: bool
    libraries: int
    people: int
    by: tuple[str, ...]
    supported_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The results, what was written on each question (what most libraries stand behind first), who voted for whom.

    So many `people` have taken a stance or written something.
    """

    results: Results
    written: Mapping[QuestionId, Sequence[Written]]
    given: Mapping[LibraryId, LibraryId]
    people: int
    head: Head


@dataclass(frozen=True, slots=True)
class Whole:
    """A report with the ballot log, and all wordings of each question by fingerprint, the first one first."""

    report: Report
    log: Sequence[Entry]
    wordings: Mapping[QuestionId, Mapping[str, Text]]


def report(tx: Connection, consultation_id: ConsultationId, now: datetime) -> Report | NotYet | None:
    """Put together what came out, if it may be seen."""
    found = results.results(tx, consultation_id, now)
    if not isinstance(found, Results):
        return found
    return Report(
        found, _written(tx, found), books.given(tx, consultation_id).given, _people(tx, consultation_id),
        books.head_of(tx, consultation_id) or Head(),
    )  # fmt: skip


def whole(tx: Connection, consultation_id: ConsultationId, now: datetime) -> Whole | NotYet | None:
    """Put everything together, if it may be seen."""
    found = report(tx, consultation_id, now)
    if not isinstance(found, Report):
        return found
    return Whole(found, books.log_of(tx, consultation_id), _wordings(tx, consultation_id))


@dataclass(frozen=True, slots=True)
class _Remark:
    row: RowMapping
    supporters: Sequence[tuple[LibraryId, int | None]]


def _written(tx: Connection, found: Results) -> dict[QuestionId, list[Written]]:
    """Find what was written, by question."""
    asked = {each.question.id: each.question.wording_id for each in found.questions}
    mine = remarks.join(questions, questions.c.id == remarks.c.question_id)
    here = questions.c.consultation_id == found.one.id
    rows = tx.execute(select(remarks).select_from(mine).where(here).order_by(remarks.c.id)).mappings().all()
    supporting = select(supports).select_from(supports.join(mine, remarks.c.id == supports.c.remark_id)).where(here)
    behind: dict[int, list[tuple[LibraryId, int | None]]] = {}
    for row in tx.execute(supporting).mappings():
        behind.setdefault(row["remark_id"], []).append((LibraryId(row["library_id"]), row["person_id"]))
    same: dict[tuple[QuestionId, WordingId, str, str], list[_Remark]] = {}
    for row in rows:
        key = QuestionId(row["question_id"]), WordingId(row["wording_id"]), row["kind"], fold(row["text"])
        same.setdefault(key, []).append(_Remark(row, behind.get(row["id"], ())))
    names = _names(tx, found) if found.one.terms.remarks is Remarks.NAMED else {}
    written: dict[QuestionId, list[Written]] = {}
    for (question, wording, _, _), group in same.items():
        if question in asked:
            written.setdefault(question, []).append(_grouped(group, names, old=wording != asked[question]))
    for group_of in written.values():
        group_of.sort(key=lambda one: (one.old, -one.libraries, -one.people))
    return written


def _grouped(group: Sequence[_Remark], names: Mapping[LibraryId, str], *, old: bool) -> Written:
    by = {LibraryId(one.row["library_id"]) for one in group}
    supporting = {library for one in group for library, _ in one.supporters}
    people = [person for one in group for person in (one.row["person_id"], *(who for _, who in one.supporters))]
    known = {person for person in people if person is not None}
    return Written(
        Kind(group[0].row["kind"]), group[0].row["text"], old, len(by | supporting), len(known) + people.count(None),
        _named(by, names), _named(supporting - by, names),
    )  # fmt: skip


def _named(ids: Iterable[LibraryId], names: Mapping[LibraryId, str]) -> tuple[str, ...]:
    return tuple(sorted((names[one] for one in ids if one in names), key=alphabetical))


def _names(tx: Connection, found: Results) -> dict[LibraryId, str]:
    """Name the libraries as they were on the roll, or as they are now."""
    now = {LibraryId(row.id): row.name for row in tx.execute(select(libraries.c.id, libraries.c.name))}
    return {**now, **{library.id: library.name for library in found.roll}}


def _people(tx: Connection, consultation_id: ConsultationId) -> int:
    mine = select(questions.c.id).where(questions.c.consultation_id == consultation_id)
    there = [
        select(table.c.person_id).where(table.c.question_id.in_(mine), table.c.person_id.is_not(None))
        for table in (stances, remarks)
    ]
    both: Any = there[0].union(there[1]).subquery()
    return tx.execute(select(func.count()).select_from(both)).scalar_one()


def _wordings(tx: Connection, consultation_id: ConsultationId) -> dict[QuestionId, dict[str, Text]]:
    first = func.min(outlines.c.version)
    chosen = (
        select(wordings, first)
        .join(outlines, outlines.c.wording_id == wordings.c.id)
        .where(outlines.c.consultation_id == consultation_id)
        .group_by(wordings.c.id)
        .order_by(first, wordings.c.id)
    )
    found: dict[QuestionId, dict[str, Text]] = {}
    for row in tx.execute(chosen).mappings():
        text = Text(row["label"], row["title"], row["chapter"], row["text"])
        found.setdefault(QuestionId(row["question_id"]), {})[row["fingerprint"]] = text
    return found
