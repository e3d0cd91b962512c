"""An association with two libraries, and a short way to put people into it."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, insert, select

from storage.database import Database
from storage.membership import invites
from storage.people import (
    QUIET_FROM,
    QUIET_TO,
    Library,
    LibraryId,
    Person,
    PersonId,
    Role,
    by_telegram,
    libraries,
    people,
)

NOW = datetime(2027, 3, 1, 9, tzinfo=UTC)
LATER = NOW + timedelta(days=7)

SECRET = "s" * 22
"""As long as a real one."""

KRANJ = Library(LibraryId(1), "kranj", "Mestna knjižnica Kranj", "Kranj", "osrednja območna")
KRSKO = Library(LibraryId(2), "krsko", "Valvasorjeva knjižnica Krško", "Krško", "splošna")


def two_libraries(tx: Connection) -> None:
    """Write the libraries down; they get the numbers 1 and 2."""
    columns = ("code", "name", "town", "kind")
    rows = [{column: getattr(library, column) for column in columns} for library in (KRANJ, KRSKO)]
    tx.execute(insert(libraries), rows)


def _put(
    tx: Connection, telegram_id: int, role: Role, library: Library | None, wanted: Role | None, name: str
) -> Person:
    tx.execute(
        insert(people).values(
            telegram_id=telegram_id, first_name=name, language="sl", role=role, wanted_role=wanted,
            library_id=library.id if library else None, quiet_from=QUIET_FROM, quiet_to=QUIET_TO, joined_at=NOW,
        )
    )  # fmt: skip
    person = by_telegram(tx, telegram_id)
    assert person is not None
    return person


async def put(
    books: Database,
    telegram_id: int,
    role: Role = Role.LIBRARIAN,
    library: Library | None = None,
    wanted: Role | None = None,
    name: str = "Ana",
) -> Person:
    """Write a person down; those of libraries are of Kranj unless told otherwise."""
    if role.of_library and library is None:
        library = KRANJ
    return await books.transact(_put, telegram_id, role, library, wanted, name)


async def invite(
    books: Database,
    secret: str,
    role: Role = Role.LIBRARIAN,
    library: Library | None = KRANJ,
    uses: int = 1,
    by: Person | None = None,
) -> invites.Created:
    """Make an invite that holds for a week."""
    library_id = library.id if library and role.of_library else None
    made = await books.transact(
        invites.create_invite, by.id if by else None, role, library_id, uses, LATER, secret, NOW
    )
    assert isinstance(made, invites.Created)
    return made


def everybody(tx: Connection) -> list[Person]:
    """List all people by their Telegram numbers."""
    ids = tx.execute(select(people.c.telegram_id).order_by(people.c.telegram_id)).scalars().all()
    return [person for one in ids if (person := by_telegram(tx, one))]


def person(number: int, role: Role, library: Library | None = None, wanted: Role | None = None) -> Person:
    """A person as rules see one."""
    return Person(PersonId(number), 100 + number, "Ana", "sl", role, wanted, library, QUIET_FROM, QUIET_TO)
