"""A person's calendar, which whoever has its secret link can read. Only a hash of the secret is written down."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, Connection, ForeignKey, String, Table, delete, select, update

from storage import people
from storage.people import Person, PersonId
from storage.schema import Id, Moment, metadata, upsert

calendar_feeds = Table(
    "calendar_feeds",
    metadata,
    Column("person_id", Id, ForeignKey(people.people.c.id, ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("secret_hash", String(64), nullable=False, unique=True),
    Column("made_at", Moment, nullable=False),
    Column("etag", String(64), nullable=False),
    Column("changed_at", Moment, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose calendar it is; when it was read last, it was the version `etag`, as it had been since `changed_at`."""

    person: Person
    etag: str
    changed_at: datetime


def renew(tx: Connection, person_id: PersonId, now: datetime) -> str:
    """Make the secret of a person's calendar; one that there was is worth nothing from now on."""
    secret = secrets.token_urlsafe(24)
    row = {"person_id": person_id, "secret_hash": _hash(secret), "made_at": now, "etag": "", "changed_at": now}
    upsert(tx, calendar_feeds, [row], "person_id")
    return secret


def drop(tx: Connection, person_id: PersonId) -> None:
    """Let nobody read a person's calendar any more."""
    tx.execute(delete(calendar_feeds).where(calendar_feeds.c.person_id == person_id))


def made_at(tx: Connection, person_id: PersonId) -> datetime | None:
    """Tell since when a person's calendar can be read by its link; None if it cannot."""
    return tx.execute(select(calendar_feeds.c.made_at).where(calendar_feeds.c.person_id == person_id)).scalar()


def owner(tx: Connection, secret: str) -> Owner | None:
    """Find whose calendar a secret opens, as long as they are members."""
    row = tx.execute(select(calendar_feeds).where(calendar_feeds.c.secret_hash == _hash(secret))).mappings().first()
    person = people.get(tx, row["person_id"]) if row else None
    return None if row is None or person is None or person.former else Owner(person, row["etag"], row["changed_at"])


def changed(tx: Connection, person_id: PersonId, etag: str, now: datetime) -> None:
    """Write down that a calendar is another version now."""
    another = calendar_feeds.c.person_id == person_id, calendar_feeds.c.etag != etag
    tx.execute(update(calendar_feeds).where(*another).values(etag=etag, changed_at=now))


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
