"""What members do with offers of a seat, with the answers to questions, and with reasons."""

from handlers.context import Tap
from handlers.conversation import again, take_up_card
from handlers.events import answering, card, reason, seat_buttons, seat_screens, swap_screens
from handlers.events.member import MEMBER, look
from handlers.reply import Answer
from handlers.routes import on_tap, refusal
from handlers.screen import Screen
from storage.drafts import Gone, NotYours
from storage.events import actions
from storage.events import answering as books
from storage.events.actions import Answered, NoSuch, Registration
from storage.events.answering import Missing, Purpose
from storage.events.seats import Closed
from storage.events.substituting import Taking


@on_tap(seat_buttons.Accept, may=MEMBER)
async def accept(tap: Tap[seat_buttons.Accept]) -> Answer:
    """Take the seat that was offered, or one that is for the first."""
    outcome = await tap.db.transact(actions.accept, tap.button.event_id, tap.person.id, tap.now)
    return seat_screens.answered(outcome, tap.say, tap.now)


@on_tap(seat_buttons.Refuse, may=MEMBER)
async def refuse(tap: Tap[seat_buttons.Refuse]) -> Answer:
    """Leave the seat to the next, once it was asked about."""
    if not tap.button.sure:
        one = await look(tap, tap.button.event_id)
        return card.no_such(tap.say) if one is None else seat_screens.ask_refuse(one, tap.say, tap.now)
    outcome = await tap.db.transact(actions.refuse, tap.button.event_id, tap.person.id, tap.now)
    return seat_screens.answered(outcome, tap.say, tap.now)


@on_tap(seat_buttons.WaitAgain, may=MEMBER)
async def wait_again(tap: Tap[seat_buttons.WaitAgain]) -> Answer:
    """Take back that an offer was refused."""
    outcome = await tap.db.transact(actions.take_back_refusal, tap.button.event_id, tap.person.id, tap.now)
    return seat_screens.answered(outcome, tap.say, tap.now)


@on_tap(seat_buttons.MyAnswers, may=MEMBER)
async def my_answers(tap: Tap[seat_buttons.MyAnswers]) -> Answer:
    """Show what I have answered; until registration closes it can be changed."""
    event_id = tap.button.event_id
    given = await tap.db.read(books.given, event_id, tap.person.id)
    one = await look(tap, event_id)
    if one is None or given is None or not given.event.details.questions or tap.now >= given.event.details.closes_at:
        return card.no_such(tap.say) if one is None else card.card(one, tap.say, tap.now)
    skipped = {question.id: "" for question in given.event.details.questions if not question.required}
    return await answering.begin(tap, event_id, Purpose.CHANGE, answers={**skipped, **given.answers})


@on_tap(seat_buttons.ResumeAnswers, may=MEMBER)
async def resume(tap: Tap[seat_buttons.ResumeAnswers]) -> Answer:
    """Go on with the answers that wait."""
    return await take_up_card(tap, answering.GUIDE) or Screen(tap.say("conversation-gone"))


@on_tap(seat_buttons.AnswerAnew, may=MEMBER)
async def anew(tap: Tap[seat_buttons.AnswerAnew]) -> Answer:
    """Let the answers that wait be thrown away."""
    button = tap.button
    if await look(tap, button.event_id) is None:
        return card.no_such(tap.say)
    given = await tap.db.read(books.given, button.event_id, tap.person.id)
    answers = given.answers if given and button.purpose is Purpose.CHANGE else None
    return await answering.begin(tap, button.event_id, button.purpose, button.swap_id, answers, anew=True)


@on_tap(seat_buttons.SendAnswers, may=MEMBER)
async def send(tap: Tap[seat_buttons.SendAnswers]) -> Answer:
    """Do what the questions were answered for."""
    button = tap.button
    outcome = await tap.db.transact(books.send, button.draft_id, button.version, tap.person, tap.now)
    match outcome:
        case NotYours():
            return refusal(tap)
        case Gone() | Missing():
            why = tap.say("answers-missing") if isinstance(outcome, Missing) else None
            return await again(tap, answering.GUIDE, why=why)
        case tuple():
            return seat_screens.registered_all(outcome, tap.say)
        case Taking():
            return swap_screens.taken(outcome, tap.say, tap.now)
        case Answered(one):
            return card.said(tap.say("answers-kept"), one, tap.say, tap.now)
        case Registration(Closed(), one) if one.mine is not None:
            return card.said(tap.say("answers-closed"), one, tap.say, tap.now)
        case Registration() | NoSuch():
            return seat_screens.registered(outcome, tap.say, tap.now)
    return swap_screens.gone(tap.say)


@on_tap(seat_buttons.SendReason, may=MEMBER)
async def send_reason(tap: Tap[seat_buttons.SendReason]) -> Answer:
    """Give up a seat for the reason that was given."""
    button = tap.button
    outcome = await tap.db.transact(books.give_up, button.draft_id, button.version, tap.person.id, tap.now)
    match outcome:
        case NotYours():
            return refusal(tap)
        case Gone() | Missing():
            return await take_up_card(tap, reason.GUIDE) or Screen(tap.say("conversation-gone"))
    return seat_screens.unregistered(outcome, tap.say, tap.now)


ROUTES = (accept, refuse, wait_again, my_answers, resume, anew, send, send_reason)
