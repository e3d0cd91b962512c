"""What comes of casting a vote or taking a stance. Pure."""

from datetime import datetime
from typing import assert_never

from handlers.buttons import Button
from handlers.consultations import buttons, question_screens, screens, words
from handlers.paging import PAGE
from handlers.screen import Key, Keys, Refusal, Screen, lines
from handlers.texts import Markup, Say
from storage.consultations.majority import Choice
from storage.consultations.reading import Article, Card
from storage.consultations.remarks import Kind
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
                say("vote-library", library=one.library),
                "",
                say("vote-changeable", until=words.until(one.one, say, now)),
                say("vote-receipt", receipt=outcome.receipt),
                left(one, say),
            )
            return Screen(text, after(one, choice, say))
        case Unchanged(receipt):
            first = lines(say("vote-unchanged"), say("vote-receipt", receipt=receipt) if receipt else None)
            return question_screens.question(one, 0, person, say, now, Markup(first))
        case Reworded() | Sealed() | Closed() | GivenAway():
            return refused(question_screens.question(one, 0, person, say, now, say(REFUSED[type(outcome)])))
        case _:
            assert_never(outcome)


REFUSED = {
    Reworded: "vote-reworded",
    Sealed: "vote-sealed",
    Closed: "vote-closed",
    GivenAway: "vote-given-away",
}
"""Why nothing was counted."""


def refused(screen: Screen) -> Refusal:
    """Show a card as one that says that nothing was done."""
    return Refusal(screen.text, screen.keys)


def left(one: Article, say: Say) -> Markup:
    """Say how many questions wait."""
    return say("vote-left", count=one.left) if one.left else say("vote-none-left")


def after(one: Article, choice: Choice, say: Say) -> Keys:
    """Lead on from what was said of a question: to the next that waits, to words about this one, and back."""
    library, asked = one.library_id or question_screens.OWN, one.question.id
    onward = [Key(say.label("key-next-open"), buttons.OpenQuestion(one.next_open, library, 0))] if one.next_open else []
    kind = Kind.AMENDMENT if choice is Choice.CHANGE else Kind.COMMENT
    return [
        onward,
        [Key(say.label(f"key-write-{kind}"), buttons.WriteRemark(asked, kind, 0))],
        [Key(say.label("key-back"), buttons.OpenQuestion(asked, library, 0)),
         Key(say.label("key-questions"), buttons.Questions(one.one.id, library, (one.question.position - 1) // PAGE))],
        *question_screens.others(one, say, lambda other: buttons.OpenQuestion(asked, other, 0)),
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
                left(one, say),
            )
            return Screen(text, after(one, choice, say))
        case Reworded() | Closed():
            return refused(question_screens.question(one, 0, person, say, now, say(REFUSED[type(outcome)])))
        case _:
            assert_never(outcome)


def ask_rest(
    card: Card, library: LibraryId, sure: Button, back: Button, person: Person, say: Say, now: datetime
) -> Screen:
    """Ask whether the vote of a library is to be for all questions that wait; `sure` casts it."""
    count = card.lefts[library]
    if not count or not card.one.runs(now):
        return with_card(say("vote-none-left" if card.one.runs(now) else "vote-closed"), card, person, say, now)
    text = lines(say("rest-question", library=card.casts[library]), "", say("rest-means", count=count))
    return Screen(text, [[Key(say.label("key-rest-sure", count=count), sure)], [Key(say.label("key-back"), back)]])


def with_card(first: Markup, card: Card, person: Person, say: Say, now: datetime) -> Screen:
    """Say something first, and show the consultation below it."""
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
            return with_card(say("vote-none-left"), card, person, say, now)
        case Reworded() | Sealed() | Closed() | GivenAway():
            return refused(with_card(say(REFUSED[type(outcome)]), card, person, say, now))
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
