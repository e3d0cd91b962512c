"""What the office is told of its own accord about announcements, as long as it still holds when it is sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from storage import people, steering
from storage.announcements import tables
from storage.announcements.rules import Announcement, State
from storage.people import PersonId, Role
from storage.steering import Fares


@dataclass(frozen=True, slots=True)
class Proposed:
    """An announcement that waits for a second pair of eyes; `writer` may have left."""

    one: Announcement
    writer: str | None


@dataclass(frozen=True, slots=True)
class Trouble:
    """A batch of an announcement has paused itself, and how it fares."""

    one: Announcement
    fares: Fares


def held(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Announcement | None:  # noqa: ARG001 - as facts are loaded
    """Find an announcement that is held; None when somebody has decided, or the person is in the office no more."""
    one = tables.get(tx, args["announcement"])
    return one if one is not None and one.state is State.HELD and _decides(tx, person_id) else None


def proposed(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Proposed | None:  # noqa: ARG001
    """Find an announcement that is to be approved."""
    one = tables.get(tx, args["announcement"])
    if one is None or one.state is not State.PROPOSED or not _decides(tx, person_id):
        return None
    writer = people.get(tx, one.created_by) if one.created_by is not None else None
    return Proposed(one, writer.first_name if writer else None)


def trouble(tx: Connection, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Trouble | None:  # noqa: ARG001
    """Find a batch that has paused itself; None when somebody has let it go on, or ended it."""
    fares = steering.to_hear(tx, person_id, args)
    one = None if fares is None else tables.get(tx, fares.batch.args["announcement"])
    return None if fares is None or one is None else Trouble(one, fares)


def _decides(tx: Connection, person_id: PersonId) -> bool:
    person = people.get(tx, person_id)
    return person is not None and person.may(Role.STAFF)
