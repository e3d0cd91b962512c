"""Where somebody was over the years: their own record of attendance."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select, true

from storage.events import books
from storage.events.after_tables import certificates
from storage.events.rules import Event
from storage.events.tables import ACTIVE, events, registrations
from storage.people import Person


@dataclass(frozen=True, slots=True)
class Attended:
    """An event at which somebody was; the number of the certificate that they have, and when it was issued."""

    event: Event
    certificate: int | None
    issued_at: datetime | None


@dataclass(frozen=True, slots=True)
class Record:
    """Where a person was, the last event first; `name` is as on their last certificate, else as Telegram has it."""

    name: str
    library: str | None
    attended: tuple[Attended, ...]
    at: datetime

    @property
    def hours(self) -> int:
        """The hours of all events that have a number of them."""
        return sum(one.event.details.hours or 0 for one in self.attended)


def record(tx: Connection, person: Person, now: datetime) -> Record:
    """Find where a person was, as staff have confirmed it."""
    one = registrations.c
    joined = registrations.join(events, events.c.id == one.event_id).outerjoin(certificates)
    mine = one.person_id == person.id, ACTIVE, one.attended.is_(true()), events.c.attendance_at.is_not(None)
    chosen = select(
        events,
        certificates.c.id.label("certificate"),
        certificates.c.issued_at,
        certificates.c.name.label("whole_name"),
    )
    ordered = chosen.select_from(joined).where(*mine).order_by(events.c.starts_at.desc(), events.c.id)
    rows = tx.execute(ordered).mappings().all()
    names = [row["whole_name"] for row in rows if row["whole_name"]]
    attended = tuple(Attended(books.event_of(row), row["certificate"], row["issued_at"]) for row in rows)
    return Record(names[0] if names else person.first_name, person.library.name if person.library else None,
                  attended, now)  # fmt: skip
