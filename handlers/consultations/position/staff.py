"""What the office does with a position: have its document made, send it back edited, publish it, follow it."""

import asyncio
from pathlib import Path

from handlers import documents
from handlers.consultations.position import buttons, screens
from handlers.consultations.position.content import content
from handlers.consultations.position.guide import GUIDE
from handlers.consultations.screens import no_such
from handlers.context import Ask, Tap
from handlers.conversation import again, begin_card
from handlers.documents import Faulty
from handlers.home import Office
from handlers.reply import Answer
from handlers.routes import on_tap
from handlers.screen import File, Key, Screen
from storage.consultations import books, positions, report
from storage.consultations.positions import IsPublic, NotOver, Position
from storage.consultations.report import Report
from storage.consultations.rules import ConsultationId, State
from storage.consultations.voting import NoSuch
from storage.drafts import Gone, NotYours
from storage.people import Role

STAFF = Role.STAFF
BUILT_IN = Path(__file__).parent / "template.docx"


async def _card(ask: Ask, consultation_id: ConsultationId, alert: str | None = None) -> Screen:
    """Draw the card of a position as it stands now."""
    one = await ask.db.read(books.find, consultation_id)
    if one is None:
        return no_such(ask.say)
    if one.state is not State.CLOSED:
        return screens.not_over(one, ask.say)
    shown = screens.card(one, await ask.db.read(positions.find, consultation_id), ask.say, ask.now)
    return Screen(shown.text, shown.keys, ask.say.label(alert) if alert else None)


@on_tap(buttons.OpenPosition, may=STAFF)
async def position(tap: Tap[buttons.OpenPosition]) -> Answer:
    """The position on a consultation."""
    return await _card(tap, tap.button.consultation_id)


@on_tap(buttons.MakeDocument, may=STAFF)
async def make(tap: Tap[buttons.MakeDocument]) -> Answer:
    """Make the document, beside the event loop."""
    button, say = tap.button, tap.say.in_language(tap.button.language)
    found = await tap.db.read(report.report, button.consultation_id, tap.now)
    if not isinstance(found, Report) or found.results.one.state is not State.CLOSED:
        return await _card(tap, button.consultation_id)
    own = None if button.built_in else tap.reach.template
    said = await asyncio.to_thread(content, found, say, tap.now)
    made = await asyncio.to_thread(documents.render, own or BUILT_IN, said)
    if isinstance(made, Faulty):
        return screens.faulty(made, button, tap.say)
    name = say.label("position-file", number=str(button.consultation_id))
    caption = tap.say("position-made", title=found.results.one.title(say.language))
    return [File(name, made, caption), await _card(tap, button.consultation_id)]


@on_tap(buttons.SendDocument, may=STAFF)
async def send(tap: Tap[buttons.SendDocument]) -> Answer:
    """Ask for the document as it was edited."""
    number = tap.button.consultation_id
    one, there = await tap.db.read(books.find, number), await tap.db.read(positions.find, number)
    if one is None or one.state is not State.CLOSED:
        return await _card(tap, number)
    if there is not None and there.public:
        return await _card(tap, number, "position-is-public")
    return await begin_card(tap, GUIDE, "file", {"consultation": number})


@on_tap(buttons.KeepDocument, may=STAFF)
async def keep(tap: Tap[buttons.KeepDocument]) -> Answer:
    """Keep the document that was sent."""
    button = tap.button
    outcome = await tap.db.transact(positions.keep_draft, button.draft_id, button.version, tap.person.id, tap.now)
    match outcome:
        case Position():
            return await _card(tap, outcome.one.id, "position-kept")
        case IsPublic() | NotOver() | NoSuch():
            return Screen(tap.say("position-not-kept"), [[Key(tap.say.label("key-office"), Office())]])
        case NotYours():
            return no_such(tap.say)
        case Gone():
            return await again(tap, GUIDE)


@on_tap(buttons.ShowDocument, may=Role.LIBRARIAN)
async def show(tap: Tap[buttons.ShowDocument]) -> Answer:
    """The document itself: to the office, and once it is published to those who were asked."""
    number = tap.button.consultation_id
    one, there = await tap.db.read(books.find, number), await tap.db.read(positions.find, number)
    if one is None or not one.seen_by(tap.person):
        return no_such(tap.say)
    if there is None or not (there.public or tap.person.may(STAFF)):
        return screens.not_public(one, tap.say)
    return screens.document(there, tap.say, tap.now)


@on_tap(buttons.MovePosition, may=STAFF)
async def move(tap: Tap[buttons.MovePosition]) -> Answer:
    """Publish the document or note how far it has come, once it was asked about."""
    button = tap.button
    there = await tap.db.read(positions.find, button.consultation_id)
    if there is None or button.stage not in there.next:
        return await _card(tap, button.consultation_id, "position-late")
    if not button.sure:
        count = await tap.db.read(positions.told, there, button.stage)
        return screens.ask(there, button.stage, count, tap.say)
    await tap.db.transact(positions.move, button.consultation_id, button.stage, tap.person.id, tap.now)
    return await _card(tap, button.consultation_id)


ROUTES = (position, make, send, keep, show, move)
