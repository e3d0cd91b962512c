"""Members and the office look at what came out of a consultation, on cards and as pictures."""

import asyncio

from handlers.consultations.results import buttons, screens
from handlers.consultations.screens import no_such
from handlers.context import Ask, Tap
from handlers.reply import Answer
from handlers.routes import on_tap
from handlers.screen import Key, Picture, Screen
from handlers.texts import Say
from storage.consultations import positions, results
from storage.consultations.results import NotYet, QuestionResult, Results
from storage.consultations.rules import ConsultationId
from storage.people import Role

MEMBER = Role.LIBRARIAN


async def seen(ask: Ask, consultation_id: ConsultationId) -> Results | Screen:
    """Count the votes of a consultation for whoever asks; else the card that says why they do not see them."""
    found = await ask.db.read(results.results, consultation_id, ask.now)
    if found is None or not found.one.seen_by(ask.person):
        return no_such(ask.say)
    if isinstance(found, NotYet):
        return screens.not_yet(found.one, ask.say, ask.now, staff=ask.person.may(Role.STAFF))
    return found


@on_tap(buttons.Results, may=MEMBER)
async def all_results(tap: Tap[buttons.Results]) -> Answer:
    """All questions and what has come of them."""
    found = await seen(tap, tap.button.consultation_id)
    if isinstance(found, Screen):
        return found
    position = await tap.db.read(positions.find, found.one.id)
    public = position is not None and position.public
    return screens.results(found, tap.button.page, tap.say, staff=tap.person.may(Role.STAFF), public=public)


@on_tap(buttons.Result, may=MEMBER)
async def result(tap: Tap[buttons.Result]) -> Answer:
    """What has come of a question."""
    found = await seen(tap, tap.button.consultation_id)
    return found if isinstance(found, Screen) else screens.result(found, tap.button.place, tap.say)


@on_tap(buttons.WhoVoted, may=MEMBER)
async def who_voted(tap: Tap[buttons.WhoVoted]) -> Answer:
    """The votes of libraries on a question."""
    found = await seen(tap, tap.button.consultation_id)
    if isinstance(found, Screen):
        return found
    return screens.who_voted(found, tap.button.place, tap.button.page, tap.say)


@on_tap(buttons.Turnout, may=MEMBER)
async def turnout(tap: Tap[buttons.Turnout]) -> Answer:
    """Who took part."""
    found = await seen(tap, tap.button.consultation_id)
    return found if isinstance(found, Screen) else screens.turnout(found, tap.button.page, tap.say)


def _chart(of: QuestionResult, say: Say) -> bytes:
    from handlers.consultations.results import charts  # noqa: PLC0415 - matplotlib costs half a second and 45 MB

    return charts.question(of, say)


def _map(found: Results, say: Say) -> bytes:
    from handlers.consultations.results import charts  # noqa: PLC0415 - as above

    return charts.heat_map(found, say)


@on_tap(buttons.ResultChart, may=MEMBER)
async def chart(tap: Tap[buttons.ResultChart]) -> Answer:
    """The votes on a question, drawn beside the event loop."""
    found = await seen(tap, tap.button.consultation_id)
    if isinstance(found, Screen):
        return found
    place = screens.nearest(found, tap.button.place)
    png = await asyncio.to_thread(_chart, found.questions[place], tap.say)
    back = [[Key(tap.say.label("key-back"), buttons.Result(found.one.id, place))]]
    return Picture(png, screens.question_in_numbers(found, place, tap.say), back)


@on_tap(buttons.HeatMap, may=MEMBER)
async def heat_map(tap: Tap[buttons.HeatMap]) -> Answer:
    """All questions by what was voted, drawn beside the event loop."""
    found = await seen(tap, tap.button.consultation_id)
    if isinstance(found, Screen):
        return found
    png = await asyncio.to_thread(_map, found, tap.say)
    back = [[Key(tap.say.label("key-back"), buttons.Results(found.one.id, 0))]]
    return Picture(png, screens.in_numbers(found, tap.say), back)


ROUTES = (all_results, result, who_voted, turnout, chart, heat_map)
