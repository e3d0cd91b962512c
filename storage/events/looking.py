"""An event as a member opens it: beside the event and its seats, all that they can do there."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, func, select

from storage.events import books, certificates, materials, publishing
from storage.events.certificates import MayHave
from storage.events.reading import Beside, Card, card_of
from storage.events.rules import EventId, RegistrationId
from storage.events.seats import State
from storage.events.substituting import place, swap_of
from storage.events.swaps import Handed, Seat, may_give
from storage.events.tables import ACTIVE, OPEN, registrations, substitutions
from storage.membership.search import alphabetical
from storage.people import Person, PersonId, Role, people

SEATED = ACTIVE & (registrations.c.state == State.SEATED)


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody of a library, and the seat that they have, if they have one."""

    id: PersonId
    name: str
    seat: RegistrationId | None = None


@dataclass(frozen=True, slots=True)
class Giving:
    """A seat that can be given, whose it is, and to whom of the library; `handed` if it is for somebody already."""

    event: EventId
    seat: Seat
    owner: str | None
    handed: Handed | None
    colleagues: tuple[Named, ...]


def look(tx: Connection, event_id: EventId, person: Person, now: datetime) -> Card | None:
    """Find an event as a person sees it who opens it."""
    event = books.find(tx, event_id)
    if event is None:
        return None
    library = person.library.id if person.library else None
    found = card_of(event, books.roll(tx, event_id, person.id, library, now), now)
    there = materials.count(tx, event_id, person.id)
    if event.cancelled or now >= event.details.starts_at:
        attended = isinstance(certificates.may_have(tx, event_id, person.id), MayHave)
        return replace(found, beside=Beside(materials=there, attended=attended))
    own = (registrations.c.person_id == person.id) | (substitutions.c.person_id == person.id)
    handed = _handed(tx, (registrations.c.event_id == event_id) & own, now)
    given = next((one for owner, one in handed if owner == person.id), None)
    asked = next((one for owner, one in handed if owner != person.id), None)
    refused = _refused_until(tx, event_id, person.id, now) if found.mine is None else None
    others = 0 if event.series is None else _others(tx, found, person.id, now)
    gives = found.seated and person.library is not None
    beside = Beside(gives, given, asked, refused, others, _colleagues_come(tx, event_id, person), there)
    return replace(found, beside=beside)


def _handed(tx: Connection, here: ColumnElement[bool], now: datetime) -> list[tuple[PersonId | None, Handed]]:
    """List the seats that are for colleagues, each with whose it is."""
    owner, to = people.alias(), people.alias()
    joined = (
        substitutions.join(registrations, registrations.c.id == substitutions.c.registration_id)
        .join(to, to.c.id == substitutions.c.person_id)
        .outerjoin(owner, owner.c.id == registrations.c.person_id)
    )
    chosen = (
        select(substitutions, registrations.c.person_id.label("owner_id"), owner.c.first_name.label("owner"),
               to.c.first_name.label("name"))
        .select_from(joined)
        .where(here, SEATED, OPEN, substitutions.c.ends_at > now)
        .order_by(substitutions.c.id)
    )  # fmt: skip
    rows = tx.execute(chosen).mappings()
    return [
        (row["owner_id"], Handed(swap_of(row), row["owner"], row["name"], row["asked_by"] != row["owner_id"]))
        for row in rows
    ]


def _refused_until(tx: Connection, event_id: EventId, person_id: PersonId, now: datetime) -> datetime | None:
    """Tell until when a person can take back that they refused an offer."""
    here = registrations.c.event_id == event_id, registrations.c.person_id == person_id
    refused = *here, registrations.c.state == State.REFUSED, registrations.c.offer_ends_at > now
    return tx.execute(select(func.max(registrations.c.offer_ends_at)).where(*refused)).scalar()


def _others(tx: Connection, one: Card, person_id: PersonId, now: datetime) -> int:
    """Count the other dates of a series at which a person is not in and can ask for a seat now."""
    if one.event.series is None:
        return 0
    every = publishing.of_series(tx, one.event.series, now)
    dates = {event.id for event in every if event.details.registering(now)}
    here = registrations.c.event_id.in_(dates), registrations.c.person_id == person_id, ACTIVE
    return len(dates - set(tx.execute(select(registrations.c.event_id).where(*here)).scalars()) - {one.event.id})


def _colleagues_come(tx: Connection, event_id: EventId, person: Person) -> bool:
    """Tell whether somebody else has a seat of the library for which a person speaks."""
    if person.library is None or not person.may(Role.DEPUTY):
        return False
    here = registrations.c.event_id == event_id, registrations.c.library_id == person.library.id, SEATED
    others = select(registrations.c.id).where(*here, registrations.c.person_id != person.id)
    return tx.execute(others.limit(1)).first() is not None


def of_library(tx: Connection, event_id: EventId, by: Person) -> list[Named]:
    """List who of a person's library has a seat, for those who speak for it."""
    if by.library is None or not by.may(Role.DEPUTY):
        return []
    chosen = (
        select(people.c.id, people.c.first_name, registrations.c.id.label("seat"))
        .join(registrations, registrations.c.person_id == people.c.id)
        .where(registrations.c.event_id == event_id, registrations.c.library_id == by.library.id, SEATED)
    )
    return _in_order([Named(row.id, row.first_name, row.seat) for row in tx.execute(chosen)])


def giving(tx: Connection, number: RegistrationId, by: Person, now: datetime) -> Giving | None:
    """Find a seat that somebody may give, and the people of its library who have none at the event."""
    found = place(tx, number)
    if found is None or not found[1].held or not may_give(by, found[1]):
        return None
    event_id, seat = found
    seated = select(registrations.c.person_id).where(
        registrations.c.event_id == event_id, SEATED, registrations.c.person_id.is_not(None)
    )
    chosen = select(people.c.id, people.c.first_name).where(
        people.c.library_id == seat.library, people.c.blocked_at.is_(None), people.c.id.not_in(seated)
    )
    owner = tx.execute(select(people.c.first_name).where(people.c.id == seat.person)).scalar()
    colleagues = _in_order([Named(row.id, row.first_name) for row in tx.execute(chosen)])
    here = registrations.c.id == number
    handed = next((one for _, one in _handed(tx, here, now)), None)
    return Giving(event_id, seat, owner, handed, tuple(colleagues))


def _in_order(found: list[Named]) -> list[Named]:
    return sorted(found, key=lambda one: (alphabetical(one.name), one.id))
