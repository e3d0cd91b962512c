"""Messages out: outbox row -> pace -> Telegram -> result row.

A small slice is claimed and committed before anything is sent. What was under way when the program ended, or got no
answer, is uncertain and not sent again by itself.
"""

import asyncio
import contextlib
from collections.abc import Mapping
from datetime import timedelta

import structlog
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.clock import Clock
from bot.logs import where
from bot.transport import LostAnswer
from handlers import reply
from handlers.context import Push
from handlers.reply import Telegram
from handlers.texts import Texts
from storage import outbox
from storage.database import Database
from storage.outbox import Blocked, Claimed, Moot, Refused, Result, Retry, Sent, Uncertain

log = structlog.get_logger(__name__)

SLICE = 8
"""So many are sent side by side; at most so many are uncertain after a crash."""

PER_SECOND = 25
"""Below Telegram's 30, since answers to taps take from the same."""

LOOK_EVERY = 1.0
"""Seconds."""

LONGEST_WAIT = timedelta(minutes=10)


class Delivery:
    """Sends what is owed, as long as `run` runs."""

    def __init__(
        self, db: Database, clock: Clock, telegram: Telegram, texts: Texts, pushes: Mapping[str, Push]
    ) -> None:
        self._db, self._clock, self._telegram, self._texts, self._pushes = db, clock, telegram, texts, pushes
        self._free_at = 0.0
        self._told_to_stop = asyncio.Event()
        self._one_at_a_time = asyncio.Lock()

    def stop(self) -> None:
        """Take up nothing more: `run` ends when what is under way is sent."""
        self._told_to_stop.set()

    async def run(self) -> None:
        """Send until told to stop."""
        if lost := await self._db.transact(outbox.recover, self._clock.now()):
            log.warning("uncertain_after_restart", count=lost)
        while not self._told_to_stop.is_set():
            if not await self.send_slice():
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._told_to_stop.wait(), LOOK_EVERY)

    async def send_slice(self) -> int:
        """Send what may go now, at most a slice; return how many. Nothing is claimed while Telegram wants a pause."""
        async with self._one_at_a_time:
            return await self._send_slice()

    async def _send_slice(self) -> int:
        if self._free_at > asyncio.get_running_loop().time() + LOOK_EVERY:
            return 0
        next_at = await self._db.read(outbox.next_at)
        if next_at is None or next_at > self._clock.now():
            return 0
        claimed = await self._db.transact(outbox.claim, self._clock.now(), SLICE)
        results = await asyncio.gather(*(self._send(one) for one in claimed))
        settled = {one.id: result for one, result in zip(claimed, results, strict=True)}
        await self._db.transact(outbox.settle, settled, self._clock.now())
        return len(claimed)

    async def _send(self, one: Claimed) -> Result:
        now = self._clock.now()
        try:
            push = self._pushes[one.kind]
            facts = await self._db.read(push.load, one.person_id, one.args, now)
            if facts is None:
                return Moot()
            shown = push.show(facts, self._texts.say(one.language), now)
        except Exception as error:  # noqa: BLE001 - one message that cannot be made does not hold up the others
            log.warning("message_not_made", kind=one.kind, person=one.person_id, error=where(error))
            return Refused(f"not made: {type(error).__name__}")
        await self._pace()
        try:
            return Sent(await reply.send(self._telegram, one.telegram_id, shown))
        except TelegramError as error:
            log.warning("message_not_sent", kind=one.kind, person=one.person_id, error=where(error))
            return self._result(one, error)

    def _result(self, one: Claimed, error: TelegramError) -> Result:
        """Read an error; the order matters, since BadRequest and TimedOut are NetworkErrors."""
        now = self._clock.now()
        match error:
            case Forbidden():
                return Blocked()
            case RetryAfter(retry_after=wait):
                pause = wait if isinstance(wait, timedelta) else timedelta(seconds=wait)
                self._free_at = max(self._free_at, asyncio.get_running_loop().time() + pause.total_seconds())
                return Retry(now + pause)
            case BadRequest() | ChatMigrated():
                return Refused(error.message)
            case LostAnswer():
                return Uncertain(error.message)
            case NetworkError():
                return Retry(now + min(timedelta(seconds=2**one.attempts), LONGEST_WAIT))
            case _:
                return Refused(error.message)

    async def _pace(self) -> None:
        """Wait for this message's turn."""
        now = asyncio.get_running_loop().time()
        turn = max(self._free_at, now)
        self._free_at = turn + 1 / PER_SECOND
        if turn > now:
            await asyncio.sleep(turn - now)
