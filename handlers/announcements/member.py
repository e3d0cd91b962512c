"""What members do with announcements: confirm them."""

from handlers.announcements import buttons, screens
from handlers.announcements.compose.preview import NOT_YET
from handlers.context import Tap
from handlers.reply import Answer
from handlers.routes import on_tap
from handlers.screen import Alert
from storage.announcements import afterwards
from storage.people import Role


@on_tap(buttons.HaveRead, may=Role.LIBRARIAN, in_groups=True)
async def have_read(tap: Tap[buttons.HaveRead]) -> Answer:
    """Somebody has read it; the announcement stays as it is."""
    if tap.button.announcement_id == NOT_YET:
        return Alert(tap.say.label("compose-only-preview"))
    card = tap.arrival.tapped.card if tap.arrival.tapped else None
    here = tap.arrival.group
    group = (here.chat_id, here.thread_id) if here else None
    outcome = await tap.db.transact(afterwards.confirm, tap.button.announcement_id, tap.person.id, card, tap.now, group)
    return screens.confirmed(outcome, tap.say)


ROUTES = (have_read,)
