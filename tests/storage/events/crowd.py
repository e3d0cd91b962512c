"""A crowd that asks for seats, also as a process of its own: `python -m tests.storage.events.crowd --help`."""

import argparse
import asyncio
import sys
from collections.abc import Sequence

from sqlalchemy import Connection

from storage.database import Database, open_database
from storage.events import actions, rules, seats
from storage.events import books as rows
from storage.events.books import Entry
from storage.events.rules import EventId
from storage.events.seats import Roll, Seated, State
from storage.people import PersonId
from tests.storage.events.sample import NOW


async def register(books: Database, event_id: EventId, person: PersonId) -> bool:
    """Ask as the bot does: read, decide and write in one transaction."""
    done = await books.transact(actions.register, event_id, person, NOW)
    assert isinstance(done, actions.Registration)
    return isinstance(done.outcome, Seated)


async def careless(books: Database, event_id: EventId, person: PersonId) -> bool:
    """Ask with the protection off: read and decide in one transaction, write in another."""
    event, roll = await books.read(_look, event_id, person)
    if not isinstance(seats.register(event, roll, {}, NOW), Seated):
        return False
    await books.transact(rows.enter, event, Entry(person, None, State.SEATED), NOW)
    return True


def _look(tx: Connection, event_id: EventId, person: PersonId) -> tuple[rules.Event, Roll]:
    event = rows.find(tx, event_id)
    assert event is not None
    return event, rows.roll(tx, event_id, person, None, NOW)


async def rush(books: Database, event_id: EventId, people: Sequence[PersonId], *, carefully: bool) -> int:
    """Let all ask at once; return how many got in, as they were told."""
    ask = register if carefully else careless
    return sum(await asyncio.gather(*(ask(books, event_id, person) for person in people)))


async def main() -> None:
    """Rush once a line comes in; print how many got in."""
    parser = argparse.ArgumentParser()
    parser.add_argument("url")
    parser.add_argument("event", type=int)
    parser.add_argument("people", type=int, nargs="+")
    parser.add_argument("--careless", action="store_true")
    told = parser.parse_args()
    books = open_database(told.url)
    try:
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        await asyncio.to_thread(sys.stdin.readline)
        people = [PersonId(person) for person in told.people]
        sys.stdout.write(f"{await rush(books, EventId(told.event), people, carefully=not told.careless)}\n")
    finally:
        await books.close()


if __name__ == "__main__":
    asyncio.run(main())
