"""What members see when their library declares an intent, or one of them proposes it. Pure."""

from collections.abc import Sequence
from datetime import datetime
from typing import assert_never

from handlers.calls import buttons, words
from handlers.screen import Key, Screen, in_rows, lines
from handlers.texts import Markup, Say
from storage.calls.reading import Card
from storage.calls.rules import (
    AFTERWARDS,
    DEPENDING,
    HANDED_IN,
    VOTERS,
    Declared,
    Intent,
    NotForYou,
    Proposed,
    Same,
    State,
    TooLate,
    Withdrawn,
)
from storage.people import Person

UNDECIDED = ""
"""Says in a button that nothing is declared any more."""


def intent_of(said: str) -> Intent | None:
    """Read what a button says."""
    return Intent(said) if said in list(Intent) else None


def choices(one: Card, now: datetime) -> Sequence[str]:
    """List what somebody's library can declare, or be proposed, beside what it has."""
    library = one.person.library
    if library is None or one.call.state is State.WITHDRAWN:
        return ()
    runs, applied = one.call.runs(now), one.intent in HANDED_IN
    found = [
        to for to in Intent
        if to is not one.intent and (runs or to in AFTERWARDS)
        and (to not in DEPENDING or one.call.details.admits(library.kind))
        and (applied or to not in {Intent.GRANTED, Intent.REFUSED})
    ]  # fmt: skip
    taken_back = [UNDECIDED] if one.intent is not None and one.person.role in VOTERS else []
    return [*found, *taken_back]


def ask(one: Card, say: Say, now: datetime) -> Screen:
    """Ask what the library intends."""
    call, votes = one.call, one.person.role in VOTERS
    offered = choices(one, now)
    text = lines(
        say("call-title", title=words.title(call, say)),
        say("call-ours", intent=words.intent(one.intent, say)),
        "",
        say("call-ask-decide" if votes else "call-ask-propose") if offered else say("call-nothing-to-decide"),
    )
    keys = [Key(say.label(f"key-intent-{to or 'none'}"), buttons.Declare(call.id, to)) for to in offered]
    return Screen(text, [*in_rows(keys, 2), [Key(say.label("key-back"), buttons.OpenCall(call.id))]])


def said(one: Card, word: Markup, say: Say) -> Screen:
    """Say what has happened, with the way back to the call."""
    text = lines(word, "", say("call-title", title=words.title(one.call, say)))
    return Screen(text, [[Key(say.label("key-open-call"), buttons.OpenCall(one.call.id))]])


Outcome = Declared | Proposed | Same | NotForYou | TooLate | Withdrawn


def word(outcome: Outcome, person: Person, speakers: Sequence[Person], say: Say) -> Markup:
    """Say what became of an intent that somebody declares or proposes; `speakers` are those who are asked."""
    library = person.library.name if person.library else say.label("office-of-association")
    match outcome:
        case Declared(None):
            return say("intent-taken-back", library=library)
        case Declared(to):
            return Markup(lines(say("intent-declared", library=library, intent=words.intent(to, say)),
                                say(f"intent-means-{to}")))  # fmt: skip
        case Proposed(to):
            if not speakers:
                return say("intent-nobody-speaks", intent=words.intent(to, say))
            names = ", ".join(one.first_name for one in speakers)
            return say("intent-proposed", intent=words.intent(to, say), names=names)
        case Same():
            return say("intent-same")
        case NotForYou():
            return say("intent-not-for-you")
        case TooLate():
            return say("intent-too-late")
        case Withdrawn():
            return say("intent-withdrawn")
        case _:
            assert_never(outcome)
