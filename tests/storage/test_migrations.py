"""The schema is what the migrations make of it."""

from storage.database import migrate, schema_differences, schema_state


async def test_migrations_run_up_down_and_up(books_url: str) -> None:
    await migrate(books_url, "base")
    at, needed = await schema_state(books_url)
    assert at is None
    await migrate(books_url)
    at, needed = await schema_state(books_url)
    assert at == needed is not None


async def test_migrations_make_the_declared_tables(books_url: str) -> None:
    assert await schema_differences(books_url) == []
