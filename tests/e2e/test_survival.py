"""Conversations and messages that are owed outlive the program."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from storage import drafts
from storage.database import Database, open_database
from storage.events import publishing
from storage.outbox import State
from storage.people import Role
from tests.e2e.heralds import settled
from tests.e2e.killing import STARTS
from tests.e2e.world import World, start
from tests.storage.events.sample import publish, register
from tests.storage.membership.association import put, two_libraries

TITLE, ENGLISH = "Delavnica o zbirkah", "Workshop on collections"
MEMBERS = 24
NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
"""A working hour that is past, so that messages may go at once."""


def _data(tx: Connection) -> list[dict[str, object]]:
    return [dict(row) for row in tx.execute(select(drafts.drafts.c.data)).scalars()]


async def test_a_typed_step_is_there_once_after_a_kill(world: World, sqlite_url: str, tmp_path: Path) -> None:
    cvetka = world.person("Cvetka")
    books = open_database(sqlite_url)
    await books.transact(two_libraries)
    await put(books, cvetka.id, Role.STAFF, name="Cvetka")
    program = await start(world, sqlite_url, tmp_path)
    for command, label in [("/urad", "Dogodki"), (None, "Nov dogodek"), (None, "Usposabljanje")]:
        if command:
            await cvetka.types(command)
            await cvetka.sees("Urad")
        await cvetka.taps(label)
    await cvetka.sees("naslov")
    answered = len(world.called("sendMessage"))
    await world.fault("sendMessage", "slow", seconds=5)
    await cvetka.types(TITLE)
    while len(world.called("sendMessage")) == answered:
        await world.log.grows()
    await program.is_killed()
    assert await books.read(_data) == [{"kind": "training", "title_sl": TITLE}]

    program = await start(world, sqlite_url, tmp_path)
    await cvetka.sees(TITLE)
    await cvetka.types(ENGLISH)
    await cvetka.sees(ENGLISH)
    await program.ends()
    assert await books.read(_data) == [{"kind": "training", "title_sl": TITLE, "title_en": ENGLISH}]
    await books.close()


async def _called_off(world: World, books: Database) -> list[int]:
    """Let members have seats at an event, and call it off."""
    await books.transact(two_libraries)
    later = STARTS + timedelta(hours=4)
    event = await publish(books, now=NOW, starts_at=STARTS, ends_at=later, closes_at=STARTS, capacity=MEMBERS)
    members = [world.person().id for _ in range(MEMBERS)]
    for member in members:
        await register(books, event, (await put(books, member)).id, NOW)
    office = await put(books, world.person().id, Role.STAFF)
    assert isinstance(await books.transact(publishing.cancel_event, event.id, office.id, NOW), publishing.CallingOff)
    return members


@pytest.mark.parametrize("kills", [0, 3])
async def test_nobody_is_told_twice_and_who_may_not_have_been_told_is_known(
    world: World, books_url: str, tmp_path: Path, kills: int
) -> None:
    books = open_database(books_url)
    members = await _called_off(world, books)
    program = await start(world, books_url, tmp_path)
    for kill in range(1, kills + 1):
        while len(world.called("sendMessage")) < kill * MEMBERS // (kills + 1):
            await world.log.grows()
        await program.is_killed()
        program = await start(world, books_url, tmp_path)
    outcomes = await settled(world, books)
    await program.ends()
    told = Counter({member: len(world.telegram.chats[member].messages) for member in members})
    assert max(told.values()) == 1
    assert {member for member, state in outcomes.items() if state == State.SENT} <= set(told.elements())
    assert set(outcomes.values()) <= {State.SENT, State.UNCERTAIN}
    assert set(members) == set(outcomes)
    untold = set(members) - set(told.elements())
    assert all(outcomes[member] == State.UNCERTAIN for member in untold)
    assert kills or set(outcomes.values()) == {State.SENT}
    await books.close()
