"""What voters see of giving the vote of their library to another. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from handlers.consultations import buttons, screens, words
from handlers.conversation import Pick
from handlers.membership.names import short
from handlers.paging import PAGE, turning
from handlers.screen import Key, Refusal, Screen, lines
from handlers.texts import Say
from storage.consultations.delegating import Given, NotGiven, TakenBack
from storage.consultations.reading import Card
from storage.consultations.rules import Closed, Consultation, ConsultationId, NotYours, Refused
from storage.consultations.voting import NoSuch
from storage.drafts import Draft
from storage.pages import page_of
from storage.people import Library, Person


@dataclass(frozen=True, slots=True)
class Facts:
    """The consultation, and the libraries to choose from."""

    one: Consultation | None
    libraries: Sequence[Library]


def proxy(card: Card, person: Person, say: Say, now: datetime) -> Screen:
    """Say who casts the vote of somebody's library, and for whom it votes as well."""
    one = card.one
    held = [name for number, name in card.casts.items() if person.library is None or number != person.library.id]
    keys = []
    if not one.runs(now):
        said = words.standing(one, say, now)
    elif card.given_to:
        said = say("proxy-given", library=card.given_to)
        keys = [Key(say.label("key-take-back"), buttons.TakeBack(one.id, 0))]
    elif held:
        said = say("proxy-holds", count=len(held), libraries=", ".join(held))
    elif not one.terms.proxies:
        said = say("proxy-none-allowed")
    else:
        said = say("proxy-about", count=one.terms.proxies)
        keys = [Key(say.label("key-choose-library"), buttons.ChooseProxy(one.id))]
    text = lines(say("consultation-title", title=one.title(say.language)), "", said)
    return Screen(text, [[*keys, _back(one.id, say)]])


def _back(number: ConsultationId, say: Say) -> Key:
    return Key(say.label("key-back"), buttons.OpenConsultation(number))


def choose(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as guides show
    """List the libraries to choose from, or those found by what was typed."""
    if facts.one is None:
        return screens.no_such(say)
    text, number = draft.data.get("text"), facts.one.id
    shown = page_of(facts.libraries, int(draft.data.get("page", 0)), PAGE)
    if text is None:
        said = lines(say("proxy-choose"), say("page-of", page=shown.number + 1, pages=shown.pages))
    else:
        said = lines(say("find-found" if shown.total else "find-none", text=text), say("find-again"))
    turn = turning(shown, lambda to: Pick(draft.id, draft.version, f"/page {to}"), say)
    keys = [[Key(short(library.name), buttons.GiveVote(number, library.id, 0))] for library in shown.lines]
    return Screen(said, [*keys, turn, [Key(say.label("key-back"), buttons.Proxy(number))]])


def ask_give(card: Card, to: Library, say: Say) -> Screen:
    """Ask whether a library is to cast the vote of one's own."""
    text = lines(say("proxy-question", library=to.name), "", say("proxy-means"))
    sure = Key(say.label("key-give-vote"), buttons.GiveVote(card.one.id, to.id, 1))
    return Screen(text, [[sure, Key(say.label("key-back"), buttons.Proxy(card.one.id))]])


def given(outcome: Given | Refused | Closed | NotYours | NoSuch, card: Card, to: Library, say: Say) -> Screen | None:
    """Say what became of giving a vote away; None if it is not for the person."""
    back = [[Key(say.label("key-back"), buttons.Proxy(card.one.id))]]
    match outcome:
        case NotYours():
            return None
        case Given():
            return Screen(say("proxy-done", library=to.name), back)
        case Closed():
            return Refusal(say("vote-closed"), back)
        case NoSuch():
            return screens.no_such(say)
        case Refused():
            return Screen(say(f"proxy-refused-{outcome}", library=to.name, most=card.one.terms.proxies), back)
        case _:
            assert_never(outcome)


def ask_take_back(card: Card, person: Person, say: Say, now: datetime) -> Screen:
    """Ask whether the vote is to be taken back; where it was not given, the card says how things stand."""
    if card.given_to is None or not card.one.runs(now):
        return proxy(card, person, say, now)
    sure = Key(say.label("key-take-back"), buttons.TakeBack(card.one.id, 1))
    back = Key(say.label("key-back"), buttons.Proxy(card.one.id))
    return Screen(say("proxy-take-back-question", library=card.given_to), [[sure, back]])


def taken_back(
    outcome: TakenBack | NotGiven | Closed | NotYours | NoSuch, number: ConsultationId, say: Say
) -> Screen | None:
    """Say what became of taking a vote back; None if it is not for the person."""
    match outcome:
        case NotYours():
            return None
        case TakenBack():
            return Screen(say("proxy-taken-back"), [[_back(number, say)]])
        case NotGiven():
            return Screen(say("proxy-not-given"), [[_back(number, say)]])
        case Closed():
            return Refusal(say("vote-closed"), [[_back(number, say)]])
        case NoSuch():
            return screens.no_such(say)
        case _:
            assert_never(outcome)
