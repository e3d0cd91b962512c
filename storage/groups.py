"""Groups and topics of their forums that announcements may go to, once an administrator has said so there."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NewType

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    ForeignKey,
    RowMapping,
    Select,
    String,
    Table,
    UniqueConstraint,
    delete,
    exists,
    insert,
    select,
    update,
)

from storage import audit
from storage.outbox import outbox
from storage.people import PersonId, people
from storage.schema import Id, Moment, metadata

GroupId = NewType("GroupId", int)

LANGUAGE = "sl"
TITLE_AT_MOST = 120

ASKED_KEPT = timedelta(days=30)
"""So long a group waits to be let in: anybody can bring the bot into any number of them."""

groups = Table(
    "groups",
    metadata,
    Column("id", Id, primary_key=True),
    Column("telegram_id", BigInteger, nullable=False),
    Column("thread_id", BigInteger, nullable=False),
    Column("title", String(TITLE_AT_MOST), nullable=False),
    Column("language", String(2), nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("confirmed_by", Id, ForeignKey(people.c.id, ondelete="SET NULL")),
    Column("confirmed_at", Moment),
    Column("left_at", Moment),
    UniqueConstraint("telegram_id", "thread_id"),
)

_LETS_IN = (groups.c.confirmed_at.is_not(None), groups.c.left_at.is_(None))
_NEVER_IN = (groups.c.confirmed_at.is_(None), ~exists().where(outbox.c.group_id == groups.c.id))
"""What went to a group that had been let in before is seen by its row."""


@dataclass(frozen=True, slots=True)
class Group:
    """A group, or with a `thread_id` other than 0 a topic of its forum. Its Telegram number may change."""

    id: GroupId
    telegram_id: int
    thread_id: int
    title: str
    language: str
    confirmed_at: datetime | None
    left_at: datetime | None

    @property
    def lets_in(self) -> bool:
        """Whether announcements may go there."""
        return self.confirmed_at is not None and self.left_at is None


@dataclass(frozen=True, slots=True)
class NoSuchGroup:
    """The bot is not in that group."""


def group_of(row: RowMapping) -> Group:
    """Read a row of `groups`."""
    return Group(
        GroupId(row["id"]), row["telegram_id"], row["thread_id"], row["title"], row["language"], row["confirmed_at"],
        row["left_at"],
    )  # fmt: skip


def asked(tx: Connection, telegram_id: int, thread_id: int, title: str, now: datetime, *, anew: bool = False) -> Group:
    """Note that the bot asks whether announcements may go there; `anew` if it has only now come in (again)."""
    here = groups.c.telegram_id == telegram_id, groups.c.thread_id == thread_id
    known = tx.execute(select(groups).where(*here).with_for_update()).mappings().first()
    values: dict[str, Any] = {"title": title[:TITLE_AT_MOST], "left_at": None}
    if known is None:
        values |= {"telegram_id": telegram_id, "thread_id": thread_id, "language": LANGUAGE, "asked_at": now}
        return group_of(tx.execute(insert(groups).values(values).returning(groups)).mappings().one())
    if anew or known["left_at"] is not None or known["confirmed_at"] is None:
        values |= {"asked_at": now, "confirmed_by": None, "confirmed_at": None}
    return group_of(tx.execute(update(groups).where(*here).values(values).returning(groups)).mappings().one())


def confirm(tx: Connection, group_id: GroupId, telegram_id: int, by: PersonId, now: datetime) -> Group | NoSuchGroup:
    """Let announcements go to a group that has this Telegram number; whoever confirmed it first stays on record."""
    here = groups.c.id == group_id, groups.c.telegram_id == telegram_id, groups.c.left_at.is_(None)
    new = update(groups).where(*here, groups.c.confirmed_at.is_(None)).values(confirmed_by=by, confirmed_at=now)
    if tx.execute(new).rowcount:
        audit.note(tx, by, "confirm_group", {"group": group_id}, now)
    row = tx.execute(select(groups).where(*here)).mappings().first()
    return group_of(row) if row else NoSuchGroup()


def left(tx: Connection, telegram_id: int, now: datetime) -> None:
    """Note that the bot is no longer in a group, nor in any topic of it; what was never let in is forgotten."""
    here = groups.c.telegram_id == telegram_id
    tx.execute(delete(groups).where(here, *_NEVER_IN))
    tx.execute(update(groups).where(here, groups.c.left_at.is_(None)).values(left_at=now))


def tidy(tx: Connection, now: datetime) -> None:
    """Forget the groups that nobody has let in for long."""
    tx.execute(delete(groups).where(groups.c.asked_at < now - ASKED_KEPT, *_NEVER_IN))


def migrated(tx: Connection, old: int, new: int) -> None:
    """Note a group's new Telegram number.

    Word of the new one may have come first, as of another group: then that is kept if it is confirmed, and gets what
    was on its way to the old one, so that nothing goes there twice.
    """
    for row in tx.execute(select(groups).where(groups.c.telegram_id == old).with_for_update()).mappings().all():
        there = groups.c.telegram_id == new, groups.c.thread_id == row["thread_id"]
        twin = tx.execute(select(groups).where(*there).with_for_update()).mappings().first()
        here = groups.c.id == row["id"]
        if twin is not None and twin["confirmed_at"] is not None:
            _hand_over(tx, row["id"], twin["id"])
            tx.execute(delete(groups).where(here))
            continue
        tx.execute(delete(groups).where(*there))
        tx.execute(update(groups).where(here).values(telegram_id=new, left_at=None))


def _hand_over(tx: Connection, old: int, new: int) -> None:
    """Let what was owed to one be owed to the other, unless the same is owed to it already."""
    other = outbox.alias()
    same = exists().where(other.c.group_id == new, other.c.batch_id == outbox.c.batch_id)
    tx.execute(update(outbox).where(outbox.c.group_id == old, ~same).values(group_id=new))


def confirmed(tx: Connection) -> list[Group]:
    """List the groups that announcements may go to."""
    rows = tx.execute(select(groups).where(*_LETS_IN).order_by(groups.c.title, groups.c.id)).mappings()
    return [group_of(row) for row in rows]


def get(tx: Connection, group_id: int) -> Group | None:
    """Find a group that announcements may go to."""
    row = tx.execute(select(groups).where(groups.c.id == group_id, *_LETS_IN)).mappings().first()
    return group_of(row) if row else None


def chosen(ids: Any) -> Select[Any]:  # noqa: ANN401 - ids or an SQL expression
    """Make a query for those of the groups that announcements may go to."""
    return select(groups.c.id).where(groups.c.id.in_(ids), *_LETS_IN)


def at(telegram_id: int, thread_id: int) -> Select[Any]:
    """Make a query for the number of the group, or topic, that has this place at Telegram."""
    return select(groups.c.id).where(groups.c.telegram_id == telegram_id, groups.c.thread_id == thread_id)
