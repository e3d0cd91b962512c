"""What the office is told of its own accord about feeds. Pure."""

from datetime import datetime

from handlers.calls.feeds import buttons, words
from handlers.context import Push
from handlers.screen import Key, Screen, lines
from handlers.texts import Say
from storage.calls.feeds import notices
from storage.calls.feeds.reading import Line


def found(line: Line, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as pushes are shown
    """Say what waits of a feed."""
    feed = line.feed
    text = lines(
        say("feed-news", title=feed.title),
        say("feed-news-new", count=line.new) if line.new else None,
        say("feed-news-changed", count=line.changed) if line.changed else None,
    )
    return Screen(text, [[Key(say.label("key-review"), buttons.Suggestions(feed.id, 0))]])


def trouble(line: Line, say: Say, now: datetime) -> Screen:  # noqa: ARG001
    """Say that a feed cannot be read, and why."""
    feed = line.feed
    gone = feed.next_at is None
    text = lines(
        say("feed-trouble", title=feed.title),
        say("feed-trouble-why", why=words.why(feed.health, say)),
        say("feed-trouble-gone" if gone else "feed-trouble-goes-on"),
    )
    return Screen(text, [[Key(say.label("key-feed"), buttons.OpenFeed(feed.id))]])


def works(line: Line, say: Say, now: datetime) -> Screen:  # noqa: ARG001
    """Say that a feed works again."""
    feed = line.feed
    return Screen(say("feed-works", title=feed.title), [[Key(say.label("key-feed"), buttons.OpenFeed(feed.id))]])


PUSHES = {
    notices.FOUND: Push(notices.found_facts, found),
    notices.TROUBLE: Push(notices.trouble_facts, trouble),
    notices.WORKS: Push(notices.works_facts, works),
}
