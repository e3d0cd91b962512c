"""Delegates and deputies give their library's vote to another library, and take it back."""

from datetime import datetime

from handlers.consultations import buttons, proxy_screens, screens
from handlers.consultations.proxy_screens import Facts
from handlers.consultations.voting import VOTER
from handlers.context import Ask, Tap
from handlers.conversation import Guide, Misread, begin_card
from handlers.reply import Answer
from handlers.routes import on_tap, refusal
from storage.consultations import delegating, reading
from storage.consultations.reading import Card
from storage.consultations.rules import ConsultationId
from storage.database import Tx
from storage.drafts import Draft
from storage.membership import lists, search
from storage.people import Library, LibraryId, Person

LONGEST = 80
"""More than this is not a name."""


async def _card(ask: Ask, number: ConsultationId) -> Card | None:
    return await ask.db.read(reading.card, number, ask.person)


@on_tap(buttons.Proxy, may=VOTER, of_library=True)
async def proxy(tap: Tap[buttons.Proxy]) -> Answer:
    """Who casts the vote of one's library."""
    card = await _card(tap, tap.button.consultation_id)
    return screens.no_such(tap.say) if card is None else proxy_screens.proxy(card, tap.person, tap.say, tap.now)


def _advance(draft: Draft, said: str, now: datetime) -> Draft | Misread:  # noqa: ARG001 - as guides advance
    word, _, argument = said.partition(" ")
    if word == "/page" and argument.isascii() and argument.isdigit() and len(argument) <= len("999"):
        return draft.at(draft.step, page=int(argument), text=None)
    text = "".join(char if char.isprintable() else " " for char in said[:LONGEST]).strip()
    return draft.at(draft.step, text=text, page=None) if text else Misread("find-nothing-typed")


def _load(tx: Tx, draft: Draft, person: Person, now: datetime) -> Facts:  # noqa: ARG001 - as guides load
    card = reading.card(tx, ConsultationId(draft.data["consultation"]), person)
    if card is None:
        return Facts(None, ())
    others = [line.library for line in lists.all_libraries(tx) if card.one.terms.asks(line.library.kind)]
    others = [library for library in others if person.library is None or library.id != person.library.id]
    text = draft.data.get("text")
    return Facts(card.one, search.best(text, others, _words)[: lists.FOUND_AT_MOST] if text else others)


def _words(library: Library) -> tuple[str, ...]:
    return library.town, library.name, library.code


GUIDE = Guide("consultation_proxy", VOTER, _advance, proxy_screens.choose, _load)


@on_tap(buttons.ChooseProxy, may=VOTER, of_library=True)
async def choose(tap: Tap[buttons.ChooseProxy]) -> Answer:
    """Look for the library that is to cast the vote of one's own."""
    card = await _card(tap, tap.button.consultation_id)
    if card is None:
        return screens.no_such(tap.say)
    return await begin_card(tap, GUIDE, "choose", {"consultation": card.one.id})


@on_tap(buttons.GiveVote, may=VOTER, of_library=True)
async def give(tap: Tap[buttons.GiveVote]) -> Answer:
    """Give the vote of one's library to another, once it was asked about."""
    one, person = tap.button, tap.person
    to = await tap.db.read(_library, one.library_id)
    card = await _card(tap, one.consultation_id)
    if card is None or to is None:
        return screens.no_such(tap.say)
    if not one.sure:
        return proxy_screens.ask_give(card, to, tap.say)
    outcome = await tap.db.transact(delegating.give, one.consultation_id, one.library_id, person.id, tap.now)
    return proxy_screens.given(outcome, card, to, tap.say) or refusal(tap)


def _library(tx: Tx, library_id: LibraryId) -> Library | None:
    found = lists.library_card(tx, library_id)
    return found.library if found else None


@on_tap(buttons.TakeBack, may=VOTER, of_library=True)
async def take_back(tap: Tap[buttons.TakeBack]) -> Answer:
    """Take the vote of one's library back, once it was asked about."""
    one = tap.button
    if one.sure:
        outcome = await tap.db.transact(delegating.take_back, one.consultation_id, tap.person.id, tap.now)
        return proxy_screens.taken_back(outcome, one.consultation_id, tap.say) or refusal(tap)
    card = await _card(tap, one.consultation_id)
    if card is None:
        return screens.no_such(tap.say)
    return proxy_screens.ask_take_back(card, tap.person, tap.say, tap.now)


ROUTES = (proxy, choose, give, take_back)
