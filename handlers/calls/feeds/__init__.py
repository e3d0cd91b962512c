"""Feeds in the office: where calls are read from, and what is made of what they suggest."""

from handlers.calls.feeds import buttons, guide, push, staff
from handlers.screen import Key
from handlers.texts import Say

ROUTES = staff.ROUTES
GUIDES = (guide.GUIDE,)
PUSHES = push.PUSHES


def key(say: Say) -> Key:
    """Give the way to the feeds."""
    return Key(say.label("key-feeds"), buttons.Feeds(0))
