"""What the office does with feeds and with what they suggest: one transaction each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, update

from storage import audit, drafts
from storage.calls import books as call_books
from storage.calls import publishing
from storage.calls.feeds import books, matching, notices
from storage.calls.feeds.rules import Columns, Entry, EntryId, Feed, FeedId, Source, State
from storage.calls.feeds.tables import call_feeds
from storage.calls.publishing import Amended, NotYet, Over, Published, Unchanged
from storage.calls.rules import Call, CallId, Content, Topic
from storage.drafts import Draft, DraftId, Gone, NotYours
from storage.people import PersonId

FEATURE = "call-feeds"
"""The drafts of feeds that are being added are kept under this name."""


@dataclass(frozen=True, slots=True)
class Added:
    """The feed is looked at from now on."""

    feed: Feed


@dataclass(frozen=True, slots=True)
class Already:
    """It is looked at already."""

    feed: Feed


@dataclass(frozen=True, slots=True)
class Removed:
    """The feed is not looked at any more; what came of it stays."""

    feed: Feed


@dataclass(frozen=True, slots=True)
class Dismissed:
    """So many suggestions were dismissed."""

    count: int


@dataclass(frozen=True, slots=True)
class Ignored:
    """The published call stays as it is."""


@dataclass(frozen=True, slots=True)
class NoSuch:
    """There is no such feed or entry any more."""


@dataclass(frozen=True, slots=True)
class Settled:
    """Somebody has decided on the entry before, or it is another than was shown."""


def add(
    tx: Connection, url: str, columns: Columns | None, title: str, topics: Sequence[Topic], by: PersonId | None,
    now: datetime,
) -> Added | Already:  # fmt: skip
    """Look at a feed from now on; without topics, what it has is of the kind that fits nowhere else."""
    there = books.at(tx, url)
    if there is not None:
        return Already(there)
    feed = books.create(tx, Source(url, columns), title, tuple(topics) or (Topic.OTHER,), by, now)
    audit.note(tx, by, "add_feed", {"feed": feed.id}, now)
    return Added(feed)


def add_draft(
    tx: Connection, draft_id: DraftId, version: int, by: PersonId, now: datetime
) -> Added | Already | NotYours | Gone:
    """Look at the feed of a conversation from now on, and end the conversation."""
    draft = drafts.lock(tx, draft_id, version, by, FEATURE)
    if not isinstance(draft, Draft):
        return draft
    if draft.data.get("url") is None:
        return Gone()
    topics = [Topic(topic) for topic in draft.data.get("topics", ())]
    outcome = add(tx, draft.data["url"], None, draft.data["title"], topics, by, now)
    drafts.end(tx, draft_id)
    return outcome


def remove(tx: Connection, feed_id: FeedId, by: PersonId | None, now: datetime) -> Removed | NoSuch:
    """Look at a feed no more; its suggestions go with it."""
    feed = books.lock(tx, feed_id)
    if feed is None:
        return NoSuch()
    books.remove(tx, feed_id)
    notices.take_back(tx, feed_id)
    audit.note(tx, by, "remove_feed", {"feed": feed_id}, now)
    return Removed(feed)


def look_now(tx: Connection, feed_id: FeedId, now: datetime) -> Feed | NoSuch:
    """Have a feed looked at as soon as can be, one that was gone too."""
    if books.lock(tx, feed_id) is None:
        return NoSuch()
    tx.execute(update(call_feeds).where(call_feeds.c.id == feed_id).values(next_at=now))
    return books.find(tx, feed_id) or NoSuch()


def suggested(feed: Feed, entry: Entry) -> Content:
    """Give the call that an entry would become."""
    details = entry.seen.details
    caller = details.caller or feed.title
    return replace(entry.seen, details=replace(details, caller=caller, topics=feed.topics))


def publish(
    tx: Connection, entry_id: EntryId, number: int, by: PersonId, now: datetime
) -> Published | NotYet | NoSuch | Settled:
    """Put a suggestion before the members, as it was shown."""
    found = books.lock_entry(tx, entry_id)
    if found is None:
        return NoSuch()
    feed, entry = found
    if entry.state is not State.NEW or entry.number != number:
        return Settled()
    outcome = publishing.publish(tx, suggested(feed, entry), by, now)
    if isinstance(outcome, Published):
        books.decide(tx, entry_id, State.PUBLISHED, outcome.call.id, entry.seen)
    return outcome


def call_of(tx: Connection, entry_id: EntryId) -> Call | None:
    """Find the call that has come of a suggestion, and let nobody else make one of it until the transaction ends."""
    found = books.lock_entry(tx, entry_id)
    return None if found is None or found[1].call is None else call_books.lock(tx, found[1].call)


def came_of(tx: Connection, entry_id: EntryId, call_id: CallId) -> None:
    """Remember the call that the office has written from a suggestion, as it was read last."""
    found = books.lock_entry(tx, entry_id)
    if found is not None and found[1].state in {State.NEW, State.DISMISSED}:
        books.decide(tx, entry_id, State.PUBLISHED, call_id, found[1].seen)


def dismiss(tx: Connection, entry_id: EntryId, by: PersonId, now: datetime) -> Dismissed | NoSuch | Settled:
    """Make nothing of a suggestion, now or later."""
    found = books.lock_entry(tx, entry_id)
    if found is None:
        return NoSuch()
    if found[1].state is not State.NEW:
        return Settled()
    books.decide(tx, entry_id, State.DISMISSED)
    audit.note(tx, by, "dismiss_entry", {"entry": entry_id}, now)
    return Dismissed(1)


def restore(tx: Connection, entry_id: EntryId, by: PersonId, now: datetime) -> None:
    """Take the dismissal of a suggestion back, if that is where it is."""
    found = books.lock_entry(tx, entry_id)
    if found is not None and found[1].state is State.DISMISSED:
        books.decide(tx, entry_id, State.NEW)
        audit.note(tx, by, "restore_entry", {"entry": entry_id}, now)


def dismiss_all(tx: Connection, feed_id: FeedId, last: EntryId, by: PersonId, now: datetime) -> Dismissed | NoSuch:
    """Make nothing of all that a feed suggests, until the last that was there when it was asked about."""
    if books.lock(tx, feed_id) is None:
        return NoSuch()
    count = books.dismiss(tx, feed_id, last)
    audit.note(tx, by, "dismiss_entries", {"feed": feed_id, "count": count}, now)
    return Dismissed(count)


def accept(
    tx: Connection, entry_id: EntryId, number: int, by: PersonId, now: datetime
) -> Amended | Unchanged | NotYet | Over | NoSuch | Settled:
    """Take a change that was shown over into the published call."""
    found = _changed(tx, entry_id, number)
    if not isinstance(found, tuple):
        return found
    entry, call, change = found
    outcome = publishing.amend(tx, call.id, call.version, matching.amended(call.content, change, entry.seen), by, now)
    match outcome:
        case publishing.NoSuch():
            return NoSuch()
        case NotYet():
            return outcome
        case _:
            books.decide(tx, entry_id, State.PUBLISHED, call.id, entry.seen)
            return outcome


def ignore(tx: Connection, entry_id: EntryId, number: int, by: PersonId, now: datetime) -> Ignored | NoSuch | Settled:
    """Leave the published call as it is; only what changes from now on is shown again."""
    found = _changed(tx, entry_id, number)
    if not isinstance(found, tuple):
        return found
    entry, call, _ = found
    books.decide(tx, entry_id, State.PUBLISHED, call.id, entry.seen)
    audit.note(tx, by, "ignore_change", {"entry": entry_id, "call": call.id}, now)
    return Ignored()


def _changed(tx: Connection, entry_id: EntryId, number: int) -> tuple[Entry, Call, matching.Change] | NoSuch | Settled:
    found = books.lock_entry(tx, entry_id)
    if found is None:
        return NoSuch()
    entry = found[1]
    call = None if entry.call is None else call_books.lock(tx, entry.call)
    if entry.state is not State.CHANGED or entry.number != number or call is None or entry.accepted is None:
        return Settled()
    change = matching.change(entry.accepted, entry.seen)
    return Settled() if change is None else (entry, call, change)
