"""The plug is pulled while an announcement goes out and Telegram has its own troubles."""

import random
from pathlib import Path

import pytest

from storage.database import open_database
from tests.e2e.heralds import HERALD, KILLS, PEOPLE, check, life, prepare, settled, speed
from tests.e2e.world import World, start

FAST = 250

pytestmark = [pytest.mark.long, pytest.mark.timeout(400)]


async def test_rule_1_an_announcement_to_2000_survives_20_kills(world: World, sqlite_url: str, tmp_path: Path) -> None:
    books = open_database(sqlite_url)
    everybody = await prepare(world, books)
    rng = random.Random(KILLS)
    for _ in range(KILLS):
        program = await start(world, sqlite_url, tmp_path, HERALD, **speed(FAST))
        await life(world, program, rng.randrange(5, PEOPLE // KILLS), rng)
    program = await start(world, sqlite_url, tmp_path, HERALD, **speed(FAST))
    check(world, await settled(world, books), everybody, FAST)
    await program.ends()
    await books.close()
