"""A copy of the books, taken while they are in use, and put back. For SQLite; PostgreSQL has pg_dump."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from storage.engines import file_of


@dataclass(frozen=True, slots=True)
class Done:
    """The copy is whole; it has so many bytes."""

    size: int


@dataclass(frozen=True, slots=True)
class NotSQLite:
    """The books are in PostgreSQL."""


@dataclass(frozen=True, slots=True)
class Missing:
    """There is nothing to copy at `path`."""

    path: Path


@dataclass(frozen=True, slots=True)
class InTheWay:
    """There is something at `path` already."""

    path: Path


@dataclass(frozen=True, slots=True)
class Damaged:
    """The file at `path` is not a whole copy of the books."""

    path: Path


@dataclass(frozen=True, slots=True)
class InUse:
    """Somebody has the books at `path` open."""

    path: Path


@dataclass(frozen=True, slots=True)
class NoPlace:
    """Nothing can be written at `path`."""

    path: Path


Copied = Done | NotSQLite | Missing | InTheWay | Damaged | InUse | NoPlace


def _copy(source: Path, part: Path) -> Copied:
    """Copy page by page with SQLite's own backup, then let SQLite check the copy."""
    part.unlink(missing_ok=True)
    try:
        part.touch()
    except OSError:
        return NoPlace(part.parent)
    try:
        with closing(_read_only(source)) as old, closing(sqlite3.connect(part)) as new:
            old.backup(new)
            whole = new.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            ours = new.execute("SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'").fetchone() == (1,)
    except sqlite3.DatabaseError:
        whole = ours = False
    if whole and ours:
        return Done(part.stat().st_size)
    part.unlink()
    return Damaged(source)


def _read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def _part(target: Path) -> Path:
    """The copy's name until it is known to be whole."""
    return target.with_name(target.name + ".part")


def backup(url: str, target: Path) -> Copied:
    """Copy the books to `target`, which must not exist; they may be in use."""
    books = file_of(url)
    if books is None:
        return NotSQLite()
    if not books.exists():
        return Missing(books)
    if target.exists():
        return InTheWay(target)
    copied = _copy(books, _part(target))
    if isinstance(copied, Done):
        _part(target).replace(target)
    return copied


def restore(url: str, source: Path, *, overwrite: bool) -> Copied:
    """Put a copy back as the books, which nobody may be using; books that are there only go with `overwrite`."""
    books = file_of(url)
    if books is None:
        return NotSQLite()
    if not source.exists():
        return Missing(source)
    if books.exists() and not overwrite:
        return InTheWay(books)
    books.parent.mkdir(parents=True, exist_ok=True)
    copied = _copy(source, _part(books))
    if not isinstance(copied, Done):
        return copied
    if books.exists() and _in_use(books):
        _part(books).unlink()
        return InUse(books)
    for rest in ("-wal", "-shm"):  # before the copy gets its name: what they hold is not of this file
        books.with_name(books.name + rest).unlink(missing_ok=True)
    _part(books).replace(books)
    return copied


def _in_use(books: Path) -> bool:
    """Whether somebody else has the books open: only who is alone can end WAL mode."""
    try:
        with closing(sqlite3.connect(books, timeout=0)) as connection:
            connection.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.DatabaseError as error:  # damaged books are in nobody's use
        return error.sqlite_errorcode == sqlite3.SQLITE_BUSY
    return False
