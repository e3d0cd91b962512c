"""An announcement that is being written: what its draft holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from storage.announcements import rules
from storage.announcements.rules import AnyButton, Choice, Content, Late
from storage.announcements.times import Repeat, repeat_of

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
