"""The plug is pulled on either of two senders that share an announcement on one PostgreSQL."""

import random
from pathlib import Path

import pytest

from storage.database import open_database
from tests.e2e.heralds import HERALD, KILLS, PEOPLE, check, life, prepare, settled, speed
from tests.e2e.world import World, start

SLOW = 60
"""While one starts, the other goes on: faster, and nothing would be left before the last is killed."""

pytestmark = [pytest.mark.long, pytest.mark.timeout(400)]


async def test_rule_2_two_senders_share_an_announcement_to_2000_and_20_times_either_is_killed(
    world: World, postgresql_url: str, tmp_path: Path
) -> None:
    books = open_database(postgresql_url)
    everybody = await prepare(world, books)
    rng = random.Random(KILLS)
    roles = ["run", "send"]
    senders = [await start(world, postgresql_url, tmp_path, HERALD, does=role, **speed(SLOW)) for role in roles]
    for _ in range(KILLS):
        killed = rng.randrange(2)
        await life(world, senders[killed], rng.randrange(5, PEOPLE // KILLS // 2), rng)
        senders[killed] = await start(world, postgresql_url, tmp_path, HERALD, does=roles[killed], **speed(SLOW))
    check(world, await settled(world, books), everybody, SLOW)
    for sender in senders:
        await sender.is_killed()
    await books.close()
