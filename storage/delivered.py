"""Who has a message that went to many, and the numbers that it has with them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, case, exists, select, update

from storage.batches import BatchId
from storage.outbox import State, outbox
from storage.people import PersonId


def to(batch_id: BatchId, whose: ColumnElement[int | None] = outbox.c.person_id) -> Select[Any]:
    """Make a query for the people, or groups, who have the message of a batch, or a part, and its numbers with them.

    What is on its way may be there in a moment; its numbers are not known yet (`numbers_by_now`).
    """
    on_its_way = outbox.c.state == State.SENDING
    found = select(whose, case((~on_its_way, outbox.c.message_ids)))
    there = on_its_way | outbox.c.message_ids.is_not(None)
    return found.where(outbox.c.batch_id == batch_id, there, whose.is_not(None))


def numbers_by_now(tx: Connection, batch_id: BatchId, of: BatchId) -> dict[int, list[int] | None]:
    """Find the numbers of messages of a batch that were on their way when the other one was to change them.

    By the row of the change, while that is being sent: None if they are still on their way, none if they never came.
    """
    first = outbox.alias()
    same = (first.c.person_id == outbox.c.person_id) | (first.c.group_id == outbox.c.group_id)
    here = outbox.c.batch_id == batch_id, outbox.c.state == State.SENDING, outbox.c.message_ids.is_(None)
    rows = tx.execute(
        select(outbox.c.id, first.c.state, first.c.message_ids)
        .join_from(outbox, first, same)
        .where(*here, first.c.batch_id == of)
    )
    return {row.id: None if row.state == State.SENDING else row.message_ids or [] for row in rows}


def of_person(person_id: PersonId) -> ColumnElement[bool]:
    """Choose what is owed to a person."""
    return outbox.c.person_id == person_id


def of_groups(ids: Select[Any]) -> ColumnElement[bool]:
    """Choose what is owed to groups, by a query for their ids."""
    return outbox.c.group_id.in_(ids)


def addressed(tx: Connection, batch_id: BatchId, whose: ColumnElement[bool]) -> bool:
    """Tell whether a message of a batch was for somebody."""
    return tx.execute(select(exists().where(outbox.c.batch_id == batch_id, whose))).scalar_one()


def arrived(
    tx: Connection, batch_ids: Sequence[BatchId], whose: ColumnElement[bool], message_id: int | None, now: datetime
) -> None:
    """Note that an uncertain message of some batches has arrived, since somebody has it before them.

    If the message of that number is known to be another one, it tells nothing.
    """
    mine = outbox.c.batch_id.in_(batch_ids), whose
    rows = tx.execute(select(outbox.c.id, outbox.c.state, outbox.c.message_ids).where(*mine)).all()
    if any(message_id in (row.message_ids or ()) for row in rows):
        return
    seen = [] if message_id is None else [message_id]
    for row in rows:
        if row.state == State.UNCERTAIN:
            values = {"state": State.SENT, "reason": None, "message_ids": [*(row.message_ids or ()), *seen]}
            tx.execute(update(outbox).where(outbox.c.id == row.id).values(**values, settled_at=now))
