"""Rules 1 to 5: the waiting list is fair, whoever does what at once, and whenever it is swept."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest

from storage.database import Database, open_database
from storage.events import actions, by_hand, publishing, reading, roster, waiting
from storage.events import books as rows
from storage.events.notices import FIRST_COME, LAPSED, OFFERED
from storage.events.publishing import Changed, TooFew
from storage.events.reading import Tally
from storage.events.rules import Event
from storage.events.seats import AlreadyIn, Back, Freed, NoOffer, Refused, Seated, State, Taken, Waiting, offer_ends
from storage.people import Person, PersonId, Role
from tests.storage.events.sample import (
    NOW,
    START,
    answer,
    change,
    fire,
    give_up,
    local,
    publish,
    register,
    states,
    waits_in_outbox,
)
from tests.storage.membership.association import KRSKO, put, two_libraries

FULL, LIBRARY_IS_FULL = Waiting(1, library=False), Waiting(1, library=True)
ENDS = offer_ends(START, NOW)
SOON = START - timedelta(hours=2)
MINUTE = timedelta(minutes=1)


@pytest.fixture
async def matjaz(association: Database) -> Person:
    """A librarian of another library."""
    return await put(association, 51, library=KRSKO, name="Matjaž")


@pytest.fixture
async def nika(association: Database) -> Person:
    """Another librarian of the other library."""
    return await put(association, 52, library=KRSKO, name="Nika")


async def of(books: Database, event: Event, *people: Person) -> list[str | None]:
    """What each has at an event."""
    found = await books.read(states, event.id)
    return [found.get(person.id) for person in people]


async def full(books: Database, *people: Person, capacity: int = 1, **changes: Any) -> Event:
    """Publish an event for which so many ask in turn."""
    event = await publish(books, capacity=capacity, **changes)
    for person in people:
        await register(books, event, person.id)
    return event


async def left(books: Database, event: Event, person: Person, now: datetime = NOW) -> tuple[int, int]:
    """How many seats are free, as the card and the list say."""
    card = await books.read(reading.card, event.id, person.id, now)
    page = await books.read(reading.upcoming, person.id, 0, now)
    assert card is not None
    return card.left, page.lines[0].left


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
