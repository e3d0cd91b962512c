"""What announcements offer to the rest of the books."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import Connection, select

from storage import outbox
from storage.announcements import actions
from storage.announcements.reading import pinned_for
from storage.announcements.tables import confirmations
from storage.audience import Choose
from storage.books import Feature
from storage.outbox import MessageKey, Owed
from storage.people import PersonId

PINNED = "announcement_pinned"


def leave(tx: Connection, person_id: PersonId, now: datetime) -> None:
    """Give up nothing: what is on its way to somebody who left is not sent."""


def about(tx: Connection, person_id: PersonId) -> list[dict[str, Any]]:
    """List what a person has confirmed."""
    mine = select(confirmations.c.announcement_id, confirmations.c.at).where(confirmations.c.person_id == person_id)
    return [dict(row) for row in tx.execute(mine.order_by(confirmations.c.at)).mappings()]


def join(kinds: Mapping[str, Choose], tx: Connection, person_id: PersonId, now: datetime) -> None:
    """Owe somebody who joins the last pinned announcements that would have been for them."""
    owed = [
        Owed(MessageKey(f"{PINNED}:{one.id}:{person_id}"), person_id, PINNED, {"announcement": one.id}, now)
        for one in pinned_for(tx, kinds, person_id)
    ]
    outbox.owe(tx, owed, now)


def feature(kinds: Mapping[str, Choose]) -> Feature:
    """Make the feature, which knows all kinds of choices of who gets a message."""
    return Feature(
        "announcements", on_due={actions.SENDING: partial(actions.fell_due, kinds=kinds)}, leave=leave, about=about,
        join=partial(join, kinds),
    )  # fmt: skip
