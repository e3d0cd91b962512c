"""What was voted, counted: for the office's screens, the position document and the exports."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction

from sqlalchemy import Connection, func, select

from storage.consultations import books, majority, progress
from storage.consultations.books import Question
from storage.consultations.majority import Choice, Tally
from storage.consultations.rules import Consultation, ConsultationId, QuestionId
from storage.consultations.tables import ballots, outlines, roll, stances, votes
from storage.membership.search import alphabetical
from storage.people import LibraryId


@dataclass(frozen=True, slots=True)
class Entitled:
    """A library on the roll, as it was, with the number of questions on which it has a vote that counts."""

    id: LibraryId
    code: str
    name: str
    kind: str
    weight: Fraction
    voted: int


@dataclass(frozen=True, slots=True)
class Vote:
    """A library's vote: on the present wording unless it is `old`; through which library, or by letter."""

    choice: Choice
    old: bool
    through: LibraryId | None
    role: str


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """The votes on a question; `old` of them are on an earlier wording, which sealed ballots never are.

    `by_library` is empty for sealed ballots. `stances` counts the librarians by what they think.
    """

    question: Question
    tally: Tally
    old: int
    by_library: Mapping[LibraryId, Vote]
    stances: Mapping[Choice, int]


@dataclass(frozen=True, slots=True)
class Results:
    """All questions of a consultation, and the roll in the order of the alphabet."""

    one: Consultation
    roll: Sequence[Entitled]
    questions: Sequence[QuestionResult]

    @property
    def took_part(self) -> int:
        """Count the libraries that have voted on anything."""
        return sum(bool(library.voted) for library in self.roll)

    @property
    def by_kind(self) -> Mapping[str, tuple[int, int]]:
        """Count the libraries of each kind: those that have voted on anything, and all."""
        kinds: dict[str, tuple[int, int]] = {}
        for library in sorted(self.roll, key=lambda one: alphabetical(one.kind)):
            voted, asked = kinds.get(library.kind, (0, 0))
            kinds[library.kind] = voted + bool(library.voted), asked + 1
        return kinds


@dataclass(frozen=True, slots=True)
class NotYet:
    """There are no results to be seen: they are hidden until the end, are just being counted, or never will be."""

    one: Consultation


def results(tx: Connection, consultation_id: ConsultationId, now: datetime) -> Results | NotYet | None:
    """Count the votes of a consultation, if they may be seen."""
    one = books.find(tx, consultation_id)
    if one is None:
        return None
    return counted(tx, one) if one.shows_results(now) else NotYet(one)


def turnout(tx: Connection, one: Consultation) -> list[Entitled]:
    """List the libraries on the roll and how far each has come, in the order of the alphabet."""
    voted = progress.voted(tx, one)
    rows = tx.execute(select(roll).where(roll.c.consultation_id == one.id)).mappings()
    entitled = [
        Entitled(LibraryId(row["library_id"]), row["code"], row["name"], row["kind"], Fraction(row["weight"]),
                 voted.get(LibraryId(row["library_id"]), 0))
        for row in rows
    ]  # fmt: skip
    return sorted(entitled, key=lambda library: alphabetical(library.name))


def counted(tx: Connection, one: Consultation) -> Results:
    """Count the votes of a consultation, whoever may see them."""
    entitled = turnout(tx, one)
    weights = {library.id: library.weight for library in entitled}
    asked = books.outline(tx, one.id, one.version)
    sealed = _sealed(tx, one) if one.sealed else {}
    openly = {} if one.sealed else _open(tx, one)
    leaning = _stances(tx, one)
    found = []
    for question in asked:
        votes_of = {library: vote for library, vote in openly.get(question.id, {}).items() if library in weights}
        cast = [(vote.choice, weights[library]) for library, vote in votes_of.items()]
        cast += [(choice, Fraction(1)) for choice in sealed.get(question.id, [])]
        tally = majority.tally(cast, weights.values(), one.terms.rule)
        old = sum(vote.old for vote in votes_of.values())
        found.append(QuestionResult(question, tally, old, votes_of, leaning.get(question.id, {})))
    if not one.sealed:
        every = Counter(library for result in found for library in result.by_library)
        entitled = [replace(library, voted=every[library.id]) for library in entitled]
    return Results(one, entitled, found)


def _open(tx: Connection, one: Consultation) -> dict[QuestionId, dict[LibraryId, Vote]]:
    needed = votes.c.question_id, votes.c.library_id, votes.c.choice, votes.c.through, votes.c.role
    chosen = select(*needed, votes.c.wording_id != outlines.c.wording_id)
    joined = chosen.join(outlines, outlines.c.question_id == votes.c.question_id)
    rows = tx.execute(joined.where(outlines.c.consultation_id == one.id, outlines.c.version == one.version))
    found: dict[QuestionId, dict[LibraryId, Vote]] = {}
    for question, library, choice, through, role, old in rows:
        vote = Vote(Choice(choice), bool(old), through, role)
        found.setdefault(QuestionId(question), {})[LibraryId(library)] = vote
    return found


def _sealed(tx: Connection, one: Consultation) -> dict[QuestionId, list[Choice]]:
    chosen = select(outlines.c.question_id, ballots.c.choice).join(
        ballots, ballots.c.wording_id == outlines.c.wording_id
    )
    rows = tx.execute(chosen.where(outlines.c.consultation_id == one.id, outlines.c.version == one.version))
    found: dict[QuestionId, list[Choice]] = {}
    for question, choice in rows:
        found.setdefault(QuestionId(question), []).append(Choice(choice))
    return found


def _stances(tx: Connection, one: Consultation) -> dict[QuestionId, dict[Choice, int]]:
    same = (outlines.c.question_id == stances.c.question_id) & (outlines.c.wording_id == stances.c.wording_id)
    chosen = select(stances.c.question_id, stances.c.choice, func.count()).join(outlines, same)
    here = outlines.c.consultation_id == one.id, outlines.c.version == one.version
    rows = tx.execute(chosen.where(*here).group_by(stances.c.question_id, stances.c.choice))
    found: dict[QuestionId, dict[Choice, int]] = {}
    for question, choice, count in rows:
        found.setdefault(QuestionId(question), {})[Choice(choice)] = count
    return found
