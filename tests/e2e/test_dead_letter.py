"""A handler that fails again and again: a dead letter, an apology, one word to the admins, and the chat goes on."""

import re

import pytest
from sqlalchemy import Connection, select, update

from bot import app
from handlers import features
from handlers.context import Command, Feature
from handlers.routes import on_command
from handlers.screen import Screen
from storage import inbox, outbox, people
from storage.database import open_database
from storage.people import Role
from tests.e2e.running import running
from tests.e2e.world import World
from tests.storage.membership.association import put, two_libraries

SECRET_WORDS = "skrivnost"


class Machine:
    """Fails while it is broken."""

    broken = True
    tries = 0


@on_command("stroj")
async def machine(ask: Command) -> Screen:
    Machine.tries += 1
    if Machine.broken:
        raise RuntimeError(SECRET_WORDS)
    return Screen("stroj teče")


@pytest.fixture(autouse=True)
def with_a_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A feature more, which is broken."""
    monkeypatch.setattr(app, "FEATURES", (Feature("machine", (machine,)), *features.FEATURES))
    Machine.broken, Machine.tries = True, 0


def _letters(tx: Connection) -> list[inbox.DeadLetter]:
    return inbox.dead(tx)


def _waiting(tx: Connection) -> int:
    return inbox.backlog(tx)[0]


def _attempts(tx: Connection) -> list[int]:
    return list(tx.execute(select(inbox.inbox.c.attempts)).scalars())


async def test_a_letter_put_back_is_taken_up_by_the_running_bot_once(
    world: World, books_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "LOOK_EVERY", 0.05)
    ana = world.person("Ana")
    books = open_database(books_url)
    await books.transact(two_libraries)
    await put(books, ana.id)
    async with running(world, books_url):
        await ana.types("/stroj")
        await ana.sees("sklic")
        (letter,) = await books.read(_letters)
        Machine.broken = False
        assert await books.transact(inbox.retry_dead, letter.reference)
        await ana.sees("stroj teče")
        await ana.types("/dogodki")
        await ana.sees("dogodkov")
    async with running(world, books_url):
        await ana.types("/pomoc")
        await ana.sees("Kaj lahko tu urejate")
    assert Machine.tries == inbox.ATTEMPTS + 1
    assert await books.read(_waiting) == 0
    await books.close()


def _spoil(tx: Connection, telegram_id: int) -> None:
    """Write down a role that this program does not know."""
    tx.execute(update(people.people).where(people.people.c.telegram_id == telegram_id).values(role="herald"))


def _cannot_owe(*_: object) -> None:
    raise RuntimeError


async def test_three_failures_make_a_dead_letter_that_can_be_tried_again(world: World, books_url: str) -> None:
    ana, darja, bojan = world.person("Ana"), world.person("Darja"), world.person("Bojan")
    books = open_database(books_url)
    await books.transact(two_libraries)
    await put(books, ana.id)
    await put(books, bojan.id)
    await put(books, darja.id, Role.ADMIN, name="Darja")
    async with running(world, books_url):
        await ana.types("/stroj")
        await ana.types("/dogodki")
        apology = await ana.sees("sklic")
        reference = re.search(r"sklic (\w{6})", apology["text"])
        assert reference is not None
        await ana.sees("dogodkov")
        assert [message["text"] for message in await ana.messages() if "sklic" in message["text"]] == [apology["text"]]
        assert Machine.tries == inbox.ATTEMPTS
        await darja.sees(reference[1])
        letters = await books.read(_letters)
        assert [letter.reference for letter in letters] == [reference[1]]
        assert SECRET_WORDS not in letters[0].error
        assert await books.read(_waiting) == 0
        await bojan.types("/dogodki")
        await bojan.sees("dogodkov")
    assert await books.transact(inbox.retry_dead, reference[1])
    Machine.broken = False
    async with running(world, books_url):
        await ana.sees("stroj teče")
        await darja.types("/dogodki")
        await darja.sees("dogodkov")
    assert await books.read(_letters) == []
    assert sum(reference[1] in message["text"] for message in await darja.messages()) == 1
    await books.close()


async def test_a_person_who_cannot_be_read_is_given_up_and_told(world: World, books_url: str) -> None:
    ana, darja = world.person("Ana"), world.person("Darja")
    books = open_database(books_url)
    await books.transact(two_libraries)
    await put(books, ana.id)
    await put(books, darja.id, Role.ADMIN, name="Darja")
    await books.transact(_spoil, ana.id)
    async with running(world, books_url):
        await ana.types("/dogodki")
        await ana.sees("sklic")
        await darja.sees("sklic")
        assert await books.read(_waiting) == 0
    assert len(await books.read(_letters)) == 1
    await books.close()


async def test_what_is_given_up_does_not_wait_for_the_apology(
    world: World, books_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana = world.person("Ana")
    books = open_database(books_url)
    await books.transact(two_libraries)
    await put(books, ana.id)
    monkeypatch.setattr(outbox, "owe", _cannot_owe)
    async with running(world, books_url):
        await ana.types("/stroj")
        await ana.types("/dogodki")
        await ana.sees("dogodkov")
    assert Machine.tries == inbox.ATTEMPTS
    assert len(await books.read(_letters)) == 1
    await books.close()


async def test_the_apology_is_not_lost_with_telegram_out_of_reach(world: World, sqlite_url: str) -> None:
    ana, stranger = world.person("Ana"), world.person("Neznanka")
    books = open_database(sqlite_url)
    await books.transact(two_libraries)
    await put(books, ana.id)
    await books.close()
    await world.fault("sendMessage", "500", chat_id=ana.id)
    async with running(world, sqlite_url):
        await ana.types("/stroj")
        await stranger.types("/stroj")
        await ana.sees("sklic")
        await stranger.sees("sklic")
    assert sum("sklic" in message["text"] for message in await ana.messages()) == 1


@pytest.mark.parametrize("kind", ["500", "reset-before", "reset-after", "429"])
async def test_telegram_out_of_reach_is_nobodys_failure(world: World, sqlite_url: str, kind: str) -> None:
    Machine.broken = False
    ana, bojan = world.person("Ana"), world.person("Bojan")
    books = open_database(sqlite_url)
    await books.transact(two_libraries)
    await put(books, ana.id)
    await put(books, bojan.id)
    async with running(world, sqlite_url):
        await world.fault("sendMessage", kind, times=inbox.ATTEMPTS, chat_id=ana.id)
        await ana.types("/stroj")
        await ana.types("/dogodki")
        await bojan.types("/dogodki")
        await bojan.sees("dogodkov")
        assert not any(message["from"]["is_bot"] for message in await ana.messages()) or kind == "reset-after"
        await ana.sees("dogodkov")
        order = [message["text"] for message in await ana.messages() if message["from"]["is_bot"]]
    assert order[0] == "stroj teče"
    assert [text for text in order if text != "stroj teče"] == [order[-1]]
    assert await books.read(_attempts) == [0, 0, 0]
    assert await books.read(_letters) == []
    await books.close()
