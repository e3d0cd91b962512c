"""Libraries found, join, lead and leave consortia."""

from handlers.calls.partners import consortium_buttons as buttons
from handlers.calls.partners import consortium_screens as screens
from handlers.calls.partners import words
from handlers.calls.partners.consortium_guide import CHOOSE, GUIDE, INVITE_GUIDE, NAME
from handlers.calls.partners.offer_guide import SPEAKS
from handlers.context import Ask, Tap
from handlers.conversation import again, begin_card
from handlers.reply import Answer
from handlers.routes import on_tap, refusal
from handlers.screen import Screen
from handlers.texts import Markup
from storage.calls import books, consortia, consortium_reading
from storage.calls.consortia import Invited, Joined
from storage.calls.consortium_reading import Card, Tie
from storage.calls.consortium_rules import (
    Consortium,
    Elsewhere,
    NotIntending,
    NotInvited,
    Out,
    Uninvited,
)
from storage.calls.intents import NoSuch
from storage.calls.rules import ConsortiumId, NotForYou, Same, TooLate, Withdrawn
from storage.database import Tx
from storage.drafts import Gone, NotYours
from storage.membership import lists
from storage.people import Library, LibraryId, Role


@on_tap(buttons.OpenConsortium, may=Role.LIBRARIAN, of_library=True)
async def open_consortium(tap: Tap[buttons.OpenConsortium]) -> Answer:
    """A consortium's card."""
    return await _card(tap, tap.button.consortium_id)


async def _find(ask: Ask, number: ConsortiumId) -> Card | None:
    return await ask.db.read(consortium_reading.card, number, ask.person)


async def _card(ask: Ask, number: ConsortiumId, *said: Markup | None) -> Screen:
    found = await _find(ask, number)
    return words.gone(ask.say) if found is None else screens.card(found, ask.say, ask.now, *said)


@on_tap(buttons.NewConsortium, may=SPEAKS, of_library=True)
async def new_consortium(tap: Tap[buttons.NewConsortium]) -> Answer:
    """Name a consortium."""
    call = await tap.db.read(books.find, tap.button.call_id)
    if call is None or not call.runs(tap.now):
        return words.no(NoSuch() if call is None else TooLate(), tap.say)
    return await begin_card(tap, GUIDE, NAME, {"call": call.id})


@on_tap(buttons.Found, may=SPEAKS, of_library=True)
async def found(tap: Tap[buttons.Found]) -> Answer:
    """Found the consortium that is named."""
    one = tap.button
    outcome = await tap.db.transact(consortia.found_draft, one.draft_id, one.version, tap.person, tap.now)
    match outcome:
        case Consortium():
            return await _card(tap, outcome.id, tap.say("consortium-founded"))
        case NotYours() | NotForYou():
            return refusal(tap)
        case Gone():
            return await again(tap, GUIDE, words.ended(tap.say))
        case Withdrawn() | TooLate() | NoSuch() | NotIntending() | Elsewhere():
            return words.no(outcome, tap.say)


@on_tap(buttons.ChooseMember, may=SPEAKS, of_library=True)
async def choose(tap: Tap[buttons.ChooseMember]) -> Answer:
    """Look for a library to invite."""
    card = await _find(tap, tap.button.consortium_id)
    if card is None:
        return words.gone(tap.say)
    if card.tie is not Tie.LEAD:
        return refusal(tap)
    return await begin_card(tap, INVITE_GUIDE, CHOOSE, {"consortium": card.consortium.id})


def _library(tx: Tx, library_id: LibraryId) -> Library | None:
    there = lists.library_card(tx, library_id)
    return there.library if there else None


@on_tap(buttons.InviteMember, may=SPEAKS, of_library=True)
async def invite(tap: Tap[buttons.InviteMember]) -> Answer:
    """Invite a library, once it was asked about."""
    one = tap.button
    card, library = await _find(tap, one.consortium_id), await tap.db.read(_library, one.library_id)
    if card is None or library is None:
        return words.gone(tap.say)
    if card.tie is not Tie.LEAD:
        return refusal(tap)
    if not one.sure:
        return screens.ask_invite(card, library, tap.say)
    outcome = await tap.db.transact(consortia.invite, one.consortium_id, library.id, tap.person, tap.now)
    match outcome:
        case Invited(asked=asked):
            key = "consortium-invited" if asked else "consortium-invited-nobody"
            return await _card(tap, one.consortium_id, tap.say(key, library=library.name))
        case Same():
            return await _card(tap, one.consortium_id)
        case Elsewhere():
            return await _card(tap, one.consortium_id, tap.say("consortium-theirs", library=library.name))
        case NotForYou():
            return refusal(tap)
        case Withdrawn() | TooLate() | NoSuch():
            return words.no(outcome, tap.say)


@on_tap(buttons.JoinConsortium, may=SPEAKS, of_library=True)
async def join(tap: Tap[buttons.JoinConsortium]) -> Answer:
    """Accept an invitation."""
    number = tap.button.consortium_id
    outcome = await tap.db.transact(consortia.join, number, tap.person, tap.now)
    match outcome:
        case Joined():
            call = await tap.db.read(books.find, outcome.consortium.call_id)
            return words.gone(tap.say) if call is None else screens.joined(outcome, call, tap.say)
        case Same():
            return await _card(tap, number)
        case NotForYou():
            return refusal(tap)
        case Withdrawn() | TooLate() | NoSuch() | Elsewhere() | NotInvited():
            return words.no(outcome, tap.say)


@on_tap(buttons.RefuseConsortium, may=SPEAKS, of_library=True)
async def refuse(tap: Tap[buttons.RefuseConsortium]) -> Answer:
    """Refuse an invitation."""
    outcome = await tap.db.transact(consortia.refuse, tap.button.consortium_id, tap.person, tap.now)
    match outcome:
        case Consortium():
            return screens.refused(outcome.name, outcome.call_id, tap.say)
        case NotForYou():
            return refusal(tap)
        case NotInvited() | NoSuch():
            return words.no(outcome, tap.say)


@on_tap(buttons.LeaveConsortium, may=SPEAKS, of_library=True)
async def leave(tap: Tap[buttons.LeaveConsortium]) -> Answer:
    """Leave a consortium, once it was asked about; the lead names another first."""
    one = tap.button
    card = await _find(tap, one.consortium_id)
    if card is None:
        return words.gone(tap.say)
    if card.tie is Tie.INVITED:
        return refusal(tap)
    if not one.sure:
        return screens.ask_leave(card, one.to, tap.say)
    to = None if one.to == buttons.NO_LIBRARY else one.to
    outcome = await tap.db.transact(consortia.leave, one.consortium_id, tap.person, to, tap.now)
    if isinstance(outcome, NotForYou):
        return refusal(tap)
    if isinstance(outcome, NoSuch):
        return words.no(outcome, tap.say)
    return screens.left(card, outcome[1], tap.say)


@on_tap(buttons.PutOut, may=SPEAKS, of_library=True)
async def put_out(tap: Tap[buttons.PutOut]) -> Answer:
    """Put a library out, or take back that it is invited, once it was asked about."""
    one = tap.button
    card = await _find(tap, one.consortium_id)
    if card is None:
        return words.gone(tap.say)
    if card.tie is not Tie.LEAD:
        return refusal(tap)
    if not one.sure:
        return screens.ask_put_out(card, one.library_id, tap.say)
    outcome = await tap.db.transact(consortia.put_out, one.consortium_id, one.library_id, tap.person, tap.now)
    match outcome:
        case Out() | Uninvited():
            key = "consortium-put-out" if isinstance(outcome, Out) else "consortium-uninvited"
            return await _card(tap, one.consortium_id, tap.say(key, library=card.names[one.library_id]))
        case Same():
            return await _card(tap, one.consortium_id)
        case NotForYou():
            return refusal(tap)
        case NoSuch():
            return words.no(outcome, tap.say)


@on_tap(buttons.TakeLead, may=SPEAKS, of_library=True)
async def take_lead(tap: Tap[buttons.TakeLead]) -> Answer:
    """Lead a consortium for whose lead nobody speaks any more."""
    outcome = await tap.db.transact(consortia.take_lead, tap.button.consortium_id, tap.person, tap.now)
    match outcome:
        case Consortium():
            return await _card(tap, outcome.id, tap.say("consortium-you-lead"))
        case Same():
            return await _card(tap, tap.button.consortium_id)
        case NotForYou():
            card = await _find(tap, tap.button.consortium_id)
            led = card is not None and card.tie is Tie.MEMBER
            return await _card(tap, tap.button.consortium_id, tap.say("consortium-led")) if led else refusal(tap)
        case NoSuch():
            return words.no(outcome, tap.say)


ROUTES = (open_consortium, new_consortium, found, choose, invite, join, refuse, leave, put_out, take_lead)
