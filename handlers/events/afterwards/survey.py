"""Those who were at an event say what they think of it; the office sees what came of it."""

import asyncio
from datetime import datetime

from handlers.context import Tap
from handlers.conversation import Guide, Misread, again, begin_card
from handlers.events.afterwards import buttons, survey_sheet
from handlers.events.afterwards import survey_screens as screens
from handlers.events.staff_screens import no_such
from handlers.reply import Answer
from handlers.routes import on_tap, refusal
from handlers.screen import File, Picture
from handlers.texts import Say
from storage.database import Tx
from storage.drafts import Draft, Gone, NotYours
from storage.events import survey
from storage.events.rules import EventId
from storage.events.survey import Asked, NotThere, Once, Results
from storage.people import Person, Role

MEMBER, STAFF = Role.LIBRARIAN, Role.STAFF


@on_tap(buttons.Rate, may=MEMBER)
async def rate(tap: Tap[buttons.Rate]) -> Answer:
    """Give stars."""
    button = tap.button
    return screens.rated(
        await tap.db.transact(survey.rate, button.event_id, tap.person.id, button.stars, tap.now), tap.say
    )


def _advance(draft: Draft, said: str, now: datetime) -> Draft | Misread:  # noqa: ARG001 - as guides advance
    text = "\n".join(
        "".join(char if char.isprintable() else " " for char in line) for line in said.splitlines()
    ).strip()
    if not text or said == "/back":
        return Misread("survey-nothing")
    if len(text) > survey.TEXT_AT_MOST:
        return Misread("survey-too-long", {"count": len(text), "most": survey.TEXT_AT_MOST})
    return draft.at("check", text=text)


def _load(tx: Tx, draft: Draft, person: Person, now: datetime) -> Asked | Once | NotThere:
    return survey.may_write(tx, EventId(draft.data["event"]), person.id, now)


GUIDE = Guide(survey.FEATURE, MEMBER, _advance, screens.writing, _load)


@on_tap(buttons.WriteOpinion, may=MEMBER)
async def write(tap: Tap[buttons.WriteOpinion]) -> Answer:
    """Ask for a text."""
    found = await tap.db.read(survey.may_write, tap.button.event_id, tap.person.id, tap.now)
    if not isinstance(found, Asked):
        return screens.said(found, tap.say)
    return await begin_card(tap, GUIDE, "text", {"event": found.event.id})


@on_tap(buttons.SendOpinion, may=MEMBER)
async def send(tap: Tap[buttons.SendOpinion]) -> Answer:
    """Send the text."""
    button = tap.button
    done = await tap.db.transact(survey.write, button.draft_id, button.version, tap.person.id, tap.now)
    if isinstance(done, NotYours):
        return refusal(tap)
    if not isinstance(done, Gone):
        return screens.said(done, tap.say)
    return await again(tap, GUIDE)


@on_tap(buttons.SurveyResults, may=STAFF)
async def results(tap: Tap[buttons.SurveyResults]) -> Answer:
    """What was answered, from three answers on."""
    found = await tap.db.read(survey.results, tap.button.event_id)
    return no_such(tap.say) if found is None else screens.results(found, tap.button.page, tap.say)


def _draw(found: Results, title: str, say: Say) -> bytes:
    from handlers.events.afterwards import survey_chart  # noqa: PLC0415 - matplotlib costs half a second and 45 MB

    return survey_chart.draw(found, title, say)


@on_tap(buttons.SurveyChart, may=STAFF)
async def chart(tap: Tap[buttons.SurveyChart]) -> Answer:
    """The stars as a picture."""
    found = await tap.db.read(survey.results, tap.button.event_id)
    if not isinstance(found, Results):
        return no_such(tap.say) if found is None else screens.results(found, 0, tap.say)
    title = screens.title(found.event, tap.say)
    png = await asyncio.to_thread(_draw, found, title, tap.say)
    return Picture(png, screens.caption(found, tap.say))


@on_tap(buttons.SurveySheet, may=STAFF)
async def sheet(tap: Tap[buttons.SurveySheet]) -> Answer:
    """All of it as a spreadsheet."""
    found = await tap.db.read(survey.results, tap.button.event_id)
    if not isinstance(found, Results):
        return no_such(tap.say) if found is None else screens.results(found, 0, tap.say)
    content = await asyncio.to_thread(survey_sheet.everything, found, tap.say)
    return File(tap.say.label("survey-file"), content, screens.caption(found, tap.say))


ROUTES = (rate, write, send, results, chart, sheet)
