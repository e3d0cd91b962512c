"""A copy of the books while they are in use, and back again."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection, insert

from storage.backup import Copied, Damaged, Done, InTheWay, InUse, Missing, NoPlace, NotSQLite, backup, restore
from storage.database import open_database
from storage.membership import lists
from storage.people import libraries
from tests.storage.membership.association import KRANJ, KRSKO, two_libraries

PTUJ = {"code": "ptuj", "name": "Knjižnica Ivana Potrča", "town": "Ptuj", "kind": "osrednja območna"}


def _add(tx: Connection) -> None:
    tx.execute(insert(libraries).values(PTUJ))


async def _codes(url: str) -> list[str]:
    books = open_database(url)
    found = await books.read(lists.all_libraries)
    await books.close()
    return sorted(line.library.code for line in found)


async def _write(url: str) -> None:
    books = open_database(url)
    await books.transact(two_libraries)
    await books.close()


def _is_done(copied: Copied, target: Path) -> None:
    assert copied == Done(target.stat().st_size)
    assert not _parts(target.parent)


def _parts(folder: Path) -> list[Path]:
    return list(folder.glob("*.part*"))


@pytest.mark.parametrize("name", ["copy.db", "kopija 100% #1?.db"])
async def test_what_was_committed_is_in_the_copy_though_the_books_are_in_use(
    sqlite_url: str, tmp_path: Path, name: str
) -> None:
    copy = tmp_path / name
    books = open_database(sqlite_url)
    await books.transact(two_libraries)
    assert (tmp_path / "glasnik.db-wal").stat().st_size, "What was committed is not in the main file yet."
    _is_done(backup(sqlite_url, copy), copy)
    await books.transact(_add)
    await books.close()
    assert await _codes(sqlite_url) == [KRANJ.code, KRSKO.code, "ptuj"]
    _is_done(restore(sqlite_url, copy, overwrite=True), tmp_path / "glasnik.db")
    assert await _codes(sqlite_url) == [KRANJ.code, KRSKO.code]


async def test_a_copy_is_put_where_there_are_no_books(sqlite_url: str, tmp_path: Path) -> None:
    await _write(sqlite_url)
    elsewhere = tmp_path / "new" / "folder" / "books.db"
    _is_done(restore(f"sqlite:///{elsewhere}", tmp_path / "glasnik.db", overwrite=False), elsewhere)
    assert await _codes(f"sqlite:///{elsewhere}") == [KRANJ.code, KRSKO.code]


async def test_books_in_use_are_not_replaced(sqlite_url: str, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    _is_done(backup(sqlite_url, copy), copy)
    books = open_database(sqlite_url)
    await books.transact(two_libraries)
    assert restore(sqlite_url, copy, overwrite=True) == InUse(tmp_path / "glasnik.db")
    await books.transact(_add)
    await books.close()
    assert await _codes(sqlite_url) == [KRANJ.code, KRSKO.code, "ptuj"]


async def test_what_a_crash_has_left_beside_the_books_does_not_get_into_the_copy(
    sqlite_url: str, tmp_path: Path
) -> None:
    copy, books_file = tmp_path / "copy.db", tmp_path / "glasnik.db"
    _is_done(backup(sqlite_url, copy), copy)
    books = open_database(sqlite_url)
    await books.transact(two_libraries)
    left = books_file.with_name("glasnik.db-wal").read_bytes()
    await books.close()
    books_file.write_bytes(b"not a database at all, but long enough to be looked at" * 100)
    books_file.with_name("glasnik.db-wal").write_bytes(left)
    _is_done(restore(sqlite_url, copy, overwrite=True), books_file)
    assert await _codes(sqlite_url) == []


async def test_a_file_that_is_no_whole_copy_changes_nothing(sqlite_url: str, tmp_path: Path) -> None:
    await _write(sqlite_url)
    whole = (tmp_path / "glasnik.db").read_bytes()
    half, text, other = tmp_path / "half.db", tmp_path / "text.db", tmp_path / "other.db"
    half.write_bytes(whole[: len(whole) // 2])
    text.write_text("code,name,town,kind\n" * 1000)
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
    for bad in (half, text, other):
        assert restore(sqlite_url, bad, overwrite=True) == Damaged(bad)
    assert not _parts(tmp_path)
    assert await _codes(sqlite_url) == [KRANJ.code, KRSKO.code]


def test_nothing_is_overwritten_unasked(sqlite_url: str, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(b"mine")
    assert backup(sqlite_url, copy) == InTheWay(copy)
    assert copy.read_bytes() == b"mine"
    assert restore(sqlite_url, copy, overwrite=False) == InTheWay(tmp_path / "glasnik.db")


def test_what_is_not_there_is_named(sqlite_url: str, tmp_path: Path) -> None:
    lost = tmp_path / "lost.db"
    assert backup(f"sqlite:///{lost}", tmp_path / "copy.db") == Missing(lost)
    assert restore(sqlite_url, lost, overwrite=True) == Missing(lost)
    assert backup(sqlite_url, tmp_path / "no" / "copy.db") == NoPlace(tmp_path / "no")
    assert not lost.exists()


def test_postgresql_has_its_own_tools(tmp_path: Path) -> None:
    url = "postgresql://127.0.0.1/books"
    assert backup(url, tmp_path / "copy.db") == NotSQLite()
    assert restore(url, tmp_path / "copy.db", overwrite=True) == NotSQLite()
