"""The ticker ends without a word, in the middle of whatever it does; what fails holds up nothing and is told."""

import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import pytest
from sqlalchemy import Connection, select
from structlog.testing import capture_logs

from bot.clock import TOLD_AT, Clock, Ticker
from handlers import home
from handlers.screen import Screen
from handlers.texts import Texts
from storage import due, outbox
from storage.database import Database
from storage.due import FIRST_WAIT, LONGEST_WAIT, Due
from storage.people import PersonId, Role
from tests.person import SOON
from tests.storage.membership.association import put, two_libraries

NOW = datetime(2027, 3, 1, 9, tzinfo=UTC)
SECRET_WORDS = "skrivnost"


class Slow:
    """Books that take for ever."""

    def __init__(self) -> None:
        self.asked, self.given_up = asyncio.Event(), asyncio.Event()

    async def transact(self, *_: Any) -> int:
        self.asked.set()
        try:
            return await asyncio.Future()
        finally:
            self.given_up.set()


async def test_a_tick_under_way_is_given_up_without_a_word(caplog: pytest.LogCaptureFixture) -> None:
    slow = Slow()
    ticker = Ticker(cast("Any", slow), Clock(), {})
    ticker.start()
    async with asyncio.timeout(SOON):
        await slow.asked.wait()
        ticker.stop()
        await slow.given_up.wait()
        await asyncio.sleep(0)
    assert [record.message for record in caplog.records if record.levelname in {"WARNING", "ERROR"}] == []


class Watch(Clock):
    """Stands still unless it is moved."""

    moment = NOW

    def now(self) -> datetime:
        """Return the moment it shows."""
        return self.moment


def _fail(_tx: Connection, _row: Due, _now: datetime) -> None:
    raise RuntimeError(SECRET_WORDS)


def _owed(tx: Connection) -> list[tuple[PersonId, str, Mapping[str, Any]]]:
    columns = outbox.outbox.c
    return [tuple(row) for row in tx.execute(select(columns.person_id, columns.kind, columns.args))]


async def test_what_fails_again_and_again_is_logged_without_words_and_told_to_admins_once(books: Database) -> None:
    await books.transact(two_libraries)
    person = await put(books, 1)
    admin = await put(books, 2, Role.ADMIN, name="Darja")
    done = []
    ticker = Ticker(books, watch := Watch(), {"breaks": _fail, "works": lambda _tx, row, _now: done.append(row.key)})
    for day in range(2):
        start = NOW + timedelta(days=day)
        rows = [Due(f"breaks:{day}:{number}", "breaks", start, person.id, {}) for number in range(3)]
        await books.transact(due.add, [*rows, Due(f"works:{day}", "works", start, None, {})])
    with capture_logs() as logs:
        for _ in range(TOLD_AT - 1):
            await ticker.tick()
            watch.moment += LONGEST_WAIT
        assert done == ["works:0"]
        assert await books.read(_owed) == []
        await ticker.tick()
        assert await books.read(_owed) == [(admin.id, "due_failed", {"kind": "breaks"})]
        for _ in range(10):
            watch.moment += LONGEST_WAIT
            await ticker.tick()
        assert len(await books.read(_owed)) == 1
        watch.moment = NOW + timedelta(days=1)
        for _ in range(TOLD_AT):
            await ticker.tick()
            watch.moment += FIRST_WAIT * 2**TOLD_AT
    assert done == ["works:0", "works:1"]
    assert len(await books.read(_owed)) == 2
    assert {(log["event"], log["kind"], log["person"]) for log in logs} == {("due_failed", "breaks", person.id)}
    assert all("RuntimeError at test_clock.py" in log["error"] for log in logs)
    assert SECRET_WORDS not in str(logs)


@pytest.mark.parametrize("language", ["sl", "en"])
def test_admins_read_what_fails(language: str) -> None:
    screen = home.PUSHES["due_failed"].show({"kind": "call_morning"}, Texts().say(language), NOW)
    assert isinstance(screen, Screen)
    assert "<code>call_morning</code>" in screen.text
