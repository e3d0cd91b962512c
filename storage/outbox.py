"""Messages that the bot owes people of its own accord: one row for each, from the promise to the result.

Telegram has no idempotency key. So a row is `sending`, committed, before the request leaves; if what became of the
request is not known, the row is `uncertain` and is never sent again by itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, NewType

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    delete,
    func,
    select,
    update,
)

from storage.people import PersonId, people
from storage.schema import Id, Moment, insert_new, metadata

MessageKey = NewType("MessageKey", str)


class State(StrEnum):
    """Where a message is."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    RETRY = "retry"
    BLOCKED = "blocked"
    FAILED = "failed"
    UNCERTAIN = "uncertain"


outbox = Table(
    "outbox",
    metadata,
    Column("id", Id, primary_key=True),
    Column("key", String(120), nullable=False, unique=True),
    Column("person_id", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("kind", String(40), nullable=False),
    Column("args", JSON, nullable=False),
    Column("state", String(10), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("not_before", Moment, nullable=False),
    Column("message_id", BigInteger),
    Column("reason", Text),
    Column("created_at", Moment, nullable=False),
    Column("settled_at", Moment),
    Index(None, "state", "not_before"),
    Index(None, "person_id"),
)


@dataclass(frozen=True, slots=True)
class Owed:
    """A message of `kind` to one person, not before a moment; of the same `key` there is never a second one."""

    key: MessageKey
    person_id: PersonId
    kind: str
    args: Mapping[str, Any]
    not_before: datetime


@dataclass(frozen=True, slots=True)
class Claimed:
    """A message that is about to be sent, for the `attempts`-th time."""

    id: int
    person_id: PersonId
    telegram_id: int
    language: str
    kind: str
    args: Mapping[str, Any]
    attempts: int


@dataclass(frozen=True, slots=True)
class Sent:
    """Telegram took it."""

    message_id: int


@dataclass(frozen=True, slots=True)
class Retry:
    """It did not leave, or was turned away for now."""

    not_before: datetime


@dataclass(frozen=True, slots=True)
class Blocked:
    """The person has blocked the bot."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Telegram will not have it, in its own words."""

    reason: str


@dataclass(frozen=True, slots=True)
class Uncertain:
    """It left, and nobody knows whether it arrived."""

    reason: str


@dataclass(frozen=True, slots=True)
class Moot:
    """What it would say no longer holds: nothing is sent and nothing kept."""


Result = Sent | Retry | Blocked | Refused | Uncertain | Moot


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


def withdraw(tx: Connection, keys_like: str, person_id: PersonId | None = None) -> None:
    """Take back what has not been sent; `keys_like` is an SQL pattern."""
    unsent = outbox.c.state.in_([State.PENDING, State.RETRY])
    statement = delete(outbox).where(outbox.c.key.like(keys_like), unsent)
    if person_id is not None:
        statement = statement.where(outbox.c.person_id == person_id)
    tx.execute(statement)


def claim(tx: Connection, now: datetime, limit: int) -> list[Claimed]:
    """Take up to `limit` messages that may go now; they are `sending` from here on."""
    ready = (
        select(outbox.c.id)
        .where(outbox.c.state.in_([State.PENDING, State.RETRY]), outbox.c.not_before <= now)
        .order_by(outbox.c.not_before, outbox.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    ids = list(tx.execute(ready).scalars())
    if not ids:
        return []
    tx.execute(update(outbox).where(outbox.c.id.in_(ids)).values(state=State.SENDING, attempts=outbox.c.attempts + 1))
    rows = tx.execute(
        select(
            outbox.c.id,
            outbox.c.person_id,
            people.c.telegram_id,
            people.c.language,
            outbox.c.kind,
            outbox.c.args,
            outbox.c.attempts,
        )
        .join(people)
        .where(outbox.c.id.in_(ids))
        .order_by(outbox.c.not_before, outbox.c.id)
    )
    return [Claimed(*row) for row in rows]


def settle(tx: Connection, results: Mapping[int, Result], now: datetime) -> None:
    """Write what became of the messages that were claimed."""
    for row_id, result in results.items():
        if isinstance(result, Moot):
            tx.execute(delete(outbox).where(outbox.c.id == row_id))
            continue
        tx.execute(update(outbox).where(outbox.c.id == row_id).values(**_values(result, now)))
        if isinstance(result, Blocked):
            person = select(outbox.c.person_id).where(outbox.c.id == row_id).scalar_subquery()
            tx.execute(update(people).where(people.c.id == person).values(blocked_at=now))


def _values(result: Sent | Retry | Blocked | Refused | Uncertain, now: datetime) -> dict[str, Any]:
    match result:
        case Sent(message_id):
            return {"state": State.SENT, "message_id": message_id, "settled_at": now}
        case Retry(not_before):
            return {"state": State.RETRY, "not_before": not_before}
        case Blocked():
            return {"state": State.BLOCKED, "settled_at": now}
        case Refused(reason):
            return {"state": State.FAILED, "reason": reason, "settled_at": now}
        case Uncertain(reason):
            return {"state": State.UNCERTAIN, "reason": reason, "settled_at": now}


def recover(tx: Connection, now: datetime) -> int:
    """After a crash: what was being sent is uncertain. Return how many."""
    return tx.execute(
        update(outbox)
        .where(outbox.c.state == State.SENDING)
        .values(state=State.UNCERTAIN, reason="the program ended while it was being sent", settled_at=now)
    ).rowcount


def counts(tx: Connection) -> dict[State, int]:
    """Count the messages in each state that there is."""
    rows = tx.execute(select(outbox.c.state, func.count()).group_by(outbox.c.state))
    return {State(state): count for state, count in rows}


def next_at(tx: Connection) -> datetime | None:
    """Tell when the next message may go."""
    return tx.execute(
        select(func.min(outbox.c.not_before)).where(outbox.c.state.in_([State.PENDING, State.RETRY]))
    ).scalar()


def tidy(tx: Connection, before: datetime) -> None:
    """Drop what was settled before a moment."""
    tx.execute(delete(outbox).where(outbox.c.settled_at < before))


def about(tx: Connection, person_id: PersonId) -> list[dict[str, Any]]:
    """List the messages kept about a person, for the person."""
    rows = tx.execute(
        select(outbox.c.kind, outbox.c.state, outbox.c.created_at, outbox.c.settled_at)
        .where(outbox.c.person_id == person_id)
        .order_by(outbox.c.id)
    ).mappings()
    return [dict(row) for row in rows]
