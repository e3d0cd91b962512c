"""Roles given and taken by the office."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, update

from storage import audit, people
from storage.membership import notices, rules, standings
from storage.membership.notices import Decision
from storage.membership.rules import (
    Assign,
    LastAdmin,
    NeedsLibrary,
    NoSuchPerson,
    NotAllowed,
    NothingChanges,
    NothingToConfirm,
    Standing,
    Taken,
)
from storage.membership.turn import take_turn
from storage.people import LibraryId, Person, PersonId, Role


@dataclass(frozen=True, slots=True)
class Assigned:
    """The person has the role; it counts from now on."""

    person: Person


@dataclass(frozen=True, slots=True)
class Declined:
    """The person stays what they are."""

    person: Person


RoleChanged = Assigned | NothingChanges | NotAllowed | NoSuchPerson | NeedsLibrary | LastAdmin | Taken
Refused = Declined | NothingToConfirm | NotAllowed | NoSuchPerson


def assign(
    tx: Connection, by: PersonId, person_id: PersonId, role: Role, library_id: LibraryId | None, now: datetime
) -> RoleChanged:
    """Give a person a role, in a library (None: their own); a role that needs confirming counts at once."""
    take_turn(tx)
    actor, person = people.get(tx, by), people.get(tx, person_id)
    if actor is None:
        return NotAllowed()
    if person is None:
        return NoSuchPerson()
    library = person.library if library_id is None else standings.find_library(tx, library_id)
    there = standings.in_library(tx, library.id) if library else []
    outcome = rules.assign(actor, person, role, library, there, standings.admins(tx))
    if not isinstance(outcome, Assign):
        return outcome
    return _write(tx, by, person, outcome.after, Decision.CHANGED, now)


def confirm(
    tx: Connection, by: PersonId, person_id: PersonId, role: Role, now: datetime
) -> RoleChanged | NothingToConfirm:
    """Let the role count that a person waits for."""
    take_turn(tx)
    actor, person = people.get(tx, by), people.get(tx, person_id)
    if actor is None:
        return NotAllowed()
    if person is None:
        return NoSuchPerson()
    there = standings.in_library(tx, person.library.id) if person.library else []
    outcome = rules.confirm(actor, person, role, there)
    if not isinstance(outcome, Assign):
        return outcome
    return _write(tx, by, person, outcome.after, Decision.CONFIRMED, now)


def decline(tx: Connection, by: PersonId, person_id: PersonId, role: Role, now: datetime) -> Refused:
    """Tell a person that they do not get the role they wait for."""
    take_turn(tx)
    actor, person = people.get(tx, by), people.get(tx, person_id)
    if actor is None or (person is not None and not rules.may_handle(actor.role, person.role, role)):
        return NotAllowed()
    if person is None:
        return NoSuchPerson()
    if person.wanted_role is not role:
        return NothingToConfirm()
    tx.execute(update(people.people).where(people.people.c.id == person_id).values(wanted_role=None))
    audit.note(tx, by, "decline_role", {"person": person_id, "role": role}, now)
    notices.tell_person(tx, person, Decision.DECLINED, role, now)
    return Declined(standings.expect(tx, person_id))


def _write(
    tx: Connection, by: PersonId, person: Person, after: Standing, decision: Decision, now: datetime
) -> Assigned:
    standings.write(tx, person, after, now)
    library = after.library.id if after.library else None
    action = "confirm_role" if decision is Decision.CONFIRMED else "change_role"
    audit.note(tx, by, action, {"person": person.id, "role": after.role, "library": library}, now)
    if by != person.id:
        notices.tell_person(tx, person, decision, after.role, now)
    return Assigned(standings.expect(tx, person.id))
