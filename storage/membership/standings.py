"""Where people stand, in the books."""

import unicodedata
from datetime import datetime

from sqlalchemy import Connection, func, select, update

from storage.membership.rules import Standing
from storage.membership.tables import invites
from storage.people import (
    Library,
    LibraryId,
    Person,
    PersonId,
    Role,
    libraries,
    library_of,
    people,
    person_of,
    select_people,
)

NAME = 64
"""Telegram's own limit for a first name, in characters."""


def clean_name(name: str) -> str:
    """Return a first name without what cannot be seen or stored."""
    seen = "".join(" " if unicodedata.category(char)[0] in "CZ" else char for char in name)
    return " ".join(seen.split())[:NAME].strip() or "–"


def find_library(tx: Connection, library_id: LibraryId | None) -> Library | None:
    """Find a library by its number."""
    row = tx.execute(select(libraries).where(libraries.c.id == library_id)).mappings().first()
    return library_of(row) if row else None


def in_library(tx: Connection, library_id: LibraryId) -> list[Person]:
    """List the people of a library, delegate and deputies first."""
    rows = tx.execute(select_people().where(people.c.library_id == library_id)).mappings()
    order = [Role.DELEGATE, Role.DEPUTY, *Role]
    return sorted((person_of(row) for row in rows), key=lambda one: (order.index(one.role), one.first_name, one.id))


def admins(tx: Connection) -> int:
    """Count the admins."""
    return tx.execute(select(func.count()).select_from(people).where(people.c.role == Role.ADMIN)).scalar_one()


def write(tx: Connection, person: Person, after: Standing, now: datetime) -> None:
    """Put a person where they stand now; whoever loses a role of the office loses the invites to it they made."""
    tx.execute(
        update(people)
        .where(people.c.id == person.id)
        .values(
            role=after.role,
            wanted_role=after.wanted_role,
            library_id=after.library.id if after.library else None,
        )
    )
    if not after.role.covers(person.role):
        revoke_office_invites(tx, person.id, now)


def revoke_office_invites(tx: Connection, made_by: PersonId, now: datetime) -> None:
    """Revoke the invites to the office that a person made: they must not be a way back."""
    tx.execute(
        update(invites)
        .where(
            invites.c.created_by == made_by,
            invites.c.role.in_([Role.STAFF, Role.ADMIN]),
            invites.c.revoked_at.is_(None),
        )
        .values(revoked_at=now)
    )


def expect(tx: Connection, person_id: PersonId) -> Person:
    """Return a person who is known to be there."""
    row = tx.execute(select_people().where(people.c.id == person_id)).mappings().one()
    return person_of(row)
