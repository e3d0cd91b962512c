"""Many who vote at once, also as a process of its own: `python -m tests.storage.consultations.crowd --help`."""

import argparse
import asyncio
import sys
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from storage import people
from storage.consultations import books, rules, sealed, voting
from storage.consultations.books import Question
from storage.consultations.majority import Choice
from storage.consultations.rules import ConsultationId, Key, MayCast
from storage.database import Database, open_database
from storage.people import LibraryId, PersonId
from tests.storage.consultations.sample import NOW, asked, receipt


async def drop(db: Database, question: Question, library: LibraryId, person: PersonId) -> bool:
    """Cast a sealed ballot as the bot does: read, decide and write in one transaction."""
    words = question.id, question.wording_id, library, person, Choice.FOR, Key(f"key-{person}"), NOW
    return isinstance(await db.transact(sealed.cast, *words), sealed.Dropped)


async def drop_carelessly(db: Database, question: Question, library: LibraryId, person: PersonId) -> bool:
    """Cast a sealed ballot with the protection off: read and decide in one transaction, write in another."""
    if await db.read(sealed.has_voted, question.wording_id, library):
        return False
    await db.transact(_drop, question, library, person)
    return True


def _drop(tx: Connection, question: Question, library: LibraryId, person: PersonId) -> None:
    on, number = [question.wording_id], books.of_question(tx, question.id)
    assert number is not None
    books.lock(tx, number)
    sealed._drop(tx, library, on, Choice.FOR, Key(f"key-{person}"), among=on)


async def vote(db: Database, question: Question, library: LibraryId, person: PersonId, now: datetime = NOW) -> bool:
    """Cast an open vote as the bot does."""
    words = question.id, question.wording_id, library, person, Choice.FOR, receipt(), now
    return isinstance(await db.transact(voting.cast, *words), voting.Counted)


async def vote_carelessly(
    db: Database, question: Question, library: LibraryId, person: PersonId, now: datetime = NOW
) -> bool:
    """Cast an open vote with the protection off."""
    may = await db.read(_may, question, library, person, now)
    if not isinstance(may, MayCast):
        return False
    await db.transact(_vote, question, library, person, now)
    return True


def _may(tx: Connection, question: Question, library: LibraryId, person: PersonId, now: datetime) -> object:
    number, who = books.of_question(tx, question.id), people.get(tx, person)
    one = books.find(tx, number) if number else None
    assert one is not None
    assert who is not None
    return rules.may_cast(one, who, library, books.given(tx, one.id), now)


def _vote(tx: Connection, question: Question, library: LibraryId, person: PersonId, now: datetime) -> None:
    number = books.of_question(tx, question.id)
    locked = books.lock(tx, number) if number else None
    assert locked is not None
    how = {"through": library, "role": "delegate", "person_id": person, "file_id": None}
    voting.enter(tx, locked, library, [(question.id, question.wording_id)], Choice.FOR, receipt(), how, now)


async def rush(
    db: Database, question: Question, library: LibraryId, everybody: Sequence[PersonId], *, carefully: bool
) -> int:
    """Let all cast the sealed ballot of one library at once; return how many were told that theirs is in the box."""
    cast = drop if carefully else drop_carelessly
    told = await asyncio.gather(*(cast(db, question, library, person) for person in everybody), return_exceptions=True)
    return sum(outcome is True for outcome in told)


async def main() -> None:
    """Rush once a line comes in; print how many ballots are in the box, as those who cast them were told."""
    parser = argparse.ArgumentParser()
    parser.add_argument("url")
    parser.add_argument("consultation", type=int)
    parser.add_argument("library", type=int)
    parser.add_argument("people", type=int, nargs="+")
    parser.add_argument("--careless", action="store_true")
    told = parser.parse_args()
    db = open_database(told.url)
    try:
        (question,) = await asked(db, ConsultationId(told.consultation))
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        await asyncio.to_thread(sys.stdin.readline)
        everybody = [PersonId(person) for person in told.people]
        dropped = await rush(db, question, LibraryId(told.library), everybody, carefully=not told.careless)
        sys.stdout.write(f"{dropped}\n")
    finally:
        await db.close()


if __name__ == "__main__":
    asyncio.run(main())
