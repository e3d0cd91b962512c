"""Who gets a message: a person, a group, or a topic of its forum, as they are when it is sent."""

from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from sqlalchemy import Row, Select, and_

from storage.groups import GroupId, groups
from storage.local_time import quiet_until
from storage.outbox import outbox
from storage.people import QUIET_FROM, QUIET_TO, PersonId, Role, libraries, people

OF_LIBRARY = [role for role in Role if role.of_library]


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who gets a message; a `former` member has left their library since.

    A group is no person: its title stands for the name, and a `thread_id` other than 0 is a topic's. It is `blocked`
    when the bot is no longer in it, or no administrator has let announcements in.
    """

    person_id: PersonId | None
    telegram_id: int
    language: str
    first_name: str
    library: str | None
    blocked: bool
    former: bool = False
    group_id: GroupId | None = None
    thread_id: int = 0
    quiet_from: time = QUIET_FROM
    quiet_to: time = QUIET_TO

    def quiet_until(self, now: datetime) -> datetime | None:
        """Tell when the quiet hours end that it is in; a group has those that people begin with."""
        return quiet_until(now, self.quiet_from, self.quiet_to)


def with_recipients(chosen: Select[Any]) -> Select[Any]:
    """Add to a query for rows of the outbox what `recipient_of` reads."""
    return (
        chosen.add_columns(
            people.c.id.label("person_id"),
            people.c.telegram_id,
            people.c.language,
            people.c.first_name,
            libraries.c.name.label("library"),
            people.c.blocked_at,
            people.c.quiet_from,
            people.c.quiet_to,
            and_(people.c.library_id.is_(None), people.c.role.in_(OF_LIBRARY)).label("former"),
            groups.c.id.label("group_id"),
            groups.c.telegram_id.label("group_telegram_id"),
            groups.c.thread_id,
            groups.c.title,
            groups.c.language.label("group_language"),
            groups.c.confirmed_at,
            groups.c.left_at,
        )
        .outerjoin(people, people.c.id == outbox.c.person_id)
        .outerjoin(libraries, libraries.c.id == people.c.library_id)
        .outerjoin(groups, groups.c.id == outbox.c.group_id)
    )


def recipient_of(row: Row[*tuple[Any, ...]]) -> Recipient:
    """Read a row of such a query."""
    if row.group_id is not None:
        shut = row.confirmed_at is None or row.left_at is not None
        return Recipient(
            None, row.group_telegram_id, row.group_language, row.title, None, shut, group_id=row.group_id,
            thread_id=row.thread_id,
        )  # fmt: skip
    blocked = row.blocked_at is not None
    return Recipient(
        row.person_id, row.telegram_id, row.language, row.first_name, row.library, blocked, row.former,
        quiet_from=row.quiet_from, quiet_to=row.quiet_to,
    )  # fmt: skip
