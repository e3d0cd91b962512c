"""Pseudonymous ballots: a key on a card of its own, and the voting cards that are reached from there."""

import secrets
from datetime import datetime

from handlers.consultations import ballot_buttons as buttons
from handlers.consultations import ballot_screens as screens
from handlers.consultations import question_screens, receipt_screens, voting_screens
from handlers.consultations.ballot_screens import Opened
from handlers.consultations.member import questions_of
from handlers.consultations.screens import no_such
from handlers.consultations.voting import VOTER
from handlers.context import Ask, Tap
from handlers.reply import Answer
from handlers.routes import on_tap, refusal
from handlers.screen import Screen
from storage.consultations import checking, reading, sealed
from storage.consultations.reading import Card
from storage.consultations.rules import ConsultationId, Key, QuestionId
from storage.consultations.sealed import SealedCast
from storage.consultations.voting import Reworded
from storage.database import Tx
from storage.people import LibraryId, Person

KEY = 12
"""Bytes of a key."""


@on_tap(buttons.AboutBallots, may=VOTER, of_library=True)
async def about(tap: Tap[buttons.AboutBallots]) -> Answer:
    """What a pseudonymous ballot is, before one is cast."""
    card = await _card(tap, tap.button.consultation_id)
    return no_such(tap.say) if card is None else screens.about(card, tap.say, tap.now)


@on_tap(buttons.NewKey, may=VOTER, of_library=True)
async def new_key(tap: Tap[buttons.NewKey]) -> Answer:
    """Give a key: it is on its card, in the voter's chat, and nowhere else."""
    card = await _card(tap, tap.button.consultation_id)
    if card is None:
        return no_such(tap.say)
    return screens.key_card(card, Key(secrets.token_urlsafe(KEY)), tap.say, tap.now)


async def _card(ask: Ask, number: ConsultationId) -> Card | None:
    """Find a consultation with pseudonymous ballots."""
    card = await ask.db.read(reading.card, number, ask.person)
    return card if card and card.one.sealed else None


@on_tap(buttons.UseKey, may=VOTER, of_library=True)
async def use_key(tap: Tap[buttons.UseKey]) -> Answer:
    """Show the first ballot that waits, below the card with the key."""
    card = await _card(tap, tap.button.consultation_id)
    if card is None:
        return no_such(tap.say)
    return await _ballot(tap, card.first_open, card.for_library or LibraryId(0), 0, tap.button.key)


@on_tap(buttons.OpenBallot, may=VOTER, of_library=True)
async def open_ballot(tap: Tap[buttons.OpenBallot]) -> Answer:
    """The ballot of a library on a question."""
    one = tap.button
    return await _ballot(tap, one.question_id, one.library_id, one.page, one.key)


async def _ballot(ask: Ask, question: QuestionId, library: LibraryId, page: int, key: Key) -> Screen:
    found = await ask.db.read(_opened, question, ask.person, library, key)
    return question_screens.gone(ask.say) if found is None else screens.ballot(found, page, ask.say, ask.now)


def _opened(tx: Tx, question: QuestionId, person: Person, library: LibraryId, key: Key) -> Opened | None:
    """Find a question with what the key opens of the ballot on it."""
    article = reading.article(tx, question, person, library)
    if article is None or not article.one.sealed:
        return None
    whose = article.library_id
    choices = sealed.opened(tx, article.one.id, whose, key) if whose and whose in article.casts else {}
    return Opened(article, key, choices.get(article.question.wording_id))


@on_tap(buttons.CastBallot, may=VOTER, of_library=True)
async def cast(tap: Tap[buttons.CastBallot]) -> Answer:
    """Cast a ballot, or change the one that the key opens."""
    one = tap.button
    outcome, found = await tap.db.transact(_cast, one, tap.person, tap.now)
    return screens.cast(outcome, found, one.choice, tap.say, tap.now) or refusal(tap)


def _cast(tx: Tx, one: buttons.CastBallot, person: Person, now: datetime) -> tuple[SealedCast, Opened | None]:
    outcome = sealed.cast(
        tx, one.question_id, one.wording_id, one.library_id, person.id, one.choice, one.key, now
    )  # fmt: skip
    return outcome, _opened(tx, one.question_id, person, one.library_id, one.key)


@on_tap(buttons.Ballots, may=VOTER, of_library=True)
async def ballots(tap: Tap[buttons.Ballots]) -> Answer:
    """All ballots of a library, a page of them."""
    one = tap.button
    found = await tap.db.read(questions_of, one.consultation_id, tap.person, one.library_id)
    if found is None or not found[0].one.sealed:
        return no_such(tap.say)
    card, every = found
    paths = screens.paths(card.one, one.library_id, one.key, tap.say)
    return question_screens.listed(every, one.page, card.one, paths, tap.say)


@on_tap(buttons.CastRest, may=VOTER, of_library=True)
async def cast_rest(tap: Tap[buttons.CastRest]) -> Answer:
    """Cast ballots for all questions that wait, once it was asked about; what has changed since is asked anew."""
    one, person = tap.button, tap.person
    if not one.sure:
        return _ask_rest(tap, await tap.db.read(reading.card, one.consultation_id, person))
    outcome = await tap.db.transact(
        sealed.cast_rest, one.consultation_id, one.version, one.library_id, person.id, one.key, tap.now
    )
    card = await tap.db.read(reading.card, one.consultation_id, person)
    if isinstance(outcome, Reworded):
        return _ask_rest(tap, card)
    return screens.rest(outcome, card, one.key, person, tap.say, tap.now) or refusal(tap)


def _ask_rest(tap: Tap[buttons.CastRest], card: Card | None) -> Screen:
    one = tap.button
    if card is None:
        return no_such(tap.say)
    if one.library_id not in card.casts:
        return refusal(tap)
    sure = buttons.CastRest(card.one.id, one.library_id, card.one.version, 1, one.key)
    back = buttons.Ballots(card.one.id, one.library_id, 0, one.key)
    return voting_screens.ask_rest(card, one.library_id, sure, back, tap.person, tap.say, tap.now)


@on_tap(buttons.CheckBallots, may=VOTER, of_library=True)
async def check(tap: Tap[buttons.CheckBallots]) -> Answer:
    """Find the ballots that the key opens in the ballot log."""
    one = tap.button
    card = await _card(tap, one.consultation_id)
    if card is None:
        return no_such(tap.say)
    if one.library_id not in card.casts:
        return refusal(tap)
    found = await tap.db.read(checking.by_key, card.one, one.library_id, one.key)
    back = buttons.Ballots(one.consultation_id, one.library_id, 0, one.key)
    return receipt_screens.by_key(found, card.one, back, tap.say)


ROUTES = (about, new_key, use_key, open_ballot, cast, ballots, cast_rest, check)
