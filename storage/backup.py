"""A copy of the books, taken while they are in use, and put back. For SQLite; PostgreSQL has pg_dump."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import make_url

from storage.database import is_sqlite


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


Copied = Done | NotSQLite | Missing | InTheWay | Damaged


def _path(url: str) -> Path:
    return Path(make_url(url).database or "")


def _copy(source: Path, target: Path) -> Copied:
    """Copy page by page with SQLite's own backup, then let SQLite check the copy before it gets its name."""
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as old, closing(sqlite3.connect(part)) as new:
            old.backup(new)
            whole = new.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            ours = new.execute("SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'").fetchone() == (1,)
    except sqlite3.DatabaseError:
        whole = ours = False
    if not whole or not ours:
        part.unlink(missing_ok=True)
        return Damaged(source)
    part.replace(target)
    return Done(target.stat().st_size)


def backup(url: str, target: Path) -> Copied:
    """Copy the books to `target`, which must not exist; they may be in use."""
    if not is_sqlite(url):
        return NotSQLite()
    if not _path(url).exists():
        return Missing(_path(url))
    return InTheWay(target) if target.exists() else _copy(_path(url), target)


def restore(url: str, source: Path, *, overwrite: bool) -> Copied:
    """Put a copy back as the books, which nobody may be using; books that are there only go with `overwrite`."""
    if not is_sqlite(url):
        return NotSQLite()
    if not source.exists():
        return Missing(source)
    books = _path(url)
    if books.exists() and not overwrite:
        return InTheWay(books)
    books.parent.mkdir(parents=True, exist_ok=True)
    copied = _copy(source, books)
    if isinstance(copied, Done):
        for rest in ("-wal", "-shm"):
            books.with_name(books.name + rest).unlink(missing_ok=True)
    return copied
