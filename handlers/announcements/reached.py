"""The office looks at whom an announcement has reached and who has read it, on cards, as a chart, as a spreadsheet."""

import asyncio
from collections.abc import Sequence
from datetime import datetime

from handlers.announcements import buttons, reach_screens, sheet
from handlers.announcements.desk_screens import no_such
from handlers.announcements.desk_words import title
from handlers.context import Tap
from handlers.reply import Answer
from handlers.routes import on_tap
from handlers.screen import File, Key, Picture
from storage.announcements import reach
from storage.people import Role

STAFF = Role.STAFF


@on_tap(buttons.Reached, may=STAFF)
async def libraries(tap: Tap[buttons.Reached]) -> Answer:
    """Which libraries it has reached."""
    found = await tap.db.read(reach.reach, tap.button.announcement_id)
    return no_such(tap.say) if found is None else reach_screens.reached(found, tap.button.page, tap.say)


@on_tap(buttons.ReachedPeople, may=STAFF)
async def people(tap: Tap[buttons.ReachedPeople]) -> Answer:
    """Which people it has reached."""
    found = await tap.db.read(reach.reach, tap.button.announcement_id)
    return no_such(tap.say) if found is None else reach_screens.people(found, tap.button.page, tap.say, tap.now)


@on_tap(buttons.WhoRead, may=STAFF)
async def who_read(tap: Tap[buttons.WhoRead]) -> Answer:
    """Who has confirmed it."""
    found = await tap.db.read(reach.confirmed, tap.button.announcement_id)
    return no_such(tap.say) if found is None else reach_screens.who_read(found, tap.button.page, tap.say, tap.now)


def _draw(moments: Sequence[datetime], asked: int, start: datetime, now: datetime, language: str) -> bytes:
    from handlers.announcements import chart  # noqa: PLC0415 - matplotlib costs half a second and 45 MB

    return chart.confirmations(moments, asked, start, now, language)


@on_tap(buttons.ReadChart, may=STAFF)
async def read_chart(tap: Tap[buttons.ReadChart]) -> Answer:
    """The confirmations over time, drawn beside the event loop."""
    found = await tap.db.read(reach.confirmed, tap.button.announcement_id)
    if found is None:
        return no_such(tap.say)
    start = found.one.sent_at or found.one.created_at
    moments = [given.at for given in found.given]
    png = await asyncio.to_thread(_draw, moments, found.asked, start, tap.now, tap.say.language)
    back = [[Key(tap.say.label("key-back"), buttons.WhoRead(found.one.id, 0))]]
    return Picture(png, reach_screens.in_numbers(found, tap.say), back)


@on_tap(buttons.ReachSheet, may=STAFF)
async def reach_sheet(tap: Tap[buttons.ReachSheet]) -> Answer:
    """Reach and confirmations, written beside the event loop."""
    found = await tap.db.read(reach.reach, tap.button.announcement_id)
    if found is None:
        return no_such(tap.say)
    content = await asyncio.to_thread(sheet.reach, found, tap.say)
    name = tap.say.label("sheet-file", number=str(found.one.id))
    return File(name, content, tap.say("sheet-caption", title=title(found.one, tap.say)))


ROUTES = (libraries, people, who_read, read_chart, reach_sheet)
