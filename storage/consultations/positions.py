"""The association's position: its document, and how far it has come. One transaction each."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection, select, update

from storage import audit
from storage.consultations import books, notices
from storage.consultations.rules import Consultation, ConsultationId, State
from storage.consultations.tables import positions
from storage.consultations.voting import NoSuch
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


@dataclass(frozen=True, slots=True)
class NotOver:
    """The consultation still runs, or was withdrawn: there is no position on it."""


@dataclass(frozen=True, slots=True)
class IsPublic:
    """Members have the document: it stays as it is."""


@dataclass(frozen=True, slots=True)
class Unchanged:
    """It is at this stage already, or not published yet."""


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


def move(
    tx: Connection, consultation_id: ConsultationId, stage: Stage, by: PersonId, now: datetime
) -> Moved | Unchanged | NoSuch:
    """Publish the document to all who were asked, or note how far it has come and tell those who took part."""
    locked, there = books.lock(tx, consultation_id), find(tx, consultation_id)
    if locked is None or there is None:
        return NoSuch()
    publishing = stage is Stage.PUBLISHED
    if stage in {there.stage, Stage.KEPT} or publishing == there.public:
        return Unchanged()
    tx.execute(
        update(positions)
        .where(positions.c.consultation_id == consultation_id)
        .values(stage=stage, changed_at=now)
    )  # fmt: skip
    audit.note(tx, by, "move_position", {"consultation": consultation_id, "stage": stage}, now)
    told = notices.tell_position if publishing else None
    count = told(tx, locked.one, now) if told else notices.tell_followed(tx, locked.one, stage, now)
    return Moved(Position(there.one, stage, there.file_id, there.name, now), count)
