"""Libraries with a granted project set its milestones and reports."""

from handlers.calls.partners import consortium_buttons as buttons
from handlers.calls.partners import consortium_screens, words
from handlers.calls.partners import milestone_screens as screens
from handlers.calls.partners.milestone_guide import DAY, GUIDE, KIND
from handlers.calls.partners.offer_guide import READY, SPEAKS
from handlers.context import Ask, Tap
from handlers.conversation import again, begin_card
from handlers.reply import Answer
from handlers.routes import on_tap, refusal
from handlers.screen import Screen
from handlers.texts import Markup
from storage.calls import consortium_reading, milestones
from storage.calls.intents import NoSuch
from storage.calls.milestone_rules import NotGranted, TooMany
from storage.calls.milestones import Own, Set
from storage.calls.rules import CallId, Deadline, DeadlineId, DeadlineKind, NotForYou, TooLate, Withdrawn
from storage.drafts import Gone, NotYours
from storage.people import Role


@on_tap(buttons.Project, may=Role.LIBRARIAN, of_library=True)
async def project(tap: Tap[buttons.Project]) -> Answer:
    """The deadlines of a library's project."""
    return await _project(tap, tap.button.call_id)


async def _project(ask: Ask, call_id: CallId, *said: Markup | None) -> Screen:
    found = await ask.db.read(milestones.project, call_id, ask.person)
    return words.gone(ask.say) if found is None else screens.project(found, ask.say, ask.now, *said)


@on_tap(buttons.OpenOwn, may=Role.LIBRARIAN, of_library=True)
async def open_own(tap: Tap[buttons.OpenOwn]) -> Answer:
    """A deadline of a library's project."""
    found = await _find(tap, tap.button.deadline_id)
    return words.gone(tap.say) if found is None else screens.own(found, tap.say, tap.now)


async def _find(ask: Ask, number: DeadlineId) -> Own | None:
    return await ask.db.read(milestones.find, number, ask.person, ask.now)


@on_tap(buttons.NewOwn, may=SPEAKS, of_library=True)
async def new_own(tap: Tap[buttons.NewOwn]) -> Answer:
    """Add a milestone or a report."""
    one = tap.button
    found = await tap.db.read(milestones.project, one.call_id, tap.person)
    if found is None:
        return words.gone(tap.say)
    of = None if one.consortium_id == buttons.NO_CONSORTIUM else one.consortium_id
    if of is not None and of != found.leads:
        return refusal(tap)
    if not found.may:
        return words.no(NotGranted(), tap.say, words.to_call(one.call_id, tap.say))
    return await begin_card(tap, GUIDE, KIND, milestones.begun(one.call_id, of))


@on_tap(buttons.ChangeOwn, may=SPEAKS, of_library=True)
async def change(tap: Tap[buttons.ChangeOwn]) -> Answer:
    """Change a deadline."""
    found = await _find(tap, tap.button.deadline_id)
    if found is None:
        return words.gone(tap.say)
    if not found.may:
        return refusal(tap)
    step = DAY if found.deadline.kind is DeadlineKind.PAPERS else READY
    return await begin_card(tap, GUIDE, step, milestones.of_deadline(found.call.id, found.deadline))


@on_tap(buttons.SetOwn, may=SPEAKS, of_library=True)
async def set_own(tap: Tap[buttons.SetOwn]) -> Answer:
    """Keep the deadline that is written."""
    one = tap.button
    outcome = await tap.db.transact(milestones.set_draft, one.draft_id, one.version, tap.person, tap.now)
    match outcome:
        case Set(deadline=Deadline(kind=DeadlineKind.PAPERS, consortium=int(of))):
            card = await tap.db.read(consortium_reading.card, of, tap.person)
            if card is None:
                return words.gone(tap.say)
            return consortium_screens.card(card, tap.say, tap.now, tap.say("project-set-for-all"))
        case Set(call=call, deadline=Deadline(consortium=of)):
            return await _project(tap, call.id, tap.say("project-set" if of is None else "project-set-for-all"))
        case NotYours() | NotForYou():
            return refusal(tap)
        case Gone():
            return await again(tap, GUIDE, words.ended(tap.say))
        case Withdrawn() | TooLate() | NotGranted() | TooMany() | NoSuch():
            return words.no(outcome, tap.say)


@on_tap(buttons.StrikeOwn, may=SPEAKS, of_library=True)
async def strike(tap: Tap[buttons.StrikeOwn]) -> Answer:
    """Strike a deadline out, once it was asked about."""
    one = tap.button
    found = await _find(tap, one.deadline_id)
    if found is None:
        return words.gone(tap.say)
    if not found.may:
        return refusal(tap)
    if not one.sure:
        return screens.ask_strike(found, tap.say, tap.now)
    outcome = await tap.db.transact(milestones.strike, one.deadline_id, tap.person, tap.now)
    match outcome:
        case Set(call=call, deadline=Deadline(consortium=of)):
            return await _project(tap, call.id, tap.say("project-struck" if of is None else "project-struck-for-all"))
        case NotForYou():
            return refusal(tap)
        case Withdrawn() | TooLate() | NotGranted() | TooMany() | NoSuch():
            return words.no(outcome, tap.say)


ROUTES = (project, open_own, new_own, change, set_own, strike)
