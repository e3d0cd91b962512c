"""What the cards of the conversation need beside the draft."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from storage.database import Tx
from storage.drafts import Draft
from storage.membership import lists
from storage.people import Person


@dataclass(frozen=True, slots=True)
class Kind:
    """The libraries of a kind, and the people in them."""

    libraries: int
    people: int


@dataclass(frozen=True, slots=True)
class Facts:
    """The kinds of libraries that there are."""

    kinds: Mapping[str, Kind]

    def asked(self, kinds: tuple[str, ...]) -> Kind:
        """Count the libraries of some kinds, of all kinds if none is named, and their people."""
        chosen = [kind for name, kind in self.kinds.items() if not kinds or name in kinds]
        return Kind(sum(kind.libraries for kind in chosen), sum(kind.people for kind in chosen))


def load(tx: Tx, draft: Draft, person: Person, now: datetime) -> Facts:  # noqa: ARG001 - as guides load
    """Count the libraries and their people by kind."""
    lines = lists.all_libraries(tx)
    libraries = Counter(line.library.kind for line in lines)
    people = Counter[str]()
    for line in lines:
        people[line.library.kind] += line.people
    return Facts({kind: Kind(count, people[kind]) for kind, count in sorted(libraries.items())})
