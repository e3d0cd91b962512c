"""Who sends: each sender says now and then that it is alive; what a dead one had begun is uncertain."""

from datetime import datetime, timedelta
from typing import NewType

from sqlalchemy import Column, Connection, String, Table, delete, select, update

from storage.outbox import State, outbox
from storage.schema import Moment, insert_new, metadata

SenderId = NewType("SenderId", str)

DEAD_AFTER = timedelta(seconds=10)
"""A sender that has not been heard of for so long has ended."""

senders = Table(
    "senders",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("seen_at", Moment, nullable=False),
)


def alive(tx: Connection, sender: SenderId, now: datetime) -> None:
    """Say that a sender works."""
    insert_new(tx, senders, [{"id": sender, "seen_at": now}], "id")
    tx.execute(update(senders).where(senders.c.id == sender).values(seen_at=now))


def recover(tx: Connection, now: datetime, *, all_others: bool) -> int:
    """Find what ended senders had begun; it is uncertain from here on. Return how many.

    With `all_others`, every sender has ended: whoever asks is the only one there is.
    """
    dead = senders.c.seen_at < now - DEAD_AFTER
    tx.execute(delete(senders) if all_others else delete(senders).where(dead))
    lost = outbox.c.sender.is_(None) | outbox.c.sender.not_in(select(senders.c.id))
    return tx.execute(
        update(outbox)
        .where(outbox.c.state == State.SENDING, lost)
        .values(state=State.UNCERTAIN, reason="the program ended while it was being sent", settled_at=now)
    ).rowcount
