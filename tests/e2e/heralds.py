"""A batch that goes out while the plug is pulled and Telegram has its own troubles."""

import asyncio
import random
from collections import Counter

from sqlalchemy import Connection, select

from bot.clock import Clock
from bot.delivery import Sizes
from bot.pace import Pace
from storage.database import Database
from storage.outbox import State, outbox
from storage.people import people
from tests.bot.broadcast import announce, members
from tests.e2e.world import Program, World
from tests.person import SOON

PEOPLE, KILLS = 2000, 20
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


def speed(per_second: int) -> dict[str, str]:
    """Set how fast a herald is."""
    return {"GLASNIK_SENDING__PER_SECOND": str(per_second), "GLASNIK_SENDING__PAID": "true"}


async def life(world: World, program: Program, calls: int, rng: random.Random) -> None:
    """Let the bot send until it has made so many calls, with something going wrong now and then; then kill it."""
    for kind, more in rng.sample(FAULTS, 2):
        await world.fault("sendMessage", kind, **more)
    until = len(world.log) + calls
    async with asyncio.timeout(3 * SOON):
        while len(world.log) < until:
            await world.log.grows()
    await asyncio.sleep(rng.uniform(0, 0.02))  # a moment between two calls is as good as the moment of a call
    await program.is_killed()


async def settled(world: World, books: Database) -> dict[int, State]:
    """Wait until nothing waits or is under way."""
    async with asyncio.timeout(3 * SOON):
        while OPEN & set((states := await books.read(_states)).values()):
            await world.stirs()
    return states


def check(world: World, states: dict[int, State], everybody: list[int], per_second: int) -> None:
    """Compare what the books say with what arrived: nobody twice, nobody skipped, few uncertain."""
    told = Counter({one: len(world.telegram.chats[one].messages) for one in everybody})
    assert set(states) == set(everybody)
    assert set(states.values()) <= {State.SENT, State.BLOCKED, State.UNCERTAIN}
    assert max(told.values()) == 1
    assert all(told[one] == 1 for one, state in states.items() if state == State.SENT)
    assert all(states[one] != State.SENT for one in everybody if not told[one])
    uncertain = sum(state == State.UNCERTAIN for state in states.values())
    assert uncertain <= KILLS * Sizes.at(Pace(per_second).gap).under_way + 3 * KILLS
    assert sum(state == State.SENT for state in states.values()) > len(everybody) // 2


async def prepare(world: World, books: Database) -> list[int]:
    """Owe everybody one message each."""
    everybody = [world.person(f"Oseba {number}").id for number in range(PEOPLE)]
    await books.transact(members, everybody)
    await books.transact(announce, Clock().now())
    return everybody
