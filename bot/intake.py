"""Updates in: Telegram -> inbox row -> the chat's lane -> a handler.

Telegram is told that an update has been received only after its row is committed. Each chat is a lane: its updates
go one after the other, lanes go side by side. What is under way when the program ends is taken up at the next start.
"""

import asyncio
import json
from collections import deque
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

import structlog
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError

from bot import updates
from bot.clock import Clock
from bot.logs import where
from bot.tasks import Tasks
from handlers import reply
from handlers.context import Arrival
from handlers.reference import new_reference
from handlers.reply import Telegram
from handlers.screen import Screen
from handlers.texts import Texts
from storage import books, groups, inbox, outbox, people
from storage.database import Database, Tx
from storage.inbox import Arrived, Failed, GivenUp, TryAgain, UpdateId
from storage.people import Role

log = structlog.get_logger(__name__)

AT_ONCE = 64
ROOM = 2000
"""So many updates wait in memory at most; the rest waits at Telegram."""

GRACE = 3.0
"""Seconds that handlers have to end when the program stops, lest people are answered twice."""

FIRST_WAIT, LONGEST_WAIT = 0.5, 60.0
"""Seconds between tries, doubled each time."""

REFERENCE = 6
"""So many letters and digits name what was given up."""


class Intake:
    """Keeps what arrives and has it handled, each update until it is done or given up."""

    def __init__(self, db: Database, clock: Clock, telegram: Telegram, texts: Texts,
                 handle: Callable[[Arrival], Awaitable[None]]) -> None:  # fmt: skip
        self._db, self._clock, self._telegram, self._texts, self._handle = db, clock, telegram, texts, handle
        self._lanes: dict[int, deque[Arrived]] = {}
        self._tasks, self._handling = Tasks(), Tasks()
        self._places = asyncio.Semaphore(AT_ONCE)
        self._waiting = 0
        self._room = asyncio.Event()
        self._room.set()
        self._done: list[UpdateId] = []
        self._some_done = asyncio.Event()
        self._stopping = False

    async def start(self) -> None:
        """Take up what an earlier run has left."""
        self._tasks.start(self._write_done(), "inbox done")
        self._queue(await self._db.read(inbox.waiting))
        await self.take_retried()

    async def take_retried(self) -> None:
        """Take up the dead letters that were put back since."""
        if not self._stopping:
            self._queue(await self._db.transact(inbox.take_retried))

    async def stop(self) -> None:
        """Let what is under way come to its end, within reason; all else is handled at the next start."""
        self._stopping = True
        await self._handling.finish(GRACE)
        await self._tasks.stop()
        if self._done:
            await self._db.transact(inbox.done, self._done, self._clock.now())

    async def receive(self, received: Sequence[Mapping[str, Any]]) -> None:
        """Keep updates (Bot API JSON); once this returns, Telegram may forget them."""
        arrived = [_arrived(update) for update in received]
        self._queue(await self._db.transact(inbox.receive, arrived, self._clock.now()))

    async def room(self) -> None:
        """Wait until there is room for more."""
        await self._room.wait()

    def _queue(self, arrived: Sequence[Arrived]) -> None:
        for one in arrived:
            self._waiting += 1
            if lane := self._lanes.get(one.lane):
                lane.append(one)
            else:
                self._lanes[one.lane] = deque([one])
                self._handling.start(self._lane(one.lane), f"lane {one.lane}")
        if self._waiting > ROOM:
            self._room.clear()

    async def _lane(self, chat: int) -> None:
        """Handle a chat's updates in order, until there are none."""
        lane = self._lanes[chat]
        while lane:
            if not await self._until_done(lane[0]):
                return
            lane.popleft()
            self._waiting -= 1
            if self._waiting <= ROOM // 2:
                self._room.set()
        del self._lanes[chat]

    async def _until_done(self, arrived: Arrived) -> bool:
        """Handle one update until it is done or given up; return whether it is, or the program stops before.

        Between the tries it waits, longer each time, and takes no place away from others.
        """
        wait = FIRST_WAIT
        with structlog.contextvars.bound_contextvars(update=arrived.update_id, chat=arrived.lane):
            while True:
                async with self._places:
                    if self._stopping:
                        return False
                    asked = await self._attempt(arrived)
                if asked is None:
                    return True
                await asyncio.sleep(max(wait, asked))
                wait = min(wait * 2, LONGEST_WAIT)

    async def _attempt(self, arrived: Arrived) -> float | None:
        """Handle one update; return None if that settles it, else the seconds to wait at least.

        Only the handler's own failures are counted: Telegram being out of reach is nobody's fault here.
        """
        arrival = None
        try:
            arrival = await self._arrival(arrived)
            if arrival is not None:
                await self._answer(arrival, arrived.lane)
        except RetryAfter as error:
            return seconds(error)
        except Exception as error:  # noqa: BLE001 - whatever it is, the chat goes on
            log.warning("handled_again", error=where(error))
            if _is_connection(error):
                return 0.0
            failed = await self._failed(arrived, error)
            if not isinstance(failed, GivenUp):
                return 0.0
            if arrival is not None and arrival.who is None and arrival.group is None:
                await self._apologise(arrival, failed.reference)
            return None  # it is marked, and may be on its way back already
        self._done.append(arrived.update_id)
        self._some_done.set()
        return None

    async def _answer(self, arrival: Arrival, chat: int) -> None:
        """Handle an update; a chat that is shut, or has moved, is written down as that."""
        try:
            await self._handle(arrival)
        except Forbidden:
            shut = people.mark_blocked if chat > 0 else groups.left
            await self._db.transact(shut, chat, self._clock.now())
        except ChatMigrated as error:
            await self._db.transact(groups.migrated, chat, error.new_chat_id)

    async def _failed(self, arrived: Arrived, error: Exception) -> Failed:
        """Count a failure, even if nobody can be told of it; with the books out of reach, the update waits for them."""
        reference = new_reference(REFERENCE)
        failed: Failed = TryAgain(0)
        for count in (_count_and_tell, inbox.failed):
            try:
                failed = await self._db.transact(count, arrived.update_id, reference, where(error), self._clock.now())
                break
            except Exception as second:  # noqa: BLE001 - whatever it is, the chat goes on
                log.warning("failure_not_counted", told=count is _count_and_tell, error=where(second))
        if isinstance(failed, GivenUp):
            log.error("given_up", reference=reference, error=where(error))
        return failed

    async def _apologise(self, stranger: Arrival, reference: str) -> None:
        """Apologise to a stranger, to whom nothing can be owed."""
        sorry = Screen(self._texts.say(stranger.language)("sorry", reference=reference))
        try:
            await reply.send(self._telegram, stranger.chat_id, sorry)
        except TelegramError as error:
            log.warning("apology_failed", error=where(error))

    async def _arrival(self, arrived: Arrived) -> Arrival | None:
        """Find out who asks; None if nobody does (a channel)."""
        update = json.loads(arrived.whole or arrived.payload)
        sender = updates.sender_of(update)
        if sender is None:
            return None
        who, draft = await self._db.read(books.who_asks, sender.telegram_id)
        if who:
            structlog.contextvars.bind_contextvars(person=who.id)
        language = who.language if who else self._texts.choose(sender.language_code)
        return updates.arrival_of(arrived.update_id, update, sender, who, draft, language, self._clock.now())

    async def _write_done(self) -> None:
        """Mark as done what the lanes have finished, all that there is at once."""
        while True:
            await self._some_done.wait()
            self._some_done.clear()
            done, self._done = self._done, []
            try:
                await self._db.transact(inbox.done, done, self._clock.now())
            except Exception as error:  # noqa: BLE001 - the books are out of reach: again with the next ones
                log.warning("done_not_written", error=where(error))
                self._done = [*done, *self._done]
            except asyncio.CancelledError:
                self._done = [*done, *self._done]
                raise


def _arrived(update: Mapping[str, Any]) -> Arrived:
    """Lay out what is written down of an update, and what is only kept in mind until it is handled."""
    needed = updates.needed(update)
    written = updates.written(needed)
    whole = None if written is needed else json.dumps(needed)
    return Arrived(update["update_id"], updates.chat_of(update), json.dumps(written), whole)


def _count_and_tell(tx: Tx, update_id: UpdateId, reference: str, error: str, now: datetime) -> Failed:
    """Count a failure; when it was the last, owe the person an apology, and the admins a word, once."""
    failed = inbox.failed(tx, update_id, reference, error, now)
    if isinstance(failed, GivenUp):
        told = {"reference": reference}
        owed = [
            outbox.Owed(outbox.MessageKey(f"dead:{reference}:{admin.id}"), admin.id, "dead_letter", told, now)
            for admin in people.with_role(tx, Role.ADMIN)
        ]
        person = people.id_of(tx, failed.lane)
        if person is not None:
            owed.append(outbox.Owed(outbox.MessageKey(f"sorry:{reference}"), person, "sorry", told, now))
        outbox.owe(tx, owed, now)
    return failed


def _is_connection(error: BaseException) -> bool:
    """Whether Telegram could not be reached, or is out of order; nothing of ours is wrong then."""
    return isinstance(error, NetworkError) and not isinstance(error, BadRequest)


def seconds(error: RetryAfter) -> float:
    """Tell how long Telegram asks to wait."""
    wait = error.retry_after
    return float(wait) if isinstance(wait, int | float) else wait.total_seconds()


class Poller:
    """Asks Telegram for updates, over and over; the offset moves on when the last ones are in the inbox."""

    def __init__(self, fetch: Callable[[int | None], Awaitable[Sequence[Mapping[str, Any]]]], intake: Intake) -> None:
        self._fetch, self._intake = fetch, intake

    async def run(self) -> None:
        """Poll until cancelled."""
        offset: int | None = None
        wait = FIRST_WAIT
        while True:
            await self._intake.room()
            try:
                fetched = await self._fetch(offset)
                if fetched:
                    await self._intake.receive(fetched)
                    offset = fetched[-1]["update_id"] + 1
            except Exception as error:  # noqa: BLE001 - Telegram or the books are out of reach: they come back
                log.warning("polling_failed", error=where(error))
                await asyncio.sleep(max(wait, seconds(error) if isinstance(error, RetryAfter) else 0.0))
                wait = min(wait * 2, LONGEST_WAIT)
            else:
                wait = FIRST_WAIT
