"""What is kept about a person in calls, and what becomes of it when they go."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, select, update

from storage.calls.tables import (
    call_done,
    call_follows,
    call_intents,
    call_preferences,
    call_proposals,
    call_readers,
    call_versions,
    calls,
)
from storage.people import PersonId


def leave(tx: Connection, person_id: PersonId, now: datetime) -> None:  # noqa: ARG001 - as features leave
    """Forget what a person follows, was told and proposes; what was declared for the library stays with the library."""
    for table in (call_readers, call_follows, call_preferences, call_proposals):
        tx.execute(delete(table).where(table.c.person_id == person_id))
    for column in (call_intents.c.person_id, call_done.c.person_id, calls.c.created_by, call_versions.c.changed_by):
        tx.execute(update(column.table).where(column == person_id).values({column: None}))


def about(tx: Connection, person_id: PersonId) -> list[dict[str, Any]]:
    """List what a person follows, was told, proposes and has declared, for the person."""
    kept = (
        (call_follows, ("topic",)),
        (call_preferences, ("pace", "amount_from", "own_kind_only", "leads", "leads_applying")),
        (call_readers, ("call_id", "told_version", "opened_at", "muted", "watches", "asked_version", "seen_version")),
        (call_proposals, ("call_id", "intent", "at")),
        (call_intents, ("call_id", "intent", "at")),
        (call_done, ("deadline_id", "at")),
    )  # fmt: skip
    return [
        {"what": table.name, **row}
        for table, names in kept
        for row in tx.execute(
            select(*(table.c[name] for name in names)).where(table.c.person_id == person_id)
        ).mappings()
    ]
