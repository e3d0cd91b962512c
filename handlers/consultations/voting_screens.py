"""What comes of casting a vote or taking a stance. Pure."""

from datetime import datetime
from typing import assert_never

from handlers.buttons import Button
from handlers.consultations import buttons, question_screens, screens, words
from handlers.membership.names import PAGE
from handlers.screen import Key, Keys, Refusal, Screen, lines
from handlers.texts import Markup, Say
from storage.consultations.majority import Choice
from storage.consultations.reading import Article, Card
from storage.consultations.rules import Closed, GivenAway, NotYours
from storage.consultations.voting import Cast, Counted, NoSuch, Noted, Reworded, Sealed, Unchanged
from storage.people import LibraryId, Person


def voted(outcome: Cast, one: Article | None, choice: Choice, person: Person, say: Say, now: datetime) -> Screen | None:
    """Say what became of a vote on a question; None if it is not for the person."""
    if isinstance(outcome, NotYours):
        return None
    if one is None or isinstance(outcome, NoSuch):
        return question_screens.gone(say)
    match outcome:
        case Counted():
            text = lines(
                say("vote-counted", label=one.question.text.label, choice=words.choice(choice, say)),
                one.library,
                "",
                say("vote-changeable", until=words.until(one.one, say, now)),
                say("vote-receipt", receipt=outcome.receipt),
                _left(one, say),
            )
            return Screen(text, after(one, say))
        case Unchanged():
            return question_screens.question(one, 0, person, say, now, say("vote-unchanged"))
        case Reworded() | Sealed() | Closed() | GivenAway():
            return _refused(question_screens.question(one, 0, person, say, now, say(REFUSED[type(outcome)])))
        case _:
            assert_never(outcome)


REFUSED = {
    Reworded: "vote-reworded",
    Sealed: "vote-sealed",
    Closed: "vote-closed",
    GivenAway: "vote-given-away",
}
"""Why nothing was counted."""


def _refused(screen: Screen) -> Refusal:
    return Refusal(screen.text, screen.keys)


def _left(one: Article, say: Say) -> Markup:
    return say("vote-left", count=one.left) if one.left else say("vote-none-left")


def after(one: Article, say: Say) -> Keys:
    """Lead on from what was said of a question: to the next that waits, to words about this one, and back."""
    library, asked = one.library_id or question_screens.OWN, one.question.id
    onward = [Key(say.label("key-next-open"), buttons.OpenQuestion(one.next_open, library, 0))] if one.next_open else []
    return [
        onward,
        [Key(say.label("key-back"), buttons.OpenQuestion(asked, library, 0)),
         Key(say.label("key-questions"), buttons.Questions(one.one.id, library, (one.question.position - 1) // PAGE))],
    ]  # fmt: skip


def leaned(
    outcome: Noted | Reworded | Closed | NotYours | NoSuch, one: Article | None, person: Person, say: Say, now: datetime
) -> Screen | None:
    """Say what became of a stance; None if it is not for the person."""
    if isinstance(outcome, NotYours):
        return None
    if one is None or isinstance(outcome, NoSuch):
        return question_screens.gone(say)
    match outcome:
        case Noted(choice):
            text = lines(
                say("stance-noted", label=one.question.text.label, choice=words.choice(choice, say)),
                "",
                say("stance-consultative"),
                _left(one, say),
            )
            return Screen(text, after(one, say))
        case Reworded() | Closed():
            return _refused(question_screens.question(one, 0, person, say, now, say(REFUSED[type(outcome)])))
        case _:
            assert_never(outcome)


def ask_rest(
    card: Card, library: LibraryId, sure: Button, back: Button, person: Person, say: Say, now: datetime
) -> Screen:
    """Ask whether the vote of a library is to be for all questions that wait; `sure` casts it."""
    count = card.lefts[library]
    if not count or not card.one.runs(now):
        return _with_card(say("vote-none-left" if card.one.runs(now) else "vote-closed"), card, person, say, now)
    text = lines(say("rest-question", library=card.casts[library]), "", say("rest-means", count=count))
    return Screen(text, [[Key(say.label("key-rest-sure", count=count), sure)], [Key(say.label("key-back"), back)]])


def _with_card(first: Markup, card: Card, person: Person, say: Say, now: datetime) -> Screen:
    below = screens.card(card, person, say, now)
    return Screen(lines(first, "", below.text), below.keys)


def rest(outcome: Cast, card: Card | None, person: Person, say: Say, now: datetime) -> Screen | None:
    """Say what became of voting for all questions that wait; None if it is not for the person."""
    if isinstance(outcome, NotYours):
        return None
    if card is None or isinstance(outcome, NoSuch):
        return screens.no_such(say)
    match outcome:
        case Counted():
            return _rest_counted(outcome, card, say, now)
        case Unchanged():
            return _with_card(say("vote-none-left"), card, person, say, now)
        case Reworded() | Sealed() | Closed() | GivenAway():
            return _refused(_with_card(say(REFUSED[type(outcome)]), card, person, say, now))
        case _:
            assert_never(outcome)


def _rest_counted(outcome: Counted, card: Card, say: Say, now: datetime) -> Screen:
    text = lines(
        say("rest-counted", library=card.casts[outcome.library], count=outcome.questions),
        "",
        say("vote-changeable", until=words.until(card.one, say, now)),
        say("vote-receipt", receipt=outcome.receipt),
    )
    keys = [
        Key(say.label("key-questions"), buttons.Questions(card.one.id, outcome.library, 0)),
        Key(say.label("key-back"), buttons.OpenConsultation(card.one.id)),
    ]
    return Screen(text, [keys])
