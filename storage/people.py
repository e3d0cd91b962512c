"""Who is asking: people, their roles and libraries."""

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from typing import Any, NewType

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    ForeignKey,
    Index,
    RowMapping,
    Select,
    String,
    Table,
    Time,
    select,
    update,
)

from storage.schema import Id, Moment, metadata

PersonId = NewType("PersonId", int)
LibraryId = NewType("LibraryId", int)


class Role(StrEnum):
    """What a person may do; each role may do all that the ones before it may."""

    LIBRARIAN = "librarian"
    DEPUTY = "deputy"
    DELEGATE = "delegate"
    STAFF = "staff"
    ADMIN = "admin"

    def covers(self, needed: "Role") -> bool:
        """Tell whether whoever has this role may do what `needed` may."""
        return _RANKS[self] >= _RANKS[needed]

    @property
    def of_library(self) -> bool:
        """Whether the role is held in a library, not in the association's office."""
        return not self.covers(Role.STAFF)

    @property
    def needs_confirming(self) -> bool:
        """Whether the office confirms it before it counts."""
        return self in {Role.DEPUTY, Role.DELEGATE}


_RANKS = {role: rank for rank, role in enumerate(Role)}


libraries = Table(
    "libraries",
    metadata,
    Column("id", Id, primary_key=True),
    Column("code", String(60), nullable=False, unique=True),
    Column("name", String(200), nullable=False),
    Column("town", String(100), nullable=False),
    Column("kind", String(60), nullable=False),
)

people = Table(
    "people",
    metadata,
    Column("id", Id, primary_key=True),
    Column("telegram_id", BigInteger, nullable=False, unique=True),
    Column("first_name", String(100), nullable=False),
    Column("language", String(2), nullable=False),
    Column("role", String(20), nullable=False),
    Column("wanted_role", String(20)),
    Column("library_id", Id, ForeignKey("libraries.id")),
    Column("quiet_from", Time, nullable=False),
    Column("quiet_to", Time, nullable=False),
    Column("blocked_at", Moment),
    Column("joined_at", Moment, nullable=False),
    Index(None, "library_id"),
    sqlite_autoincrement=True,
)

QUIET_FROM, QUIET_TO = time(21), time(7)


@dataclass(frozen=True, slots=True)
class Library:
    """A member organisation."""

    id: LibraryId
    code: str
    name: str
    town: str
    kind: str


@dataclass(frozen=True, slots=True)
class Person:
    """A Telegram user linked to a library or to the association's office.

    `wanted_role` is the delegate's or deputy's role that the office has still to confirm.
    """

    id: PersonId
    telegram_id: int
    first_name: str
    language: str
    role: Role
    wanted_role: Role | None
    library: Library | None
    quiet_from: time
    quiet_to: time

    @property
    def former(self) -> bool:
        """Whether the library in which the person had a role is not a member any more: no role counts then."""
        return self.role.of_library and self.library is None

    def may(self, needed: Role) -> bool:
        """Tell whether the person's role, as it counts now, is enough."""
        return not self.former and self.role.covers(needed)


def select_people() -> Select[Any]:
    """Start a query for people with their libraries; `person_of` reads its rows."""
    return select(
        people,
        libraries.c.code,
        libraries.c.name.label("library_name"),
        libraries.c.town,
        libraries.c.kind,
    ).select_from(people.outerjoin(libraries))


def person_of(row: RowMapping) -> Person:
    """Read a row of `select_people`."""
    library = None
    if row["library_id"] is not None:
        library = Library(row["library_id"], row["code"], row["library_name"], row["town"], row["kind"])
    return Person(
        id=row["id"],
        telegram_id=row["telegram_id"],
        first_name=row["first_name"],
        language=row["language"],
        role=Role(row["role"]),
        wanted_role=Role(row["wanted_role"]) if row["wanted_role"] else None,
        library=library,
        quiet_from=row["quiet_from"],
        quiet_to=row["quiet_to"],
    )


def library_of(row: RowMapping) -> Library:
    """Read a row of `libraries`."""
    return Library(row["id"], row["code"], row["name"], row["town"], row["kind"])


def by_telegram(tx: Connection, telegram_id: int) -> Person | None:
    """Find who this Telegram user is to the association; None for a stranger."""
    row = tx.execute(select_people().where(people.c.telegram_id == telegram_id)).mappings().first()
    return person_of(row) if row else None


def id_of(tx: Connection, telegram_id: int) -> PersonId | None:
    """Find only the number of a Telegram user, whatever else is written about them; None for a stranger."""
    return tx.execute(select(people.c.id).where(people.c.telegram_id == telegram_id)).scalar()


def get(tx: Connection, person_id: PersonId) -> Person | None:
    """Find a person by their own number."""
    row = tx.execute(select_people().where(people.c.id == person_id)).mappings().first()
    return person_of(row) if row else None


def with_role(tx: Connection, needed: Role) -> list[Person]:
    """List all whose role is enough for `needed`."""
    enough = [role for role in Role if role.covers(needed)]
    rows = tx.execute(select_people().where(people.c.role.in_(enough)).order_by(people.c.id)).mappings()
    return [person_of(row) for row in rows]


def in_charge(tx: Connection, began: PersonId | None) -> list[PersonId]:
    """Tell who sees to what somebody of the office `began`: they do, or all of it once they have left it."""
    office = [person.id for person in with_role(tx, Role.STAFF)]
    return [began] if began in office else office


def mark_blocked(tx: Connection, telegram_id: int, at: datetime | None) -> None:
    """Remember that the person blocked the bot, or with None that they are back."""
    tx.execute(update(people).where(people.c.telegram_id == telegram_id).values(blocked_at=at))
