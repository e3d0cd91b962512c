"""A call in a conversation: written anew, or changed, and then put before the members."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from storage import drafts
from storage.calls import plain, publishing
from storage.calls.publishing import Amended, NoSuch, NotYet, Over, Published, Unchanged
from storage.calls.rules import Call, CallId, Content
from storage.drafts import Draft, DraftId, Gone, NotYours
from storage.people import PersonId

FEATURE = "calls"
"""The drafts of calls are kept under this name, new ones and changes of published ones."""


def of_call(call: Call) -> dict[str, Any]:
    """Lay a published call out as the data of a conversation that changes it."""
    return {**of_content(call.content), "call": call.id, "call_version": call.version}


def of_content(one: Content) -> dict[str, Any]:
    """Lay a call out as the data of a conversation: its details side by side, and its deadlines."""
    kept = plain.of_content(one)
    said = {name: value for name, value in kept["details"].items() if value not in (None, "", [])}
    return {**said, "deadlines": kept["deadlines"]}


def content(data: Mapping[str, Any]) -> Content:
    """Read the call in a conversation's data, as far as it has come; deadlines in order of time."""
    found = sorted(map(plain.deadline, data.get("deadlines", ())), key=lambda one: one.when.ends_at)
    return Content(plain.details(data), tuple(found))


def changes(data: Mapping[str, Any]) -> CallId | None:
    """Tell which published call a conversation changes; None for a new one."""
    return None if data.get("call") is None else CallId(data["call"])


def publish_draft(
    tx: Connection, draft_id: DraftId, version: int, by: PersonId, now: datetime
) -> Published | Amended | Unchanged | NotYet | NoSuch | Over | NotYours | Gone:
    """Put the call of a draft before the members, or change the one it is about, and end the draft."""
    draft = drafts.lock(tx, draft_id, version, by, FEATURE)
    if not isinstance(draft, Draft):
        return draft
    said, of = content(draft.data), changes(draft.data)
    if of is None:
        outcome: Published | Amended | Unchanged | NotYet | NoSuch | Over = publishing.publish(tx, said, by, now)
    else:
        outcome = publishing.amend(tx, of, draft.data["call_version"], said, by, now)
    if isinstance(outcome, Published | Amended | Unchanged):
        drafts.end(tx, draft_id)
    return outcome
