"""Looking at feeds when their time comes: a few side by side, and none of them stands in another's way."""

import asyncio

import structlog

from bot.clock import Clock
from bot.fetching import Fetcher
from bot.logs import where
from storage.calls.feeds import books, looking
from storage.calls.feeds.rules import Failed, Feed, Looked, Trouble
from storage.database import Database

log = structlog.get_logger(__name__)

EVERY = 10.0
"""Seconds between two glances at which feeds are due."""

AT_ONCE = 4
"""So many feeds are looked at side by side."""


class Feeds:
    """Looks at the feeds in the books. What comes of a look is written before the next one of the same feed."""

    def __init__(self, db: Database, clock: Clock, fetcher: Fetcher) -> None:
        self._db, self._clock, self._fetcher = db, clock, fetcher

    async def look(self) -> None:
        """Look at all that are due."""
        while due := await self._db.read(books.due, self._clock.now(), AT_ONCE):
            await asyncio.gather(*map(self._look, due))

    async def _look(self, feed: Feed) -> None:
        looked = await self._looked(feed)
        if isinstance(looked, Failed):
            log.info("feed_failed", feed=feed.id, trouble=looked.trouble, status=looked.status)
        try:
            await self._take(feed, looked)
        except Exception as error:  # noqa: BLE001 - what cannot be written would be fetched again at once, for ever
            log.warning("feed_beyond_writing", feed=feed.id, error=where(error))
            await self._take(feed, Failed(Trouble.UNREADABLE))

    async def _take(self, feed: Feed, looked: Looked) -> None:
        await self._db.transact(looking.took, feed.id, feed.looks, looked, self._clock.now())

    async def _looked(self, feed: Feed) -> Looked:
        try:
            return await self._fetcher.look(feed.source)
        except Exception as error:  # noqa: BLE001 - whatever is wrong with one feed, the others go on
            log.warning("feed_beyond_reading", feed=feed.id, error=where(error))
            return Failed(Trouble.UNREADABLE)
