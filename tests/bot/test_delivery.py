"""What becomes of a message that the bot owes, for each way in which Telegram may answer."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select, text
from telegram.error import InvalidToken, TelegramError

from bot import transport
from bot.clock import Clock
from bot.delivery import Delivery
from bot.pace import Pace
from bot.transport import AiohttpRequest, Wire
from handlers import membership
from handlers.context import Push
from handlers.events.push import PUSHES
from handlers.reply import Upload
from handlers.screen import Screen
from handlers.texts import Markup, Texts
from storage import outbox
from storage.database import Database, open_database
from storage.events import publishing
from storage.membership import roles
from storage.outbox import MessageKey, Owed, State
from storage.people import PersonId, Role, people
from tests.e2e.running import running
from tests.e2e.world import TOKEN, World, world
from tests.person import SOON, Person
from tests.storage.events.sample import publish, register
from tests.storage.membership.association import put, two_libraries

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
STARTS = datetime(2035, 5, 12, 7, 30, tzinfo=UTC)
TOLD = "Odpovedano"
DECIDED = "dodelila vlogo"
ALL = {**PUSHES, **(membership.FEATURE.pushes or {})}


class Watch(Clock):
    """Stands still unless it is moved."""

    def __init__(self) -> None:
        self.moment = NOW

    def now(self) -> datetime:
        """Return the moment it shows."""
        return self.moment


def _settled(tx: Connection) -> tuple[State, int, str | None]:
    columns = outbox.outbox.c
    row = tx.execute(select(columns.state, columns.attempts, columns.reason)).one()
    return State(row.state), row.attempts, row.reason


def _blocked_at(tx: Connection, telegram_id: int) -> datetime | None:
    found: datetime | None = tx.execute(
        select(people.c.blocked_at).where(people.c.telegram_id == telegram_id)
    ).scalar_one()
    return found


async def _owed(here: World, books: Database) -> Person:
    """Owe one person word of an event that was called off."""
    ana = here.person("Ana")
    await books.transact(two_libraries)
    ends = STARTS + timedelta(hours=4)
    event = await publish(books, now=NOW, starts_at=STARTS, ends_at=ends, closes_at=STARTS, capacity=2)
    await register(books, event, (await put(books, ana.id)).id, NOW)
    office = await put(books, here.person("Cvetka").id, Role.STAFF)
    await books.transact(publishing.cancel_event, event.id, office.id, NOW)
    return ana


@contextlib.asynccontextmanager
async def _delivery(books: Database, address: str, watch: Watch) -> AsyncIterator[Delivery]:
    request = AiohttpRequest()
    await request.initialize()
    try:
        wire = Wire(request, f"{address}/bot{TOKEN}", f"{address}/file/bot{TOKEN}")
        yield Delivery(books, watch, wire, Texts(), ALL, {}, Pace(30))
    finally:
        await request.shutdown()


async def _tries(delivery: Delivery, watch: Watch) -> int:
    """Let the delivery work through the day; return how often it had something to send."""
    tries = 0
    for _ in range(24):
        tries += await delivery.send_due()
        watch.moment += timedelta(hours=1)
    return tries


@pytest.mark.parametrize(
    ("kind", "more", "state", "tries", "told"),
    [
        ("slow", {"seconds": 0}, State.SENT, 1, 1),
        ("429", {"retry_after": 1}, State.SENT, 2, 1),
        ("500", {}, State.SENT, 2, 1),
        ("400", {}, State.FAILED, 1, 0),
        ("403", {}, State.BLOCKED, 1, 0),
        ("timeout-after-accept", {"seconds": 2}, State.UNCERTAIN, 1, 1),
        ("reset-after", {}, State.UNCERTAIN, 1, 1),
        ("reset-before", {}, State.UNCERTAIN, 1, 0),
    ],
)
async def test_what_telegram_answers_settles_the_message(
    books: Database, monkeypatch: pytest.MonkeyPatch, kind: str, more: dict[str, int], state: State, tries: int,
    told: int,
) -> None:  # fmt: skip
    if kind == "timeout-after-accept":
        monkeypatch.setattr(transport, "READ", 0.5)
    watch = Watch()
    async with world() as here:
        ana = await _owed(here, books)
        await here.fault("sendMessage", kind, **more)
        async with _delivery(books, here.address, watch) as delivery:
            assert await _tries(delivery, watch) == tries
        settled, attempts, reason = await books.read(_settled)
        assert (settled, attempts) == (state, tries)
        assert sum(TOLD in message["text"] for message in await ana.messages()) == told
        assert (reason == "Chat not found") is (state == State.FAILED)
        assert (await books.read(_blocked_at, ana.id) is not None) is (state == State.BLOCKED)


@pytest.mark.parametrize(
    ("method", "kind", "tries", "has_menu"),
    [
        ("setMyCommands", "slow", 1, True),
        ("setMyCommands", "500", 2, True),
        ("setMyCommands", "429", 2, True),
        ("setMyCommands", "reset-before", 2, True),
        ("setMyCommands", "reset-after", 2, True),
        ("setMyCommands", "400", 1, False),
        ("sendMessage", "500", 2, True),
        ("sendMessage", "reset-after", 1, True),
    ],
)
async def test_whose_role_changed_is_told_once_and_gets_its_menu(
    books: Database, method: str, kind: str, tries: int, has_menu: bool
) -> None:
    watch = Watch()
    async with world() as here:
        ana = here.person("Ana")
        await books.transact(two_libraries)
        darja = await put(books, here.person("Darja").id, Role.ADMIN, name="Darja")
        await books.transact(roles.assign, darja.id, (await put(books, ana.id)).id, Role.STAFF, None, NOW)
        await here.fault(method, kind, seconds=0)
        async with _delivery(books, here.address, watch) as delivery:
            assert await _tries(delivery, watch) == tries
        assert [DECIDED in message["text"] for message in await ana.messages()] == [True]
        menu = here.telegram.commands.get(f"chat/{ana.id}/", [])
        assert ("urad" in [command["command"] for command in menu]) is has_menu


def _misspeak(tx: Connection, _person: PersonId, args: Mapping[str, Any], _now: datetime) -> Mapping[str, Any]:
    """Ask the books for what they do not have, for one of the messages."""
    if args["breaks"]:
        tx.execute(text("SELECT nothing FROM nowhere"))
    tx.execute(select(people.c.id)).all()
    return args


async def test_a_message_whose_facts_the_books_refuse_to_give_holds_up_none_of_the_others(
    books: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(ALL, "odd", Push(_misspeak, lambda args, _say, _now: Screen(Markup(f"sporočilo {args['is']}"))))
    async with world() as here:
        await books.transact(two_libraries)
        everybody = [here.person(f"Oseba {number}") for number in range(4)]
        owed = [
            outbox.Owed(MessageKey(f"odd:{number}"), (await put(books, person.id)).id, "odd",
                        {"is": number, "breaks": number in {0, 2}}, NOW)
            for number, person in enumerate(everybody)
        ]  # fmt: skip
        await books.transact(outbox.owe, owed, NOW)
        async with _delivery(books, here.address, Watch()) as delivery:
            await delivery.send_due()
        got = [any("sporočilo" in message["text"] for message in await person.messages()) for person in everybody]
        assert got == [False, True, False, True]
        assert await books.read(outbox.counts) == {State.FAILED: 2, State.SENT: 2}


async def test_nothing_is_under_way_while_telegram_asks_for_a_long_pause(books: Database) -> None:
    """Whatever is under way when the program ends is uncertain, for no reason if it only waited."""
    watch = Watch()
    async with world() as here:
        await _owed(here, books)
        await here.fault("sendMessage", "429", retry_after=7200)
        async with _delivery(books, here.address, watch) as delivery:
            assert await delivery.send_due() == 1
            watch.moment += timedelta(hours=2)
            async with asyncio.timeout(SOON):
                assert await delivery.send_due() == 0
    assert (await books.read(_settled))[0] == State.RETRY


async def test_what_never_left_is_sent_as_soon_as_telegram_is_back(books: Database) -> None:
    watch = Watch()
    async with world() as here:
        ana = await _owed(here, books)
        async with _delivery(books, "http://127.0.0.1:9", watch) as delivery:
            assert await delivery.send_due() == 1
            assert await delivery.send_due() == 0
        assert (await books.read(_settled))[0] == State.RETRY
        watch.moment += timedelta(seconds=3)
        async with _delivery(books, here.address, watch) as delivery:
            assert await delivery.send_due() == 1
        assert (await books.read(_settled))[0] == State.SENT
        await ana.sees(TOLD)


async def test_whoever_blocked_the_bot_is_told_nothing_and_is_back_with_start(books_url: str, books: Database) -> None:
    async with world() as here:
        ana = await _owed(here, books)
        await ana.blocks()
        async with running(here, books_url) as glasnik:
            await glasnik.delivery.send_due()
            assert (await books.read(_settled))[0] == State.BLOCKED
            await ana.types("/start")
            await ana.sees("Ana")
        assert await books.read(_blocked_at, ana.id) is None
        assert not any(TOLD in message["text"] for message in await ana.messages())


@dataclass
class Postbox:
    """Takes whatever is sent; the first call fails if it is to."""

    texts: list[str] = field(default_factory=list)
    fails: TelegramError | None = None

    async def call(self, method: str, parameters: Mapping[str, Any], upload: Upload | None = None) -> Any:
        """Take a message."""
        if self.fails:
            error, self.fails = self.fails, None
            raise error
        self.texts.append(f"{method}: {parameters['text']}")
        return {"message_id": len(self.texts)}


def _looks(tx: Connection) -> object:
    return tx.execute(text("SELECT 1")).scalar()


def _push(load: Callable[[Connection], object]) -> Push:
    def found(tx: Connection, *_: object) -> str:
        load(tx)
        return "there"

    return Push(found, lambda facts, _say, _now: Screen(facts))


async def _sends(books: Database, **kinds: Callable[[Connection], object]) -> dict[str, tuple[State, str | None]]:
    """Let messages of some kinds go to one person, in order; return what became of them."""
    await books.transact(two_libraries)
    ana = await put(books, 7)
    owed = [Owed(MessageKey(kind), ana.id, kind, {}, NOW) for kind in kinds]
    await books.transact(outbox.owe, owed, NOW)
    pushes = {kind: _push(load) for kind, load in kinds.items()}
    delivery = Delivery(books, Watch(), Postbox(), Texts(), pushes, {}, Pace(0))
    for _ in range(3):  # the books may be away, what waits be written down, and go
        with contextlib.suppress(Exception):
            await delivery.send_due()
    columns = outbox.outbox.c
    found = await books.read(lambda tx: tx.execute(select(columns.kind, columns.state, columns.reason)).all())
    return {kind: (State(state), reason) for kind, state, reason in found}


async def test_what_cannot_be_made_holds_up_nothing_that_goes_with_it(books: Database) -> None:
    became = await _sends(
        books, first=_looks, bad=lambda tx: tx.execute(text("SELECT nothing FROM nowhere")), last=_looks
    )
    states = {kind: state for kind, (state, _) in became.items()}
    assert states == {"first": State.SENT, "bad": State.FAILED, "last": State.SENT}


async def test_messages_wait_for_books_that_are_away(postgresql_url: str) -> None:
    gone = False

    def goes_away(tx: Connection) -> None:
        nonlocal gone
        if not gone:
            gone = True
            tx.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))

    books = open_database(postgresql_url)
    became = await _sends(books, first=_looks, away=goes_away, last=_looks)
    await books.close()
    assert gone
    assert {state for state, _ in became.values()} == {State.SENT}, became


async def test_messages_wait_for_a_token_that_telegram_knows(books: Database) -> None:
    await books.transact(two_libraries)
    ana = await put(books, 7)
    await books.transact(outbox.owe, [Owed(MessageKey("one"), ana.id, "one", {}, NOW)], NOW)
    watch, postbox = Watch(), Postbox(fails=InvalidToken("Unauthorized"))
    delivery = Delivery(books, watch, postbox, Texts(), {"one": _push(_looks)}, {}, Pace(0))
    assert await _tries(delivery, watch) == 2
    assert (await books.read(_settled))[0] is State.SENT
    assert postbox.texts == ["sendMessage: there"]
