"""What the bot says of its own accord about seats that go to colleagues. Pure."""

from datetime import datetime

from handlers.context import Push
from handlers.dates import writing
from handlers.events import buttons, words
from handlers.events.card import asked_by, swap_keys
from handlers.screen import Key, Screen, lines
from handlers.texts import Markup, Say
from storage.events import substituting, swap_notices
from storage.events.swap_notices import SwapNews


def _screen(facts: SwapNews, say: Say, now: datetime, *said: Markup) -> Screen:
    details = facts.event.details
    when = writing.capitalised(writing.near(details.starts_at, now, say.language))
    text = lines(
        say("event-title", title=words.title(details, say)),
        say("offered-when", when=when, where=words.where(details, say)),
        *said,
    )
    return Screen(text, [[Key(say.label("key-open-event"), buttons.OpenEvent(facts.event.id, 0, 0))]])


def asked(facts: SwapNews, say: Say, now: datetime) -> Screen:
    """Ask a colleague whether they take a seat."""
    shown = _screen(facts, say, now, asked_by(facts.handed, say, now))
    return Screen(shown.text, [swap_keys(facts.handed, say), *shown.keys])


def answered(facts: SwapNews, say: Say, now: datetime) -> Screen:
    """Tell whoever offered a seat what the colleague said, if anything."""
    whose = "mine" if facts.mine else "theirs"
    text = say(
        f"swap-answered-{facts.handed.swap.answer}-{whose}", name=facts.handed.to, owner=facts.handed.owner or ""
    )
    return _screen(facts, say, now, text)


def given(facts: SwapNews, say: Say, now: datetime) -> Screen:
    """Tell whose seat it was that a colleague has it now."""
    return _screen(facts, say, now, say("swap-was-given", name=facts.handed.to))


def kept(facts: SwapNews, say: Say, now: datetime) -> Screen:
    """Tell a colleague that the seat is not for them any more."""
    return _screen(facts, say, now, say("swap-late-taken-back"))


PUSHES = {
    substituting.ASKED: Push(swap_notices.asked_facts, asked),
    substituting.ANSWERED: Push(swap_notices.ended_facts, answered),
    substituting.GIVEN: Push(swap_notices.ended_facts, given),
    substituting.BACK: Push(swap_notices.ended_facts, kept),
}
