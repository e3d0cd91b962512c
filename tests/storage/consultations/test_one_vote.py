"""Rule 1: one official vote of a library, however many tap at once."""

import asyncio
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlalchemy import Connection, func, select

from storage.consultations import books, chain
from storage.consultations.majority import Choice
from storage.consultations.rules import Consultation, ConsultationId, Final
from storage.consultations.sealed import Dropped
from storage.consultations.tables import ballots, voters, votes
from storage.consultations.voting import Counted
from storage.database import Database, open_database
from storage.people import Library, Person, Role
from tests.storage.consultations import crowd, sample
from tests.storage.consultations.sample import SEALED

ROOT = Path(__file__).parents[3]
FIFTY = 50


async def _library(db: Database, count: int = FIFTY) -> tuple[Library, Sequence[Person]]:
    """A library with a delegate and many deputies."""
    (library,) = await db.transact(sample.add_libraries, 1)
    roles = [Role.DELEGATE, *[Role.DEPUTY] * (count - 1)]
    return library, await db.transact(sample.add_people, [(role, library.id) for role in roles])


def _box(tx: Connection, one: ConsultationId) -> tuple[int, int]:
    """Count what lies in the box, and who is on the list of voters."""
    box, list_ = (tx.execute(select(func.count()).select_from(table)).scalar_one() for table in (ballots, voters))
    return box, list_


async def test_rule_1_of_fifty_at_once_one_casts_the_sealed_ballot_of_their_library(books: Database) -> None:
    library, everybody = await _library(books)
    one = await sample.put(books, questions=1, ballot=SEALED)
    (question,) = await sample.asked(books, one.id)
    told = await asyncio.gather(*(sample.drop(books, question, who, f"key-{who.id}") for who in everybody))
    assert Counter(told) == {Dropped(library.id, 1): 1, Final(): FIFTY - 1}
    assert await books.read(_box, one.id) == (1, 1)


async def test_rule_1_of_fifty_at_once_all_are_told_the_truth_and_the_last_vote_is_the_library_s(
    books: Database,
) -> None:
    _, everybody = await _library(books)
    one = await sample.put(books, questions=1)
    (question,) = await sample.asked(books, one.id)
    choices = list(Choice) * FIFTY
    told = await asyncio.gather(
        *(sample.vote(books, question, who, choice) for who, choice in zip(everybody, choices, strict=False))
    )
    entries, head = await sample.log(books, one)
    assert chain.verify(entries, head) == chain.Sound(head)
    cast = [entry.said for entry in entries if entry.said["do"] == "vote"]
    receipts = {outcome.receipt for outcome in told if isinstance(outcome, Counted)}
    assert {said["receipt"] for said in cast} == receipts
    rows = await books.read(lambda tx: tx.execute(select(votes.c.choice, votes.c.receipt)).all())
    assert [tuple(row) for row in rows] == [(cast[-1]["choice"], cast[-1]["receipt"])]


async def _ballots_of_one_library(db: Database, *, carefully: bool) -> int:
    library, everybody = await _library(db)
    one = await sample.put(db, questions=1, ballot=SEALED)
    (question,) = await sample.asked(db, one.id)
    await crowd.rush(db, question, library.id, [who.id for who in everybody], carefully=carefully)
    return (await db.read(_box, one.id))[0]


async def test_control_with_reading_and_writing_apart_a_library_has_several_ballots(books: Database) -> None:
    assert await _ballots_of_one_library(books, carefully=False) > 1


async def test_control_on_postgresql_without_the_lock_a_library_has_several_ballots(
    postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(books, "_LOCK", books._FIND)
    db = open_database(postgresql_url)
    try:
        assert await _ballots_of_one_library(db, carefully=True) > 1
    finally:
        await db.close()


async def _two_processes(
    url: str, one: Consultation, library: Library, everybody: Sequence[Person], *options: str
) -> int:
    """Let two programs rush at once, each with half of the people; return how many ballots they were told of."""
    programs = [
        await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.storage.consultations.crowd", url, str(one.id), str(library.id),
            *(str(person.id) for person in half), *options,
            cwd=ROOT, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
        )
        for half in (everybody[::2], everybody[1::2])
    ]  # fmt: skip
    for program in programs:
        assert program.stdout
        assert await program.stdout.readline() == b"ready\n"
    told = await asyncio.gather(*(program.communicate(b"go\n") for program in programs))
    assert [program.returncode for program in programs] == [0, 0]
    return sum(int(out) for out, _ in told)


async def test_rule_1_two_programs_on_one_sqlite_file_cast_one_ballot(sqlite_url: str) -> None:
    db = open_database(sqlite_url)
    try:
        library, everybody = await _library(db)
        one = await sample.put(db, questions=1, ballot=SEALED)
        assert await _two_processes(sqlite_url, one, library, everybody) == 1
        assert await db.read(_box, one.id) == (1, 1)
    finally:
        await db.close()


async def test_control_two_programs_that_read_and_write_apart_cast_several(sqlite_url: str) -> None:
    db = open_database(sqlite_url)
    try:
        library, everybody = await _library(db)
        one = await sample.put(db, questions=1, ballot=SEALED)
        assert await _two_processes(sqlite_url, one, library, everybody, "--careless") > 1
        assert (await db.read(_box, one.id))[0] > 1
    finally:
        await db.close()
