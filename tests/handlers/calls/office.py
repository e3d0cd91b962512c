"""Short ways for the office to write a call."""

from sqlalchemy import Connection, select

from storage.calls import books
from storage.calls.rules import Call
from storage.calls.tables import calls
from storage.database import Database
from tests.handlers.phone import Phone


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
