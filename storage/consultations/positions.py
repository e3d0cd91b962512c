"""The association's position: its document, and how far it has come. One transaction each."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection, select, update

from storage import audit, drafts
from storage.consultations import books, notices
from storage.consultations.rules import Consultation, ConsultationId, State
from storage.consultations.tables import positions
from storage.consultations.voting import NoSuch
from storage.drafts import Draft, DraftId, Gone, NotYours
from storage.people import PersonId
from storage.schema import upsert

FEATURE = "consultation_position"
NAME_AT_MOST = 120
"""Characters of the name of a file."""


class Stage(StrEnum):
    """How far a position has come. Members see it from `PUBLISHED` on."""

    KEPT = "kept"
    PUBLISHED = "published"
    SENT = "sent"
    ANSWERED = "answered"
    PARTLY = "partly"
    ADOPTED = "adopted"


@dataclass(frozen=True, slots=True)
class Position:
    """The position on a consultation: the document by Telegram's `file_id`, its name, its stage and since when."""

    one: Consultation
    stage: Stage
    file_id: str
    name: str
    changed_at: datetime

    @property
    def public(self) -> bool:
        """Whether members see it."""
        return self.stage is not Stage.KEPT

    @property
    def next(self) -> tuple[Stage, ...]:
        """What it can come to: once it is published, whatever was done or answered, in any order."""
        if not self.public:
            return (Stage.PUBLISHED,)
        return tuple(stage for stage in Stage if stage not in {Stage.KEPT, Stage.PUBLISHED, self.stage})


@dataclass(frozen=True, slots=True)
class NotOver:
    """The consultation still runs, or was withdrawn: there is no position on it."""


@dataclass(frozen=True, slots=True)
class IsPublic:
    """Members have the document: it stays as it is."""


@dataclass(frozen=True, slots=True)
class NotNext:
    """It cannot come to this stage, or is at it already."""


@dataclass(frozen=True, slots=True)
class Moved:
    """The position is at its next stage; so many people are told."""

    position: Position
    told: int


def find(tx: Connection, consultation_id: ConsultationId) -> Position | None:
    """Find the position on a consultation."""
    one = books.find(tx, consultation_id)
    row = tx.execute(select(positions).where(positions.c.consultation_id == consultation_id)).mappings().first()
    if one is None or row is None:
        return None
    return Position(one, Stage(row["stage"]), row["file_id"], row["name"], row["changed_at"])


def keep(
    tx: Connection, consultation_id: ConsultationId, file_id: str, name: str, by: PersonId, now: datetime
) -> Position | IsPublic | NotOver | NoSuch:
    """Keep the document that staff have edited, in place of one before it; once members have it, it stays."""
    locked = books.lock(tx, consultation_id)
    if locked is None:
        return NoSuch()
    if locked.one.state is not State.CLOSED:
        return NotOver()
    there = find(tx, consultation_id)
    if there is not None and there.public:
        return IsPublic()
    kept = Position(locked.one, Stage.KEPT, file_id, name[-NAME_AT_MOST:], now)
    row = {"consultation_id": consultation_id, "stage": kept.stage, "file_id": file_id, "name": kept.name,
           "changed_at": now}  # fmt: skip
    upsert(tx, positions, [row], "consultation_id")
    audit.note(tx, by, "keep_position", {"consultation": consultation_id}, now)
    return kept


def keep_draft(
    tx: Connection, draft_id: DraftId, version: int, by: PersonId, now: datetime
) -> Position | IsPublic | NotOver | NoSuch | NotYours | Gone:
    """Keep the document that was sent in a conversation, and end it; a second time it is gone."""
    draft = drafts.lock(tx, draft_id, version, by, FEATURE)
    if not isinstance(draft, Draft):
        return draft
    if "file_id" not in draft.data:
        return Gone()
    drafts.end(tx, draft_id)
    number = ConsultationId(draft.data["consultation"])
    return keep(tx, number, draft.data["file_id"], draft.data["name"], by, now)


def told(tx: Connection, position: Position, stage: Stage) -> int:
    """Count those who will be told that a position has come to a stage."""
    who = notices.asked if stage is Stage.PUBLISHED else notices.concerned
    return len(who(tx, position.one))


def move(
    tx: Connection, consultation_id: ConsultationId, stage: Stage, by: PersonId, now: datetime
) -> Moved | NotNext | NoSuch:
    """Publish the document to all who were asked, or note how far it has come and tell those who took part."""
    locked, there = books.lock(tx, consultation_id), find(tx, consultation_id)
    if locked is None or there is None:
        return NoSuch()
    if stage not in there.next:
        return NotNext()
    mine = positions.c.consultation_id == consultation_id
    tx.execute(update(positions).where(mine).values(stage=stage, changed_at=now))
    audit.note(tx, by, "move_position", {"consultation": consultation_id, "stage": stage}, now)
    if stage is Stage.PUBLISHED:
        count = notices.tell_position(tx, locked.one, now)
    else:
        count = notices.tell_followed(tx, locked.one, stage, now)
    return Moved(replace(there, stage=stage, changed_at=now), count)
