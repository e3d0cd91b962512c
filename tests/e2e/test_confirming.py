"""Two telephones of the office are told of one who waits; one of them decides."""

from datetime import time, timedelta

import pytest

from bot import app
from bot.clock import Clock
from storage import cards
from storage.database import open_database
from storage.membership import invites, own
from storage.people import Role
from tests.e2e.running import running
from tests.e2e.world import World
from tests.storage.membership.association import KRANJ, SECRET, put, two_libraries


async def test_the_other_telephone_sees_that_a_role_no_longer_waits(
    world: World, books_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "EVERY", 0.05)
    cvetka, darja, ana = world.person("Cvetka"), world.person("Darja"), world.person("Ana")
    books = open_database(books_url)
    await books.transact(two_libraries)
    now = Clock().now()
    for person, role in ((cvetka, Role.STAFF), (darja, Role.ADMIN)):
        awake = await put(books, person.id, role)
        await books.transact(own.set_quiet_hours, awake.id, time(0), time(0))
    await books.transact(invites.create_invite, None, Role.DELEGATE, KRANJ.id, 1, now + timedelta(days=1), SECRET, now)
    async with running(world, books_url):
        await ana.opens(f"i_{SECRET}")
        await ana.taps("Pridružim se")
        waits = await darja.sees("Na potrditev čaka: Ana")
        await cvetka.taps("Potrditev")
        await cvetka.sees("Velja: Ana")
        decided = await darja.sees("ne čaka več na potrditev")
        assert decided["message_id"] == waits["message_id"]
        assert "predstavnik/ca, Mestna knjižnica Kranj" in decided["text"]
        while await books.read(cards.live):
            await world.stirs()
        await cvetka.sees("Velja: Ana")
    await books.close()
