"""Which libraries an announcement is meant for, which it has reached, and who has read it."""

from datetime import timedelta

import pytest
from sqlalchemy import delete, update

from storage import people
from storage.announcements import afterwards, desk, reach
from storage.announcements.reach import Why, meant
from storage.announcements.rules import Choice
from storage.database import Database, Tx
from storage.people import PersonId, Role
from storage.sending import Blocked, Claimed, Refused, Result, Retry, Uncertain
from tests.storage.announcements.going import ALL, announce, arrives, card, deliver
from tests.storage.membership.association import KRANJ, KRSKO, NOW, put, two_libraries

BOTH = {KRANJ.id, KRSKO.id}


@pytest.fixture
async def association(books: Database) -> Database:
    """Two people of Kranj, and one in the office, who writes; nobody of Krško."""
    await books.transact(two_libraries)
    await put(books, 1, name="Ana")
    await put(books, 2, name="Breda")
    await put(books, 90, Role.STAFF, name="Cvetka")
    return books


ANA, BREDA, WRITER = PersonId(1), PersonId(2), PersonId(3)


@pytest.mark.parametrize(
    ("audience", "expected"),
    [
        (ALL, BOTH),
        ((Choice("role", {"roles": ["delegate"]}),), BOTH),
        ((Choice("role", {"roles": ["staff", "admin"]}),), set()),
        ((Choice("kind", {"kinds": [KRANJ.kind]}),), {KRANJ.id}),
        ((Choice("libraries", {"libraries": [KRSKO.id]}),), {KRSKO.id}),
        ((Choice("people", {"people": [1]}),), set()),
        ((*ALL, Choice("libraries", {"libraries": [KRSKO.id]}, minus=True)), {KRANJ.id}),
        ((Choice("kind", {"kinds": [KRANJ.kind]}, minus=True),), {KRSKO.id}),
        ((*ALL, Choice("role", {"roles": ["librarian"]}, minus=True)), BOTH),
    ],
)
def test_the_libraries_that_are_meant(audience: tuple[Choice, ...], expected: set[int]) -> None:
    assert meant(audience, [KRANJ, KRSKO]) == expected


@pytest.mark.parametrize(
    ("outcomes", "why", "words"),
    [
        ([Blocked(), None], Why.REACHED, None),
        ([Blocked(), Uncertain("no answer")], Why.UNCERTAIN, "no answer"),
        ([Blocked(), Refused("Chat not found")], Why.FAILED, "Chat not found"),
        ([Blocked(), Blocked()], Why.BLOCKED, None),
        ([Blocked(), Retry(NOW + timedelta(hours=1))], Why.WAITING, None),
    ],
)
async def test_the_best_of_its_people_counts_for_a_library(
    association: Database, outcomes: list[Result | None], why: Why, words: str | None
) -> None:
    one = await announce(association, WRITER, [Choice("libraries", {"libraries": [KRANJ.id]})])
    left = list(outcomes)
    await deliver(association, lambda claimed: left.pop(0) or arrives(claimed))
    found = await association.read(reach.reach, one.id)
    assert found is not None
    assert [(library.library, library.why, library.words) for library in found.libraries] == [(KRANJ, why, words)]
    assert found.reached == (why is Why.REACHED)
    assert found.office is None


async def test_those_who_were_not_sent_anything_when_it_was_stopped(association: Database) -> None:
    one = await announce(association, WRITER)
    assert one.batch_id is not None
    await association.transact(afterwards.recall, one.id, WRITER, NOW)
    found = await association.read(reach.reach, one.id)
    assert found is not None
    assert {library.library and library.library.id: library.why for library in found.libraries} == {
        KRANJ.id: Why.WITHDRAWN, KRSKO.id: Why.NOBODY,
    }  # fmt: skip


async def test_a_library_of_which_nobody_was_chosen(association: Database) -> None:
    await put(association, 4, Role.DELEGATE, KRSKO)
    one = await announce(association, WRITER, [Choice("role", {"roles": ["delegate"]})])
    found = await association.read(reach.reach, one.id)
    assert found is not None
    assert [(library.library, library.why) for library in found.libraries] == [
        (KRANJ, Why.NONE_CHOSEN), (KRSKO, Why.WAITING),
    ]  # fmt: skip


async def test_who_has_read_it_of_how_many_who_have_got_it(association: Database) -> None:
    one = await announce(association, WRITER)
    outcomes: list[Result] = [Blocked()]

    def becomes(claimed: Claimed) -> Result:
        return outcomes.pop() if claimed.to.person_id == BREDA else arrives(claimed)

    await deliver(association, becomes)
    await association.transact(afterwards.confirm, one.id, ANA, 7, NOW + timedelta(hours=1))
    found = await association.read(reach.confirmed, one.id)
    assert found is not None
    assert [(given.first_name, given.library, given.at) for given in found.given] == [
        ("Ana", KRANJ, NOW + timedelta(hours=1))
    ]
    assert (found.asked, found.libraries) == (2, 1)
    facts = await card(association, one)
    assert (facts.confirmed, facts.silent) == (1, 1)


def leave(tx: Tx, person_id: PersonId) -> None:
    tx.execute(delete(people.people).where(people.people.c.id == person_id))


async def test_whoever_is_forgotten_is_in_no_list(association: Database) -> None:
    one = await announce(association, WRITER)
    await deliver(association)
    await association.transact(afterwards.confirm, one.id, ANA, 7, NOW)
    await association.transact(leave, ANA)
    await association.transact(leave, WRITER)
    read, found = await association.read(reach.confirmed, one.id), await association.read(reach.reach, one.id)
    assert read is not None
    assert found is not None
    assert read.given == ()
    assert [person.first_name for library in found.libraries for person in library.people] == ["Breda"]
    assert (await card(association, one)).writer is None


def sleep_until(tx: Tx, person_id: PersonId) -> None:
    quiet = {"quiet_from": people.QUIET_FROM.replace(9), "quiet_to": people.QUIET_TO.replace(13)}
    tx.execute(update(people.people).where(people.people.c.id == person_id).values(**quiet))


async def test_speed_and_time_left_leave_out_those_who_sleep(association: Database) -> None:
    for number in range(20):
        await put(association, 100 + number)
    await association.transact(sleep_until, ANA)
    one = await announce(association, WRITER, urgent=False)
    for seconds in range(5):
        await deliver(association, limit=2, now=NOW + timedelta(seconds=seconds))
    going = (await card(association, one, NOW + timedelta(seconds=5))).going
    assert going is not None
    assert (going.total, going.waiting, going.later, going.per_second) == (23, 13, 1, 2.0)
    assert going.later_from == NOW + timedelta(hours=3)
    assert going.left == timedelta(seconds=6)
    assert (await card(association, one, NOW + timedelta(minutes=2))).going == desk.Going(
        going.batch, going.counts, 1, NOW + timedelta(hours=3), 0
    )
