"""Rules 2 to 4: a freed seat is offered to those who wait, in their order, whoever does what at once."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta

import pytest

from storage.database import Database, open_database
from storage.events import actions, reading, waiting
from storage.events import books as rows
from storage.events.notices import FIRST_COME, LAPSED, OFFERED
from storage.events.publishing import Changed
from storage.events.seats import AlreadyIn, Back, NoOffer, Refused, Seated, Taken, Waiting
from storage.people import Person, PersonId
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
    left,
    local,
    of,
    publish,
    register,
    states,
    waits_in_outbox,
)
from tests.storage.membership.association import put, two_libraries

FULL = Waiting(1, library=False)
MINUTE = timedelta(minutes=1)


async def test_rule_2_a_newcomer_does_not_get_a_freed_seat(
    association: Database, ana: Person, bojan: Person, matjaz: Person
) -> None:
    event = await full(association, ana, bojan)
    await give_up(association, event, ana.id)
    assert await register(association, event, matjaz.id) == FULL
    assert await of(association, event, bojan, matjaz) == ["offered", "waiting"]
    assert await association.read(waits_in_outbox) == [(OFFERED, bojan.id, NOW)]


async def test_rule_2_control_where_the_list_does_not_move_a_newcomer_gets_the_seat(
    association: Database, ana: Person, bojan: Person, matjaz: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    event = await full(association, ana, bojan)
    monkeypatch.setattr(waiting, "settle", lambda *args: [])
    await give_up(association, event, ana.id)
    assert await register(association, event, matjaz.id) == Seated()


async def test_rule_2_even_one_that_was_freed_without_a_word_goes_to_those_who_wait(
    association: Database, ana: Person, bojan: Person, matjaz: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    event = await full(association, ana, bojan)
    with monkeypatch.context() as still:
        still.setattr(waiting, "settle", lambda *args: [])
        await give_up(association, event, ana.id)
    assert await register(association, event, matjaz.id) == FULL
    assert await of(association, event, bojan, matjaz) == ["offered", "waiting"]


async def test_rule_2_an_offer_is_held_until_its_moment_and_told_of_after_the_night(
    association: Database, ana: Person, bojan: Person
) -> None:
    event = await full(association, ana, bojan)
    night, morning = local(2027, 5, 3, 23, 0), local(2027, 5, 4, 7, 0)
    await give_up(association, event, ana.id, night)
    assert await association.read(waits_in_outbox) == [(OFFERED, bojan.id, morning)]
    card = await association.read(reading.card, event.id, bojan.id, night)
    assert card is not None
    assert card.mine is not None
    assert card.mine.offer_ends_at == local(2027, 5, 5, 18, 0)


async def test_rule_2_shortly_before_the_start_the_seat_is_for_the_first_who_takes_it(
    association: Database, ana: Person, bojan: Person, matjaz: Person, nika: Person
) -> None:
    event = await full(association, ana, bojan, matjaz, closes_at=START)
    await give_up(association, event, ana.id, SOON)
    assert await of(association, event, bojan, matjaz) == ["waiting", "waiting"]
    assert await association.read(waits_in_outbox) == [(FIRST_COME, bojan.id, SOON), (FIRST_COME, matjaz.id, SOON)]
    assert await answer(association, actions.accept, event, matjaz.id, SOON) == Seated()
    assert await answer(association, actions.accept, event, bojan.id, SOON) == Taken()
    assert await register(association, event, nika.id, SOON) == Waiting(2, library=False)


async def test_rule_2_shortly_before_the_start_of_many_at_once_one_takes_the_seat(
    association: Database, ana: Person, crowd: Sequence[Person]
) -> None:
    event = await full(association, ana, *crowd, closes_at=START)
    await give_up(association, event, ana.id, SOON)
    outcomes = await asyncio.gather(*(answer(association, actions.accept, event, one.id, SOON) for one in crowd))
    assert (outcomes.count(Seated()), outcomes.count(Taken())) == (1, len(crowd) - 1)


async def test_rule_2_a_newcomer_may_be_the_first_too_then(
    association: Database, ana: Person, bojan: Person, matjaz: Person
) -> None:
    event = await full(association, ana, bojan, closes_at=START)
    await give_up(association, event, ana.id, SOON)
    assert await register(association, event, matjaz.id, SOON) == Seated()


async def test_rule_2_who_is_offered_a_seat_until_then_waits_on_with_the_others(
    association: Database, ana: Person, bojan: Person, matjaz: Person
) -> None:
    event = await full(association, ana, bojan, matjaz)
    await give_up(association, event, ana.id, SOON - MINUTE)
    assert await of(association, event, bojan, matjaz) == ["offered", "waiting"]
    await fire(association, SOON)
    assert await of(association, event, bojan, matjaz) == ["waiting", "waiting"]
    told = [(kind, person) for kind, person, _ in await association.read(waits_in_outbox) if kind != OFFERED]
    assert told == [(FIRST_COME, bojan.id), (FIRST_COME, matjaz.id)]


async def test_rule_2_nobody_is_told_of_a_seat_that_their_library_may_not_take(
    association: Database, ana: Person, bojan: Person, matjaz: Person, nika: Person
) -> None:
    event = await full(association, ana, matjaz, bojan, nika, capacity=2, per_library=1)
    await give_up(association, event, matjaz.id, SOON)
    assert await association.read(waits_in_outbox) == [(FIRST_COME, nika.id, SOON)]
    assert await answer(association, actions.accept, event, bojan.id, SOON) == Taken()


async def _of_seventeen_seven_go(books: Database, others: Database, people: Sequence[PersonId]) -> list[str]:
    """Let two workers give up seven seats at once, while ten wait; return what the ten have."""
    event = await publish(books, capacity=7)
    for person in people:
        await register(books, event, person)
    await asyncio.gather(
        *(give_up(worker, event, person) for person, worker in zip(people[:7], [books, others] * 4, strict=False))
    )
    found = await books.read(states, event.id)
    return [found[person] for person in people[7:]]


async def test_rule_3_seven_seats_freed_by_two_workers_at_once_are_seven_offers(books_url: str) -> None:
    books, others = open_database(books_url), open_database(books_url)
    try:
        await books.transact(two_libraries)
        people = [(await put(books, number)).id for number in range(17)]
        assert await _of_seventeen_seven_go(books, others, people) == ["offered"] * 7 + ["waiting"] * 3
        assert sorted(await books.read(waits_in_outbox)) == sorted((OFFERED, one, NOW) for one in people[7:14])
    finally:
        await others.close()
        await books.close()


async def test_rule_3_control_on_postgresql_without_the_lock_they_are_not(
    postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "lock", rows.find)
    books = open_database(postgresql_url)
    try:
        await books.transact(two_libraries)
        people = [(await put(books, number)).id for number in range(17)]
        found = [await _of_seventeen_seven_go(books, books, people) for _ in range(3)]
        assert any(one.count("offered") != 7 for one in found)
    finally:
        await books.close()


async def test_rule_3_a_live_offer_is_taken_for_everybody_but_its_owner(
    association: Database, ana: Person, bojan: Person, matjaz: Person
) -> None:
    event = await full(association, ana, bojan)
    await give_up(association, event, ana.id)
    assert await left(association, event, matjaz) == (0, 0)
    assert await answer(association, actions.accept, event, matjaz.id) == NoOffer()
    assert await answer(association, actions.accept, event, bojan.id) == Seated()
    assert await answer(association, actions.accept, event, bojan.id) == AlreadyIn()
    assert await left(association, event, matjaz) == (0, 0)


async def test_rule_4_an_offer_that_is_over_goes_to_the_next_at_once(
    association: Database, ana: Person, bojan: Person, matjaz: Person
) -> None:
    event = await full(association, ana, bojan, matjaz)
    await give_up(association, event, ana.id)
    await fire(association, ENDS - MINUTE)
    assert await of(association, event, bojan, matjaz) == ["offered", "waiting"]
    await fire(association, ENDS)
    assert await of(association, event, bojan, matjaz) == [None, "offered"]
    told = [(kind, person) for kind, person, _ in await association.read(waits_in_outbox)]
    assert told == [(OFFERED, bojan.id), (LAPSED, bojan.id), (OFFERED, matjaz.id)]


async def test_rule_4_two_offers_made_within_a_minute_both_end(
    association: Database, ana: Person, bojan: Person, matjaz: Person
) -> None:
    event = await full(association, ana, bojan)
    await give_up(association, event, ana.id)
    await answer(association, actions.refuse, event, bojan.id, NOW + timedelta(seconds=10))
    await answer(association, actions.take_back_refusal, event, bojan.id, NOW + timedelta(seconds=20))
    await fire(association, ENDS)
    assert await of(association, event, bojan) == ["offered"]
    await fire(association, ENDS + timedelta(seconds=20))
    assert await of(association, event, bojan) == [None]


async def test_rule_4_an_offer_swept_late_holds_nothing(
    association: Database, ana: Person, bojan: Person, matjaz: Person, nika: Person
) -> None:
    event = await full(association, ana, bojan)
    await give_up(association, event, ana.id)
    assert await left(association, event, matjaz, ENDS) == (1, 1)
    assert await answer(association, actions.accept, event, bojan.id, ENDS) == NoOffer()
    assert await register(association, event, matjaz.id, ENDS) == Seated()
    await fire(association, ENDS)
    assert await register(association, event, nika.id, ENDS) == FULL


async def test_rule_4_an_offer_swept_late_goes_to_the_next_before_a_newcomer(
    association: Database, ana: Person, bojan: Person, matjaz: Person, nika: Person
) -> None:
    event = await full(association, ana, bojan, matjaz)
    await give_up(association, event, ana.id)
    assert await register(association, event, nika.id, ENDS) == FULL
    assert await of(association, event, bojan, matjaz, nika) == [None, "offered", "waiting"]


@pytest.mark.parametrize("swept", [True, False])
async def test_rule_4_whoever_let_an_offer_lapse_may_join_again_at_the_end(
    association: Database, ana: Person, bojan: Person, matjaz: Person, nika: Person, swept: bool
) -> None:
    event = await full(association, ana, bojan, matjaz, nika)
    await give_up(association, event, ana.id)
    if swept:
        await fire(association, ENDS)
    assert await register(association, event, bojan.id, ENDS) == Waiting(2, library=False)
    assert await of(association, event, matjaz, nika, bojan) == ["offered", "waiting", "waiting"]


async def test_rule_4_whoever_let_an_offer_lapse_that_nobody_has_swept_is_not_in(
    association: Database, ana: Person, bojan: Person
) -> None:
    event = await full(association, ana, bojan)
    await give_up(association, event, ana.id)
    assert await register(association, event, bojan.id, ENDS - MINUTE) == AlreadyIn()
    assert await register(association, event, bojan.id, ENDS) == Seated()


async def test_rule_4_a_refused_offer_goes_to_the_next_at_once_and_the_place_can_be_had_back(
    association: Database, ana: Person, bojan: Person, matjaz: Person, nika: Person
) -> None:
    event = await full(association, ana, bojan, matjaz, nika)
    await give_up(association, event, ana.id)
    assert await answer(association, actions.refuse, event, bojan.id) == Refused(ENDS)
    assert await of(association, event, bojan, matjaz, nika) == [None, "offered", "waiting"]
    assert await answer(association, actions.refuse, event, bojan.id) == NoOffer()
    assert await answer(association, actions.take_back_refusal, event, bojan.id, ENDS - MINUTE) == Back()
    assert await answer(association, actions.take_back_refusal, event, bojan.id, ENDS - MINUTE) == NoOffer()
    assert await association.read(states, event.id) == {
        bojan.id: "waiting", matjaz.id: "offered", nika.id: "waiting",
    }  # fmt: skip
    await answer(association, actions.refuse, event, matjaz.id, ENDS - MINUTE)
    assert await of(association, event, bojan, nika) == ["offered", "waiting"]


async def test_rule_4_a_refusal_is_taken_back_only_while_the_offer_would_have_lived(
    association: Database, ana: Person, bojan: Person
) -> None:
    event = await full(association, ana, bojan)
    await give_up(association, event, ana.id)
    await answer(association, actions.refuse, event, bojan.id)
    assert await answer(association, actions.take_back_refusal, event, bojan.id, ENDS) == NoOffer()
    assert await answer(association, actions.take_back_refusal, event, ana.id) == NoOffer()


async def test_an_event_that_moves_nearer_ends_offers_when_seats_are_for_the_first(
    association: Database, ana: Person, bojan: Person, matjaz: Person, cvetka: Person
) -> None:
    event = await full(association, ana, bojan, matjaz)
    await give_up(association, event, ana.id)
    nearer = NOW + timedelta(hours=4)
    moved = {"starts_at": nearer, "ends_at": nearer + timedelta(hours=1), "closes_at": nearer}
    assert isinstance(await change(association, event, cvetka.id, **moved), Changed)
    await fire(association, nearer - timedelta(hours=2, minutes=1))
    assert await of(association, event, bojan, matjaz) == ["offered", "waiting"]
    await fire(association, nearer - timedelta(hours=2))
    assert await of(association, event, bojan, matjaz) == ["waiting", "waiting"]
    assert await answer(association, actions.accept, event, matjaz.id, nearer - timedelta(hours=1)) == Seated()


async def test_an_event_that_moves_away_leaves_offers_as_they_were_promised(
    association: Database, ana: Person, bojan: Person, matjaz: Person, cvetka: Person
) -> None:
    event = await full(association, ana, bojan, matjaz)
    await give_up(association, event, ana.id)
    later = START + timedelta(days=30)
    await change(association, event, cvetka.id, starts_at=later, ends_at=later + timedelta(hours=1), closes_at=later)
    await fire(association, ENDS)
    assert await of(association, event, bojan, matjaz) == [None, "offered"]
