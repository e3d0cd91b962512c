"""Delegates and deputies cast the votes of libraries; librarians take stances."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from handlers.consultations import buttons, screens, voting_screens
from handlers.context import Tap
from handlers.reference import new_reference
from handlers.reply import Answer
from handlers.routes import on_tap, refusal
from handlers.screen import Screen
from storage.consultations import reading, voting
from storage.consultations.reading import Article, Card
from storage.consultations.rules import QuestionId, Receipt
from storage.consultations.voting import Reworded
from storage.database import Tx
from storage.people import LibraryId, Person, Role

P = ParamSpec("P")
T = TypeVar("T")

VOTER = Role.DEPUTY
HALF = 4
"""Letters and digits on each side of a receipt's hyphen."""


def new_receipt() -> Receipt:
    """Make a receipt that nobody can guess."""
    return Receipt(f"{new_reference(HALF)}-{new_reference(HALF)}")


def then_look(
    tx: Tx, question: QuestionId, person: Person, library: LibraryId | None,
    action: Callable[Concatenate[Tx, P], T], *args: P.args, **kwargs: P.kwargs,
) -> tuple[T, Article | None]:  # fmt: skip
    """Do something, and look at a question as it stands then."""
    return action(tx, *args, **kwargs), reading.article(tx, question, person, library)


@on_tap(buttons.Vote, may=VOTER, of_library=True)
async def vote(tap: Tap[buttons.Vote]) -> Answer:
    """Cast the vote of a library on a question."""
    one, person = tap.button, tap.person
    outcome, article = await tap.db.transact(
        then_look, one.question_id, person, one.library_id, voting.cast,
        one.question_id, one.wording_id, one.library_id, person.id, one.choice, new_receipt(), tap.now,
    )  # fmt: skip
    return voting_screens.voted(outcome, article, one.choice, person, tap.say, tap.now) or refusal(tap)


@on_tap(buttons.Lean, may=Role.LIBRARIAN, of_library=True)
async def lean(tap: Tap[buttons.Lean]) -> Answer:
    """Take a stance on a question."""
    one, person = tap.button, tap.person
    outcome, article = await tap.db.transact(
        then_look, one.question_id, person, None, voting.lean,
        one.question_id, one.wording_id, person.id, one.choice, tap.now,
    )  # fmt: skip
    return voting_screens.leaned(outcome, article, person, tap.say, tap.now) or refusal(tap)


@on_tap(buttons.VoteRest, may=VOTER, of_library=True)
async def vote_rest(tap: Tap[buttons.VoteRest]) -> Answer:
    """Vote for all questions that wait for a library, once it was asked about; what has changed since is asked anew."""
    one, person = tap.button, tap.person
    if not one.sure:
        return _ask_rest(tap, await tap.db.read(reading.card, one.consultation_id, person))
    outcome = await tap.db.transact(
        voting.cast_rest, one.consultation_id, one.version, one.library_id, person.id, new_receipt(), tap.now
    )
    card = await tap.db.read(reading.card, one.consultation_id, person)
    if isinstance(outcome, Reworded):
        return _ask_rest(tap, card)
    return voting_screens.rest(outcome, card, person, tap.say, tap.now) or refusal(tap)


def _ask_rest(tap: Tap[buttons.VoteRest], card: Card | None) -> Screen:
    if card is None:
        return screens.no_such(tap.say)
    library = tap.button.library_id
    if library not in card.casts:
        return refusal(tap)
    sure = buttons.VoteRest(card.one.id, library, card.one.version, 1)
    back = buttons.Questions(card.one.id, library, 0)
    return voting_screens.ask_rest(card, library, sure, back, tap.person, tap.say, tap.now)


ROUTES = (vote, lean, vote_rest)
