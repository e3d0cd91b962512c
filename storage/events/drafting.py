"""An event that is being written: what its draft holds, and how it becomes an event."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from storage import drafts
from storage.drafts import Draft, DraftId, Gone, NotYours
from storage.events import publishing
from storage.events.publishing import NotYet, Published
from storage.events.rules import EventDetails, Kind
from storage.people import PersonId

FEATURE = "events"
"""The drafts of events are kept under this name."""

NEEDED = ("kind", "title_sl", "starts_at", "ends_at", "capacity", "closes_at")


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Something that every event needs is missing."""

    missing: tuple[str, ...]


def details(data: Mapping[str, Any]) -> EventDetails | Unfinished:
    """Read a draft's data: texts and numbers as they are, moments in ISO format."""
    missing = tuple(name for name in NEEDED if data.get(name) is None)
    if missing:
        return Unfinished(missing)
    return EventDetails(
        kind=Kind(data["kind"]),
        title_sl=data["title_sl"],
        title_en=data.get("title_en"),
        description_sl=data.get("description_sl"),
        description_en=data.get("description_en"),
        starts_at=datetime.fromisoformat(data["starts_at"]),
        ends_at=datetime.fromisoformat(data["ends_at"]),
        place=data.get("place"),
        link=data.get("link"),
        capacity=data["capacity"],
        closes_at=datetime.fromisoformat(data["closes_at"]),
    )


def publish(
    tx: Connection, draft_id: DraftId, version: int, by: PersonId, now: datetime
) -> Published | NotYet | Unfinished | NotYours | Gone:
    """Make a draft an event, and end the draft; a second time it is gone."""
    draft = drafts.lock(tx, draft_id, version, by, FEATURE)
    if not isinstance(draft, Draft):
        return draft
    written = details(draft.data)
    if isinstance(written, Unfinished):
        return written
    outcome = publishing.publish(tx, by, written, now)
    if isinstance(outcome, Published):
        drafts.end(tx, draft_id)
    return outcome
