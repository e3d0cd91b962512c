"""What time it is, and what falls due: APScheduler wakes, storage says what."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.base import BaseTrigger
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

from bot.logs import where
from storage import books, due, outbox, people
from storage.database import Database, Tx
from storage.due import Failure, OnDue
from storage.people import Role

log = structlog.get_logger(__name__)

SLICE = 200
"""So many due rows are done in one transaction."""

TOLD_AT = 3
"""At so many failures of a due row the admins are told."""

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
        while await self._db.transact(due.fire, self._on_due, self._clock.now(), SLICE, _failed):
            pass

    async def tidy(self) -> None:
        """Drop what nobody needs any more."""
        await self._db.transact(books.tidy, self._clock.now())


def _failed(tx: Tx, failure: Failure, now: datetime) -> None:
    """Log a failure; when a row has failed again and again, owe the admins a word, of each kind once a day."""
    row = failure.row
    log.error("due_failed", kind=row.kind, person=row.person_id, times=failure.count, error=where(failure.error))
    if failure.count == TOLD_AT:
        owed = [
            outbox.Owed(outbox.MessageKey(f"due:{row.kind}:{now:%Y%m%d}:{admin.id}"), admin.id, "due_failed",
                        {"kind": row.kind}, now)
            for admin in people.with_role(tx, Role.ADMIN)
        ]  # fmt: skip
        outbox.owe(tx, owed, now)
