"""What announcements offer to the rest of the books."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import Connection, select

from storage import batches, outbox
from storage.announcements import actions
from storage.announcements.archive import about
from storage.announcements.reading import pinned_for
from storage.audience import Choose
from storage.batches import BatchId
from storage.books import Feature
from storage.people import PersonId, people

APART = timedelta(seconds=1)
"""The pinned ones follow the card that says welcome, and each other, as fast as Telegram lets them into one chat."""


def leave(tx: Connection, person_id: PersonId, now: datetime) -> None:
    """Give up nothing: what is on its way to somebody who left is not sent, and goes with them."""


def join(kinds: Mapping[str, Choose], tx: Connection, person_id: PersonId, now: datetime) -> None:
    """Owe somebody who joins the last pinned announcements that would have been for them.

    They become recipients like all others, so that they can confirm them, are reminded, and found by a recall. Whoever
    joins is awake, whatever the hour. The batch is locked, lest it ends at this very moment.
    """
    them = select(people.c.id).where(people.c.id == person_id)
    for place, one in enumerate(pinned_for(tx, kinds, person_id), 1):
        batch_id = BatchId(one.batch_id or 0)
        batches.lock(tx, batch_id)
        outbox.owe_all(tx, batch_id, them, now + place * APART, now, urgent=True)
        batches.reopen(tx, batch_id)


def feature(kinds: Mapping[str, Choose]) -> Feature:
    """Make the feature, which knows all kinds of choices of who gets a message."""
    return Feature(
        "announcements", on_due={actions.SENDING: partial(actions.fell_due, kinds=kinds)}, leave=leave, about=about,
        join=partial(join, kinds),
    )  # fmt: skip
