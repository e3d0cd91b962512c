"""Whom a call reaches: by topic, by choice, or through their library."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, and_, func, or_, select, union

from storage.audience import COUNTS
from storage.calls.reminding import USUAL, Choice, Concern, Pace, Preferences, Quiet, Tie
from storage.calls.rules import EVERYTHING, VOTERS, CallId, Details, Intent
from storage.calls.tables import call_follows, call_intents, call_preferences, call_readers
from storage.people import LibraryId, PersonId, Role, libraries, people

_PREFERENCES = call_preferences.c


def followers(details: Details) -> Select[Any]:
    """Make a query for the ids of those who follow a topic of a call, and want such calls."""
    joined = (
        call_follows.join(people, people.c.id == call_follows.c.person_id)
        .outerjoin(call_preferences, _PREFERENCES.person_id == people.c.id)
        .outerjoin(libraries, libraries.c.id == people.c.library_id)
    )
    chosen = select(people.c.id).select_from(joined).where(
        COUNTS, call_follows.c.topic.in_([EVERYTHING, *details.topics])
    )  # fmt: skip
    if details.amount is not None:
        chosen = chosen.where(func.coalesce(_PREFERENCES.amount_from, 0) <= details.amount)
    if details.kinds:
        wanted = or_(_PREFERENCES.own_kind_only.is_not(True), libraries.c.kind.in_(details.kinds))
        chosen = chosen.where(wanted)
    return chosen


def of_libraries(call_id: CallId, intents: Collection[Intent], details: Details) -> Select[Any]:
    """Make a query for those in libraries that have declared one of the `intents` whom the call concerns.

    That is whoever speaks for the library, follows the topic or has chosen the call.
    """
    declared = call_intents.join(people, people.c.library_id == call_intents.c.library_id)
    concerned = or_(people.c.role.in_(VOTERS), people.c.id.in_(followers(details)), people.c.id.in_(_watchers(call_id)))
    return (
        select(people.c.id)
        .select_from(declared)
        .where(call_intents.c.call_id == call_id, call_intents.c.intent.in_(intents), concerned)
    )


def _watchers(call_id: CallId) -> Select[Any]:
    return select(call_readers.c.person_id).where(call_readers.c.call_id == call_id, call_readers.c.watches)


def muted(call_id: CallId) -> Select[Any]:
    """Make a query for those who want to hear nothing more of a call."""
    return select(call_readers.c.person_id).where(call_readers.c.call_id == call_id, call_readers.c.muted)


@dataclass(frozen=True, slots=True)
class Reached:
    """Somebody whom a call may concern."""

    person: PersonId
    quiet: Quiet
    choice: Choice
    tie: Tie


def concerned(
    tx: Connection, call_id: CallId, details: Details, also: Collection[LibraryId] = (),
    whose: PersonId | None = None,
) -> list[Reached]:  # fmt: skip
    """List those whom a call may concern, with all people of the libraries `also`; or one of them, `whose`."""
    follows = people.c.id.in_(followers(details))
    in_intents = select(people.c.id).join(call_intents, call_intents.c.library_id == people.c.library_id).where(
        call_intents.c.call_id == call_id
    )  # fmt: skip
    ids = [followers(details), _watchers(call_id), in_intents]
    if also:
        ids.append(select(people.c.id).where(people.c.library_id.in_(also)))
    readers = and_(call_readers.c.person_id == people.c.id, call_readers.c.call_id == call_id)
    declared = and_(call_intents.c.library_id == people.c.library_id, call_intents.c.call_id == call_id)
    joined = (
        people.outerjoin(call_preferences, _PREFERENCES.person_id == people.c.id)
        .outerjoin(call_readers, readers)
        .outerjoin(call_intents, declared)
    )
    chosen = (
        select(
            people.c.id, people.c.role, people.c.library_id, people.c.quiet_from, people.c.quiet_to,
            _PREFERENCES.leads, _PREFERENCES.leads_applying, call_readers.c.muted, call_readers.c.watches,
            call_intents.c.intent, follows.label("follows"),
        )
        .select_from(joined)
        .where(COUNTS, people.c.id.in_(select(union(*ids).subquery().c[0])))
        .order_by(people.c.id)
    )  # fmt: skip
    if whose is not None:
        chosen = chosen.where(people.c.id == whose)
    return [
        Reached(
            row.id, Quiet(row.quiet_from, row.quiet_to), _choice(row.leads, row.leads_applying),
            Tie(
                Role(row.role), bool(row.follows), bool(row.watches), bool(row.muted), row.library_id,
                None if row.intent is None else Intent(row.intent),
            ),
        )
        for row in tx.execute(chosen)
    ]  # fmt: skip


def _choice(following: list[int] | None, applying: list[int] | None) -> Choice:
    return Choice(
        USUAL[Concern.FOLLOWING] if following is None else tuple(following),
        USUAL[Concern.APPLYING] if applying is None else tuple(applying),
    )


def preferences(tx: Connection, person_id: PersonId) -> Preferences:
    """Find how a person wants to hear of calls."""
    row = tx.execute(select(call_preferences).where(_PREFERENCES.person_id == person_id)).mappings().first()
    if row is None:
        return Preferences()
    choice = _choice(row["leads"], row["leads_applying"])
    return Preferences(Pace(row["pace"]), row["amount_from"], row["own_kind_only"], choice)


def intent(tx: Connection, call_id: CallId, library: LibraryId) -> Intent | None:
    """Find what a library has declared on a call."""
    here = call_intents.c.call_id == call_id, call_intents.c.library_id == library
    found = tx.execute(select(call_intents.c.intent).where(*here)).scalar()
    return None if found is None else Intent(found)
