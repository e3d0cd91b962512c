"""How a call has changed between two of its versions, and who has to hear of it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from storage.calls.rules import APPLICATIONS, Content, Deadline, Details, Document


class Field(StrEnum):
    """What libraries that intend to apply rely on, besides deadlines. Nobody is told of any other."""

    AMOUNT = "amount"
    COFINANCING = "cofinancing"
    KINDS = "kinds"


@dataclass(frozen=True, slots=True)
class Moved:
    """A deadline was one and is another now: None for one that is new, or gone."""

    before: Deadline | None
    after: Deadline | None

    @property
    def forward(self) -> bool:
        """Whether there is less time than there was: also where something is to be handed in of which nobody knew."""
        if self.after is None:
            return False
        if self.before is None:
            return self.after.kind in APPLICATIONS
        return self.after.when.ends_at < self.before.when.ends_at


@dataclass(frozen=True, slots=True)
class Difference:
    """What is another now, of what somebody relies on."""

    moved: Sequence[Moved] = ()
    fields: Sequence[Field] = ()
    documents: Sequence[Document] = ()

    def __bool__(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.moved or self.fields or self.documents)

    @property
    def urgent(self) -> bool:
        """Whether somebody may be late because of it."""
        return any(one.forward for one in self.moved)


def difference(before: Content, after: Content) -> Difference:
    """Compare two versions of a call; deadlines are the same by their number, and new without one."""
    old, new = ({one.id: one for one in content.deadlines if one.id} for content in (before, after))
    order = [*old, *(number for number in new if number not in old)]
    moved = [Moved(old.get(number), new.get(number)) for number in order]
    moved += [Moved(None, one) for one in after.deadlines if one.id is None]
    known = set(before.details.documents)
    return Difference(
        tuple(one for one in moved if _differs(one)),
        tuple(field for field in Field if _value(before.details, field) != _value(after.details, field)),
        tuple(one for one in after.details.documents if one not in known),
    )


def _differs(one: Moved) -> bool:
    if one.before is None or one.after is None:
        return True
    return (one.before.kind, one.before.when) != (one.after.kind, one.after.when)


def _value(details: Details, field: Field) -> object:
    match field:
        case Field.AMOUNT:
            return details.amount
        case Field.COFINANCING:
            return details.cofinancing
        case Field.KINDS:
            return frozenset(details.kinds)
