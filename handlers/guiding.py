"""Pieces that the cards of conversations share. Pure."""

from functools import partial

from handlers.conversation import Pick
from handlers.dates.keys import Pick as Picks
from handlers.home import LeaveDraft
from handlers.paging import PAGE, turning
from handlers.screen import Key, Keys
from handlers.texts import Say
from storage.drafts import Draft
from storage.pages import page_of


def picks(draft: Draft) -> Picks:
    """Make the buttons of a card, from a label and what the button says."""
    return partial(_pick, draft)


def _pick(draft: Draft, label: str, said: str) -> Key:
    return Key(label, Pick(draft.id, draft.version, said))


def said(word: str, argument: object) -> str:
    """Put a button's word and what it is about together."""
    return f"{word} {argument}"


def back_and_leave(draft: Draft, say: Say) -> Keys:
    """Give the ways back and out."""
    return [[picks(draft)(say.label("key-back"), "/back")], [Key(say.label("key-leave"), LeaveDraft())]]


def leave(say: Say) -> Keys:
    """Give the way out."""
    return [[Key(say.label("key-leave"), LeaveDraft())]]


def paged(draft: Draft, rows: Keys, say: Say, kept: str = "page") -> Keys:
    """Give the page of rows that the draft is at, `kept` there, and the buttons to those before and behind."""
    shown = page_of(rows, int(draft.data.get(kept, 0)), PAGE)
    return [*shown.lines, turning(shown, lambda to: Pick(draft.id, draft.version, said("/page", to)), say)]
