"""Announcements as those who got them find them again."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, and_, func, select

from storage import pages
from storage.announcements import tables
from storage.announcements.rules import Announcement, AnnouncementId, State
from storage.announcements.tables import announcements, confirmations
from storage.membership.search import fold
from storage.outbox import State as Delivery
from storage.outbox import outbox
from storage.pages import Page
from storage.people import PersonId

PAGE = 8

STEM = 5
"""Of a longer word, the last two letters do not count: Slovene declines them away."""


def received(tx: Connection, person_id: PersonId, page: int) -> Page[Announcement]:
    """Read one page; one that is not there any more is the last one."""
    found = _received(person_id)
    total = tx.execute(select(func.count()).select_from(found.order_by(None).subquery())).scalar_one()
    at = pages.place(page, total, PAGE)
    rows = tx.execute(found.limit(PAGE).offset(at.number * PAGE)).mappings()
    return at.of(tuple(map(tables.announcement_of, rows)))


def received_one(tx: Connection, person_id: PersonId, announcement_id: AnnouncementId) -> Announcement | None:
    """Find an announcement that somebody got."""
    row = tx.execute(_received(person_id).where(announcements.c.id == announcement_id)).mappings().first()
    return tables.announcement_of(row) if row else None


def find(tx: Connection, person_id: PersonId, language: str, text: str) -> Page[Announcement]:
    """Find the announcements in which all words of a text stand, in spite of diacritics and endings."""
    words = [word[: max(STEM, len(word) - 2)] for word in fold(text).split()]
    every = map(tables.announcement_of, tx.execute(_received(person_id)).mappings() if words else ())
    found = [one for one in every if _holds(words, one.content.part(language).plain)]
    return Page(tuple(found[:PAGE]), 0, 1, len(found))


def _holds(words: Sequence[str], plain: str) -> bool:
    spaced = " " + fold(plain)
    return all(" " + word in spaced for word in words)


def _received(person_id: PersonId) -> Select[Any]:
    """Choose what somebody got and was not recalled, the newest first."""
    arrived = outbox.c.state.in_([Delivery.SENT, Delivery.UNCERTAIN])
    return (
        select(announcements)
        .join(outbox, outbox.c.batch_id == announcements.c.batch_id)
        .where(outbox.c.person_id == person_id, arrived, announcements.c.state == State.SENT)
        .order_by(announcements.c.sent_at.desc(), announcements.c.id.desc())
    )


def about(tx: Connection, person_id: PersonId) -> list[dict[str, Any]]:
    """List the announcements that were for a person, what became of them and when it was confirmed, for the person."""
    theirs = and_(confirmations.c.announcement_id == announcements.c.id, confirmations.c.person_id == person_id)
    rows = tx.execute(
        select(announcements, outbox.c.state.label("delivery"), outbox.c.settled_at, confirmations.c.at)
        .join(outbox, outbox.c.batch_id == announcements.c.batch_id)
        .outerjoin(confirmations, theirs)
        .where(outbox.c.person_id == person_id)
        .order_by(outbox.c.id)
    ).mappings()
    return [
        {
            "announcement": tables.announcement_of(row).content.part("sl").plain,
            "delivery": row["delivery"],
            "at": row["settled_at"],
            "confirmed_at": row["at"],
        }
        for row in rows
    ]
