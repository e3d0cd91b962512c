"""What the cards of the conversation need beside the draft."""

from dataclasses import dataclass
from datetime import datetime

from handlers.events.steps import Step
from storage.database import Tx
from storage.drafts import Draft
from storage.events import desk, drafting
from storage.events.desk import Overview
from storage.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """At the preview of a change, the event as it is now and who is there; None for a new one, or where it is gone."""

    there: Overview | None = None


def load(tx: Tx, draft: Draft, person: Person, now: datetime) -> Facts:  # noqa: ARG001 - as guides load
    """Find the event that is changed."""
    number = drafting.changes(draft.data)
    if number is None or draft.step != Step.PREVIEW:
        return Facts()
    return Facts(desk.overview(tx, number, now))
