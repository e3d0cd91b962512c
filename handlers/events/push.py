"""What the bot says of its own accord about events. Pure."""

from datetime import datetime

from handlers.context import Push
from handlers.dates import writing
from handlers.events import buttons, words
from handlers.screen import Key, Screen, lines
from handlers.texts import Say
from storage.events import notices
from storage.events.reading import Card


def reminder(one: Card, say: Say, now: datetime) -> Screen:
    """Remind of an event, and ask whoever cannot come to free the seat."""
    details = one.event.details
    when = writing.capitalised(writing.near(details.starts_at, now, say.language))
    text = lines(
        say("reminder", when=when, title=words.title(details, say), where=words.where(details, say)),
        say("event-link", link=details.link) if details.link else None,
        say("reminder-cannot"),
    )
    keys = [
        Key(say.label("key-coming"), buttons.Coming(one.event.id)),
        Key(say.label("key-unregister"), buttons.Unregister(one.event.id, 0)),
    ]
    return Screen(text, [keys])


def called_off(one: Card, say: Say, now: datetime) -> Screen:
    """Say that an event is off."""
    details = one.event.details
    text = lines(
        say(
            "called-off",
            title=words.title(details, say),
            when=writing.near(details.starts_at, now, say.language),
        ),
        say("called-off-means"),
    )
    return Screen(text, [[Key(say.label("key-events"), buttons.Events(0))]])


PUSHES = {
    notices.REMINDER: Push(notices.reminder_facts, reminder),
    notices.CANCELLED: Push(notices.cancelled_facts, called_off),
}
