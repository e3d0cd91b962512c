"""What the bot says of its own accord about consultations. Pure."""

from datetime import datetime

from handlers.consultations import buttons, words
from handlers.context import Push
from handlers.screen import Key, Screen, lines
from handlers.texts import Markup, Say
from storage.consultations import notices
from storage.consultations.notices import Notice
from storage.consultations.rules import VOTERS


def _card(facts: Notice, say: Say, *said: Markup | None) -> Screen:
    """Say something, with the way to the consultation."""
    return Screen(lines(*said), [[Key(say.label("key-open-consultation"), buttons.OpenConsultation(facts.one.id))]])


def _waits(facts: Notice, say: Say) -> Markup | None:
    """Say what waits for the person; None if nothing does."""
    if not facts.left:
        return None
    votes = facts.person.role in VOTERS
    return say("push-waits-vote" if votes else "push-waits-stance", count=facts.left)


def _until(facts: Notice, say: Say, now: datetime) -> Markup:
    return words.standing(facts.one, say, now)


def _title(facts: Notice, say: Say) -> str:
    return facts.one.title(say.language)


def opened(facts: Notice, say: Say, now: datetime) -> Screen:
    """Say that there is a consultation."""
    return _card(facts, say, say("push-opened", title=_title(facts, say)), _until(facts, say, now), _waits(facts, say))


def reminder(facts: Notice, say: Say, now: datetime) -> Screen:
    """Remind those of the end who have not finished."""
    left = words.days_left(facts.one, say, now)
    until = words.until(facts.one, say, now)
    return _card(
        facts, say, say("push-reminder", title=_title(facts, say), until=until, left=left), _waits(facts, say)
    )  # fmt: skip


def revised(facts: Notice, say: Say, now: datetime) -> Screen:
    """Say that the draft has a new version."""
    return _card(
        facts, say,
        say("push-revised", title=_title(facts, say)), say("push-revised-means"), _waits(facts, say),
        _until(facts, say, now),
    )  # fmt: skip


def extended(facts: Notice, say: Say, now: datetime) -> Screen:
    """Say that there is more time."""
    until = words.until(facts.one, say, now)
    return _card(facts, say, say("push-extended", title=_title(facts, say), until=until), _waits(facts, say))


def withdrawn(facts: Notice, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as pushes are shown
    """Say that nothing will be counted."""
    return _card(facts, say, say("push-withdrawn", title=_title(facts, say)), say("push-withdrawn-means"))


def given(facts: Notice, say: Say, now: datetime) -> Screen:
    """Say that somebody casts the vote of another library as well."""
    return _card(
        facts, say,
        say("push-given", title=_title(facts, say)),
        say("push-given-means", library=facts.library), _until(facts, say, now),
    )  # fmt: skip


def closed(facts: Notice, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as pushes are shown
    """Say that it is over, and where the result is."""
    return _card(facts, say, say("push-closed", title=_title(facts, say)), say("push-closed-means"))


def log_head(facts: Notice, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as pushes are shown
    """Give the office the fingerprint with which the ballot log ends."""
    return _card(
        facts, say,
        say("push-log", title=_title(facts, say)), say("push-log-hash", hash=facts.args["head"]), say("push-log-means"),
    )  # fmt: skip


PUSHES = {
    notices.OPENED: Push(notices.running_facts, opened),
    notices.REMINDER: Push(notices.reminder_facts, reminder),
    notices.REVISED: Push(notices.running_facts, revised),
    notices.EXTENDED: Push(notices.running_facts, extended),
    notices.WITHDRAWN: Push(notices.over_facts, withdrawn),
    notices.GIVEN: Push(notices.given_facts, given),
    notices.CLOSED: Push(notices.over_facts, closed),
    notices.SEALED_LOG: Push(notices.over_facts, log_head),
}
