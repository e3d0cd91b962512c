"""Audiences that were given a name, to be chosen again."""

from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from sqlalchemy import Connection, delete, insert, select, update

from storage import audit, drafts
from storage.announcements import drafting
from storage.announcements.drafting import Unfinished
from storage.announcements.rules import Choice, choice_of, kept_choice
from storage.announcements.tables import audiences
from storage.drafts import DraftId, Gone, NotYours
from storage.membership.search import alphabetical
from storage.people import PersonId

AudienceId = NewType("AudienceId", int)

NAME_AT_MOST = 60


@dataclass(frozen=True, slots=True)
class Saved:
    """Choices under a name."""

    id: AudienceId
    name: str
    choices: tuple[Choice, ...]


def everything(tx: Connection) -> list[Saved]:
    """List all audiences with a name, in the order of the alphabet."""
    rows = tx.execute(select(audiences)).all()
    found = [Saved(AudienceId(row.id), row.name, tuple(map(choice_of, row.choices))) for row in rows]
    return sorted(found, key=lambda one: (alphabetical(one.name), one.id))


def save(
    tx: Connection, draft_id: DraftId, version: int, by: PersonId, now: datetime
) -> Saved | Unfinished | NotYours | Gone:
    """Keep a draft's choices under the name in it; one of the same name is replaced."""
    draft = drafts.lock(tx, draft_id, version, by, drafting.FEATURE)
    if not isinstance(draft, drafts.Draft):
        return draft
    name, chosen = draft.data.get("name"), tuple(map(choice_of, draft.data.get("audience", ())))
    if not name or not chosen:
        return Unfinished()
    kept = [kept_choice(one) for one in chosen]
    same = update(audiences).where(audiences.c.name == name).values(choices=kept).returning(audiences.c.id)
    number = tx.execute(same).scalar()
    if number is None:
        number = tx.execute(insert(audiences).values(name=name, choices=kept).returning(audiences.c.id)).scalar_one()
    audit.note(tx, by, "save_audience", {"audience": number}, now)
    return Saved(AudienceId(number), name, chosen)


def forget(tx: Connection, audience_id: AudienceId, by: PersonId, now: datetime) -> None:
    """Take an audience off the list; announcements keep their own choices."""
    if tx.execute(delete(audiences).where(audiences.c.id == audience_id)).rowcount:
        audit.note(tx, by, "forget_audience", {"audience": audience_id}, now)
