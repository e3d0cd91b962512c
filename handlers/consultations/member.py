"""What members read of consultations: the list, a card, its questions."""

from handlers.consultations import buttons, question_screens, screens
from handlers.context import Ask, Command, Tap
from handlers.reply import Answer
from handlers.routes import on_command, on_tap
from handlers.screen import Screen
from storage.consultations import earlier, reading
from storage.consultations.reading import Card, Listed
from storage.consultations.rules import ConsultationId
from storage.database import Tx
from storage.people import LibraryId, Person, Role

MEMBER = Role.LIBRARIAN


@on_command("consultations", "obravnave", may=MEMBER)
async def consultations(command: Command) -> Answer:
    """/consultations: what is put to the members."""
    return await _listed(command, 0)


@on_tap(buttons.Consultations, may=MEMBER)
async def consultations_page(tap: Tap[buttons.Consultations]) -> Answer:
    """A page of what is put to the members."""
    return await _listed(tap, tap.button.page)


async def _listed(ask: Ask, page: int) -> Screen:
    return screens.listed(await ask.db.read(reading.listed, ask.person, page, ask.now), ask.say, ask.now)


@on_tap(buttons.OpenConsultation, may=MEMBER)
async def open_consultation(tap: Tap[buttons.OpenConsultation]) -> Answer:
    """A consultation's card."""
    one = await tap.db.read(reading.card, tap.button.consultation_id, tap.person)
    return screens.no_such(tap.say) if one is None else screens.card(one, tap.person, tap.say, tap.now)


def questions_of(
    tx: Tx, consultation_id: ConsultationId, person: Person, library: LibraryId
) -> tuple[Card, list[Listed]] | None:
    """Find a consultation and its questions, looking for one library; None if it is not for the person."""
    card = reading.card(tx, consultation_id, person)
    return None if card is None else (card, reading.questions(tx, card.one, person, library))


@on_tap(buttons.Questions, may=MEMBER)
async def questions(tap: Tap[buttons.Questions]) -> Answer:
    """All questions, a page of them."""
    button = tap.button
    found = await tap.db.read(questions_of, button.consultation_id, tap.person, button.library_id)
    if found is None:
        return screens.no_such(tap.say)
    card, every = found
    paths = question_screens.reading(card.one, button.library_id)
    return question_screens.listed(every, button.page, card.one, paths, tap.say)


@on_tap(buttons.OpenQuestion, may=MEMBER)
async def open_question(tap: Tap[buttons.OpenQuestion]) -> Answer:
    """A question with a page of its text."""
    button = tap.button
    one = await tap.db.read(reading.article, button.question_id, tap.person, button.library_id)
    if one is None:
        return question_screens.gone(tap.say)
    return question_screens.question(one, button.page, tap.person, tap.say, tap.now)


@on_tap(buttons.Earlier, may=MEMBER)
async def earlier_wording(tap: Tap[buttons.Earlier]) -> Answer:
    """What a question was before its wording changed."""
    button = tap.button
    found = await tap.db.read(earlier.earlier, button.question_id, tap.person, button.library_id)
    if found is None:
        return question_screens.gone(tap.say)
    return question_screens.earlier(found, button.page, tap.say)


ROUTES = (consultations, consultations_page, open_consultation, questions, open_question, earlier_wording)
