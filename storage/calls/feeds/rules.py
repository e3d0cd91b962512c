"""What a feed is, when it is looked at, and when the office hears that something is wrong with it. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType
from urllib.parse import urlsplit

from storage.calls.rules import CallId, Content, Topic
from storage.people import PersonId

FeedId = NewType("FeedId", int)
EntryId = NewType("EntryId", int)

ENTRIES_AT_MOST = 200
"""So many entries of a feed are read, the newest; what is older was found when it was new."""

ADDRESS_AT_MOST = 500
GUID_AT_MOST = 500
TITLE_AT_MOST = 200
"""Characters."""

USUALLY = timedelta(hours=1)
SELDOM = timedelta(days=1)
"""A feed is looked at no more often and no less often, whatever it wishes; one that fails waits ever longer, as far."""

ASKED_AT_MOST = timedelta(days=7)
"""A feed that asks for more time gets no more."""

TOLD_AFTER = 3
"""So many failures in a row are trouble: a server may be away for a while."""


class Kind(StrEnum):
    """What a feed is written in; RSS and Atom are both XML."""

    XML = "xml"
    JSON = "json"
    PORTAL = "portal"
    CSV = "csv"


class Trouble(StrEnum):
    """Why a feed could not be read."""

    NOT_PUBLIC = "not-public"
    UNREACHABLE = "unreachable"
    STATUS = "status"
    BUSY = "busy"
    GONE = "gone"
    LOST = "lost"
    SLOW = "slow"
    HUGE = "huge"
    NO_FEED = "no-feed"
    UNREADABLE = "unreadable"


class State(StrEnum):
    """Where an entry is: a suggestion, decided on, or the same call as an entry or a call that was known before."""

    NEW = "new"
    DISMISSED = "dismissed"
    PUBLISHED = "published"
    CHANGED = "changed"
    DOUBLE = "double"


WAITING = (State.NEW, State.CHANGED)
"""What the office has still to decide on."""

KEPT = timedelta(days=180)
"""So long an entry of which no call came is remembered after it was last there."""

Columns = Mapping[str, str]
"""How the columns of a CSV file are called, by what they hold: see `storage.calls.feeds.table`."""


@dataclass(frozen=True, slots=True)
class Read:
    """An entry as a feed has it: a call as far as it tells. `guid` is the feed's own name for it."""

    guid: str | None
    content: Content


@dataclass(frozen=True, slots=True)
class Document:
    """What a feed holds, newest entries first; it wishes not to be looked at more often than `every`."""

    kind: Kind
    title: str | None
    entries: tuple[Read, ...]
    every: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where to look, and what the server said the last time, so that it need not send the same again."""

    url: str
    columns: Columns | None = None
    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """The feed was read; `source` is where it is from now on."""

    source: Source
    document: Document
    every: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The server says that nothing has changed."""

    source: Source
    every: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Failed:
    """The feed could not be read; the server may ask for so much time, and `status` is what it answered with."""

    trouble: Trouble
    status: int | None = None
    wait: timedelta | None = None


Looked = Fetched | Unchanged | Failed


@dataclass(frozen=True, slots=True)
class Health:
    """How it went lately: so many failures in a row, the last of them, and whether the office was told of it."""

    failures: int = 0
    trouble: Trouble | None = None
    status: int | None = None
    told: bool = False


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed. `looks` counts how often it was looked at; `next_at` is None when it is gone for good.

    What it has is suggested with `caller` and `topics`, where it does not say them itself.
    """

    id: FeedId
    source: Source
    title: str
    topics: tuple[Topic, ...]
    looks: int
    next_at: datetime | None
    looked_at: datetime | None
    health: Health
    added_by: PersonId | None


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry in the books: as it was `seen` last, and as it was when the office last decided (`accepted`).

    `number` counts up whenever it is another: what was shown before is not what would be published.
    """

    id: EntryId
    feed: FeedId
    guid: str | None
    seen: Content
    accepted: Content | None
    state: State
    number: int
    call: CallId | None


@dataclass(frozen=True, slots=True)
class Broke:
    """The office is to hear that a feed cannot be read."""


@dataclass(frozen=True, slots=True)
class Works:
    """The office, which had heard of trouble, is to hear that it is over."""


@dataclass(frozen=True, slots=True)
class Judged:
    """How a feed is after a look, when the next one is, and what the office is to hear of that."""

    health: Health
    next_at: datetime | None
    news: Broke | Works | None = None


def judge(before: Health, looked: Looked, now: datetime) -> Judged:
    """Decide what follows from a look for the feed itself."""
    if not isinstance(looked, Failed):
        wished = [every for every in (looked.every, _wish(looked)) if every is not None]
        pause = min(max([USUALLY, *wished]), SELDOM)
        return Judged(Health(), now + pause, Works() if before.told else None)
    failures = before.failures + 1
    gone = looked.trouble is Trouble.GONE
    broke = not before.told and (gone or failures >= TOLD_AFTER)
    health = Health(failures, looked.trouble, looked.status, told=before.told or broke)
    if gone:
        return Judged(health, None, Broke() if broke else None)
    pause = min(USUALLY * 2 ** min(failures - 1, 10), SELDOM)
    asked = min(looked.wait or pause, ASKED_AT_MOST)
    return Judged(health, now + max(pause, asked), Broke() if broke else None)


def _wish(looked: Fetched | Unchanged) -> timedelta | None:
    return looked.document.every if isinstance(looked, Fetched) else None


def called(found: Fetched) -> str:
    """Tell how a feed is called: as it says, else by where it is."""
    return found.document.title or urlsplit(found.source.url).hostname or found.source.url


@dataclass(frozen=True, slots=True)
class BadAddress:
    """This is not the address of a feed that may be looked at."""


def address(text: str) -> str | BadAddress:
    """Read an address that somebody gives: a web address without a name and a password in it."""
    found = re.sub("^feed:(//)?", "", text.strip(), flags=re.IGNORECASE)
    if "://" not in found and "." in found.partition("/")[0]:
        found = f"https://{found}"
    if len(found) > ADDRESS_AT_MOST or not found.isprintable() or " " in found:
        return BadAddress()
    return urlsplit(found)._replace(fragment="").geturl() if may_be_asked(found) else BadAddress()


def may_be_asked(url: str) -> bool:
    """Tell whether this is a whole web address that names no person; whether it is public is not seen from it."""
    try:
        parts = urlsplit(url)
        whole = bool(parts.hostname) and parts.port != 0 and "@" not in parts.netloc
    except ValueError:
        return False
    return whole and parts.scheme in {"http", "https"}
