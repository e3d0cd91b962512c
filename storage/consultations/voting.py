"""The votes of libraries in open ballots, and the stances of librarians: one transaction each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, select

from storage.consultations import books, rules
from storage.consultations.books import Locked
from storage.consultations.chain import Do
from storage.consultations.majority import Choice
from storage.consultations.rules import (
    Closed,
    ConsultationId,
    GivenAway,
    MayCast,
    NotYours,
    QuestionId,
    Receipt,
    WordingId,
)
from storage.consultations.tables import outlines, stances, votes, wordings
from storage.people import LibraryId, Person, PersonId, Role, libraries, people
from storage.schema import upsert


@dataclass(frozen=True, slots=True)
class NoSuch:
    """There is no such question or consultation for whoever asks."""


@dataclass(frozen=True, slots=True)
class Reworded:
    """The question has another wording since the button was shown: read it first."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """The ballot is pseudonymous: it is cast with a key."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The vote of `library` counts on so many questions; `before` is what it was, where it was one question."""

    library: LibraryId
    questions: int
    receipt: Receipt
    before: Choice | None = None


@dataclass(frozen=True, slots=True)
class Unchanged:
    """It is what counts already; `receipt` is that of the open vote, where it was one question."""

    receipt: Receipt | None = None


Cast = Counted | Unchanged | Reworded | Sealed | Closed | GivenAway | NotYours | NoSuch


_VOTE = select(votes.c.choice, votes.c.wording_id, votes.c.receipt).where(
    votes.c.question_id == bindparam("question"), votes.c.library_id == bindparam("library")
)
_FINGERPRINTS = select(wordings.c.id, wordings.c.fingerprint).where(wordings.c.id.in_(bindparam("ids", expanding=True)))
"""What every vote needs is put together once."""


def cast(
    tx: Connection, question_id: QuestionId, wording_id: WordingId, library_id: LibraryId, by: PersonId, choice: Choice,
    receipt: Receipt, now: datetime,
) -> Cast:  # fmt: skip
    """Cast the vote of a library on a question in the wording that was read; the last one counts."""
    may = _may(tx, question_id, library_id, by, now)
    if not isinstance(may, _Casting):
        return may
    if books.current_wording(tx, may.locked.one, question_id) != wording_id:
        return Reworded()
    before = tx.execute(_VOTE, {"question": question_id, "library": library_id}).first()
    if before is not None and (before.choice, before.wording_id) == (choice, wording_id):
        return Unchanged(Receipt(before.receipt))
    _enter(tx, may, [(question_id, wording_id)], choice, receipt, now)
    return Counted(library_id, 1, receipt, Choice(before.choice) if before else None)


def cast_rest(
    tx: Connection, consultation_id: ConsultationId, version: int, library_id: LibraryId, by: PersonId,
    receipt: Receipt, now: datetime,
) -> Cast:  # fmt: skip
    """Vote for all questions of the present `version` on which the library has not voted yet in their wording."""
    may = _may_in(tx, consultation_id, library_id, by, now)
    if not isinstance(may, _Casting):
        return may
    if may.locked.one.version != version:
        return Reworded()
    rest = open_questions(tx, may.locked, library_id)
    if not rest:
        return Unchanged()
    _enter(tx, may, rest, Choice.FOR, receipt, now)
    return Counted(library_id, len(rest), receipt)


def open_questions(tx: Connection, locked: Locked, library_id: LibraryId) -> list[tuple[QuestionId, WordingId]]:
    """List the questions, each with its wording, that wait for a library's open vote."""
    voted = (votes.c.question_id == outlines.c.question_id) & (votes.c.wording_id == outlines.c.wording_id)
    rows = tx.execute(
        select(outlines.c.question_id, outlines.c.wording_id)
        .outerjoin(votes, voted & (votes.c.library_id == library_id))
        .where(
            outlines.c.consultation_id == locked.one.id, outlines.c.version == locked.one.version,
            votes.c.library_id.is_(None),
        )
        .order_by(outlines.c.position)
    )  # fmt: skip
    return [(QuestionId(row.question_id), WordingId(row.wording_id)) for row in rows]


@dataclass(frozen=True, slots=True)
class _Casting:
    """Somebody may cast the vote of a library."""

    locked: Locked
    person: Person
    may: MayCast


def _may(
    tx: Connection, question_id: QuestionId, library_id: LibraryId, by: PersonId, now: datetime
) -> _Casting | Sealed | Closed | GivenAway | NotYours | NoSuch:
    number = books.of_question(tx, question_id)
    return NoSuch() if number is None else _may_in(tx, number, library_id, by, now)


def _may_in(
    tx: Connection, consultation_id: ConsultationId, library_id: LibraryId, by: PersonId, now: datetime
) -> _Casting | Sealed | Closed | GivenAway | NotYours | NoSuch:
    person, locked = books.staying(tx, by), books.lock(tx, consultation_id)
    if person is None or locked is None:
        return NoSuch()
    may = rules.may_cast(locked.one, person, library_id, books.given(tx, consultation_id), now)
    if not isinstance(may, MayCast):
        return may
    return Sealed() if locked.one.sealed else _Casting(locked, person, may)


def _enter(
    tx: Connection, casting: _Casting, on: Sequence[tuple[QuestionId, WordingId]], choice: Choice, receipt: Receipt,
    now: datetime,
) -> None:  # fmt: skip
    through = casting.may.through
    values = {"through": through, "role": casting.person.role, "person_id": casting.person.id, "file_id": None}
    enter(tx, casting.locked, casting.may.library, on, choice, receipt, values, now)


def enter(
    tx: Connection, locked: Locked, library_id: LibraryId, on: Sequence[tuple[QuestionId, WordingId]], choice: Choice,
    receipt: Receipt, how: Mapping[str, Any], now: datetime,
) -> None:  # fmt: skip
    """Write votes and their entries in the log; `how` are the columns that say who cast them."""
    rows = [
        {"question_id": question, "library_id": library_id, "wording_id": wording, "choice": choice,
         "receipt": receipt, "at": now, **how}
        for question, wording in on
    ]  # fmt: skip
    upsert(tx, votes, rows, "question_id", "library_id")
    code = books.codes(tx, locked.one, [library_id, *([how["through"]] if how["through"] else [])])
    texts = _fingerprints(tx, [wording for _, wording in on])
    said = [
        {
            "do": Do.VOTE, "question": question, "wording": texts[wording], "library": code[library_id],
            "through": code.get(how["through"]), "role": how["role"], "choice": choice, "receipt": receipt,
            **books.when(locked.one, now),
        }
        for question, wording in on
    ]  # fmt: skip
    books.write_down(tx, locked, said, [receipt] * len(said))


def _fingerprints(tx: Connection, ids: Sequence[WordingId]) -> dict[WordingId, str]:
    rows = tx.execute(_FINGERPRINTS, {"ids": ids})
    return {WordingId(row.id): row.fingerprint for row in rows}


def cast_by_letter(  # noqa: PLR0917 - a vote, and the letter in which it stands
    tx: Connection, question_id: QuestionId, wording_id: WordingId, library_id: LibraryId, by: PersonId, choice: Choice,
    file_id: str, receipt: Receipt, now: datetime,
) -> Cast:  # fmt: skip
    """Enter the vote of a library that has nobody in chat to cast it, from its letter."""
    number = books.of_question(tx, question_id)
    person, locked = books.staying(tx, by), books.lock(tx, number) if number else None
    if person is None or locked is None:
        return NoSuch()
    library = _asked(tx, locked, library_id)
    if not person.may(Role.STAFF) or library is None or has_voters(tx, library_id):
        return NotYours()
    if locked.one.sealed:
        return Sealed()
    if not locked.one.runs(now):
        return Closed()
    if library_id in (proxies := books.given(tx, locked.one.id)).given:
        return GivenAway(proxies.given[library_id])
    if books.current_wording(tx, locked.one, question_id) != wording_id:
        return Reworded()
    how = {"through": None, "role": "letter", "person_id": by, "file_id": file_id}
    enter(tx, locked, library_id, [(question_id, wording_id)], choice, receipt, how, now)
    return Counted(library_id, 1, receipt)


def _asked(tx: Connection, locked: Locked, library_id: LibraryId) -> LibraryId | None:
    kind = tx.execute(select(libraries.c.kind).where(libraries.c.id == library_id)).scalar()
    return library_id if kind is not None and locked.one.terms.asks(kind) else None


def has_voters(tx: Connection, library_id: LibraryId) -> bool:
    """Tell whether somebody in chat casts the vote of a library."""
    found = select(people.c.id).where(people.c.library_id == library_id, people.c.role.in_(rules.VOTERS)).limit(1)
    return tx.execute(found).first() is not None


@dataclass(frozen=True, slots=True)
class Noted:
    """The stance of a librarian is kept."""

    choice: Choice


def lean(
    tx: Connection, question_id: QuestionId, wording_id: WordingId, by: PersonId, choice: Choice, now: datetime
) -> Noted | Reworded | Closed | NotYours | NoSuch:
    """Keep what a librarian thinks of a question, for their delegate to see; the last one counts."""
    number = books.of_question(tx, question_id)
    person, one = books.staying(tx, by), books.hold(tx, number) if number else None
    if person is None or one is None:
        return NoSuch()
    if refused := rules.may_remark(one, person, now):
        return refused
    if books.current_wording(tx, one, question_id) != wording_id:
        return Reworded()
    values = {
        "question_id": question_id, "person_id": by, "library_id": person.library.id if person.library else None,
        "wording_id": wording_id, "choice": choice, "at": now,
    }  # fmt: skip
    upsert(tx, stances, [values], "question_id", "person_id")
    return Noted(choice)
