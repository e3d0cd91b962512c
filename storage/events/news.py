"""Word of a change to all who have a seat or wait: what is another now of what they relied on, once."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from storage import news
from storage.batches import BatchId
from storage.due import Due
from storage.events import books
from storage.events.rules import Event, EventDetails, EventId, RegistrationId
from storage.events.seats import State
from storage.events.tables import ACTIVE, event_versions, events, registrations

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


def _version(tx: Connection, event_id: EventId, version: int) -> Reliance:
    here = event_versions.c.event_id == event_id, event_versions.c.version == version
    row = tx.execute(select(event_versions).where(*here)).one()
    return Reliance(row.starts_at, row.ends_at, row.place, row.link)


def _starts(tx: Connection, number: int, version: int, now: datetime) -> list[datetime]:  # noqa: ARG001 - as matters are
    return [_version(tx, EventId(number), version).starts_at]


MATTER = news.Matter("event", registrations, _starts, ACTIVE)


def changed(tx: Connection, event: Event, now: datetime) -> None:
    """Write down that those who come have to be told what is another."""
    news.changed(tx, MATTER, event.id, event.version, now)


def tell_soon(tx: Connection, event: Event, now: datetime) -> None:
    """Write down that whoever knows an earlier version has to be told what is another."""
    news.soon(tx, MATTER, event.id, event.version, now)


def changed_due(tx: Connection, row: Due, now: datetime) -> None:
    """Tell all who have a seat or wait, and know an earlier version, what is another now."""
    event = books.lock(tx, EventId(row.args["event"]))
    if event is None or event.cancelled or now >= event.details.ends_at:
        return

    def _tell(since: int, those: ColumnElement[bool]) -> None:
        before = _version(tx, event.id, since)
        if before.differs(relied_on(event.details)):
            urgent = min(before.starts_at, event.details.starts_at) - now < SOON
            for seated in (True, False):
                told = select(registrations.c.person_id).where(
                    those, registrations.c.person_id.is_not(None), (registrations.c.state == State.SEATED) == seated
                )  # fmt: skip
                news.say(tx, MATTER, event.id, since, event.version, told, _by(tx, event.id), now, urgent=urgent,
                         seated=seated)  # fmt: skip

    news.tell_changed(tx, MATTER, event.version, row, _tell)


@dataclass(frozen=True, slots=True)
class Expected:
    """So many would be told, if an event were otherwise, that something is another; so many guests cannot be."""

    told: int = 0
    fields: tuple[Field, ...] = ()
    guests: int = 0


def expected(tx: Connection, event_id: EventId, details: EventDetails) -> Expected:
    """Tell who would be told of what: each what differs from what they were told last."""
    counts = select(func.count(registrations.c.person_id), func.count(registrations.c.guest))
    told, guests, found = 0, 0, set[Field]()
    for version, those in news.known(tx, MATTER, event_id):
        if fields := _version(tx, event_id, version).differs(relied_on(details)):
            people, outside = tx.execute(counts.where(those)).one()
            told, guests, found = told + people, guests + outside, found | {*fields}
    return Expected(told, tuple(one for one in Field if one in found), guests)


def _by(tx: Connection, event_id: EventId) -> Any:  # noqa: ANN401 - an id
    return tx.execute(select(events.c.created_by).where(events.c.id == event_id)).scalar()


def take_back_from(tx: Connection, event_id: EventId, seat: RegistrationId, now: datetime) -> None:
    """Let whoever is about to come no more not be told of changes."""
    whose = tx.execute(select(registrations.c.person_id).where(registrations.c.id == seat)).scalar()
    if whose is not None:
        news.take_back_from(tx, MATTER, event_id, whose, now)


def drop(tx: Connection, event_id: EventId, now: datetime) -> None:
    """Let nothing be told of changes any more: the event is off."""
    news.drop(tx, MATTER, event_id, now)


@dataclass(frozen=True, slots=True)
class News:
    """What the messages of a batch say: what an event is, what it was when they were told last, and to whom it goes."""

    event: Event
    before: Reliance
    fields: tuple[Field, ...]
    seated: bool


def facts(tx: Connection, batch_id: BatchId, now: datetime) -> News | None:
    """Find what the messages of a batch say, as of the version that they tell of; None when it is too late."""
    word = news.word(tx, batch_id)
    event = books.find(tx, EventId(word.args["event"])) if word else None
    if word is None or word.since is None or event is None or event.cancelled or now >= event.details.ends_at:
        return None
    before, after = (_version(tx, event.id, which) for which in (word.since, word.until))
    details = replace(
        event.details, starts_at=after.starts_at, ends_at=after.ends_at, place=after.place, link=after.link
    )
    return News(replace(event, details=details), before, before.differs(after), word.args.get("seated", True))
