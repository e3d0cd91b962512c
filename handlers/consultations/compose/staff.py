"""What the office taps while it prepares a consultation, beside the conversation itself."""

from handlers.consultations import compose_buttons as buttons
from handlers.consultations.compose import outcomes
from handlers.consultations.compose.guide import GUIDE
from handlers.consultations.compose.steps import Step
from handlers.context import Ask, Tap
from handlers.conversation import again, begin_card, take_up_card
from handlers.reply import Answer
from handlers.routes import on_tap, refusal
from handlers.screen import Screen
from storage import drafts
from storage.consultations import drafting
from storage.consultations.opening import Opened
from storage.drafts import Gone, NotYours
from storage.people import Role

STAFF = Role.STAFF


@on_tap(buttons.NewConsultation, may=STAFF)
async def new(tap: Tap[buttons.NewConsultation]) -> Answer:
    """Prepare a new consultation; if a draft waits, ask first."""
    if not tap.button.anew:
        waiting = await tap.db.read(drafts.of_feature, tap.person.id, drafting.FEATURE)
        if waiting is not None:
            return outcomes.draft_waits(waiting, tap.say)
    return await _begin(tap)


async def _begin(ask: Ask) -> Screen:
    return await begin_card(ask, GUIDE, Step.TITLE_SL, {"proxies": ask.reach.proxies})


@on_tap(buttons.ResumeConsultation, may=STAFF)
async def resume(tap: Tap[buttons.ResumeConsultation]) -> Answer:
    """Go on with the draft that waits."""
    return await take_up_card(tap, GUIDE) or await _begin(tap)


@on_tap(buttons.OpenDraft, may=STAFF)
async def open_(tap: Tap[buttons.OpenDraft]) -> Answer:
    """Put the draft to the members; what cannot be opened, or has changed since, is shown again."""
    button = tap.button
    outcome = await tap.db.transact(drafting.open_draft, button.draft_id, button.version, tap.person.id, tap.now)
    if isinstance(outcome, Opened):
        return outcomes.opened(outcome, tap.say, tap.now)
    if isinstance(outcome, NotYours):
        return refusal(tap)
    if isinstance(outcome, Gone):
        return await again(tap, GUIDE, outcomes.gone(tap.say))
    return await take_up_card(tap, GUIDE) or outcomes.gone(tap.say)


ROUTES = (new, resume, open_)
