"""Cards that keep themselves up to date: which message in which chat shows what."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import JSON, BigInteger, Column, Connection, ForeignKey, String, Table, delete, insert

from storage.people import Person, PersonId, people, person_of, select_people
from storage.schema import Id, metadata

cards = Table(
    "cards",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("message_id", BigInteger, primary_key=True, autoincrement=False),
    Column("person_id", Id, ForeignKey(people.c.id, ondelete="CASCADE"), nullable=False),
    Column("kind", String(40), nullable=False),
    Column("args", JSON, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Place:
    """A message in a chat."""

    chat_id: int
    message_id: int


@dataclass(frozen=True, slots=True)
class LiveCard:
    """What a message shows: a card of a `kind`, drawn for a person."""

    place: Place
    person: Person
    kind: str
    args: Mapping[str, Any]


def keep(tx: Connection, place: Place, person_id: PersonId, kind: str, args: Mapping[str, Any]) -> None:
    """Keep what a message shows up to date from now on."""
    let_be(tx, place)
    values = {"chat_id": place.chat_id, "message_id": place.message_id, "person_id": person_id}
    tx.execute(insert(cards).values(**values, kind=kind, args=dict(args)))


def let_be(tx: Connection, place: Place) -> None:
    """Change a message no more by itself: it shows something else, or nothing more will come."""
    tx.execute(delete(cards).where(cards.c.chat_id == place.chat_id, cards.c.message_id == place.message_id))


def live(tx: Connection) -> list[LiveCard]:
    """List the cards that keep themselves up to date."""
    chosen = select_people().add_columns(cards.c.chat_id, cards.c.message_id, cards.c.kind.label("card"), cards.c.args)
    rows = tx.execute(chosen.join_from(people, cards, cards.c.person_id == people.c.id)).mappings()
    return [
        LiveCard(Place(row["chat_id"], row["message_id"]), person_of(row), row["card"], row["args"]) for row in rows
    ]
