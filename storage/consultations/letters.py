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
from storage.consultations.voting import Cast, Counted, Reworded
from storage.drafts import Draft, DraftId, Gone, NotYours
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
    votes = 0
    for question in books.outline(tx, number, locked.one.version):
        if (choice := said.get(question.wording_id)) is None:
            continue
        outcome = voting.cast_by_letter(
            tx, question.id, question.wording_id, library, by, choice, file_id, receipt, now
        )  # fmt: skip
        if not isinstance(outcome, Counted):
            return outcome
        votes += 1
    drafts.end(tx, draft_id)
    return Entered(number, library, votes, len(said) - votes, receipt) if votes else Reworded()


def name(tx: Connection, library: LibraryId) -> str:
    """Find the name of a library."""
    return str(tx.execute(select(libraries.c.name).where(libraries.c.id == library)).scalar_one())
