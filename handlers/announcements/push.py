"""What the bot says of its own accord about announcements. Pure, but for what `load` reads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers.announcements.letter import InGroup, corrected, letter
from handlers.context import Bulk
from handlers.reply import Call
from handlers.texts import Say
from storage import batches, delivered
from storage.announcements import actions, tables
from storage.announcements.rules import Announcement
from storage.batches import Batch, BatchId
from storage.database import Tx
from storage.sending import Claimed, Moot, Result, Retry

SOON = timedelta(seconds=1)
"""When a change looks again whether the message has arrived by now."""


@dataclass(frozen=True, slots=True)
class Sending:
    """An announcement that goes out, as a `reminder` if it had gone before."""

    one: Announcement
    reminder: bool


def _batch(tx: Tx, batch_id: BatchId) -> tuple[Announcement, Batch]:
    batch = batches.get(tx, batch_id)
    one = tables.get(tx, batch.args["announcement"]) if batch else None
    if batch is None or one is None:
        raise LookupError("A batch without its announcement.")
    return one, batch


def _load(tx: Tx, batch_id: BatchId, now: datetime) -> Sending:  # noqa: ARG001 - as bulks load
    one, batch = _batch(tx, batch_id)
    return Sending(one, batch.args.get("reminder", False))


def _send(sending: Sending, claimed: Claimed, say: Say, group: InGroup | None = None) -> Sequence[Call]:
    to = claimed.to
    library = to.library or say("office-of-association")
    return letter(sending.one, to.telegram_id, to.first_name, library, say, group, reminder=sending.reminder)


@dataclass(frozen=True, slots=True)
class Changing(Sending):
    """What was sent of it changes as `how` says; `since` are the numbers of what was on its way then, by row."""

    how: str
    since: Mapping[int, Sequence[int] | None]
    now: datetime


def _load_change(tx: Tx, batch_id: BatchId, now: datetime) -> Changing:
    one, batch = _batch(tx, batch_id)
    of = BatchId(batch.args["of"])
    since = delivered.numbers_by_now(tx, batch_id, of)
    return Changing(one, _load(tx, of, now).reminder, batch.args["how"], since, now)


def _change(changing: Changing, claimed: Claimed, say: Say, group: InGroup | None = None) -> Sequence[Call] | Result:
    """Delete what was delivered, or put the text right; `claimed.sent` are the numbers that it has with them."""
    to, numbers = claimed.to, claimed.sent or changing.since.get(claimed.id, ())
    if numbers is None:
        return Retry(changing.now + SOON)
    if not numbers:
        return Moot()
    if changing.how == "delete":
        return [Call("deleteMessage", {"chat_id": to.telegram_id, "message_id": one}, messages=0) for one in numbers]
    library = to.library or say("office-of-association")
    return corrected(
        changing.one, to.telegram_id, numbers[0], to.first_name, library, say, group, reminder=changing.reminder
    )


def _send_in_group(sending: Sending, claimed: Claimed, say: Say, username: str) -> Sequence[Call]:
    return _send(sending, claimed, say, InGroup(claimed.to.thread_id, username))


def _change_in_group(changing: Changing, claimed: Claimed, say: Say, username: str) -> Sequence[Call] | Result:
    return _change(changing, claimed, say, InGroup(claimed.to.thread_id, username))


BULKS = {
    actions.SENDING: Bulk(_load, _send, _send_in_group),
    actions.CHANGING: Bulk(_load_change, _change, _change_in_group),
}
