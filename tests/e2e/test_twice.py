"""What arrives twice is done once."""

import asyncio

from aiohttp import ClientSession

from bot.web import SECRET as HEADER
from bot.web import WEBHOOK
from tests.e2e.killing import check, prepare
from tests.e2e.running import SECRET, running
from tests.e2e.world import World


async def test_rule_2_the_same_update_twice_has_one_effect_and_one_answer(world: World, books_url: str) -> None:
    plan = await prepare(world, books_url, members=1, events=1, said=1)
    for one in plan.everything():
        plan.does(one)
    updates = list(world.telegram.updates)
    async with running(world, books_url, hook=True) as glasnik, ClientSession() as http:

        async def post(update: dict[str, object]) -> int:
            address = f"http://127.0.0.1:{glasnik.port}{WEBHOOK}"
            async with http.post(address, json=update, headers={HEADER: SECRET}) as answer:
                return answer.status

        assert await asyncio.gather(*(post(update) for update in updates * 3)) == [200] * 6
        await plan.until_answered()
        assert [await post(update) for update in updates] == [200] * 2
    await check(books_url, plan)
    assert len(world.called("editMessageText")) == 1
    assert len(world.called("sendMessage")) == 1


async def test_a_poll_whose_answer_is_lost_is_asked_again(world: World, sqlite_url: str) -> None:
    plan = await prepare(world, sqlite_url, members=3, events=2, said=2)
    await world.fault("getUpdates", "reset-after", times=2)
    for one in plan.everything():
        plan.does(one)
    async with running(world, sqlite_url):
        await plan.until_answered()
    await check(sqlite_url, plan)
    assert len(world.called("sendMessage")) == len(plan.people) * len(plan.said)
