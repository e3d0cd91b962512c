"""Rule: many at once for the last seat, and exactly one gets it."""

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from storage.database import Database, open_database
from storage.events import books as rows
from storage.events.rules import Event
from storage.events.seats import Seated
from storage.people import Person, PersonId
from tests.storage.events import crowd as people_at_the_door
from tests.storage.events.sample import publish, register, seats_taken
from tests.storage.membership.association import put, two_libraries

ROOT = Path(__file__).parents[3]
ROUNDS = 5


async def test_of_twenty_at_once_one_gets_the_last_seat(association: Database, crowd: Sequence[Person]) -> None:
    event = await publish(association, capacity=3)
    for person in crowd[:2]:
        assert await register(association, event, person.id) == Seated()
    everybody = [person.id for person in crowd[2:]]
    assert await people_at_the_door.rush(association, event.id, everybody, carefully=True) == 1
    assert await association.read(seats_taken, event.id) == 3


async def test_control_with_reading_and_writing_apart_the_last_seat_is_sold_more_than_once(
    association: Database, crowd: Sequence[Person]
) -> None:
    everybody = [person.id for person in crowd]
    sold = [await _sell_one_seat(association, everybody, carefully=False) for _ in range(ROUNDS)]
    assert max(sold) > 1


async def test_on_postgresql_every_connection_wants_the_last_seat(postgresql_url: str) -> None:
    books = open_database(postgresql_url)
    try:
        await books.transact(two_libraries)
        people = [(await put(books, number)).id for number in range(60)]
        event = await publish(books, capacity=1)
        assert await people_at_the_door.rush(books, event.id, people, carefully=True) == 1
        assert await books.read(seats_taken, event.id) == 1
    finally:
        await books.close()


async def test_control_on_postgresql_without_the_lock_the_last_seat_is_sold_more_than_once(
    postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "lock", rows.find)
    books = open_database(postgresql_url)
    try:
        await books.transact(two_libraries)
        people = [(await put(books, number)).id for number in range(20)]
        sold = [await _sell_one_seat(books, people, carefully=True) for _ in range(ROUNDS)]
        assert max(sold) > 1
    finally:
        await books.close()


async def _sell_one_seat(books: Database, people: Sequence[PersonId], *, carefully: bool) -> int:
    """Let all rush for the only seat of an event; return how many have it then."""
    event = await publish(books, capacity=1)
    await people_at_the_door.rush(books, event.id, people, carefully=carefully)
    return await books.read(seats_taken, event.id)


async def _two_processes(url: str, event: Event, people: Sequence[Person], *options: str) -> int:
    """Let two programs rush at once, each with half of the people; return how many got in, as they were told."""
    halves = (people[::2], people[1::2])
    programs = [
        await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.storage.events.crowd", url, str(event.id),
            *(str(person.id) for person in half), *options,
            cwd=ROOT, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
        )
        for half in halves
    ]  # fmt: skip
    for program in programs:
        assert program.stdout
        assert await program.stdout.readline() == b"ready\n"
    told = await asyncio.gather(*(program.communicate(b"go\n") for program in programs))
    assert [program.returncode for program in programs] == [0, 0]
    return sum(int(out) for out, _ in told)


async def test_two_programs_on_one_sqlite_file_sell_as_many_seats_as_there_are(sqlite_url: str) -> None:
    books = open_database(sqlite_url)
    try:
        await books.transact(two_libraries)
        people = [await put(books, number) for number in range(60)]
        event = await publish(books, capacity=7)
        assert await _two_processes(sqlite_url, event, people) == 7
        assert await books.read(seats_taken, event.id) == 7
    finally:
        await books.close()


async def test_control_two_programs_that_read_and_write_apart_oversell(sqlite_url: str) -> None:
    books = open_database(sqlite_url)
    try:
        await books.transact(two_libraries)
        people = [await put(books, number) for number in range(60)]
        event = await publish(books, capacity=7)
        assert await _two_processes(sqlite_url, event, people, "--careless") > 7
        assert await books.read(seats_taken, event.id) > 7
    finally:
        await books.close()
