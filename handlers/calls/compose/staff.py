"""What the office taps while it writes a call, beside the conversation itself."""

from collections.abc import Mapping
from typing import Any

from handlers.calls import compose_buttons as buttons
from handlers.calls import desk_screens
from handlers.calls.compose import outcomes
from handlers.calls.compose.guide import FILLED, FIRST, GUIDE
from handlers.context import Ask, Tap
from handlers.conversation import again, begin_card, take_up_card
from handlers.reply import Answer
from handlers.routes import on_tap, refusal
from handlers.screen import Screen, lines
from storage import drafts
from storage.calls import books, drafting
from storage.calls.drafting import Overtaken
from storage.calls.publishing import Amended, Over, Published, Unchanged
from storage.calls.rules import State
from storage.drafts import Gone, NotYours
from storage.people import Role

STAFF = Role.STAFF


async def begin_filled(ask: Ask, data: Mapping[str, Any]) -> Screen:
    """Begin with a call of which something is known, as `drafting.of_content` lays it out."""
    return await begin_card(ask, GUIDE, FILLED, data)


@on_tap(buttons.NewCall, may=STAFF)
async def new(tap: Tap[buttons.NewCall]) -> Answer:
    """Write a new call; if a draft waits, ask first."""
    if not tap.button.anew:
        waiting = await tap.db.read(drafts.of_feature, tap.person.id, drafting.FEATURE)
        if waiting is not None:
            return outcomes.draft_waits(waiting, None, tap.say)
    return await begin_card(tap, GUIDE, FIRST)


@on_tap(buttons.EditCall, may=STAFF)
async def edit(tap: Tap[buttons.EditCall]) -> Answer:
    """Change a published call; if a draft waits, ask first."""
    number = tap.button.call_id
    call = await tap.db.read(books.find, number)
    if call is None:
        return desk_screens.no_such(tap.say)
    if call.state is not State.OPEN:
        return outcomes.over(call, tap.say)
    if not tap.button.anew:
        waiting = await tap.db.read(drafts.of_feature, tap.person.id, drafting.FEATURE)
        if waiting is not None:
            return outcomes.draft_waits(waiting, number, tap.say)
    return await begin_filled(tap, drafting.of_call(call))


@on_tap(buttons.ResumeCall, may=STAFF)
async def resume(tap: Tap[buttons.ResumeCall]) -> Answer:
    """Go on with the draft that waits."""
    return await take_up_card(tap, GUIDE) or await begin_card(tap, GUIDE, FIRST)


@on_tap(buttons.PublishCall, may=STAFF)
async def publish(tap: Tap[buttons.PublishCall]) -> Answer:
    """Publish the draft; what cannot be published, or has changed since, is shown again."""
    button = tap.button
    outcome = await tap.db.transact(
        drafting.publish_draft, button.draft_id, button.version, tap.person.id, tap.now
    )  # fmt: skip
    match outcome:
        case Published() | Amended() | Unchanged():
            return outcomes.published(outcome, tap.say, tap.now)
        case Over(call):
            return outcomes.over(call, tap.say)
        case NotYours():
            return refusal(tap)
        case Gone():
            return await again(tap, GUIDE, outcomes.gone(tap.say))
    card = await take_up_card(tap, GUIDE)
    if card is None:
        return outcomes.gone(tap.say)
    if isinstance(outcome, Overtaken):
        return Screen(lines(card.text, "", outcomes.overtaken(outcome, tap.say)), card.keys)
    return card


ROUTES = (new, edit, resume, publish)
