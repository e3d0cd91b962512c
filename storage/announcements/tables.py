"""Announcements, who has confirmed them, audiences with a name."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Connection,
    ForeignKey,
    Index,
    RowMapping,
    String,
    Table,
    insert,
    select,
    update,
)

from storage.announcements.rules import (
    Announcement,
    AnnouncementId,
    Content,
    Late,
    State,
    button_of,
    choice_of,
    part_of,
)
from storage.batches import batches
from storage.people import people
from storage.schema import Id, Moment, metadata

announcements = Table(
    "announcements",
    metadata,
    Column("id", Id, primary_key=True),
    Column("content", JSON, nullable=False),
    Column("buttons", JSON, nullable=False),
    Column("audience", JSON, nullable=False),
    Column("state", String(10), nullable=False),
    Column("urgent", Boolean, nullable=False),
    Column("pinned", Boolean, nullable=False),
    Column("late", String(10), nullable=False),
    Column("send_at", Moment),
    Column("repeat", JSON),
    Column("created_by", Id, ForeignKey(people.c.id, ondelete="SET NULL")),
    Column("created_at", Moment, nullable=False),
    Column("batch_id", Id, ForeignKey(batches.c.id)),
    Column("follow_up_id", Id, ForeignKey(batches.c.id)),
    Column("sent_at", Moment),
    Index(None, "state"),
    Index(None, "batch_id"),
)

confirmations = Table(
    "confirmations",
    metadata,
    Column("announcement_id", Id, ForeignKey(announcements.c.id), primary_key=True),
    Column("person_id", Id, ForeignKey(people.c.id, ondelete="CASCADE"), primary_key=True),
    Column("at", Moment, nullable=False),
    Index(None, "person_id"),
)

audiences = Table(
    "audiences",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", String(60), nullable=False, unique=True),
    Column("choices", JSON, nullable=False),
)


def announcement_of(row: RowMapping) -> Announcement:
    """Read a row of `announcements`."""
    return Announcement(
        id=AnnouncementId(row["id"]),
        content=Content(part_of(row["content"]["sl"]), part_of(row["content"]["en"])),
        buttons=tuple(map(button_of, row["buttons"])),
        audience=tuple(map(choice_of, row["audience"])),
        state=State(row["state"]),
        urgent=row["urgent"],
        pinned=row["pinned"],
        late=Late(row["late"]),
        send_at=row["send_at"],
        repeat=row["repeat"],
        created_by=row["created_by"],
        created_at=row["created_at"],
        batch_id=row["batch_id"],
        follow_up_id=row["follow_up_id"],
        sent_at=row["sent_at"],
    )


def get(tx: Connection, announcement_id: AnnouncementId) -> Announcement | None:
    """Find an announcement."""
    row = tx.execute(select(announcements).where(announcements.c.id == announcement_id)).mappings().first()
    return announcement_of(row) if row else None


def lock(tx: Connection, announcement_id: AnnouncementId) -> Announcement | None:
    """Find an announcement and let nobody else change it until the transaction ends."""
    chosen = select(announcements).where(announcements.c.id == announcement_id).with_for_update()
    row = tx.execute(chosen).mappings().first()
    return announcement_of(row) if row else None


def add(tx: Connection, values: Mapping[str, Any]) -> Announcement:
    """Write an announcement down."""
    row = tx.execute(insert(announcements).values(values).returning(announcements)).mappings().one()
    return announcement_of(row)


def change(tx: Connection, announcement_id: AnnouncementId, **values: Any) -> None:  # noqa: ANN401 - columns
    """Change columns of an announcement."""
    tx.execute(update(announcements).where(announcements.c.id == announcement_id).values(values))
