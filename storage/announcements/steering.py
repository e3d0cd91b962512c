"""The office holds a batch of an announcement up, lets it go on, or ends it: one transaction each."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection

from storage import audit, batches, steering
from storage.announcements import tables
from storage.announcements.actions import NoSuch
from storage.announcements.rules import Announcement, AnnouncementId
from storage.batches import BatchId
from storage.people import PersonId


class How(StrEnum):
    """What is done with a batch."""

    PAUSE = "p"
    RESUME = "r"
    CANCEL = "c"


def steer(
    tx: Connection, announcement_id: AnnouncementId, batch_id: BatchId, how: How, by: PersonId, now: datetime
) -> Announcement | NoSuch:
    """Pause, resume or cancel a batch of an announcement: its own, or its last reminder, correction or recall."""
    one = tables.lock(tx, announcement_id)
    if one is None or batch_id not in {one.batch_id, one.follow_up_id} or not _move(tx, batch_id, how, now):
        return NoSuch()
    audit.note(tx, by, "steer_announcement", {"announcement": one.id, "batch": batch_id, "how": how.name}, now)
    return one


def _move(tx: Connection, batch_id: BatchId, how: How, now: datetime) -> bool:
    match how:
        case How.PAUSE:
            return batches.pause(tx, batch_id)
        case How.RESUME:
            return batches.resume(tx, batch_id)
        case How.CANCEL:
            return steering.stop(tx, batch_id, now)
