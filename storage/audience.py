"""Who gets a message: kinds of choices, added and taken away. Each feature may offer kinds of its own."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import Connection, Select, distinct, false, func, or_, select

from storage import groups
from storage.people import Role, libraries, people

Choose = Callable[[Mapping[str, Any]], Select[Any]]
"""From a choice's args to a query for ids of people."""


class Chosen(Protocol):
    """A step in choosing: those of a kind are added, or with `minus` taken away."""

    @property
    def kind(self) -> str:
        """The kind's name."""

    @property
    def args(self) -> Mapping[str, Any]:
        """What the kind asks for."""

    @property
    def minus(self) -> bool:
        """Whether they are taken away."""


@dataclass(frozen=True, slots=True)
class Size:
    """How many would get it. Of the `people` so many are in the association's `office`, which is no library."""

    people: int
    libraries: int
    office: int = 0
    groups: int = 0

    @property
    def members(self) -> int:
        """How many are in libraries."""
        return self.people - self.office

    @property
    def messages(self) -> int:
        """How many messages that makes."""
        return self.people + self.groups


GROUP = "group"
"""The kind of choice that names a group; that is no people, whom all other kinds choose."""

_OFFICE = [role for role in Role if not role.of_library]
COUNTS = or_(people.c.role.in_(_OFFICE), people.c.library_id.is_not(None))
"""Former members get nothing."""


def _all(_args: Mapping[str, Any]) -> Select[Any]:
    return select(people.c.id)


def _role(args: Mapping[str, Any]) -> Select[Any]:
    return select(people.c.id).where(people.c.role.in_(args["roles"]))


def _kind_of_library(args: Mapping[str, Any]) -> Select[Any]:
    inside = people.join(libraries, libraries.c.id == people.c.library_id)
    return select(people.c.id).select_from(inside).where(libraries.c.kind.in_(args["kinds"]))


def _libraries(args: Mapping[str, Any]) -> Select[Any]:
    return select(people.c.id).where(people.c.library_id.in_(args["libraries"]))


def _people(args: Mapping[str, Any]) -> Select[Any]:
    return select(people.c.id).where(people.c.id.in_(args["people"]))


KINDS: Mapping[str, Choose] = {
    "all": _all,
    "role": _role,
    "kind": _kind_of_library,
    "libraries": _libraries,
    "people": _people,
}
"""What does not depend on any feature."""


def recipients(kinds: Mapping[str, Choose], choices: Sequence[Chosen]) -> Select[Any]:
    """Make the query for those who are chosen: all that are added, without any that are taken away.

    Choices that only take away take from all.
    """
    of_people = [one for one in choices if one.kind != GROUP]
    plus = [people.c.id.in_(kinds[one.kind](one.args)) for one in of_people if not one.minus]
    minus = [people.c.id.not_in(kinds[one.kind](one.args)) for one in of_people if one.minus]
    chosen = or_(*plus) if plus else COUNTS if minus else false()
    return select(people.c.id).where(COUNTS, chosen, *minus)


def groups_of(choices: Sequence[Chosen]) -> set[int]:
    """List the groups that are chosen, by their ids: all that are added, without any that are taken away."""
    plus, minus = ({one.args["group"] for one in choices if one.kind == GROUP and one.minus is side}
                   for side in (False, True))  # fmt: skip
    return plus - minus


def size(tx: Connection, chosen: Select[Any], in_groups: Collection[int] = ()) -> Size:
    """Count those who are chosen, and of the groups those that announcements may go to."""
    ids = chosen.subquery()
    everybody, inside = func.count(), func.count(people.c.library_id)
    found = select(everybody, func.count(distinct(people.c.library_id)), everybody - inside)
    of_people = tx.execute(found.where(people.c.id.in_(select(ids)))).one()
    of_groups = select(func.count()).select_from(groups.chosen(in_groups).subquery())
    return Size(*of_people, tx.execute(of_groups).scalar_one() if in_groups else 0)
