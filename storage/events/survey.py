"""What those who were at an event think of it.

Stars are counted, and what is written is kept by itself: no row ties either to a person, has a time, or an order.
Beside them stands only who has answered, so that each does so once. All rows of an event are written anew with each
answer, so that not even their transactions (which PostgreSQL shows) tell which belong together.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, insert, select, update

from storage import drafts, due, outbox, people
from storage.drafts import Draft, DraftId, Gone, NotYours
from storage.due import Due
from storage.events import books
from storage.events.after_tables import CAME, opinions, raters, ratings
from storage.events.rules import Event, EventId, RegistrationId, reminder_moment
from storage.events.tables import registrations
from storage.local_time import LJUBLJANA, resolve_late
from storage.mixing import mix
from storage.outbox import MessageKey, Owed
from storage.people import PersonId
from storage.schema import insert_new

KIND = "event_survey"
"""The kind of the due row that asks, and of the message."""

FEATURE = "event_opinion"
"""The conversation in which something is written is kept under this name."""

STARS = (1, 2, 3, 4, 5)
AT = time(10)
"""The hour of the day after at which they are asked, local time."""

ASKED_FOR = timedelta(days=30)
"""So long after an event people are asked."""

SHOWN_FROM = 3
"""With fewer answers nobody sees any of them."""

FEW = 5
"""With fewer people asked, what somebody writes may tell who it was."""

TEXT_AT_MOST = 500
"""Characters; escaped, they are as many as a text may hold."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody is asked what they think of an event, as so many are; whether they have `wrote` something."""

    event: Event
    asked: int
    rated: bool
    wrote: bool


@dataclass(frozen=True, slots=True)
class Counted:
    """The stars are counted."""

    asked: Asked


@dataclass(frozen=True, slots=True)
class Kept:
    """What was written is kept."""

    event: Event


@dataclass(frozen=True, slots=True)
class Once:
    """They have answered before."""

    asked: Asked


@dataclass(frozen=True, slots=True)
class NotThere:
    """The event is not over, or they were not there."""


@dataclass(frozen=True, slots=True)
class Results:
    """What was answered: how many gave how many stars, what was written in no order, and how many were there."""

    event: Event
    counts: Mapping[int, int]
    opinions: tuple[str, ...]
    came: int

    @property
    def answers(self) -> int:
        """How many have given stars."""
        return sum(self.counts.values())

    @property
    def tenths(self) -> int:
        """The mean, in tenths of a star, rounded half up; without an answer 0."""
        stars = sum(number * count for number, count in self.counts.items())
        return (20 * stars + self.answers) // (2 * self.answers) if self.answers else 0


@dataclass(frozen=True, slots=True)
class TooFew:
    """There are too few answers to be shown: so many."""

    event: Event
    answers: int
    came: int


def asked_at(ends_at: datetime, now: datetime) -> datetime:
    """Tell when people are asked: at ten on the day after, or if that is past, at the next ten o'clock."""
    day = ends_at.astimezone(LJUBLJANA).date() + timedelta(days=1)
    at = resolve_late(datetime.combine(day, AT))
    while at < now:
        day += timedelta(days=1)
        at = resolve_late(datetime.combine(day, AT))
    return at


def plan(tx: Connection, event: Event, now: datetime) -> None:
    """Write down when those who were there are asked."""
    if now < event.details.ends_at + ASKED_FOR:
        at = asked_at(event.details.ends_at, now)
        due.add(tx, [Due(f"event-survey:{event.id}:{at:%Y%m%d}", KIND, at, None, {"event": event.id})])


def ask_due(tx: Connection, row: Due, now: datetime) -> None:
    """Owe all who were there, and have not been asked, the question; if the event has moved on, later."""
    event = books.lock(tx, EventId(row.args["event"]))
    if event is None or event.cancelled:
        return
    if now < asked_at(event.details.ends_at, event.details.ends_at):
        plan(tx, event, now)
        return
    here = registrations.c.event_id == event.id, CAME, registrations.c.person_id.is_not(None)
    rows = tx.execute(select(registrations.c.person_id).where(*here).order_by(registrations.c.id)).scalars()
    owed = []
    for person in filter(None, (people.get(tx, PersonId(one)) for one in rows.all())):
        at = reminder_moment(now + timedelta(days=1), person.quiet_from, person.quiet_to, now)
        key = MessageKey(f"event-survey:{event.id}:{person.id}")
        owed.append(Owed(key, person.id, KIND, {"event": event.id}, at))
    outbox.owe(tx, owed, now)


def facts(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Asked | None:
    """Find what the question says; None once they have answered, or it turns out that they were not there."""
    asked = _asked(tx, EventId(args["event"]), person_id, now)
    return None if asked is None or asked[0].rated else asked[0]


def _asked(
    tx: Connection, event_id: EventId, person_id: PersonId, now: datetime
) -> tuple[Asked, RegistrationId] | None:
    event = books.find(tx, event_id)
    mine = registrations.c.event_id == event_id, registrations.c.person_id == person_id, CAME
    number = tx.execute(select(registrations.c.id).where(*mine)).scalar()
    if event is None or event.cancelled or number is None or now < event.details.ends_at:
        return None
    wrote = tx.execute(select(raters.c.wrote).where(raters.c.registration_id == number)).scalar()
    asked = came(tx, event_id, registrations.c.person_id.is_not(None))
    return Asked(event, asked, wrote is not None, bool(wrote)), RegistrationId(number)


def came(tx: Connection, event_id: EventId, *which: ColumnElement[bool]) -> int:
    """Count who was there, or `which` of them."""
    here = registrations.c.event_id == event_id, CAME, *which
    return tx.execute(select(func.count()).select_from(registrations).where(*here)).scalar_one()


def rate(
    tx: Connection, event_id: EventId, person_id: PersonId, stars: int, now: datetime
) -> Counted | Once | NotThere:
    """Count the stars that somebody gives; whose they are is written down nowhere."""
    books.lock(tx, event_id)
    found = _asked(tx, event_id, person_id, now)
    if found is None or stars not in STARS:
        return NotThere()
    asked, number = found
    if asked.rated:
        return Once(asked)
    insert_new(tx, ratings, [{"event_id": event_id, "stars": one, "count": 0} for one in STARS], "event_id", "stars")
    given = ratings.c.event_id == event_id, ratings.c.stars == stars
    tx.execute(update(ratings).where(*given).values(count=ratings.c.count + 1))
    tx.execute(insert(raters).values(event_id=event_id, registration_id=number, wrote=False))
    _mix(tx, event_id)
    return Counted(Asked(asked.event, asked.asked, rated=True, wrote=False))


def may_write(tx: Connection, event_id: EventId, person_id: PersonId, now: datetime) -> Asked | Once | NotThere:
    """Find whether somebody may write something: who has given stars, and has not written yet."""
    found = _asked(tx, event_id, person_id, now)
    if found is None or not found[0].rated:
        return NotThere()
    return Once(found[0]) if found[0].wrote else found[0]


def write(
    tx: Connection, draft_id: DraftId, version: int, by: PersonId, now: datetime
) -> Kept | Once | NotThere | NotYours | Gone:
    """Keep what somebody has written, apart from who has; their conversation ends with it."""
    draft = drafts.lock(tx, draft_id, version, by, FEATURE)
    if not isinstance(draft, Draft):
        return draft
    event_id, text = EventId(draft.data["event"]), draft.data.get("text")
    books.lock(tx, event_id)
    found = _asked(tx, event_id, by, now)
    if found is None or not found[0].rated or text is None:
        return NotThere()
    asked, number = found
    drafts.end(tx, draft_id)
    if asked.wrote:
        return Once(asked)
    tx.execute(insert(opinions).values(event_id=event_id, key=secrets.token_hex(16), text=text))
    tx.execute(update(raters).where(raters.c.registration_id == number).values(wrote=True))
    _mix(tx, event_id)
    return Kept(asked.event)


def _mix(tx: Connection, event_id: EventId) -> None:
    for table in (ratings, opinions, raters):
        mix(tx, table, table.c.event_id == event_id)


def results(tx: Connection, event_id: EventId) -> Results | TooFew | None:
    """Find what was answered, if there are answers enough."""
    event = books.find(tx, event_id)
    if event is None:
        return None
    given = select(ratings.c.stars, ratings.c.count.label("number")).where(ratings.c.event_id == event_id)
    counts = {**dict.fromkeys(STARS, 0), **{row.stars: row.number for row in tx.execute(given)}}
    there = came(tx, event_id)
    if sum(counts.values()) < SHOWN_FROM:
        return TooFew(event, sum(counts.values()), there)
    written = select(opinions.c.text).where(opinions.c.event_id == event_id).order_by(opinions.c.key)
    return Results(event, counts, tuple(tx.execute(written).scalars()), there)
