"""The plug is pulled at random moments: nothing that was acknowledged is lost, nothing is done twice."""

from pathlib import Path

import pytest

from tests.e2e.killing import check, live_through, prepare
from tests.e2e.world import World

pytestmark = pytest.mark.long


async def test_kill_20_times_over_1000_updates_from_50_people(world: World, sqlite_url: str, tmp_path: Path) -> None:
    plan = await prepare(world, sqlite_url, members=50, events=10, said=10)
    await live_through(world, plan, sqlite_url, tmp_path, kills=20)
    await check(sqlite_url, plan)
