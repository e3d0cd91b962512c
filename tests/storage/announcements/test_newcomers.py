"""Whoever joins by an invite gets the last pinned announcements, and is one of their recipients from then on."""

import asyncio
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, text

from storage import batches, sending
from storage.announcements import actions, afterwards, archive
from storage.announcements.feature import APART
from storage.announcements.reading import PINNED_AT_MOST
from storage.announcements.rules import Announcement, Choice
from storage.announcements.steering import How, steer
from storage.batches import BatchId, Progress
from storage.database import Database, PostgreSQL
from storage.membership import invites
from storage.outbox import State as Delivery
from storage.people import Person, PersonId, Role
from storage.sending import Claimed, Refused, Sent
from tests.storage.announcements.sample import NOW, SENDER, ask_to_confirm, deliver, owed, submit
from tests.storage.membership.association import KRANJ, KRSKO, invite, put, two_libraries

SOON = PINNED_AT_MOST * APART
NIGHT = NOW.replace(hour=23)


async def join(books: Database, now: datetime = NIGHT) -> PersonId:
    """Let somebody join by an invite."""
    await invite(books, "vabilo", Role.LIBRARIAN, KRSKO)
    outcome = await books.transact(invites.redeem, "vabilo", 50, "Neža", "sl", now)
    assert isinstance(outcome, invites.Joined)
    return outcome.person.id


async def pinned(books: Database, by: Person, *, days: int = 0, **wanted: Any) -> Announcement:
    """Send a pinned announcement, and have it arrive."""
    one = await ask_to_confirm(books, by, now=NOW - timedelta(days=9 - days), pinned=True, **wanted)
    await deliver(books, NOW)
    return one


async def got(books: Database, person: PersonId) -> list[BatchId | None]:
    """Send all that waits soon, and list what somebody gets of it."""
    return [one.batch_id for one in await deliver(books, NIGHT + SOON) if one.to.person_id == person]


async def test_a_newcomer_gets_the_last_three_pinned_in_order_even_at_night(
    association: Database, cvetka: Person
) -> None:
    sent = [await pinned(association, cvetka, days=days) for days in range(5)]
    await submit(association, cvetka, NOW)
    await deliver(association, NOW)
    neza = await join(association)
    assert await deliver(association, NIGHT) == []
    first = await deliver(association, NIGHT + APART)
    assert [one.batch_id for one in first] == [sent[2].batch_id]
    assert [one.to.person_id for one in first] == [neza]
    assert await got(association, neza) == [sent[3].batch_id, sent[4].batch_id]
    assert [state for _, state in await owed(association)] == [Delivery.SENT] * 9


async def test_a_newcomer_gets_only_what_is_for_them(association: Database, cvetka: Person) -> None:
    await pinned(association, cvetka, days=1, audience=(Choice("role", {"roles": ["delegate"]}),))
    await pinned(association, cvetka, days=2, audience=(Choice("libraries", {"libraries": [KRANJ.id]}),))
    theirs = await pinned(association, cvetka, days=3, audience=(Choice("libraries", {"libraries": [KRSKO.id]}),))
    neza = await join(association)
    assert await got(association, neza) == [theirs.batch_id]


async def test_a_newcomer_gets_nothing_recalled_cancelled_or_only_planned(
    association: Database, cvetka: Person
) -> None:
    recalled = await pinned(association, cvetka, days=1)
    await association.transact(afterwards.recall, recalled.id, cvetka.id, NOW)
    cancelled = await submit(association, cvetka, pinned=True)
    await association.transact(steer, cancelled.id, BatchId(cancelled.batch_id or 0), How.CANCEL, cvetka.id, NOW)
    await submit(association, cvetka, at=NOW + timedelta(days=9), pinned=True)
    await deliver(association)
    assert await got(association, await join(association)) == []


async def test_whoever_was_there_gets_nothing_twice(association: Database, bojan: Person, cvetka: Person) -> None:
    await pinned(association, cvetka)
    await invite(association, "druga", Role.LIBRARIAN, KRANJ)
    moved = await association.transact(invites.redeem, "druga", bojan.telegram_id, "Bojan", "sl", NOW)
    assert isinstance(moved, invites.Joined)
    assert await got(association, bojan.id) == []


async def test_a_newcomer_confirms_finds_and_loses_it_as_all_others_do(association: Database, cvetka: Person) -> None:
    one = await pinned(association, cvetka)
    neza = await join(association)
    await deliver(association, NIGHT + SOON)
    assert (await association.read(archive.received, neza, 0)).lines == (one,)
    assert await association.transact(afterwards.remind, one.id, 0, cvetka.id, NIGHT) == 2
    confirmed = await association.transact(afterwards.confirm, one.id, neza, None, NIGHT)
    assert confirmed == afterwards.Confirmed(first=True)
    await association.transact(afterwards.recall, one.id, cvetka.id, NIGHT)
    assert neza in [person for person, _ in await owed(association, actions.CHANGING)]


def settled(tx: Connection, claimed: list[Claimed]) -> None:
    """Have the last messages that are under way arrive."""
    sending.settle(tx, [(one, Sent([1])) for one in claimed], NOW)


async def until_somebody_waits(books: PostgreSQL, or_done: asyncio.Event) -> None:
    """Wait until a transaction waits for a lock, or nothing is to be waited for any more."""
    waiting = text(
        "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database())"
    )
    while not or_done.is_set():
        if await books.read(lambda tx: tx.execute(waiting).scalar_one()):
            return


@pytest.mark.parametrize("what", ["join", "send again"])
async def test_an_announcement_is_not_over_while_somebody_is_added(postgresql_url: str, what: str) -> None:
    """The last message arrives while another one is promised in a transaction that is not over yet."""
    books = PostgreSQL(postgresql_url)
    await books.transact(two_libraries)
    ana, cvetka = await put(books, 1), await put(books, 2, Role.STAFF)
    await invite(books, "vabilo", Role.LIBRARIAN, KRSKO)
    one = await submit(books, cvetka, pinned=True)
    claimed = await books.transact(sending.claim, NOW, 10, SENDER)
    failed = [(message, Refused("no")) for message in claimed if message.to.person_id == ana.id]
    await books.transact(sending.settle, failed, NOW)
    last = [message for message in claimed if message.to.person_id != ana.id]
    added, over = asyncio.Event(), asyncio.Event()

    def add(tx: Connection) -> None:
        if what == "join":
            invites.redeem(tx, "vabilo", 50, "Neža", "sl", NOW)
        else:
            afterwards.send_again(tx, one.id, Delivery.FAILED, cvetka.id, NOW)

    async def add_slowly() -> None:
        async with books._engine.begin() as connection:
            await connection.run_sync(add)
            added.set()
            await until_somebody_waits(books, over)

    async def settle_the_last() -> None:
        await added.wait()
        await books.transact(settled, last)
        over.set()

    await asyncio.gather(add_slowly(), settle_the_last())
    assert len(await deliver(books, NOW + SOON)) == 1
    batch = await books.read(batches.get, BatchId(one.batch_id or 0))
    assert batch is not None
    assert batch.progress is Progress.DONE
    await books.close()
