"""What falls due is done; what fails does not hold up the rest, and is tried again."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection, select, text

from storage import counters, due
from storage.database import Database, open_database
from storage.due import FIRST_WAIT, LONGEST_WAIT, Due, Failure

NOW = datetime(2027, 3, 1, 9, tzinfo=UTC)
LATER = NOW + timedelta(days=30)


def _raise(_tx: Connection) -> None:
    raise RuntimeError


def _misspeak(tx: Connection) -> None:
    tx.execute(text("SELECT nothing FROM nowhere"))


def _break_a_rule(tx: Connection) -> None:
    tx.execute(counters.counters.insert(), [{"name": "once", "subject": 1, "count": 1, "ends_at": LATER}] * 2)


FAULTS = [_raise, _misspeak, _break_a_rule]


@dataclass
class Desk:
    """Counts what is done, by the row's key; some rows fail, after they have counted."""

    broken: set[str] = field(default_factory=set)
    fault: Callable[[Connection], None] = _raise
    seen: list[Due] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)

    def act(self, tx: Connection, row: Due, now: datetime) -> None:
        counters.count(tx, row.key, 1, LATER, now)
        self.seen.append(row)
        if row.key in self.broken:
            self.fault(tx)

    def fail(self, _tx: Connection, failure: Failure, _now: datetime) -> None:
        self.failures.append(failure)

    async def fire(self, books: Database, now: datetime, limit: int = 100) -> int:
        """Do all that is due, as the clock does; return in how many rounds."""
        rounds = 0
        while await books.transact(due.fire, {"count": self.act}, now, limit, self.fail):
            rounds += 1
        return rounds


def _row(key: str, at: datetime = NOW) -> Due:
    return Due(key, "count", at, None, {"is": key})


def _done(tx: Connection) -> dict[str, int]:
    rows = tx.execute(select(counters.counters.c.name, counters.counters.c.count))
    return {row[0]: row[1] for row in rows}


def _left(tx: Connection) -> list[str]:
    return list(tx.execute(select(due.due.c.key).order_by(due.due.c.key)).scalars())


@pytest.mark.parametrize("fault", FAULTS)
async def test_what_fails_does_not_hold_up_the_rest(books: Database, fault: Callable[[Connection], None]) -> None:
    keys = [f"row-{number}" for number in range(8)]
    await books.transact(due.add, [_row(key) for key in keys])
    desk = Desk({"row-0", "row-3"}, fault)
    await desk.fire(books, NOW, limit=4)
    assert await books.read(_done) == {key: 1 for key in keys if key not in desk.broken}
    assert await books.read(_left) == ["row-0", "row-3"]
    assert await books.read(due.failing) == 2
    assert [(one.row.key, one.count) for one in desk.failures] == [("row-0", 1), ("row-3", 1)]


async def test_what_has_failed_is_tried_again_later_each_time_and_knows_when_it_was_due(books: Database) -> None:
    await books.transact(due.add, [_row("late")])
    desk, now = Desk({"late"}), NOW
    waits = []
    for _ in range(10):
        await desk.fire(books, now)
        again = await books.read(due.next_at)
        assert again is not None
        waits.append(again - now)
        now = again
    assert waits == [min(FIRST_WAIT * 2**number, LONGEST_WAIT) for number in range(10)]
    assert [one.count for one in desk.failures] == list(range(1, 11))
    desk.broken.clear()
    await desk.fire(books, now - timedelta(seconds=1))
    assert await books.read(_done) == {}
    await desk.fire(books, now)
    assert await books.read(_done) == {"late": 1}
    assert await books.read(due.failing) == 0
    assert {(row.at, row.args["is"]) for row in desk.seen} == {(NOW, "late")}


async def test_what_was_written_anew_meanwhile_takes_the_place_of_what_failed(books: Database) -> None:
    def again(tx: Connection, row: Due, now: datetime) -> None:
        if row.key == "moves":
            due.add(tx, [_row("fails", LATER)])
        else:
            desk.act(tx, row, now)

    desk = Desk({"fails"})
    await books.transact(due.add, [_row("moves"), _row("fails")])
    while await books.transact(due.fire, {"count": again}, NOW, 100, desk.fail):
        pass
    assert await books.read(due.next_at) == LATER
    assert await books.read(due.failing) == 0


async def test_a_row_that_follows_itself_fails_and_follows_itself_again(books: Database) -> None:
    def follow(tx: Connection, row: Due, now: datetime) -> None:
        due.add(tx, [_row("daily", row.at + timedelta(days=1))])
        desk.act(tx, row, now)

    desk = Desk({"daily"})
    await books.transact(due.add, [_row("daily")])
    await books.transact(due.fire, {"count": follow}, NOW, 100, desk.fail)
    assert await books.read(due.next_at) == NOW + FIRST_WAIT
    desk.broken.clear()
    await books.transact(due.fire, {"count": follow}, NOW + FIRST_WAIT, 100, desk.fail)
    assert await books.read(due.next_at) == NOW + timedelta(days=1)


async def test_whoever_does_not_say_what_becomes_of_failures_hears_of_them(books: Database) -> None:
    desk = Desk({"row"})
    await books.transact(due.add, [_row("row")])
    with pytest.raises(RuntimeError):
        await books.transact(due.fire, {"count": desk.act}, NOW)
    assert await books.read(due.failing) == 0
    assert await books.read(_left) == ["row"]


async def test_a_conflict_is_nobodys_failure(postgresql_url: str) -> None:
    books = open_database(postgresql_url)

    def conflict(tx: Connection) -> None:
        if len(desk.seen) == 1:
            tx.execute(text("DO $$ BEGIN RAISE EXCEPTION SQLSTATE '40P01'; END $$"))

    desk = Desk({"row"}, conflict)
    await books.transact(due.add, [_row("row"), _row("other")])
    await desk.fire(books, NOW)
    assert await books.read(_done) == {"row": 1, "other": 1}
    assert desk.failures == []
    await books.close()
