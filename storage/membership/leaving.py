"""People who go: removed by the office, or at their own wish."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete

from storage import audit, counters, features, inbox, people
from storage.membership import rules, standings
from storage.membership.rules import LastAdmin, NoSuchPerson, NotAllowed
from storage.membership.turn import take_turn
from storage.people import Person, PersonId


@dataclass(frozen=True, slots=True)
class Removed:
    """The person has no rights any more, and is told nothing."""

    person: Person


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Nothing is kept about the person."""


def remove(
    tx: Connection, by: PersonId, person_id: PersonId, now: datetime
) -> Removed | NoSuchPerson | NotAllowed | LastAdmin:
    """Take a person out of the books: what they hold is freed, what they were in the past loses their name."""
    take_turn(tx)
    actor, person = people.get(tx, by), people.get(tx, person_id)
    if actor is None or (person is not None and not rules.may_handle(actor.role, person.role)):
        return NotAllowed()
    if person is None:
        return NoSuchPerson()
    if kept := rules.may_go(person, standings.admins(tx)):
        return kept
    audit.note(tx, by, "remove_person", {"person": person_id, "role": person.role}, now)
    _go(tx, person, now)
    return Removed(person)


def forget(tx: Connection, person_id: PersonId, now: datetime) -> Forgotten | NoSuchPerson | LastAdmin:
    """Forget a person at their own wish."""
    take_turn(tx)
    person = people.get(tx, person_id)
    if person is None:
        return NoSuchPerson()
    if kept := rules.may_go(person, standings.admins(tx)):
        return kept
    audit.note(tx, None, "forget_person", {"person": person_id, "role": person.role}, now)
    _go(tx, person, now)
    return Forgotten()


def _go(tx: Connection, person: Person, now: datetime) -> None:
    for feature in features.FEATURES:
        feature.leave(tx, person.id, now)
    standings.revoke_office_invites(tx, person.id, now)
    tx.execute(delete(inbox.dead_letters).where(inbox.dead_letters.c.lane == person.telegram_id))
    tx.execute(delete(counters.counters).where(counters.counters.c.subject == person.telegram_id))
    tx.execute(delete(people.people).where(people.people.c.id == person.id))
