"""A seat never stays taken by somebody who has left."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import Connection, delete, select

from storage import people
from storage.database import Database
from storage.events import actions, publishing, tables
from storage.events.feature import FEATURE
from storage.people import Person, PersonId
from tests.storage.events.sample import NOW, START, publish, register, seats_taken, to_come


def forget(tx: Connection, person_id: PersonId, later: float = 0.0) -> None:
    """Let a person leave, as the office does it."""
    FEATURE.leave(tx, person_id, NOW + timedelta(days=later))
    tx.execute(delete(people.people).where(people.people.c.id == person_id))


def holders(tx: Connection) -> list[PersonId | None]:
    """Who has a seat somewhere."""
    columns = tables.registrations.c
    rows = tx.execute(select(columns.person_id).where(columns.cancelled_at.is_(None)).order_by(columns.id))
    return list(rows.scalars())


async def test_whoever_leaves_while_registering_leaves_no_seat_taken(
    association: Database, crowd: Sequence[Person]
) -> None:
    event = await publish(association)
    for person in crowd:
        await asyncio.gather(
            *(association.transact(actions.register, event.id, person.id, NOW) for _ in range(3)),
            association.transact(forget, person.id),
        )
    assert await association.read(holders) == []
    assert await association.read(to_come) == []


async def test_whoever_leaves_while_the_event_is_called_off_is_not_in_the_way(
    association: Database, crowd: Sequence[Person], cvetka: Person
) -> None:
    for person in crowd:
        event = await publish(association)
        await register(association, event, person.id)
        done, _ = await asyncio.gather(
            association.transact(publishing.cancel_event, event.id, cvetka.id, NOW),
            association.transact(forget, person.id),
        )
        assert isinstance(done, publishing.CallingOff)
        assert done.told in {0, 1}


async def test_seats_that_were_used_stay_in_the_count(association: Database, ana: Person, bojan: Person) -> None:
    event = await publish(association)
    for person in (ana, bojan):
        await register(association, event, person.id)
    await association.transact(forget, ana.id, (START - NOW) / timedelta(days=1))
    assert await association.read(seats_taken, event.id) == 2
    assert await association.read(holders) == [None, bojan.id]
