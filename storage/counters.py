"""Counts over a window of time: how many strangers came, how often somebody tried an invite."""

from datetime import datetime

from sqlalchemy import BigInteger, Column, Connection, Integer, String, Table, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from storage.schema import Moment, metadata

counters = Table(
    "counters",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("subject", BigInteger, primary_key=True, autoincrement=False),
    Column("count", Integer, nullable=False),
    Column("ends_at", Moment, nullable=False, index=True),
)


def count(tx: Connection, name: str, subject: int, ends_at: datetime, now: datetime) -> int:
    """Count one more and return how many it makes; a window that has ended begins anew and ends at `ends_at`."""
    tx.execute(
        delete(counters).where(counters.c.name == name, counters.c.subject == subject, counters.c.ends_at <= now)
    )
    dialect = sqlite if tx.dialect.name == "sqlite" else postgresql
    statement = dialect.insert(counters).values(name=name, subject=subject, count=1, ends_at=ends_at)
    counted: int = tx.execute(
        statement.on_conflict_do_update(
            index_elements=[counters.c.name, counters.c.subject], set_={"count": counters.c.count + 1}
        ).returning(counters.c.count)
    ).scalar_one()
    return counted


def value(tx: Connection, name: str, subject: int, now: datetime) -> int:
    """Tell how many were counted in the window that is open."""
    found = tx.execute(
        select(counters.c.count).where(counters.c.name == name, counters.c.subject == subject, counters.c.ends_at > now)
    ).scalar()
    return found or 0


def tidy(tx: Connection, now: datetime) -> None:
    """Drop the windows that have ended."""
    tx.execute(delete(counters).where(counters.c.ends_at <= now))
