"""The draft in which a person writes a comment or an amendment, and how it becomes one."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from storage import drafts
from storage.consultations import remarks
from storage.consultations.remarks import Kept, Kind, TooLong
from storage.consultations.rules import Closed, NotYours, QuestionId
from storage.consultations.voting import NoSuch
from storage.drafts import Draft, DraftId
from storage.people import PersonId

FEATURE = "consultation_remark"


@dataclass(frozen=True, slots=True)
class Gone:
    """There is no such draft any more, or it has moved on."""


def about(draft: Draft) -> tuple[QuestionId, Kind]:
    """Tell what a draft is about."""
    return QuestionId(draft.data["question"]), Kind(draft.data["kind"])


def submit(
    tx: Connection, draft_id: DraftId, version: int, by: PersonId, now: datetime
) -> Kept | TooLong | Closed | NotYours | NoSuch | Gone:
    """Keep what was written, and end the draft; where it cannot be kept, the draft stays."""
    draft = drafts.get(tx, draft_id)
    if draft is None or draft.feature != FEATURE or draft.version != version or not draft.data.get("text"):
        return Gone()
    if draft.person_id != by:
        return NotYours()
    outcome = remarks.write(tx, *about(draft), draft.data["text"], by, now)
    if isinstance(outcome, Kept):
        drafts.end(tx, draft_id)
    return outcome
