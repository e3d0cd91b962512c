"""Word of a call to all whom it concerns, in batches: that it is there, how it has changed, that it is over."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, ScalarSelect, Select, and_, case, func, insert, select, update

from storage import batches, due, outbox, sending
from storage.audience import COUNTS
from storage.batches import BatchId, Lane
from storage.calls import books, changes, reach, reminding
from storage.calls.changes import Difference
from storage.calls.rules import DEPENDING, INTENDING, Call, CallId, Content, State
from storage.calls.tables import call_news, call_readers
from storage.due import Due
from storage.news import told_at
from storage.people import PersonId, people

KIND = "call_news"
"""The kind of these batches, and of their messages."""

CHANGED = "call_changed"
"""The kind of due row that tells of changes."""

AT_A_TIME = 10_000
"""So many people are told in one transaction: what others write waits for it."""


class What(StrEnum):
    """What is told."""

    PUBLISHED = "published"
    CHANGED = "changed"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


def key(call_id: CallId) -> str:
    """The key of the due row that tells of changes of a call."""
    return f"{CHANGED}:{call_id}"


def tell_published(tx: Connection, call: Call, now: datetime) -> int:
    """Tell those who are waiting to be told at once that there is a call; return how many they are."""
    chosen = select(call_readers.c.person_id).where(
        call_readers.c.call_id == call.id, call_readers.c.told_version == call.version
    )  # fmt: skip
    return _tell(tx, call, What.PUBLISHED, chosen, now, urgent=not reminding.can_wait(call.content, now))


def changed(tx: Connection, call: Call, now: datetime) -> None:
    """Write down that those who know a call have to be told how it has changed, with what else changes soon."""
    _take_up_again(tx, call, now)
    due.add_or_hasten(tx, _due(call, told_at(now, _ends(tx, call, now))))


def _ends(tx: Connection, call: Call, now: datetime) -> list[datetime]:
    """List when those deadlines end that are to come, of a call as it is and as somebody knows it."""
    known = [call.content, *(books.version(tx, call.id, version) for version in _versions(tx, call))]
    return [ends_at for one in known for deadline in one.deadlines if (ends_at := deadline.when.ends_at) > now]


def _versions(tx: Connection, call: Call) -> Sequence[int]:
    """List the versions of a call that somebody was told last."""
    here = call_readers.c.call_id == call.id, call_readers.c.told_version.is_not(None)
    return tx.execute(select(call_readers.c.told_version).where(*here).distinct()).scalars().all()


def _due(call: Call, at: datetime) -> Due:
    return Due(key(call.id), CHANGED, at, None, {"call": call.id})


def changed_due(tx: Connection, row: Due, now: datetime) -> None:
    """Tell everybody who knows an earlier version of a call what is another now: once, and only what they rely on.

    Many are told in turns; who has been told knows the version of now.
    """
    call = books.lock(tx, CallId(row.args["call"]))
    if call is None or call.state is not State.OPEN:
        return
    left = call_readers.c.call_id == call.id, call_readers.c.told_version < call.version
    turn = select(call_readers.c.person_id).where(*left).order_by(call_readers.c.person_id)
    following = tx.execute(turn.limit(1).offset(AT_A_TIME)).scalar()
    some = and_(*left) if following is None else and_(*left, call_readers.c.person_id < following)
    for version in sorted(tx.execute(select(call_readers.c.told_version).where(some).distinct()).scalars()):
        what = changes.difference(books.version(tx, call.id, version), call.content)
        _tell_changed(tx, call, version, some, what, now)
        knew = update(call_readers).where(some, call_readers.c.told_version == version)
        tx.execute(knew.values(told_version=call.version))
    if following is not None:
        due.add(tx, [_due(call, row.at)])


def _tell_changed(
    tx: Connection, call: Call, version: int, some: ColumnElement[bool], what: Difference, now: datetime
) -> None:
    """Tell some of those who know a version; those who apply are asked to say that they have seen what is moved."""
    if not what:
        return
    told = _hear(call, version, what).where(some)
    if not what.moved:
        _tell(tx, call, What.CHANGED, told, now, since=version)
        return
    depend = select(people.c.id).where(
        people.c.id == call_readers.c.person_id, reach.in_libraries(call.id, DEPENDING, call.details)
    )  # fmt: skip
    ask = update(call_readers).where(some, _is_reader(call, version), depend.correlate(call_readers).exists())
    tx.execute(ask.values(asked_version=call.version))
    urgent = what.urgent or not reminding.can_wait(call.content, now)
    asked = func.coalesce(call_readers.c.asked_version, 0) == call.version
    for depends, those in ((True, told.where(asked)), (False, told.where(~asked))):
        _tell(tx, call, What.CHANGED, those, now, since=version, depends=depends, urgent=urgent)


def _hear(call: Call, version: int, what: Difference) -> Select[Any]:
    """Make a query for those who know a version and hear of what has changed since.

    Of deadlines all of them do, of the rest those whose library intends something.
    """
    knew = select(call_readers.c.person_id).select_from(call_readers.join(people))
    knew = knew.where(_is_reader(call, version), COUNTS)
    return knew if what.moved else knew.where(reach.in_libraries(call.id, INTENDING, call.details))


def _is_reader(call: Call, version: int) -> ColumnElement[bool]:
    return (call_readers.c.call_id == call.id) & (call_readers.c.told_version == version) & ~call_readers.c.muted


def _holds(call: Call, what: Difference, now: datetime) -> bool:
    """Tell whether a change has still to be told: there is time, or somebody may think that there is."""
    still = (one.before is not None and one.before.when.ends_at > now for one in what.moved)
    return bool(what) and (call.runs(now) or any(still))


@dataclass(frozen=True, slots=True)
class Expected:
    """So many people would be `told`, most of them of this `difference`."""

    difference: Difference
    told: int


def foreseen(tx: Connection, call: Call, content: Content, now: datetime) -> Expected:
    """Find out what would be told, and to how many, if a call were to say something else."""
    after = replace(call, content=content)
    found = []
    for version in _versions(tx, call):
        what = changes.difference(books.version(tx, call.id, version), content)
        count = select(func.count()).select_from(_hear(after, version, what).subquery())
        found.append((tx.execute(count).scalar_one() if _holds(after, what, now) else 0, what))
    told, what = max(found, key=lambda one: one[0], default=(0, Difference()))
    return Expected(what if told else changes.difference(call.content, content), sum(count for count, _ in found))


def tell_over(tx: Connection, call: Call, what: What, now: datetime) -> int:
    """Tell those whose library intended something that a call is closed or withdrawn; return how many they are.

    Nothing else that was to be told of it is.
    """
    due.drop(tx, key(call.id))
    for batch_id in tx.execute(select(call_news.c.batch_id).where(call_news.c.call_id == call.id)).scalars().all():
        if batches.cancel(tx, BatchId(batch_id), now):
            outbox.withdraw_batch(tx, BatchId(batch_id), now)
    return _tell(tx, call, what, _intend(call), now)


def _intend(call: Call) -> Select[Any]:
    """Make a query for those who hear that a call is over before its time."""
    intend = reach.of_libraries(call.id, INTENDING, call.details)
    return intend.where(people.c.id.not_in(reach.muted(call.id)))


def foreseen_over(tx: Connection, call: Call) -> int:
    """Count who would be told that a call is closed or withdrawn."""
    return tx.execute(select(func.count()).select_from(_intend(call).subquery())).scalar_one()


def _tell(
    tx: Connection, call: Call, what: What, told: Select[Any], now: datetime, *, since: int | None = None,
    depends: bool = False, urgent: bool = False,
) -> int:  # fmt: skip
    """Owe everybody who is `told` a message about a call, in one batch; return how many they are."""
    if tx.execute(told.limit(1)).first() is None:
        return 0
    lane = Lane.ANNOUNCEMENT if what is What.PUBLISHED else Lane.CHANGE
    batch_id = batches.add(tx, lane, KIND, {}, call.created_by, now)
    row = {"batch_id": batch_id, "call_id": call.id, "what": what, "since": since, "version": call.version,
           "depends": depends}  # fmt: skip
    tx.execute(insert(call_news).values(row))
    return outbox.owe_all(tx, batch_id, told, now, now, urgent=urgent)


def _take_up_again(tx: Connection, call: Call, now: datetime) -> None:
    """Take back word of earlier changes that has not been sent, so that the new word says it all.

    Whoever has not been sent yet that the call is there will read it as it stands then. What is on its way goes on.
    """
    here = call_news.c.call_id == call.id
    for news in tx.execute(select(call_news).where(here).order_by(call_news.c.batch_id)).all():
        waits = outbox.held(tx, news.batch_id)
        mine = update(call_readers).where(call_readers.c.call_id == call.id, call_readers.c.person_id.in_(waits))
        if news.what == What.PUBLISHED:
            tx.execute(mine.values(told_version=call.version))
        elif news.what == What.CHANGED:
            asked = case(
                (call_readers.c.asked_version > news.since, _asked(call, news.since)),
                else_=call_readers.c.asked_version,
            )
            knew = mine.where(call_readers.c.told_version > news.since)
            tx.execute(knew.values(told_version=news.since, asked_version=asked))
            outbox.withdraw_batch(tx, news.batch_id, now)
            sending.finish_if_over(tx, news.batch_id, now)


def _asked(call: Call, until: int) -> ScalarSelect[Any]:
    """Find which version a reader was last asked to have seen, of those until one, in a message that has gone."""
    gone = outbox.outbox.c.person_id == call_readers.c.person_id, outbox.outbox.c.state != outbox.State.WITHDRAWN
    here = call_news.c.call_id == call.id, call_news.c.depends, call_news.c.version <= until
    joined = call_news.join(outbox.outbox, outbox.outbox.c.batch_id == call_news.c.batch_id)
    chosen = select(func.max(call_news.c.version)).select_from(joined).where(*here, *gone)
    return chosen.correlate(call_readers).scalar_subquery()


def take_back_from(tx: Connection, call_id: CallId, person_id: PersonId, now: datetime) -> None:
    """Let what waits for a person about a call not go."""
    mine = select(call_news.c.batch_id).where(call_news.c.call_id == call_id)
    outbox.withdraw_from(tx, mine, person_id, now)


@dataclass(frozen=True, slots=True)
class News:
    """What the messages of a batch say: of a call as it stands, since what it has changed, to those who `depend`."""

    what: What
    call: Call
    difference: Difference
    depends: bool


def facts(tx: Connection, batch_id: BatchId, now: datetime) -> News | None:
    """Find what the messages of a batch say; None when it does not hold any more."""
    row = tx.execute(select(call_news).where(call_news.c.batch_id == batch_id)).one()
    call, what = books.find(tx, CallId(row.call_id)), What(row.what)
    if call is None or (what is What.PUBLISHED and not call.runs(now)):
        return None
    if row.since is None:
        return News(what, call, Difference(), depends=False)
    found = changes.difference(books.version(tx, call.id, row.since), call.content)
    holds = call.state is State.OPEN and _holds(call, found, now)
    return News(what, call, found, row.depends) if holds else None
