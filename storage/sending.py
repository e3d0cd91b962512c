"""How owed messages are sent: small slices are claimed and committed before anything leaves, then settled.

Several senders may work on the same books. Each says now and then that it is alive; what a dead one had begun is
uncertain, since nobody knows whether it arrived.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import (
    JSON,
    Connection,
    Select,
    bindparam,
    delete,
    exists,
    select,
    update,
)

from storage import budget, cards, groups
from storage import outbox as outboxes
from storage.batches import BatchId, Progress, batches, finish, pause
from storage.cards import Place
from storage.outbox import MessageKey, Owed, State, outbox
from storage.people import id_of, in_charge, people
from storage.recipients import Recipient, recipient_of, with_recipients
from storage.schema import Moment
from storage.senders import SenderId
from storage.watch import Trouble, Watch


@dataclass(frozen=True, slots=True)
class Claimed:
    """A message that is about to be sent, for the `attempts`-th time. `sent` are the parts that have arrived before."""

    id: int
    batch_id: BatchId | None
    kind: str
    args: Mapping[str, Any]
    attempts: int
    sent: Sequence[int]
    to: Recipient


@dataclass(frozen=True, slots=True)
class Sent:
    """Telegram took it, as messages of these numbers; `live`, the last is a card that keeps itself up to date."""

    message_ids: Sequence[int]
    live: bool = False


@dataclass(frozen=True, slots=True)
class Retry:
    """It did not leave, or was turned away for now; parts of it may have arrived, as `message_ids`."""

    not_before: datetime
    message_ids: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Migrated:
    """The group has a new number at Telegram; it is tried there at once."""

    new_chat_id: int


@dataclass(frozen=True, slots=True)
class Blocked:
    """The person has blocked the bot, or it is not in the group any more."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Telegram will not have it, in its own words; parts of it may have arrived before, as `message_ids`."""

    reason: str
    message_ids: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Uncertain:
    """It left, and nobody knows whether it arrived; parts of it had, as `message_ids`."""

    reason: str
    message_ids: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Moot:
    """What it would say no longer holds: nothing is sent and nothing kept."""


Result = Sent | Retry | Migrated | Blocked | Refused | Uncertain | Moot


@dataclass(frozen=True, slots=True)
class Slice:
    """Messages to send now, the first of them in `starts_in` seconds, lest all senders together are too fast."""

    messages: Sequence[Claimed]
    starts_in: float


@dataclass(frozen=True, slots=True)
class Paused:
    """Telegram wants nothing to be sent for so many seconds."""

    seconds: float


def take(tx: Connection, limit: int, gap: float, beside: int, sender: SenderId, now: datetime) -> Slice | Paused:
    """Claim a slice, and the turns for it; calls that went out `beside` have taken theirs already."""
    if pause := budget.paused(tx, now):
        return Paused(pause.total_seconds())
    messages = claim(tx, now, limit, sender)
    budget.reserve(tx, beside, gap, now)
    return Slice(messages, budget.reserve(tx, len(messages), gap, now))


def _ready(of: Any) -> Select[Any]:  # noqa: ANN401 - an SQL expression
    return (
        select(outbox.c.id)
        .where(of, outbox.c.not_before <= bindparam("now", type_=Moment))
        .order_by(outbox.c.not_before, outbox.c.id)
        .limit(bindparam("most"))
        .with_for_update(skip_locked=True)
    )


_READY_ALONE = _ready(outbox.c.batch_id.is_(None))
_READY_OF_BATCH = _ready(outbox.c.batch_id == bindparam("batch"))
_RUNNING = select(batches.c.id, batches.c.lane).where(batches.c.progress == Progress.RUNNING).order_by(
    batches.c.lane, batches.c.id
)  # fmt: skip
_TAKE = (
    update(outbox)
    .where(outbox.c.id.in_(bindparam("ids", expanding=True)))
    .values(state=State.SENDING, attempts=outbox.c.attempts + 1, not_before=None, sender=bindparam("by"))
)
_TAKEN = with_recipients(
    select(outbox.c.id, outbox.c.batch_id, outbox.c.kind, outbox.c.args, outbox.c.attempts, outbox.c.message_ids)
).where(outbox.c.id.in_(bindparam("ids", expanding=True)))


def claim(tx: Connection, now: datetime, limit: int, sender: SenderId | None = None) -> list[Claimed]:
    """Take up to `limit` messages that may go now; they are `sending` from here on.

    Those outside batches go first, then the batches by lane; those of one lane share what there is.
    """
    ids = list(tx.execute(_READY_ALONE, {"now": now, "most": limit}).scalars())
    if len(ids) < limit:
        for _, running in groupby(tx.execute(_RUNNING), lambda row: row.lane):
            waiting = [row.id for row in running]
            for place, batch in enumerate(waiting):
                share = -(-(limit - len(ids)) // (len(waiting) - place))
                ids += tx.execute(_READY_OF_BATCH, {"now": now, "most": share, "batch": batch}).scalars()
    if not ids:
        return []
    tx.execute(_TAKE, {"ids": ids, "by": sender})
    places = {row_id: place for place, row_id in enumerate(ids)}
    rows = sorted(tx.execute(_TAKEN, {"ids": ids}), key=lambda row: places[row.id])
    return [
        Claimed(row.id, row.batch_id, row.kind, row.args, row.attempts, row.message_ids or (), recipient_of(row))
        for row in rows
    ]


_SETTLE = (
    update(outbox)
    .where(outbox.c.id == bindparam("row"))
    .values(
        state=bindparam("to"), not_before=bindparam("again_at", type_=Moment), reason=bindparam("why"),
        message_ids=bindparam("messages", type_=JSON(none_as_null=True)), settled_at=bindparam("at", type_=Moment),
    )
)  # fmt: skip


def settle(tx: Connection, results: Sequence[tuple[Claimed, Result]], now: datetime) -> None:
    """Write what became of messages that were claimed; a batch that is in trouble pauses, one that is over ends."""
    kept = [(one, result) for one, result in results if not isinstance(result, Moot)]
    if kept:
        tx.execute(_SETTLE, [_row(one, result, now) for one, result in kept])
    if moot := [one.id for one, result in results if isinstance(result, Moot)]:
        tx.execute(delete(outbox).where(outbox.c.id.in_(moot)))
    _note(tx, results, now)
    for batch_id in sorted({one.batch_id for one, _ in results if one.batch_id is not None}):
        _look(tx, batch_id, [result for one, result in results if one.batch_id == batch_id], now)


def _note(tx: Connection, results: Sequence[tuple[Claimed, Result]], now: datetime) -> None:
    """Note who does not let the bot in any more, which groups have moved, and which messages are live cards."""
    gone = [one.to for one, result in results if isinstance(result, Blocked) and not one.to.blocked]
    if ids := [to.person_id for to in gone if to.person_id is not None]:
        tx.execute(update(people).where(people.c.id.in_(ids)).values(blocked_at=now))
    for to in gone:
        if to.group_id is not None:
            groups.left(tx, to.telegram_id, now)
    for one, result in results:
        if isinstance(result, Migrated):
            groups.migrated(tx, one.to.telegram_id, result.new_chat_id)
        if isinstance(result, Sent) and result.live and (person := id_of(tx, one.to.telegram_id)):
            cards.keep(tx, Place(one.to.telegram_id, result.message_ids[-1]), person, one.kind, one.args)


def _row(
    one: Claimed, result: Sent | Retry | Migrated | Blocked | Refused | Uncertain, now: datetime
) -> dict[str, Any]:
    row: dict[str, Any] = {"row": one.id, "again_at": None, "why": None, "messages": list(one.sent) or None, "at": now}
    match result:
        case Sent(message_ids, _):
            return {**row, "to": State.SENT, "messages": list(message_ids)}
        case Retry(not_before, message_ids):
            messages = list(message_ids) or row["messages"]
            return {**row, "to": State.RETRY, "again_at": not_before, "at": None, "messages": messages}
        case Migrated():
            return {**row, "to": State.RETRY, "again_at": now, "at": None}
        case Blocked():
            return {**row, "to": State.BLOCKED}
        case Refused(reason, message_ids):
            return {**row, "to": State.FAILED, "why": reason, "messages": list(message_ids) or row["messages"]}
        case Uncertain(reason, message_ids):
            return {**row, "to": State.UNCERTAIN, "why": reason, "messages": list(message_ids) or row["messages"]}


_WATCH = (
    select(batches.c.kind, batches.c.progress, batches.c.watch, batches.c.created_by)
    .where(batches.c.id == bindparam("batch"))
    .with_for_update()
)
_OPEN = select(
    exists().where(outbox.c.batch_id == bindparam("batch"), outbox.c.not_before.is_not(None))
    | exists().where(outbox.c.batch_id == bindparam("batch"), outbox.c.state == State.SENDING)
)


def _look(tx: Connection, batch_id: BatchId, results: Sequence[Result], now: datetime) -> None:
    """See how a batch fares: it may be in trouble, which the office is told, cancelled meanwhile, or over."""
    batch = tx.execute(_WATCH, {"batch": batch_id}).one()
    before = Watch.of(batch.watch)
    watch = before.seen([result.reason if isinstance(result, Refused) else None for result in results
                         if not isinstance(result, Retry | Migrated | Moot)])  # fmt: skip
    here = batches.c.id == batch_id
    if isinstance(watch, Trouble):
        if pause(tx, batch_id, watch.reason):
            kind = trouble_of(batch.kind)
            key = f"{kind}:{batch_id}:{now.timestamp()}"
            told = in_charge(tx, batch.created_by)
            args = {"batch": batch_id}
            outboxes.owe(tx, [Owed(MessageKey(f"{key}:{one}"), one, kind, args, now) for one in told], now)
    elif watch != before:
        tx.execute(update(batches).where(here).values(watch=watch.kept()))
    if batch.progress == Progress.CANCELLED:
        outboxes.withdraw_batch(tx, batch_id, now)
    else:
        finish_if_over(tx, batch_id, now)


def finish_if_over(tx: Connection, batch_id: BatchId, now: datetime) -> None:
    """End a batch of which nothing waits and nothing is on its way."""
    if not tx.execute(_OPEN, {"batch": batch_id}).scalar_one():
        finish(tx, batch_id, now)


def trouble_of(kind: str) -> str:
    """Name the message that tells whoever began a batch of a kind that it has paused itself, with {"batch": id}."""
    return f"{kind}_trouble"
