"""Who belongs, for the office to look at."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from storage.membership import search, standings
from storage.people import (
    Library,
    LibraryId,
    Person,
    Role,
    libraries,
    library_of,
    people,
    person_of,
    select_people,
)

FOUND_AT_MOST = 8


@dataclass(frozen=True, slots=True)
class LibraryLine:
    """A library with the number of its people, and of those who wait to be confirmed."""

    library: Library
    people: int
    waiting: int


@dataclass(frozen=True, slots=True)
class LibraryCard:
    """A library with its people, delegate and deputies first; `position` is its place, from 0, in the list of all."""

    library: Library
    position: int
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The libraries and people that come nearest to what was typed, best first."""

    libraries: tuple[Library, ...]
    people: tuple[Person, ...]


def all_libraries(tx: Connection) -> list[LibraryLine]:
    """List all libraries by town."""
    counted = (
        select(people.c.library_id, func.count().label("people"), func.count(people.c.wanted_role).label("waiting"))
        .group_by(people.c.library_id)
        .subquery()
    )
    rows = tx.execute(
        select(libraries, counted.c.people, counted.c.waiting).select_from(
            libraries.outerjoin(counted, counted.c.library_id == libraries.c.id)
        )
    ).mappings()
    lines = [LibraryLine(library_of(row), row["people"] or 0, row["waiting"] or 0) for row in rows]
    return sorted(lines, key=lambda line: (search.alphabetical(line.library.town), line.library.code))


def library_card(tx: Connection, library_id: LibraryId) -> LibraryCard | None:
    """Find a library with its people."""
    for position, line in enumerate(all_libraries(tx)):
        if line.library.id == library_id:
            return LibraryCard(line.library, position, tuple(standings.in_library(tx, library_id)))
    return None


def office(tx: Connection) -> list[Person]:
    """List the people of the association's office, admins first."""
    rows = tx.execute(select_people().where(people.c.role.in_([Role.STAFF, Role.ADMIN]))).mappings()
    return sorted(map(person_of, rows), key=lambda one: (one.role is not Role.ADMIN, one.first_name, one.id))


def waiting(tx: Connection) -> list[Person]:
    """List those who wait for the office to confirm their role, longest first."""
    rows = tx.execute(select_people().where(people.c.wanted_role.is_not(None)).order_by(people.c.id)).mappings()
    return [person_of(row) for row in rows]


def find(tx: Connection, text: str) -> Found:
    """Find libraries and people in spite of missing letters and diacritics."""
    every_library = [library_of(row) for row in tx.execute(select(libraries)).mappings()]
    everybody = [person_of(row) for row in tx.execute(select_people()).mappings()]
    return Found(
        tuple(search.best(text, every_library, _of_library)[:FOUND_AT_MOST]),
        tuple(search.best(text, everybody, _of_person)[:FOUND_AT_MOST]),
    )


def _of_library(library: Library) -> tuple[str, ...]:
    return library.town, library.name, library.code


def _of_person(person: Person) -> tuple[str, ...]:
    if person.library is None:
        return (person.first_name,)
    return person.first_name, person.library.town, person.library.name
