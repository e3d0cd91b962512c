"""All that a morning's message had to say, where not all of it fitted."""

from handlers.calls import buttons, morning_screens
from handlers.context import Tap
from handlers.reply import Answer
from handlers.routes import on_tap
from storage.calls import notices
from storage.people import Role


@on_tap(buttons.WholeMorning, may=Role.LIBRARIAN)
async def whole(tap: Tap[buttons.WholeMorning]) -> Answer:
    """A page of it, as far as it still holds."""
    button = tap.button
    found = await tap.db.read(notices.morning_again, tap.person.id, button.occasion, tap.now)
    return morning_screens.whole_morning(found, button.page, tap.say, tap.now)


ROUTES = (whole,)
