"""What the cards of the conversation need beside the draft."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from handlers.events.steps import Step
from storage.database import Tx
from storage.drafts import Draft
from storage.events import answering, books, drafting, news, waiting
from storage.events.drafting import Unfinished
from storage.events.news import Expected
from storage.events.rules import Event
from storage.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """At the preview of a change, the event as it is now and how many of its seats are taken or offered.

    Also who would be told of what, and how many get an offer; at a question, how many have `answered` it. For a new
    event there is nothing.
    """

    there: Event | None = None
    taken: int = 0
    expected: Expected = field(default_factory=Expected)
    offers: int = 0
    answered: int = 0


def load(tx: Tx, draft: Draft, person: Person, now: datetime) -> Facts:  # noqa: ARG001 - as guides load
    """Find the event that is changed, and what changing it would do."""
    number = drafting.changes(draft.data)
    if number is not None and draft.step in {Step.QUESTION, Step.REMOVAL}:
        return Facts(answered=answering.count(tx, number, draft.data.get("at", "")))
    details = drafting.details(draft.data)
    event = None if number is None or draft.step != Step.PREVIEW else books.find(tx, number)
    if event is None or isinstance(details, Unfinished):
        return Facts()
    offers = waiting.foreseen(tx, replace(event, details=details), now)
    taken, _ = books.free(tx, event.id, now)
    return Facts(event, taken, news.expected(tx, event.id, details), offers)
