"""What is kept about a person in calls, and what becomes of it when they go."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, select, union, update

from storage.calls import books, consortium_books, consortium_notices, partner_books, partners, tables
from storage.calls.rules import CallId
from storage.calls.tables import (
    call_answers,
    call_done,
    call_follows,
    call_intents,
    call_offers,
    call_preferences,
    call_proposals,
    call_readers,
    call_versions,
    calls,
    consortium_invites,
    consortium_members,
)
from storage.people import LibraryId, Person, PersonId, get, people


def leave(tx: Connection, person_id: PersonId, now: datetime) -> None:
    """Forget what a person follows, was told and proposes, and their offers; what was declared stays the library's."""
    for number in _joint(tx, person_id):
        books.lock(tx, number)
    partners.leave(tx, person_id, now)
    if (person := get(tx, person_id)) is not None:
        _tell_consortia(tx, person, now)
    for table in (call_readers, call_follows, call_preferences, call_proposals):
        tx.execute(delete(table).where(table.c.person_id == person_id))
    for column in (call_intents.c.person_id, call_done.c.person_id, calls.c.created_by, call_versions.c.changed_by,
                   consortium_invites.c.person_id):  # fmt: skip
        tx.execute(update(column.table).where(column == person_id).values({column: None}))


def _tell_consortia(tx: Connection, person: Person, now: datetime) -> None:
    """Tell the others, when nobody is left in chat who speaks for a member: the lead, or of the lead the members."""
    if person.library is None or not partner_books.speaks(person, library := person.library.id):
        return
    if len(consortium_notices.speakers(tx, library)) > 1:
        return
    for one in consortium_books.of_library(tx, library):
        others: Collection[LibraryId] = one.members if library == one.lead else [one.lead]
        consortium_notices.tell_silent(tx, one, library, [other for other in others if other != library], now)


def _joint(tx: Connection, person_id: PersonId) -> list[CallId]:
    """List the calls on which a person has something to do with other libraries, by their numbers."""
    library = select(people.c.library_id).where(people.c.id == person_id).scalar_subquery()
    offers = select(call_offers.c.call_id)
    answered = select(call_answers.c.offer_id).where(call_answers.c.person_id == person_id)
    members = consortium_members.c.consortium_id == tables.consortia.c.id
    concerned = union(
        offers.where(call_offers.c.person_id == person_id),
        offers.where(call_offers.c.id.in_(answered)),
        select(tables.consortia.c.call_id).join(consortium_members, members).where(
            consortium_members.c.library_id == library
        ),
    ).subquery()  # fmt: skip
    return [CallId(one) for one in tx.execute(select(concerned.c[0]).order_by(concerned.c[0])).scalars()]


def about(tx: Connection, person_id: PersonId) -> list[dict[str, Any]]:
    """List what a person follows, was told, proposes, has declared, offered and answered, for the person."""
    kept = (
        (call_follows, ("topic",)),
        (call_preferences, ("pace", "amount_from", "own_kind_only", "leads", "leads_applying")),
        (call_readers, ("call_id", "told_version", "opened_at", "muted", "watches", "asked_version", "seen_version")),
        (call_proposals, ("call_id", "intent", "at")),
        (call_intents, ("call_id", "intent", "at")),
        (call_done, ("deadline_id", "at")),
        (call_offers, ("call_id", "side", "part", "brings", "line", "at")),
        (call_answers, ("offer_id", "line", "standing", "at")),
        (consortium_invites, ("consortium_id", "at")),
    )  # fmt: skip
    return [
        {"what": table.name, **row}
        for table, names in kept
        for row in tx.execute(
            select(*(table.c[name] for name in names)).where(table.c.person_id == person_id)
        ).mappings()
    ]
