"""A workshop, and short ways to let people at it."""

import dataclasses
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, func, select

from storage import due, outbox
from storage.database import Database
from storage.events import actions, publishing, reading, tables
from storage.events import books as rows_of
from storage.events.actions import Answering, NoSuch
from storage.events.feature import FEATURE
from storage.events.publishing import NotYet, Published
from storage.events.rules import Event, EventDetails, EventId, Kind
from storage.events.seats import Accepted, Back, Refused, Registered, State, Unregistered, offer_ends
from storage.local_time import LJUBLJANA
from storage.people import Person, PersonId
from storage.schema import Moment

NOW = datetime(2027, 3, 1, 9, tzinfo=UTC)
START = datetime(2027, 5, 12, 9, 30, tzinfo=LJUBLJANA).astimezone(UTC)
ENDS = offer_ends(START, NOW)
SOON = START - timedelta(hours=2)
WORKSHOP = EventDetails(
    kind=Kind.TRAINING,
    title_sl="Delavnica: Lokalna zbirka na spletu",
    title_en="Workshop: Local collections online",
    description_sl="Od digitalizacije do objave.",
    description_en="From digitising to publishing.",
    starts_at=START,
    ends_at=START + timedelta(hours=4, minutes=30),
    place="Maribor",
    link=None,
    capacity=30,
    closes_at=START - timedelta(days=7),
)


def workshop(**changes: Any) -> EventDetails:
    """The workshop, but for some changes."""
    return dataclasses.replace(WORKSHOP, **changes)


async def publish(books: Database, by: PersonId | None = None, now: datetime = NOW, **changes: Any) -> Event:
    """Publish the workshop, but for some changes."""
    outcome = await books.transact(publishing.publish, by, workshop(**changes), now)
    assert isinstance(outcome, Published)
    return outcome.event


async def register(books: Database, event: Event, person: PersonId, now: datetime = NOW) -> Registered:
    """Let a person ask for a seat."""
    done = await books.transact(actions.register, event.id, person, now)
    assert isinstance(done, actions.Registration)
    return done.outcome


def owed(tx: Connection) -> list[tuple[str, int, datetime]]:
    """What is in the outbox: kind, person and when it may go, or went."""
    columns = outbox.outbox.c
    moment = func.coalesce(columns.not_before, columns.settled_at, type_=Moment)
    rows = tx.execute(select(columns.kind, columns.person_id, moment).order_by(columns.id))
    return [tuple(row) for row in rows]


def to_come(tx: Connection) -> list[datetime]:
    """When the rows in due fall due."""
    return list(tx.execute(select(due.due.c.at).order_by(due.due.c.at)).scalars())


async def fire(books: Database, now: datetime) -> None:
    """Let everything fall due that does by now."""
    while await books.transact(due.fire, FEATURE.on_due, now):
        pass


def seats_taken(tx: Connection, event_id: EventId) -> int:
    """Count the seats by hand."""
    columns = tables.registrations.c
    here = columns.event_id == event_id, columns.cancelled_at.is_(None), columns.state == State.SEATED
    return len(tx.execute(select(columns.id).where(*here)).all())


async def give_up(
    books: Database, event: Event, person: PersonId, now: datetime = NOW, reason: str | None = None
) -> Unregistered:
    """Let a person give up what they have."""
    done = await books.transact(actions.give_up, event.id, person, now, reason)
    assert isinstance(done, actions.Unregistration)
    return done.outcome


async def answer(
    books: Database, how: Callable[..., Answering | NoSuch], event: Event, person: PersonId, now: datetime = NOW
) -> Accepted | Refused | Back:
    """Let a person accept or refuse an offer, or take back that they refused it."""
    done = await books.transact(how, event.id, person, now)
    assert isinstance(done, Answering)
    return done.outcome


def states(tx: Connection, event_id: EventId) -> dict[PersonId, str]:
    """What everybody has at an event who has something, in order of arrival."""
    columns = tables.registrations.c
    here = columns.event_id == event_id, columns.cancelled_at.is_(None)
    rows = tx.execute(select(columns.person_id, columns.state).where(*here).order_by(columns.id))
    return {person: str(state) for person, state in rows}


def waits_in_outbox(tx: Connection) -> list[tuple[str, PersonId, datetime]]:
    """What will be sent: kind, person and when it may go."""
    columns = outbox.outbox.c
    rows = tx.execute(
        select(columns.kind, columns.person_id, columns.not_before)
        .where(columns.not_before.is_not(None))
        .order_by(columns.id)
    )
    return [tuple(row) for row in rows]


async def change(
    books: Database, event: Event, by: PersonId, now: datetime = NOW, **changes: Any
) -> publishing.Changed | publishing.Unchanged | publishing.TooFew | NotYet:
    """Change an event as it stands now."""
    before = await books.read(rows_of.find, event.id)
    assert before is not None
    details = dataclasses.replace(before.details, **changes)
    done = await books.transact(publishing.change, event.id, before.version, details, by, now)
    assert isinstance(done, publishing.Changed | publishing.Unchanged | publishing.TooFew | NotYet)
    return done


def local(*parts: int) -> datetime:
    """A moment on the wall in Ljubljana."""
    return datetime(*parts, tzinfo=LJUBLJANA).astimezone(UTC)  # type: ignore[misc, arg-type] # parts never reach tzinfo


async def of(books: Database, event: Event, *people: Person) -> list[str | None]:
    """What each has at an event."""
    found = await books.read(states, event.id)
    return [found.get(person.id) for person in people]


async def full(books: Database, *people: Person, capacity: int = 1, **changes: Any) -> Event:
    """Publish an event for which so many ask in turn."""
    event = await publish(books, capacity=capacity, **changes)
    for person in people:
        await register(books, event, person.id)
    return event


async def left(books: Database, event: Event, person: Person, now: datetime = NOW) -> tuple[int, int]:
    """How many seats are free, as the card and the list say."""
    card = await books.read(reading.card, event.id, person.id, now)
    page = await books.read(reading.upcoming, person.id, 0, now)
    assert card is not None
    return card.left, page.lines[0].left
