"""What the office taps while it writes an event, beside the conversation itself."""

from typing import Any

from handlers.buttons import Button
from handlers.context import Ask, Tap
from handlers.conversation import again, begin_card, take_up_card
from handlers.events import buttons
from handlers.events.compose import outcomes
from handlers.events.compose.buttons import How, WriteOf
from handlers.events.guide import GUIDE
from handlers.events.staff_screens import no_such
from handlers.events.steps import Step
from handlers.reply import Answer
from handlers.routes import on_tap, refusal
from handlers.screen import Screen, lines
from storage import drafts
from storage.drafts import Gone, NotYours
from storage.events import books, drafting, rules
from storage.events.drafting import Overtaken
from storage.events.publishing import CallingOff, Changed, Published, TooFew, Unchanged
from storage.events.rules import CalledOff
from storage.people import Role

STAFF = Role.STAFF


async def _waiting(ask: Ask, anew: Button) -> Screen | None:
    """Ask about the draft that waits, if one does and holds anything."""
    draft = await ask.db.read(drafts.of_feature, ask.person.id, drafting.FEATURE)
    return None if draft is None or drafting.untouched(draft.data) else outcomes.draft_waits(draft, anew, ask.say)


@on_tap(buttons.NewEvent, may=STAFF)
async def new_event(tap: Tap[buttons.NewEvent]) -> Answer:
    """Write a new event; if a draft waits, ask first."""
    waits = None if tap.button.anew else await _waiting(tap, buttons.NewEvent(1))
    return waits or await begin_card(tap, GUIDE, Step.KIND)


@on_tap(WriteOf, may=STAFF)
async def write_of(tap: Tap[WriteOf]) -> Answer:
    """Change an event, or make another or several of it; if a draft waits, ask first."""
    button = tap.button
    event = await tap.db.read(books.find, button.event_id)
    if event is None:
        return no_such(tap.say)
    over = rules.cancel_event(event, tap.now)
    if button.how is How.CHANGE and not isinstance(over, CalledOff):
        return outcomes.off(CallingOff(over, event, 0), tap.say)
    waits = None if button.anew else await _waiting(tap, WriteOf(button.event_id, button.how, 1))
    if waits is not None:
        return waits
    if button.how is How.CHANGE:
        return await begin_card(tap, GUIDE, Step.CHANGE, drafting.changing(event))
    data: dict[str, Any] = {**drafting.copying(event), "changing": True}
    if button.how is How.REPEAT:
        data |= {"repeating": True, "beside": event.id}
    return await begin_card(tap, GUIDE, Step.DAY, data)


@on_tap(buttons.ResumeDraft, may=STAFF)
async def resume(tap: Tap[buttons.ResumeDraft]) -> Answer:
    """Go on with the draft that waits."""
    return await take_up_card(tap, GUIDE) or await begin_card(tap, GUIDE, Step.KIND)


@on_tap(buttons.Publish, may=STAFF)
async def publish(tap: Tap[buttons.Publish]) -> Answer:
    """Publish the draft; what cannot be published, or has changed since, is shown again."""
    button = tap.button
    outcome = await tap.db.transact(drafting.publish, button.draft_id, button.version, tap.person.id, tap.now)
    match outcome:
        case Published() | Changed() | Unchanged():
            return outcomes.published(outcome, tap.say)
        case CallingOff():
            return outcomes.off(outcome, tap.say)
        case NotYours():
            return refusal(tap)
        case Gone():
            return await again(tap, GUIDE, outcomes.gone(tap.say))
    card = await take_up_card(tap, GUIDE)
    if card is None:
        return outcomes.gone(tap.say)
    if isinstance(outcome, Overtaken):
        return Screen(lines(card.text, "", outcomes.overtaken(outcome, tap.say)), card.keys)
    if isinstance(outcome, TooFew):
        return Screen(lines(card.text, "", outcomes.too_few(outcome, tap.say)), card.keys)
    return card


ROUTES = (new_event, write_of, resume, publish)
