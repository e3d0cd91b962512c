"""What the bot says of its own accord to single people about calls. Pure."""

from datetime import datetime

from handlers.calls import buttons, morning_screens, words
from handlers.context import Push
from handlers.screen import Key, Keys, Screen, lines
from handlers.texts import Say
from storage.calls import mornings, notices
from storage.calls.notices import Notice
from storage.calls.rules import Intent

OFFERED = (Intent.INTERESTED, Intent.APPLYING, Intent.NOT_FOR_US)


def _decide(facts: Notice, say: Say, first: Intent | None = None) -> Keys:
    """Give the buttons with which somebody declares, what was proposed first."""
    wanted = [*([first] if first else []), *(one for one in OFFERED if one is not first)]
    keys = [Key(say.label(f"key-intent-{one}"), buttons.Declare(facts.call.id, one)) for one in wanted]
    return [keys[:2], [*keys[2:], _open(facts, say)]]


def _open(facts: Notice, say: Say) -> Key:
    return Key(say.label("key-open-call"), buttons.OpenCall(facts.call.id))


def _library(facts: Notice, say: Say) -> str:
    return facts.person.library.name if facts.person.library else say.label("office-of-association")


def proposed(facts: Notice, say: Say, now: datetime) -> Screen:
    """Ask whoever speaks for a library to declare what somebody in it proposes."""
    name = facts.by.first_name if facts.by else _library(facts, say)
    text = lines(
        say("push-proposed", name=name, intent=words.intent(facts.intent, say)),
        say("call-title", title=words.title(facts.call, say)),
        *words.coming(facts.call, say, now),
        say("push-decide", library=_library(facts, say)),
    )
    return Screen(text, _decide(facts, say, facts.intent))


def declared(facts: Notice, say: Say, now: datetime) -> Screen:
    """Tell whoever proposed something what the library has declared."""
    text = lines(
        say("push-declared", library=_library(facts, say), intent=words.intent(facts.intent, say)),
        say("call-title", title=words.title(facts.call, say)),
        *words.coming(facts.call, say, now),
    )
    return Screen(text, [[_open(facts, say)]])


def undecided(facts: Notice, say: Say, now: datetime) -> Screen:
    """Ask whoever speaks for an undecided library what it intends."""
    text = lines(
        say("push-undecided", library=_library(facts, say)),
        say("call-title", title=words.title(facts.call, say)),
        *words.coming(facts.call, say, now),
        words.money(facts.call.details, say),
    )
    return Screen(text, _decide(facts, say))


PUSHES = {
    mornings.MORNING: Push(notices.morning_facts, morning_screens.morning),
    notices.PROPOSED: Push(notices.proposed_facts, proposed),
    notices.DECLARED: Push(notices.declared_facts, declared),
    notices.UNDECIDED: Push(notices.undecided_facts, undecided),
}
