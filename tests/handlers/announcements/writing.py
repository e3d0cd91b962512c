"""Short ways to write an announcement."""

from typing import Any

from sqlalchemy import Connection, select

from storage.announcements import tables
from storage.announcements.rules import Announcement
from storage.database import Database
from storage.outbox import outbox
from tests.handlers.phone import Phone


async def begins(phone: Phone) -> str:
    """Begin an announcement."""
    await phone.says("/urad")
    return await phone.taps("Obvestila", "Novo obvestilo")


async def writes(phone: Phone, text: str = "Pozdravljeni", *audience: str) -> str:
    """Write an announcement in Slovene for all, or for those chosen by these taps, up to the preview."""
    await begins(phone)
    await phone.says(text)
    await phone.taps("Enako za vse", "Brez gumbov")
    return await phone.taps(*(audience or ("Vsi",)), "Naprej")


def photo(file_id: str = "slika", **content: Any) -> dict[str, Any]:
    """A picture in two sizes, as Telegram tells of it."""
    small = {"file_id": f"{file_id}-s", "file_unique_id": "s", "width": 90, "height": 60, "file_size": 1000}
    big = {"file_id": file_id, "file_unique_id": "b", "width": 900, "height": 600, "file_size": 90_000}
    return {"photo": [small, big], **content}


def document(file_id: str = "datoteka", size: int = 1000, **content: Any) -> dict[str, Any]:
    """A file, as Telegram tells of it."""
    file = {"file_id": file_id, "file_unique_id": file_id, "file_name": "vabilo.pdf", "file_size": size}
    return {"document": file, **content}


async def announced(books: Database) -> list[Announcement]:
    """All announcements that there are."""
    return await books.read(_all)


def _all(tx: Connection) -> list[Announcement]:
    rows = tx.execute(select(tables.announcements).order_by(tables.announcements.c.id)).mappings()
    return [tables.announcement_of(row) for row in rows]


async def owed_to(books: Database) -> list[tuple[str, int]]:
    """What is owed to whom."""
    rows = await books.read(
        lambda tx: tx.execute(select(outbox.c.kind, outbox.c.person_id).order_by(outbox.c.id)).all()
    )
    return [(row.kind, row.person_id) for row in rows]
