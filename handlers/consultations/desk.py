"""What the office does with consultations that are open or over."""

from handlers.consultations import desk_buttons as buttons
from handlers.consultations import desk_outcomes as outcomes
from handlers.consultations import desk_screens as screens
from handlers.context import Tap
from handlers.reply import Answer
from handlers.routes import on_tap
from storage.consultations import desk, notices, opening, reading
from storage.consultations.desk import Board
from storage.consultations.rules import ConsultationId
from storage.database import Tx
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


@on_tap(buttons.OfficeTerms, may=STAFF)
async def rules(tap: Tap[buttons.OfficeTerms]) -> Answer:
    """The rules of a consultation."""
    board = await tap.db.read(desk.board, tap.button.consultation_id)
    return screens.no_such(tap.say) if board is None else screens.rules(board, tap.say)


@on_tap(buttons.Behind, may=STAFF)
async def behind(tap: Tap[buttons.Behind]) -> Answer:
    """The libraries that have not finished."""
    board = await tap.db.read(desk.board, tap.button.consultation_id)
    return screens.no_such(tap.say) if board is None else screens.behind(board, tap.button.page, tap.say)


@on_tap(buttons.GivenVotes, may=STAFF)
async def given(tap: Tap[buttons.GivenVotes]) -> Answer:
    """Which libraries have given their votes to which."""
    board = await tap.db.read(desk.board, tap.button.consultation_id)
    return screens.no_such(tap.say) if board is None else screens.given(board, tap.button.page, tap.say)


@on_tap(buttons.RemindVoters, may=STAFF)
async def remind(tap: Tap[buttons.RemindVoters]) -> Answer:
    """Remind those who have not finished, once it was asked about."""
    number = tap.button.consultation_id
    if not tap.button.sure:
        board = await tap.db.read(desk.board, number)
        return screens.no_such(tap.say) if board is None else outcomes.ask_remind(board, tap.say)
    outcome = await tap.db.transact(desk.remind, number, tap.person.id, tap.now)
    return outcomes.reminded(number, outcome, tap.say)


@on_tap(buttons.WithdrawConsultation, may=STAFF)
async def withdraw(tap: Tap[buttons.WithdrawConsultation]) -> Answer:
    """Call a consultation off, once it was asked about."""
    number = tap.button.consultation_id
    if not tap.button.sure:
        found = await tap.db.read(_concerned, number)
        return screens.no_such(tap.say) if found is None else outcomes.ask_withdraw(*found, tap.say)
    outcome = await tap.db.transact(opening.withdraw, number, tap.person.id, tap.now)
    return outcomes.withdrawn(number, outcome, tap.say)


def _concerned(tx: Tx, number: ConsultationId) -> tuple[Board, int] | None:
    board = desk.board(tx, number)
    return None if board is None else (board, len(notices.concerned(tx, board.one)))


ROUTES = (consultations, consultation, rules, behind, given, remind, withdraw)
