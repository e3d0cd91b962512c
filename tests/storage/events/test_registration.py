"""Rule: asking twice gives one registration; giving up a seat frees it."""

import asyncio
from collections.abc import Sequence

from storage import people
from storage.database import Database
from storage.events import actions, publishing, reading
from storage.events.actions import NoSuch, Registration, Unregistration
from storage.events.rules import Cancelled, EventId, Over
from storage.events.seats import AlreadyIn, Freed, NotIn, Seated, State, Waiting
from storage.people import Person, PersonId
from tests.storage.events.sample import NOW, START, owed, publish, register, seats_taken, to_come


async def test_asking_twice_gives_one_registration(association: Database, ana: Person) -> None:
    event = await publish(association)
    assert await register(association, event, ana.id) == Seated()
    assert await register(association, event, ana.id) == AlreadyIn()
    assert await association.read(seats_taken, event.id) == 1
    assert len(await association.read(to_come)) == 3


async def test_asking_ten_times_at_once_gives_one_registration(association: Database, ana: Person) -> None:
    event = await publish(association)
    outcomes = await asyncio.gather(*(register(association, event, ana.id) for _ in range(10)))
    assert sorted(type(one).__name__ for one in outcomes) == ["AlreadyIn"] * 9 + ["Seated"]
    assert await association.read(seats_taken, event.id) == 1


async def test_the_answer_shows_the_event_as_it_stands_then(association: Database, ana: Person) -> None:
    event = await publish(association, capacity=1)
    done = await association.transact(actions.register, event.id, ana.id, NOW)
    assert isinstance(done, Registration)
    assert (done.card.taken, done.card.left) == (1, 0)
    assert done.card.mine is not None
    assert done.card == await association.read(reading.card, event.id, ana.id, NOW)


async def test_a_seat_that_is_given_up_is_offered_to_whoever_waits(
    association: Database, ana: Person, bojan: Person
) -> None:
    event = await publish(association, capacity=1)
    await register(association, event, ana.id)
    assert await register(association, event, bojan.id) == Waiting(1, library=False)
    done = await association.transact(actions.give_up, event.id, ana.id, NOW)
    assert isinstance(done, Unregistration)
    assert (done.outcome, done.card.taken, done.card.mine) == (Freed(State.SEATED, late=False), 1, None)
    assert await register(association, event, ana.id) == Waiting(1, library=False)
    taken = await association.transact(actions.accept, event.id, bojan.id, NOW)
    assert isinstance(taken, actions.Answering)
    assert taken.outcome == Seated()
    assert await association.read(seats_taken, event.id) == 1


async def test_giving_up_twice_frees_one_seat(association: Database, ana: Person, bojan: Person) -> None:
    event = await publish(association)
    await register(association, event, ana.id)
    await register(association, event, bojan.id)
    outcomes = await asyncio.gather(*(association.transact(actions.give_up, event.id, ana.id, NOW) for _ in range(5)))
    assert sorted(type(one.outcome).__name__ for one in outcomes if not isinstance(one, NoSuch)) == [
        "Freed", "NotIn", "NotIn", "NotIn", "NotIn",
    ]  # fmt: skip
    assert await association.read(seats_taken, event.id) == 1


async def test_nobody_gives_up_a_seat_for_another(association: Database, ana: Person, bojan: Person) -> None:
    event = await publish(association)
    await register(association, event, ana.id)
    done = await association.transact(actions.give_up, event.id, bojan.id, NOW)
    assert isinstance(done, Unregistration)
    assert done.outcome == NotIn()
    assert await association.read(seats_taken, event.id) == 1


async def test_whoever_comes_back_has_one_seat_and_one_set_of_reminders(association: Database, ana: Person) -> None:
    event = await publish(association)
    for _ in range(2):
        await register(association, event, ana.id)
        await association.transact(actions.give_up, event.id, ana.id, NOW)
    assert await register(association, event, ana.id) == Seated()
    assert await association.read(seats_taken, event.id) == 1
    assert len(await association.read(to_come)) == 3


async def test_an_event_that_is_not_there_takes_nobody(association: Database, ana: Person) -> None:
    nowhere = EventId(12345)
    assert await association.transact(actions.register, nowhere, ana.id, NOW) == NoSuch()
    assert await association.transact(actions.give_up, nowhere, ana.id, NOW) == NoSuch()
    assert await association.read(reading.card, nowhere, ana.id, NOW) is None


async def test_whoever_has_just_left_gets_no_seat(association: Database) -> None:
    event = await publish(association)
    assert await association.transact(actions.register, event.id, PersonId(999), NOW) == NoSuch()
    assert await association.read(seats_taken, event.id) == 0


async def test_a_cancelled_event_and_one_that_has_started_take_nobody(
    association: Database, ana: Person, cvetka: Person
) -> None:
    event = await publish(association, closes_at=START)
    assert await register(association, event, ana.id, START) == Over()
    await association.transact(publishing.cancel_event, event.id, cvetka.id, NOW)
    assert await register(association, event, ana.id) == Cancelled()


async def test_the_library_of_a_seat_is_the_one_at_the_time(association: Database, ana: Person) -> None:
    event = await publish(association)
    await register(association, event, ana.id)
    seats = await association.read(reading.seats, event.id)
    assert seats is not None
    assert [(one.library, one.names) for one in seats.libraries] == [("Mestna knjižnica Kranj", ("Ana",))]


async def test_a_seat_owes_nobody_a_message_by_itself(association: Database, crowd: Sequence[Person]) -> None:
    event = await publish(association)
    for person in crowd:
        await register(association, event, person.id)
    assert await association.read(owed) == []
    assert await association.read(people.get, crowd[0].id) == crowd[0]
