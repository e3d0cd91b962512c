"""Word to many who are at an event, at once: one row each in the outbox, after their quiet hours."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, select

from storage import outbox
from storage.events import rules
from storage.events.rules import Event, RegistrationId
from storage.events.tables import registrations
from storage.outbox import MessageKey, Owed
from storage.people import people


def owe(
    tx: Connection, kind: str, event: Event, seats: Sequence[RegistrationId], prefix: str, now: datetime,
    until: datetime | None = None,
) -> int:  # fmt: skip
    """Owe whoever has one of the `seats` word, before `until`, else before the start; return how many they are.

    The key is made of the prefix, the event, the seat and `until`. Guests, and those who have left, get nothing.
    """
    one = registrations.c
    chosen = (
        select(one.id, one.person_id, people.c.quiet_from, people.c.quiet_to)
        .join(people, people.c.id == one.person_id)
        .where(one.id.in_(seats))
        .order_by(one.id)
        .with_for_update(read=True, key_share=True, of=people)
    )
    ends = until or event.details.starts_at
    about = {"event": event.id} if until is None else {"event": event.id, "ends_at": until.isoformat()}
    rows = [
        Owed(
            MessageKey(f"{prefix}:{event.id}:{row.id}:{ends:%Y%m%d%H%M%S}"), row.person_id, kind,
            {**about, "seat": row.id}, rules.reminder_moment(ends, row.quiet_from, row.quiet_to, now),
        )
        for row in tx.execute(chosen)
    ]  # fmt: skip
    outbox.owe(tx, rows, now)
    return len(rows)
