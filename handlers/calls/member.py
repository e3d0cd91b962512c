"""What members read of calls: the lists, a card, its documents and calendar files."""

from handlers.calls import buttons, calendar, card_screens, deadline_screens, screens
from handlers.context import Ask, Command, Tap
from handlers.reply import Answer
from handlers.routes import on_command, on_link, on_tap
from handlers.screen import Ready, Screen
from storage.calls import following, reading
from storage.calls.reading import Card
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
    offer = await ask.db.read(following.unasked, ask.person.id)
    if offer:
        await ask.db.transact(following.asked, ask.person.id)
    found = await ask.db.read(reading.running, ask.person, page, ask.now, topic)
    return screens.running(found, topic, ask.person, ask.say, ask.now, offer=offer)


@on_tap(buttons.Topics, may=MEMBER)
async def topics(tap: Tap[buttons.Topics]) -> Answer:
    """The topics by which calls can be listed."""
    return screens.topics(tap.say)


@on_tap(buttons.PastCalls, may=MEMBER)
async def past(tap: Tap[buttons.PastCalls]) -> Answer:
    """A page of the calls that are over."""
    return screens.past(await tap.db.read(reading.past, tap.person, tap.button.page, tap.now), tap.say, tap.now)


@on_tap(buttons.OurCalls, may=MEMBER, of_library=True)
async def ours(tap: Tap[buttons.OurCalls]) -> Answer:
    """A page of the calls on which my library has declared something."""
    return screens.ours(await tap.db.read(reading.mine, tap.person, tap.button.page), tap.say, tap.now)


@on_link(LINK, may=MEMBER)
async def link(command: Command) -> Answer:
    """A link to a call."""
    number = command.argument
    known = number.isascii() and number.isdigit() and len(number) <= DIGITS
    return await _opened(command, CallId(int(number))) if known else screens.no_such(command.say)


@on_tap(buttons.OpenCall, may=MEMBER)
async def open_call(tap: Tap[buttons.OpenCall]) -> Answer:
    """A call's card."""
    return await _opened(tap, tap.button.call_id)


@on_tap(buttons.OpenBelow, may=MEMBER)
async def open_below(tap: Tap[buttons.OpenBelow]) -> Answer:
    """A call's card, and what led to it stays."""
    return await _opened(tap, tap.button.call_id)


async def _opened(ask: Ask, call_id: CallId) -> Screen:
    one = await ask.db.transact(reading.open_card, call_id, ask.person, ask.now)
    return screens.no_such(ask.say) if one is None else card_screens.card(one, ask.say, ask.now)


async def _card(ask: Ask, call_id: CallId) -> Card | None:
    return await ask.db.read(reading.card, call_id, ask.person)


@on_tap(buttons.About, may=MEMBER)
async def about(tap: Tap[buttons.About]) -> Answer:
    """What a call is about."""
    one = await _card(tap, tap.button.call_id)
    return screens.no_such(tap.say) if one is None else card_screens.about(one, tap.say)


@on_tap(buttons.Documents, may=MEMBER)
async def documents(tap: Tap[buttons.Documents]) -> Answer:
    """The documents of a call, and its card below them."""
    one = await _card(tap, tap.button.call_id)
    if one is None:
        return screens.no_such(tap.say)
    card = card_screens.card(one, tap.say, tap.now)
    if not one.call.details.documents:
        return card
    return [Ready(card_screens.documents(one, tap.say), lambda _: Screen(tap.say("call-no-documents"))), card]


@on_tap(buttons.Deadlines, may=MEMBER)
async def deadlines(tap: Tap[buttons.Deadlines]) -> Answer:
    """All deadlines of a call."""
    one = await _card(tap, tap.button.call_id)
    return (
        screens.no_such(tap.say) if one is None else deadline_screens.deadlines(one, tap.button.page, tap.say, tap.now)
    )


@on_tap(buttons.OpenDeadline, may=MEMBER)
async def open_deadline(tap: Tap[buttons.OpenDeadline]) -> Answer:
    """One deadline of a call."""
    one = await _card(tap, tap.button.call_id)
    if one is None:
        return screens.no_such(tap.say)
    found = one.deadline(tap.button.deadline_id)
    if found is None:
        return deadline_screens.deadlines(one, 0, tap.say, tap.now)
    return deadline_screens.deadline(one, found, tap.say, tap.now)


@on_tap(buttons.ToCalendar, may=MEMBER)
async def to_calendar(tap: Tap[buttons.ToCalendar]) -> Answer:
    """A calendar file of a deadline, or of all to come."""
    one = await _card(tap, tap.button.call_id)
    if one is None:
        return screens.no_such(tap.say)
    made = calendar.file(one, tap.button.deadline_id, tap.reach.bot_username, tap.say, tap.now)
    return deadline_screens.deadlines(one, 0, tap.say, tap.now) if made is None else made


ROUTES = (
    calls, calls_page, topics, past, ours, link, open_call, open_below, about, documents, deadlines, open_deadline,
    to_calendar,
)  # fmt: skip
