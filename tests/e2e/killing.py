"""Many people at once, and a bot whose plug is pulled again and again."""

import asyncio
import random
from collections import Counter
from collections.abc import Iterator, Sequence
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
from storage.events.rules import LEADS, EventId
from storage.events.tables import registrations
from storage.people import people
from tests.e2e.world import World, start
from tests.storage.events.sample import publish
from tests.storage.membership.association import put, two_libraries

STARTS = datetime(2035, 5, 12, 7, 30, tzinfo=UTC)
FIRST_CALLS = 4
"""The bot calls Telegram at least so often at each start."""

SAID = (
    ("/dogodki", ("pomeni, da imate mesto",)),
    ("/moje", ("Prijavljeni ste na", "Niste prijavljeni na noben")),
    ("Dober dan", ("ne zna odgovoriti",)),
    ("/nastavitve", ("Nočni mir",)),
    ("/preklic", ("ne teče noben vnos",)),
)
"""What people type, and the words by which the answer to each is known from all others."""

LAST = ("/pomoc", ("Kaj lahko tu urejate",))

Said = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Does:
    """Somebody taps `card`, whose button holds `data`, or types `data`."""

    person: int
    data: str
    card: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """People with cards in their chats that they tap, and what each of them types."""

    telegram: Telegram
    people: list[int]
    taps: list[Does]
    said: list[Said]

    def everything(self) -> list[Does]:
        """List all taps, and all that is typed."""
        return [*self.taps, *(Does(person, text) for person in self.people for text, _ in self.said)]

    def does(self, one: Does) -> None:
        """Let a person tap or type, as the people's side of the local Telegram does."""
        chat, user = self.telegram.chats[one.person], self.telegram.people[one.person].user()
        if one.card is None:
            message = self.telegram.add_message(chat, user, {"text": one.data})
            self.telegram.update("message", _plain(message))
        else:
            query = {"id": f"{one.person}-{one.card}", "from": user, "message": _plain(chat.messages[one.card])}
            self.telegram.update("callback_query", {**query, "chat_instance": str(one.person), "data": one.data})

    def unanswered(self) -> list[tuple[int, str]]:
        """List the cards that have not changed since they were tapped, and what was typed and has no answer."""
        cards = {(tap.person, tap.card) for tap in self.taps}
        found = [(tap.person, tap.data) for tap in self.taps
                 if tap.card and "edit_date" not in self.telegram.chats[tap.person].messages[tap.card]]  # fmt: skip
        for person in self.people:
            seen = [message["text"] for number, message in self.telegram.chats[person].messages.items()
                    if message["from"]["is_bot"] and (person, number) not in cards]  # fmt: skip
            found += [(person, text) for text, words in self.said if not _any_in(words, seen)]
        return found

    async def until_answered(self) -> None:
        """Wait until nobody waits any more."""
        while waiting := self.unanswered():
            await self.telegram.chats[waiting[0][0]].changed.wait()

    async def until_all_was_dealt_with(self) -> None:
        """Let everybody ask one thing more, and wait for the answers: chats go in order, so all before is over."""
        for person in self.people:
            self.does(Does(person, LAST[0]))
        await Plan(self.telegram, self.people, [], [LAST]).until_answered()


def _any_in(words: Sequence[str], texts: Sequence[str]) -> bool:
    return any(word in text for word in words for text in texts)


def _plain(message: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in message.items() if key != "version"}


async def prepare(world: World, url: str, members: int, events: int, said: int) -> Plan:
    """Let members have a card of each event in their chats, from before, and so many things to say."""
    books = open_database(url)
    await books.transact(two_libraries)
    published = [
        await publish(books, starts_at=STARTS, ends_at=STARTS + timedelta(hours=4), closes_at=STARTS, capacity=members,
                      title_sl=f"Delavnica št. {number}.")
        for number in range(events)
    ]  # fmt: skip
    everybody = [world.person(f"Ana {number}").id for number in range(members)]
    for person in everybody:
        await put(books, person)
    await books.close()
    taps = [
        Does(person, Register(event.id).pack(), _card(world.telegram, person))
        for person in everybody for event in published
    ]  # fmt: skip
    links = [(f"/start e_{event.id}", (event.details.title_sl,)) for event in published]
    return Plan(world.telegram, everybody, taps, [*SAID, *links][:said])


def _card(telegram: Telegram, person: int) -> int:
    return int(telegram.add_message(telegram.chats[person], telegram.me, {"text": "kartica"})["message_id"])


async def live_through(
    world: World, plan: Plan, url: str, folder: Path, kills: int, *command: str, **settings: str
) -> None:
    """Let the bot be killed `kills` times while people go on; then let it live until it has nothing left to do.

    Each life brings a share of the updates; it ends after a random number of the bot's calls, at most as many as
    that share must cause.
    """
    rng = random.Random(kills)
    updates = plan.everything()
    rng.shuffle(updates)
    share = len(updates) // (kills + 1)
    for life in range(kills):
        program = await start(world, url, folder, *command, **settings)
        coming = iter(updates[life * share : (life + 1) * share])
        calls = rng.randrange(1, share + FIRST_CALLS)
        await _until_called(world, plan, coming, calls, rng)
        await asyncio.sleep(rng.uniform(0, 0.02))  # a moment between two calls is as good as the moment of a call
        await program.is_killed()
        for one in coming:
            plan.does(one)
    for one in updates[kills * share :]:
        plan.does(one)
    program = await start(world, url, folder, *command, **settings)
    await plan.until_all_was_dealt_with()
    await program.ends()


async def _until_called(world: World, plan: Plan, coming: Iterator[Does], calls: int, rng: random.Random) -> None:
    """Let people go on until the bot has made so many calls, a few more at each call."""
    seen = 0
    while seen < calls:
        before = len(world.log)
        for _ in range(rng.randrange(1, 5)):
            if one := next(coming, None):
                plan.does(one)
        await world.log.grows()
        seen += len(world.log) - before


def _books(tx: Connection) -> tuple[Counter[tuple[int, EventId]], int, int]:
    rows = tx.execute(
        select(people.c.telegram_id, registrations.c.event_id)
        .join_from(registrations, people, registrations.c.person_id == people.c.id)
        .where(registrations.c.cancelled_at.is_(None))
    )  # fmt: skip
    return (
        Counter((row.telegram_id, row.event_id) for row in rows),
        tx.execute(select(func.count()).select_from(due)).scalar_one(),
        inbox.backlog(tx)[0],
    )


async def check(url: str, plan: Plan) -> None:
    """See that all is answered, that each registration is there once with its reminders, and that nothing waits."""
    books = open_database(url)
    seats, reminders, waiting = await books.read(_books)
    await books.close()
    assert plan.unanswered() == []
    asked = Counter((tap.person, Register.unpack(tap.data).event_id) for tap in plan.taps)  # type: ignore[union-attr]
    assert seats == asked
    assert reminders == len(LEADS) * len(plan.taps)
    assert waiting == 0
