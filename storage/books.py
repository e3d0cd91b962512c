"""What each feature's books offer to the rest."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, bindparam

from storage import counters, drafts, due, groups, inbox, outbox, people
from storage.audience import Choose
from storage.drafts import Draft
from storage.due import OnDue
from storage.people import Person, PersonId

SETTLED_KEPT = timedelta(days=90)
"""So long it can be seen what became of a message."""

ANNOUNCED_KEPT = timedelta(days=730)
"""So long it can be seen who got what went to many: members find their announcements by it, the office its reach."""


@dataclass(frozen=True, slots=True)
class Feature:
    """A feature's books.

    `on_due`: what happens when a row of a kind falls due. `leave`: what a person who goes gives up. `about`: what is
    kept about a person, as JSON can hold it. `join`: what a person who comes is owed. `enrol`: what it does when
    libraries come. `audiences`: the kinds of choices that it offers to whoever chooses who gets a message.
    """

    name: str
    on_due: Mapping[str, OnDue]
    leave: Callable[[Connection, PersonId, datetime], None]
    about: Callable[[Connection, PersonId], list[dict[str, Any]]]
    join: Callable[[Connection, PersonId, datetime], None] | None = None
    enrol: Callable[[Connection], None] | None = None
    audiences: Mapping[str, Choose] = field(default_factory=dict)


_LISTENING = drafts.drafts.c
_WHO_ASKS = (
    people.select_people()
    .add_columns(*(column.label(f"draft_{column.name}") for column in _LISTENING))
    .outerjoin_from(
        people.people, drafts.drafts, and_(_LISTENING.person_id == people.people.c.id, _LISTENING.listening)
    )
    .where(people.people.c.telegram_id == bindparam("telegram_id"))
)


def tidy(tx: Connection, now: datetime) -> None:
    """Drop what nobody needs any more."""
    inbox.tidy(tx, now)
    outbox.tidy(tx, now - SETTLED_KEPT, now - ANNOUNCED_KEPT)
    drafts.tidy(tx, now)
    groups.tidy(tx, now)
    counters.tidy(tx, now)


def who_asks(tx: Connection, telegram_id: int) -> tuple[Person | None, Draft | None]:
    """Find the person behind a Telegram user, and the conversation that listens to them, in one query.

    No conversation listens to former members.
    """
    row = tx.execute(_WHO_ASKS, {"telegram_id": telegram_id}).mappings().first()
    if row is None:
        return None, None
    person = people.person_of(row)
    listens = row["draft_id"] is not None and not person.former
    return person, drafts.draft_of(row, "draft_") if listens else None


def next_at(tx: Connection, now: datetime) -> datetime | None:
    """Tell when, after now, the next thing falls due or the next message may go."""
    moments = [moment for moment in (due.next_at(tx), outbox.next_at(tx)) if moment and moment > now]
    return min(moments, default=None)
