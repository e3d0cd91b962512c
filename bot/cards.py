"""Cards that keep themselves up to date, such as that of an announcement on its way."""

import asyncio
from collections.abc import Mapping
from datetime import datetime
from weakref import WeakValueDictionary

import structlog
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.clock import Clock
from bot.intake import seconds
from bot.logs import where
from bot.pace import Pace
from handlers.context import Arrival, Live
from handlers.reply import Telegram, edit_of
from handlers.screen import Screen
from handlers.texts import Texts
from storage import cards
from storage.cards import LiveCard, Place
from storage.database import Database, Tx
from storage.people import Role

log = structlog.get_logger(__name__)

EVERY = 3.0
"""Seconds: a card changes no more often."""


class Cards:
    """Draws cards anew while what they show changes. A card that was tapped is let be: it may show something else.

    A tap waits for what is on its way to its own card only; what is tapped meanwhile is not drawn any more.
    """

    def __init__(self, db: Database, clock: Clock, telegram: Telegram, texts: Texts, kinds: Mapping[str, Live],
                 pace: Pace) -> None:  # fmt: skip
        self._db, self._clock, self._telegram, self._texts = db, clock, telegram, texts
        self._kinds, self._pace = kinds, pace
        self._drawn: dict[Place, Screen] = {}
        self._turns: WeakValueDictionary[Place, asyncio.Lock] = WeakValueDictionary()
        self._tapped: set[Place] = set()

    def _turn(self, place: Place) -> asyncio.Lock:
        return self._turns.setdefault(place, asyncio.Lock())

    async def redraw(self) -> None:
        """Draw all that have changed."""
        self._tapped.clear()
        live = await self._db.read(self._look, self._clock.now())
        self._drawn = {card.place: self._drawn[card.place] for card, _, _ in live if card.place in self._drawn}
        for card, screen, over in live:
            if self._pace.paused():
                return
            async with self._turn(card.place):
                if card.place in self._tapped:
                    continue
                if screen is None or (await self._draw(card.place, screen) and over):
                    await self._db.transact(cards.let_be, card.place)

    async def make_way(self, arrival: Arrival) -> None:
        """Let a card be that was tapped, since something else may be shown in its place; only the office has any."""
        tapped, who = arrival.tapped, arrival.who
        if tapped is None or tapped.card is None or who is None or not who.may(Role.STAFF):
            return
        place = Place(arrival.chat_id, tapped.card)
        async with self._turn(place):
            await self._db.transact(cards.let_be, place)
            self._tapped.add(place)

    def _look(self, tx: Tx, now: datetime) -> list[tuple[LiveCard, Screen | None, bool]]:
        return [(card, *self._made(tx, card, now)) for card in cards.live(tx)]

    def _made(self, tx: Tx, card: LiveCard, now: datetime) -> tuple[Screen | None, bool]:
        """Make a card, and tell whether it is over; None if there is nothing to see, or it cannot be made."""
        try:
            kind = self._kinds[card.kind]
            with tx.begin_nested():
                facts = kind.load(tx, card.person, card.args, now)
            screen = None if facts is None else kind.show(facts, self._texts.say(card.person.language), now)
            return screen, facts is None or kind.over(facts)
        except Exception as error:
            if tx.invalidated:  # the books are away
                raise
            log.warning("card_not_made", kind=card.kind, error=where(error))
            return None, True

    async def _draw(self, place: Place, screen: Screen) -> bool:
        """Show a card as it is now; return whether it is on the screen, or nobody can look at it any more."""
        if self._drawn.get(place) == screen:
            return True
        self._pace.beside()
        try:
            call = edit_of(place.chat_id, place.message_id, screen)
            await self._telegram.call(call.method, call.parameters)
        except RetryAfter as error:
            self._pace.pause(seconds(error))
            return False
        except (BadRequest, Forbidden) as error:
            if "not modified" not in error.message:
                log.info("card_gone", error=where(error))
                await self._db.transact(cards.let_be, place)
        except (NetworkError, TelegramError) as error:
            log.warning("card_not_drawn", error=where(error))
            return False
        self._drawn[place] = screen
        return True
