"""What all tables share: one metadata, ids, moments in UTC, inserts that ignore what is there already."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlalchemy import BigInteger, Connection, DateTime, Dialect, Integer, MetaData, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.types import TypeDecorator

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Id = BigInteger().with_variant(Integer(), "sqlite")
"""A row's own number; SQLite counts up by itself only for INTEGER."""


class Moment(TypeDecorator[datetime]):
    """A point in time: aware in Python, UTC in the books, so that text compares as time does on SQLite."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Turn into UTC; a naive moment is a mistake."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("A moment needs a time zone.")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """SQLite gives it back naive; it was UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


@cache
def _insert_new(table: Table, keys: Sequence[str], dialect: str) -> Any:  # noqa: ANN401 - either dialect's insert
    insert = sqlite.insert if dialect == "sqlite" else postgresql.insert
    return insert(table).on_conflict_do_nothing(index_elements=[table.c[key] for key in keys])


@cache
def _insert_new_returning(table: Table, keys: Sequence[str], dialect: str) -> Any:  # noqa: ANN401
    return _insert_new(table, keys, dialect).returning(table.c[keys[0]])


def insert_new(tx: Connection, table: Table, rows: Sequence[dict[str, Any]], *keys: str) -> None:
    """Insert the `rows` that are not there yet, by the unique columns `keys`."""
    if rows:
        tx.execute(_insert_new(table, keys, tx.dialect.name), list(rows))


def insert_new_keys(tx: Connection, table: Table, rows: Sequence[dict[str, Any]], *keys: str) -> set[Any]:
    """Insert the `rows` that are not there yet, and return the first of the `keys` of those that went in."""
    if not rows:
        return set()
    return set(tx.execute(_insert_new_returning(table, keys, tx.dialect.name), list(rows)).scalars())


@cache
def _upsert(table: Table, keys: Sequence[str], dialect: str) -> Any:  # noqa: ANN401
    insert = sqlite.insert if dialect == "sqlite" else postgresql.insert
    new = insert(table)
    values = {column.name: new.excluded[column.name] for column in table.c if column.name not in {"id", *keys}}
    return new.on_conflict_do_update(index_elements=[table.c[key] for key in keys], set_=values)


def upsert(tx: Connection, table: Table, rows: Sequence[dict[str, Any]], *keys: str) -> None:
    """Insert `rows`, each in place of the one that is there already by the unique columns `keys`."""
    if rows:
        tx.execute(_upsert(table, keys, tx.dialect.name), list(rows))
