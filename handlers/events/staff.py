"""What the office does with events: write, publish, see who comes, call off."""

from handlers.context import Ask, Tap
from handlers.conversation import begin_card, take_up_card
from handlers.events import buttons, staff_screens
from handlers.events.guide import GUIDE
from handlers.events.steps import Step
from handlers.reply import Answer
from handlers.routes import on_tap, refusal
from handlers.screen import Screen, lines
from storage import drafts
from storage.drafts import Gone, NotYours
from storage.events import drafting, publishing, reading
from storage.events.publishing import Published
from storage.people import Role

STAFF = Role.STAFF


@on_tap(buttons.OfficeEvents, may=STAFF)
async def events(tap: Tap[buttons.OfficeEvents]) -> Answer:
    """All events, a page of them."""
    page = await tap.db.read(reading.everything, tap.person.id, tap.button.page, tap.now)
    return staff_screens.listed(page, tap.say, tap.now)


@on_tap(buttons.OfficeEvent, may=STAFF)
async def event(tap: Tap[buttons.OfficeEvent]) -> Answer:
    """An event's card for the office."""
    seats = await tap.db.read(reading.seats, tap.button.event_id)
    if seats is None:
        return staff_screens.no_such(tap.say)
    return staff_screens.event(seats, tap.button.page, tap.reach.bot_username, tap.say, tap.now)


@on_tap(buttons.WhoComes, may=STAFF)
async def who_comes(tap: Tap[buttons.WhoComes]) -> Answer:
    """The seats by library."""
    seats = await tap.db.read(reading.seats, tap.button.event_id)
    return staff_screens.no_such(tap.say) if seats is None else staff_screens.who_comes(seats, tap.button.page, tap.say)


@on_tap(buttons.CallOff, may=STAFF)
async def call_off(tap: Tap[buttons.CallOff]) -> Answer:
    """Call an event off, once it was asked about."""
    if not tap.button.sure:
        seats = await tap.db.read(reading.seats, tap.button.event_id)
        return staff_screens.no_such(tap.say) if seats is None else staff_screens.ask_call_off(seats, tap.say, tap.now)
    outcome = await tap.db.transact(publishing.cancel_event, tap.button.event_id, tap.person.id, tap.now)
    return staff_screens.called_off(outcome, tap.say)


@on_tap(buttons.NewEvent, may=STAFF)
async def new_event(tap: Tap[buttons.NewEvent]) -> Answer:
    """Write a new event; if a draft waits, ask first."""
    if not tap.button.anew:
        waiting = await tap.db.read(drafts.of_feature, tap.person.id, drafting.FEATURE)
        if waiting is not None:
            return staff_screens.draft_waits(waiting, tap.say)
    return await _begin(tap)


async def _begin(ask: Ask) -> Screen:
    return await begin_card(ask, GUIDE, Step.KIND)


@on_tap(buttons.ResumeDraft, may=STAFF)
async def resume(tap: Tap[buttons.ResumeDraft]) -> Answer:
    """Go on with the draft that waits."""
    return await take_up_card(tap, GUIDE) or await _begin(tap)


@on_tap(buttons.Publish, may=STAFF)
async def publish(tap: Tap[buttons.Publish]) -> Answer:
    """Publish the draft; what cannot be published, or has changed since, is shown again."""
    button = tap.button
    outcome = await tap.db.transact(drafting.publish, button.draft_id, button.version, tap.person.id, tap.now)
    if isinstance(outcome, Published):
        return staff_screens.published(outcome, tap.say)
    if isinstance(outcome, NotYours):
        return refusal(tap)
    card = await take_up_card(tap, GUIDE)
    if card is None:
        return staff_screens.published(Gone(), tap.say)
    return Screen(lines(tap.say("button-stale"), "", card.text), card.keys) if isinstance(outcome, Gone) else card


ROUTES = (events, event, who_comes, call_off, new_event, resume, publish)
