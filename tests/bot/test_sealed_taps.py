"""What a sealed button says is written down nowhere: not while it is handled, after a crash, or in dead letters."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import sqlalchemy
from sqlalchemy import Connection, select
from structlog.testing import capture_logs

from bot import intake
from bot.clock import Clock
from bot.intake import Intake
from handlers.consultations.ballot_buttons import CastBallot, UseKey
from handlers.context import Arrival, Reach
from handlers.features import FEATURES, all_routes
from storage import inbox
from storage.all_tables import metadata
from storage.consultations.majority import Choice
from storage.consultations.rules import Ballot, Key
from storage.database import Database
from storage.people import Role
from tests.handlers.consultations.sample import put_to_vote, questions_of
from tests.handlers.phone import TEXTS, Recorder
from tests.person import SOON
from tests.storage.membership.association import KRANJ, put, two_libraries

KEY = Key("Kljuc_Kljuc_Kluc")
DARJA = 7


class Telegram(Recorder):
    """Remembers what it was told, and tells when something is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.told = asyncio.Event()

    async def call(self, method: str, *args: Any, **kwargs: Any) -> Any:
        """Remember a call."""
        done = await super().call(method, *args, **kwargs)
        if self.shown:
            self.told.set()
        return done


@pytest.fixture
async def tap(books: Database) -> dict[str, Any]:
    """The tap of a delegate who casts a ballot."""
    await books.transact(two_libraries)
    await put(books, DARJA, Role.DELEGATE)
    clock = Clock().now()
    vote = await put_to_vote(books, now=clock, ballot=Ballot.PSEUDONYMOUS, ends_at=clock.replace(year=clock.year + 1))
    first, *_ = await questions_of(books, vote.id)
    return tapped(CastBallot(first.id, first.wording_id, KRANJ.id, Choice.AGAINST, KEY).pack())


def tapped(data: str) -> dict[str, Any]:
    """A tap as Telegram sends it."""
    who = {"id": DARJA, "is_bot": False, "first_name": "Darja"}
    message = {"message_id": 1, "date": 1, "chat": {"id": DARJA, "type": "private"}, "text": "1. člen"}
    query = {"id": "1", "from": who, "chat_instance": "1", "message": message, "data": data}
    return {"update_id": 1, "callback_query": query}


def routed(books: Database, telegram: Telegram) -> Callable[[Arrival], Awaitable[None]]:
    """Handle as the program does."""
    application: Any = SimpleNamespace(bot_data={"reach": Reach(telegram, books, TEXTS, FEATURES, "GlasnikBot")})
    context: Any = None

    async def handle(arrival: Arrival) -> None:
        for route in all_routes(FEATURES):
            if found := route.check_update(arrival):
                await route.handle_update(arrival, application, found, context)
                return

    return handle


def everything(tx: Connection) -> str:
    """All that stands in the books."""
    tables = metadata.sorted_tables
    return repr([[dict(row) for row in tx.execute(select(table)).mappings()] for table in tables])


def files(url: str) -> Iterator[bytes]:
    """What is on the disk, left behind or not; of PostgreSQL there is nothing to be read."""
    path = sqlalchemy.make_url(url).database if url.startswith("sqlite") else None
    for file in Path(path).parent.glob("*") if path else ():
        yield file.read_bytes()


class Held:
    """A handler in the middle of its work."""

    def __init__(self) -> None:
        self.begun, self.seen = asyncio.Event(), ""

    async def __call__(self, arrival: Arrival) -> None:
        """Keep what was tapped, and never end."""
        assert arrival.tapped
        self.seen = arrival.tapped.data
        self.begun.set()
        await asyncio.Event().wait()


async def crashes(books: Database, update: dict[str, Any]) -> Held:
    """Let the program end in the middle of a tap."""
    handler = Held()
    running = Intake(books, Clock(), Telegram(), TEXTS, handler)
    await running.start()
    await running.receive([update])
    async with asyncio.timeout(SOON):
        await handler.begun.wait()
    kept = await books.read(everything)
    assert '"data": "cbc"' in kept
    assert KEY not in kept
    assert Choice.AGAINST.value not in kept
    await running.stop()
    return handler


async def test_while_it_is_handled_and_after_a_crash_the_books_hold_neither_choice_nor_key(
    books: Database, books_url: str, tap: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "GRACE", 0.0)
    handler = await crashes(books, tap)
    assert handler.seen == tap["callback_query"]["data"]
    assert [one.payload for one in await books.read(inbox.waiting)]
    assert not any(KEY.encode() in content for content in files(books_url))


async def test_after_a_crash_the_tap_is_asked_for_once_more_below_the_card(
    books: Database, tap: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "GRACE", 0.0)
    await crashes(books, tap)
    telegram = Telegram()
    again = Intake(books, Clock(), telegram, TEXTS, routed(books, telegram))
    await again.start()
    async with asyncio.timeout(SOON):
        await telegram.told.wait()
    await again.stop()
    assert [one["method"] for one in telegram.shown] == ["sendMessage"]
    assert telegram.shown[0]["text"] == TEXTS.say("sl")("tap-lost")
    await again.receive([tap])
    assert await books.read(inbox.waiting) == []


async def test_a_ballot_is_cast_and_nothing_of_the_tap_stays(
    books: Database, books_url: str, tap: dict[str, Any]
) -> None:
    telegram = Telegram()
    running = Intake(books, Clock(), telegram, TEXTS, routed(books, telegram))
    await running.start()
    await running.receive([tap])
    async with asyncio.timeout(SOON):
        await telegram.told.wait()
    await running.stop()
    assert "<b>1. člen: proti</b>" in telegram.shown[0]["text"]
    assert KEY not in await books.read(everything)
    assert not any(KEY.encode() in content for content in files(books_url))


async def test_a_dead_letter_and_the_log_hold_only_the_tag(
    books: Database, books_url: str, tap: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "FIRST_WAIT", 0.0)
    given_up = asyncio.Event()
    tries: list[str] = []

    async def fails(arrival: Arrival) -> None:
        assert arrival.tapped
        tries.append(arrival.tapped.data)
        if len(tries) == inbox.ATTEMPTS:
            given_up.set()
        raise ValueError(arrival.tapped.data)

    running = Intake(books, Clock(), Telegram(), TEXTS, fails)
    with capture_logs() as logs:
        await running.start()
        await running.receive([tap])
        async with asyncio.timeout(SOON):
            await given_up.wait()
        await running.stop()
    assert tries == [tap["callback_query"]["data"]] * inbox.ATTEMPTS
    assert any(log["event"] == "given_up" for log in logs)
    assert KEY not in repr(logs)
    assert Choice.AGAINST.value not in repr(logs)
    kept = await books.read(everything)
    assert '"data": "cbc"' in kept
    assert KEY not in kept
    assert not any(KEY.encode() in content for content in files(books_url))
    [letter] = await books.read(inbox.dead)
    assert await books.transact(inbox.retry_dead, letter.reference)
    [again] = await books.transact(inbox.take_retried)
    assert again.whole is None
    assert KEY not in again.payload


async def test_the_card_with_the_key_is_never_changed(books: Database, tap: dict[str, Any]) -> None:
    telegram = Telegram()
    running = Intake(books, Clock(), telegram, TEXTS, routed(books, telegram))
    await running.start()
    for number, data in enumerate((UseKey(1, KEY).pack(), UseKey(99, KEY).pack(), "cbu:1", "cbu"), 2):  # type: ignore[arg-type]
        telegram.told.clear()
        telegram.shown.clear()
        await running.receive([{**tapped(data), "update_id": number}])
        async with asyncio.timeout(SOON):
            await telegram.told.wait()
        assert [one["method"] for one in telegram.shown] == ["sendMessage"], data
    await running.stop()
