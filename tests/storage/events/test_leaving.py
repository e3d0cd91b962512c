"""A seat never stays taken by somebody who has left."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import Connection, delete, select, update

from storage import people
from storage.database import Database
from storage.events import actions, publishing, tables
from storage.events.feature import FEATURE
from storage.events.seats import offer_ends
from storage.people import Person, PersonId
from tests.storage.events.sample import (
    NOW,
    START,
    fire,
    give_up,
    publish,
    register,
    seats_taken,
    states,
    to_come,
    waits_in_outbox,
)


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


async def test_rule_6_whoever_leaves_frees_seat_offer_and_place_for_those_who_wait(
    association: Database, ana: Person, bojan: Person, crowd: Sequence[Person]
) -> None:
    first, second, third = (person.id for person in crowd[:3])
    event = await publish(association, capacity=1)
    for person in (ana.id, bojan.id, first, second, third):
        await register(association, event, person)
    await association.transact(forget, second)
    await association.transact(forget, ana.id)
    assert await association.read(states, event.id) == {bojan.id: "offered", first: "waiting", third: "waiting"}
    await association.transact(forget, bojan.id)
    assert await association.read(states, event.id) == {first: "offered", third: "waiting"}
    told = [(kind, person) for kind, person, _ in await association.read(waits_in_outbox)]
    assert told == [("event_offered", first)]
    await fire(association, offer_ends(START, NOW))
    assert await association.read(states, event.id) == {third: "offered"}


async def test_rule_6_whose_library_is_no_member_any_more_holds_nothing_once_the_list_moves(
    association: Database, ana: Person, bojan: Person, crowd: Sequence[Person], cvetka: Person
) -> None:
    event = await publish(association, capacity=2)
    for person in (ana.id, cvetka.id, bojan.id, crowd[0].id, crowd[1].id):
        await register(association, event, person)
    await association.transact(_without_library, ana.id, bojan.id)
    await give_up(association, event, cvetka.id)
    assert await association.read(states, event.id) == {crowd[0].id: "offered", crowd[1].id: "offered"}
    assert await association.read(to_come) == [offer_ends(START, NOW), START - timedelta(hours=2)]


def _without_library(tx: Connection, *left: PersonId) -> None:
    tx.execute(update(people.people).where(people.people.c.id.in_(left)).values(library_id=None))


async def test_rule_6_whoever_is_offered_a_seat_while_they_leave_does_not_keep_it(
    association: Database, crowd: Sequence[Person]
) -> None:
    for seated, leaving, waiting in zip(crowd[::3], crowd[1::3], crowd[2::3], strict=False):
        event = await publish(association, capacity=1)
        for person in (seated, leaving, waiting):
            await register(association, event, person.id)
        await asyncio.gather(
            association.transact(forget, leaving.id), association.transact(actions.give_up, event.id, seated.id, NOW)
        )
        assert await association.read(states, event.id) == {waiting.id: "offered"}


async def test_rule_6_what_was_said_goes_with_whoever_leaves(association: Database, ana: Person) -> None:
    event = await publish(association, free_until=NOW)
    await register(association, event, ana.id)
    await give_up(association, event, ana.id, reason="Bolezen")
    await association.transact(forget, ana.id)
    columns = tables.registrations.c
    assert await association.read(lambda tx: tx.execute(select(columns.reason, columns.answers)).all()) == [(None, {})]
