"""Conversations that are under way: what has been said so far, a row for each person and feature."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NewType

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Connection,
    ForeignKey,
    Integer,
    RowMapping,
    String,
    Table,
    UniqueConstraint,
    delete,
    insert,
    select,
    update,
)

from storage.people import PersonId, people
from storage.schema import Id, Moment, metadata

DraftId = NewType("DraftId", int)

KEPT = timedelta(days=30)

drafts = Table(
    "drafts",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person_id", Id, ForeignKey(people.c.id, ondelete="CASCADE"), nullable=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("feature", String(40), nullable=False),
    Column("step", String(40), nullable=False),
    Column("data", JSON, nullable=False),
    Column("version", Integer, nullable=False),
    Column("heard", BigInteger, nullable=False),
    Column("listening", Boolean, nullable=False),
    Column("expires_at", Moment, nullable=False),
    UniqueConstraint("person_id", "feature"),
    sqlite_autoincrement=True,
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A conversation at one `step`, with the `data` gathered; typed text goes to the one that is `listening`.

    Every change raises `version`; a button of an older version no longer fits. `heard` is the update that brought
    the last change, so that one which is handled again changes nothing.
    """

    id: DraftId
    person_id: PersonId
    feature: str
    step: str
    data: Mapping[str, Any]
    version: int
    listening: bool
    heard: int

    def at(self, step: str, **data: Any) -> "Draft":  # noqa: ANN401 - whatever JSON can hold
        """Return the conversation one step on, with more data (None takes a value away)."""
        merged = {key: value for key, value in {**self.data, **data}.items() if value is not None}
        return dataclasses.replace(self, step=step, data=merged)


@dataclass(frozen=True, slots=True)
class Gone:
    """The conversation is finished, thrown away or changed since."""


@dataclass(frozen=True, slots=True)
class NotYours:
    """The conversation is somebody else's."""


def start(tx: Connection, person_id: PersonId, chat_id: int, feature: str, step: str, data: Mapping[str, Any],
          now: datetime) -> Draft:  # fmt: skip
    """Begin a conversation anew; any other of this person stops listening, one of the same feature is replaced."""
    silence(tx, person_id)
    tx.execute(delete(drafts).where(drafts.c.person_id == person_id, drafts.c.feature == feature))
    row = tx.execute(
        insert(drafts)
        .values(
            person_id=person_id, chat_id=chat_id, feature=feature, step=step, data=dict(data), version=1, heard=0,
            listening=True, expires_at=now + KEPT,
        )
        .returning(drafts)
    )  # fmt: skip
    return draft_of(row.mappings().one())


def silence(tx: Connection, person_id: PersonId) -> None:
    """Leave the conversation under way; it can be taken up again."""
    tx.execute(update(drafts).where(drafts.c.person_id == person_id).values(listening=False))


def resume(tx: Connection, person_id: PersonId, feature: str, now: datetime) -> Draft | None:
    """Take up a conversation that was left, at a new version; None if there is none."""
    silence(tx, person_id)
    row = tx.execute(
        update(drafts)
        .where(drafts.c.person_id == person_id, drafts.c.feature == feature)
        .values(listening=True, version=drafts.c.version + 1, expires_at=now + KEPT)
        .returning(drafts)
    )
    found = row.mappings().first()
    return draft_of(found) if found else None


def of_feature(tx: Connection, person_id: PersonId, feature: str) -> Draft | None:
    """Find a person's conversation of one feature, listening or left."""
    row = tx.execute(select(drafts).where(drafts.c.person_id == person_id, drafts.c.feature == feature)).mappings()
    found = row.first()
    return draft_of(found) if found else None


def get(tx: Connection, draft_id: DraftId) -> Draft | None:
    """Find a conversation; whose it is, the caller has to look at."""
    row = tx.execute(select(drafts).where(drafts.c.id == draft_id)).mappings()
    found = row.first()
    return draft_of(found) if found else None


def lock(tx: Connection, draft_id: DraftId, version: int, by: PersonId, feature: str) -> Draft | Gone | NotYours:
    """Find a conversation at a version, and let nobody else change it until the transaction ends."""
    tx.execute(select(drafts.c.id).where(drafts.c.id == draft_id).with_for_update())
    draft = get(tx, draft_id)
    if draft is not None and draft.person_id != by:
        return NotYours()
    if draft is None or draft.version != version or draft.feature != feature:
        return Gone()
    return draft


def save(tx: Connection, draft: Draft, heard: int, now: datetime) -> Draft | None:
    """Write the next step, brought by update `heard`, over version `draft.version`; None if that is gone."""
    row = tx.execute(
        update(drafts)
        .where(drafts.c.id == draft.id, drafts.c.version == draft.version)
        .values(
            step=draft.step, data=dict(draft.data), version=draft.version + 1,
            heard=heard, listening=draft.listening,
            expires_at=now + KEPT,
        )
        .returning(drafts)
    )  # fmt: skip
    found = row.mappings().first()
    return draft_of(found) if found else None


def amend(tx: Connection, draft: Draft, heard: int) -> None:
    """Write more data that update `heard` brought, at the same version: what has been shown still fits."""
    chosen = update(drafts).where(drafts.c.id == draft.id, drafts.c.version == draft.version)
    tx.execute(chosen.values(data=dict(draft.data), heard=heard))


def end(tx: Connection, draft_id: DraftId) -> None:
    """Throw a conversation away: it is finished, or no longer wanted."""
    tx.execute(delete(drafts).where(drafts.c.id == draft_id))


def tidy(tx: Connection, now: datetime) -> None:
    """Throw away what nobody has touched for a month."""
    tx.execute(delete(drafts).where(drafts.c.expires_at < now))


def about(tx: Connection, person_id: PersonId) -> list[dict[str, Any]]:
    """List the conversations kept about a person, for the person."""
    rows = tx.execute(select(drafts.c.feature, drafts.c.step, drafts.c.data).where(drafts.c.person_id == person_id))
    return [dict(row) for row in rows.mappings()]


def draft_of(row: RowMapping, prefix: str = "") -> Draft:
    """Read a row of `drafts`, whose columns may have been given a prefix."""
    names = ("id", "person_id", "feature", "step", "data", "version", "listening", "heard")
    return Draft(*(row[prefix + name] for name in names))
