"""What follows from a look at a feed: suggestions, changes of published calls, word of trouble. One transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from storage.calls import books as call_books
from storage.calls.feeds import books, matching, notices, rules
from storage.calls.feeds.rules import KEPT, Document, Entry, Failed, Feed, FeedId, Fetched, Looked, Read, State
from storage.calls.rules import CallId, Content
from storage.calls.rules import State as CallState


@dataclass(frozen=True, slots=True)
class Took:
    """So many suggestions are new, and so many published calls have changed."""

    new: int
    changed: int


@dataclass(frozen=True, slots=True)
class Late:
    """The feed was removed, or somebody else has looked at it in the meantime."""


def took(tx: Connection, feed_id: FeedId, looks: int, looked: Looked, now: datetime) -> Took | Late:
    """Write what came of a look, which began when there had been so many `looks`."""
    feed = books.lock(tx, feed_id)
    if feed is None or feed.looks != looks:
        return Late()
    judged = rules.judge(feed.health, looked, now)
    books.write_look(tx, feed, judged, None if isinstance(looked, Failed) else looked.source, now)
    outcome = _entries(tx, feed, looked.document, now) if isinstance(looked, Fetched) else Took(0, 0)
    if outcome.new or outcome.changed:
        notices.tell_found(tx, feed, now)
    if judged.news is not None:
        notices.tell_health(tx, feed, judged.news, now)
    return outcome


def _entries(tx: Connection, feed: Feed, document: Document, now: datetime) -> Took:
    """Compare what was read with what is known, in this feed and then elsewhere, and write what is another."""
    there, changed, unknown = [], 0, []
    known = matching.recognise(document.entries, books.known_here(tx, feed), feed.title)
    for read, before in zip(document.entries, known, strict=True):
        if not isinstance(before, Entry):
            unknown.append(read)
            continue
        there.append(before.id)
        if read.content != before.seen or read.guid != before.guid:
            state = _again(tx, before, read.content)
            changed += state is State.CHANGED and before.state is not State.CHANGED
            books.write_again(tx, before, read, state, now)
    added = _added(tx, feed, unknown, document, now) if unknown else []
    books.add_entries(tx, feed, added, now)
    books.still_there(tx, there, now)
    books.forget(tx, feed, now - KEPT)
    return Took(sum(state is State.NEW for _, state, _ in added), changed)


def _added(
    tx: Connection, feed: Feed, entries: Sequence[Read], document: Document, now: datetime
) -> list[tuple[Read, State, CallId | None]]:
    """Tell what is new of entries that this feed did not have: others may have had them."""
    added: list[tuple[Read, State, CallId | None]] = []
    elsewhere = books.known_elsewhere(tx, feed, now)
    known = matching.recognise(entries, elsewhere, feed.title, among=document.entries)
    for read, before in zip(entries, known, strict=True):
        if isinstance(before, Entry):
            added.append((read, State.DOUBLE, None))
        elif before is not None:
            added.append((read, State.PUBLISHED, before))
        else:
            added.append((read, State.DISMISSED if _over(read.content, now) else State.NEW, None))
    return added


def _over(content: Content, now: datetime) -> bool:
    return content.ends_at is not None and content.ends_at <= now


def _again(tx: Connection, entry: Entry, seen: Content) -> State:
    """Tell where an entry is that is another now; only of a call that is open a change matters."""
    if entry.call is None or entry.accepted is None:
        return entry.state
    call = call_books.find(tx, entry.call)
    if call is None or call.state is not CallState.OPEN:
        return State.PUBLISHED
    return State.CHANGED if matching.change(entry.accepted, seen) else State.PUBLISHED
