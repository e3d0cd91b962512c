"""The plug is pulled while a batch goes out and Telegram has its own troubles."""

import asyncio
import random
from collections import Counter
from pathlib import Path

from sqlalchemy import Connection, select

from bot.clock import Clock
from bot.delivery import Sizes
from bot.pace import Pace
from storage.database import Database, open_database
from storage.outbox import State, outbox
from storage.people import people
from tests.bot.broadcast import announce, members
from tests.e2e.world import Program, World, start
from tests.person import SOON

FAST = 250
SPEED = {"GLASNIK_SENDING__PER_SECOND": str(FAST)}
HERALD = "tests.e2e.herald"
OPEN = {State.PENDING, State.RETRY, State.SENDING}
FAULTS: tuple[tuple[str, dict[str, int]], ...] = (
    ("429", {"retry_after": 1}),
    ("403", {}),
    ("timeout-after-accept", {"seconds": 0}),
    ("reset-after", {}),
    ("reset-before", {}),
    ("500", {}),
)


def _states(tx: Connection) -> dict[int, State]:
    rows = tx.execute(select(people.c.telegram_id, outbox.c.state).join_from(people, outbox))
    return {row.telegram_id: State(row.state) for row in rows}


async def _life(world: World, program: Program, calls: int, rng: random.Random) -> None:
    """Let the bot send until it has made so many calls, with something going wrong now and then; then kill it."""
    for kind, more in rng.sample(FAULTS, 2):
        await world.fault("sendMessage", kind, **more)
    until = len(world.log) + calls
    while len(world.log) < until:
        await world.log.grows()
    await asyncio.sleep(rng.uniform(0, 0.02))  # a moment between two calls is as good as the moment of a call
    await program.is_killed()


async def _settled(world: World, books: Database) -> dict[int, State]:
    """Wait until nothing waits or is under way."""
    async with asyncio.timeout(3 * SOON):
        while OPEN & set((states := await books.read(_states)).values()):
            await world.log.grows()
    return states


def _check(world: World, states: dict[int, State], everybody: list[int], kills: int) -> None:
    told = Counter({one: len(world.telegram.chats[one].messages) for one in everybody})
    assert set(states) == set(everybody)
    assert set(states.values()) <= {State.SENT, State.BLOCKED, State.UNCERTAIN}
    assert max(told.values()) == 1
    assert all(told[one] == 1 for one, state in states.items() if state == State.SENT)
    assert all(states[one] != State.SENT for one in everybody if not told[one])
    uncertain = sum(state == State.UNCERTAIN for state in states.values())
    assert uncertain <= kills * Sizes.at(Pace(FAST).gap).under_way + 3 * kills
    assert sum(state == State.SENT for state in states.values()) > len(everybody) // 2


PEOPLE, KILLS = 2000, 20


async def _prepare(world: World, books: Database, count: int) -> list[int]:
    """Owe so many people one message each."""
    everybody = [world.person(f"Oseba {number}").id for number in range(count)]
    await books.transact(members, everybody)
    await books.transact(announce, Clock().now())
    return everybody


async def test_an_announcement_survives_20_kills(world: World, sqlite_url: str, tmp_path: Path) -> None:
    books = open_database(sqlite_url)
    everybody = await _prepare(world, books, PEOPLE)
    rng = random.Random(KILLS)
    for _ in range(KILLS):
        program = await start(world, sqlite_url, tmp_path, HERALD, **SPEED)
        await _life(world, program, rng.randrange(5, PEOPLE // KILLS), rng)
    program = await start(world, sqlite_url, tmp_path, HERALD, **SPEED)
    _check(world, await _settled(world, books), everybody, KILLS)
    await program.ends()
    await books.close()


async def test_two_senders_share_an_announcement_and_either_may_be_killed(
    world: World, postgresql_url: str, tmp_path: Path
) -> None:
    books = open_database(postgresql_url)
    everybody = await _prepare(world, books, 600)
    rng = random.Random(KILLS)
    roles = ["run", "send"]
    senders = [await start(world, postgresql_url, tmp_path, HERALD, does=role, **SPEED) for role in roles]
    for killed in (0, 1, 1, 0):
        await _life(world, senders[killed], rng.randrange(20, 100), rng)
        alone = len(world.called("sendMessage"))
        while len(world.called("sendMessage")) < alone + 20:
            await world.log.grows()
        senders[killed] = await start(world, postgresql_url, tmp_path, HERALD, does=roles[killed], **SPEED)
    _check(world, await _settled(world, books), everybody, 4)
    for sender in senders:
        await sender.is_killed()
    await books.close()
