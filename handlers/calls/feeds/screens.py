"""What the office sees of feeds. Pure: facts in, card out."""

from collections.abc import Sequence
from datetime import datetime

from handlers.calls import desk_buttons
from handlers.calls import words as call_words
from handlers.calls.feeds import buttons, words
from handlers.paging import PAGE, turning
from handlers.screen import Key, Screen, lines
from handlers.texts import Say
from storage.calls.feeds.actions import Added, Already, NoSuch, Removed
from storage.calls.feeds.reading import Line
from storage.calls.feeds.rules import Feed
from storage.pages import page_of


def to_list(say: Say) -> Key:
    """Lead back to the list."""
    return Key(say.label("key-back"), buttons.Feeds(0))


def no_such(say: Say) -> Screen:
    """Say that there is no such feed."""
    return Screen(say("feed-no-such"), [[to_list(say)]])


def listed(feeds: Sequence[Line], page: int, say: Say) -> Screen:
    """List the feeds."""
    shown = page_of(feeds, page, PAGE)
    waiting = sum(line.waiting for line in feeds)
    text = lines(
        say("feeds-card"),
        say("feeds-count", count=len(feeds)) if feeds else say("feeds-none"),
        say("feeds-waiting", count=waiting) if waiting else None,
        say("feeds-marks") if any(line.feed.health.trouble for line in shown.lines) else None,
    )
    rows = [[Key(_label(line, say), buttons.OpenFeed(line.feed.id))] for line in shown.lines]
    decide = [Key(say.label("key-suggestions", count=waiting), buttons.Suggestions(buttons.ALL, 0))]
    return Screen(text, [
        *(([decide]) if waiting else []),
        *rows,
        turning(shown, buttons.Feeds, say),
        [Key(say.label("key-new-feed"), buttons.NewFeed()), Key(say.label("key-back"), desk_buttons.OfficeCalls(0, 0))],
    ])  # fmt: skip


def _label(line: Line, say: Say) -> str:
    mark = say.label("feed-mark-trouble") if line.feed.health.trouble is not None else ""
    count = say.label("feed-mark-waiting", count=line.waiting) if line.waiting else ""
    return f"{mark}{call_words.cut(line.feed.title)}{count}"


def card(line: Line, say: Say, now: datetime) -> Screen:
    """Show a feed."""
    feed = line.feed
    text = lines(
        say("feed-title", title=feed.title),
        say("feed-address", address=feed.source.url),
        say("suggestion-topics", topics=call_words.topics(feed.topics, say)),
        words.standing(feed, say, now),
        say("feeds-waiting", count=line.waiting) if line.waiting else None,
    )
    number = feed.id
    return Screen(text, [
        [Key(say.label("key-suggestions", count=line.waiting), buttons.Suggestions(number, 0))] if line.waiting else [],
        [Key(say.label("key-look-now"), buttons.LookNow(number)),
         Key(say.label("key-remove"), buttons.RemoveFeed(number, 0))],
        [to_list(say)],
    ])  # fmt: skip


def looking(feed: Feed | NoSuch, say: Say) -> Screen:
    """Say that a feed is looked at."""
    if isinstance(feed, NoSuch):
        return no_such(say)
    keys = [Key(say.label("key-feed"), buttons.OpenFeed(feed.id)), to_list(say)]
    return Screen(say("feed-looking", title=feed.title), [keys])


def added(outcome: Added | Already, say: Say) -> Screen:
    """Say that a feed is looked at from now on, or was before."""
    key = "feed-added" if isinstance(outcome, Added) else "feed-already"
    feed = outcome.feed
    keys = [Key(say.label("key-feed"), buttons.OpenFeed(feed.id)), to_list(say)]
    return Screen(say(key, title=feed.title), [keys])


def ask_remove(line: Line, say: Say) -> Screen:
    """Ask whether a feed is to go."""
    feed = line.feed
    text = lines(
        say("feed-ask-remove", title=feed.title),
        say("feed-remove-suggestions", count=line.waiting) if line.waiting else None,
        say("feed-remove-calls"),
    )
    return Screen(text, [[
        Key(say.label("key-remove"), buttons.RemoveFeed(feed.id, 1)),
        Key(say.label("key-back"), buttons.OpenFeed(feed.id)),
    ]])  # fmt: skip


def removed(outcome: Removed | NoSuch, say: Say) -> Screen:
    """Say that a feed is gone."""
    if isinstance(outcome, NoSuch):
        return no_such(say)
    return Screen(say("feed-removed", title=outcome.feed.title), [[to_list(say)]])


def draft_gone(say: Say) -> Screen:
    """Say that the conversation has ended."""
    return Screen(say("conversation-gone"), [[to_list(say)]])
