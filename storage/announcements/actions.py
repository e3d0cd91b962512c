"""What the office and members do with announcements: one transaction each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from storage import audit, batches, drafts, due, groups, outbox, people
from storage.announcements import drafting, rules, tables
from storage.announcements.drafting import Unfinished, Wanted
from storage.announcements.rules import Announcement, AnnouncementId, State
from storage.announcements.times import Repeat, kept_repeat, next_after, once_more, repeat_of
from storage.audience import Choose, groups_of, recipients
from storage.batches import Lane
from storage.drafts import DraftId, Gone, NotYours
from storage.due import Due
from storage.outbox import MessageKey, Owed
from storage.people import PersonId, Role

SENDING = "announcement"
CHANGING = "announcement_change"
HELD = "announcement_held"
PROPOSED = "announcement_proposed"
"""Kinds of batches, due rows and messages."""


@dataclass(frozen=True, slots=True)
class NoSuch:
    """There is no such announcement, or it is not at a point where this can be done."""


def submit(
    tx: Connection, kinds: Mapping[str, Choose], draft_id: DraftId, version: int, by: PersonId, now: datetime, *,
    approval: bool,
) -> Announcement | Unfinished | NotYours | Gone:  # fmt: skip
    """Make a draft an announcement and send it, plan it, or with `approval` put it before a second pair of eyes."""
    draft = drafts.lock(tx, draft_id, version, by, drafting.FEATURE)
    if not isinstance(draft, drafts.Draft):
        return draft
    wanted = drafting.wanted(draft.data)
    if isinstance(wanted, Unfinished):
        return wanted
    drafts.end(tx, draft_id)
    one = _write(tx, wanted, by, State.PROPOSED, now)
    audit.note(tx, by, "announce", {"announcement": one.id}, now)
    if not approval:
        return _start(tx, kinds, one, now)
    others = [person.id for person in people.with_role(tx, Role.STAFF) if person.id != by]
    _tell(tx, PROPOSED, one, others, now)
    return one


def approve(
    tx: Connection, kinds: Mapping[str, Choose], announcement_id: AnnouncementId, by: PersonId, now: datetime
) -> Announcement | NotYours | NoSuch:
    """Let an announcement go that somebody else has written."""
    one = tables.lock(tx, announcement_id)
    if one is None or one.state is not State.PROPOSED:
        return NoSuch()
    if one.created_by == by:
        return NotYours()
    audit.note(tx, by, "approve_announcement", {"announcement": one.id}, now)
    return _start(tx, kinds, one, now)


def send_held(
    tx: Connection, kinds: Mapping[str, Choose], announcement_id: AnnouncementId, by: PersonId, now: datetime
) -> Announcement | NoSuch:
    """Send now what is planned, or what was late and held."""
    one = tables.lock(tx, announcement_id)
    if one is None or one.state not in {State.HELD, State.PLANNED}:
        return NoSuch()
    due.drop(tx, _key(one.id))
    audit.note(tx, by, "send_announcement", {"announcement": one.id}, now)
    return _go(tx, kinds, one, now, follow=one.state is State.PLANNED)


def withdraw(tx: Connection, announcement_id: AnnouncementId, by: PersonId, now: datetime) -> Announcement | NoSuch:
    """Call off what has not begun; one that repeats ends."""
    one = tables.lock(tx, announcement_id)
    if one is None or one.state not in {State.PROPOSED, State.PLANNED, State.HELD}:
        return NoSuch()
    due.drop(tx, _key(one.id))
    tables.change(tx, one.id, state=State.WITHDRAWN)
    audit.note(tx, by, "withdraw_announcement", {"announcement": one.id}, now)
    return tables.get(tx, one.id) or NoSuch()


def fell_due(tx: Connection, row: Due, now: datetime, kinds: Mapping[str, Choose]) -> None:
    """Send what was planned; what is late goes by its own rule."""
    one = tables.lock(tx, row.args["announcement"])
    if one is None or one.state is not State.PLANNED or one.send_at != row.at:
        return
    match rules.when_late(one.late, row.at, now):
        case rules.Late.SEND:
            _go(tx, kinds, one, now)
        case rules.Late.HOLD:
            tables.change(tx, one.id, state=State.HELD)
            _plan_next(tx, one, now)
            _tell(tx, HELD, one, people.in_charge(tx, one.created_by), now)
        case rules.Late.SKIP:
            tables.change(tx, one.id, state=State.SKIPPED)
            _plan_next(tx, one, now)


def _write(tx: Connection, wanted: Wanted, by: PersonId | None, state: State, now: datetime) -> Announcement:
    return tables.add(tx, {
        "content": {"sl": rules.kept_part(wanted.content.sl), "en": rules.kept_part(wanted.content.en)},
        "buttons": [rules.kept_button(button) for button in wanted.buttons],
        "audience": [rules.kept_choice(choice) for choice in wanted.audience],
        "state": state, "urgent": wanted.urgent, "pinned": wanted.pinned, "late": wanted.late,
        "send_at": wanted.send_at, "repeat": kept_repeat(wanted.repeat) if wanted.repeat else None,
        "created_by": by, "created_at": now,
    })  # fmt: skip


def _start(tx: Connection, kinds: Mapping[str, Choose], one: Announcement, now: datetime) -> Announcement:
    if one.send_at is None or one.send_at <= now:
        return _go(tx, kinds, one, now)
    return _plan(tx, one, one.send_at)


def _plan(tx: Connection, one: Announcement, at: datetime) -> Announcement:
    tables.change(tx, one.id, state=State.PLANNED, send_at=at)
    due.add(tx, [Due(_key(one.id), SENDING, at, None, {"announcement": one.id})])
    return _now(tx, one)


def _go(
    tx: Connection, kinds: Mapping[str, Choose], one: Announcement, now: datetime, *, follow: bool = True
) -> Announcement:
    """Write down who gets it, as they are now; one that repeats leaves its successor behind."""
    batch_id = batches.add(tx, Lane.ANNOUNCEMENT, SENDING, {"announcement": one.id}, one.created_by, now)
    count = outbox.owe_all(tx, batch_id, recipients(kinds, one.audience), now, now, urgent=one.urgent)
    if ids := groups_of(one.audience):
        count += outbox.owe_groups(tx, batch_id, groups.chosen(ids), now, now, urgent=one.urgent)
    if not count:
        batches.finish(tx, batch_id, now)
    tables.change(tx, one.id, state=State.SENT, batch_id=batch_id, sent_at=now)
    if follow:
        _plan_next(tx, one, now)
    return _now(tx, one)


def _plan_next(tx: Connection, one: Announcement, now: datetime) -> None:
    if one.repeat is None:
        return
    rest: Repeat = once_more(repeat_of(one.repeat))
    at = next_after(rest, max(now, one.send_at or now))
    if at is None:
        return
    wanted = Wanted(one.content, one.buttons, one.audience, one.urgent, one.pinned, one.late, at, rest)
    _plan(tx, _write(tx, wanted, one.created_by, State.PLANNED, now), at)


def _tell(tx: Connection, kind: str, one: Announcement, told: Sequence[PersonId], now: datetime) -> None:
    key = f"{kind}:{one.id}:"
    owed = [Owed(MessageKey(f"{key}{person}"), person, kind, {"announcement": one.id}, now) for person in told]
    outbox.owe(tx, owed, now)


def _now(tx: Connection, one: Announcement) -> Announcement:
    return tables.get(tx, one.id) or one


def _key(announcement_id: AnnouncementId) -> str:
    return f"announcement:{announcement_id}"
