"""Announcements as members and the office look at them."""

from collections.abc import Mapping

from sqlalchemy import Connection, select

from storage.announcements import tables
from storage.announcements.rules import Announcement, State
from storage.audience import Choose, recipients
from storage.people import PersonId, people

PINNED_AT_MOST = 3
"""So many pinned announcements a newcomer gets."""


def pinned_for(tx: Connection, kinds: Mapping[str, Choose], person_id: PersonId) -> list[Announcement]:
    """List the last pinned announcements that are for a person as they are now, oldest first."""
    table = tables.announcements
    pinned = select(table).where(table.c.pinned, table.c.state == State.SENT).order_by(table.c.sent_at.desc())
    found: list[Announcement] = []
    for row in tx.execute(pinned).mappings():
        one = tables.announcement_of(row)
        theirs = recipients(kinds, one.audience).where(people.c.id == person_id)
        if len(found) < PINNED_AT_MOST and tx.execute(theirs).first():
            found.append(one)
    return found[::-1]
