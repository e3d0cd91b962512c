"""Partners in words: what a library seeks or offers, how it can be reached, why something cannot be. Pure."""

from datetime import datetime
from typing import assert_never

from handlers.calls import buttons as calls
from handlers.calls import words as call_words
from handlers.screen import Key, Refusal, Screen, lines
from handlers.texts import Markup, Say
from storage.calls.consortium_rules import Elsewhere, NotIntending, NotInvited
from storage.calls.intents import NoSuch
from storage.calls.milestone_rules import NotGranted, TooMany
from storage.calls.partner_books import Contact
from storage.calls.partner_rules import Words
from storage.calls.rules import Call, CallId, Deadline, TooLate, Withdrawn

No = Withdrawn | TooLate | NoSuch | NotIntending | NotInvited | Elsewhere | NotGranted | TooMany
"""Why something cannot be, to whoever may ask for it."""


def of_call(call: Call, say: Say) -> Markup:
    """Say on which call something is."""
    return say("joint-call", title=call_words.title(call, say))


def says(of: Words, library: str, say: Say) -> Markup:
    """Say who seeks or offers what."""
    return say(f"partner-says-{of.side}-{of.part}", library=library)


def offer(of: Words, library: str, call: Call, say: Say) -> Markup:
    """Say what a library seeks or offers, on which call, and what it brings."""
    return Markup(lines(says(of, library, say), of_call(call, say), say("partner-brings", text=of.brings)))


def deadline(of: Deadline, say: Say, now: datetime) -> Markup:
    """Say what is due when, as a call's card does."""
    return say("call-later", deadline=call_words.deadline(of, say, now))


def contact(of: Contact, say: Say) -> Markup:
    """Say how somebody can be reached."""
    first = say("partner-contact", id=str(of.telegram_id), name=of.name, library=of.library)
    return Markup(lines(first, say("partner-contact-line", line=of.line) if of.line else None))


def to_call(call_id: CallId, say: Say) -> Key:
    """Give the way back to a call."""
    return Key(say.label("key-back"), calls.OpenCall(call_id))


def no(outcome: No, say: Say, back: Key | None = None) -> Screen:
    """Say why something cannot be, and give the way on: to the calls unless there is another."""
    keys = [[back or Key(say.label("key-calls"), calls.Calls(0, ""))]]
    match outcome:
        case Withdrawn():
            return Screen(say("joint-withdrawn"), keys)
        case TooLate():
            return Screen(say("joint-too-late"), keys)
        case NoSuch():
            return Refusal(say("joint-gone"), keys)
        case NotIntending():
            return Screen(say("joint-not-intending"), keys)
        case NotInvited():
            return Screen(say("joint-not-invited"), keys)
        case Elsewhere():
            return Screen(say("joint-elsewhere"), keys)
        case NotGranted():
            return Screen(say("joint-not-granted"), keys)
        case TooMany():
            return Screen(say("joint-too-many"), keys)
        case _:
            assert_never(outcome)


def gone(say: Say) -> Screen:
    """Say that something is there no more."""
    return no(NoSuch(), say)


def ended(say: Say) -> Screen:
    """Say that a conversation is over."""
    return Screen(say("conversation-gone"), [[Key(say.label("key-calls"), calls.Calls(0, ""))]])
