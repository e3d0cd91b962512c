"""What follows an announcement that was sent: confirming, reminding, correcting, recalling. One transaction each."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, select

from storage import audit, batches, delivered, groups, outbox, steering
from storage.announcements import rules, tables
from storage.announcements.actions import CHANGING, SENDING, NoSuch
from storage.announcements.rules import Announcement, AnnouncementId, Content, State
from storage.announcements.tables import confirmations
from storage.batches import BatchId, Lane
from storage.outbox import State as Delivery
from storage.people import PersonId
from storage.schema import insert_new_keys


@dataclass(frozen=True, slots=True)
class Confirmed:
    """It is noted that somebody has read it; `first` tells whether only now."""

    first: bool


def send_again(
    tx: Connection, announcement_id: AnnouncementId, state: Delivery, by: PersonId, now: datetime
) -> int | NoSuch:
    """Send again what has `failed`, or what is `uncertain`; return how many."""
    one = _lock_sent(tx, announcement_id)
    if one is None or state not in {Delivery.FAILED, Delivery.UNCERTAIN}:
        return NoSuch()
    batch_id = BatchId(one.batch_id or 0)
    batches.lock(tx, batch_id)
    count = outbox.again(tx, batch_id, state, now, urgent=one.urgent)
    if count:
        batches.reopen(tx, batch_id)
        audit.note(tx, by, "send_again", {"announcement": one.id, "state": state, "count": count}, now)
    return count


def confirm(
    tx: Connection, announcement_id: AnnouncementId, person_id: PersonId, message_id: int | None, now: datetime,
    group: tuple[int, int] | None = None,
) -> Confirmed | NoSuch:  # fmt: skip
    """Note that somebody has read it, as the message of that number, in a `group` (chat, topic) if it is there.

    Who can tap it has got it: an uncertain delivery is sent.
    """
    one = tables.get(tx, announcement_id)
    whose = delivered.of_person(person_id) if group is None else delivered.of_groups(groups.at(*group))
    if one is None or one.batch_id is None or not delivered.addressed(tx, BatchId(one.batch_id), whose):
        return NoSuch()
    row = {"announcement_id": one.id, "person_id": person_id, "at": now}
    first = insert_new_keys(tx, confirmations, [row], "announcement_id", "person_id")
    delivered.arrived(tx, _batches(tx, one, SENDING), whose, message_id, now)
    return Confirmed(first=bool(first))


def remind(tx: Connection, announcement_id: AnnouncementId, after: int, by: PersonId, now: datetime) -> int | NoSuch:
    """Send it once more to those who got it and have not confirmed it; return how many.

    Two quick taps remind once: not if somebody has done so since the follow-up `after` (0: there was none).
    """
    one = _lock_sent(tx, announcement_id)
    if one is None or not one.asks_to_confirm or (one.follow_up_id or 0) != after:
        return NoSuch()
    whose = silent(one.id, BatchId(one.batch_id or 0))
    return _follow_up(tx, one, Lane.ANNOUNCEMENT, SENDING, {"reminder": True}, whose, by, now)


def silent(announcement_id: AnnouncementId, batch_id: BatchId) -> Select[Any]:
    """Make a query for those who have got an announcement and have not confirmed it."""
    confirmed = select(confirmations.c.person_id).where(confirmations.c.announcement_id == announcement_id)
    message = outbox.outbox.c
    got = message.batch_id == batch_id, message.state == Delivery.SENT, message.person_id.is_not(None)
    return select(message.person_id).where(*got, message.person_id.not_in(confirmed))


def correct(
    tx: Connection, announcement_id: AnnouncementId, content: Content, by: PersonId, now: datetime
) -> int | NoSuch:
    """Change the text of an announcement, and of what was delivered of it; return how many messages that is."""
    one = tables.lock(tx, announcement_id)
    if one is None or one.state not in {State.PLANNED, State.HELD, State.SENT}:
        return NoSuch()
    tables.change(tx, one.id, content={"sl": rules.kept_part(content.sl), "en": rules.kept_part(content.en)})
    if one.state is State.SENT:
        return _change_delivered(tx, one, "edit", by, now)
    audit.note(tx, by, CHANGING, {"announcement": one.id}, now)
    return 0


def recall(tx: Connection, announcement_id: AnnouncementId, by: PersonId, now: datetime) -> int | NoSuch:
    """Delete what was delivered of an announcement, and send no more of it; return how many messages that is.

    Of one that is recalled, what turned out to have arrived after all is deleted.
    """
    one = tables.lock(tx, announcement_id)
    if one is not None and one.state is State.RECALLED:
        return _recall_rest(tx, one, now) or NoSuch()
    if one is None or one.state is not State.SENT:
        return NoSuch()
    for batch_id in _batches(tx, one, SENDING) + _batches(tx, one, CHANGING):
        steering.stop(tx, batch_id, now)
    tables.change(tx, one.id, state=State.RECALLED, pinned=False)
    return _change_delivered(tx, one, "delete", by, now)


def undeleted(one: Announcement) -> Select[Any] | None:
    """Make a query for those of whom it was uncertain, when it was recalled, that they have it; None if it was not."""
    if one.state is not State.RECALLED or one.batch_id is None or one.follow_up_id is None:
        return None
    person = outbox.outbox.c.person_id
    deleted = select(person).where(outbox.outbox.c.batch_id == one.follow_up_id, person.is_not(None))
    return delivered.to(BatchId(one.batch_id)).where(person.not_in(deleted))


def _recall_rest(tx: Connection, one: Announcement, now: datetime) -> int:
    rest = undeleted(one)
    if rest is None or one.follow_up_id is None:
        return 0
    count = outbox.owe_all(tx, BatchId(one.follow_up_id), rest, now, now, urgent=True)
    if count:
        batches.reopen(tx, BatchId(one.follow_up_id))
    return count


def _lock_sent(tx: Connection, announcement_id: AnnouncementId) -> Announcement | None:
    one = tables.lock(tx, announcement_id)
    return one if one and one.state is State.SENT else None


def _batches(tx: Connection, one: Announcement, kind: str) -> list[BatchId]:
    """List its batches of a kind, the last one first; of those in which it went, what was sent at first is the last."""
    about = batches.batches.c.args["announcement"].as_integer() == one.id
    found = select(batches.batches.c.id).where(batches.batches.c.kind == kind, about)
    return [BatchId(number) for number in tx.execute(found.order_by(batches.batches.c.id.desc())).scalars()]


def _change_delivered(tx: Connection, one: Announcement, how: str, by: PersonId, now: datetime) -> int:
    """Have each delivered message changed; the change of what was sent at first is the last, the one to watch."""
    count = 0
    for of in _batches(tx, one, SENDING):
        whose, there = delivered.to(of), delivered.to(of, outbox.outbox.c.group_id)
        count += _follow_up(tx, one, Lane.CHANGE, CHANGING, {"how": how, "of": of}, whose, by, now, in_groups=there)
    return count


def _follow_up(
    tx: Connection, one: Announcement, lane: Lane, kind: str, args: Mapping[str, Any], whose: Select[Any],
    by: PersonId, now: datetime, *, in_groups: Select[Any] | None = None,
) -> int:  # fmt: skip
    """Owe people, and groups if there are any, something more about an announcement."""
    batch_id = batches.add(tx, lane, kind, {"announcement": one.id, **args}, by, now)
    count = outbox.owe_all(tx, batch_id, whose, now, now, urgent=one.urgent or lane is Lane.CHANGE)
    if in_groups is not None:
        count += outbox.owe_groups(tx, batch_id, in_groups, now, now, urgent=True)
    if not count:
        batches.finish(tx, batch_id, now)
    tables.change(tx, one.id, follow_up_id=batch_id)
    audit.note(tx, by, kind, {"announcement": one.id, "batch": batch_id, "count": count}, now)
    return count
