"""Somebody's own record of attendance, in chat and as PDF."""

import asyncio

from handlers.context import Tap
from handlers.events.afterwards import buttons
from handlers.events.afterwards import record_screens as screens
from handlers.reply import Answer
from handlers.routes import on_tap
from handlers.screen import File
from storage.events import record
from storage.people import Role

MEMBER = Role.LIBRARIAN


@on_tap(buttons.MyRecord, may=MEMBER)
async def mine(tap: Tap[buttons.MyRecord]) -> Answer:
    """Where I was over the years."""
    return screens.card(await tap.db.read(record.record, tap.person, tap.now), tap.button.page, tap.say)


def _set(words: screens.RecordWords) -> bytes:
    from handlers.events.afterwards import papers  # noqa: PLC0415 - fpdf2 takes 0.2 s and 40 MB

    return papers.record(words)


@on_tap(buttons.RecordPaper, may=MEMBER)
async def paper(tap: Tap[buttons.RecordPaper]) -> Answer:
    """The same as PDF, for one's own file."""
    found = await tap.db.read(record.record, tap.person, tap.now)
    if not found.attended:
        return screens.card(found, 0, tap.say)
    content = await asyncio.to_thread(_set, screens.words(found, tap.say))
    return File(tap.say.label("record-file"), content, tap.say("record-caption", count=len(found.attended)))


ROUTES = (mine, paper)
