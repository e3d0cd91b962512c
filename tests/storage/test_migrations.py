"""The schema is what the migrations make of it, and they lose nothing of what is in the books."""

from datetime import date, time, timedelta
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text

from storage.all_tables import metadata
from storage.calls.news import What
from storage.calls.rules import Intent, When
from storage.database import Database, migrate, open_database, schema_state
from storage.people import Role
from tests.storage.calls import sample
from tests.storage.calls.sample import END, NOW, local
from tests.storage.consultations.sample import add_members, add_people

BEFORE_ONE_KIND_OF_NEWS = "0009"
LATER, EVEN_LATER = When(date(2027, 4, 29), time(12)), When(date(2027, 5, 5), time(12))
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


async def test_migrations_run_up_down_and_up(books_url: str) -> None:
    await migrate(books_url, "base")
    at, needed = await schema_state(books_url)
    assert at is None
    await migrate(books_url)
    at, needed = await schema_state(books_url)
    assert at == needed is not None


def _differences(tx: Connection) -> list[Any]:
    """How the tables differ from the declared ones."""
    found: list[Any] = compare_metadata(MigrationContext.configure(tx), metadata)
    return found


async def test_migrations_make_the_declared_tables(books: Database) -> None:
    assert await books.read(_differences) == []


def _news(tx: Connection) -> list[tuple[object, ...]]:
    rows = tx.execute(text("SELECT what, since, version, depends FROM call_news ORDER BY batch_id"))
    return [(*row[:3], bool(row[3])) for row in rows]


async def test_word_of_calls_that_waits_is_not_lost_when_it_moves_to_the_batches(books_url: str) -> None:
    night, db = local(1, 22), open_database(books_url)
    (member,) = await db.transact(add_members, 1)
    (staff,) = await db.transact(add_people, [(Role.STAFF, None)])
    everybody = [member.delegate, member.deputy, member.librarian]
    await sample.follow(db, *everybody)
    call = await sample.publish(db)
    await sample.declare(db, call, member.delegate, Intent.APPLYING)
    await sample.pass_time(db, NOW, NOW)
    for who in everybody:
        await sample.quiet(db, who, time(21), time(7))
    call = await sample.amend(db, call, staff, night, LATER)
    await sample.pass_time(db, night, night + HOUR)
    await db.close()

    await migrate(books_url, BEFORE_ONE_KIND_OF_NEWS)
    db = open_database(books_url)
    assert await db.read(_news) == [("published", None, 1, False), ("changed", 1, 2, True)]
    await db.close()
    await migrate(books_url)

    db = open_database(books_url)
    await sample.amend(db, call, staff, night + HOUR, EVEN_LATER)
    heard = await sample.pass_time(db, night + HOUR, night + DAY)
    await db.close()
    assert [(one.clock, one.news, one.depends, one.moved) for one in heard if one.person == member.librarian.id] == [
        ("02. 03. 07:00", What.CHANGED, True, [(END, EVEN_LATER)])
    ]
    assert sorted(one.person for one in heard) == sorted(who.id for who in everybody)
