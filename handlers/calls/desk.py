"""What the office does with calls that are published."""

import asyncio

from handlers.calls import desk_buttons as buttons
from handlers.calls import desk_lists, sheet
from handlers.calls import desk_outcomes as outcomes
from handlers.calls import desk_screens as screens
from handlers.context import Ask, Tap
from handlers.reply import Answer
from handlers.routes import on_tap
from handlers.screen import File, Screen
from storage.calls import books, desk, publishing, reading, report
from storage.calls.desk import Version
from storage.calls.rules import Call, CallId, Intent, State
from storage.database import Tx
from storage.people import Role

STAFF = Role.STAFF
ENDS = {State.CLOSED: publishing.close, State.WITHDRAWN: publishing.withdraw}


@on_tap(buttons.OfficeCalls, may=STAFF)
async def calls(tap: Tap[buttons.OfficeCalls]) -> Answer:
    """The calls that run, or those that are over."""
    button, past = tap.button, bool(tap.button.past)
    found = await tap.db.read(reading.past if past else reading.running, tap.person, button.page, tap.now)
    return screens.listed(found, tap.say, tap.now, past=past)


@on_tap(buttons.OfficeCall, may=STAFF)
async def call(tap: Tap[buttons.OfficeCall]) -> Answer:
    """A call's card for the office."""
    found = await tap.db.read(desk.overview, tap.button.call_id)
    return screens.no_such(tap.say) if found is None else screens.card(found, tap.say, tap.now)


@on_tap(buttons.EndCall, may=STAFF)
async def end(tap: Tap[buttons.EndCall]) -> Answer:
    """Close a call or withdraw it, once it was asked about."""
    number, state = tap.button.call_id, tap.button.state
    if state not in ENDS:
        return screens.no_such(tap.say)
    if tap.button.sure:
        return outcomes.ended(await tap.db.transact(ENDS[state], number, tap.person.id, tap.now), tap.say)
    found = await tap.db.read(desk.overview, number)
    if found is None:
        return screens.no_such(tap.say)
    return outcomes.ask_end(found, state, tap.say) if found.call.state is State.OPEN else outcomes.over(
        found.call, tap.say)  # fmt: skip


@on_tap(buttons.RemindUndecided, may=STAFF)
async def remind(tap: Tap[buttons.RemindUndecided]) -> Answer:
    """Remind the libraries that have not decided, once it was asked about."""
    number = tap.button.call_id
    if tap.button.sure:
        return outcomes.reminded(
            number, await tap.db.transact(desk.remind, number, tap.person.id, tap.now), tap.say
        )  # fmt: skip
    found = await tap.db.read(desk.overview, number)
    if found is None:
        return screens.no_such(tap.say)
    return outcomes.ask_remind(found, tap.say) if found.call.runs(tap.now) else outcomes.over(found.call, tap.say)


@on_tap(buttons.CallLibraries, may=STAFF)
async def libraries(tap: Tap[buttons.CallLibraries]) -> Answer:
    """The libraries by what they intend."""
    button = tap.button
    of = button.of if button.of in {*Intent, buttons.UNDECIDED, buttons.FOLLOWED} else ""
    found = await tap.db.read(desk.overview, button.call_id)
    return _no_such(tap) if found is None else desk_lists.libraries(found, of, button.page, tap.say, tap.now)


@on_tap(buttons.NotOpened, may=STAFF)
async def not_opened(tap: Tap[buttons.NotOpened]) -> Answer:
    """The libraries in which nobody has opened the call."""
    found = await tap.db.read(desk.overview, tap.button.call_id)
    return _no_such(tap) if found is None else desk_lists.not_opened(found, tap.button.page, tap.say)


@on_tap(buttons.NotSeen, may=STAFF)
async def not_seen(tap: Tap[buttons.NotSeen]) -> Answer:
    """Those who have not confirmed that they have seen a change."""
    found = await tap.db.read(desk.overview, tap.button.call_id)
    return _no_such(tap) if found is None else desk_lists.not_seen(found, tap.button.page, tap.say)


@on_tap(buttons.CallHistory, may=STAFF)
async def history(tap: Tap[buttons.CallHistory]) -> Answer:
    """The versions of a call."""
    found = await tap.db.read(_history, tap.button.call_id)
    return _no_such(tap) if found is None else desk_lists.history(*found, tap.button.page, tap.say, tap.now)


def _history(tx: Tx, number: CallId) -> tuple[Call, list[Version]] | None:
    one = books.find(tx, number)
    return None if one is None else (one, desk.history(tx, number))


@on_tap(buttons.CallSheet, may=STAFF)
async def spreadsheet(tap: Tap[buttons.CallSheet]) -> Answer:
    """Everything about a call, written beside the event loop."""
    number = tap.button.call_id
    found = await tap.db.read(report.whole, number)
    if found is None:
        return _no_such(tap)
    content = await asyncio.to_thread(sheet.everything, found, tap.say, tap.now)
    title = found.overview.call.details.title(tap.say.language)
    return File(tap.say.label("call-sheet-file", number=str(number)), content, tap.say("call-sheet-caption",
                title=title))  # fmt: skip


def _no_such(tap: Ask) -> Screen:
    return screens.no_such(tap.say)


ROUTES = (calls, call, end, remind, libraries, not_opened, not_seen, history, spreadsheet)
