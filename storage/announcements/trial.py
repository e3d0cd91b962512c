"""A test: an announcement that is being written, sent to colleagues only."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from storage import drafts, outbox, people
from storage.announcements import drafting, rules
from storage.announcements.drafting import Unfinished
from storage.announcements.rules import AnyButton, Content
from storage.drafts import DraftId, Gone, NotYours
from storage.outbox import MessageKey, Owed
from storage.people import Person, PersonId, Role

TRIAL = "announcement_trial"


@dataclass(frozen=True, slots=True)
class Trial:
    """What a colleague gets, from whom."""

    content: Content
    buttons: tuple[AnyButton, ...]
    by: str
    to: Person


def send(
    tx: Connection, draft_id: DraftId, version: int, by: Person, to: PersonId | None, now: datetime
) -> int | Unfinished | NotYours | Gone:
    """Owe a draft as it stands to a colleague, or with None to all; return to how many.

    Tapped twice, it is still one.
    """
    draft = drafts.lock(tx, draft_id, version, by.id, drafting.FEATURE)
    if not isinstance(draft, drafts.Draft):
        return draft
    if not (draft.data.get("sl") or draft.data.get("en")):
        return Unfinished()
    others = [one.id for one in people.with_role(tx, Role.STAFF) if one.id != by.id and to in {None, one.id}]
    args = {"by": by.first_name, **{name: draft.data.get(name) for name in ("sl", "en", "buttons")}}
    keys = {one: MessageKey(f"{TRIAL}:{draft_id}:{version}:{one}") for one in others}
    outbox.owe(tx, [Owed(key, one, TRIAL, args, now) for one, key in keys.items()], now)
    return len(others)


def facts(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Trial | None:  # noqa: ARG001
    """Find what a test says; None when the person has left."""
    person = people.get(tx, person_id)
    if person is None or not person.may(Role.STAFF):
        return None
    content = Content(rules.part_of(args["sl"]), rules.part_of(args["en"]))
    return Trial(content, tuple(map(rules.button_of, args["buttons"] or ())), args["by"], person)
