"""What the office is told of its own accord about announcements. Pure."""

from datetime import datetime

from handlers.announcements import buttons, desk_screens, desk_words
from handlers.context import Push
from handlers.dates import writing
from handlers.screen import Key, Screen, lines
from handlers.texts import Say
from storage.announcements import actions, notices
from storage.announcements.notices import Proposed, Trouble
from storage.announcements.rules import Announcement, AnnouncementId
from storage.sending import trouble_of


def _card(one: AnnouncementId, say: Say) -> Key:
    return Key(say.label("key-desk-card"), buttons.OfficeAnnouncement(one))


def held(one: Announcement, say: Say, now: datetime) -> Screen:
    """Say that an announcement is late, and ask what to do with it."""
    when = writing.near(one.send_at or one.created_at, now, say.language)
    text = lines(
        say("desk-held", title=desk_words.title(one, say)),
        say("desk-held-why", when=when),
    )
    return Screen(text, [desk_screens.to_come(one.id, say), [_card(one.id, say)]])


def proposed(facts: Proposed, say: Say, now: datetime) -> Screen:
    """Ask for a second pair of eyes."""
    one = facts.one
    when = one.send_at
    text = lines(
        say("desk-asks", title=desk_words.title(one, say)),
        say("desk-asks-by", name=facts.writer) if facts.writer else None,
        say("desk-asks-when", when=writing.near(when, now, say.language))
        if when is not None and when > now
        else say("desk-asks-at-once"),
    )
    return Screen(text, [[Key(say.label("key-desk-message"), buttons.ShowMessage(one.id)), _card(one.id, say)]])


def trouble(facts: Trouble, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as pushes are shown
    """Say that an announcement has paused itself, or that all had gone by then, and why."""
    waiting = facts.fares.waiting
    text = lines(
        say("batch-stopped" if waiting else "batch-refused", title=desk_words.title(facts.one, say)),
        say("batch-why", words=facts.fares.batch.trouble or ""),
        say("desk-stopped-waiting", count=waiting) if waiting else None,
    )
    return Screen(text, [[_card(facts.one.id, say)]])


PUSHES = {
    actions.HELD: Push(notices.held, held),
    actions.PROPOSED: Push(notices.proposed, proposed),
    trouble_of(actions.SENDING): Push(notices.trouble, trouble),
    trouble_of(actions.CHANGING): Push(notices.trouble, trouble),
}
