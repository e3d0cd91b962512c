"""Long lists in pages: which one it is, and the buttons to those beside it. Pure."""

from collections.abc import Callable
from typing import Any

from handlers.buttons import Button
from handlers.screen import Key
from handlers.texts import Markup, Say
from storage.pages import Page

PAGE = 8
"""So many lines, each with its button, fit a telephone."""


def page_line(page: Page[Any], say: Say) -> Markup | None:
    """Say which page it is; nothing if it is the only one."""
    return say("page-of", page=page.number + 1, pages=page.pages) if page.pages > 1 else None


def turning(page: Page[Any], to: Callable[[int], Button], say: Say) -> list[Key]:
    """Give the buttons to the pages before and behind."""
    keys = []
    if page.number > 0:
        keys.append(Key(say.label("key-previous-page"), to(page.number - 1)))
    if page.number < page.pages - 1:
        keys.append(Key(say.label("key-next-page"), to(page.number + 1)))
    return keys
