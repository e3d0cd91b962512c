"""What the office asks before it acts on a call, and what came of it. Pure."""

from datetime import datetime
from typing import assert_never

from handlers.calls import desk_buttons, words
from handlers.calls import desk_screens as screens
from handlers.dates import writing
from handlers.screen import Key, Screen, lines
from handlers.texts import Say
from storage.calls.desk import Overview, Reminded, RemindedToday
from storage.calls.publishing import Amended, Ended, NoSuch, NotYet, Over, Unchanged
from storage.calls.rules import Call, CallId, State

NAMES = {State.CLOSED: "close-call", State.WITHDRAWN: "withdraw"}
"""How ending a call is called on buttons."""


def over(call: Call, say: Say) -> Screen:
    """Say that the call is over, so that this cannot be done any more."""
    return Screen(say("call-desk-over"), [[screens.to_card(call.id, say)]])


def ask_end(found: Overview, state: State, say: Say) -> Screen:
    """Ask whether a call is to be closed or withdrawn, and say what that means."""
    call, told = found.call, found.over_told
    text = lines(
        say(f"call-desk-ask-{state}", title=words.title(call, say)),
        say(f"call-desk-{state}-means"),
        say("call-desk-over-told", count=told) if told else say("call-desk-over-nobody"),
    )
    sure = Key(say.label(f"key-{NAMES[state]}"), desk_buttons.EndCall(call.id, state, 1))
    return Screen(text, [[sure, screens.to_card(call.id, say)]])


def ended(outcome: Ended | NoSuch | Over, say: Say) -> Screen:
    """Say what became of closing or withdrawing a call."""
    match outcome:
        case Ended(call, told):
            text = lines(say(f"call-desk-is-{call.state}", title=words.title(call, say)),
                         say("call-desk-telling", count=told) if told else None)  # fmt: skip
            return Screen(text, [[screens.to_card(call.id, say)]])
        case Over(call):
            return over(call, say)
        case NoSuch():
            return screens.no_such(say)
        case _:
            assert_never(outcome)


def ask_remind(found: Overview, say: Say) -> Screen:
    """Ask whether the undecided libraries are to be reminded; not where nobody would be."""
    call = found.call
    if not found.asked:
        return reminded(call.id, Reminded(0), say)
    text = lines(
        say("call-desk-ask-remind", count=found.undecided),
        say("call-desk-asked", count=found.asked),
        say("call-desk-once-a-day"),
    )
    sure = Key(say.label("key-remind-undecided"), desk_buttons.RemindUndecided(call.id, 1))
    return Screen(text, [[sure, screens.to_card(call.id, say)]])


def reminded(number: CallId, outcome: Reminded | RemindedToday | Over | NoSuch, say: Say) -> Screen:
    """Say who is reminded, or why nobody is."""
    match outcome:
        case Reminded(told):
            text = say("call-desk-reminded", count=told) if told else say("call-desk-reminded-nobody")
        case RemindedToday(at):
            text = say("call-desk-reminded-today", hour=writing.hour(at, say.language))
        case Over(call):
            return over(call, say)
        case NoSuch():
            return screens.no_such(say)
        case _:
            assert_never(outcome)
    return Screen(text, [[screens.to_card(number, say)]])


def moved(outcome: Amended | Unchanged | NotYet | NoSuch | Over, say: Say, now: datetime) -> Screen:
    """Say what became of moving a deadline."""
    match outcome:
        case Amended(call, difference):
            after = next((one.after for one in difference.moved if one.after), None)
            line = None if after is None else words.line(after, say, now)
            text = lines(say("call-desk-moved"), line, say("call-amended-telling"))
            return Screen(text, [[screens.to_card(call.id, say)]])
        case Unchanged(call):
            return Screen(say("call-unchanged"), [[screens.to_card(call.id, say)]])
        case Over(call):
            return over(call, say)
        case NotYet():
            return Screen(say("call-desk-not-movable"), [[screens.to_list(say)]])
        case NoSuch():
            return screens.no_such(say)
        case _:
            assert_never(outcome)
