"""Word of a change to all who have a seat or wait: what is another now of what they relied on, once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, func, select, update

from storage import due, news
from storage.batches import BatchId, get
from storage.due import Due
from storage.events import books
from storage.events.rules import Event, EventDetails, EventId, RegistrationId
from storage.events.seats import State
from storage.events.tables import ACTIVE, event_versions, events, registrations

KIND = "event_news"
"""The kind of these batches, and of their messages."""

CHANGED = "event_changed"
"""The kind of due row that tells of changes."""


SOON = timedelta(hours=24)
"""A change so shortly before the start is told at night too."""


class Field(StrEnum):
    """What those who come rely on. Nobody is told of any other."""

    TIME = "time"
    PLACE = "place"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Reliance:
    """What those who come rely on, in one version of an event."""

    starts_at: datetime
    ends_at: datetime
    place: str | None
    link: str | None

    def differs(self, other: "Reliance") -> tuple[Field, ...]:
        """List what is another."""
        time = (self.starts_at, self.ends_at) != (other.starts_at, other.ends_at)
        found = {Field.TIME: time, Field.PLACE: self.place != other.place, Field.LINK: self.link != other.link}
        return tuple(field for field, is_another in found.items() if is_another)


def relied_on(details: EventDetails) -> Reliance:
    """Tell what those who come rely on."""
    return Reliance(details.starts_at, details.ends_at, details.place, details.link)


def _key(event_id: EventId) -> str:
    return f"{CHANGED}:{event_id}"


def subject(event_id: EventId) -> str:
    """Name what the batches are about."""
    return f"event:{event_id}"


def changed(tx: Connection, event: Event, now: datetime) -> None:
    """Write down that those who come have to be told what is another, with what else changes soon.

    Word of earlier changes that has not been sent is taken back: the new word says it all.
    """
    for word in news.words(tx, subject(event.id)):
        since = word.args["since"]
        mine = registrations.c.event_id == event.id, registrations.c.person_id.in_(news.waiting(word.batch))
        tx.execute(
            update(registrations).where(*mine, registrations.c.told_version > since).values(told_version=since)
        )  # fmt: skip
        news.take_back(tx, word.batch, now)
    tell_soon(tx, event, now)


def tell_soon(tx: Connection, event: Event, now: datetime) -> None:
    """Write down that whoever knows an earlier version has to be told what is another, if something is."""
    at = news.told_at(now, [event.details.starts_at, *_known_starts(tx, event)])
    due.add_or_hasten(tx, Due(_key(event.id), CHANGED, at, None, {"event": event.id}))


def _known_starts(tx: Connection, event: Event) -> Sequence[datetime]:
    """List the starts that those know who have to be told."""
    known = select(registrations.c.told_version).where(
        registrations.c.event_id == event.id, ACTIVE, registrations.c.told_version < event.version
    )  # fmt: skip
    here = event_versions.c.event_id == event.id, event_versions.c.version.in_(known)
    return tx.execute(select(event_versions.c.starts_at).where(*here)).scalars().all()


def changed_due(tx: Connection, row: Due, now: datetime) -> None:
    """Tell all who have a seat or wait, and know an earlier version, what is another now."""
    event = books.lock(tx, EventId(row.args["event"]))
    if event is None or event.cancelled or now >= event.details.ends_at:
        return
    here = registrations.c.event_id == event.id, ACTIVE
    known = select(registrations.c.told_version).where(*here, registrations.c.told_version < event.version).distinct()
    for version in sorted(tx.execute(known).scalars()):
        knew, before = (*here, registrations.c.told_version == version), _version(tx, event.id, version)
        if before.differs(relied_on(event.details)):
            urgent = min(before.starts_at, event.details.starts_at) - now < SOON
            for seated in (True, False):
                has_seat = (registrations.c.state == State.SEATED) == seated
                told = select(registrations.c.person_id).where(*knew, registrations.c.person_id.is_not(None), has_seat)
                args = {"event": event.id, "since": version, "until": event.version, "seated": seated}
                news.tell(tx, KIND, subject(event.id), args, told, _by(tx, event.id), now, urgent=urgent)
        tx.execute(update(registrations).where(*knew).values(told_version=event.version))


@dataclass(frozen=True, slots=True)
class Expected:
    """So many would be told, if an event were otherwise, that something is another; so many guests cannot be."""

    told: int = 0
    fields: tuple[Field, ...] = ()
    guests: int = 0


def expected(tx: Connection, event_id: EventId, details: EventDetails) -> Expected:
    """Tell who would be told of what: each what differs from what they were told last."""
    one = registrations.c
    counts = one.told_version, func.count(one.person_id), func.count(one.guest)
    told, guests, found = 0, 0, set[Field]()
    for version, people, outside in tx.execute(
        select(*counts).where(one.event_id == event_id, ACTIVE).group_by(one.told_version)
    ):
        if fields := _version(tx, event_id, version).differs(relied_on(details)):
            told, guests, found = told + people, guests + outside, found | {*fields}
    return Expected(told, tuple(one for one in Field if one in found), guests)


def _by(tx: Connection, event_id: EventId) -> Any:  # noqa: ANN401 - an id
    return tx.execute(select(events.c.created_by).where(events.c.id == event_id)).scalar()


def _version(tx: Connection, event_id: EventId, version: int) -> Reliance:
    here = event_versions.c.event_id == event_id, event_versions.c.version == version
    row = tx.execute(select(event_versions).where(*here)).one()
    return Reliance(row.starts_at, row.ends_at, row.place, row.link)


def take_back_from(tx: Connection, event_id: EventId, seat: RegistrationId, now: datetime) -> None:
    """Let whoever does not come any more not be told of changes."""
    whose = tx.execute(select(registrations.c.person_id).where(registrations.c.id == seat)).scalar()
    if whose is not None:
        news.take_back_from(tx, subject(event_id), whose, now)


def drop(tx: Connection, event_id: EventId, now: datetime) -> None:
    """Let nothing be told of changes any more: the event is off."""
    due.drop(tx, _key(event_id))
    for word in news.words(tx, subject(event_id)):
        news.take_back(tx, word.batch, now)


@dataclass(frozen=True, slots=True)
class News:
    """What the messages of a batch say: what an event is, what it was when they were told last, and to whom it goes."""

    event: Event
    before: Reliance
    fields: tuple[Field, ...]
    seated: bool


def facts(tx: Connection, batch_id: BatchId, now: datetime) -> News | None:
    """Find what the messages of a batch say, as of the version that they tell of; None when it is too late."""
    batch = get(tx, batch_id)
    args: Mapping[str, Any] = batch.args if batch else {}
    event = books.find(tx, EventId(args["event"])) if args else None
    if event is None or event.cancelled or now >= event.details.ends_at:
        return None
    before, after = (_version(tx, event.id, args[which]) for which in ("since", "until"))
    details = replace(
        event.details, starts_at=after.starts_at, ends_at=after.ends_at, place=after.place, link=after.link
    )
    return News(replace(event, details=details), before, before.differs(after), args.get("seated", True))
