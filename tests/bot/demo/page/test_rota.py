"""Who is asked for news, and when: few connections, no phone forgotten, the touched one first."""

import pytest
import pytest_asyncio
from playwright.async_api import Page

from tests.bot.demo.page.stage import Wire

pytestmark = [pytest.mark.long, pytest.mark.asyncio(loop_scope="session")]

# A desk whose answers a test gives by hand, and listeners that write down what they are told.
DESK = """
  const { Rota } = await import("/page/rota.js");
  const calls = [], told = [];
  const ask = (id, after, wait, signal) => new Promise((resolve, reject) => {
    const call = { id, after, wait, answer: (version) => end(() => resolve({ version, messages: [] })),
                   fail: (status) => end(() => reject(Object.assign(new Error("no"), { status }))) };
    const end = (how) => { if (calls.includes(call)) { calls.splice(calls.indexOf(call), 1); how(); } };
    signal.addEventListener("abort", () => end(() => reject(signal.reason)));
    calls.push(call);
  });
  const rota = new Rota(ask, 4);
  const listener = (id) => Object.fromEntries(["receive", "forget", "trouble", "gone"].map(
    (what) => [what, (value) => told.push([id, what, what === "trouble" ? value : null])]));
  const settle = () => new Promise((done) => setTimeout(done));
  const begin = async (count) => {
    for (let id = 1; id <= count; id++) rota.add(id, listener(id));
    for (let id = 1; id <= count; id++) { calls.find((call) => call.id === id)?.answer(7); await settle(); }
  };
"""


@pytest_asyncio.fixture(loop_scope="session")
async def blank(wire: Wire, page: Page) -> Page:
    """A page of the same origin with no phones on it."""
    await page.goto(f"{wire.http._base_url}me")
    return page


async def run(page: Page, steps: str) -> object:
    return await page.evaluate(f"async () => {{ {DESK} {steps} }}")


async def test_while_there_are_slots_each_phone_has_a_long_poll(blank: Page) -> None:
    asked = await run(blank, "await begin(4); return calls.map(({ id, after, wait }) => [id, after, wait])")
    assert asked == [[1, 7, 25], [2, 7, 25], [3, 7, 25], [4, 7, 25]]


async def test_more_phones_take_turns_and_none_is_forgotten(blank: Page) -> None:
    steps = """
      await begin(10);
      const seen = new Set();
      let most = 0;
      for (let turn = 0; turn < 12; turn++) {
        most = Math.max(most, calls.length);
        calls.forEach(({ id }) => seen.add(id));
        calls[0].answer(7);
        await settle();
      }
      return [most, seen.size, calls.every(({ wait }) => wait === 1)];
    """
    assert await run(blank, steps) == [4, 10, True]


async def test_the_phone_that_is_touched_takes_the_slot_that_has_hung_longest(blank: Page) -> None:
    steps = """
      await begin(10);
      const before = calls.map(({ id }) => id);
      const touched = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].find((id) => !before.includes(id));
      rota.urge(touched);
      await settle();
      const after = calls.map(({ id }) => id);
      return [after.length, after.includes(touched), before.filter((id) => !after.includes(id)).length];
    """
    assert await run(blank, steps) == [4, True, 1]


async def test_a_server_that_has_forgotten_is_read_from_the_beginning(blank: Page) -> None:
    steps = """
      await begin(1);
      calls[0].answer(3);
      await settle();
      return [told.at(-1), calls[0].after, calls[0].wait];
    """
    assert await run(blank, steps) == [[1, "forget", None], 0, 0]


async def test_trouble_is_told_and_asked_again_later(blank: Page) -> None:
    steps = """
      await begin(1);
      calls[0].fail();
      await settle();
      const paused = calls.length;
      while (!calls.length) await settle();
      calls[0].answer(8);
      await settle();
      return [paused, told.filter(([, what]) => what === "trouble").map(([, , isSo]) => isSo)];
    """
    assert await run(blank, steps) == [0, [True, False]]


async def test_a_person_who_is_gone_is_not_asked_again(blank: Page) -> None:
    steps = """
      await begin(1);
      calls[0].fail(404);
      await settle();
      const last = told.at(-1);
      rota.remove(1);
      await settle();
      return [last, calls.length];
    """
    assert await run(blank, steps) == [[1, "gone", None], 0]
