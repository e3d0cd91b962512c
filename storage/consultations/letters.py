"""The votes of a library as its letter says them, gathered in a draft and entered together."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from storage import drafts
from storage.consultations import books, voting
from storage.consultations.majority import Choice
from storage.consultations.rules import ConsultationId, Receipt
from storage.consultations.tables import questions, votes
from storage.consultations.voting import Cast, Counted, Reworded
from storage.drafts import Draft, DraftId, Gone, NotYours
from storage.membership.search import alphabetical
from storage.people import LibraryId, PersonId, libraries

FEATURE = "consultation_letter"
"""The drafts of letters are kept under this name."""


@dataclass(frozen=True, slots=True)
class Entered:
    """So many votes of `library` are entered; so many are not, since their questions have another wording now."""

    consultation: ConsultationId
    library: LibraryId
    votes: int
    reworded: int
    receipt: Receipt


def choices(data: Mapping[str, Any]) -> dict[int, Choice]:
    """Read what the letter says, by the number of the wording."""
    return {int(wording): Choice(choice) for wording, choice in data.get("choices", {}).items()}


def enter(
    tx: Connection, draft_id: DraftId, version: int, by: PersonId, receipt: Receipt, now: datetime
) -> Entered | Cast | NotYours | Gone:
    """Enter the votes that a draft holds, and end it; a second time it is gone."""
    draft = drafts.lock(tx, draft_id, version, by, FEATURE)
    if not isinstance(draft, Draft):
        return draft
    number, library = ConsultationId(draft.data["consultation"]), LibraryId(draft.data["library"])
    said, file_id = choices(draft.data), draft.data.get("file", "")
    locked = books.lock(tx, number)
    if locked is None or not said or not file_id:
        return Gone()
    entered = 0
    for question in books.outline(tx, number, locked.one.version):
        if (choice := said.get(question.wording_id)) is None:
            continue
        outcome = voting.cast_by_letter(
            tx, question.id, question.wording_id, library, by, choice, file_id, receipt, now
        )  # fmt: skip
        if not isinstance(outcome, Counted):
            return outcome
        entered += 1
    drafts.end(tx, draft_id)
    return Entered(number, library, entered, len(said) - entered, receipt) if entered else Reworded()


@dataclass(frozen=True, slots=True)
class Letter:
    """The letter of a library, as Telegram has it."""

    library_id: LibraryId
    library: str
    file_id: str


def kept(tx: Connection, consultation_id: ConsultationId) -> list[Letter]:
    """List the letters from which votes that stand were entered, the last of each library, by the alphabet."""
    chosen = (
        select(votes.c.library_id, libraries.c.name, votes.c.file_id)
        .join(libraries, libraries.c.id == votes.c.library_id)
        .join(questions, questions.c.id == votes.c.question_id)
        .where(questions.c.consultation_id == consultation_id, votes.c.file_id.is_not(None))
        .order_by(votes.c.at)
    )
    found = {row.library_id: Letter(LibraryId(row.library_id), row.name, row.file_id) for row in tx.execute(chosen)}
    return sorted(found.values(), key=lambda letter: alphabetical(letter.library))


def name(tx: Connection, library: LibraryId) -> str:
    """Find the name of a library."""
    return str(tx.execute(select(libraries.c.name).where(libraries.c.id == library)).scalar_one())
