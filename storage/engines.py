"""The two kinds of database: which one a URL names, and how each is opened."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine


def is_sqlite(url: str) -> bool:
    """Tell which of the two databases `url` names; any other is refused with ValueError."""
    try:
        backend = make_url(url).get_backend_name()
    except (ArgumentError, ValueError):
        backend = None
    if backend not in {"sqlite", "postgresql"}:
        raise ValueError("The database is sqlite:///FILE or postgresql://HOST/NAME.")
    return backend == "sqlite"


def file_of(url: str) -> Path | None:
    """Tell which file holds the books at `url`; None if a server does."""
    return Path(make_url(url).database or "") if is_sqlite(url) else None


PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON")
"""The last one is on in Debian's SQLite and off elsewhere: what is deleted is overwritten, in backups too."""


def sqlite_engine(url: str, begin: str, *, read_only: bool = False) -> Engine:
    """An engine whose transactions begin as told; the driver's own habits are switched off."""
    engine = create_engine(make_url(url).set(drivername="sqlite"), connect_args={"timeout": 30}, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def _connected(connection: Any, _record: object) -> None:  # noqa: ANN401 - a driver's connection
        connection.isolation_level = None
        for pragma in (*PRAGMAS, f"query_only={int(read_only)}"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


CONFLICTS = {"40001", "40P01"}
"""PostgreSQL's codes for a serialisation failure and a deadlock: run the action again."""


def is_conflict(error: BaseException) -> bool:
    """Tell whether PostgreSQL has undone a transaction for the sake of another."""
    return isinstance(error, DBAPIError) and getattr(error.orig, "sqlstate", None) in CONFLICTS


def postgresql_engine(url: str, connections: int) -> AsyncEngine:
    """An engine on asyncpg with at most `connections` at once."""
    return create_async_engine(
        make_url(url).set(drivername="postgresql+asyncpg"),
        pool_size=connections,
        max_overflow=0,
        pool_pre_ping=True,
        hide_parameters=True,
    )
