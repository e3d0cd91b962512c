"""What intake does with an update that cannot be dealt with."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Concatenate, ParamSpec, TypeVar

import pytest
from sqlalchemy import Connection
from telegram.error import Forbidden

from bot import intake
from bot.clock import Clock
from bot.intake import Intake
from handlers.context import Arrival
from handlers.texts import Texts
from storage import inbox, people
from storage.database import Database
from storage.inbox import GivenUp
from tests.handlers.phone import Recorder
from tests.person import SOON
from tests.storage.membership.association import put, two_libraries

P = ParamSpec("P")
T = TypeVar("T")

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
ANA = {"id": 7, "is_bot": False, "first_name": "Ana"}
UPDATE = {
    "update_id": 1,
    "message": {"message_id": 1, "date": 0, "from": ANA, "chat": {"id": 7, "type": "private"}, "text": "/stroj"},
}


class Impatient:
    """Books whose dead letters are put back in the moment in which they die, and `taken` up again."""

    def __init__(self, books: Database, *, taken: bool) -> None:
        self._books, self._taken = books, taken
        self.put_back = asyncio.Event()
        self.read, self.close = books.read, books.close

    async def transact(
        self, action: Callable[Concatenate[Connection, P], T], /, *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Do as the books do; put back what was given up."""
        result = await self._books.transact(action, *args, **kwargs)
        if isinstance(result, GivenUp):
            assert await self._books.transact(inbox.retry_dead, result.reference)
            if self._taken:
                await self._books.transact(inbox.take_retried)
            self.put_back.set()
        return result


async def _fails(_: Arrival) -> None:
    raise RuntimeError


@pytest.mark.parametrize("taken", [False, True])
async def test_what_is_put_back_in_the_moment_it_is_given_up_stays(
    books: Database, monkeypatch: pytest.MonkeyPatch, *, taken: bool
) -> None:
    monkeypatch.setattr(intake, "FIRST_WAIT", 0.0)
    await books.transact(two_libraries)
    await put(books, 7)
    impatient = Impatient(books, taken=taken)
    under_test = Intake(impatient, Clock(), Recorder(), Texts(), _fails)
    await under_test.start()
    await under_test.receive([UPDATE])
    async with asyncio.timeout(SOON):
        await impatient.put_back.wait()
    await under_test.stop()

    waiting = await (books.read(inbox.waiting) if taken else books.transact(inbox.take_retried))
    assert [one.update_id for one in waiting] == [UPDATE["update_id"]]
    assert waiting[0].payload


class Away:
    """Books that are out of reach the first time somebody is to be marked as gone."""

    def __init__(self, books: Database) -> None:
        self._books = books
        self.asked = 0
        self.read, self.close = books.read, books.close

    async def transact(
        self, action: Callable[Concatenate[Connection, P], T], /, *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Do as the books do, but for that."""
        if action is people.mark_blocked:
            self.asked += 1
            if self.asked == 1:
                raise ConnectionRefusedError
        return await self._books.transact(action, *args, **kwargs)


async def test_a_chat_goes_on_though_the_books_were_away_when_it_was_shut(
    books: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "FIRST_WAIT", 0.0)
    await books.transact(two_libraries)
    await put(books, 7)
    second = asyncio.Event()

    async def shut(arrival: Arrival) -> None:
        if arrival.update_id == 1:
            raise Forbidden("bot was blocked by the user")
        second.set()

    away = Away(books)
    under_test = Intake(away, Clock(), Recorder(), Texts(), shut)
    await under_test.start()
    await under_test.receive([UPDATE, {**UPDATE, "update_id": 2}])
    async with asyncio.timeout(SOON):
        await second.wait()
    await under_test.stop()
    assert away.asked == 2
    assert await books.read(inbox.waiting) == []
