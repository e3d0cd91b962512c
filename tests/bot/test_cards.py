"""Cards that keep themselves up to date."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from sqlalchemy import Connection, text
from telegram.error import BadRequest, Forbidden, RetryAfter, TelegramError, TimedOut

from bot.cards import Cards
from bot.clock import Clock
from bot.pace import Pace
from handlers.context import Arrival, Live, Tapped
from handlers.reply import Upload
from handlers.screen import Screen
from handlers.texts import Texts
from storage import cards
from storage.cards import LiveCard, Place
from storage.database import Database
from storage.people import Person, Role
from tests.person import SOON
from tests.storage.membership.association import put

PLACE, OTHER = Place(500, 7), Place(501, 8)


@dataclass
class Facts:
    """What the card shows."""

    count: int | None = 0
    last: int = 3

    def counted(self, tx: Connection) -> int | None:
        """Look into the books, and return the count."""
        tx.execute(text("SELECT 1"))
        return self.count


@dataclass
class Recorder:
    """Remembers the texts that cards were given; the next call fails if it is to, and all take their time if told."""

    shown: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    fails: TelegramError | None = None
    asked: asyncio.Event = field(default_factory=asyncio.Event)
    answers: asyncio.Event = field(default_factory=asyncio.Event)

    async def call(self, method: str, parameters: Mapping[str, Any], upload: Upload | None = None) -> Any:
        """Take an edit."""
        assert method == "editMessageText"
        self.asked.set()
        await self.answers.wait()
        if self.fails:
            error, self.fails = self.fails, None
            raise error
        self.shown.append(parameters["text"])
        self.places.append(Place(parameters["chat_id"], parameters["message_id"]))


class Desk:
    """An office with one card that counts."""

    def __init__(self, books: Database, office: Person) -> None:
        self.books, self.office = books, office
        self.facts, self.telegram, self.pace = Facts(), Recorder(), Pace(30)
        self.telegram.answers.set()
        counting = Live(
            lambda tx, _person, _args, _now: self.facts.counted(tx),
            lambda count, _say, _now: Screen(f"{count} poslanih"),
            lambda count: count == self.facts.last,
        )
        broken = replace(counting, load=lambda tx, *_: tx.execute(text("SELECT nothing FROM nowhere")))
        kinds = {"counting": counting, "broken": broken}
        self.cards = Cards(books, Clock(), self.telegram, Texts(), kinds, self.pace)

    async def sees(self, count: int | None) -> list[str]:
        """Let so many be counted, and draw what has changed."""
        self.facts.count = count
        self.telegram.shown.clear()
        await self.cards.redraw()
        return self.telegram.shown

    async def taps(self, place: Place) -> None:
        """Tap a card."""
        tap = Arrival(1, 500, place.chat_id, "Ana", "sl", self.office, None, Clock().now(),
                      tapped=Tapped("1", "o", place.message_id))  # fmt: skip
        await self.cards.make_way(tap)

    async def live(self) -> list[LiveCard]:
        """The cards that still keep themselves up to date."""
        return await self.books.read(cards.live)


@pytest.fixture
async def desk(books: Database) -> Desk:
    """An office that looks at a card."""
    office = await put(books, 500, Role.STAFF)
    await books.transact(cards.keep, PLACE, office.id, "counting", {})
    return Desk(books, office)


async def test_a_card_changes_when_what_it_shows_has_changed_and_rests_when_it_is_over(desk: Desk) -> None:
    assert await desk.sees(1) == ["1 poslanih"]
    assert await desk.sees(1) == []
    assert await desk.sees(2) == ["2 poslanih"]
    assert len(await desk.live()) == 1
    assert await desk.sees(3) == ["3 poslanih"]
    assert await desk.live() == []


async def test_a_card_that_was_tapped_is_let_be(desk: Desk) -> None:
    await desk.sees(1)
    await desk.taps(PLACE)
    assert await desk.sees(2) == []
    assert desk.telegram.places == [PLACE]


async def test_a_tap_waits_for_the_card_that_was_tapped_and_for_no_other(desk: Desk) -> None:
    await desk.books.transact(cards.keep, OTHER, desk.office.id, "counting", {})
    desk.telegram.answers.clear()
    async with asyncio.timeout(SOON), asyncio.TaskGroup() as meanwhile:
        drawing = meanwhile.create_task(desk.cards.redraw())
        await desk.telegram.asked.wait()
        await desk.taps(OTHER)
        mine = meanwhile.create_task(desk.taps(PLACE))
        await desk.books.read(cards.live)
        assert not mine.done(), "What is on its way to it would come after what the tap shows."
        desk.telegram.answers.set()
        await drawing
    assert desk.telegram.places == [PLACE]
    assert await desk.live() == []


@pytest.mark.parametrize("error", [BadRequest("Message to edit not found"), Forbidden("Bot was blocked by the user")])
async def test_a_card_that_is_gone_is_let_be(desk: Desk, error: TelegramError) -> None:
    desk.telegram.fails = error
    await desk.sees(1)
    assert await desk.live() == []


async def test_a_card_that_could_not_be_drawn_is_drawn_the_next_time(desk: Desk) -> None:
    desk.telegram.fails = TimedOut()
    assert await desk.sees(3) == []
    assert await desk.sees(3) == ["3 poslanih"]
    assert await desk.live() == []


async def test_no_card_is_drawn_while_telegram_wants_a_pause(desk: Desk) -> None:
    desk.telegram.fails = RetryAfter(60)
    await desk.sees(1)
    assert desk.pace.paused() > 0
    assert await desk.sees(2) == []
    assert len(await desk.live()) == 1


async def test_whoever_may_not_look_any_more_sees_nothing_new(desk: Desk) -> None:
    assert await desk.sees(None) == []
    assert await desk.live() == []


@pytest.mark.parametrize("kind", ["of another version", "broken"])
async def test_a_card_that_cannot_be_made_is_let_be_and_holds_up_no_other(desk: Desk, kind: str) -> None:
    for place, shown in ((Place(500, 6), kind), (PLACE, "counting")):
        await desk.books.transact(cards.keep, place, desk.office.id, shown, {})
    assert await desk.sees(1) == ["1 poslanih"]
    assert [card.place for card in await desk.live()] == [PLACE]
