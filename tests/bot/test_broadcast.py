"""Many messages of one batch: within Telegram's limits, paused, cancelled, in trouble."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import Connection, select, update

from bot.clock import Clock
from bot.demo.telegram import limits
from bot.demo.telegram.faults import Fault
from storage import batches, budget, outbox, senders, sending
from storage.batches import BatchId, Progress
from storage.database import Database
from storage.outbox import State
from storage.people import Role, people
from storage.watch import FIRST, IN_A_ROW, Trouble, Watch
from tests.bot.broadcast import Counting, announce, delivering, members

pytestmark = pytest.mark.long

LIMIT = 30


def _fault(kind: str, times: int = 1, retry_after: int = 1) -> Fault:
    return Fault("sendmessage", kind, times, None, retry_after, 0.0)


async def _prepare(books: Database, telegram: Counting) -> BatchId:
    await books.transact(members, telegram.numbers_of_people)
    return await books.transact(announce, Clock().now())


def _told(telegram: Counting) -> list[int]:
    return [len(telegram.chats[number].messages) for number in telegram.numbers_of_people]


async def test_rule_3_over_the_wire_nothing_is_too_much_for_telegram(books: Database) -> None:
    telegram = Counting(4 * LIMIT, limits="telegram")
    batch = await _prepare(books, telegram)
    async with delivering(books, telegram, LIMIT) as (delivery, _):
        assert await delivery.send_due() == 4 * LIMIT
    assert [entry for entry in telegram.log if not entry["ok"]] == []
    assert await books.read(outbox.counts, batch) == {State.SENT: 4 * LIMIT}
    assert _told(telegram) == [1] * 4 * LIMIT


async def test_over_the_wire_what_a_429_turned_away_goes_again_and_succeeds(books: Database) -> None:
    telegram = Counting(2 * LIMIT)
    batch = await _prepare(books, telegram)
    telegram.faults.append(_fault("429", times=3))
    async with delivering(books, telegram, LIMIT) as (delivery, pace):
        while await delivery.send_due() or pace.paused():
            pause = pace.paused()
            await asyncio.sleep(pause)
    assert [entry["ok"] for entry in telegram.log].count(False) == 3
    assert await books.read(outbox.counts, batch) == {State.SENT: 2 * LIMIT}
    assert _told(telegram) == [1] * 2 * LIMIT


async def test_another_senders_429_pauses_this_one_too(books: Database) -> None:
    telegram = Counting(3)
    await _prepare(books, telegram)
    await books.transact(budget.pause, Clock().now() + timedelta(hours=1))
    async with delivering(books, telegram, LIMIT) as (delivery, pace):
        assert await delivery.send_due() == 0
        assert pace.paused() > 3000
    assert _told(telegram) == [0, 0, 0]


async def test_a_paused_batch_goes_on_with_exactly_those_who_had_nothing(books: Database) -> None:
    telegram = Counting(2 * LIMIT)
    batch = await _prepare(books, telegram)
    async with delivering(books, telegram, LIMIT) as (delivery, _):
        async with asyncio.TaskGroup() as meanwhile:
            running = meanwhile.create_task(delivery.send_due())
            while sum(_told(telegram)) < LIMIT // 10:
                await telegram.log.grows()
            assert await books.transact(batches.pause, batch)
        before = running.result()
        assert LIMIT // 10 <= before < 2 * LIMIT
        assert sum(_told(telegram)) == before
        assert not await books.transact(batches.pause, batch)
        assert await delivery.send_due() == 0
        assert await books.transact(batches.resume, batch)
        assert await delivery.send_due() == 2 * LIMIT - before
    assert _told(telegram) == [1] * 2 * LIMIT
    found = await books.read(batches.get, batch)
    assert found is not None
    assert found.progress == Progress.DONE


async def test_a_batch_that_fails_for_one_reason_pauses_itself(books: Database) -> None:
    telegram = Counting(3 * FIRST)
    batch = await _prepare(books, telegram)
    telegram.faults.append(_fault("400", times=3 * FIRST))
    async with delivering(books, telegram, 0) as (delivery, _):
        await delivery.send_due()
    found = await books.read(batches.get, batch)
    assert found is not None
    assert (found.progress, found.trouble) == (Progress.PAUSED, "Chat not found")
    counts = await books.read(outbox.counts, batch)
    assert counts[State.PENDING] > 0
    assert set(counts) == {State.PENDING, State.FAILED}


async def test_whoever_began_a_batch_is_told_once_that_it_paused_itself(books: Database) -> None:
    telegram = Counting(3 * FIRST)
    batch = await _prepare(books, telegram)

    def begun_by_somebody(tx: Connection) -> None:
        somebody = tx.execute(select(people.c.id).limit(1)).scalar_one()
        tx.execute(update(batches.batches).values(created_by=somebody))

    await books.transact(begun_by_somebody)
    telegram.faults.append(_fault("400", times=3 * FIRST))
    told = select(outbox.outbox.c.kind, outbox.outbox.c.args).where(outbox.outbox.c.batch_id.is_(None))
    async with delivering(books, telegram, LIMIT) as (delivery, _):
        while not (notices := await books.read(lambda tx: tx.execute(told).all())):
            assert await delivery.send_due()
    assert [tuple(notice) for notice in notices] == [(sending.trouble_of("plain"), {"batch": batch})]


async def test_what_was_claimed_of_a_cancelled_batch_and_did_not_go_is_withdrawn(books: Database) -> None:
    telegram = Counting(3)
    batch = await _prepare(books, telegram)
    now = Clock().now()
    claimed = await books.transact(sending.claim, now, 2)

    def cancel(tx: Connection) -> None:
        assert batches.cancel(tx, batch, now)
        outbox.withdraw_batch(tx, batch, now)

    await books.transact(cancel)
    await books.transact(sending.settle, [(one, sending.Retry(now)) for one in claimed], now)
    assert await books.read(outbox.counts, batch) == {State.WITHDRAWN: 3}


@pytest.mark.parametrize("paid", [False, True])
async def test_more_than_telegram_gives_for_nothing_passes_only_if_it_is_paid_for(
    books: Database, monkeypatch: pytest.MonkeyPatch, *, paid: bool
) -> None:
    monkeypatch.setattr(limits, "ALL_PER_SECOND", 1)
    telegram = Counting(2 * LIMIT, limits="telegram")
    await _prepare(books, telegram)
    async with delivering(books, telegram, 0, paid=paid) as (delivery, _):
        await delivery.send_due()
    assert all(entry["ok"] for entry in telegram.log) is paid


async def test_whoever_left_their_library_meanwhile_gets_nothing(books: Database) -> None:
    telegram = Counting(2)
    batch = await _prepare(books, telegram)

    def leave(tx: Connection) -> None:
        first = telegram.numbers_of_people[0]
        tx.execute(update(people).where(people.c.telegram_id == first).values(role=Role.LIBRARIAN))

    await books.transact(leave)
    async with delivering(books, telegram, 0) as (delivery, _):
        await delivery.send_due()
    assert _told(telegram) == [0, 1]
    assert await books.read(outbox.counts, batch) == {State.SENT: 1}


def test_a_twentieth_of_the_first_hundred_is_enough() -> None:
    fine: list[str | None] = [None] * 10
    watch = Watch()
    for _ in range(5):
        seen = watch.seen([*fine, "no"])
        assert isinstance(seen, Watch)
        watch = seen
    assert watch.seen([*fine, "no"]) == Trouble("no")
    assert isinstance(watch.seen([*fine, "something else"]), Watch)


def test_later_only_many_in_a_row_count() -> None:
    watch = Watch().seen([None] * FIRST)
    assert isinstance(watch, Watch)
    assert isinstance(watch.seen(["no", None] * 2 * IN_A_ROW), Watch)
    nearly = watch.seen(["no"] * (IN_A_ROW - 1))
    assert isinstance(nearly, Watch)
    assert isinstance(nearly.seen([None, "no"]), Watch)
    assert nearly.seen(["no"]) == Trouble("no")


async def test_two_batches_share_what_there_is(books: Database) -> None:
    telegram = Counting(20)
    first = await _prepare(books, telegram)
    second = await books.transact(announce, Clock().now())
    claimed = await books.transact(sending.claim, Clock().now(), 10)
    assert [one.batch_id for one in claimed] == [first] * 5 + [second] * 5


async def test_reminders_and_notices_go_before_batches(books: Database) -> None:
    telegram = Counting(8)
    await _prepare(books, telegram)

    def owe_one(tx: Connection) -> None:
        person = tx.execute(select(people.c.id).limit(1)).scalar_one()
        note = outbox.Owed(outbox.MessageKey("note"), person, "sorry", {"reference": "A"}, Clock().now())
        outbox.owe(tx, [note], Clock().now())

    await books.transact(owe_one)
    claimed = await books.transact(sending.claim, Clock().now(), 3)
    assert [one.kind for one in claimed] == ["sorry", "plain", "plain"]


async def test_what_answers_have_taken_all_senders_wait_for(books: Database) -> None:
    now = Clock().now()
    assert await books.transact(budget.reserve, 3, 1.0, now) == 0
    assert await books.transact(budget.reserve, 1, 1.0, now) == pytest.approx(3.0, abs=0.001)


async def test_turns_given_out_by_a_clock_that_was_ahead_are_forgotten(books: Database) -> None:
    now = Clock().now()
    await books.transact(budget.reserve, 1, 1.0, now + timedelta(hours=1))
    assert await books.transact(budget.reserve, 1, 1.0, now) == 0


async def test_what_an_ended_sender_had_begun_is_uncertain_and_a_living_ones_is_not(books: Database) -> None:
    telegram = Counting(6)
    batch = await _prepare(books, telegram)
    now = Clock().now()
    dead, living = senders.SenderId("dead"), senders.SenderId("living")
    for sender, seen in ((dead, now - 2 * senders.DEAD_AFTER), (living, now)):
        await books.transact(senders.alive, sender, seen)
        await books.transact(sending.claim, now, 2, sender)
    assert await books.transact(senders.recover, now, all_others=False) == 2
    assert await books.read(outbox.counts, batch) == {State.UNCERTAIN: 2, State.SENDING: 2, State.PENDING: 2}
