"""The office takes out all that came out of a consultation, as a spreadsheet or as JSON."""

import asyncio

from handlers.consultations.results import buttons, record, screens, sheet
from handlers.consultations.results.buttons import Format
from handlers.consultations.screens import no_such
from handlers.context import Tap
from handlers.reply import Answer
from handlers.routes import on_tap
from handlers.screen import File
from storage.consultations import report
from storage.consultations.results import NotYet
from storage.people import Role

WRITE = {Format.XLSX: sheet.everything, Format.JSON: record.everything}


@on_tap(buttons.Export, may=Role.STAFF)
async def export(tap: Tap[buttons.Export]) -> Answer:
    """All of it, written beside the event loop; before the end of a hidden consultation nobody gets it."""
    button = tap.button
    found = await tap.db.read(report.whole, button.consultation_id, tap.now)
    if found is None:
        return no_such(tap.say)
    if isinstance(found, NotYet):
        return screens.not_yet(found.one, tap.say, tap.now, staff=True)
    content = await asyncio.to_thread(WRITE[button.format], found, tap.say)
    name = tap.say.label("results-file", number=str(button.consultation_id), kind=button.format)
    title = found.report.results.one.title(tap.say.language)
    return File(name, content, tap.say(f"results-caption-{button.format}", title=title))


ROUTES = (export,)
