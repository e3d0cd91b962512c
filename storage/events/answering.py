"""Answers that are being given, and what they are given for: kept as a draft until all is said."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, select

from storage import drafts
from storage.drafts import Draft, DraftId, Gone, NotYours
from storage.events import actions, books, series, substituting
from storage.events.actions import Answered, NoSuch, Registration, Unregistration
from storage.events.rules import Event, EventId
from storage.events.seats import Asks, NeedsReason
from storage.events.substituting import Taking
from storage.events.swaps import SwapId
from storage.events.tables import ACTIVE, registrations
from storage.people import Person, PersonId

FEATURE = "event_answers"
"""The drafts of answers are kept under this name,"""

REASON = "event_reason"
"""and those of reasons under this one."""


class Purpose(StrEnum):
    """What questions are answered for."""

    REGISTER = "register"
    SERIES = "series"
    SWAP = "swap"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class Given:
    """The answers of somebody who is in."""

    event: Event
    answers: Mapping[str, str]


Sent = Registration | tuple[Registration, ...] | Taking | Answered | NoSuch | substituting.NoSuch


@dataclass(frozen=True, slots=True)
class Missing:
    """A question has to be answered first: what is asked has changed since."""


def count(tx: Connection, event_id: EventId, question: str) -> int:
    """Count who has answered a question, and is still in."""
    here = registrations.c.event_id == event_id, ACTIVE
    return sum(question in answers for answers in tx.execute(select(registrations.c.answers).where(*here)).scalars())


def given(tx: Connection, event_id: EventId, person_id: PersonId) -> Given | None:
    """Find what somebody has answered; None if they are not in."""
    event = books.find(tx, event_id)
    here = registrations.c.event_id == event_id, registrations.c.person_id == person_id, ACTIVE
    row = tx.execute(select(registrations.c.answers).where(*here)).first()
    return None if event is None or row is None else Given(event, row.answers)


def send(
    tx: Connection, draft_id: DraftId, version: int, person: Person, now: datetime
) -> Sent | Missing | NotYours | Gone:
    """Do what the questions were answered for, and end the draft; a second time it is gone."""
    draft = drafts.lock(tx, draft_id, version, person.id, FEATURE)
    if not isinstance(draft, Draft):
        return draft
    outcome = _do(tx, draft.data, person, now)
    if _asks(outcome):
        return Missing()
    drafts.end(tx, draft_id)
    return NoSuch() if isinstance(outcome, Asks) else outcome


def _do(tx: Connection, data: Mapping[str, Any], person: Person, now: datetime) -> Sent | Asks:
    event_id, answers = EventId(data["event"]), data["answers"]
    match Purpose(data["purpose"]):
        case Purpose.REGISTER:
            return actions.register(tx, event_id, person.id, now, answers)
        case Purpose.SERIES:
            event = books.find(tx, event_id)
            if event is None or event.series is None:
                return NoSuch()
            return series.register(tx, event.series, person.id, now, answers)
        case Purpose.SWAP:
            return substituting.accept(tx, SwapId(data["swap"]), person.id, now, answers)
        case Purpose.CHANGE:
            return actions.answer(tx, event_id, person, answers, now)


def _asks(outcome: Sent | Asks) -> bool:
    """Tell whether something is still missing; where several dates were asked for, of all of them."""
    match outcome:
        case tuple():
            return all(isinstance(one.outcome, Asks) for one in outcome)
        case Registration() | Taking():
            return isinstance(outcome.outcome, Asks)
        case _:
            return isinstance(outcome, Asks)


def give_up(
    tx: Connection, draft_id: DraftId, version: int, person_id: PersonId, now: datetime
) -> Unregistration | NoSuch | Missing | NotYours | Gone:
    """Free a seat for the reason that was given, and end the draft; a second time it is gone."""
    draft = drafts.lock(tx, draft_id, version, person_id, REASON)
    if not isinstance(draft, Draft):
        return draft
    outcome = actions.give_up(tx, EventId(draft.data["event"]), person_id, now, draft.data.get("reason"))
    if isinstance(outcome, Unregistration) and isinstance(outcome.outcome, NeedsReason):
        return Missing()
    drafts.end(tx, draft_id)
    return outcome
