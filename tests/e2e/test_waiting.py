"""While one chat waits for Telegram, the others go on."""

import pytest

from bot import intake
from storage.database import open_database
from tests.e2e.running import running
from tests.e2e.world import World
from tests.storage.membership.association import put, two_libraries


@pytest.mark.parametrize(("kind", "more"), [("500", {}), ("429", {"retry_after": 3600})])
async def test_a_chat_that_waits_for_telegram_takes_no_place_from_others(
    world: World, sqlite_url: str, monkeypatch: pytest.MonkeyPatch, kind: str, more: dict[str, int]
) -> None:
    monkeypatch.setattr(intake, "AT_ONCE", 1)
    ana, bojan = world.person("Ana"), world.person("Bojan")
    books = open_database(sqlite_url)
    await books.transact(two_libraries)
    for person in (ana, bojan):
        await put(books, person.id)
    await books.close()
    async with running(world, sqlite_url):
        await world.fault("sendMessage", kind, chat_id=ana.id, times=100, **more)
        await ana.types("/dogodki")
        while not world.called("sendMessage"):
            await world.log.grows()
        await bojan.types("/dogodki")
        await bojan.sees("dogodkov")
    assert len(await ana.messages()) == 1
