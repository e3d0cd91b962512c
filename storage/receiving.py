"""One receiver: of all programs on the same books, one takes what people say, until it ends, in whatever way.

On SQLite it holds a lock on a file beside the books, on PostgreSQL one of a session of its own: both go with it.
"""

import asyncio
import fcntl
from pathlib import Path
from typing import Protocol, TextIO

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engines import file_of, postgresql_engine

EVERY = 5.0
"""Seconds: so often whoever receives looks whether it still may."""

NOT_AVAILABLE = "55P03"
"""PostgreSQL's code for a lock that somebody else has."""

BEGIN = """SELECT set_config('tcp_keepalives_idle', '10', false), set_config('tcp_keepalives_interval', '5', false),
                  set_config('tcp_keepalives_count', '3', false), set_config('lock_timeout', '2s', false)"""
"""A machine that is gone is noticed in half a minute; a program that was just killed gets two seconds to be."""

LOCK = "SELECT pg_advisory_lock(7203418)"
"""Any number that no other lock has."""


class Taken(Exception):
    """Another program receives on these books."""


class Hold(Protocol):
    """The hold on the books that the one receiver has."""

    async def take(self) -> None:
        """Take hold, or see that it is held still; where it was lost, take it again.

        Raises:
            Taken: Another program has it.
            Exception: The books are out of reach.
        """

    async def let_go(self) -> None:
        """Let another have it."""


def hold_of(url: str) -> Hold:
    """Tell how the books at `url` are held."""
    file = file_of(url)
    return _OnServer(url) if file is None else _OnFile(file)


class _OnFile:
    """A lock on a file, which stays there: whoever removed it would let two in."""

    def __init__(self, books: Path) -> None:
        self._path = books.with_name(f"{books.name}-receiver")
        self._file: TextIO | None = None

    async def take(self) -> None:
        """Take the lock; it is never lost."""
        self._file = self._file or self._locked()

    def _locked(self) -> TextIO:
        file = self._path.open("w", encoding="utf-8")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.close()
            raise Taken from None
        return file

    async def let_go(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()


class _OnServer:
    """A lock of a session, with which it ends."""

    def __init__(self, url: str) -> None:
        self._engine = postgresql_engine(url, 1).execution_options(isolation_level="AUTOCOMMIT")
        self._session: AsyncConnection | None = None

    async def take(self) -> None:
        """Take the lock, unless the session that has it is there."""
        if self._session is None or not await _answers(self._session):
            self._session = None
            self._session = await self._locked()

    async def _locked(self) -> AsyncConnection:
        session = await self._engine.connect()
        try:
            await session.execute(text(BEGIN))
            await session.execute(text(LOCK))
        except BaseException as error:
            await session.close()
            if isinstance(error, DBAPIError) and getattr(error.orig, "sqlstate", None) == NOT_AVAILABLE:
                raise Taken from None
            raise
        return session

    async def let_go(self) -> None:
        """End the session."""
        if self._session is not None:
            await self._session.close()
        await self._engine.dispose()


async def _answers(session: AsyncConnection) -> bool:
    """Tell whether a session is there still; one that is not is closed on our side too."""
    try:
        async with asyncio.timeout(EVERY):
            await session.execute(text("SELECT 1"))
    except (SQLAlchemyError, OSError):
        await session.close()
        return False
    return True
