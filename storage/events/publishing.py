"""Events are published, changed and called off: one transaction each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, insert, or_, select, update

from storage import audit
from storage.events import books, news, notices, rules, waiting
from storage.events.rules import (
    CalledOff,
    Event,
    EventCancelled,
    EventDetails,
    EventId,
    Problem,
    SeriesId,
)
from storage.events.seats import State
from storage.events.tables import event_series, events, registrations
from storage.local_time import LJUBLJANA, resolve_late
from storage.people import PersonId

SERIES_AT_MOST = 30


@dataclass(frozen=True, slots=True)
class Published:
    """Members see the event, and the others of its series."""

    event: Event
    others: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class NotYet:
    """The event cannot be published, or be so, as it is."""

    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class TooFew:
    """So many seats are taken or offered, in all or by the people of one library: there cannot be fewer."""

    taken: int
    of_library: bool = False


@dataclass(frozen=True, slots=True)
class Changed:
    """The event is so now: so many who come will be told in some minutes, and so many are offered a seat."""

    event: Event
    told: int
    offers: int


@dataclass(frozen=True, slots=True)
class Unchanged:
    """It is so already."""

    event: Event


@dataclass(frozen=True, slots=True)
class NoSuch:
    """There is no such event, or it has changed since."""


@dataclass(frozen=True, slots=True)
class CallingOff:
    """What became of calling an event off, and how many people are told."""

    outcome: EventCancelled
    event: Event
    told: int


def publish(
    tx: Connection, by: PersonId | None, details: EventDetails, now: datetime, also: Sequence[datetime] = (),
    beside: EventId | None = None,
) -> Published | NotYet:  # fmt: skip
    """Let members see an event; with `also`, the starts of others like it, as a series, `beside` an event if named."""
    every = [details, *(moved(details, start) for start in also)]
    if problems := [problem for one in every for problem in rules.check(one, now)]:
        return NotYet(tuple(dict.fromkeys(problems)))
    series = None if beside is None else _series_of(tx, beside, now)
    if also and series is None:
        series = _new_series(tx, now)
    made = []
    for one in every:
        event = books.add_event(tx, one, by, now, series)
        audit.note(tx, by, "publish_event", {"event": event.id}, now)
        made.append(event)
    return Published(made[0], tuple(made[1:]))


def _new_series(tx: Connection, now: datetime) -> SeriesId:
    new = insert(event_series).values(created_at=now).returning(event_series.c.id)
    return SeriesId(tx.execute(new).scalar_one())


def _series_of(tx: Connection, event_id: EventId, now: datetime) -> SeriesId | None:
    """Find the series of an event; one that is of none begins one. None if there is no such event, or it is off."""
    event = books.lock(tx, event_id)
    if event is None or event.cancelled or event.series is not None:
        return None if event is None or event.cancelled else event.series
    series = _new_series(tx, now)
    tx.execute(update(events).where(events.c.id == event_id).values(series_id=series))
    return series


def moved(details: EventDetails, starts_at: datetime) -> EventDetails:
    """Move an event to another start; registration opens when it did, all else moves along on the wall clock."""
    before = details.starts_at
    return replace(
        details, starts_at=starts_at, ends_at=along(details.ends_at, before, starts_at),
        closes_at=along(details.closes_at, before, starts_at),
        free_until=details.free_until and along(details.free_until, before, starts_at),
    )  # fmt: skip


def along(moment: datetime, before: datetime, starts_at: datetime) -> datetime:
    """Move a moment along with the start; an hour of its own on another day stays, the end of a day above all."""
    start, wall, to = _wall(before), _wall(moment), _wall(starts_at)
    own_hour = wall.date() != start.date() and wall.time() != start.time()
    return resolve_late(wall + (to.date() - start.date() if own_hour else to - start))


def _wall(moment: datetime) -> datetime:
    return moment.astimezone(LJUBLJANA).replace(tzinfo=None)


def change(
    tx: Connection, event_id: EventId, version: int, details: EventDetails, by: PersonId, now: datetime
) -> Changed | Unchanged | NotYet | TooFew | NoSuch | CallingOff:
    """Let an event be otherwise than in `version`: reminders and the list move, those who rely on it are told."""
    event = books.lock(tx, event_id)
    if event is None or event.version != version:
        return NoSuch()
    over = rules.cancel_event(event, now)
    if not isinstance(over, CalledOff):
        return CallingOff(over, event, 0)
    if details == event.details:
        return Unchanged(event)
    moved = details.starts_at != event.details.starts_at
    if problems := check_change(event, details, now):
        return NotYet(tuple(problems))
    if (few := _too_few(tx, event, details, now)) is not None:
        return few
    after = books.change_event(tx, event, details, by, now)
    speakers = registrations.c.event_id == event_id, registrations.c.speaks
    tx.execute(update(registrations).where(*speakers).values(counts=details.speakers_count))
    audit.note(tx, by, "change_event", {"event": event_id, "version": after.version}, now)
    if (details.starts_at, details.leads) != (event.details.starts_at, event.details.leads):
        notices.move_reminders(tx, after, now)
    if moved:
        waiting.moved(tx, after, now)
    if news.relied_on(event.details) != news.relied_on(details):
        news.changed(tx, after, now)
    offers = waiting.settle(tx, after, now)
    return Changed(after, news.expected(tx, event_id, details).told, len(offers))


def check_change(event: Event, details: EventDetails, now: datetime) -> list[Problem]:
    """List what stops an event from being so; of what is past already, only a start that moves there."""
    moved = details.starts_at != event.details.starts_at
    lasting = [one for one in rules.IN_THE_PAST if not (moved and one is Problem.IN_THE_PAST)]
    return [one for one in rules.check(details, now) if one not in lasting]


def _too_few(tx: Connection, event: Event, details: EventDetails, now: datetime) -> TooFew | None:
    """Tell whether there would be fewer seats than are taken or offered, with or without the speakers'."""
    speaks = registrations.c.speaks
    counts = or_(speaks, registrations.c.counts) if details.speakers_count else registrations.c.counts & ~speaks
    taken, by_library = books.free(tx, event.id, now, counts)
    if details.capacity < taken:
        return TooFew(taken)
    most = max(by_library.values(), default=0)
    if details.per_library is not None and details.per_library < most:
        return TooFew(most, of_library=True)
    return None


def cancel_event(tx: Connection, event_id: EventId, by: PersonId, now: datetime) -> CallingOff | NoSuch:
    """Call an event off: neither reminder nor offer holds any more, and all who are in are told, once."""
    event = books.lock(tx, event_id)
    if event is None:
        return NoSuch()
    outcome = rules.cancel_event(event, now)
    if not isinstance(outcome, CalledOff):
        return CallingOff(outcome, event, 0)
    tx.execute(update(events).where(events.c.id == event_id).values(cancelled_at=now, version=events.c.version + 1))
    offered = registrations.c.event_id == event_id, registrations.c.state == State.OFFERED
    tx.execute(update(registrations).where(*offered).values(state=State.WAITING, offer_ends_at=None))
    audit.note(tx, by, "cancel_event", {"event": event_id}, now)
    notices.take_back(tx, event_id)
    waiting.drop(tx, event_id)
    news.drop(tx, event_id, now)
    cancelled = replace(event, cancelled=True, version=event.version + 1)
    return CallingOff(outcome, cancelled, notices.tell_cancelled(tx, cancelled, books.everybody(tx, event_id), now))


def of_series(tx: Connection, series: SeriesId, now: datetime) -> list[Event]:
    """List the events of a series that are still to come, in order."""
    to_come = events.c.series_id == series, events.c.starts_at > now, events.c.cancelled_at.is_(None)
    rows = tx.execute(select(events).where(*to_come).order_by(events.c.starts_at, events.c.id)).mappings()
    return [books.event_of(row) for row in rows]
