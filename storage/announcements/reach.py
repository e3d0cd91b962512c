"""Whom an announcement has reached, library by library and person by person, and who has confirmed it when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from itertools import groupby

from sqlalchemy import Connection, and_, select

from storage.announcements import desk, tables
from storage.announcements.rules import Announcement, AnnouncementId, Choice
from storage.announcements.tables import confirmations
from storage.groups import groups
from storage.membership.search import alphabetical
from storage.outbox import State, outbox
from storage.people import Library, LibraryId, Role, library_of
from storage.people import libraries as all_libraries
from storage.people import people as everybody


class Why(IntEnum):
    """What became of a person's message, or of a library's; the best of its people counts for a library."""

    REACHED = 0
    WAITING = 1
    UNCERTAIN = 2
    FAILED = 3
    BLOCKED = 4
    WITHDRAWN = 5
    NONE_CHOSEN = 6
    NOBODY = 7


_WHY = {
    State.SENT: Why.REACHED, State.PENDING: Why.WAITING, State.RETRY: Why.WAITING, State.SENDING: Why.WAITING,
    State.UNCERTAIN: Why.UNCERTAIN, State.FAILED: Why.FAILED, State.BLOCKED: Why.BLOCKED,
    State.WITHDRAWN: Why.WITHDRAWN,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PersonReach:
    """What became of one person's message: `words` are Telegram's, `at` is when; `read_at` is when it was confirmed."""

    first_name: str
    why: Why
    words: str | None
    at: datetime | None
    read_at: datetime | None


@dataclass(frozen=True, slots=True)
class LibraryReach:
    """What became of an announcement in a library; without one, in the association's office."""

    library: Library | None
    why: Why
    people: tuple[PersonReach, ...]

    @property
    def reached(self) -> int:
        """How many of its people have got it."""
        return sum(person.why is Why.REACHED for person in self.people)

    @property
    def words(self) -> str | None:
        """Why it failed, in Telegram's words."""
        return next((person.words for person in self.people if person.why is self.why and person.words), None)


@dataclass(frozen=True, slots=True)
class GroupReach:
    """What became of an announcement in a group: `words` are Telegram's, `at` is when."""

    title: str
    why: Why
    words: str | None
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Reach:
    """Whom an announcement was meant for: those it has not reached first, the office and groups last."""

    one: Announcement
    libraries: tuple[LibraryReach, ...]
    office: LibraryReach | None
    groups: tuple[GroupReach, ...]

    @property
    def reached(self) -> int:
        """How many libraries it has reached."""
        return sum(library.why is Why.REACHED for library in self.libraries)

    @property
    def people(self) -> list[tuple[LibraryReach, PersonReach]]:
        """Everybody with where they are: those whom it has not reached first, the office last."""
        everywhere = [*self.libraries, *([self.office] if self.office else [])]
        everybody = [(place, person) for place in everywhere for person in place.people]
        return sorted(everybody, key=lambda found: found[1].why is Why.REACHED)


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Somebody has confirmed it; without a library they are in the association's office."""

    first_name: str
    library: Library | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Confirmations:
    """Who has confirmed an announcement, the first one first, of so many who have got it."""

    one: Announcement
    given: tuple[Confirmation, ...]
    asked: int

    @property
    def libraries(self) -> int:
        """From how many libraries they are."""
        return len({one.library.id for one in self.given if one.library})


def meant(audience: Sequence[Choice], libraries: Iterable[Library]) -> set[LibraryId]:
    """Tell which libraries are meant by choices, whether or not anybody of theirs is here. Pure.

    Only choices that name libraries or kinds of them, or all, tell; of people it is known only who they are.
    """
    every = {library.id: library.kind for library in libraries}
    plus = [choice for choice in audience if not choice.minus]
    minus = [choice for choice in audience if choice.minus]
    found = set().union(*(_named(choice, every) for choice in plus)) if plus else set(every)
    return found.difference(*(_named(choice, every) for choice in minus if choice.kind in {"kind", "libraries", "all"}))


def _named(choice: Choice, every: dict[LibraryId, str]) -> set[LibraryId]:
    match choice.kind:
        case "all":
            return set(every)
        case "role":
            return set(every) if any(Role(role).of_library for role in choice.args["roles"]) else set()
        case "kind":
            return {one for one, kind in every.items() if kind in choice.args["kinds"]}
        case "libraries":
            return set(every) & set(choice.args["libraries"])
        case _:
            return set()


def reach(tx: Connection, announcement_id: AnnouncementId) -> Reach | None:
    """Find whom an announcement has reached."""
    one = tables.get(tx, announcement_id)
    if one is None or one.batch_id is None:
        return None
    known = {row["id"]: library_of(row) for row in tx.execute(select(all_libraries)).mappings()}
    theirs = _by_library(tx, one)
    office = theirs.pop(None, None)
    empty = meant(one.audience, known.values()) - theirs.keys()
    here = set(tx.execute(select(everybody.c.library_id).distinct()).scalars()) if empty else set()
    found = [_library(known[library], people) for library, people in theirs.items() if library is not None]
    found += [LibraryReach(known[one], Why.NONE_CHOSEN if one in here else Why.NOBODY, ()) for one in empty]
    found.sort(key=lambda one: (one.why is Why.REACHED, alphabetical(one.library.name if one.library else "")))
    return Reach(one, tuple(found), _library(None, office) if office else None, _groups(tx, one))


def _groups(tx: Connection, one: Announcement) -> tuple[GroupReach, ...]:
    rows = tx.execute(
        select(groups.c.title, outbox.c.state, outbox.c.reason, outbox.c.settled_at)
        .join_from(outbox, groups, groups.c.id == outbox.c.group_id)
        .where(outbox.c.batch_id == one.batch_id)
    ).all()
    found = [GroupReach(row.title, _WHY[State(row.state)], row.reason, row.settled_at) for row in rows]
    return tuple(sorted(found, key=lambda group: (group.why is Why.REACHED, alphabetical(group.title))))


def _by_library(tx: Connection, one: Announcement) -> dict[LibraryId | None, list[PersonReach]]:
    person = outbox.c.person_id
    confirmed = and_(confirmations.c.person_id == person, confirmations.c.announcement_id == one.id)
    rows = tx.execute(
        select(
            everybody.c.library_id, everybody.c.first_name, outbox.c.state, outbox.c.reason, outbox.c.settled_at,
            confirmations.c.at,
        )
        .join_from(outbox, everybody, everybody.c.id == person)
        .outerjoin(confirmations, confirmed)
        .where(outbox.c.batch_id == one.batch_id)
        .order_by(everybody.c.library_id, person)
    ).all()  # fmt: skip
    return {
        library: [
            PersonReach(row.first_name, _WHY[State(row.state)], row.reason, row.settled_at, row.at) for row in of_it
        ]
        for library, of_it in groupby(rows, lambda row: row.library_id)
    }


def _library(library: Library | None, people: Sequence[PersonReach]) -> LibraryReach:
    return LibraryReach(library, min(person.why for person in people), tuple(people))


def confirmed(tx: Connection, announcement_id: AnnouncementId) -> Confirmations | None:
    """Find who has confirmed an announcement."""
    one = tables.get(tx, announcement_id)
    if one is None or one.batch_id is None or not one.asks_to_confirm:
        return None
    rows = tx.execute(
        select(confirmations.c.at, everybody.c.first_name, everybody.c.library_id, *all_libraries.c)
        .join_from(confirmations, everybody, everybody.c.id == confirmations.c.person_id)
        .outerjoin(all_libraries, all_libraries.c.id == everybody.c.library_id)
        .where(confirmations.c.announcement_id == one.id)
        .order_by(confirmations.c.at, confirmations.c.person_id)
    ).mappings()
    given = [
        Confirmation(row["first_name"], library_of(row) if row["library_id"] is not None else None, row["at"])
        for row in rows
    ]
    return Confirmations(one, tuple(given), len(given) + desk.silent_count(tx, one))
