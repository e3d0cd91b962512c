"""The buttons of feeds and of what they suggest. What was shown is decided on: a button says which `number` it was."""

from dataclasses import dataclass

from handlers.buttons import Button
from storage.calls.feeds.rules import EntryId, FeedId
from storage.drafts import DraftId

ALL = FeedId(0)
"""Stands for all feeds together."""


@dataclass(frozen=True, slots=True)
class Feeds(Button):
    """The feeds, a page of them."""

    tag = "fl"
    page: int


@dataclass(frozen=True, slots=True)
class OpenFeed(Button):
    """A feed's card."""

    tag = "fo"
    feed_id: FeedId


@dataclass(frozen=True, slots=True)
class LookNow(Button):
    """Have a feed looked at as soon as can be."""

    tag = "fn"
    feed_id: FeedId


@dataclass(frozen=True, slots=True)
class RemoveFeed(Button):
    """Look at a feed no more; `sure` once it was asked about."""

    tag = "fx"
    feed_id: FeedId
    sure: int


@dataclass(frozen=True, slots=True)
class NewFeed(Button):
    """Give the address of a feed."""

    tag = "fa"


@dataclass(frozen=True, slots=True)
class AddFeed(Button):
    """Look at the feed of a conversation from now on."""

    tag = "fb"
    draft_id: DraftId
    version: int


@dataclass(frozen=True, slots=True)
class Suggestions(Button):
    """What waits of a feed, or of `ALL`, a page of it."""

    tag = "fs"
    feed_id: FeedId
    page: int


@dataclass(frozen=True, slots=True)
class OpenSuggestion(Button):
    """A suggestion's card, or that of a change."""

    tag = "fe"
    entry_id: EntryId


@dataclass(frozen=True, slots=True)
class PublishSuggestion(Button):
    """Put a suggestion before the members."""

    tag = "fp"
    entry_id: EntryId
    number: int


@dataclass(frozen=True, slots=True)
class EditSuggestion(Button):
    """Write a call from a suggestion; `anew` throws another one away that is being written."""

    tag = "fw"
    entry_id: EntryId
    anew: int


@dataclass(frozen=True, slots=True)
class DismissSuggestion(Button):
    """Make nothing of a suggestion."""

    tag = "fd"
    entry_id: EntryId


@dataclass(frozen=True, slots=True)
class RestoreSuggestion(Button):
    """Take the dismissal of a suggestion back."""

    tag = "fu"
    entry_id: EntryId


@dataclass(frozen=True, slots=True)
class DismissAll(Button):
    """Make nothing of all that a feed suggests, until the `last` that was there; `sure` once it was asked about."""

    tag = "fda"
    feed_id: FeedId
    last: EntryId
    sure: int


@dataclass(frozen=True, slots=True)
class AcceptChange(Button):
    """Take a change over into the published call."""

    tag = "fc"
    entry_id: EntryId
    number: int


@dataclass(frozen=True, slots=True)
class IgnoreChange(Button):
    """Leave the published call as it is."""

    tag = "fi"
    entry_id: EntryId
    number: int
