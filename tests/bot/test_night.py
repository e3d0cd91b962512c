"""Quiet hours hold what is not urgent, also when it goes on, or is tried again, in the middle of them."""

from datetime import UTC, datetime, time, timedelta

import pytest
from sqlalchemy import Connection, select, update

from bot.clock import Clock
from handlers.context import Bulk
from storage import batches, groups, outbox
from storage.batches import BatchId, Lane
from storage.database import Database
from storage.groups import GroupId
from storage.outbox import State
from storage.people import QUIET_FROM, QUIET_TO, PersonId, people
from tests.bot.broadcast import PLAIN, Counting, announce, delivering, members

EVENING = datetime(2027, 3, 1, 19, 30, tzinfo=UTC)
NIGHT = EVENING + timedelta(hours=2)
MORNING = datetime(2027, 3, 2, 6, tzinfo=UTC)

ALONE = PLAIN["plain"]
ANYWHERE = Bulk(ALONE.load, ALONE.calls, lambda text, one, say, _: ALONE.calls(text, one, say))


class Watch(Clock):
    """Stands still unless it is moved."""

    moment = EVENING

    def now(self) -> datetime:
        """Return the moment it shows."""
        return self.moment


def _sleeps(tx: Connection, telegram_id: int, quiet_from: time = QUIET_FROM) -> None:
    values = {"quiet_from": quiet_from, "quiet_to": QUIET_TO}
    tx.execute(update(people).where(people.c.telegram_id == telegram_id).values(values))


def _urgent(tx: Connection, now: datetime) -> BatchId:
    batch_id = batches.add(tx, Lane.ANNOUNCEMENT, "plain", {}, None, now)
    outbox.owe_all(tx, batch_id, select(people.c.id), now, now, urgent=True)
    return batch_id


async def test_what_was_held_up_until_the_night_goes_on_in_the_morning_for_those_who_sleep(books: Database) -> None:
    telegram, watch = Counting(3), Watch()
    await books.transact(members, telegram.numbers_of_people)
    awake, early, late = telegram.numbers_of_people
    await books.transact(_sleeps, early)
    await books.transact(_sleeps, late, time(23))
    batch = await books.transact(announce, EVENING)
    await books.transact(batches.pause, batch)
    watch.moment = NIGHT
    await books.transact(batches.resume, batch)
    async with delivering(books, telegram, 0, watch) as (delivery, _):
        await delivery.send_due()
        assert [len(telegram.chats[one].messages) for one in (awake, early, late)] == [1, 0, 1]
        assert await books.read(outbox.counts, batch) == {State.SENT: 2, State.RETRY: 1}
        assert await books.read(outbox.next_at) == MORNING
        watch.moment = MORNING
        await delivery.send_due()
    assert await books.read(outbox.counts, batch) == {State.SENT: 3}


async def test_what_is_urgent_goes_on_at_night(books: Database) -> None:
    telegram, watch = Counting(1), Watch()
    await books.transact(members, telegram.numbers_of_people)
    await books.transact(_sleeps, telegram.numbers_of_people[0])
    batch = await books.transact(_urgent, EVENING)
    watch.moment = NIGHT
    async with delivering(books, telegram, 0, watch) as (delivery, _):
        await delivery.send_due()
    assert await books.read(outbox.counts, batch) == {State.SENT: 1}


@pytest.mark.parametrize("urgent", [True, False])
async def test_groups_keep_the_hours_that_people_begin_with(books: Database, urgent: bool) -> None:
    telegram, watch = Counting(1), Watch()
    await books.transact(members, telegram.numbers_of_people)
    chat = telegram.add_group("Direktorji", [])
    group = await books.transact(groups.asked, chat.id, 0, "Direktorji", EVENING)
    await books.transact(groups.confirm, group.id, chat.id, PersonId(1), EVENING)
    batch = await books.transact(_to_group, group.id, urgent)
    watch.moment = NIGHT
    async with delivering(books, telegram, 0, watch, {"plain": ANYWHERE}) as (delivery, _):
        await delivery.send_due()
    assert await books.read(outbox.counts, batch) == {State.SENT if urgent else State.RETRY: 1}


def _to_group(tx: Connection, group: GroupId, urgent: bool) -> BatchId:
    batch_id = batches.add(tx, Lane.ANNOUNCEMENT, "plain", {}, None, EVENING)
    outbox.owe_groups(tx, batch_id, groups.chosen([group]), EVENING, EVENING, urgent=urgent)
    return batch_id
