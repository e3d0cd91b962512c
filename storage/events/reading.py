"""Events as members and staff look at them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, case, func, select

from storage import pages
from storage.events import books, rules
from storage.events.after_tables import certificates, raters
from storage.events.rules import Event, EventDetails, EventId, Reminder
from storage.events.seats import Mine, Roll, State
from storage.events.swaps import Handed
from storage.events.tables import ACTIVE, OPEN, events, registrations, substitutions
from storage.membership.search import alphabetical
from storage.pages import Page
from storage.people import PersonId, libraries, people

PAGE = 8
RECENT = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Beside:
    """What else a person can do at an event.

    `gives`: they may give their seat to a colleague. `given`: it is for one; `asked`: a colleague's is for them. Until
    `refused_until` they can take back that they refused an offer. At so many `others` of the series they are not in.
    `colleagues` of the library for which they speak have seats. There are so
    many `materials` for them, and if they `attended`, a certificate.
    """

    gives: bool = False
    given: Handed | None = None
    asked: Handed | None = None
    refused_until: datetime | None = None
    others: int = 0
    colleagues: bool = False
    materials: int = 0
    attended: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """An event as one person sees it: the seats taken, how many wait, what is their own, the reminders to come.

    `of_library` of the seats are their library's. What is `beside` is found for whoever opens the card.
    """

    event: Event
    taken: int
    waiting: int
    mine: Mine | None
    reminders: tuple[Reminder, ...]
    of_library: int = 0
    beside: Beside = Beside()

    @property
    def seated(self) -> bool:
        """Whether they have a seat."""
        return self.mine is not None and self.mine.state is State.SEATED

    @property
    def left(self) -> int:
        """The number of free seats."""
        return max(0, self.event.details.capacity - self.taken)

    @property
    def library_full(self) -> bool:
        """Whether the library has all the seats that it may have."""
        most = self.event.details.per_library
        return most is not None and self.of_library >= most


@dataclass(frozen=True, slots=True)
class Line:
    """An event in a list; `state` is what whoever looks has there: a seat, an offer, a place; a colleague's `asked`."""

    event: Event
    taken: int
    state: State | None
    asked: bool = False

    @property
    def mine(self) -> bool:
        """Whether whoever looks has a seat."""
        return self.state is State.SEATED

    @property
    def left(self) -> int:
        """The number of free seats."""
        return max(0, self.event.details.capacity - self.taken)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many seats a person has, in how many lists they wait, and how many seats wait for their answer."""

    seats: int
    waits: int
    answers: int


@dataclass(frozen=True, slots=True)
class LibrarySeats:
    """Who comes from a library (None: from the association's office, or `guests`); `gone` have left it all since."""

    library: str | None
    names: tuple[str, ...]
    gone: int
    guests: bool = False

    @property
    def count(self) -> int:
        """The number of seats."""
        return len(self.names) + self.gone


@dataclass(frozen=True, slots=True)
class Seats:
    """An event and who comes, by library; so many of them are `beside` its seats, as speakers may be."""

    event: Event
    libraries: tuple[LibrarySeats, ...]
    beside: int = 0

    @property
    def taken(self) -> int:
        """The number of seats that are taken."""
        return sum(one.count for one in self.libraries) - self.beside


def card_of(event: Event, roll: Roll, now: datetime) -> Card:
    """Put together what a person sees of an event."""
    reminders = tuple(rules.reminders(event.details, now))
    return Card(event, roll.taken, roll.waiting, roll.mine, reminders, roll.of_library)


def card(tx: Connection, event_id: EventId, person_id: PersonId, now: datetime) -> Card | None:
    """Find an event as a person sees it."""
    event = books.find(tx, event_id)
    return None if event is None else card_of(event, books.roll(tx, event_id, person_id, None, now), now)


def upcoming(tx: Connection, person_id: PersonId, page: int, now: datetime) -> Page[Line]:
    """List the events that are not over yet, the next one first."""
    return _page(tx, _to_come(now).order_by(events.c.starts_at, events.c.id), person_id, page, now)


def mine(tx: Connection, person_id: PersonId, page: int, now: datetime) -> Page[Line]:
    """List the events to come at which a person has a seat, waits, or is to answer, the next one first."""
    found = _to_come(now).where(books.state_of(person_id).is_not(None) | events.c.id.in_(_asked(person_id, now)))
    return _page(tx, found.order_by(events.c.starts_at, events.c.id), person_id, page, now)


def _asked(person_id: PersonId, now: datetime) -> Select[Any]:
    """Choose the events at which a colleague's seat is for a person."""
    return (
        select(registrations.c.event_id)
        .join(substitutions, substitutions.c.registration_id == registrations.c.id)
        .where(substitutions.c.person_id == person_id, OPEN, substitutions.c.ends_at > now,
               ACTIVE, registrations.c.state == State.SEATED)
    )  # fmt: skip


def tally(tx: Connection, person_id: PersonId, now: datetime) -> Tally:
    """Count what a person has at the events to come."""
    live = (registrations.c.state != State.OFFERED) | (registrations.c.offer_ends_at > now)
    chosen = (
        select(registrations.c.state, func.count())
        .join(events, events.c.id == registrations.c.event_id)
        .where(registrations.c.person_id == person_id, ACTIVE, live, *_ahead(now))
        .group_by(registrations.c.state)
    )
    counts = {row[0]: row[1] for row in tx.execute(chosen)}
    asked = select(func.count()).select_from(events).where(events.c.id.in_(_asked(person_id, now)), *_ahead(now))
    answers = counts.get(State.OFFERED, 0) + tx.execute(asked).scalar_one()
    return Tally(counts.get(State.SEATED, 0), counts.get(State.WAITING, 0), answers)


def everything(tx: Connection, person_id: PersonId, page: int, now: datetime) -> Page[Line]:
    """List all events for staff: those to come, the next one first, then those that are over, the last one first."""
    over = events.c.ends_at <= now
    order = (over, case((~over, events.c.starts_at)), events.c.starts_at.desc(), events.c.id)
    found = books.with_taken(now).order_by(*order)
    return _page(tx, found, person_id, page, now)


def _to_come(now: datetime) -> Select[Any]:
    return books.with_taken(now).where(*_ahead(now))


def _ahead(now: datetime) -> tuple[Any, ...]:
    return events.c.ends_at > now, events.c.cancelled_at.is_(None)


def _page(tx: Connection, found: Select[Any], person_id: PersonId, page: int, now: datetime) -> Page[Line]:
    """Read one page; one that is not there any more is the last one."""
    total = tx.execute(select(func.count()).select_from(found.order_by(None).subquery())).scalar_one()
    at = pages.place(page, total, PAGE)
    own = books.state_of(person_id).label("state"), events.c.id.in_(_asked(person_id, now)).label("asked")
    rows = tx.execute(found.add_columns(*own).limit(PAGE).offset(at.number * PAGE)).mappings()
    return at.of(tuple(map(_line, rows)))


def _line(row: RowMapping) -> Line:
    state = None if row["state"] is None else State(row["state"])
    return Line(books.event_of(row), row["taken"], state, bool(row["asked"]))


def recent(tx: Connection, now: datetime) -> dict[int, EventDetails]:
    """List the events to come and those that have just been, the last one first."""
    whole = select(events).where(events.c.ends_at > now - RECENT, events.c.cancelled_at.is_(None))
    rows = tx.execute(whole.order_by(events.c.starts_at.desc(), events.c.id)).mappings()
    return {event.id: event.details for event in map(books.event_of, rows)}


def details(tx: Connection, event_id: int) -> EventDetails | None:
    """Find what an event is."""
    event = books.find(tx, EventId(event_id))
    return event.details if event else None


def seats(tx: Connection, event_id: EventId) -> Seats | None:
    """Find who has a seat, by library in the order of the alphabet, the office last."""
    event = books.find(tx, event_id)
    if event is None:
        return None
    outside = registrations.c.guest.is_not(None) & registrations.c.library_id.is_(None)
    rows = tx.execute(
        select(
            libraries.c.name, func.coalesce(people.c.first_name, registrations.c.guest), outside, registrations.c.counts
        )
        .select_from(registrations.outerjoin(libraries).outerjoin(people, people.c.id == registrations.c.person_id))
        .where(registrations.c.event_id == event_id, ACTIVE, registrations.c.state == State.SEATED)
        .order_by(registrations.c.id)
    )
    groups: dict[tuple[bool, str | None], list[str | None]] = {}
    beside = 0
    for library, name, guest, counts in rows:
        groups.setdefault((bool(guest), library), []).append(name)
        beside += not counts
    ordered = sorted(groups.items(), key=lambda one: (one[0][1] is None, one[0][0], alphabetical(one[0][1] or "")))
    return Seats(event, tuple(_seats_of(library, names, guests=guests) for (guests, library), names in ordered), beside)


def _seats_of(library: str | None, names: list[str | None], *, guests: bool) -> LibrarySeats:
    known = tuple(name for name in names if name is not None)
    return LibrarySeats(library, known, len(names) - len(known), guests)


def about(tx: Connection, person_id: PersonId) -> list[dict[str, Any]]:
    """List a person's registrations, for the person, with all that came of them."""
    one, given = registrations.c, certificates.c
    answered = raters.c.registration_id.is_not(None).label("answered_survey")
    rows = tx.execute(
        select(
            events.c.title_sl,
            events.c.starts_at,
            one.registered_at,
            one.cancelled_at,
            one.checked_in_at,
            one.attended,
            given.id.label("certificate"),
            given.name.label("name_on_certificate"),
            answered,
        )
        .select_from(
            registrations.join(events).outerjoin(certificates).outerjoin(raters, raters.c.registration_id == one.id)
        )
        .where(registrations.c.person_id == person_id)
        .order_by(registrations.c.id)
    )
    return [dict(row) for row in rows.mappings()]
