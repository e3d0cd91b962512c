"""Groups in the books: who is asked, let in, gone, moved; how many are chosen."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from storage import audience, batches, groups, outbox
from storage import books as everything
from storage.announcements.rules import Choice
from storage.audience import Size
from storage.batches import Lane
from storage.database import Database, Tx
from storage.features import AUDIENCES
from storage.groups import Group, GroupId
from storage.people import PersonId, Role
from tests.storage.membership.association import KRANJ, NOW, put, two_libraries

NIGHT = datetime(2027, 3, 1, 22, tzinfo=UTC)
MORNING = datetime(2027, 3, 2, 6, tzinfo=UTC)


@pytest.fixture
async def admin(books: Database) -> PersonId:
    """Whoever lets groups in."""
    await books.transact(two_libraries)
    return (await put(books, 1, Role.ADMIN)).id


def _let_in(tx: Tx, by: PersonId, telegram_id: int, thread_id: int = 0) -> GroupId:
    asked = groups.asked(tx, telegram_id, thread_id, f"Skupina {telegram_id}", NOW)
    assert isinstance(groups.confirm(tx, asked.id, telegram_id, by, NOW), Group)
    return asked.id


async def test_a_group_and_its_topics_are_each_there_once(books: Database, admin: PersonId) -> None:
    ids = [await books.transact(_let_in, admin, -5, thread) for thread in (0, 0, 7, 7)]
    assert ids[0] == ids[1] != ids[2] == ids[3]
    await books.transact(groups.left, -5, NOW)
    assert await books.read(groups.confirmed) == []


async def test_whoever_has_gone_cannot_be_let_in(books: Database, admin: PersonId) -> None:
    asked = await books.transact(groups.asked, -5, 0, "Urad", NOW)
    await books.transact(groups.left, -5, NOW)
    assert await books.transact(groups.confirm, asked.id, -5, admin, NOW) == groups.NoSuchGroup()


def _kept(tx: Tx) -> set[int]:
    return set(tx.execute(select(groups.groups.c.telegram_id)).scalars())


async def test_of_a_group_that_was_never_let_in_nothing_stays_once_the_bot_has_gone(
    books: Database, admin: PersonId
) -> None:
    inside = await books.transact(_let_in, admin, -5)
    await books.transact(_owed_at, inside, urgent=True)
    for number in (-6, -7):
        await books.transact(groups.asked, number, 0, "Neznana", NOW)
    for number in (-5, -6):
        await books.transact(groups.left, number, NOW)
    assert await books.read(_kept) == {-5, -7}
    await books.transact(groups.asked, -5, 0, "Spet tu", NOW, anew=True)
    await books.transact(groups.left, -5, NOW)
    assert await books.read(_kept) == {-5, -7}, "What went there can still be seen."


async def test_a_group_that_nobody_lets_in_is_forgotten_unless_it_asks_again(books: Database, admin: PersonId) -> None:
    await books.transact(_let_in, admin, -5)
    for number in (-6, -7):
        await books.transact(groups.asked, number, 0, "Neznana", NOW)
    await books.transact(groups.asked, -7, 0, "Neznana", NOW + timedelta(days=20))
    await books.transact(everything.tidy, NOW + timedelta(days=29))
    assert await books.read(_kept) == {-5, -6, -7}
    await books.transact(everything.tidy, NOW + timedelta(days=31))
    assert await books.read(_kept) == {-5, -7}


async def test_word_of_the_new_number_may_come_before_word_of_the_move(books: Database, admin: PersonId) -> None:
    whole, topic = [await books.transact(_let_in, admin, -5, thread) for thread in (0, 7)]
    await books.transact(groups.asked, -500, 0, "Urad", NOW, anew=True)
    await books.transact(groups.left, -5, NOW)
    await books.transact(groups.migrated, -5, -500)
    await books.transact(groups.migrated, -5, -500)
    kept = {(one.id, one.telegram_id, one.thread_id) for one in await books.read(groups.confirmed)}
    assert kept == {(whole, -500, 0), (topic, -500, 7)}


async def test_only_groups_that_are_let_in_are_counted_and_owed(books: Database, admin: PersonId) -> None:
    await put(books, 2, library=KRANJ)
    inside, gone = [await books.transact(_let_in, admin, number) for number in (-5, -6)]
    asked = await books.transact(groups.asked, -7, 0, "Vprašana", NOW)
    await books.transact(groups.left, -6, NOW)
    choices = [Choice("group", {"group": one}) for one in (inside, gone, asked.id)]
    chosen = audience.groups_of(choices)
    people = audience.recipients(AUDIENCES, choices)
    assert await books.read(audience.size, people, chosen) == Size(0, 0, 0, 1)
    without = [*choices, Choice("group", {"group": inside}, minus=True), Choice("all", {})]
    both = audience.recipients(AUDIENCES, without)
    assert await books.read(audience.size, both, audience.groups_of(without)) == Size(2, 1, 1)


def _owed_at(tx: Tx, group_id: GroupId, *, urgent: bool) -> list[datetime]:
    batch = batches.add(tx, Lane.ANNOUNCEMENT, "plain", {}, None, NIGHT)
    assert outbox.owe_groups(tx, batch, groups.chosen([group_id]), NIGHT, NIGHT, urgent=urgent) == 1
    rows = tx.execute(select(outbox.outbox.c.not_before).where(outbox.outbox.c.batch_id == batch))
    return [row.not_before for row in rows]


async def test_groups_are_left_alone_at_night_unless_it_is_urgent(books: Database, admin: PersonId) -> None:
    group = await books.transact(_let_in, admin, -5)
    assert await books.transact(_owed_at, group, urgent=False) == [MORNING]
    assert await books.transact(_owed_at, group, urgent=True) == [NIGHT]


@pytest.mark.parametrize("both", [True, False])
async def test_what_is_owed_is_for_a_person_or_for_a_group(books: Database, admin: PersonId, both: bool) -> None:
    group = await books.transact(_let_in, admin, -5)
    row = {"key": "x", "kind": "plain", "args": {}, "state": "pending", "attempts": 0, "created_at": NOW}
    whose = {"person_id": admin, "group_id": group} if both else {}
    with pytest.raises(IntegrityError):
        await books.transact(lambda tx: tx.execute(insert(outbox.outbox).values(**row, **whose)))
