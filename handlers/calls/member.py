"""What members read of calls: the lists, and a card."""

from handlers.calls import buttons, screens
from handlers.context import Ask, Command, Tap
from handlers.reply import Answer
from handlers.routes import on_command, on_link, on_tap
from handlers.screen import Screen
from storage.calls import reading
from storage.calls.rules import CallId, Topic
from storage.people import Role

MEMBER = Role.LIBRARIAN

LINK = "r_"
"""Links to calls begin so."""

DIGITS = 18
"""So many digits fit the books."""


@on_command("calls", "razpisi", may=MEMBER)
async def calls(command: Command) -> Answer:
    """/calls: what there is to apply to."""
    return await _running(command, 0, "")


@on_tap(buttons.Calls, may=MEMBER)
async def calls_page(tap: Tap[buttons.Calls]) -> Answer:
    """A page of what there is to apply to."""
    return await _running(tap, tap.button.page, tap.button.topic)


async def _running(ask: Ask, page: int, said: str) -> Screen:
    topic = Topic(said) if said in list(Topic) else None
    found = await ask.db.read(reading.running, ask.person, page, ask.now, topic)
    return screens.running(found, topic, ask.say, ask.now)


@on_tap(buttons.Topics, may=MEMBER)
async def topics(tap: Tap[buttons.Topics]) -> Answer:
    """The topics by which calls can be listed."""
    return screens.topics(tap.say)


@on_tap(buttons.PastCalls, may=MEMBER)
async def past(tap: Tap[buttons.PastCalls]) -> Answer:
    """A page of the calls that are over."""
    page = tap.button.page
    return screens.past(await tap.db.read(reading.past, tap.person, page, tap.now), tap.say, tap.now)


@on_tap(buttons.OurCalls, may=MEMBER, of_library=True)
async def ours(tap: Tap[buttons.OurCalls]) -> Answer:
    """A page of the calls on which my library has declared something."""
    page = tap.button.page
    return screens.ours(await tap.db.read(reading.mine, tap.person, page), tap.say, tap.now)


@on_link(LINK, may=MEMBER)
async def link(command: Command) -> Answer:
    """A link to a call."""
    number = command.argument
    known = number.isascii() and number.isdigit() and len(number) <= DIGITS
    return await _card(command, CallId(int(number))) if known else screens.no_such(command.say)


@on_tap(buttons.OpenCall, may=MEMBER)
async def open_call(tap: Tap[buttons.OpenCall]) -> Answer:
    """A call's card."""
    return await _card(tap, tap.button.call_id)


async def _card(ask: Ask, call_id: CallId) -> Screen:
    one = await ask.db.transact(reading.open_card, call_id, ask.person, ask.now)
    return screens.no_such(ask.say) if one is None else screens.card(one, ask.say, ask.now)


ROUTES = (calls, calls_page, topics, past, ours, link, open_call)
