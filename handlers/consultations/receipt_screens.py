"""What members see of their votes in the ballot log. Pure."""

from dataclasses import dataclass
from datetime import datetime

from handlers.buttons import Button
from handlers.consultations import words
from handlers.consultations.buttons import OpenConsultation
from handlers.consultations.screens import no_such
from handlers.screen import Key, Screen, lines
from handlers.texts import Markup, Say
from storage.consultations.chain import Broken, Sound
from storage.consultations.checking import Checked, Standing
from storage.consultations.rules import Consultation
from storage.drafts import Draft

SHOWN = 10
"""So many votes of one receipt are listed."""

HASH = 12
"""So many digits of the log's fingerprint are shown."""


def by_key(found: Checked, one: Consultation, back: Button, say: Say) -> Screen:
    """Show the ballots that a key opens, as they stand in the log."""
    none = say("check-key-none")
    return Screen(_said(found, one, none, say), [[Key(say.label("key-back"), back)]])


@dataclass(frozen=True, slots=True)
class Facts:
    """The consultation in whose log a receipt is looked for, and what was found."""

    one: Consultation | None
    found: Checked | None


def by_receipt(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as guides show
    """Ask for a receipt, or show its votes as they stand in the log."""
    if facts.one is None:
        return no_such(say)
    said: str = say("check-ask")
    if facts.found is not None:
        said = _said(facts.found, facts.one, say("check-none", receipt=draft.data["receipt"]), say)
    return Screen(said, [[Key(say.label("key-back"), OpenConsultation(facts.one.id))]])


def _said(found: Checked, one: Consultation, none: Markup, say: Say) -> str:
    if not found.votes:
        return lines(say("consultation-title", title=one.title(say.language)), "", none)
    more = len(found.votes) - SHOWN
    return lines(
        say("consultation-title", title=one.title(say.language)),
        say("check-found", count=len(found.votes)),
        "",
        *(_vote(vote, say) for vote in found.votes[:SHOWN]),
        say("check-more", count=more) if more > 0 else None,
        "",
        say("check-later") if found.votes[0].number is None else None,
        _log(found.log, say),
    )


def _vote(vote: Standing, say: Say) -> Markup:
    """Say what was voted on which question, and what has become of it since."""
    key = "check-replaced" if vote.replaced else "check-old" if vote.old else "check-vote"
    entry = "" if vote.number is None else say("check-entry", number=str(vote.number))
    return say(key, label=words.cut(vote.label), choice=words.choice(vote.choice, say), entry=entry)


def _log(log: Sound | Broken, say: Say) -> Markup:
    if isinstance(log, Broken):
        return say("check-broken", number=str(log.number))
    return say("check-sound", count=log.head.length, hash=log.head.hash[:HASH])
