"""A stop in good order: whoever is being answered gets the answer, once."""

from pathlib import Path

from tests.e2e.killing import check, prepare
from tests.e2e.world import World, start


async def test_ctrl_c_lets_an_answer_under_way_arrive_once(world: World, sqlite_url: str, tmp_path: Path) -> None:
    plan = await prepare(world, sqlite_url, members=1, events=1, said=1)
    await world.fault("editMessageText", "slow", seconds=0.3)
    await world.fault("sendMessage", "slow", seconds=0.3)
    program = await start(world, sqlite_url, tmp_path)
    for one in plan.everything():
        plan.does(one)
    while not world.called("editMessageText"):
        await world.log.grows()
    await program.ends()
    program = await start(world, sqlite_url, tmp_path)
    await plan.until_answered()
    await program.ends()
    await check(sqlite_url, plan)
    assert len(world.called("editMessageText")) == 1
    assert len(world.called("sendMessage")) == 1
