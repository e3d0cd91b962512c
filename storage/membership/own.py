"""What people decide and see for themselves: language, quiet hours, their data."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Connection, select, update

from storage import audit, calendars, counters, drafts, due, features, inbox, outbox, people
from storage.people import Person, PersonId


def set_language(tx: Connection, person_id: PersonId, language: str) -> Person | None:
    """Speak `language` to a person from now on; None if they are not there any more."""
    tx.execute(update(people.people).where(people.people.c.id == person_id).values(language=language))
    return people.get(tx, person_id)


def set_quiet_hours(tx: Connection, person_id: PersonId, start: time, end: time) -> Person | None:
    """Keep quiet from `start` to `end`, local time; two equal times mean never. None if they are not there any more."""
    tx.execute(update(people.people).where(people.people.c.id == person_id).values(quiet_from=start, quiet_to=end))
    return people.get(tx, person_id)


def my_data(tx: Connection, person_id: PersonId) -> dict[str, Any] | None:
    """Gather everything that is kept about a person, as JSON can hold it; None if they are not there any more."""
    person = people.get(tx, person_id)
    if person is None:
        return None
    row = tx.execute(select(people.people).where(people.people.c.id == person_id)).mappings().one()
    kept = {
        "person": dict(row),
        "library": None if person.library is None else {"code": person.library.code, "name": person.library.name},
        **{feature.name: feature.about(tx, person_id) for feature in features.FEATURES},
        "conversations": drafts.about(tx, person_id),
        "messages": outbox.about(tx, person_id),
        "to_come": due.about(tx, person_id),
        "calendar_link_since": calendars.made_at(tx, person_id),
        "acts": audit.about(tx, person_id),
        "acts_of_the_office": _done_to(tx, person_id),
        "counters": _counters(tx, person.telegram_id),
        "failed_messages": _dead_letters(tx, person.telegram_id),
    }
    plain = _plain(kept)
    if not isinstance(plain, dict):
        raise TypeError("A mapping stays a mapping.")
    return plain


def _done_to(tx: Connection, person_id: PersonId) -> list[dict[str, Any]]:
    columns = audit.audit.c
    rows = tx.execute(
        select(columns.at, columns.action, columns.facts)
        .where(columns.facts["person"].as_integer() == person_id)
        .order_by(columns.id)
    )
    return [dict(row) for row in rows.mappings()]


def _counters(tx: Connection, telegram_id: int) -> list[dict[str, Any]]:
    columns = counters.counters.c
    rows = tx.execute(select(columns.name, columns.count, columns.ends_at).where(columns.subject == telegram_id))
    return [dict(row) for row in rows.mappings()]


def _dead_letters(tx: Connection, telegram_id: int) -> list[dict[str, Any]]:
    columns = inbox.dead_letters.c
    rows = tx.execute(select(columns.reference, columns.payload, columns.failed_at).where(columns.lane == telegram_id))
    return [dict(row) for row in rows.mappings()]


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever the books hold
    """Turn moments and times of day into text, all the way down."""
    if isinstance(value, date | time | datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(inner) for inner in value]
    return value
