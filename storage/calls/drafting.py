"""A call in a conversation: written anew, or changed, and then put before the members."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from storage import drafts
from storage.calls import books, merging, plain, publishing
from storage.calls.feeds import actions as feeds
from storage.calls.feeds.rules import EntryId
from storage.calls.publishing import Amended, NoSuch, NotYet, Over, Published, Unchanged
from storage.calls.rules import Call, CallId, Content
from storage.drafts import Draft, DraftId, Gone, NotYours
from storage.people import PersonId

FEATURE = "calls"
"""The drafts of calls are kept under this name, new ones and changes of published ones."""


MOVING = "call_deadline"
"""The drafts in which one deadline of a published call is moved."""


OWN = ("entry",)
"""What a draft holds beside the call: the suggestion from which it was made."""


@dataclass(frozen=True, slots=True)
class Overtaken:
    """The call has changed since, `by` somebody; the draft is kept, with what they have changed in it."""

    call: Call
    by: str | None


def of_call(call: Call) -> dict[str, Any]:
    """Lay a published call out as the data of a conversation that changes it."""
    return {**of_content(call.content), "call": call.id, "call_version": call.version}


def of_content(one: Content) -> dict[str, Any]:
    """Lay a call out as the data of a conversation: its details side by side, and its deadlines."""
    kept = plain.of_content(one)
    said = {name: value for name, value in kept["details"].items() if value not in (None, "", [])}
    return {**said, "deadlines": kept["deadlines"]}


def of_suggestion(content: Content, entry_id: EntryId) -> dict[str, Any]:
    """Lay a suggestion of a feed out as the data of a conversation that makes a call of it."""
    return {**of_content(content), "entry": entry_id}


def content(data: Mapping[str, Any]) -> Content:
    """Read the call in a conversation's data, as far as it has come; deadlines in order of time."""
    found = sorted(map(plain.deadline, data.get("deadlines", ())), key=lambda one: one.when.ends_at)
    return Content(plain.details(data), tuple(found))


def changes(data: Mapping[str, Any]) -> CallId | None:
    """Tell which published call a conversation changes; None for a new one."""
    return None if data.get("call") is None else CallId(data["call"])


def publish_draft(
    tx: Connection, draft_id: DraftId, version: int, by: PersonId, now: datetime
) -> Published | Amended | Unchanged | Overtaken | NotYet | NoSuch | Over | NotYours | Gone:
    """Put the call of a draft before the members, or change the one it is about, and end the draft."""
    draft = drafts.lock(tx, draft_id, version, by, FEATURE)
    if not isinstance(draft, Draft):
        return draft
    said, of = content(draft.data), changes(draft.data)
    entry = None if draft.data.get("entry") is None else EntryId(draft.data["entry"])
    if of is None and entry is not None and (there := feeds.call_of(tx, entry)) is not None:
        return _bring_together(tx, _as_change(tx, draft, there), there, now)
    if of is None:
        outcome: Published | Amended | Unchanged | NotYet | NoSuch | Over = publishing.publish(tx, said, by, now)
    else:
        call, known = books.lock(tx, of), draft.data["call_version"]
        if call is not None and call.version != known:
            return _bring_together(tx, draft, call, now)
        outcome = publishing.amend(tx, of, known, said, by, now)
    if isinstance(outcome, Published | Amended | Unchanged):
        drafts.end(tx, draft_id)
    if isinstance(outcome, Published) and entry is not None:
        feeds.came_of(tx, entry, outcome.call.id)
    return outcome


def _as_change(tx: Connection, draft: Draft, call: Call) -> Draft:
    """Make of a draft of a suggestion, of which somebody else has made a call meanwhile, a change of that call."""
    said, first = content(draft.data), books.version(tx, call.id, 1)
    numbers = {(one.kind, one.when): one.id for one in first.deadlines}
    same = tuple(replace(one, id=numbers.get((one.kind, one.when))) for one in said.deadlines)
    data = {**of_content(replace(said, deadlines=same)), "call": call.id, "call_version": 1}
    return replace(draft, data=data)


def _bring_together(tx: Connection, draft: Draft, call: Call, now: datetime) -> Overtaken:
    """Take over what others have changed since; the draft says of what they and this draft changed alike."""
    base = books.version(tx, call.id, draft.data["call_version"])
    merged = merging.merge(base, call.content, content(draft.data))
    own = {name: value for name, value in draft.data.items() if name in OWN}
    data = {**own, **of_content(merged.content), "call": call.id, "call_version": call.version}
    clashes = {"fields": list(merged.fields), "deadlines": list(merged.deadlines)}
    drafts.save(tx, replace(draft, data={**data, "clashes": clashes}), draft.heard, now)
    return Overtaken(call, books.changed_by(tx, call))


def move_as_drafted(
    tx: Connection, draft_id: DraftId, version: int, by: PersonId, now: datetime
) -> Amended | Unchanged | Overtaken | NotYet | NoSuch | Over | NotYours | Gone:
    """Move the deadline that a draft is about, and end the draft; if the call has changed since, ask once more."""
    draft = drafts.lock(tx, draft_id, version, by, MOVING)
    if not isinstance(draft, Draft):
        return draft
    call = books.lock(tx, CallId(draft.data["call"]))
    if call is None:
        return NoSuch()
    if call.version != draft.data["call_version"]:
        drafts.save(tx, draft.at(draft.step, call_version=call.version), draft.heard, now)
        return Overtaken(call, books.changed_by(tx, call))
    moved = content(draft.data).deadlines[0]
    outcome = publishing.move_deadline(tx, call.id, call.version, moved.id, moved.when, by, now)
    if isinstance(outcome, Amended | Unchanged):
        drafts.end(tx, draft_id)
    return outcome
