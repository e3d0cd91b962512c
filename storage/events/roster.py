"""Everybody at an event, whole: for lists to page through, to print and to export."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from storage.events import books
from storage.events.questions import Answers
from storage.events.rules import Event, EventId, RegistrationId
from storage.events.seats import State
from storage.events.tables import ACTIVE, registrations
from storage.membership.search import alphabetical
from storage.people import LibraryId, PersonId, libraries, people

OFFICE, GUESTS = LibraryId(0), LibraryId(-1)
"""Those who are of no library: the association's office, and from outside."""


@dataclass(frozen=True, slots=True)
class Row:
    """Somebody at an event. `name` is None once they have left the association; `position` counts those who wait."""

    id: RegistrationId
    person: PersonId | None
    name: str | None
    library: str | None
    guest: bool
    speaks: bool
    state: State
    position: int
    offer_ends_at: datetime | None
    answers: Answers
    registered_at: datetime
    checked_in_at: datetime | None
    attended: bool | None
    library_id: LibraryId | None = None

    @property
    def came(self) -> bool:
        """Whether they were there: staff have said so, or have not said yet and they checked in."""
        return self.checked_in_at is not None if self.attended is None else self.attended


@dataclass(frozen=True, slots=True)
class Roster:
    """An event and everybody who has a seat, an offer or a place in its waiting list."""

    event: Event
    rows: Sequence[Row]

    def of(self, *states: State) -> list[Row]:
        """List those in some of the states, by library in the order of the alphabet, the office and guests last."""
        found = [row for row in self.rows if row.state in states]
        return sorted(found, key=lambda row: (row.library is None, alphabetical(row.library or ""),
                                              alphabetical(row.name or "")))  # fmt: skip

    def groups(self) -> dict[LibraryId, list[Row]]:
        """Give those with a seat by library, by the alphabet."""
        found: dict[LibraryId, list[Row]] = {}
        for row in self.of(State.SEATED):
            found.setdefault(_group(row.library_id, guest=row.guest), []).append(row)
        return found

    @property
    def queue(self) -> list[Row]:
        """List those who wait, and those who have been offered a seat, in order of arrival."""
        return [row for row in self.rows if row.state is not State.SEATED]


def _group(library_id: LibraryId | None, *, guest: bool) -> LibraryId:
    return (GUESTS if guest else OFFICE) if library_id is None else library_id


def group_of(tx: Connection, number: RegistrationId) -> LibraryId:
    """Find in which group of a roster somebody is."""
    one = registrations.c
    row = tx.execute(select(one.library_id, one.guest).where(one.id == number)).first()
    return OFFICE if row is None else _group(row.library_id, guest=row.guest is not None)


def roster(tx: Connection, event_id: EventId) -> Roster | None:
    """Find everybody at an event, in order of arrival."""
    event = books.find(tx, event_id)
    if event is None:
        return None
    joined = registrations.outerjoin(people, people.c.id == registrations.c.person_id).outerjoin(
        libraries, libraries.c.id == registrations.c.library_id
    )  # fmt: skip
    one = registrations.c
    chosen = (
        select(
            one.id, one.person_id, one.guest, one.speaks, one.state, one.offer_ends_at, one.answers, one.registered_at,
            one.checked_in_at, one.attended, one.library_id, people.c.first_name, libraries.c.name,
        )
        .select_from(joined)
        .where(one.event_id == event_id, ACTIVE)
        .order_by(one.id)
    )  # fmt: skip
    rows, waits = [], 0
    for row in tx.execute(chosen):
        state = State(row.state)
        waits += state is State.WAITING
        rows.append(Row(
            RegistrationId(row.id), row.person_id, row.guest or row.first_name, row.name, row.guest is not None,
            row.speaks, state, waits if state is State.WAITING else 0, row.offer_ends_at, row.answers,
            row.registered_at, row.checked_in_at, row.attended, row.library_id,
        ))  # fmt: skip
    return Roster(event, rows)
