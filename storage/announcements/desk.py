"""Announcements as the office looks at them: the list, and the card of one with how it goes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, func, select

from storage import batches, outbox, pages, people
from storage.announcements import afterwards, tables
from storage.announcements.rules import Announcement, AnnouncementId, State
from storage.announcements.tables import announcements, confirmations
from storage.audience import Choose, Size, groups_of, recipients, size
from storage.batches import Batch, BatchId, Progress
from storage.outbox import TO_GO
from storage.outbox import State as Delivery
from storage.outbox import outbox as messages
from storage.pages import Page

PAGE = 8

LATELY = timedelta(minutes=1)
"""How fast it goes is how fast it went for so long."""


@dataclass(frozen=True, slots=True)
class Line:
    """An announcement in the list, and where its batch is, if there is one."""

    one: Announcement
    progress: Progress | None


@dataclass(frozen=True, slots=True)
class Going:
    """A batch and how it goes: messages by state, those that wait for the end of quiet hours, messages per second."""

    batch: Batch
    counts: Mapping[Delivery, int]
    later: int = 0
    later_from: datetime | None = None
    per_second: float = 0

    def count(self, *states: Delivery) -> int:
        """Count the messages in any of these states."""
        return sum(self.counts.get(state, 0) for state in states)

    @property
    def total(self) -> int:
        """The number of all messages."""
        return sum(self.counts.values())

    @property
    def waiting(self) -> int:
        """The number of messages that are still to go."""
        return self.count(*TO_GO)

    @property
    def open(self) -> bool:
        """Whether there is more to come."""
        return self.batch.progress in {Progress.RUNNING, Progress.PAUSED}

    @property
    def left(self) -> timedelta | None:
        """How long it will take, but for those that wait for the end of quiet hours; None if nobody can tell."""
        now = self.waiting - self.later
        if self.batch.progress is not Progress.RUNNING or not self.per_second or now <= 0:
            return None
        return timedelta(seconds=now / self.per_second)


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the card of an announcement shows. `page` is where it stands in the list.

    `size` is how many would get it now, as long as it has not begun. `going` is its own batch, `follow_up` the last one
    that reminds, corrects or deletes. `confirmed` have read it; `silent` have got it and not said so; `undeleted` have
    got what was on its way when it was recalled.
    """

    one: Announcement
    page: int
    writer: str | None
    size: Size | None
    going: Going | None
    follow_up: Going | None
    confirmed: int
    silent: int
    undeleted: int

    @property
    def live(self) -> bool:
        """Whether its card will change by itself: somebody else decides, its hour comes, or it goes."""
        return self.size is not None or self.open

    @property
    def open(self) -> bool:
        """Whether something of it is still to go."""
        return any(going is not None and going.open for going in (self.going, self.follow_up))


def listed(tx: Connection, page: int) -> Page[Line]:
    """List all announcements, the newest first."""
    total = tx.execute(select(func.count()).select_from(announcements)).scalar_one()
    at = pages.place(page, total, PAGE)
    rows = tx.execute(
        select(announcements, batches.batches.c.progress)
        .outerjoin(batches.batches, batches.batches.c.id == announcements.c.batch_id)
        .order_by(announcements.c.id.desc())
        .limit(PAGE)
        .offset(at.number * PAGE)
    ).mappings()
    lines = tuple(
        Line(tables.announcement_of(row), Progress(row["progress"]) if row["progress"] else None) for row in rows
    )
    return at.of(lines)


def card(tx: Connection, kinds: Mapping[str, Choose], announcement_id: AnnouncementId, now: datetime) -> Facts | None:
    """Find all that the card of an announcement shows."""
    one = tables.get(tx, announcement_id)
    if one is None:
        return None
    newer = tx.execute(select(func.count()).where(announcements.c.id > one.id)).scalar_one()
    writer = people.get(tx, one.created_by) if one.created_by is not None else None
    to_come = one.state in {State.PROPOSED, State.PLANNED, State.HELD}
    confirmed = tx.execute(select(func.count()).where(confirmations.c.announcement_id == one.id)).scalar_one()
    return Facts(
        one=one,
        page=newer // PAGE,
        writer=writer.first_name if writer else None,
        size=size(tx, recipients(kinds, one.audience), groups_of(one.audience)) if to_come else None,
        going=_going(tx, one.batch_id, now),
        follow_up=_going(tx, one.follow_up_id, now),
        confirmed=confirmed,
        silent=silent_count(tx, one),
        undeleted=_undeleted(tx, one),
    )


def _going(tx: Connection, batch_id: int | None, now: datetime) -> Going | None:
    batch = None if batch_id is None else batches.get(tx, BatchId(batch_id))
    if batch is None:
        return None
    counts = outbox.counts(tx, batch.id)
    if batch.progress is not Progress.RUNNING:
        return Going(batch, counts)
    mine = messages.c.batch_id == batch.id
    later, later_from = tx.execute(
        select(func.count(), func.min(messages.c.not_before)).where(mine, messages.c.not_before > now + LATELY)
    ).one()
    return Going(batch, counts, later, later_from, _per_second(tx, batch.id, now))


def _per_second(tx: Connection, batch_id: BatchId, now: datetime) -> float:
    """Tell how many messages a second were settled lately."""
    settled = messages.c.settled_at
    lately = messages.c.batch_id == batch_id, messages.c.state != Delivery.WITHDRAWN, settled > now - LATELY
    count, first = tx.execute(select(func.count(), func.min(settled)).where(*lately)).one()
    return count / max(1.0, (now - first).total_seconds()) if count else 0


def silent_count(tx: Connection, one: Announcement) -> int:
    """Count those who have got an announcement and have not confirmed it."""
    if one.batch_id is None or not one.asks_to_confirm:
        return 0
    silent = afterwards.silent(one.id, BatchId(one.batch_id)).subquery()
    return tx.execute(select(func.count()).select_from(silent)).scalar_one()


def _undeleted(tx: Connection, one: Announcement) -> int:
    rest = afterwards.undeleted(one)
    return 0 if rest is None else tx.execute(select(func.count()).select_from(rest.subquery())).scalar_one()
