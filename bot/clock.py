"""What time it is, and what falls due: APScheduler wakes, storage says what."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.base import BaseTrigger
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

from storage import books, due
from storage.database import Database
from storage.due import OnDue

SLICE = 200
"""So many due rows are done in one transaction."""

ONCE = {"max_instances": 1, "coalesce": True, "misfire_grace_time": None}
"""However long it takes, and however late it is: never beside itself, never again for what was missed."""


class Clock:
    """The one place that reads the time."""

    def now(self) -> datetime:
        """Return this moment, in UTC."""
        return datetime.now(UTC)  # noqa: TID251 - the one place


class Ticker:
    """Looks every second whether something has fallen due, and tidies up at night."""

    def __init__(self, db: Database, clock: Clock, on_due: Mapping[str, OnDue]) -> None:
        self._db, self._clock, self._on_due = db, clock, on_due
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self._do(self.tick, IntervalTrigger(seconds=1))
        self._do(self.tidy, CronTrigger(hour=4, minute=30, timezone="Europe/Ljubljana"))

    def start(self) -> None:
        """Begin to tick."""
        self._scheduler.start()

    def every(self, seconds: float, work: Callable[[], Awaitable[None]]) -> None:
        """Do `work` from time to time as well."""
        self._do(work, IntervalTrigger(seconds=seconds))

    def _do(self, work: Callable[[], Awaitable[None]], trigger: BaseTrigger) -> None:
        async def until_stopped() -> None:
            with contextlib.suppress(asyncio.CancelledError):
                await work()

        self._scheduler.add_job(until_stopped, trigger, **ONCE)

    def stop(self) -> None:
        """Tick no more; what is due stays in the books."""
        self._scheduler.shutdown(wait=False)

    async def tick(self) -> None:
        """Do all that has fallen due by now."""
        while await self._db.transact(due.fire, self._on_due, self._clock.now(), SLICE):
            pass

    async def tidy(self) -> None:
        """Drop what nobody needs any more."""
        await self._db.transact(books.tidy, self._clock.now())
