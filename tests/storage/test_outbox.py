"""What is promised is taken back by its key, as long as it waits."""

from datetime import UTC, datetime

from sqlalchemy import Connection, select

from storage import batches, outbox
from storage.batches import Lane
from storage.database import Database
from storage.outbox import MessageKey, Owed
from storage.people import PersonId, people
from tests.storage.membership.association import put, two_libraries

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)


def _promise(tx: Connection, person: PersonId) -> None:
    outbox.owe(tx, [Owed(MessageKey(f"reminder:{one}"), person, "reminder", {}, NOW) for one in (1, 2)], NOW)
    batch = batches.add(tx, Lane.ANNOUNCEMENT, "announcement", {}, None, NOW)
    outbox.owe_all(tx, batch, select(people.c.id), NOW, NOW, urgent=True)


def _kinds(tx: Connection) -> list[str]:
    return list(tx.execute(select(outbox.outbox.c.kind).order_by(outbox.outbox.c.id)).scalars())


async def test_what_is_taken_back_by_its_key_is_never_of_a_batch(books: Database) -> None:
    await books.transact(two_libraries)
    ana = await put(books, 7)
    await books.transact(_promise, ana.id)
    assert await books.transact(outbox.withdraw, "reminder:1%") == 1
    assert await books.transact(outbox.withdraw, "%", ana.id) == 1
    assert await books.transact(outbox.withdraw, "%") == 0
    assert await books.read(_kinds) == ["announcement"]
