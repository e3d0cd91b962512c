"""What was done by whom, without names and without what was typed."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Connection, ForeignKey, String, Table, insert, select

from storage.people import PersonId, people
from storage.schema import Id, Moment, metadata

audit = Table(
    "audit",
    metadata,
    Column("id", Id, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("person_id", Id, ForeignKey(people.c.id, ondelete="SET NULL"), index=True),
    Column("action", String(40), nullable=False),
    Column("facts", JSON, nullable=False),
)


def note(tx: Connection, person_id: PersonId | None, action: str, facts: Mapping[str, int | str | None],
         now: datetime) -> None:  # fmt: skip
    """Write down that a person (None: the command line) did `action`; `facts` are ids and roles only."""
    tx.execute(insert(audit).values(at=now, person_id=person_id, action=action, facts=dict(facts)))


def about(tx: Connection, person_id: PersonId) -> list[dict[str, Any]]:
    """List what a person did, for the person."""
    rows = tx.execute(
        select(audit.c.at, audit.c.action, audit.c.facts).where(audit.c.person_id == person_id).order_by(audit.c.id)
    )
    return [dict(row) for row in rows.mappings()]
