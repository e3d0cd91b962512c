"""An announcement, short ways to send it, and to have it arrive or not."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from storage import drafts, due, outbox, sending
from storage.announcements import actions, drafting, rules, tables
from storage.announcements.rules import (
    Announcement,
    AnnouncementId,
    AnyButton,
    Choice,
    Content,
    Late,
    Part,
    ReadButton,
    State,
)
from storage.announcements.times import Repeat, kept_repeat
from storage.database import Database
from storage.drafts import Draft
from storage.features import AUDIENCES, on_due
from storage.local_time import LJUBLJANA
from storage.outbox import State as Delivery
from storage.people import Person, PersonId
from storage.senders import SenderId
from storage.sending import Claimed, Result, Sent

NOW = datetime(2027, 3, 1, 9, tzinfo=LJUBLJANA)
SENDER = SenderId("s")
ALL = (Choice("all", {}),)
HELLO = Content(Part("Pozdravljeni, <b>{ime}</b>!", "Pozdravljeni, {ime}!"), Part("Hello, {name}!", "Hello, {name}!"))


def text(slovene: str) -> Content:
    """An announcement in Slovene only."""
    return Content(Part(slovene, slovene), None)


def said(content: Content = HELLO, buttons: tuple[AnyButton, ...] = (), audience: tuple[Choice, ...] = ALL, *,
         at: datetime | None = None, repeat: Repeat | None = None, late: Late = Late.SEND, urgent: bool = False,
         pinned: bool = False) -> dict[str, Any]:  # fmt: skip
    """Write an announcement as a draft holds it."""
    return {
        "sl": rules.kept_part(content.sl), "en": rules.kept_part(content.en),
        "buttons": [rules.kept_button(button) for button in buttons],
        "audience": [rules.kept_choice(choice) for choice in audience],
        "send_at": at and at.isoformat(), "repeat": repeat and kept_repeat(repeat), "late": late.value,
        "urgent": urgent, "pinned": pinned,
    }  # fmt: skip


async def write(books: Database, by: Person, now: datetime = NOW, **wanted: Any) -> Draft:
    """Begin a draft with everything in it."""
    data = {name: value for name, value in said(**wanted).items() if value is not None}
    return await books.transact(drafts.start, by.id, by.telegram_id, drafting.FEATURE, "preview", data, now)


async def submit(
    books: Database, by: Person, now: datetime = NOW, *, approval: bool = False, **wanted: Any
) -> Announcement:
    """Write an announcement and submit it."""
    draft = await write(books, by, now, **wanted)
    outcome = await books.transact(actions.submit, AUDIENCES, draft.id, draft.version, by.id, now, approval=approval)
    assert isinstance(outcome, Announcement)
    return outcome


async def ask_to_confirm(books: Database, by: Person, **wanted: Any) -> Announcement:
    """Send an announcement with "I have read this" under it."""
    return await submit(books, by, buttons=(ReadButton(),), **wanted)


async def get(books: Database, announcement_id: AnnouncementId) -> Announcement:
    """Find an announcement as it stands."""
    found = await books.read(tables.get, announcement_id)
    assert found is not None
    return found


def _states(tx: Connection) -> list[State]:
    return [State(state) for state in tx.execute(select(tables.announcements.c.state).order_by("id")).scalars()]


async def states(books: Database) -> list[State]:
    """Where all announcements are, oldest first."""
    return await books.read(_states)


def _all(tx: Connection) -> list[Announcement]:
    rows = tx.execute(select(tables.announcements).order_by(tables.announcements.c.id)).mappings()
    return [tables.announcement_of(row) for row in rows]


async def everything(books: Database) -> list[Announcement]:
    """All announcements, oldest first."""
    return await books.read(_all)


async def fire(books: Database, now: datetime) -> None:
    """Let everything fall due that does by now."""
    while await books.transact(due.fire, on_due(), now):
        pass


def _owed(tx: Connection, kind: str) -> list[tuple[PersonId, Delivery]]:
    columns = outbox.outbox.c
    rows = tx.execute(select(columns.person_id, columns.state).where(columns.kind == kind).order_by(columns.id))
    return [(person, Delivery(state)) for person, state in rows]


async def owed(books: Database, kind: str = actions.SENDING) -> list[tuple[PersonId, Delivery]]:
    """The messages of a kind: for whom, and what became of them."""
    return await books.read(_owed, kind)


async def told(books: Database, kind: str) -> list[PersonId]:
    """Who is told something."""
    return [person for person, _ in await owed(books, kind)]


async def deliver(
    books: Database, now: datetime = NOW, results: Mapping[PersonId, Result] | None = None
) -> list[Claimed]:
    """Have what waits arrive, but for other `results`; the message of row 7 gets the number 700."""
    found: list[Claimed] = []
    while claimed := await books.transact(sending.claim, now, 100, SENDER):
        settled = [(one, (results or {}).get(one.to.person_id or PersonId(0), Sent([one.id * 100]))) for one in claimed]
        await books.transact(sending.settle, settled, now)
        found += claimed
    return found
