"""Many people at once, and a bot whose plug is pulled again and again."""

import asyncio
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select

from bot.demo.telegram.state import Telegram
from handlers.events.buttons import Register
from storage import inbox
from storage.database import open_database
from storage.due import due
from storage.events.rules import EventId, Lead
from storage.events.tables import registrations
from storage.people import people
from tests.e2e.world import World, start
from tests.storage.events.sample import publish
from tests.storage.membership.association import put, two_libraries

STARTS = datetime(2035, 5, 12, 7, 30, tzinfo=UTC)
COMMAND = "/dogodki"
FIRST_CALLS = 4
"""The bot calls Telegram at least so often at each start."""


@dataclass(frozen=True, slots=True)
class Plan:
    """People, the cards in their chats that are tapped, and how many commands each of them sends."""

    telegram: Telegram
    cards: list[tuple[int, int, str]]
    commands: Counter[int]

    def updates(self, rng: random.Random) -> list[tuple[int, int | None, str]]:
        """Lay all taps and commands out in a random order: person, card, data; no card is a command."""
        found: list[tuple[int, int | None, str]] = list(self.cards)
        found += [(person, None, COMMAND) for person in self.commands.elements()]
        rng.shuffle(found)
        return found

    def does(self, person: int, card: int | None, data: str) -> None:
        """Let a person tap or type, as the people's side of the local Telegram does."""
        chat, user = self.telegram.chats[person], self.telegram.people[person].user()
        if card is None:
            message = self.telegram.add_message(chat, user, {"text": data})
            self.telegram.update("message", _plain(message))
        else:
            query = {"id": f"{person}-{card}", "from": user, "message": _plain(chat.messages[card]), "data": data}
            self.telegram.update("callback_query", {**query, "chat_instance": str(person)})

    def unanswered(self) -> list[tuple[int, str]]:
        """List the cards that have not changed since they were tapped, and the commands without an answer."""
        found = [(person, data) for person, card, data in self.cards
                 if "edit_date" not in self.telegram.chats[person].messages[card]]  # fmt: skip
        shown = Counter(person for person, _, _ in self.cards)
        for person, count in self.commands.items():
            said = sum(message["from"]["is_bot"] for message in self.telegram.chats[person].messages.values())
            found += [(person, COMMAND)] * (count - (said - shown[person]))
        return found


def _plain(message: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in message.items() if key != "version"}


async def prepare(world: World, url: str, members: int, events: int, commands: int) -> Plan:
    """Let members have a card of each event in their chats, from before."""
    books = open_database(url)
    await books.transact(two_libraries)
    published = [
        await publish(books, starts_at=STARTS, ends_at=STARTS + timedelta(hours=4), closes_at=STARTS, capacity=members)
        for _ in range(events)
    ]
    everybody = [world.person(f"Ana {number}").id for number in range(members)]
    for person in everybody:
        await put(books, person)
    await books.close()
    cards = [
        (person, _card(world.telegram, person), Register(event.id).pack())
        for person in everybody for event in published
    ]  # fmt: skip
    return Plan(world.telegram, cards, Counter(dict.fromkeys(everybody, commands)))


def _card(telegram: Telegram, person: int) -> int:
    return int(telegram.add_message(telegram.chats[person], telegram.me, {"text": "kartica"})["message_id"])


async def live_through(
    world: World, plan: Plan, url: str, folder: Path, kills: int, *command: str, **settings: str
) -> None:
    """Let the bot be killed `kills` times while people go on; then let it live, and wait until nobody waits.

    Each life brings a share of the updates; it ends after a random number of the bot's calls, at most as many as
    that share must cause.
    """
    rng = random.Random(kills)
    updates = plan.updates(rng)
    share = len(updates) // (kills + 1)
    for life in range(kills):
        program = await start(world, url, folder, *command, **settings)
        coming = iter(updates[life * share : (life + 1) * share])
        calls = rng.randrange(1, share + FIRST_CALLS)
        await _until_called(world, plan, coming, calls, rng)
        await asyncio.sleep(rng.uniform(0, 0.02))  # a moment between two calls is as good as the moment of a call
        await program.is_killed()
        for one in coming:
            plan.does(*one)
    for one in updates[kills * share :]:
        plan.does(*one)
    program = await start(world, url, folder, *command, **settings)
    await until_answered(plan)
    await program.ends()


async def _until_called(
    world: World, plan: Plan, coming: Iterator[tuple[int, int | None, str]], calls: int, rng: random.Random
) -> None:
    """Let people go on until the bot has made so many calls, a few more at each call."""
    seen = 0
    while seen < calls:
        before = len(world.log)
        for _ in range(rng.randrange(1, 5)):
            if one := next(coming, None):
                plan.does(*one)
        await world.log.grows()
        seen += len(world.log) - before


async def until_answered(plan: Plan) -> None:
    """Wait until nobody waits any more."""
    while waiting := plan.unanswered():
        await plan.telegram.chats[waiting[0][0]].changed.wait()


def _books(tx: Connection) -> tuple[Counter[tuple[int, EventId]], int, int]:
    rows = tx.execute(
        select(people.c.telegram_id, registrations.c.event_id).join_from(registrations, people)
        .where(registrations.c.cancelled_at.is_(None))
    )  # fmt: skip
    return (
        Counter((row.telegram_id, row.event_id) for row in rows),
        tx.execute(select(func.count()).select_from(due)).scalar_one(),
        inbox.backlog(tx)[0],
    )


async def check(url: str, plan: Plan) -> None:
    """See that each registration is there once with its reminders, and that nothing waits."""
    books = open_database(url)
    seats, reminders, waiting = await books.read(_books)
    await books.close()
    asked = Counter((person, Register.unpack(data).event_id) for person, _, data in plan.cards)  # type: ignore[union-attr]
    assert seats == asked
    assert reminders == len(Lead) * len(plan.cards)
    assert waiting == 0
