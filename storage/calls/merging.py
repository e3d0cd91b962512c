"""Two of the office change the same call: what each of them changed is brought together. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import TypeVar

from storage.calls.rules import Content, Deadline, DeadlineId, Details

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Merged:
    """What both say together. Of what both changed in different ways, which `fields` and `deadlines`, mine stands."""

    content: Content
    fields: Sequence[str] = ()
    deadlines: Sequence[DeadlineId] = ()


def merge(base: Content, theirs: Content, mine: Content) -> Merged:
    """Bring together what they and I have changed since `base`."""
    names = [field.name for field in fields(Details)]
    parts = {name: [getattr(one.details, name) for one in (base, theirs, mine)] for name in names}
    details = Details(**{name: _chosen(*three) for name, three in parts.items()})
    numbered = [_numbered(one) for one in (base, theirs, mine)]
    numbers = list(dict.fromkeys(number for one in numbered for number in one))
    threes = {number: tuple(one.get(number) for one in numbered) for number in numbers}
    kept = [one for three in threes.values() if (one := _chosen(*three)) is not None]
    new = [one for one in mine.deadlines if one.id is None]
    return Merged(
        Content(details, tuple(sorted([*kept, *new], key=lambda one: one.when.ends_at))),
        [name for name, three in parts.items() if _clash(*three)],
        [number for number, three in threes.items() if _clash(*three)],
    )


def _numbered(one: Content) -> Mapping[DeadlineId, Deadline]:
    return {deadline.id: deadline for deadline in one.deadlines if deadline.id is not None}


def _chosen(base: T, theirs: T, mine: T) -> T:
    return theirs if mine == base else mine


def _clash(base: T, theirs: T, mine: T) -> bool:
    return base not in (theirs, mine) and theirs != mine
