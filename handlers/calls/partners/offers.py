"""Libraries seek and offer partnership, answer, and agree."""

from handlers.calls.partners import buttons, offer_screens, words
from handlers.calls.partners.offer_guide import GUIDE, LINE, LINE_GUIDE, SPEAKS, of_offer
from handlers.context import Ask, Tap
from handlers.conversation import again, begin_card, take_up_card
from handlers.reply import Answer
from handlers.routes import on_tap, refusal
from handlers.screen import Screen
from handlers.texts import Markup
from storage import drafts
from storage.calls import books, partner_reading, partners
from storage.calls.intents import NoSuch
from storage.calls.partner_rules import Answered, Offer, OfferId, Settled
from storage.calls.rules import CallId, NotForYou, Same, TooLate, Withdrawn
from storage.drafts import Gone, NotYours
from storage.people import LibraryId, Role

MEMBER = Role.LIBRARIAN


@on_tap(buttons.Offers, may=MEMBER)
async def offers(tap: Tap[buttons.Offers]) -> Answer:
    """What libraries seek and offer on a call."""
    return await _listed(tap, tap.button.call_id, tap.button.page)


async def _listed(ask: Ask, call_id: CallId, page: int) -> Screen:
    found = await ask.db.read(partner_reading.listed, call_id, ask.person, page, ask.now)
    return words.gone(ask.say) if found is None else offer_screens.listed(found, ask.say)


@on_tap(buttons.OpenOffer, may=MEMBER)
async def open_offer(tap: Tap[buttons.OpenOffer]) -> Answer:
    """What a library seeks or offers."""
    return await _card(tap, tap.button.offer_id)


async def _card(ask: Ask, offer_id: OfferId, *said: Markup | None) -> Screen:
    found = await ask.db.read(partner_reading.card, offer_id, ask.person, ask.now)
    return words.gone(ask.say) if found is None else offer_screens.card(found, ask.say, *said)


@on_tap(buttons.NewOffer, may=SPEAKS, of_library=True)
async def new_offer(tap: Tap[buttons.NewOffer]) -> Answer:
    """Say what one's library seeks or offers: go on where it was left, or begin anew."""
    call_id = tap.button.call_id
    call = await tap.db.read(books.find, call_id)
    if call is None or not call.runs(tap.now):
        return words.no(NoSuch() if call is None else TooLate(), tap.say)
    begun = await tap.db.read(drafts.of_feature, tap.person.id, partners.FEATURE)
    if begun is not None and not tap.button.anew:
        if begun.data["call"] == call_id:
            return await take_up_card(tap, GUIDE)
        other = await tap.db.read(books.find, CallId(begun.data["call"]))
        if other is not None and other.runs(tap.now) and "brings" in begun.data:
            return offer_screens.another(other, call_id, tap.say)
    step, data = await tap.db.read(of_offer, call_id, tap.person)
    return await begin_card(tap, GUIDE, step, data)


@on_tap(buttons.SayOffer, may=SPEAKS, of_library=True)
async def say_offer(tap: Tap[buttons.SayOffer]) -> Answer:
    """Put what is written before all."""
    one = tap.button
    outcome = await tap.db.transact(partners.say_draft, one.draft_id, one.version, tap.person, tap.now)
    match outcome:
        case Offer():
            return await _card(tap, outcome.id, tap.say("partner-said"))
        case NotYours() | NotForYou():
            return refusal(tap)
        case Gone():
            return await again(tap, GUIDE, words.ended(tap.say))
        case TooLate() | Withdrawn() | NoSuch():
            return words.no(outcome, tap.say)


@on_tap(buttons.WithdrawOffer, may=SPEAKS, of_library=True)
async def withdraw(tap: Tap[buttons.WithdrawOffer]) -> Answer:
    """Take an offer back, once it was asked about."""
    found = await tap.db.read(partner_reading.card, tap.button.offer_id, tap.person, tap.now)
    if found is None:
        return words.gone(tap.say)
    if not found.mine:
        return refusal(tap)
    if not tap.button.sure:
        return offer_screens.ask_withdraw(found, tap.say)
    outcome = await tap.db.transact(partners.withdraw, tap.button.offer_id, tap.person, tap.now)
    if isinstance(outcome, NotForYou):
        return refusal(tap)
    return offer_screens.withdrawn(found.call.id, tap.say)


@on_tap(buttons.AnswerOffer, may=SPEAKS, of_library=True)
async def answer(tap: Tap[buttons.AnswerOffer]) -> Answer:
    """Say that one's library is interested."""
    outcome = await tap.db.transact(partners.answer, tap.button.offer_id, tap.person, tap.now)
    match outcome:
        case Answered():
            return await _card(tap, tap.button.offer_id, tap.say("partner-answered"))
        case Same() | Settled():
            return await _card(tap, tap.button.offer_id)
        case NotForYou():
            return refusal(tap)
        case TooLate() | Withdrawn() | NoSuch():
            return words.no(outcome, tap.say)


@on_tap(buttons.TakeBackAnswer, may=SPEAKS, of_library=True)
async def take_back(tap: Tap[buttons.TakeBackAnswer]) -> Answer:
    """Say that one's library is not interested after all."""
    outcome = await tap.db.transact(partners.take_back, tap.button.offer_id, tap.person)
    if isinstance(outcome, NotForYou):
        return refusal(tap)
    said = tap.say("partner-taken-back") if isinstance(outcome, Answered) else None
    return await _card(tap, tap.button.offer_id, said)


@on_tap(buttons.AddLine, may=SPEAKS, of_library=True)
async def add_line(tap: Tap[buttons.AddLine]) -> Answer:
    """Write by which line one can be reached, if the other side accepts."""
    found = await tap.db.read(partner_reading.card, tap.button.offer_id, tap.person, tap.now)
    if found is None:
        return words.gone(tap.say)
    if found.reply is None or found.reply.person != tap.person.id:
        return offer_screens.card(found, tap.say)
    return await begin_card(tap, LINE_GUIDE, LINE, {"offer": tap.button.offer_id})


@on_tap(buttons.KeepLine, may=SPEAKS, of_library=True)
async def keep_line(tap: Tap[buttons.KeepLine]) -> Answer:
    """Keep the line that is written."""
    one = tap.button
    outcome = await tap.db.transact(partners.add_line_draft, one.draft_id, one.version, tap.person)
    match outcome:
        case Offer():
            return await _card(tap, outcome.id, tap.say("partner-line-kept"))
        case NotYours() | NotForYou():
            return refusal(tap)
        case Gone():
            return await again(tap, LINE_GUIDE, words.ended(tap.say))
        case NoSuch():
            return words.no(outcome, tap.say)


@on_tap(buttons.OpenAnswer, may=SPEAKS, of_library=True)
async def open_answer(tap: Tap[buttons.OpenAnswer]) -> Answer:
    """The answer of a library to what one's own seeks or offers."""
    return await _answer(tap, tap.button.offer_id, tap.button.library_id)


async def _answer(ask: Ask, offer_id: OfferId, library: LibraryId) -> Screen:
    found = await ask.db.read(partner_reading.answer, offer_id, library, ask.person, ask.now)
    if found is not None:
        return offer_screens.answer(*found, ask.say)
    card = await ask.db.read(partner_reading.card, offer_id, ask.person, ask.now)
    if card is not None and not card.mine:
        return refusal(ask)
    if card is None:
        return words.gone(ask.say)
    return offer_screens.card(card, ask.say, ask.say("partner-answer-gone"))


@on_tap(buttons.Settle, may=SPEAKS, of_library=True)
async def settle(tap: Tap[buttons.Settle]) -> Answer:
    """Accept or refuse the answer of a library."""
    one = tap.button
    outcome = await tap.db.transact(
        partners.settle, one.offer_id, one.library_id, tap.person, tap.now, accept=bool(one.accept)
    )
    if isinstance(outcome, NotForYou):
        return refusal(tap)
    if isinstance(outcome, TooLate | Withdrawn):
        return words.no(outcome, tap.say)
    return await _answer(tap, one.offer_id, one.library_id)


ROUTES = (
    offers, open_offer, new_offer, say_offer, withdraw, answer, take_back, add_line, keep_line, open_answer, settle,
)  # fmt: skip
