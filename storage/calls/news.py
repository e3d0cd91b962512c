"""Word of a call to all whom it concerns, in batches: that it is there, how it has changed, that it is over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, case, func, null, select, update

from storage import news, outbox
from storage.audience import COUNTS
from storage.batches import BatchId, Lane
from storage.calls import books, changes, reach, reminding
from storage.calls.changes import Difference
from storage.calls.rules import DEPENDING, INTENDING, Call, CallId, Content, State
from storage.calls.tables import call_readers
from storage.due import Due
from storage.news import Word
from storage.people import people


def _asked_before(word: Word, words: Sequence[Word]) -> Mapping[str, Any]:
    """Find which change readers were asked to have seen before a word: the last one of which they were sent word."""
    asked, since, box = call_readers.c.asked_version, word.since or 0, outbox.outbox.c
    earlier = {one.batch: one.until for one in words if one.args["depends"] and one.until <= since}
    sent = box.person_id == call_readers.c.person_id, box.state != outbox.State.WITHDRAWN
    last = select(func.max(case(earlier, value=box.batch_id))).where(box.batch_id.in_(earlier), *sent)
    before = last.correlate(call_readers).scalar_subquery() if earlier else null()
    return {"asked_version": case((asked > since, before), else_=asked)}


def _ends(tx: Connection, number: int, version: int, now: datetime) -> list[datetime]:
    """List when those deadlines end that are to come."""
    ends = (one.when.ends_at for one in books.version(tx, CallId(number), version).deadlines)
    return [moment for moment in ends if moment > now]


MATTER = news.Matter("call", call_readers, _ends, before=_asked_before)


class What(StrEnum):
    """What is told."""

    PUBLISHED = "published"
    CHANGED = "changed"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


def tell_published(tx: Connection, call: Call, now: datetime) -> int:
    """Tell those who are waiting to be told at once that there is a call; return how many they are."""
    chosen = select(call_readers.c.person_id).where(
        call_readers.c.call_id == call.id, call_readers.c.told_version == call.version
    )  # fmt: skip
    return _say(tx, call, What.PUBLISHED, chosen, now, urgent=not reminding.can_wait(call.content, now))


def changed(tx: Connection, call: Call, now: datetime) -> None:
    """Write down that those who know a call have to be told how it has changed."""
    news.changed(tx, MATTER, call.id, call.version, now)


def changed_due(tx: Connection, row: Due, now: datetime) -> None:
    """Tell everybody who knows an earlier version of a call what is another now, of what they rely on."""
    call = books.lock(tx, CallId(row.args["call"]))
    if call is None or call.state is not State.OPEN:
        return

    def _tell_those(since: int, those: ColumnElement[bool]) -> None:
        what = changes.difference(books.version(tx, call.id, since), call.content)
        if what:
            _tell_changed(tx, call, since, those, what, now)

    news.tell_changed(tx, MATTER, call.version, row, _tell_those)


def _tell_changed(
    tx: Connection, call: Call, since: int, those: ColumnElement[bool], what: Difference, now: datetime
) -> None:
    """Tell those who know a version; those who apply are asked to say that they have seen what is moved."""
    told = _hear(call, those, what)
    if not what.moved:
        _say(tx, call, What.CHANGED, told, now, since=since)
        return
    depend = select(people.c.id).where(
        people.c.id == call_readers.c.person_id, reach.in_libraries(call.id, DEPENDING, call.details)
    )  # fmt: skip
    ask = update(call_readers).where(those, ~call_readers.c.muted, depend.correlate(call_readers).exists())
    tx.execute(ask.values(asked_version=call.version))
    urgent = what.urgent or not reminding.can_wait(call.content, now)
    asked = func.coalesce(call_readers.c.asked_version, 0) == call.version
    for depends, some in ((True, told.where(asked)), (False, told.where(~asked))):
        _say(tx, call, What.CHANGED, some, now, since=since, depends=depends, urgent=urgent)


def _hear(call: Call, those: ColumnElement[bool], what: Difference) -> Select[Any]:
    """Make a query for those of some readers who hear of what has changed.

    Of deadlines all of them do, of the rest those whose library intends something.
    """
    hear = select(call_readers.c.person_id).select_from(call_readers.join(people))
    hear = hear.where(those, ~call_readers.c.muted, COUNTS)
    return hear if what.moved else hear.where(reach.in_libraries(call.id, INTENDING, call.details))


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
    after, found = replace(call, content=content), []
    for version, those in news.known(tx, MATTER, call.id):
        what = changes.difference(books.version(tx, call.id, version), content)
        count = select(func.count()).select_from(_hear(after, those, what).subquery())
        found.append((tx.execute(count).scalar_one() if _holds(after, what, now) else 0, what))
    told, what = max(found, key=lambda one: one[0], default=(0, Difference()))
    return Expected(what if told else changes.difference(call.content, content), sum(count for count, _ in found))


def tell_over(tx: Connection, call: Call, what: What, now: datetime) -> int:
    """Tell those whose library intended something that a call is closed or withdrawn; return how many they are.

    Nothing else that was to be told of it is.
    """
    news.drop(tx, MATTER, call.id, now)
    return _say(tx, call, what, _intend(call), now)


def _intend(call: Call) -> Select[Any]:
    """Make a query for those who hear that a call is over before its time."""
    intend = reach.of_libraries(call.id, INTENDING, call.details)
    return intend.where(people.c.id.not_in(reach.muted(call.id)))


def foreseen_over(tx: Connection, call: Call) -> int:
    """Count who would be told that a call is closed or withdrawn."""
    return tx.execute(select(func.count()).select_from(_intend(call).subquery())).scalar_one()


def _say(
    tx: Connection, call: Call, what: What, told: Select[Any], now: datetime, *, since: int | None = None,
    depends: bool = False, urgent: bool = False,
) -> int:  # fmt: skip
    lane = Lane.ANNOUNCEMENT if what is What.PUBLISHED else Lane.CHANGE
    return news.say(
        tx, MATTER, call.id, since, call.version, told, call.created_by, now, lane=lane, urgent=urgent, what=what,
        depends=depends,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class News:
    """What the messages of a batch say: of a call as it stands, since what it has changed, to those who `depend`."""

    what: What
    call: Call
    difference: Difference
    depends: bool


def facts(tx: Connection, batch_id: BatchId, now: datetime) -> News | None:
    """Find what the messages of a batch say; None when it does not hold any more."""
    word = news.word(tx, batch_id)
    call = books.find(tx, CallId(word.args["call"])) if word else None
    if word is None or call is None:
        return None
    what, since = What(word.args["what"]), word.since
    if since is None:
        return News(what, call, Difference(), depends=False) if what is not What.PUBLISHED or call.runs(now) else None
    before, after = (books.version(tx, call.id, one) for one in (since, word.until))
    found = changes.difference(before, after)
    holds = call.state is State.OPEN and _holds(call, found, now)
    return News(what, call, found, word.args["depends"]) if holds else None


def told_of(tx: Connection, args: Mapping[str, Any]) -> News | None:
    """Find of which call a batch tells what."""
    call = books.find(tx, CallId(args["call"]))
    return None if call is None else News(What(args["what"]), call, Difference(), depends=False)
