"""Feeds and what they suggest, in words. Pure."""

from collections.abc import Iterator
from datetime import datetime

from handlers.calls import words
from handlers.dates import writing
from handlers.texts import Markup, Say
from storage.calls.feeds.matching import Part
from storage.calls.feeds.reading import Suggestion
from storage.calls.feeds.rules import Entry, Failed, Feed, Health, State
from storage.calls.rules import Content, Details

SUMMARY = 300
"""So much of a summary is shown on a suggestion's card; the call has all of it."""


LISTED = 6
"""So many deadlines of an entry, or of its change, are shown there."""


def why(of: Health | Failed, say: Say) -> str:
    """Say why a feed could not be read."""
    return say.label("feed-why", trouble=str(of.trouble), status=str(of.status or ""))


def standing(feed: Feed, say: Say, now: datetime) -> Markup:
    """Say how a feed is: when it was read, what is wrong with it."""
    if feed.health.trouble is not None:
        gone = feed.next_at is None
        key = "feed-gone" if gone else "feed-fails"
        return say(key, why=why(feed.health, say))
    if feed.looked_at is None:
        return say("feed-not-yet")
    return say("feed-read", when=writing.near(feed.looked_at, now, say.language))


def key_of(entry: Entry, say: Say) -> str:
    """Name a suggestion on a button."""
    mark = say.label("suggestion-mark-changed" if entry.state is State.CHANGED else "suggestion-mark-new")
    return words.cut(f"{mark}{entry.seen.details.title(say.language)}")


def face(content: Content, say: Say, now: datetime) -> Iterator[Markup]:
    """Say what a suggested call is."""
    details = content.details
    yield say("call-title", title=details.title(say.language))
    yield say("call-caller", caller=details.caller)
    if content.deadlines:
        yield from (words.line(one, say, now) for one in content.deadlines[:LISTED])
        if (more := len(content.deadlines) - LISTED) > 0:
            yield say("call-more-deadlines", count=more)
    else:
        yield say("suggestion-no-deadline")
    if money := words.money(details, say):
        yield money
    if details.link:
        yield say("suggestion-link", link=details.link)
    yield say("suggestion-topics", topics=words.topics(details.topics, say))


def summary(details: Details, say: Say) -> Markup | None:
    """Give the beginning of a summary."""
    text = details.summary(say.language)
    return say("suggestion-summary", text=words.cut(text, SUMMARY)) if text else None


def changes(one: Suggestion, say: Say, now: datetime) -> Iterator[Markup]:
    """Say what has changed in an entry since the office decided on it: old, then new."""
    if one.change is None or one.entry.accepted is None:
        return
    for move in one.change.moved[:LISTED]:
        name = words.name(move.after or move.before or one.content.deadlines[0], say)
        before = say.label("change-none") if move.before is None else words.when(move.before, say, now)
        after = say.label("change-none") if move.after is None else words.when(move.after, say, now)
        yield say("change-deadline", name=name, before=before, after=after)
    if (more := len(one.change.moved) - LISTED) > 0:
        yield say("call-changed-more", count=more)
    old, new = one.entry.accepted.details, one.entry.seen.details
    for part in one.change.parts:
        yield say(f"change-{part}", before=_part(part, old, say), after=_part(part, new, say))


def _part(part: Part, details: Details, say: Say) -> str:
    match part:
        case Part.TITLE:
            return details.title(say.language)
        case Part.LINK:
            return details.link or say.label("change-none")
        case Part.AMOUNT:
            return say.label("change-none") if details.amount is None else words.amount(details.amount, say)
        case Part.SUMMARY:
            return words.cut(details.summary(say.language) or say.label("change-none"), SUMMARY)
