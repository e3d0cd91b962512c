"""What the home card says of calls: what a person's library applies to, what is new, what can be followed."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, func, select

from storage.calls import books, following, mornings, reading
from storage.calls.rules import Intent, When
from storage.calls.tables import call_intents, call_readers, calls
from storage.people import Person, people

NEWCOMER = timedelta(days=1)
"""So long a newcomer is told on the home card that calls can be followed."""


@dataclass(frozen=True, slots=True)
class Waits:
    """What waits for a person: how many calls their library is applying to, and the deadline that comes next."""

    count: int
    when: When


def waits(tx: Connection, person: Person, now: datetime) -> Waits | None:
    """Find the calls that a person's library is applying to, and the next deadline of them that it has not met."""
    if person.library is None:
        return None
    applying = call_intents.c.library_id == person.library.id, call_intents.c.intent == Intent.APPLYING
    chosen = select(calls).where(reading.runs(now), calls.c.id.in_(select(call_intents.c.call_id).where(*applying)))
    found = books.read(tx, tx.execute(chosen).mappings().all())
    numbers = [one.id for call in found for one in call.deadlines if one.id is not None]
    met = {number for number, library in mornings.done_by(tx, numbers) if library == person.library.id}
    to_come = [one.when for call in found for one in call.deadlines
               if one.when.ends_at > now and one.id not in met]  # fmt: skip
    return Waits(len(found), min(to_come, key=lambda one: one.ends_at)) if to_come else None


def new_count(tx: Connection, person: Person, now: datetime) -> int:
    """Count the running calls that a person follows and has not opened."""
    here = call_readers.c.person_id == person.id, call_readers.c.opened_at.is_(None), ~call_readers.c.muted
    chosen = select(func.count()).select_from(call_readers.join(calls, calls.c.id == call_readers.c.call_id))
    return tx.execute(chosen.where(*here, reading.runs(now))).scalar_one()


def hint(tx: Connection, person: Person, now: datetime) -> bool:
    """Tell whether to tell somebody that calls can be followed: newcomers who have not been offered it yet."""
    joined = tx.execute(select(people.c.joined_at).where(people.c.id == person.id)).scalar_one()
    return now < joined + NEWCOMER and following.unasked(tx, person.id)
