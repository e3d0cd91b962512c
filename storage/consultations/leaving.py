"""What is kept about a person in consultations, and what becomes of it when they go."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select, update

from storage.consultations.tables import remarks, stances, supports, votes
from storage.people import PersonId


def leave(tx: Connection, person_id: PersonId, now: datetime) -> None:  # noqa: ARG001 - as features leave
    """Let what a person has said stay with their library, without the person; the vote is the library's anyway."""
    for table in (votes, stances, remarks, supports):
        tx.execute(update(table).where(table.c.person_id == person_id).values(person_id=None))


def about(tx: Connection, person_id: PersonId) -> list[dict[str, Any]]:
    """List what a person has said, for the person."""
    said = (
        select(votes.c.question_id, votes.c.choice, votes.c.role, votes.c.receipt, votes.c.at),
        select(stances.c.question_id, stances.c.choice, stances.c.at),
        select(remarks.c.question_id, remarks.c.kind, remarks.c.text, remarks.c.at),
        select(supports.c.remark_id),
    )
    tables = (votes, stances, remarks, supports)
    return [
        {"what": table.name, **row}
        for table, chosen in zip(tables, said, strict=True)
        for row in tx.execute(chosen.where(table.c.person_id == person_id)).mappings()
    ]
