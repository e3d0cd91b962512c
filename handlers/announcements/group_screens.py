"""What the bot says in groups, in the group's language. Pure."""

from handlers.announcements import buttons
from handlers.screen import Alert, Key, Screen, lines
from handlers.texts import Say
from storage.groups import Group, NoSuchGroup


def asks(group: Group, say: Say, *, forum: bool) -> Screen:
    """Offer to bring announcements, or say that they come already."""
    speak = say.in_language(group.language)
    if group.lets_in:
        return Screen(speak("group-lets-in", title=group.title))
    topics = speak("group-topics") if forum and not group.thread_id else None
    text = lines(speak("group-asks", title=group.title), speak("group-who-confirms"), topics)
    return Screen(text, [[Key(speak.label("key-let-in"), buttons.LetIn(group.id))]])


def let_in(outcome: Group | NoSuchGroup, say: Say) -> Screen | Alert:
    """Say that announcements come from now on."""
    if isinstance(outcome, NoSuchGroup):
        return Alert(say.label("group-gone"))
    return Screen(say.in_language(outcome.language)("group-lets-in", title=outcome.title))
