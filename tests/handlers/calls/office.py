"""Short ways for the office to write a call."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from handlers.calls.compose.guide import FILLED
from storage import drafts
from storage.calls import books, drafting, following, intents
from storage.calls.rules import Call, DeadlineKind, Intent, Topic, When
from storage.calls.tables import calls
from storage.database import Database
from storage.drafts import Draft
from tests.handlers.phone import Phone
from tests.handlers.world import draft_of


async def begins(phone: Phone) -> str:
    """Begin a new call."""
    await phone.says("/urad")
    return await phone.taps("Razpisi", "Nov razpis")


async def writes(phone: Phone, title: str = "Bralna značka") -> str:
    """Write a call up to the question for its deadlines."""
    await begins(phone)
    await phone.says(title)
    await phone.says("Ministrstvo za kulturo")
    await phone.taps("Preskoči", "Preskoči", "Bralna kultura", "Naprej")
    return await phone.says("250.000")


async def adds(phone: Phone, kind: str = "Oddaja", when: str = "31. 3. 2027 ob 12.00") -> str:
    """Add a deadline."""
    await phone.taps(f"＋ {kind}")
    return await phone.says(when)


async def reaches_card(phone: Phone, *deadlines: tuple[str, str]) -> str:
    """Write a call up to its card."""
    await writes(phone)
    for kind, when in deadlines or (("Oddaja", "31. 3. 2027 ob 12.00"),):
        await adds(phone, kind, when)
    return await phone.taps("To so vsi roki")


async def all_calls(database: Database) -> list[Call]:
    """All calls that there are."""

    def find(tx: Connection) -> list[Call]:
        return books.read(tx, tx.execute(select(calls).order_by(calls.c.id)).mappings().all())

    return await database.read(find)


async def opened(phone: Phone) -> list[str]:
    """Open the list of calls; return what is on its buttons."""
    await phone.taps("Razpisi")
    return list(phone.keys)


async def edits(phone: Phone, title: str = "Digitalni") -> str:
    """Open the card of a published call to change it."""
    await phone.says("/urad")
    label = next(key for key in await opened(phone) if title in key)
    await phone.taps(label)
    return await phone.taps("Uredi")


async def kept(phone: Phone) -> Draft:
    """The call that somebody is writing."""
    return await draft_of(phone, drafting.FEATURE)


async def fills(phone: Phone, data: Mapping[str, Any]) -> None:
    """Let a call be filled in, and leave it; then open what waits."""
    person = await phone.me()
    assert person is not None
    await phone.db.transact(drafts.start, person.id, phone.telegram_id, drafting.FEATURE, FILLED, data, phone.now)
    await begins(phone)


async def deadlines_of(books: Database) -> list[tuple[DeadlineKind, When]]:
    """The deadlines of the only call."""
    (call,) = await all_calls(books)
    return [(one.kind, one.when) for one in call.deadlines]


async def follows(phone: Phone, *topics: Topic) -> None:
    """Let somebody follow topics."""
    person = await phone.me()
    assert person is not None
    for topic in topics or (Topic.READING,):
        await phone.db.transact(following.follow, person.id, topic, on=True)


async def applies(phone: Phone, call_id: Any, intent: Intent = Intent.APPLYING) -> None:
    """Let somebody's library declare an intent."""
    person = await phone.me()
    assert person is not None
    await phone.db.transact(intents.declare, call_id, person, intent, phone.now)
