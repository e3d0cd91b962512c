"""What voters see of pseudonymous ballots. Pure."""

import dataclasses
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from handlers.buttons import Button
from handlers.consultations import ballot_buttons as buttons
from handlers.consultations import question_screens, screens, voting_screens, words
from handlers.consultations.buttons import OpenConsultation
from handlers.consultations.question_screens import OWN, Paths
from handlers.consultations.voting_screens import REFUSED, refused, with_card
from handlers.paging import PAGE
from handlers.screen import Key as Press
from handlers.screen import Screen, lines
from handlers.texts import Markup, Say
from storage.consultations.answers import Answer
from storage.consultations.majority import Choice
from storage.consultations.reading import Article, Card
from storage.consultations.rules import Closed, Consultation, Final, GivenAway, Key, NotYours
from storage.consultations.sealed import Dropped, NotSealed, SealedCast
from storage.consultations.voting import NoSuch, Reworded, Unchanged
from storage.people import LibraryId, Person


@dataclass(frozen=True, slots=True)
class Opened:
    """A question with what the `key` opens of the ballot on it; None if it opens none."""

    article: Article
    key: Key
    choice: Choice | None


def about(card: Card, say: Say, now: datetime) -> Screen:
    """Explain what a pseudonymous ballot is, and what the key is for, before one is cast."""
    one = card.one
    back = Press(say.label("key-back"), OpenConsultation(one.id))
    if not one.runs(now) or not card.casts:
        said = words.standing(one, say, now) if card.casts else say("vote-given-away")
        return Screen(said, [[back]])
    cast = sum(card.questions - left for left in card.lefts.values())
    text = lines(
        say("ballots-about"), "",
        say("ballots-about-key"), "",
        say("ballots-about-cast", count=cast) if cast else say("ballots-about-final"),
    )  # fmt: skip
    return Screen(text, [[Press(say.label("key-new-key"), buttons.NewKey(one.id))], [back]])


def key_card(card: Card, key: Key, say: Say, now: datetime) -> Screen:
    """Give the key, on a card that stays."""
    if not card.one.runs(now) or not card.casts:
        return about(card, say, now)
    text = lines(say("ballots-key", title=card.one.title(say.language)), "", say("ballots-key-means"))
    return Screen(text, [[Press(say.label("key-use-key"), buttons.UseKey(card.one.id, key))]])


def paths(one: Consultation, library: LibraryId, key: Key, say: Say) -> Paths:
    """Give the buttons with which ballots are reached by their key."""
    check = Press(say.label("key-check-ballots"), buttons.CheckBallots(one.id, library, key))
    return Paths(
        lambda question, page: buttons.OpenBallot(question, library, page, key),
        lambda page: buttons.Ballots(one.id, library, page, key),
        OpenConsultation(one.id),
        last=[[check]],
    )


def ballot(opened: Opened, page: int, say: Say, now: datetime, first: Markup | None = None) -> Screen:
    """Show the ballot of a library on a question; `first` says what has just happened."""
    one, choice = opened.article, opened.choice
    library = one.library_id or OWN
    article = dataclasses.replace(one, vote=Answer(choice, old=False) if choice else None)
    return question_screens.drawn(
        article, page, _paths(opened, library, say, now), _said(opened, say, now), say, now, first
    )


def _paths(opened: Opened, library: LibraryId, say: Say, now: datetime) -> Paths:
    """Give the buttons of a ballot: to cast it, or to change it where the key opens it."""
    one, key = opened.article, opened.key
    read, question = paths(one.one, library, key, say), one.question
    others = question_screens.others(one, say, lambda other: buttons.OpenBallot(question.id, other, 0, key))
    if not one.one.runs(now) or library not in one.casts or _final(opened):
        return Paths(read.open, read.listed, read.back, last=others)
    rest = buttons.CastRest(one.one.id, library, one.one.version, 0, key) if one.left > 1 else None

    def answer(choice: Choice) -> Button:
        return buttons.CastBallot(question.id, question.wording_id, library, choice, key)

    return Paths(read.open, read.listed, read.back, answer, rest, last=others)


def _final(opened: Opened) -> bool:
    return opened.article.voted and opened.choice is None


def _said(opened: Opened, say: Say, now: datetime) -> list[Markup]:
    one = opened.article
    said = []
    if not one.one.runs(now):
        said.append(words.standing(one.one, say, now))
    if one.colleagues:
        said.append(say("question-colleagues", counts=words.counts(one.colleagues, say)))
    if opened.choice is not None:
        said.append(say("question-vote", library=one.library, choice=words.choice(opened.choice, say)))
    elif one.voted:
        said.append(say("ballot-final", library=one.library))
    else:
        said.append(say("question-sealed-waits", library=one.library))
    return said


def cast(outcome: SealedCast, opened: Opened | None, choice: Choice, say: Say, now: datetime) -> Screen | None:
    """Say what became of a ballot; None if it is not for the person."""
    if isinstance(outcome, NotYours):
        return None
    if opened is None or isinstance(outcome, NoSuch | NotSealed):
        return question_screens.gone(say)
    match outcome:
        case Dropped():
            return _dropped(opened, choice, say, now)
        case Unchanged():
            return ballot(opened, 0, say, now, say("vote-unchanged"))
        case Final():
            return refused(ballot(opened, 0, say, now))
        case Reworded() | Closed() | GivenAway():
            return refused(ballot(opened, 0, say, now, say(REFUSED[type(outcome)])))
        case _:
            assert_never(outcome)


def _dropped(opened: Opened, choice: Choice, say: Say, now: datetime) -> Screen:
    one, key = opened.article, opened.key
    library, question = one.library_id or OWN, one.question
    text = lines(
        say("vote-counted", label=question.text.label, choice=words.choice(choice, say)),
        say("vote-library", library=one.library), "",
        say("ballot-cast", until=words.until(one.one, say, now)),
        voting_screens.left(one, say),
    )  # fmt: skip
    onward = [Press(say.label("key-next-open"), buttons.OpenBallot(one.next_open, library, 0, key))] \
        if one.next_open else []  # fmt: skip
    return Screen(text, [
        onward,
        [Press(say.label("key-back"), buttons.OpenBallot(question.id, library, 0, key)),
         Press(say.label("key-questions"),
               buttons.Ballots(one.one.id, library, (question.position - 1) // PAGE, key))],
        *question_screens.others(one, say, lambda other: buttons.OpenBallot(question.id, other, 0, key)),
    ])  # fmt: skip


def rest(outcome: SealedCast, card: Card | None, key: Key, person: Person, say: Say, now: datetime) -> Screen | None:
    """Say what became of casting ballots for all questions that wait; None if it is not for the person."""
    if isinstance(outcome, NotYours):
        return None
    if card is None or isinstance(outcome, NoSuch | NotSealed):
        return screens.no_such(say)
    match outcome:
        case Dropped(library, count):
            text = lines(
                say("rest-counted", library=card.casts[library], count=count), "",
                say("ballot-cast", until=words.until(card.one, say, now)),
            )  # fmt: skip
            return Screen(text, [[Press(say.label("key-questions"), buttons.Ballots(card.one.id, library, 0, key)),
                                  Press(say.label("key-back"), OpenConsultation(card.one.id))]])  # fmt: skip
        case Unchanged():
            return with_card(say("vote-none-left"), card, person, say, now)
        case Reworded() | Final() | Closed() | GivenAway():
            return refused(with_card(say(REFUSED[type(outcome)]), card, person, say, now))
        case _:
            assert_never(outcome)
