"""What the cards of the conversation need beside the draft."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.consultations.compose.steps import Step
from storage.consultations import books, revising
from storage.consultations.books import Question
from storage.consultations.rules import Consultation
from storage.database import Tx
from storage.drafts import Draft
from storage.membership import lists
from storage.people import Person

COMPARED = {Step.COMPARE, Step.MATCH}
"""The steps that look at the version before."""


@dataclass(frozen=True, slots=True)
class Kind:
    """The libraries of a kind, and the people in them."""

    libraries: int
    people: int


@dataclass(frozen=True, slots=True)
class Facts:
    """The kinds of libraries that there are, and whose draft it is.

    For a new version, the consultation, and the questions of the version before.
    """

    kinds: Mapping[str, Kind]
    person: Person
    one: Consultation | None = None
    old: Sequence[Question] = ()

    def asked(self, kinds: tuple[str, ...]) -> Kind:
        """Count the libraries of some kinds, of all kinds if none is named, and their people."""
        chosen = [kind for name, kind in self.kinds.items() if not kinds or name in kinds]
        return Kind(sum(kind.libraries for kind in chosen), sum(kind.people for kind in chosen))


def load(tx: Tx, draft: Draft, person: Person, now: datetime) -> Facts:  # noqa: ARG001 - as guides load
    """Count the libraries and their people by kind."""
    if draft.feature == revising.FEATURE:
        number, base = draft.data["consultation"], draft.data["base"]
        return Facts(
            {}, person, books.find(tx, number), books.outline(tx, number, base) if draft.step in COMPARED else ()
        )
    lines = lists.all_libraries(tx)
    libraries = Counter(line.library.kind for line in lines)
    people = Counter[str]()
    for line in lines:
        people[line.library.kind] += line.people
    return Facts({kind: Kind(count, people[kind]) for kind, count in sorted(libraries.items())}, person)
