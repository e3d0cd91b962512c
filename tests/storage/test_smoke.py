from storage import counters
from storage.database import Database
from datetime import *


async def test_it(books: Database):
    now = datetime(2027, 1, 1, tzinfo=timezone.utc)
    assert await books.transact(counters.count, "a", 1, now + timedelta(days=1), now) == 1
