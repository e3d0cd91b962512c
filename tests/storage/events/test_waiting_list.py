"""Rules 1 and 5: seats for each library bind too, more seats are offered, and nobody is promoted in vain."""

import asyncio
from collections.abc import Sequence

from storage.database import Database
from storage.events import actions, by_hand, publishing, reading, roster
from storage.events import books as rows
from storage.events.publishing import Changed, TooFew
from storage.events.reading import Tally
from storage.events.rules import Event
from storage.events.seats import Freed, Seated, State, Waiting
from storage.people import Person, Role
from tests.storage.events.sample import (
    ENDS,
    NOW,
    SOON,
    START,
    answer,
    change,
    fire,
    full,
    give_up,
    of,
    publish,
    register,
    waits_in_outbox,
)
from tests.storage.membership.association import put

LIBRARY_IS_FULL = Waiting(1, library=True)


async def test_rule_1_a_library_gets_as_many_seats_as_it_may(
    association: Database, ana: Person, bojan: Person, matjaz: Person, cvetka: Person
) -> None:
    event = await publish(association, capacity=3, per_library=1)
    assert await register(association, event, ana.id) == Seated()
    assert await register(association, event, bojan.id) == LIBRARY_IS_FULL
    assert await register(association, event, matjaz.id) == Seated()
    assert await register(association, event, cvetka.id) == Seated()
    assert await of(association, event, ana, bojan, matjaz, cvetka) == ["seated", "waiting", "seated", "seated"]


async def test_rule_1_a_seat_that_only_another_library_may_take_passes_by_and_the_place_stays(
    association: Database, ana: Person, bojan: Person, matjaz: Person, nika: Person
) -> None:
    event = await full(association, ana, matjaz, bojan, nika, capacity=2, per_library=1)
    await give_up(association, event, matjaz.id)
    assert await of(association, event, bojan, nika) == ["waiting", "offered"]
    card = await association.read(reading.card, event.id, bojan.id, NOW)
    assert card is not None
    assert card.mine is not None
    assert card.mine.position == 1
    assert await register(association, event, matjaz.id) == Waiting(2, library=True)
    await give_up(association, event, ana.id)
    assert await of(association, event, bojan, nika, matjaz) == ["offered", "offered", "waiting"]


async def test_rule_1_with_more_seats_for_each_library_those_passed_by_are_next(
    association: Database, ana: Person, bojan: Person, cvetka: Person
) -> None:
    event = await full(association, ana, bojan, capacity=5, per_library=1)
    assert isinstance(await change(association, event, cvetka.id, per_library=2), Changed)
    assert await of(association, event, ana, bojan) == ["seated", "offered"]
    assert await change(association, event, cvetka.id, per_library=1) == TooFew(2, of_library=True)


async def test_rule_1_many_of_one_library_at_once_get_no_more_than_their_seats(
    association: Database, crowd: Sequence[Person], matjaz: Person
) -> None:
    event = await publish(association, capacity=30, per_library=3)
    outcomes = await asyncio.gather(*(register(association, event, one.id) for one in (*crowd, matjaz)))
    assert outcomes.count(Seated()) == 4
    assert sorted(one.position for one in outcomes if isinstance(one, Waiting)) == list(range(1, 18))


async def test_rule_5_more_seats_are_offered_to_those_who_wait(
    association: Database, ana: Person, bojan: Person, matjaz: Person, nika: Person, cvetka: Person
) -> None:
    event = await full(association, ana, bojan, matjaz, nika)
    assert isinstance(await change(association, event, cvetka.id, capacity=3), Changed)
    assert await of(association, event, ana, bojan, matjaz, nika) == ["seated", "offered", "offered", "waiting"]


async def test_rule_5_there_cannot_be_fewer_seats_than_are_taken_or_offered(
    association: Database, ana: Person, bojan: Person, matjaz: Person, cvetka: Person
) -> None:
    event = await full(association, ana, bojan, matjaz, capacity=2)
    await give_up(association, event, ana.id)
    assert await change(association, event, cvetka.id, capacity=1) == TooFew(2)
    await fire(association, ENDS)
    assert await change(association, event, cvetka.id, ENDS, capacity=1) == Changed(
        await _event(association, event, version=2), told=0, offers=0
    )


async def _event(books: Database, event: Event, version: int) -> Event:
    found = await books.read(rows.find, event.id)
    assert found is not None
    assert found.version == version
    return found


async def test_rule_5_nobody_is_promoted_after_the_start(
    association: Database, ana: Person, bojan: Person, cvetka: Person
) -> None:
    event = await full(association, ana, bojan)
    found = await association.read(roster.roster, event.id)
    assert found is not None
    await association.transact(by_hand.take_off, event.id, found.rows[0].id, cvetka.id, START)
    await fire(association, START)
    assert await of(association, event, ana, bojan) == [None, "waiting"]
    assert [kind for kind, *_ in await association.read(waits_in_outbox)] == ["event_removed"]


async def test_rule_5_nobody_is_promoted_once_the_event_is_called_off(
    association: Database, ana: Person, bojan: Person, matjaz: Person, cvetka: Person
) -> None:
    event = await full(association, ana, bojan, matjaz)
    await give_up(association, event, ana.id)
    done = await association.transact(publishing.cancel_event, event.id, cvetka.id, NOW)
    assert isinstance(done, publishing.CallingOff)
    assert done.told == 2
    assert await of(association, event, bojan, matjaz) == ["waiting", "waiting"]
    await fire(association, SOON)
    assert await of(association, event, bojan, matjaz) == ["waiting", "waiting"]
    assert [kind for kind, *_ in await association.read(waits_in_outbox)] == ["event_cancelled"] * 2


async def test_rule_5_the_list_moves_on_when_registration_has_closed(
    association: Database, ana: Person, bojan: Person, matjaz: Person
) -> None:
    event = await full(association, ana, bojan, matjaz)
    closed = event.details.closes_at
    assert await give_up(association, event, ana.id, closed) == Freed(State.SEATED, late=False)
    assert await of(association, event, bojan, matjaz) == ["offered", "waiting"]
    assert await answer(association, actions.accept, event, bojan.id, closed) == Seated()


async def test_lists_say_what_everybody_has(
    association: Database, ana: Person, bojan: Person, matjaz: Person, nika: Person
) -> None:
    event = await full(association, ana, bojan, matjaz)
    other = await publish(association)
    await give_up(association, event, ana.id)
    for person, state in ((ana, None), (bojan, "offered"), (matjaz, "waiting")):
        page = await association.read(reading.upcoming, person.id, 0, NOW)
        assert [(line.event.id, line.state) for line in page.lines] == [(event.id, state), (other.id, None)]
        mine = await association.read(reading.mine, person.id, 0, NOW)
        assert [line.state for line in mine.lines] == [state] * (state is not None)
        counted = Tally(0, int(state == "waiting"), int(state == "offered"))
        assert await association.read(reading.tally, person.id, NOW) == counted
    await answer(association, actions.accept, event, bojan.id)
    assert await association.read(reading.tally, bojan.id, NOW) == Tally(1, 0, 0)
    staff = await association.read(reading.everything, nika.id, 0, ENDS)
    assert [(line.event.id, line.taken) for line in staff.lines] == [(event.id, 1), (other.id, 0)]


async def test_the_office_may_have_as_many_seats_as_there_are(association: Database, ana: Person) -> None:
    event = await publish(association, capacity=4, per_library=1)
    office = [await put(association, 900 + number, Role.STAFF) for number in range(3)]
    assert [await register(association, event, one.id) for one in (ana, *office)] == [Seated()] * 4
