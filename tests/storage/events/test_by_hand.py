"""The office lets people in, and takes them off, by hand."""

from sqlalchemy import Connection, insert, select

from storage.database import Database
from storage.events import actions, by_hand, reading, roster
from storage.events.actions import NoSuch
from storage.events.by_hand import Entered, Guest, NoRoom, TakenOff
from storage.events.reading import LibrarySeats
from storage.events.rules import EventId, Over
from storage.events.seats import AlreadyIn, State, Waiting
from storage.people import QUIET_FROM, QUIET_TO, Person, PersonId, Role, people
from tests.storage.events.sample import NOW, START, owed, publish, register, seats_taken, to_come
from tests.storage.membership.association import KRANJ


async def rows(books: Database, event: EventId) -> list[tuple[str | None, State, int]]:
    """Who is at an event, in order of arrival."""
    found = await books.read(roster.roster, event)
    assert found is not None
    return [(row.name, row.state, row.position) for row in found.rows]


async def test_a_member_is_let_in_reminded_and_told(association: Database, ana: Person, cvetka: Person) -> None:
    event = await publish(association)
    done = await association.transact(by_hand.enter, event.id, ana.id, cvetka.id, NOW)
    assert done == Entered(event, State.SEATED)
    assert len(await association.read(to_come)) == 3
    assert [kind for kind, *_ in await association.read(owed)] == ["event_entered"]
    again = await association.transact(by_hand.enter, event.id, ana.id, cvetka.id, NOW)
    assert again == AlreadyIn()


async def test_a_guest_is_let_in_while_there_is_a_seat(association: Database, ana: Person, cvetka: Person) -> None:
    event = await publish(association, capacity=1)
    guest = Guest("Ministrstvo za kulturo")
    assert await association.transact(by_hand.enter, event.id, guest, cvetka.id, NOW) == Entered(event, State.SEATED)
    assert await association.transact(by_hand.enter, event.id, guest, cvetka.id, NOW) == NoRoom(event)
    assert await register(association, event, ana.id) == Waiting(1, library=False)
    assert await rows(association, event.id) == [
        ("Ministrstvo za kulturo", State.SEATED, 0), ("Ana", State.WAITING, 1),
    ]  # fmt: skip


async def test_whoever_is_let_in_goes_behind_those_who_wait(
    association: Database, ana: Person, bojan: Person, cvetka: Person
) -> None:
    event = await publish(association, capacity=1)
    await register(association, event, ana.id)
    await register(association, event, bojan.id)
    done = await association.transact(by_hand.enter, event.id, cvetka.id, cvetka.id, NOW)
    assert done == Entered(event, State.WAITING)
    assert [position for *_, position in await rows(association, event.id)] == [0, 1, 2]


async def test_whoever_is_taken_off_is_told_and_the_next_is_offered_the_seat(
    association: Database, ana: Person, bojan: Person, cvetka: Person
) -> None:
    event = await publish(association, capacity=1)
    await register(association, event, ana.id)
    await register(association, event, bojan.id)
    found = await association.read(roster.roster, event.id)
    assert found is not None
    done = await association.transact(by_hand.take_off, event.id, found.rows[0].id, cvetka.id, NOW)
    assert done == TakenOff(event, "Ana")
    assert [(kind, person) for kind, person, _ in await association.read(owed)] == [
        ("event_removed", ana.id), ("event_offered", bojan.id),
    ]  # fmt: skip
    assert await rows(association, event.id) == [("Bojan", State.OFFERED, 0)]
    twice = await association.transact(by_hand.take_off, event.id, found.rows[0].id, cvetka.id, NOW)
    assert twice == NoSuch()


async def test_a_speaker_takes_no_seat_unless_staff_say_so(
    association: Database, ana: Person, bojan: Person, cvetka: Person
) -> None:
    event = await publish(association, capacity=1)
    await register(association, event, ana.id)
    done = await association.transact(lambda tx: by_hand.enter(tx, event.id, bojan.id, cvetka.id, NOW, speaks=True))
    assert done == Entered(event, State.SEATED)
    assert await association.read(seats_taken, event.id) == 2
    seats = await association.read(reading.seats, event.id)
    assert seats is not None
    assert (seats.taken, seats.beside) == (1, 1)


async def test_rule_9_whoever_speaks_and_has_registered_is_in_once_and_frees_the_seat(
    association: Database, ana: Person, bojan: Person, cvetka: Person
) -> None:
    event = await publish(association, capacity=1)
    await register(association, event, ana.id)
    await register(association, event, bojan.id)
    await association.transact(lambda tx: by_hand.enter(tx, event.id, ana.id, cvetka.id, NOW, speaks=True))
    assert await rows(association, event.id) == [("Ana", State.SEATED, 0), ("Bojan", State.OFFERED, 0)]


async def test_whoever_waits_and_is_to_speak_is_told_once(
    association: Database, ana: Person, bojan: Person, cvetka: Person
) -> None:
    event = await publish(association, capacity=1)
    await register(association, event, ana.id)
    for speaks in (False, True, True):
        await association.transact(by_hand.enter, event.id, bojan.id, cvetka.id, NOW, speaks=speaks)
    assert await rows(association, event.id) == [("Ana", State.SEATED, 0), ("Bojan", State.SEATED, 0)]
    assert [(kind, person) for kind, person, _ in await association.read(owed)] == [("event_entered", bojan.id)]


async def test_nobody_is_let_in_or_taken_off_once_it_is_over(
    association: Database, ana: Person, cvetka: Person
) -> None:
    event = await publish(association)
    await register(association, event, ana.id)
    found = await association.read(roster.roster, event.id)
    assert found is not None
    over = event.details.ends_at
    assert over > START
    assert await association.transact(by_hand.enter, event.id, cvetka.id, cvetka.id, over) == Over()
    assert await association.transact(by_hand.take_off, event.id, found.rows[0].id, cvetka.id, over) == Over()


def _two_hundred(tx: Connection, event: EventId) -> list[PersonId]:
    """Let two hundred of a library ask for a seat."""
    rows = [
        {"telegram_id": 500 + number, "first_name": f"Ana {number:03}", "language": "sl", "role": Role.LIBRARIAN,
         "library_id": KRANJ.id, "quiet_from": QUIET_FROM, "quiet_to": QUIET_TO, "joined_at": NOW}
        for number in range(200)
    ]  # fmt: skip
    tx.execute(insert(people), rows)
    ids = [PersonId(one) for one in tx.execute(select(people.c.id).order_by(people.c.id)).scalars()]
    for person in ids:
        actions.register(tx, event, person, NOW, {})
    return ids


async def test_rule_11_two_hundred_are_all_in_the_roster_and_in_the_list_by_library(association: Database) -> None:
    event = await publish(association, capacity=150)
    everybody = await association.transact(_two_hundred, event.id)
    found = await association.read(roster.roster, event.id)
    seats = await association.read(reading.seats, event.id)
    assert found is not None
    assert seats is not None
    assert [row.person for row in found.rows] == everybody
    assert [row.position for row in found.queue] == list(range(1, 51))
    assert (seats.taken, len(seats.libraries[0].names)) == (150, 150)


async def test_a_guest_is_in_the_list_by_name(association: Database, ana: Person, cvetka: Person) -> None:
    event = await publish(association)
    await association.transact(by_hand.enter, event.id, Guest("Ministrstvo za kulturo"), cvetka.id, NOW)
    seats = await association.read(reading.seats, event.id)
    assert seats is not None
    assert seats.libraries == (LibrarySeats(None, ("Ministrstvo za kulturo",), 0, guests=True),)
