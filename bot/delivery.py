"""Messages out: outbox row -> pace -> Telegram -> result row.

A small slice is claimed and committed before anything is sent. While it goes out, the next one is claimed; results are
written as they come, all that there are at once. What was under way when a program ended, or got no answer, is
uncertain and not sent again by itself.
"""

import asyncio
import contextlib
import math
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.clock import Clock
from bot.intake import seconds
from bot.logs import where
from bot.pace import Pace
from bot.tasks import Tasks
from bot.transport import LostAnswer
from handlers.context import Bulk, Push
from handlers.reply import Call, Telegram, calls_of, menu_call, numbers
from handlers.texts import Texts
from storage import budget, outbox, senders, sending
from storage.batches import BatchId
from storage.database import Database, Tx
from storage.senders import SenderId
from storage.sending import Blocked, Claimed, Migrated, Moot, Paused, Refused, Result, Retry, Sent, Uncertain

log = structlog.get_logger(__name__)

LOOK_EVERY = 1.0
"""Seconds."""

ALIVE_EVERY = 2.0
"""Seconds."""

LONGEST_WAIT = timedelta(minutes=10)

PAID: Mapping[str, Any] = {"allow_paid_broadcast": True}
"""What Telegram wants with each message that goes faster than it lets one send for nothing."""

HOLDS = ("not modified", "to delete not found")
"""How Telegram refuses a change when all is as it is to be."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many are claimed at a time, and how many may be under way: at most so many are uncertain after a crash."""

    slice: int
    under_way: int

    @staticmethod
    def at(gap: float) -> "Sizes":
        """Claim no more than goes out while the next ones are claimed, so that pausing takes effect within a second."""
        slice_ = max(1, min(128, max(8, round(0.032 / gap)), int(0.5 / gap))) if gap else 128
        return Sizes(slice_, min(256, 3 * slice_))


class Delivery:
    """Sends what is owed, as long as `run` runs. The bot's `username` is without the @."""

    def __init__(self, db: Database, clock: Clock, telegram: Telegram, texts: Texts, pushes: Mapping[str, Push],
                 bulks: Mapping[str, Bulk], pace: Pace, *, only_one: bool = True,
                 username: str = "") -> None:  # fmt: skip
        self._db, self._clock, self._telegram, self._texts, self._pushes = db, clock, telegram, texts, pushes
        self._bulks, self._pace, self._only_one = bulks, pace, only_one
        self._username = username
        self._of_batch = PAID if pace.paid else {}
        self._sizes = Sizes.at(pace.gap)
        self._id = SenderId(secrets.token_hex(8))
        self._told_to_stop = asyncio.Event()
        self._one_at_a_time = asyncio.Lock()
        self._sending = Tasks()
        self._under_way = 0
        self._room = asyncio.Event()
        self._results: list[tuple[Claimed, Result]] = []
        self._writing: asyncio.Task[None] | None = None
        self._alive_at = 0.0

    def stop(self) -> None:
        """Take up nothing more: `run` ends when what is under way is sent."""
        self._told_to_stop.set()

    async def run(self) -> None:
        """Send until told to stop."""
        async with self._sending:
            while not self._told_to_stop.is_set():
                try:
                    sent = await self._look()
                except Exception as error:  # noqa: BLE001 - the books are out of reach: they come back
                    log.warning("sending_failed", error=where(error))
                    sent = 0
                if not sent:
                    with contextlib.suppress(TimeoutError):
                        await asyncio.wait_for(self._told_to_stop.wait(), LOOK_EVERY)
            await self._all_settled()

    async def send_due(self) -> int:
        """Send all that may go now; return how many."""
        count = 0
        while claimed := await self._look():
            count += claimed
        await self._all_settled()
        return count

    async def _look(self) -> int:
        """Claim a slice of what may go now and let it go; return how many."""
        async with self._one_at_a_time:
            await self._recover()
            if pause := self._pace.take_pause():
                await self._db.transact(budget.pause, self._clock.now() + timedelta(seconds=pause))
            if (wait := self._pace.paused()) > LOOK_EVERY:
                return 0
            await asyncio.sleep(wait)
            next_at = await self._db.read(outbox.next_at)
            if next_at is None or next_at > self._clock.now():
                return 0
            while self._under_way > self._sizes.under_way - self._sizes.slice:
                self._room.clear()
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._room.wait(), ALIVE_EVERY)
                await self._recover()
            taken = await self._db.transact(
                sending.take, self._sizes.slice, self._pace.gap, self._pace.take_beside(), self._id, self._clock.now()
            )
            if isinstance(taken, Paused):
                self._pace.pause(taken.seconds, told=True)
                return 0
            self._under_way += len(taken.messages)
            self._pace.begin(taken.starts_in)
            await self._let_all_go(taken.messages)
            return len(taken.messages)

    async def _let_all_go(self, claimed: Sequence[Claimed]) -> None:
        waiting = list(claimed)
        try:
            for calls in await self._db.read(self._make, claimed, self._clock.now()):
                await self._let_go(waiting[0], calls)
                waiting.pop(0)
        except Exception:
            for one in waiting:
                self._settle(one, Retry(self._clock.now()))
            raise

    async def _recover(self) -> None:
        """Find what ended senders have begun: at the first look if there is no other sender, else now and then."""
        now = asyncio.get_running_loop().time()
        if now < self._alive_at:
            return
        if not self._only_one:
            await self._db.transact(senders.alive, self._id, self._clock.now())
        if lost := await self._db.transact(senders.recover, self._clock.now(), all_others=self._only_one):
            log.warning("uncertain_after_end_of_sender", count=lost)
        self._alive_at = math.inf if self._only_one else now + ALIVE_EVERY

    def _make(self, tx: Tx, claimed: Sequence[Claimed], now: datetime) -> list[Sequence[Call] | Result]:
        """Make the messages of a slice; one that cannot be made does not hold up the others.

        Raises:
            Exception: The books are away, which is nothing that is wrong with a message.
        """
        made: list[Sequence[Call] | Result] = []
        loaded: dict[BatchId, Any] = {}
        point = tx.begin_nested()
        for one in claimed:
            try:
                made.append(self._made(tx, one, loaded, now))
            except Exception as error:
                if tx.invalidated:
                    raise
                log.warning(
                    "message_not_made",
                    kind=one.kind,
                    person=one.to.person_id,
                    group=one.to.group_id,
                    error=where(error),
                )
                made.append(Refused(f"not made: {type(error).__name__}"))
                point.rollback()  # else PostgreSQL would answer nothing more
                point = tx.begin_nested()
        point.commit()
        return made

    def _made(self, tx: Tx, one: Claimed, loaded: dict[BatchId, Any], now: datetime) -> Sequence[Call] | Result:
        if one.to.blocked:
            return Blocked()
        say = self._texts.say(one.to.language)
        if one.batch_id is not None:
            if one.to.former:
                return Moot()
            if not one.args.get("urgent") and (morning := one.to.quiet_until(now)):
                return Retry(morning)
            bulk = self._bulks[one.kind]
            if one.batch_id not in loaded:
                loaded[one.batch_id] = bulk.load(tx, one.batch_id, now)
            if one.to.group_id is None:
                return bulk.calls(loaded[one.batch_id], one, say)
            return bulk.in_group(loaded[one.batch_id], one, say, self._username)
        if one.to.person_id is None:
            raise LookupError("What belongs to no batch is for people.")
        push = self._pushes[one.kind]
        facts = push.load(tx, one.to.person_id, one.args, now)
        if facts is None:
            return Moot()
        menu = [menu_call(one.to.telegram_id, push.menu(facts, say))] if push.menu else []
        return [*menu, *calls_of(one.to.telegram_id, push.show(facts, say, now))]

    async def _let_go(self, one: Claimed, calls: Sequence[Call] | Result) -> None:
        """Send a message at its turn; what nobody can send now waits in the books, not here."""
        if not isinstance(calls, Sequence):
            return self._settle(one, calls)
        if wait := self._pace.of_chat(one.to.telegram_id):
            return self._settle(one, Retry(self._clock.now() + timedelta(seconds=wait)))
        await self._pace.turn(until=self._told_to_stop)
        if self._told_to_stop.is_set() or self._pace.paused():
            return self._settle(one, Retry(self._clock.now() + timedelta(seconds=self._pace.paused())))
        self._sending.start(self._send(one, calls), "message")
        return None

    async def _send(self, one: Claimed, calls: Sequence[Call]) -> None:
        sent = list(one.sent)
        made = 0
        for number, call in enumerate(calls):
            made += call.messages
            more = self._of_batch if one.batch_id is not None and call.messages else {}
            if call.messages and made <= len(one.sent):
                continue
            if number:
                self._pace.beside()
            try:
                with self._pace.on_its_way():
                    given = await self._telegram.call(call.method, {**call.parameters, **more}, call.upload)
            except TelegramError as error:
                if call.messages or not _passes(call, error):
                    log.warning(
                        "message_not_sent",
                        kind=one.kind,
                        person=one.to.person_id,
                        group=one.to.group_id,
                        error=where(error),
                    )
                    return self._settle(one, self._read(one, call, error, sent))
            else:
                sent += numbers(given) if call.messages else []
        live = one.batch_id is None and self._pushes[one.kind].live
        return self._settle(one, Sent(sent, live=live))

    def _read(self, one: Claimed, call: Call, error: TelegramError, sent: Sequence[int]) -> Result:
        """Read an error; the order matters, since BadRequest and TimedOut are NetworkErrors.

        What makes no message, but changes or deletes one, may be asked for again when the answer was lost. A token that
        was exchanged is nothing that is wrong with a message.
        """
        now = self._clock.now()
        match error:
            case Forbidden():
                return Blocked()
            case RetryAfter():
                pause = seconds(error)
                self._pace.pause(pause)
                return Retry(now + timedelta(seconds=pause), sent)
            case ChatMigrated() if one.to.group_id is not None:
                return Migrated(error.new_chat_id)
            case BadRequest():
                return Refused(error.message, sent)
            case LostAnswer() if call.messages:
                return Uncertain(error.message, sent)
            case NetworkError() | InvalidToken():
                return Retry(now + min(timedelta(seconds=2**one.attempts), LONGEST_WAIT), sent)
            case _:
                return Refused(error.message, sent)

    def _settle(self, one: Claimed, result: Result) -> None:
        """Have a result written, with all that come until then."""
        self._results.append((one, result))
        if self._writing is None or self._writing.done():
            self._writing = self._sending.start(self._write(), "results")

    async def _write(self) -> None:
        while self._results:
            results, self._results = self._results, []
            try:
                await self._db.transact(sending.settle, results, self._clock.now())
            except Exception as error:  # noqa: BLE001 - the books are out of reach: they come back
                log.warning("results_not_written", error=where(error))
                self._results = [*results, *self._results]
                await asyncio.sleep(LOOK_EVERY)
                continue
            self._under_way -= len(results)
            self._room.set()

    async def _all_settled(self) -> None:
        """Wait until nothing is under way."""
        while self._under_way:
            self._room.clear()
            await self._room.wait()


def _passes(call: Call, error: TelegramError) -> bool:
    """Tell whether a refusal is no harm: all is as it is to be already, or the call can be spared."""
    return isinstance(error, BadRequest) and (call.spare or any(words in error.message for words in HOLDS))
