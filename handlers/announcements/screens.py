"""Announcements as members see them. Pure."""

from handlers.screen import Alert
from handlers.texts import Say
from storage.announcements.actions import NoSuch
from storage.announcements.afterwards import Confirmed


def confirmed(outcome: Confirmed | NoSuch, say: Say) -> Alert:
    """Thank whoever has read it, over the announcement."""
    match outcome:
        case NoSuch():
            return Alert(say.label("announcement-gone"))
        case Confirmed(first=True):
            return Alert(say.label("announcement-confirmed"))
        case Confirmed():
            return Alert(say.label("announcement-confirmed-before"))
