"""What has arrived is taken up once, whoever asks."""

import asyncio
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection

from storage import inbox
from storage.database import Database
from storage.inbox import Arrived, GivenUp, UpdateId

NOW = datetime(2027, 3, 1, 9, tzinfo=UTC)
LETTER, NEW = (Arrived(UpdateId(number), 7, "{}") for number in (1, 2))


async def test_a_letter_that_was_put_back_goes_to_one_of_many_who_ask(books: Database) -> None:
    await books.transact(inbox.receive, [LETTER, NEW], NOW)
    failed = [
        await books.transact(inbox.failed, LETTER.update_id, "ABCDEF", "error", NOW) for _ in range(inbox.ATTEMPTS)
    ]
    assert failed[-1] == GivenUp("ABCDEF", LETTER.lane)
    assert await books.transact(inbox.retry_dead, "ABCDEF")
    assert await books.read(inbox.waiting) == [NEW]
    taken = await asyncio.gather(*(books.transact(inbox.take_retried) for _ in range(10)))
    assert [one for some in taken for one in some] == [LETTER]
    assert await books.read(inbox.waiting) == [LETTER, NEW]


def _dead(tx: Connection) -> list[str]:
    return [letter.reference for letter in inbox.dead(tx)]


async def test_a_dead_letter_that_nobody_wants_back_goes_with_all_that_stood_in_it(books: Database) -> None:
    await books.transact(inbox.receive, [LETTER, NEW], NOW)
    for one, reference, at in ((LETTER, "ABCDEF", NOW), (NEW, "GHIJKL", NOW + timedelta(days=1))):
        for _ in range(inbox.ATTEMPTS):
            await books.transact(inbox.failed, one.update_id, reference, "error", at)
    await books.transact(inbox.tidy, NOW + inbox.DEAD_KEPT)
    assert await books.read(_dead) == ["ABCDEF", "GHIJKL"]
    await books.transact(inbox.tidy, NOW + inbox.DEAD_KEPT + timedelta(hours=1))
    assert await books.read(_dead) == ["GHIJKL"]
    assert await books.transact(inbox.retry_dead, "GHIJKL"), "Its row in the inbox is kept as long."
    assert await books.transact(inbox.take_retried) == [NEW]
