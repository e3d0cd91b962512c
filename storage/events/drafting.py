"""An event that is being written: what its draft holds, and how it becomes an event, or changes one."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from storage import drafts
from storage.drafts import Draft, DraftId, Gone, NotYours
from storage.events import books, plain, publishing
from storage.events.publishing import CallingOff, Changed, NoSuch, NotYet, Published, TooFew, Unchanged
from storage.events.rules import LEADS, Event, EventDetails, EventId, Kind, Lead
from storage.events.tables import event_versions
from storage.local_time import LJUBLJANA
from storage.people import PersonId, people

FEATURE = "events"
"""The drafts of events are kept under this name, new ones and changes of published ones."""

NEEDED = ("kind", "title_sl", "starts_at", "ends_at", "capacity", "closes_at")
MOMENTS = ("starts_at", "ends_at", "closes_at", "opens_at", "free_until")


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Something that every event needs is missing."""

    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overtaken:
    """The event has changed since, `by` somebody; the draft has taken that over, but for `fields` changed in both."""

    by: str | None
    fields: tuple[str, ...]


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
        opens_at=_moment(data, "opens_at"),
        free_until=_moment(data, "free_until"),
        per_library=data.get("per_library"),
        speakers=tuple(data.get("speakers", ())),
        speakers_count=data.get("speakers_count", False),
        questions=plain.questions(data.get("questions", ())),
        leads=tuple(lead for lead in Lead if lead in data.get("leads", LEADS)),
        hours=data.get("hours"),
    )


def _moment(data: Mapping[str, Any], name: str) -> datetime | None:
    return datetime.fromisoformat(data[name]) if data.get(name) else None


def of_details(one: EventDetails) -> dict[str, Any]:
    """Lay an event out as a draft holds it; what there is not is left out."""
    laid = {
        **{name: getattr(one, name) for name in EventDetails.__slots__},
        "questions": plain.of_questions(one.questions),
        "speakers": list(one.speakers),
        "leads": [str(lead) for lead in one.leads],
        "kind": str(one.kind),
        **{name: moment.isoformat() for name in MOMENTS if (moment := getattr(one, name)) is not None},
    }
    return {name: value for name, value in laid.items() if value not in (None, [], False) or name == "leads"}


def _day(one: EventDetails) -> dict[str, str]:
    return {"day": one.starts_at.astimezone(LJUBLJANA).date().isoformat()}


def changing(event: Event) -> dict[str, Any]:
    """Lay a published event out for a conversation that changes it, with what it was to begin with."""
    laid = of_details(event.details)
    return {**laid, **_day(event.details), "event": event.id, "event_version": event.version, "base": laid}


def copying(event: Event) -> dict[str, Any]:
    """Lay an event out for a conversation that makes another of it."""
    return {**of_details(event.details), **_day(event.details)}


def changes(data: Mapping[str, Any]) -> EventId | None:
    """Tell which published event a conversation changes; None for a new one."""
    return None if data.get("event") is None else EventId(data["event"])


def untouched(data: Mapping[str, Any]) -> bool:
    """Tell whether nothing is lost with a draft: it holds no answer, or the event as it was."""
    base: Mapping[str, Any] = data.get("base", {})
    return all(data.get(name) == base.get(name) for name in EventDetails.__slots__)


def publish(
    tx: Connection, draft_id: DraftId, version: int, by: PersonId, now: datetime
) -> (
    Published | Changed | Unchanged | NotYet | TooFew | CallingOff | Overtaken | NoSuch | Unfinished | NotYours | Gone
):  # fmt: skip
    """Make a draft an event, or change the one that it is about, and end the draft; a second time it is gone."""
    draft = drafts.lock(tx, draft_id, version, by, FEATURE)
    if not isinstance(draft, Draft):
        return draft
    written = details(draft.data)
    if isinstance(written, Unfinished):
        return written
    number = changes(draft.data)
    outcome: Published | Changed | Unchanged | NotYet | TooFew | CallingOff | NoSuch
    if number is None:
        also = [datetime.fromisoformat(one) for one in draft.data.get("also", ())]
        outcome = publishing.publish(tx, by, written, now, also, draft.data.get("beside"))
    else:
        event = books.lock(tx, number)
        if event is not None and event.version != draft.data["event_version"] and not event.cancelled:
            return _bring_together(tx, draft, event, now)
        known = draft.data["event_version"] if event is None else event.version
        outcome = publishing.change(tx, number, known, written, by, now)
    if isinstance(outcome, Published | Changed | Unchanged):
        drafts.end(tx, draft_id)
    return outcome


def _bring_together(tx: Connection, draft: Draft, event: Event, now: datetime) -> Overtaken:
    """Take over what others have changed since; what was changed here as well stays as it is here, and is named."""
    base, theirs, mine = draft.data["base"], of_details(event.details), draft.data
    both = []
    merged = dict(mine)
    for name in EventDetails.__slots__:
        if theirs.get(name) == base.get(name) or theirs.get(name) == mine.get(name):
            continue
        if mine.get(name) == base.get(name):
            merged[name] = theirs.get(name)
        else:
            both.append(name)
    day = datetime.fromisoformat(merged["starts_at"]).astimezone(LJUBLJANA).date().isoformat()
    data = {**merged, "day": day, "event_version": event.version, "base": theirs}
    kept = {name: value for name, value in data.items() if value is not None}
    drafts.save(tx, replace(draft, data=kept), draft.heard, now)
    return Overtaken(_changed_by(tx, event), tuple(both))


def _changed_by(tx: Connection, event: Event) -> str | None:
    here = event_versions.c.event_id == event.id, event_versions.c.version == event.version
    joined = event_versions.join(people, people.c.id == event_versions.c.changed_by)
    return tx.execute(select(people.c.first_name).select_from(joined).where(*here)).scalar()
