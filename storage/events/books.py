"""Reading and writing the rows of events and registrations: what every action needs."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, bindparam, case, func, insert, select, update

from storage.events import plain
from storage.events.questions import Answers
from storage.events.rules import Event, EventDetails, EventId, Kind, Lead, RegistrationId, SeriesId
from storage.events.seats import Mine, Offer, Roll, State, Waits
from storage.events.tables import ACTIVE, event_versions, events, registrations
from storage.local_time import LJUBLJANA
from storage.people import LibraryId, PersonId, people
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
_NOW = bindparam("now", type_=Moment)
_HOLDS = registrations.c.counts & (
    (registrations.c.state == State.SEATED)
    | ((registrations.c.state == State.OFFERED) & (registrations.c.offer_ends_at > _NOW))
)
_WAITS = registrations.c.state == State.WAITING
_ROLL = select(
    func.count(case((_HOLDS, 1))),
    func.count(case((_HOLDS & (registrations.c.library_id == bindparam("library")), 1))),
    func.count(case((_WAITS, 1))),
    func.count(case((_WAITS & (registrations.c.id <= bindparam("mine")), 1))),
).where(registrations.c.event_id == bindparam("event"), ACTIVE)
_MINE = select(
    registrations.c.id, registrations.c.state, registrations.c.offer_ends_at, registrations.c.checked_in_at,
    registrations.c.library_id,
).where(
    registrations.c.event_id == bindparam("event"), registrations.c.person_id == bindparam("person"), ACTIVE
)  # fmt: skip
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
    asked = {"event": event_id, "library": library, "mine": 0 if row is None else row.id, "now": now}
    taken, of_library, waiting, position = tx.execute(_ROLL, asked).one()
    if row is None:
        return Roll(taken, None, of_library, waiting)
    state = State(row.state)
    place = position if state is State.WAITING else 0
    mine = Mine(RegistrationId(row.id), state, place, row.offer_ends_at, row.checked_in_at is not None)
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


def free(tx: Connection, event_id: EventId, now: datetime) -> tuple[int, dict[LibraryId, int]]:
    """Count the seats that are taken or held by live offers, and those of each library."""
    chosen = (
        select(registrations.c.library_id, func.count())
        .where(registrations.c.event_id == event_id, ACTIVE, _HOLDS)
        .group_by(registrations.c.library_id)
    )
    counts = {row[0]: row[1] for row in tx.execute(chosen, {"now": now})}
    return sum(counts.values()), {library: count for library, count in counts.items() if library is not None}


def queue(tx: Connection, event_id: EventId) -> list[Waits]:
    """List who waits, in order of arrival."""
    chosen = select(registrations.c.id, registrations.c.library_id).where(
        registrations.c.event_id == event_id, ACTIVE, _WAITS
    )  # fmt: skip
    rows = tx.execute(chosen.order_by(registrations.c.id))
    return [Waits(RegistrationId(row.id), row.library_id) for row in rows]


def overdue(tx: Connection, event_id: EventId, now: datetime) -> list[Offer]:
    """List the offers that are over and have not been answered."""
    chosen = select(registrations.c.id, registrations.c.offer_ends_at).where(
        registrations.c.event_id == event_id, ACTIVE, registrations.c.state == State.OFFERED,
        registrations.c.offer_ends_at <= now,
    )  # fmt: skip
    return [Offer(RegistrationId(row.id), row.offer_ends_at) for row in tx.execute(chosen.order_by(registrations.c.id))]


def settle(tx: Connection, registration_id: RegistrationId, state: State, **values: Any) -> None:  # noqa: ANN401 - columns
    """Write what has become of somebody's seat or place."""
    tx.execute(update(registrations).where(registrations.c.id == registration_id).values(state=state, **values))


def everybody(tx: Connection, event_id: EventId) -> list[PersonId]:
    """List who has a seat, an offer or a place, in order of arrival; none of them leaves until the transaction ends."""
    rows = tx.execute(
        select(people.c.id)
        .join(registrations, registrations.c.person_id == people.c.id)
        .where(registrations.c.event_id == event_id, ACTIVE)
        .order_by(registrations.c.id)
        .with_for_update(read=True, key_share=True, of=people)
    )
    return [PersonId(one) for one in rows.scalars()]


def with_taken() -> Select[Any]:
    """Start a query for events with `taken`, the number of their seats that are taken or offered."""
    taken = (
        select(func.count())
        .where(
            registrations.c.event_id == events.c.id,
            ACTIVE,
            registrations.c.counts,
            registrations.c.state != State.WAITING,
        )
        .correlate(events)
        .scalar_subquery()
        .label("taken")
    )
    return select(events, taken)


def state_of(person_id: PersonId) -> Any:  # noqa: ANN401 - an SQL expression
    """What the person has at the event of a query for events: a seat, an offer, a place; NULL for nothing."""
    return (
        select(registrations.c.state)
        .where(registrations.c.event_id == events.c.id, registrations.c.person_id == person_id, ACTIVE)
        .correlate(events)
        .scalar_subquery()
    )
