"""Messages that the bot owes people and groups of its own accord: one row for each, from the promise to the result.

Telegram has no idempotency key. So a row is `sending`, committed, before the request leaves; if what became of the
request is not known, the row is `uncertain` and is never sent again by itself. How rows are sent: storage/sending.py.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, NewType

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    ColumnElement,
    Connection,
    ForeignKey,
    Index,
    Integer,
    Select,
    String,
    Subquery,
    Table,
    Text,
    and_,
    case,
    cast,
    delete,
    func,
    insert,
    literal,
    select,
    update,
)

from storage.batches import BatchId, Progress, batches
from storage.local_time import quiet_until
from storage.people import QUIET_FROM, QUIET_TO, PersonId, people
from storage.schema import Id, Moment, insert_new, metadata

MessageKey = NewType("MessageKey", str)


class State(StrEnum):
    """Where a message is. `not_before` is set while it waits, pending or to be tried again, and only then."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    RETRY = "retry"
    BLOCKED = "blocked"
    FAILED = "failed"
    UNCERTAIN = "uncertain"
    WITHDRAWN = "withdrawn"


TO_GO = frozenset({State.PENDING, State.RETRY, State.SENDING})
"""Where messages are that have still to go, or are on their way."""


outbox = Table(
    "outbox",
    metadata,
    Column("id", Id, primary_key=True),
    Column("key", String(120), nullable=False, unique=True),
    Column("batch_id", Id, ForeignKey(batches.c.id)),
    Column("person_id", Id, ForeignKey("people.id", ondelete="CASCADE")),
    Column("group_id", Id, ForeignKey("groups.id", ondelete="CASCADE")),
    Column("kind", String(40), nullable=False),
    Column("args", JSON, nullable=False),
    Column("state", String(10), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("not_before", Moment),
    Column("sender", String(32)),
    Column("message_ids", JSON),
    Column("reason", Text),
    Column("created_at", Moment, nullable=False),
    Column("settled_at", Moment),
    Index(None, "batch_id", "not_before"),
    Index(None, "batch_id", "state"),
    Index(None, "person_id"),
    CheckConstraint("(person_id IS NULL) <> (group_id IS NULL)", name="one_recipient"),
)
Index("ix_outbox_group_id", outbox.c.group_id, sqlite_where=outbox.c.group_id.is_not(None),
      postgresql_where=outbox.c.group_id.is_not(None))  # fmt: skip
Index("ix_outbox_sending", outbox.c.sender, sqlite_where=outbox.c.state == State.SENDING,
      postgresql_where=outbox.c.state == State.SENDING)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Owed:
    """A message of `kind` to one person, not before a moment; of the same `key` there is never a second one."""

    key: MessageKey
    person_id: PersonId
    kind: str
    args: Mapping[str, Any]
    not_before: datetime


def owe(tx: Connection, messages: Sequence[Owed], now: datetime) -> None:
    """Promise messages; those whose key is there already are not promised again."""
    rows = [
        {
            "key": message.key,
            "person_id": message.person_id,
            "kind": message.kind,
            "args": dict(message.args),
            "state": State.PENDING,
            "attempts": 0,
            "not_before": message.not_before,
            "created_at": now,
        }
        for message in messages
    ]
    insert_new(tx, outbox, rows, "key")


def owe_all(
    tx: Connection, batch_id: BatchId, recipients: Select[Any], at: datetime, now: datetime, *, urgent: bool = False
) -> int:
    """Promise each of `recipients`, a query for ids of people, the message of a batch; return how many they are.

    It goes `at` a moment, or when the person's quiet hours are over if it is not `urgent`. The query may give the
    numbers of messages beside the ids: those that the batch is to change.
    """
    chosen = recipients.subquery()
    whose = people.join(chosen, chosen.c[0] == people.c.id)
    hours = [] if urgent else tx.execute(select(people.c.quiet_from, people.c.quiet_to).distinct()).all()
    quiet = [(and_(people.c.quiet_from == row.quiet_from, people.c.quiet_to == row.quiet_to), literal(until, Moment))
             for row in hours if (until := quiet_until(at, row.quiet_from, row.quiet_to))]  # fmt: skip
    moment = case(*quiet, else_=literal(at, Moment)) if quiet else literal(at, Moment)
    key = literal(f"batch:{batch_id}:") + cast(people.c.id, String)
    row = {**_promise(batch_id, key, chosen, moment, now, urgent=urgent), "person_id": people.c.id}
    rows = select(*row.values()).select_from(whose).order_by(people.c.id)
    return tx.execute(insert(outbox).from_select(list(row), rows)).rowcount


def owe_groups(
    tx: Connection, batch_id: BatchId, recipients: Select[Any], at: datetime, now: datetime, *, urgent: bool = False
) -> int:
    """Promise each of `recipients`, a query for ids of groups, the message of a batch; return how many they are.

    The quiet hours are those that people begin with. The query may give the numbers of messages, as for people.
    """
    chosen = recipients.subquery()
    moment = at if urgent else quiet_until(at, QUIET_FROM, QUIET_TO) or at
    key = literal(f"batch:{batch_id}:g") + cast(chosen.c[0], String)
    row = {**_promise(batch_id, key, chosen, literal(moment, Moment), now, urgent=urgent), "group_id": chosen.c[0]}
    rows = select(*row.values()).order_by(chosen.c[0])
    return tx.execute(insert(outbox).from_select(list(row), rows)).rowcount


def _promise(
    batch_id: BatchId,
    key: ColumnElement[str],
    chosen: Subquery,
    moment: ColumnElement[datetime],
    now: datetime,
    *,
    urgent: bool,
) -> dict[str, Any]:
    """Make the columns of a row that waits, without whose it is; what is not urgent is held at night, however late."""
    return {
        "key": key,
        "batch_id": literal(batch_id),
        "kind": select(batches.c.kind).where(batches.c.id == batch_id).scalar_subquery(),
        "args": literal({"urgent": True} if urgent else {}, JSON),
        "state": literal(State.PENDING),
        "attempts": literal(0),
        "not_before": moment,
        "created_at": literal(now, Moment),
        **({"message_ids": chosen.c[1]} if len(chosen.c) > 1 else {}),
    }


def withdraw(tx: Connection, keys_like: str, person_id: PersonId | None = None) -> int:
    """Take back what has not been sent outside batches, and return how much that was; `keys_like` is an SQL pattern.

    What waits outside batches is in the index, and little; the patterns themselves would be looked for everywhere.
    """
    waits = outbox.c.batch_id.is_(None), outbox.c.not_before.is_not(None)
    statement = delete(outbox).where(*waits, outbox.c.key.like(keys_like))
    if person_id is not None:
        statement = statement.where(outbox.c.person_id == person_id)
    return tx.execute(statement).rowcount


def held(tx: Connection, batch_id: BatchId) -> Select[Any]:
    """Let nothing that waits of a batch go until the transaction ends; return a query for those whose it is."""
    waits = outbox.c.batch_id == batch_id, outbox.c.not_before.is_not(None)
    rows = select(outbox.c.id).where(*waits).order_by(outbox.c.id).with_for_update().subquery()
    tx.execute(select(func.count()).select_from(rows))
    return select(outbox.c.person_id).where(*waits)


def withdraw_batch(tx: Connection, batch_id: BatchId, now: datetime) -> None:
    """Let what waits of a batch not go."""
    waits = outbox.c.batch_id == batch_id, outbox.c.not_before.is_not(None)
    tx.execute(update(outbox).where(*waits).values(state=State.WITHDRAWN, not_before=None, settled_at=now))


def withdraw_from(tx: Connection, of: Sequence[BatchId], person_id: PersonId, now: datetime) -> set[BatchId]:
    """Let what waits for a person of some batches not go; return of which something did."""
    waits = outbox.c.batch_id.in_(of), outbox.c.person_id == person_id, outbox.c.not_before.is_not(None)
    gone = update(outbox).where(*waits).values(state=State.WITHDRAWN, not_before=None, settled_at=now)
    return {BatchId(one) for one in tx.execute(gone.returning(outbox.c.batch_id)).scalars()}


def again(tx: Connection, batch_id: BatchId, state: State, now: datetime, *, urgent: bool) -> int:
    """Promise anew what is in a `state` at which it would stay; return how many."""
    chosen = select(outbox.c.id, people.c.quiet_from, people.c.quiet_to)
    chosen = chosen.outerjoin(people, people.c.id == outbox.c.person_id)
    rows = tx.execute(chosen.where(outbox.c.batch_id == batch_id, outbox.c.state == state)).all()
    for row in rows:
        quiet = (QUIET_FROM, QUIET_TO) if row.quiet_from is None else (row.quiet_from, row.quiet_to)
        moment = now if urgent else quiet_until(now, *quiet) or now
        values = {"state": State.PENDING, "not_before": moment, "attempts": 0, "reason": None, "settled_at": None}
        tx.execute(update(outbox).where(outbox.c.id == row.id).values(values))
    return len(rows)


def counts(tx: Connection, batch_id: BatchId | None = None) -> dict[State, int]:
    """Count the messages in each state that there is, of one batch or of all."""
    statement = select(outbox.c.state, func.count()).group_by(outbox.c.state)
    if batch_id is not None:
        statement = statement.where(outbox.c.batch_id == batch_id)
    return {State(state): count for state, count in tx.execute(statement)}


_first = select(func.min(outbox.c.not_before))
_NEXT_OF_BATCHES = select(
    func.min(_first.where(outbox.c.batch_id == batches.c.id).correlate(batches).scalar_subquery())
).where(batches.c.progress == Progress.RUNNING)
_NEXT_ALONE = _first.where(outbox.c.batch_id.is_(None))


def next_at(tx: Connection) -> datetime | None:
    """Tell when the next message may go."""
    moments = [tx.execute(query).scalar() for query in (_NEXT_ALONE, _NEXT_OF_BATCHES)]
    return min((moment for moment in moments if moment is not None), default=None)


def tidy(tx: Connection, before: datetime, of_batches_before: datetime) -> None:
    """Drop what was settled before a moment; what belongs to batches before another one.

    From the rows of a batch it can be told who was to get it, and who got it, so they are kept longer.
    """
    over = case((outbox.c.batch_id.is_(None), literal(before, Moment)), else_=literal(of_batches_before, Moment))
    tx.execute(delete(outbox).where(outbox.c.settled_at < over))


def about(tx: Connection, person_id: PersonId) -> list[dict[str, Any]]:
    """List the messages kept about a person, for the person."""
    rows = tx.execute(
        select(outbox.c.kind, outbox.c.state, outbox.c.created_at, outbox.c.settled_at)
        .where(outbox.c.person_id == person_id)
        .order_by(outbox.c.id)
    ).mappings()
    return [dict(row) for row in rows]
