"""An announcement that is being written: what its draft holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from storage import drafts
from storage.announcements import rules
from storage.announcements.rules import AnyButton, Choice, Content, Late
from storage.announcements.times import Repeat, repeat_of
from storage.drafts import Draft, DraftId
from storage.people import PersonId

FEATURE = "announcements"
"""The drafts of announcements are kept under this name."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What goes to whom, and when: at once without `send_at`."""

    content: Content
    buttons: tuple[AnyButton, ...]
    audience: tuple[Choice, ...]
    urgent: bool
    pinned: bool
    late: Late
    send_at: datetime | None
    repeat: Repeat | None


@dataclass(frozen=True, slots=True)
class Gone:
    """The draft has been sent, thrown away or changed since."""


@dataclass(frozen=True, slots=True)
class NotYours:
    """The draft is somebody else's."""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """There is no message, or nobody to get it."""


def wanted(data: Mapping[str, Any]) -> Wanted | Unfinished:
    """Read a draft's data: messages, buttons and choices as the books keep them, the moment in ISO format."""
    content = Content(rules.part_of(data.get("sl")), rules.part_of(data.get("en")))
    audience = tuple(map(rules.choice_of, data.get("audience", ())))
    if not audience or (content.sl is None and content.en is None):
        return Unfinished()
    return Wanted(
        content=content,
        buttons=tuple(map(rules.button_of, data.get("buttons", ()))),
        audience=audience,
        urgent=data.get("urgent", False),
        pinned=data.get("pinned", False),
        late=Late(data.get("late", Late.SEND)),
        send_at=datetime.fromisoformat(data["send_at"]) if data.get("send_at") else None,
        repeat=repeat_of(data["repeat"]) if data.get("repeat") else None,
    )


def lock(
    tx: Connection, draft_id: DraftId, version: int, by: PersonId, feature: str = FEATURE
) -> Draft | Gone | NotYours:
    """Find a draft at a version and let nobody else change it until the transaction ends."""
    draft = drafts.held(tx, draft_id)
    if draft is not None and draft.person_id != by:
        return NotYours()
    if draft is None or draft.version != version or draft.feature != feature:
        return Gone()
    return draft
