"""Announcements as members and the office look at them."""

from collections.abc import Mapping

from sqlalchemy import Connection, select

from storage.announcements import tables
from storage.announcements.rules import Announcement, State
from storage.audience import Choose, recipients
from storage.batches import Progress, batches
from storage.people import PersonId, people

PINNED_AT_MOST = 3
"""So many pinned announcements a newcomer gets."""


def pinned_for(tx: Connection, kinds: Mapping[str, Choose], person_id: PersonId) -> list[Announcement]:
    """List the last pinned announcements that are for a person as they are now, oldest first.

    One that was cancelled on its way goes to nobody any more.
    """
    columns = tables.announcements.c
    pinned = select(tables.announcements).join(batches, batches.c.id == columns.batch_id)
    pinned = pinned.where(columns.pinned, columns.state == State.SENT, batches.c.progress != Progress.CANCELLED)
    found: list[Announcement] = []
    for row in tx.execute(pinned.order_by(columns.sent_at.desc(), columns.id.desc())).mappings().all():
        one = tables.announcement_of(row)
        if tx.execute(recipients(kinds, one.audience).where(people.c.id == person_id)).first():
            found.append(one)
        if len(found) == PINNED_AT_MOST:
            break
    return found[::-1]
