"""The office holds a batch of an announcement up, lets it go on, or ends it: one transaction each."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Select, select

from storage import audit, batches, outbox
from storage.announcements import actions, tables
from storage.announcements.actions import NoSuch
from storage.announcements.rules import Announcement, AnnouncementId, State
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
            return actions.stop(tx, batch_id, now)


def remind(tx: Connection, announcement_id: AnnouncementId, after: int, by: PersonId, now: datetime) -> int | NoSuch:
    """Remind those who have not confirmed, unless somebody has done so since the follow-up `after` (0: none).

    Two quick taps remind once.
    """
    one = tables.lock(tx, announcement_id)
    if one is None or (one.follow_up_id or 0) != after:
        return NoSuch()
    return actions.remind(tx, announcement_id, by, now)


def undeleted(one: Announcement) -> Select[Any] | None:
    """Make a query for those who got what was already on its way when it was recalled; None if it was not."""
    if one.state is not State.RECALLED or one.batch_id is None or one.follow_up_id is None:
        return None
    deleted = select(outbox.outbox.c.person_id).where(outbox.outbox.c.batch_id == one.follow_up_id)
    return outbox.delivered(BatchId(one.batch_id)).where(outbox.outbox.c.person_id.not_in(deleted))


def recall(tx: Connection, announcement_id: AnnouncementId, by: PersonId, now: datetime) -> int | NoSuch:
    """Recall an announcement; of one that is recalled, delete what was on its way then. Return how many messages."""
    one = tables.lock(tx, announcement_id)
    rest = undeleted(one) if one is not None else None
    if one is None or rest is None or one.follow_up_id is None:
        return actions.recall(tx, announcement_id, by, now)
    count = outbox.owe_all(tx, BatchId(one.follow_up_id), rest, now, now, urgent=True)
    if count:
        batches.reopen(tx, BatchId(one.follow_up_id))
    return count
