"""What the cards of the conversation need beside the draft."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from handlers.calls.compose.steps import Step
from storage.calls import books, drafting, news, publishing
from storage.calls.news import Expected
from storage.calls.rules import Call
from storage.database import Tx
from storage.drafts import Draft
from storage.membership import lists
from storage.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """How many libraries there are of each kind, and whose draft it is.

    For a change, the call as it is now (`one`). At the preview, how many are `told` at once and in digests of a new
    call, or what is `expected` to be told of a change.
    """

    kinds: Mapping[str, int]
    person: Person
    one: Call | None = None
    told: tuple[int, int] = (0, 0)
    expected: Expected | None = None

    def asked(self, kinds: tuple[str, ...]) -> int:
        """Count the libraries of some kinds, of all if none is named."""
        return sum(count for kind, count in self.kinds.items() if not kinds or kind in kinds)


def load(tx: Tx, draft: Draft, person: Person, now: datetime) -> Facts:
    """Count libraries by kind, and find what publishing would do."""
    kinds = dict(sorted(Counter(line.library.kind for line in lists.all_libraries(tx)).items()))
    number = drafting.changes(draft.data)
    one = None if number is None else books.find(tx, number)
    if draft.step != Step.PREVIEW:
        return Facts(kinds, person, one)
    content = drafting.content(draft.data)
    if one is None:
        return Facts(kinds, person, None, publishing.foreseen(tx, content, now))
    return Facts(kinds, person, one, expected=news.foreseen(tx, one, content, now))
