"""Reading and writing the rows of events and registrations: what every action needs."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Select,
    and_,
    bindparam,
    case,
    func,
    insert,
    or_,
    select,
    update,
)

from storage.events import plain
from storage.events.questions import Answers
from storage.events.rules import Event, EventDetails, EventId, Kind, Lead, RegistrationId, SeriesId
from storage.events.seats import Mine, Offer, Roll, State, Waits
from storage.events.tables import ACTIVE, event_versions, events, registrations
from storage.local_time import LJUBLJANA
from storage.people import LibraryId, PersonId
from storage.schema import Moment


def event_of(row: RowMapping) -> Event:
    """Read a row of `events`."""
    details = EventDetails(
        kind=Kind(row["kind"]),
        title_sl=row["title_sl"],
        title_en=row["title_en"],
        description_sl=row["description_sl"],
        description_en=row["description_en"],
        starts_at=row["starts_at"],
        ends_at=row["ends_at"],
        place=row["place"],
        link=row["link"],
        capacity=row["capacity"],
        closes_at=row["closes_at"],
        opens_at=row["opens_at"],
        free_until=row["free_until"],
        per_library=row["per_library"],
        speakers=tuple(row["speakers"]),
        speakers_count=row["speakers_count"],
        questions=plain.questions(row["questions"]),
        leads=tuple(Lead(lead) for lead in row["leads"]),
        hours=row["hours"],
    )
    series = None if row["series_id"] is None else SeriesId(row["series_id"])
    return Event(EventId(row["id"]), details, row["cancelled_at"] is not None, row["version"], series)


def columns_of(details: EventDetails) -> dict[str, Any]:
    """Lay details out as columns of `events`."""
    return {
        **{column: getattr(details, column) for column in EventDetails.__slots__},
        "speakers": list(details.speakers),
        "questions": plain.of_questions(details.questions),
        "leads": list(details.leads),
        "starts_local": _local(details.starts_at),
        "ends_local": _local(details.ends_at),
    }


def add_event(
    tx: Connection, details: EventDetails, by: PersonId | None, now: datetime, series: SeriesId | None = None
) -> Event:
    """Write a new event down."""
    values = {**columns_of(details), "created_by": by, "published_at": now, "version": 1, "series_id": series}
    number = EventId(tx.execute(insert(events).values(values).returning(events.c.id)).scalar_one())
    return _written(tx, Event(number, details, cancelled=False, version=1, series=series), by, now)


def change_event(tx: Connection, event: Event, details: EventDetails, by: PersonId | None, now: datetime) -> Event:
    """Write what an event is now, as its next version."""
    after = replace(event, details=details, version=event.version + 1)
    tx.execute(update(events).where(events.c.id == event.id).values(**columns_of(details), version=after.version))
    return _written(tx, after, by, now)


def _written(tx: Connection, event: Event, by: PersonId | None, now: datetime) -> Event:
    """Keep what people rely on of this version."""
    one = event.details
    values = {"event_id": event.id, "version": event.version, "starts_at": one.starts_at, "ends_at": one.ends_at,
              "place": one.place, "link": one.link, "changed_by": by, "at": now}  # fmt: skip
    tx.execute(insert(event_versions).values(values))
    return event


def _local(moment: datetime) -> str:
    """The time on the wall in Ljubljana, to the minute: what was promised, whatever becomes of summer time."""
    return moment.astimezone(LJUBLJANA).strftime("%Y-%m-%dT%H:%M")


def find(tx: Connection, event_id: EventId) -> Event | None:
    """Find an event."""
    row = tx.execute(select(events).where(events.c.id == event_id)).mappings().first()
    return event_of(row) if row else None


_LOCK = select(events).where(events.c.id == bindparam("event")).with_for_update()
_ONE = registrations.c
_HERE = _ONE.event_id == bindparam("event")


def holding(now: Any, counts: ColumnElement[bool] = _ONE.counts) -> ColumnElement[bool]:  # noqa: ANN401 - or a parameter
    """Whether a registration holds a seat: taken, or by an offer that lives. One that is over has another state."""
    alive = or_(_ONE.state == State.SEATED, _ONE.offer_ends_at > now)
    return and_(_ONE.state.in_((State.SEATED, State.OFFERED)), counts, alive)


WAITS = _ONE.state == State.WAITING
_NOW = bindparam("now", type_=Moment)
_OF_LIBRARY = func.count(case((_ONE.library_id == bindparam("library"), 1)))
_HELD = select(func.count().label("taken"), _OF_LIBRARY.label("of_library")).where(_HERE, holding(_NOW)).subquery()
_LIST = select(func.count()).where(_HERE, WAITS).scalar_subquery()
_PLACE = select(func.count()).where(_HERE, WAITS, _ONE.id <= bindparam("mine")).scalar_subquery()
_ROLL = select(_HELD, _LIST, _PLACE)
_MINE = select(_ONE.id, _ONE.state, _ONE.offer_ends_at, _ONE.checked_in_at, _ONE.library_id, _ONE.speaks).where(
    _HERE, _ONE.person_id == bindparam("person"), ACTIVE
)
_ENTER = insert(registrations).returning(registrations.c.id)
"""What every tap on a registration needs is put together once."""


def lock(tx: Connection, event_id: EventId) -> Event | None:
    """Find an event and let nobody else change it or its seats until the transaction ends."""
    row = tx.execute(_LOCK, {"event": event_id}).mappings().first()
    return event_of(row) if row else None


def roll(tx: Connection, event_id: EventId, person_id: PersonId, library_id: LibraryId | None, now: datetime) -> Roll:
    """Count an event's seats and those who wait, and find what is a person's own."""
    row = tx.execute(_MINE, {"event": event_id, "person": person_id}).first()
    library = library_id if row is None else row.library_id
    waits = 0 if row is None or row.state != State.WAITING else row.id
    asked = {"event": event_id, "library": library, "mine": waits, "now": now}
    taken, of_library, waiting, position = tx.execute(_ROLL, asked).one()
    if row is None:
        return Roll(taken, None, of_library, waiting)
    came = row.checked_in_at is not None
    mine = Mine(RegistrationId(row.id), State(row.state), position, row.offer_ends_at, came, row.speaks)
    return Roll(taken, mine, of_library, waiting)


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody at an event: a person with their library, or a guest."""

    person: PersonId | None
    library: LibraryId | None
    state: State
    answers: Answers = field(default_factory=dict)
    guest: str | None = None
    speaks: bool = False
    by: PersonId | None = None


def enter(tx: Connection, event: Event, one: Entry, now: datetime) -> RegistrationId:
    """Write a seat, or a place in the waiting list, down."""
    values = {
        "event_id": event.id, "person_id": one.person, "library_id": one.library, "state": one.state,
        "answers": dict(one.answers), "guest": one.guest, "speaks": one.speaks, "registered_by": one.by,
        "counts": event.details.speakers_count or not one.speaks, "told_version": event.version, "registered_at": now,
    }  # fmt: skip
    return RegistrationId(tx.execute(_ENTER, values).scalar_one())


def free(
    tx: Connection, event_id: EventId, now: datetime, counts: ColumnElement[bool] = _ONE.counts
) -> tuple[int, dict[LibraryId, int]]:
    """Count the seats that are taken or held by live offers, and those of each library."""
    chosen = select(_ONE.library_id, func.count()).where(_ONE.event_id == event_id, holding(now, counts))
    found = {row[0]: row[1] for row in tx.execute(chosen.group_by(_ONE.library_id))}
    return sum(found.values()), {library: count for library, count in found.items() if library is not None}


def queue(tx: Connection, event_id: EventId, full: Collection[LibraryId] = (), most: int | None = None) -> list[Waits]:
    """List who waits, in order of arrival, without those whose library is `full`, at most so many."""
    chosen = select(_ONE.id, _ONE.library_id).where(_ONE.event_id == event_id, WAITS)
    if full:
        chosen = chosen.where(or_(_ONE.library_id.is_(None), _ONE.library_id.not_in(full)))
    return [Waits(RegistrationId(row.id), row.library_id) for row in tx.execute(chosen.order_by(_ONE.id).limit(most))]


def overdue(tx: Connection, event_id: EventId, now: datetime) -> list[Offer]:
    """List the offers that are over and have not been answered."""
    chosen = select(_ONE.id, _ONE.offer_ends_at).where(
        _ONE.event_id == event_id, _ONE.state == State.OFFERED, _ONE.offer_ends_at <= now
    )
    return [Offer(RegistrationId(row.id), row.offer_ends_at) for row in tx.execute(chosen.order_by(_ONE.id))]


def settle(tx: Connection, registration_id: RegistrationId, state: State, **values: Any) -> None:  # noqa: ANN401 - columns
    """Write what has become of somebody's seat or place."""
    settle_all(tx, [registration_id], state, **values)


def settle_all(tx: Connection, ids: Collection[RegistrationId], state: State, **values: Any) -> None:  # noqa: ANN401
    """Write what has become of seats and places."""
    tx.execute(update(registrations).where(_ONE.id.in_(ids)).values(state=state, **values))


def with_taken(now: datetime) -> Select[Any]:
    """Start a query for events with `taken`, the number of their seats that are taken, or held by live offers."""
    held = select(func.count()).where(_ONE.event_id == events.c.id, holding(now))
    return select(events, held.correlate(events).scalar_subquery().label("taken"))


def state_of(person_id: PersonId) -> Any:  # noqa: ANN401 - an SQL expression
    """What the person has at the event of a query for events: a seat, an offer, a place; NULL for nothing."""
    return (
        select(registrations.c.state)
        .where(registrations.c.event_id == events.c.id, registrations.c.person_id == person_id, ACTIVE)
        .correlate(events)
        .scalar_subquery()
    )


def everybody(tx: Connection, event_id: EventId) -> list[RegistrationId]:
    """List all seats, offers and places, in order of arrival."""
    return list(tx.execute(select(_ONE.id).where(_ONE.event_id == event_id, ACTIVE).order_by(_ONE.id)).scalars())
