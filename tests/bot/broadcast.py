"""A batch of plain messages to many people, a delivery in the test's own process, and a Telegram to send them to."""

import contextlib
from collections.abc import AsyncIterator, Iterable, Mapping
from datetime import UTC, datetime
from typing import Literal

from aiohttp.test_utils import TestServer
from sqlalchemy import Connection, insert, select

from bot.clock import Clock
from bot.delivery import Delivery
from bot.demo.telegram import Telegram, create_app
from bot.pace import Pace
from bot.transport import AiohttpRequest, Wire
from handlers.context import Bulk
from handlers.reply import Call
from handlers.texts import Texts
from storage import batches, outbox
from storage.batches import BatchId, Lane
from storage.database import Database
from storage.people import Role, people
from tests.e2e.world import TOKEN, Log

FIRST = 500_000
JOINED = datetime(2026, 1, 1, tzinfo=UTC)

PLAIN = {
    "plain": Bulk(
        lambda _tx, batch_id, _now: f"Obvestilo {batch_id}",
        lambda text, one, _: [Call("sendMessage", {"chat_id": one.to.telegram_id, "text": text})],
    )
}


class Counting(Telegram):
    """A local Telegram whose people have all pressed Start."""

    def __init__(self, people_there: int, limits: Literal["telegram", "none"] = "none") -> None:
        super().__init__(TOKEN, limits=limits)
        self.log: Log = Log()
        self.numbers_of_people = []
        for number in range(people_there):
            person = self.add_person(f"Oseba {number}", "sl")
            person.started = True
            self.numbers_of_people.append(person.id)


def members(tx: Connection, telegram_ids: Iterable[int]) -> None:
    """Enter staff without quiet hours."""
    nothing = datetime.min.time()
    rows = [{"telegram_id": number, "first_name": "A", "language": "sl", "role": Role.STAFF, "quiet_from": nothing,
             "quiet_to": nothing, "joined_at": JOINED} for number in telegram_ids]  # fmt: skip
    tx.execute(insert(people), rows)


def announce(tx: Connection, now: datetime, kind: str = "plain") -> BatchId:
    """Owe everybody one message."""
    batch_id = batches.add(tx, Lane.ANNOUNCEMENT, kind, {}, None, now)
    outbox.owe_all(tx, batch_id, select(people.c.id), now, now)
    return batch_id


@contextlib.asynccontextmanager
async def delivering(
    books: Database,
    telegram: Telegram,
    per_second: float,
    clock: Clock | None = None,
    bulks: Mapping[str, Bulk] = PLAIN,
    *,
    paid: bool = False,
    username: str = "",
) -> AsyncIterator[tuple[Delivery, Pace]]:
    """Give a delivery that sends to a local Telegram."""
    request, pace = AiohttpRequest(), Pace(per_second, paid=paid)
    await request.initialize()
    async with TestServer(create_app(telegram)) as server:
        wire = Wire(request, str(server.make_url(f"/bot{TOKEN}")), "")
        try:
            yield Delivery(books, clock or Clock(), wire, Texts(), {}, bulks, pace, username=username), pace
        finally:
            await request.shutdown()
