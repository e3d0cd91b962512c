"""A seat goes to a colleague: nobody is promoted, nobody is passed by, and nobody has two."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import Connection, select, update

from storage.database import Database
from storage.events import actions, by_hand, checkin, publishing, roster, substituting
from storage.events.questions import Question
from storage.events.rules import Cancelled, Event, EventId, Over
from storage.events.seats import AlreadyIn, Asks, CheckedIn, Seated, State
from storage.events.substituting import NoSuch
from storage.events.swaps import Answer, Ended, NoColleague, NoSeat, Offered, Pending, TooLate
from storage.events.tables import registrations
from storage.membership import leaving
from storage.people import Person, Role
from tests.storage.events.sample import NOW, START, fire, owed, publish, register, to_come
from tests.storage.events.swapping import accepts, asks, last_swap, offers, seat_of, takes_back
from tests.storage.membership.association import KRSKO, put

DAY = timedelta(days=1)


@pytest.fixture
async def event(association: Database, ana: Person) -> Event:
    """An event with one seat, which is Ana's."""
    event = await publish(association, capacity=1)
    assert await register(association, event, ana.id) == Seated()
    return event


@pytest.fixture
async def delegate(association: Database) -> Person:
    """Who speaks for the library."""
    return await put(association, 50, Role.DELEGATE, name="Darja")


async def states(books: Database, event: Event) -> list[tuple[str | None, State]]:
    """Who is at an event, in order of arrival."""
    found = await books.read(roster.roster, event.id)
    assert found is not None
    return [(row.name, row.state) for row in found.rows]


def rows(tx: Connection, event: EventId) -> list[tuple[str, bool]]:
    """All registrations there were: their state, and whether they took another over."""
    columns = registrations.c
    chosen = select(columns.state, columns.replaces).where(columns.event_id == event).order_by(columns.id)
    return [(row.state, row.replaces is not None) for row in tx.execute(chosen)]


async def test_a_colleague_takes_the_seat_and_the_old_one_stays_in_the_books(
    association: Database, ana: Person, bojan: Person, event: Event
) -> None:
    assert await asks(association, event, ana, bojan) == Offered(NOW + timedelta(hours=34))
    assert await states(association, event) == [("Ana", State.SEATED)]
    assert await accepts(association, await association.read(last_swap), bojan) == Seated()
    assert await states(association, event) == [("Bojan", State.SEATED)]
    assert await association.read(rows, event.id) == [("substituted", False), ("seated", True)]
    assert len(await association.read(to_come)) == 3
    kinds = [(kind, person) for kind, person, _ in await association.read(owed)]
    assert kinds == [(substituting.ANSWERED, ana.id)]


async def test_the_swap_promotes_nobody(
    association: Database, ana: Person, bojan: Person, cvetka: Person, event: Event
) -> None:
    await register(association, event, cvetka.id)
    await accepts(association, await offers(association, event, ana, bojan), bojan)
    assert await states(association, event) == [("Cvetka", State.WAITING), ("Bojan", State.SEATED)]


async def test_whoever_waits_and_takes_a_colleagues_seat_gives_up_the_place(
    association: Database, ana: Person, bojan: Person, cvetka: Person, event: Event
) -> None:
    await register(association, event, bojan.id)
    await register(association, event, cvetka.id)
    swap = await offers(association, event, ana, bojan)
    done = await association.transact(substituting.accept, swap, bojan.id, NOW)
    assert isinstance(done, substituting.Taking)
    assert done.left is not None
    assert done.left.position == 1
    assert await states(association, event) == [("Cvetka", State.WAITING), ("Bojan", State.SEATED)]


async def test_whoever_had_an_offer_and_takes_a_colleagues_seat_leaves_the_offer_to_the_next(
    association: Database, ana: Person, bojan: Person, cvetka: Person
) -> None:
    event = await publish(association, capacity=2)
    other = await put(association, 60, library=KRSKO, name="Eva")
    for person in (ana, other, bojan, cvetka):
        await register(association, event, person.id)
    await association.transact(actions.give_up, event.id, other.id, NOW)
    assert dict(await states(association, event))["Bojan"] is State.OFFERED
    await accepts(association, await offers(association, event, ana, bojan), bojan)
    assert await states(association, event) == [("Cvetka", State.OFFERED), ("Bojan", State.SEATED)]


async def test_only_a_colleague_without_a_seat_can_be_asked(
    association: Database, ana: Person, bojan: Person, delegate: Person
) -> None:
    event = await publish(association)
    for person in (ana, bojan):
        await register(association, event, person.id)
    stranger = await put(association, 61, library=KRSKO)
    for to in (bojan, stranger, ana):
        assert await asks(association, event, ana, to) == NoColleague()
    assert isinstance(await asks(association, event, ana, delegate), Offered)
    pending = await asks(association, event, ana, delegate)
    assert isinstance(pending, Pending)


async def test_only_whose_seat_it_is_and_who_speaks_for_the_library_may_give_it(
    association: Database, ana: Person, bojan: Person, cvetka: Person, delegate: Person, event: Event
) -> None:
    seat = await association.read(seat_of, event, ana.id)
    other = await put(association, 62, Role.DELEGATE, library=KRSKO)
    for by in (bojan, other, cvetka):
        assert await association.transact(substituting.ask, seat, bojan.id, by, NOW) == NoSuch()
    swap = await offers(association, event, ana, bojan, by=delegate)
    for by in (bojan, other, cvetka):
        assert await association.transact(substituting.take_back, swap, by, NOW) == NoSuch()
    assert await association.transact(substituting.accept, swap, cvetka.id, NOW) == NoSuch()
    assert await association.transact(substituting.refuse, swap, ana.id, NOW) == NoSuch()


async def test_whoever_loses_the_seat_by_the_delegate_is_told(
    association: Database, ana: Person, bojan: Person, delegate: Person, event: Event
) -> None:
    swap = await offers(association, event, ana, bojan, by=delegate)
    await accepts(association, swap, bojan)
    told = {(kind, person) for kind, person, _ in await association.read(owed)}
    assert told == {(substituting.ANSWERED, delegate.id), (substituting.GIVEN, ana.id)}


async def test_until_it_is_taken_it_can_be_taken_back(
    association: Database, ana: Person, bojan: Person, event: Event
) -> None:
    swap = await offers(association, event, ana, bojan)
    assert await takes_back(association, swap, ana) == Ended()
    assert await association.read(owed) == []
    assert await accepts(association, swap, bojan) == TooLate(Answer.TAKEN_BACK)
    assert await takes_back(association, swap, ana) == TooLate(Answer.TAKEN_BACK)
    swap = await offers(association, event, ana, bojan)
    await accepts(association, swap, bojan)
    assert await takes_back(association, swap, ana) == TooLate(Answer.ACCEPTED)
    assert await accepts(association, swap, bojan) == AlreadyIn()


async def test_the_delegate_takes_back_too(
    association: Database, ana: Person, bojan: Person, delegate: Person, event: Event
) -> None:
    assert await takes_back(association, await offers(association, event, ana, bojan), delegate) == Ended()


async def test_a_refusal_is_told_and_the_seat_can_be_offered_to_another(
    association: Database, ana: Person, bojan: Person, delegate: Person, event: Event
) -> None:
    swap = await offers(association, event, ana, bojan)
    await association.transact(substituting.refuse, swap, bojan.id, NOW)
    assert [kind for kind, *_ in await association.read(owed)] == [substituting.ANSWERED]
    assert isinstance(await asks(association, event, ana, delegate), Offered)


async def test_what_nobody_answers_ends_and_the_seat_stays_whose_it_was(
    association: Database, ana: Person, bojan: Person, event: Event
) -> None:
    swap, end = await offers(association, event, ana, bojan), NOW + timedelta(hours=34)
    assert await accepts(association, swap, bojan, end) == TooLate(Answer.LAPSED)
    await fire(association, NOW + 3 * DAY)
    assert await states(association, event) == [("Ana", State.SEATED)]
    told = [(kind, person) for kind, person, _ in await association.read(owed)]
    assert told == [(substituting.ANSWERED, ana.id)]


async def test_whoever_has_come_is_not_told_to_give_the_seat_to_another(
    association: Database, ana: Person, bojan: Person, delegate: Person, event: Event
) -> None:
    morning = START - timedelta(hours=1, minutes=30)
    await offers(association, event, ana, bojan, now=morning - timedelta(hours=2))
    seat = await association.read(seat_of, event, ana.id)
    await association.transact(checkin.tick, seat, delegate.id, morning - timedelta(hours=1))
    await fire(association, morning)
    assert substituting.ANSWERED not in [kind for kind, *_ in await association.read(owed)]


async def test_what_has_ended_and_is_not_swept_yet_keeps_nobody_from_being_asked(
    association: Database, ana: Person, bojan: Person, event: Event
) -> None:
    await offers(association, event, ana, bojan)
    assert isinstance(await asks(association, event, ana, bojan, now=NOW + timedelta(hours=34)), Offered)


async def test_shortly_before_the_start_a_colleague_has_until_it_starts(
    association: Database, ana: Person, bojan: Person, event: Event
) -> None:
    now = START - timedelta(hours=1)
    assert await asks(association, event, ana, bojan, now=now) == Offered(START)
    swap = await association.read(last_swap)
    assert await accepts(association, swap, bojan, START) == Over()
    assert await accepts(association, swap, bojan, START - timedelta(seconds=1)) == Seated()
    assert await asks(association, event, bojan, ana, now=START) == Over()


async def test_when_the_event_is_off_nothing_is_taken_over(
    association: Database, ana: Person, bojan: Person, cvetka: Person, event: Event
) -> None:
    swap = await offers(association, event, ana, bojan)
    await association.transact(publishing.cancel_event, event.id, cvetka.id, NOW)
    assert await accepts(association, swap, bojan) == Cancelled()
    assert await asks(association, event, ana, bojan) == Cancelled()
    await fire(association, NOW + 3 * DAY)
    assert substituting.ANSWERED not in [kind for kind, *_ in await association.read(owed)]


async def test_a_seat_that_was_given_up_cannot_be_taken(
    association: Database, ana: Person, bojan: Person, event: Event
) -> None:
    swap = await offers(association, event, ana, bojan)
    await association.transact(actions.give_up, event.id, ana.id, NOW)
    assert await accepts(association, swap, bojan) == NoSeat()
    assert await states(association, event) == []


async def test_when_either_has_left_nothing_is_taken_over(
    association: Database, ana: Person, bojan: Person, cvetka: Person, event: Event
) -> None:
    swap = await offers(association, event, ana, bojan)
    await association.transact(leaving.remove, cvetka.id, ana.id, NOW)
    assert await accepts(association, swap, bojan) == NoSeat()
    event = await publish(association)
    await register(association, event, bojan.id)
    other = await put(association, 63, name="Eva")
    swap = await offers(association, event, bojan, other)
    await association.transact(leaving.remove, cvetka.id, other.id, NOW)
    assert await association.transact(substituting.accept, swap, other.id, NOW) == NoSuch()
    await fire(association, NOW + 3 * DAY)
    assert await states(association, event) == [("Bojan", State.SEATED)]


async def test_whoever_has_checked_in_gives_the_seat_to_nobody(
    association: Database, ana: Person, bojan: Person, event: Event
) -> None:
    swap = await offers(association, event, ana, bojan)
    await association.transact(lambda tx: tx.execute(update(registrations).values(checked_in_at=NOW)).rowcount)
    assert await accepts(association, swap, bojan) == NoSeat()
    assert await asks(association, event, ana, bojan) == CheckedIn()


async def test_the_colleague_answers_the_questions_for_themselves(
    association: Database, ana: Person, bojan: Person
) -> None:
    meal = Question("1", "Kaj boste jedli?")
    event = await publish(association, questions=(meal,))
    await association.transact(actions.register, event.id, ana.id, NOW, {"1": "Vse"})
    swap = await offers(association, event, ana, bojan)
    assert await accepts(association, swap, bojan) == Asks(meal)
    done = await association.transact(substituting.accept, swap, bojan.id, NOW, {"1": "Brez mesa"})
    assert isinstance(done, substituting.Taking)
    found = await association.read(roster.roster, event.id)
    assert found is not None
    assert [(row.name, row.answers) for row in found.rows] == [("Bojan", {"1": "Brez mesa"})]


async def test_a_speakers_seat_that_takes_none_still_takes_none(
    association: Database, ana: Person, bojan: Person, cvetka: Person
) -> None:
    event = await publish(association, capacity=1)
    await association.transact(by_hand.enter, event.id, ana.id, cvetka.id, NOW, speaks=True)
    assert await register(association, event, cvetka.id) == Seated()
    assert await accepts(association, await offers(association, event, ana, bojan), bojan) == Seated()
    found = await association.read(roster.roster, event.id)
    assert found is not None
    assert [(row.name, row.speaks) for row in found.rows] == [("Cvetka", False), ("Bojan", True)]


async def test_taken_and_taken_back_at_once_one_of_them_holds(
    association: Database, ana: Person, bojan: Person
) -> None:
    for _ in range(8):
        event = await publish(association, capacity=1)
        await register(association, event, ana.id)
        swap = await offers(association, event, ana, bojan)
        taken, kept = await asyncio.gather(accepts(association, swap, bojan), takes_back(association, swap, ana))
        assert (taken == Seated()) != (kept == Ended())
        assert await states(association, event) == [("Bojan" if taken == Seated() else "Ana", State.SEATED)]


async def test_taken_twice_at_once_is_one_seat(association: Database, ana: Person, bojan: Person, event: Event) -> None:
    swap = await offers(association, event, ana, bojan)
    outcomes = await asyncio.gather(*(accepts(association, swap, bojan) for _ in range(6)))
    assert outcomes.count(Seated()) == 1
    assert outcomes.count(AlreadyIn()) == 5
    assert await states(association, event) == [("Bojan", State.SEATED)]


async def test_offered_to_two_at_once_one_of_them_is_asked(
    association: Database, ana: Person, bojan: Person, delegate: Person, event: Event
) -> None:
    outcomes = await asyncio.gather(
        asks(association, event, ana, bojan), asks(association, event, ana, delegate, by=delegate)
    )
    assert sorted(type(one).__name__ for one in outcomes) == ["Offered", "Pending"]


async def test_taken_while_the_seat_is_given_up_is_taken_or_free(
    association: Database, ana: Person, bojan: Person
) -> None:
    for _ in range(8):
        event = await publish(association, capacity=1)
        await register(association, event, ana.id)
        swap = await offers(association, event, ana, bojan)
        taken, _ = await asyncio.gather(
            accepts(association, swap, bojan), association.transact(actions.give_up, event.id, ana.id, NOW)
        )
        assert await states(association, event) == ([("Bojan", State.SEATED)] if taken == Seated() else [])
