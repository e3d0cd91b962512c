"""What an announcement is, and what Telegram will take of it. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, NewType, assert_never

from storage.people import PersonId

AnnouncementId = NewType("AnnouncementId", int)

TEXT_AT_MOST = 4096
CAPTION_AT_MOST = 1024
ALBUM_AT_MOST = 10
FILE_AT_MOST = 50_000_000
LABEL_AT_MOST = 40
LINK_AT_MOST = 500
"""Telegram's limits, the last two our own: UTF-16 units of text, files, bytes that a bot may send."""

FIELDS = {"ime": 128, "knjižnica": 200, "name": 128, "library": 200}
"""What can stand in braces in a text, and how many UTF-16 units it can get: Telegram's 64 letters, two units for each
emoji, and the longest name that the list of libraries takes."""

_FIELD = re.compile(r"\{\s*(ime|knjižnica|name|library)\s*\}", re.IGNORECASE)


class MediaKind(StrEnum):
    """What goes with a text."""

    PHOTO = "photo"
    DOCUMENT = "document"


class State(StrEnum):
    """Where an announcement is: waiting for a second pair of eyes, for its hour, for somebody to decide; or over."""

    PROPOSED = "proposed"
    PLANNED = "planned"
    HELD = "held"
    SENT = "sent"
    SKIPPED = "skipped"
    WITHDRAWN = "withdrawn"
    RECALLED = "recalled"


class Late(StrEnum):
    """What to do with what is late because the bot was off."""

    SEND = "send"
    HOLD = "hold"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Media:
    """A file that Telegram has: `file_id` names it there."""

    kind: MediaKind
    file_id: str


@dataclass(frozen=True, slots=True)
class Part:
    """A message in one language: a text in HTML, or files with it as their caption. `plain` is without formatting."""

    html: str
    plain: str
    media: tuple[Media, ...] = ()
    preview: bool = True


@dataclass(frozen=True, slots=True)
class Content:
    """The message in Slovene and in English; what is missing is said in the other language."""

    sl: Part | None
    en: Part | None

    def part(self, language: str) -> Part:
        """Choose the version for a language."""
        first, second = (self.sl, self.en) if language == "sl" else (self.en, self.sl)
        chosen = first or second
        if chosen is None:
            raise ValueError("An announcement says something.")
        return chosen


@dataclass(frozen=True, slots=True)
class LinkButton:
    """Opens a web page."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class ReadButton:
    """Says "I have read this"."""


@dataclass(frozen=True, slots=True)
class EventButton:
    """Opens an event."""

    event_id: int


AnyButton = LinkButton | ReadButton | EventButton


@dataclass(frozen=True, slots=True)
class Choice:
    """A step in choosing who gets it: those of a `kind` are added, or with `minus` taken away."""

    kind: str
    args: Mapping[str, Any]
    minus: bool = False


@dataclass(frozen=True, slots=True)
class Announcement:
    """One announcement; of one that repeats, the one to come."""

    id: AnnouncementId
    content: Content
    buttons: tuple[AnyButton, ...]
    audience: tuple[Choice, ...]
    state: State
    urgent: bool
    pinned: bool
    late: Late
    send_at: datetime | None
    repeat: Mapping[str, Any] | None
    created_by: PersonId | None
    created_at: datetime
    batch_id: int | None
    follow_up_id: int | None
    sent_at: datetime | None

    @property
    def asks_to_confirm(self) -> bool:
        """Whether it has "I have read this" under it."""
        return any(isinstance(button, ReadButton) for button in self.buttons)


class Problem(StrEnum):
    """What Telegram would not take."""

    EMPTY = "empty"
    TEXT_TOO_LONG = "text-too-long"
    CAPTION_TOO_LONG = "caption-too-long"
    TOO_MANY_FILES = "too-many-files"
    MIXED_ALBUM = "mixed-album"


LATE_AFTER = timedelta(minutes=10)
"""What begins within so long of its hour is on time."""


def when_late(rule: Late, at: datetime, now: datetime) -> Late:
    """Tell what to do with what was to go `at` a moment: send it when it is on time, else what its rule says."""
    return rule if now - at > LATE_AFTER else Late.SEND


def units(text: str) -> int:
    """Count a text as Telegram does, in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def longest(plain: str) -> int:
    """Tell how long a text may get once its fields are filled in."""
    return units(_FIELD.sub(lambda found: "x" * FIELDS[found[1].lower()], plain))


def room(part: Part) -> int:
    """Tell how many more units Telegram would take of a message; of one that is too long, a negative number."""
    return (CAPTION_AT_MOST if part.media else TEXT_AT_MOST) - longest(part.plain)


def check(part: Part) -> Problem | None:
    """Find what Telegram would not take of a message."""
    if not part.media:
        if not part.plain.strip():
            return Problem.EMPTY
        return Problem.TEXT_TOO_LONG if room(part) < 0 else None
    if len(part.media) > ALBUM_AT_MOST:
        return Problem.TOO_MANY_FILES
    if len({media.kind for media in part.media}) > 1:
        return Problem.MIXED_ALBUM
    return Problem.CAPTION_TOO_LONG if room(part) < 0 else None


def fill(html: str, first_name: str, library: str) -> str:
    """Put the fields into a text; both values are HTML already."""
    values = {"ime": first_name, "name": first_name, "knjižnica": library, "library": library}
    return _FIELD.sub(lambda found: values[found[1].lower()], html)


def kept_part(part: Part | None) -> dict[str, Any] | None:
    """Return what the books and drafts keep of a message."""
    if part is None:
        return None
    media = [[media.kind.value, media.file_id] for media in part.media]
    return {"html": part.html, "plain": part.plain, "media": media, "preview": part.preview}


def part_of(kept: Mapping[str, Any] | None) -> Part | None:
    """Read what the books and drafts keep of a message."""
    if kept is None:
        return None
    media = tuple(Media(MediaKind(kind), file_id) for kind, file_id in kept["media"])
    return Part(kept["html"], kept["plain"], media, kept["preview"])


def kept_button(button: AnyButton) -> dict[str, Any]:
    """Return what the books and drafts keep of a button."""
    match button:
        case LinkButton(label, url):
            return {"kind": "link", "label": label, "url": url}
        case ReadButton():
            return {"kind": "read"}
        case EventButton(event_id):
            return {"kind": "event", "event": event_id}
        case _:
            assert_never(button)


def button_of(kept: Mapping[str, Any]) -> AnyButton:
    """Read what the books and drafts keep of a button."""
    match kept["kind"]:
        case "link":
            return LinkButton(kept["label"], kept["url"])
        case "read":
            return ReadButton()
        case "event":
            return EventButton(kept["event"])
        case kind:
            raise ValueError(f"No such button: {kind}")


def kept_choice(choice: Choice) -> dict[str, Any]:
    """Return what the books and drafts keep of a step in choosing."""
    return {"kind": choice.kind, "args": dict(choice.args), "minus": choice.minus}


def choice_of(kept: Mapping[str, Any]) -> Choice:
    """Read what the books and drafts keep of a step in choosing."""
    return Choice(kept["kind"], kept["args"], kept["minus"])
