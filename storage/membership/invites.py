"""Invites: making, reading, using and revoking them."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, insert, select, update

from storage import audit, counters, features, people
from storage.membership import notices, rules, standings
from storage.membership.rules import AlreadyMember, Invite, InviteFor, InviteId, LookedUp, NotAllowed, Standing, Unfit
from storage.membership.tables import invites
from storage.membership.turn import take_turn
from storage.people import QUIET_FROM, QUIET_TO, Library, LibraryId, Person, PersonId, Role, libraries
from storage.schema import insert_new

TRIES = 10
TRIES_WINDOW = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Created:
    """The invite is there, new or from a tap before; only whoever made it knows the secret."""

    invite: Invite


@dataclass(frozen=True, slots=True)
class Joined:
    """The person is in, or stands elsewhere than `before`; a `wanted_role` waits for the office."""

    person: Person
    before: Standing | None


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The invite no longer lets anybody in."""


@dataclass(frozen=True, slots=True)
class NoSuchInvite:
    """There is none such, or it is over already."""


Redeemed = Joined | AlreadyMember | Unfit | rules.TooManyTries


def hash_of(secret: str) -> str:
    """What is kept of a secret. It has 128 random bits, so a plain hash cannot be turned back."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


def create_invite(
    tx: Connection, by: PersonId | None, role: Role, library_id: LibraryId | None, uses: int, expires_at: datetime,
    secret: str, now: datetime,
) -> Created | NotAllowed:  # fmt: skip
    """Make an invite; `by` None is the command line. Of the same `secret` there is never a second one."""
    take_turn(tx)
    actor = people.get(tx, by) if by is not None else None
    library = standings.find_library(tx, library_id)
    gone = by is not None and actor is None
    if gone or expires_at <= now or not rules.may_invite(actor.role if actor else None, role, library, uses):
        return NotAllowed()
    if made := tx.execute(_select_invites().where(invites.c.secret_hash == hash_of(secret))).mappings().first():
        return Created(_invite(made)) if made["created_by"] == by else NotAllowed()
    row = tx.execute(
        insert(invites)
        .values(
            secret_hash=hash_of(secret), role=role, library_id=library_id, uses_allowed=uses, uses=0,
            expires_at=expires_at, created_by=by, created_at=now,
        )
        .returning(invites.c.id)
    ).one()  # fmt: skip
    audit.note(tx, by, "create_invite", {"invite": row.id, "role": role, "library": library_id, "uses": uses}, now)
    return Created(Invite(row.id, role, library, uses, 0, expires_at, revoked=False))


def look_up(tx: Connection, secret: str, telegram_id: int, now: datetime) -> LookedUp:
    """Tell what a link would make of a Telegram user. A wrong one is counted; after ten in an hour none is read."""
    if counters.value(tx, "tries", telegram_id, now) >= TRIES:
        return rules.TooManyTries()
    row = tx.execute(_select_invites().where(invites.c.secret_hash == hash_of(secret))).mappings().first()
    outcome = rules.read_invite(_invite(row) if row else None, people.by_telegram(tx, telegram_id), now)
    if isinstance(outcome, rules.Wrong):
        counters.count(tx, "tries", telegram_id, now + TRIES_WINDOW, now)
    return outcome


def redeem(tx: Connection, secret: str, telegram_id: int, first_name: str, language: str, now: datetime) -> Redeemed:
    """Let a Telegram user in, or move them, as the link says; its use is counted in the same transaction."""
    take_turn(tx)
    outcome = look_up(tx, secret, telegram_id, now)
    if not isinstance(outcome, InviteFor):
        return outcome
    tx.execute(update(invites).where(invites.c.secret_hash == hash_of(secret)).values(uses=invites.c.uses + 1))
    before = people.by_telegram(tx, telegram_id)
    if before is None:
        _enter(tx, telegram_id, first_name, language, outcome.after, now)
    else:
        standings.write(tx, before, outcome.after, now)
    person = people.by_telegram(tx, telegram_id)
    if person is None:
        raise RuntimeError("Whoever has just been written down is there.")
    audit.note(tx, person.id, "join", _facts(outcome.after), now)
    if person.wanted_role:
        notices.tell_staff(tx, person, now)
    if before is None:
        for feature in features.FEATURES:
            if feature.join is not None:
                feature.join(tx, person.id, now)
    return Joined(person, outcome.before)


def _enter(tx: Connection, telegram_id: int, first_name: str, language: str, standing: Standing, now: datetime) -> None:
    row = {
        "telegram_id": telegram_id,
        "first_name": standings.clean_name(first_name),
        "language": language,
        "role": standing.role,
        "wanted_role": standing.wanted_role,
        "library_id": standing.library.id if standing.library else None,
        "quiet_from": QUIET_FROM,
        "quiet_to": QUIET_TO,
        "joined_at": now,
    }
    insert_new(tx, people.people, [row], "telegram_id")


def _facts(standing: Standing) -> dict[str, int | str | None]:
    library = standing.library.id if standing.library else None
    return {"role": standing.role, "wanted": standing.wanted_role, "library": library}


def live_invites(tx: Connection, actor: Role, now: datetime) -> list[Invite]:
    """List the invites that still let people in, newest first, as far as `actor` may handle them."""
    rows = tx.execute(
        _select_invites()
        .where(invites.c.revoked_at.is_(None), invites.c.expires_at > now, invites.c.uses < invites.c.uses_allowed)
        .order_by(invites.c.id.desc())
    ).mappings()
    return [invite for invite in map(_invite, rows) if rules.may_handle(actor, invite.role)]


def live_invite(tx: Connection, actor: Role, invite_id: InviteId, now: datetime) -> Invite | None:
    """Find one of the invites that still let people in."""
    return next((invite for invite in live_invites(tx, actor, now) if invite.id == invite_id), None)


def revoke(tx: Connection, by: PersonId, invite_id: InviteId, now: datetime) -> Withdrawn | NoSuchInvite | NotAllowed:
    """Take an invite back."""
    take_turn(tx)
    actor = people.get(tx, by)
    if actor is None or not actor.may(Role.STAFF):
        return NotAllowed()
    invite = live_invite(tx, Role.ADMIN, invite_id, now)
    if invite is None:
        return NoSuchInvite()
    if not rules.may_handle(actor.role, invite.role):
        return NotAllowed()
    tx.execute(update(invites).where(invites.c.id == invite_id).values(revoked_at=now))
    audit.note(tx, by, "revoke_invite", {"invite": invite_id}, now)
    return Withdrawn()


def _select_invites() -> Select[Any]:
    return select(
        invites,
        libraries.c.code,
        libraries.c.name,
        libraries.c.town,
        libraries.c.kind,
    ).select_from(invites.outerjoin(libraries))


def _invite(row: RowMapping) -> Invite:
    library = None
    if row["library_id"] is not None:
        library = Library(row["library_id"], row["code"], row["name"], row["town"], row["kind"])
    return Invite(
        row["id"], Role(row["role"]), library, row["uses_allowed"], row["uses"], row["expires_at"],
        revoked=row["revoked_at"] is not None,
    )  # fmt: skip
