"""Rule 10: at the door, twice is once, and only who has a seat comes in."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import Connection, select, update

from storage.database import Database, open_database
from storage.drafts import Gone
from storage.events import actions, attendance, checkin, door, publishing, seats, walkins
from storage.events import books as rows
from storage.events.checkin import AtDoor, NoTicket, Numbers, TakenBack
from storage.events.door import Confirmed, InAlready, LetIn, NoSeat, OtherDay, OtherEvent, Void
from storage.events.rules import Cancelled, Event, EventId, RegistrationId
from storage.events.seats import State
from storage.events.tables import registrations
from storage.events.walkins import Full, WalkedIn
from storage.people import Person, Role
from tests.storage.events.afterwards import AT_DOOR, OVER, number_of, scan, secret_of, typed
from tests.storage.events.sample import START, change, give_up, local, publish, register, seats_taken, states
from tests.storage.membership.association import put, two_libraries


async def two_doors(books: Database, carefully: bool = True) -> int:
    """Show the same ticket at two doors at once; return at how many it was let in."""
    ana, staff = await put(books, 1), [await put(books, 90 + one, Role.STAFF) for one in range(2)]
    event = await publish(books)
    await register(books, event, ana.id)
    number = await books.read(number_of, event.id, ana.id)
    both = asyncio.Barrier(len(staff))
    scans = [scan(books, number, one.id) if carefully else careless(books, number, both) for one in staff]
    return sum(isinstance(one, LetIn) for one in await asyncio.gather(*scans))


async def careless(books: Database, number: Any, both: asyncio.Barrier) -> Any:
    """Let in with the protection off: look in one transaction, write in another once both have looked."""
    ticket = await books.read(checkin.by_number, number)
    await both.wait()
    assert ticket is not None
    outcome = door.check_in(ticket, None, AT_DOOR, confirmed=False)
    if isinstance(outcome, LetIn):
        await books.transact(partial(rows.settle, registration_id=number, state=State.SEATED, checked_in_at=AT_DOOR))
    return outcome


async def test_rule_10_the_same_ticket_at_two_doors_at_once_is_one_check_in(association: Database) -> None:
    assert await two_doors(association) == 1


async def test_rule_10_control_looking_and_writing_apart_lets_the_same_ticket_in_twice(association: Database) -> None:
    assert await two_doors(association, carefully=False) == 2


async def test_rule_10_control_on_postgresql_without_the_lock_it_is_let_in_twice(
    postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "lock", rows.find)
    books = open_database(postgresql_url)
    try:
        await books.transact(two_libraries)
        event, staff = await publish(books), await put(books, 90, Role.STAFF)
        found = 0
        for number in range(30):
            person = await put(books, number)
            await register(books, event, person.id)
            ticket = await books.read(number_of, event.id, person.id)
            both = await asyncio.gather(*(scan(books, ticket, staff.id) for _ in range(4)))
            found = max(found, sum(isinstance(one, LetIn) for one in both))
        assert found > 1
    finally:
        await books.close()


async def test_rule_10_a_ticket_of_somebody_substituted_is_void(
    association: Database, ana: Person, cvetka: Person
) -> None:
    event = await publish(association)
    await register(association, event, ana.id)
    number = await association.read(number_of, event.id, ana.id)
    given = partial(rows.settle, registration_id=number, state=State.SUBSTITUTED, cancelled_at=START)
    await association.transact(given)
    assert await scan(association, number, cvetka.id) == Void(State.SUBSTITUTED)
    done = await association.transact(checkin.tick, number, cvetka.id, AT_DOOR)
    assert isinstance(done, AtDoor)
    assert done.outcome == Void(State.SUBSTITUTED)
    assert done.numbers == Numbers(0, 0, 0)


async def test_who_is_in_already_is_told_since_when(association: Database, ana: Person, cvetka: Person) -> None:
    event = await publish(association)
    await register(association, event, ana.id)
    number = await association.read(number_of, event.id, ana.id)
    assert await scan(association, number, cvetka.id) == LetIn()
    assert await scan(association, number, cvetka.id, AT_DOOR + timedelta(minutes=9)) == InAlready(AT_DOOR)


async def test_a_ticket_says_why_it_does_not_hold(
    association: Database, ana: Person, bojan: Person, cvetka: Person
) -> None:
    event, other = await publish(association, capacity=1), await publish(association, title_sl="Drugo")
    for person in (ana, bojan):
        await register(association, event, person.id)
    mine, waits = [await association.read(number_of, event.id, person.id) for person in (ana, bojan)]
    assert await scan(association, waits, cvetka.id) == NoSeat()
    assert await scan(association, mine, cvetka.id, AT_DOOR - timedelta(days=1)) == OtherDay()
    assert await association.transact(checkin.scan, "neznano", cvetka.id, AT_DOOR) == NoTicket()
    await association.transact(checkin.stand, cvetka.id, other.id)
    assert await scan(association, mine, cvetka.id) == OtherEvent()
    await association.transact(actions.give_up, event.id, ana.id, AT_DOOR)
    assert await scan(association, mine, cvetka.id) == Void(State.CANCELLED)
    await association.transact(publishing.cancel_event, event.id, cvetka.id, AT_DOOR)
    assert await scan(association, mine, cvetka.id) == Cancelled()


async def test_a_door_of_another_day_is_forgotten(association: Database, ana: Person, cvetka: Person) -> None:
    day = START - timedelta(days=2)
    earlier = await publish(association, starts_at=day, ends_at=day + timedelta(hours=1), closes_at=day)
    event = await publish(association)
    await register(association, event, ana.id)
    await association.transact(checkin.stand, cvetka.id, earlier.id)
    assert await scan(association, await association.read(number_of, event.id, ana.id), cvetka.id) == LetIn()


async def test_whoever_has_come_cannot_give_up_the_seat_until_that_is_taken_back(
    association: Database, ana: Person, cvetka: Person
) -> None:
    event = await publish(association)
    await register(association, event, ana.id)
    number = await association.read(number_of, event.id, ana.id)
    await scan(association, number, cvetka.id)
    done = await association.transact(actions.give_up, event.id, ana.id, AT_DOOR)
    assert isinstance(done, actions.Unregistration)
    assert done.outcome == seats.CheckedIn()
    undone = await association.transact(checkin.undo, number, cvetka.id, AT_DOOR)
    assert isinstance(undone, TakenBack)
    assert undone.numbers == Numbers(1, 0, 0)
    done = await association.transact(actions.give_up, event.id, ana.id, AT_DOOR)
    assert isinstance(done, actions.Unregistration)
    assert done.outcome == seats.Freed(State.SEATED, late=False)


async def test_once_attendance_is_confirmed_nobody_is_taken_back(
    association: Database, ana: Person, cvetka: Person
) -> None:
    event = await publish(association)
    await register(association, event, ana.id)
    number = await association.read(number_of, event.id, ana.id)
    await scan(association, number, cvetka.id)
    await association.transact(attendance.confirm, event.id, cvetka.id, OVER, everybody=False)
    assert await association.transact(checkin.undo, number, cvetka.id, OVER) == NoTicket()


async def test_once_attendance_is_confirmed_nobody_comes_in_any_more(
    association: Database, ana: Person, bojan: Person, cvetka: Person
) -> None:
    event = await publish(association)
    await register(association, event, ana.id)
    number = await association.read(number_of, event.id, ana.id)
    await association.transact(attendance.confirm, event.id, cvetka.id, OVER, everybody=False)
    assert await scan(association, number, cvetka.id, OVER) == Confirmed()
    assert await association.transact(walkins.member, event.id, bojan.id, cvetka.id, OVER, beyond=True) == Confirmed()
    draft = await typed(association, cvetka.id, walkins.FEATURE, event=event.id, text="Janez Novak")
    guest = await association.transact(walkins.guest, draft.id, draft.version, cvetka.id, OVER, beyond=True)
    assert guest == Confirmed()
    found = await association.read(attendance.attendance, event.id)
    assert found is not None
    assert (found.came, found.seated) == (0, 1)


async def test_whoever_comes_without_a_seat_takes_one_while_there_is_one(
    association: Database, ana: Person, cvetka: Person
) -> None:
    event = await publish(association, capacity=1)
    done = await association.transact(walkins.member, event.id, ana.id, cvetka.id, AT_DOOR, beyond=False)
    assert done == WalkedIn(event, RegistrationId(1), "Ana", beyond=False)
    assert await association.read(checkin.numbers, event.id) == Numbers(1, 1, 1)
    again = await association.transact(walkins.member, event.id, ana.id, cvetka.id, AT_DOOR, beyond=True)
    assert isinstance(again, AtDoor)
    assert again.outcome == InAlready(AT_DOOR)


def counted(tx: Connection, event_id: EventId) -> int:
    """Count the seats that are taken."""
    taken, _ = rows.free(tx, event_id, AT_DOOR)
    return taken


async def test_beyond_the_seats_somebody_comes_in_only_when_staff_say_so_and_takes_none(
    association: Database, ana: Person, bojan: Person, cvetka: Person
) -> None:
    event = await publish(association, capacity=1)
    await register(association, event, bojan.id)
    done = await association.transact(walkins.member, event.id, ana.id, cvetka.id, AT_DOOR, beyond=False)
    assert done == Full(event, "Ana", 1)
    assert await association.read(seats_taken, event.id) == 1
    done = await association.transact(walkins.member, event.id, ana.id, cvetka.id, AT_DOOR, beyond=True)
    assert done == WalkedIn(event, RegistrationId(2), "Ana", beyond=True)
    assert await association.read(counted, event.id) == 1
    assert await association.read(checkin.numbers, event.id) == Numbers(2, 1, 1)
    number = await association.read(number_of, event.id, ana.id)
    await association.transact(checkin.undo, number, cvetka.id, AT_DOOR)
    assert await association.read(checkin.numbers, event.id) == Numbers(1, 0, 0)


async def test_a_guest_is_let_in_once_however_often_the_button_is_tapped(association: Database, cvetka: Person) -> None:
    event = await publish(association, capacity=1)
    draft = await typed(association, cvetka.id, walkins.FEATURE, event=event.id, text="Janez Novak")
    for outcome in (WalkedIn(event, RegistrationId(1), "Janez Novak", beyond=False), Gone()):
        done = await association.transact(walkins.guest, draft.id, draft.version, cvetka.id, AT_DOOR, beyond=False)
        assert done == outcome
    assert await association.read(checkin.numbers, event.id) == Numbers(1, 1, 1)


async def test_who_waits_comes_in_with_the_seat_that_is_free_or_beyond(
    association: Database, ana: Person, bojan: Person, cvetka: Person
) -> None:
    event = await publish(association, capacity=1)
    for person in (ana, bojan):
        await register(association, event, person.id)
    done = await association.transact(walkins.member, event.id, bojan.id, cvetka.id, AT_DOOR, beyond=False)
    assert isinstance(done, Full)
    await association.transact(actions.give_up, event.id, ana.id, AT_DOOR)
    done = await association.transact(walkins.member, event.id, bojan.id, cvetka.id, AT_DOOR, beyond=False)
    assert done == WalkedIn(event, RegistrationId(2), "Bojan", beyond=False)
    assert await association.read(counted, event.id) == 1


async def test_who_waited_and_was_let_in_by_mistake_waits_again_at_the_old_place(
    association: Database, ana: Person, bojan: Person, crowd: Sequence[Person], cvetka: Person
) -> None:
    event = await publish(association, capacity=1)
    for person in (ana, bojan, crowd[0]):
        await register(association, event, person.id)
    done = await association.transact(walkins.member, event.id, bojan.id, cvetka.id, AT_DOOR, beyond=True)
    assert isinstance(done, WalkedIn)
    assert isinstance(await association.transact(checkin.undo, done.number, cvetka.id, AT_DOOR), TakenBack)
    mine = (await association.read(rows.roll, event.id, bojan.id, None, AT_DOOR)).mine
    assert mine == seats.Mine(done.number, State.WAITING, position=1)
    assert await association.read(counted, event.id) == 1
    await give_up(association, event, ana.id, AT_DOOR)
    taken = await association.transact(actions.accept, event.id, bojan.id, AT_DOOR)
    assert isinstance(taken, actions.Answering)
    assert taken.outcome == seats.Seated()
    assert await association.read(counted, event.id) == 1


async def test_long_before_the_start_a_free_seat_is_not_for_who_comes_by(
    association: Database, crowd: Sequence[Person], cvetka: Person
) -> None:
    event = await publish(association, capacity=2, per_library=1)
    for person in crowd[:2]:
        await register(association, event, person.id)
    morning = START - timedelta(hours=3)
    done = await association.transact(walkins.member, event.id, cvetka.id, cvetka.id, morning, beyond=False)
    assert isinstance(done, Full)
    later = await association.transact(walkins.member, event.id, cvetka.id, cvetka.id, AT_DOOR, beyond=False)
    assert later == WalkedIn(event, RegistrationId(3), "Cvetka", beyond=False)


async def test_a_forged_number_lets_nobody_in(association: Database, cvetka: Person) -> None:
    assert await association.transact(checkin.tick, RegistrationId(99), cvetka.id, AT_DOOR) == NoTicket()
    assert await association.transact(checkin.undo, RegistrationId(99), cvetka.id, AT_DOOR) == NoTicket()


async def test_whoever_has_left_keeps_the_seat_that_was_used_without_a_name(
    association: Database, ana: Person, cvetka: Person
) -> None:
    event = await publish(association)
    await register(association, event, ana.id)
    number = await association.read(number_of, event.id, ana.id)

    def orphan(tx: Connection) -> None:
        tx.execute(update(registrations).values(person_id=None))
        assert tx.execute(select(registrations.c.person_id)).scalar() is None

    await association.transact(orphan)
    secret = await association.read(secret_of, number)
    done = await association.transact(checkin.scan, secret, cvetka.id, AT_DOOR)
    assert isinstance(done, AtDoor)
    assert done.ticket.name is None


EVENING = local(2027, 5, 12, 18, 0)
MORNING, LATER = local(2027, 5, 12, 10, 0), local(2027, 5, 12, 11, 0)


async def offered_this_morning(books: Database, *people: Person) -> Event:
    """An event this evening whose only seat, freed by the first, is offered to the second until eleven."""
    ends_at = EVENING + timedelta(hours=2)
    event = await publish(books, capacity=1, starts_at=EVENING, ends_at=ends_at, closes_at=EVENING)
    for person in people:
        await register(books, event, person.id)
    await give_up(books, event, people[0].id, MORNING)
    return event


async def test_whose_offer_is_over_and_not_swept_comes_in_as_anybody(
    association: Database, ana: Person, bojan: Person, cvetka: Person
) -> None:
    event = await offered_this_morning(association, ana, bojan)
    done = await association.transact(walkins.member, event.id, bojan.id, cvetka.id, LATER, beyond=False)
    assert done == WalkedIn(event, RegistrationId(3), "Bojan", beyond=False)
    assert await association.read(states, event.id) == {bojan.id: "seated"}


async def test_who_is_next_comes_in_with_the_seat_that_was_offered_to_another_until_now(
    association: Database, ana: Person, bojan: Person, crowd: Sequence[Person], cvetka: Person
) -> None:
    event = await offered_this_morning(association, ana, bojan, crowd[0])
    done = await association.transact(walkins.member, event.id, crowd[0].id, cvetka.id, LATER, beyond=False)
    assert done == WalkedIn(event, RegistrationId(3), crowd[0].first_name, beyond=False)
    assert await association.read(states, event.id) == {crowd[0].id: "seated"}


async def test_an_event_can_be_changed_with_some_beyond_its_seats(
    association: Database, ana: Person, bojan: Person, cvetka: Person
) -> None:
    event = await publish(association, capacity=1)
    await register(association, event, bojan.id)
    await association.transact(walkins.member, event.id, ana.id, cvetka.id, AT_DOOR, beyond=True)
    assert isinstance(await change(association, event, cvetka.id, AT_DOOR, place="Celje"), publishing.Changed)
    assert await association.read(counted, event.id) == 1
