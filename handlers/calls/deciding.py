"""What members say of a call for their library: what it intends, which deadlines it has met, what they have seen."""

from handlers.calls import buttons, deadline_screens, deciding_screens, screens
from handlers.context import Ask, Tap
from handlers.reply import Answer
from handlers.routes import on_tap
from handlers.screen import Screen
from handlers.texts import Markup
from storage.calls import following, intents, notices, reading
from storage.calls.intents import Met, NoSuch
from storage.calls.rules import CallId
from storage.people import Role

MEMBER = Role.LIBRARIAN


async def _said(ask: Ask, call_id: CallId, word: Markup) -> Screen:
    one = await ask.db.transact(reading.open_card, call_id, ask.person, ask.now)
    return screens.no_such(ask.say) if one is None else deciding_screens.said(one, word, ask.say)


@on_tap(buttons.Decide, may=MEMBER, of_library=True)
async def decide(tap: Tap[buttons.Decide]) -> Answer:
    """What my library can declare on a call, or I can propose."""
    one = await tap.db.read(reading.card, tap.button.call_id, tap.person)
    return screens.no_such(tap.say) if one is None else deciding_screens.ask(one, tap.say, tap.now)


@on_tap(buttons.Declare, may=MEMBER, of_library=True)
async def declare(tap: Tap[buttons.Declare]) -> Answer:
    """Declare an intent, or propose it."""
    button, person = tap.button, tap.person
    intent = deciding_screens.intent_of(button.intent)
    if intent is None and button.intent != deciding_screens.UNDECIDED:
        return await _said(tap, button.call_id, tap.say("button-stale"))
    outcome = await tap.db.transact(intents.declare, button.call_id, person, intent, tap.now)
    if isinstance(outcome, NoSuch):
        return screens.no_such(tap.say)
    library = [person.library.id] if person.library else []
    speakers = await tap.db.read(notices.speakers, library)
    return await _said(tap, button.call_id, deciding_screens.word(outcome, person, speakers, tap.say))


@on_tap(buttons.Meet, may=MEMBER, of_library=True)
async def meet(tap: Tap[buttons.Meet]) -> Answer:
    """Say that my library has met a deadline, or take that back."""
    button = tap.button
    outcome = await tap.db.transact(intents.meet, button.deadline_id, tap.person, tap.now, met=bool(button.met))
    if not isinstance(outcome, Met):
        return screens.no_such(tap.say)
    one = await tap.db.read(reading.card, outcome.call.id, tap.person)
    if one is None:
        return screens.no_such(tap.say)
    return deadline_screens.deadline(one, outcome.deadline, tap.say, tap.now)


@on_tap(buttons.Saw, may=MEMBER, of_library=True)
async def saw(tap: Tap[buttons.Saw]) -> Answer:
    """Say that I have seen how a call has changed."""
    asked = await tap.db.transact(following.seen, tap.button.call_id, tap.person.id)
    return await _said(tap, tap.button.call_id, tap.say("call-seen" if asked else "call-not-asked"))


@on_tap(buttons.Mute, may=MEMBER)
async def mute(tap: Tap[buttons.Mute]) -> Answer:
    """Hear nothing more of a call, or again."""
    button = tap.button
    await tap.db.transact(following.mute, button.call_id, tap.person.id, tap.now, on=bool(button.on))
    return await _said(tap, button.call_id, tap.say("call-muted" if button.on else "call-unmuted"))


@on_tap(buttons.Watch, may=MEMBER)
async def watch(tap: Tap[buttons.Watch]) -> Answer:
    """Follow a call whatever its topic, or no more."""
    button = tap.button
    await tap.db.transact(following.watch, button.call_id, tap.person.id, on=bool(button.on))
    return await _said(tap, button.call_id, tap.say("call-watched" if button.on else "call-unwatched"))


ROUTES = (decide, declare, meet, saw, mute, watch)
