"""What the office does with consultations that are open or over."""

from handlers.consultations import desk_buttons as buttons
from handlers.consultations import desk_screens as screens
from handlers.context import Tap
from handlers.reply import Answer
from handlers.routes import on_tap
from storage.consultations import desk, reading
from storage.people import Role

STAFF = Role.STAFF


@on_tap(buttons.OfficeConsultations, may=STAFF)
async def consultations(tap: Tap[buttons.OfficeConsultations]) -> Answer:
    """All consultations, a page of them."""
    page = await tap.db.read(reading.listed, tap.person, tap.button.page, tap.now)
    return screens.listed(page, tap.say, tap.now)


@on_tap(buttons.OfficeConsultation, may=STAFF)
async def consultation(tap: Tap[buttons.OfficeConsultation]) -> Answer:
    """A consultation's card for the office."""
    board = await tap.db.read(desk.board, tap.button.consultation_id)
    return screens.no_such(tap.say) if board is None else screens.card(board, tap.say, tap.now)


ROUTES = (consultations, consultation)
