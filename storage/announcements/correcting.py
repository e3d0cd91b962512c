"""A correction that is being written: what its draft holds, and what becomes of it."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from storage import drafts
from storage.announcements import afterwards, tables
from storage.announcements.actions import NoSuch
from storage.announcements.rules import Announcement, AnnouncementId, Content, Part, State, part_of
from storage.drafts import Draft, DraftId, Gone, NotYours
from storage.people import PersonId

FEATURE = "announcement_correction"
"""The drafts of corrections are kept under this name."""


@dataclass(frozen=True, slots=True)
class Approved:
    """Somebody else has approved the text that is to go; it cannot be another one."""


def about(draft: Draft) -> AnnouncementId:
    """Tell which announcement a draft puts right."""
    return AnnouncementId(draft.data["announcement"])


def corrected(one: Announcement, data: Mapping[str, Any]) -> Content:
    """Read what an announcement says once it is put right: other words, the same files."""
    return Content(*(_part(there, data.get(name)) for name, there in (("sl", one.content.sl), ("en", one.content.en))))


def _part(there: Part | None, kept: Mapping[str, Any] | None) -> Part | None:
    given = part_of(kept)
    return dataclasses.replace(given, media=there.media) if there and given else there


def submit(
    tx: Connection, draft_id: DraftId, version: int, by: PersonId, now: datetime, *, approval: bool
) -> Announcement | NoSuch | NotYours | Gone | Approved:
    """Put an announcement right, with all that was delivered of it."""
    draft = drafts.lock(tx, draft_id, version, by, FEATURE)
    if not isinstance(draft, Draft):
        return draft
    one = tables.lock(tx, about(draft))
    drafts.end(tx, draft_id)
    if one is None:
        return NoSuch()
    if approval and one.state is not State.SENT:
        return Approved()
    outcome = afterwards.correct(tx, one.id, corrected(one, draft.data), by, now)
    return outcome if isinstance(outcome, NoSuch) else one
