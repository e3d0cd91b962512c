"""Who sets the deadlines of a granted project, or of a consortium. Pure: facts in, outcome out."""

from dataclasses import dataclass
from datetime import datetime

from storage.calls.consortium_rules import Consortium
from storage.calls.rules import (
    DEADLINES_AT_MOST,
    OF_PROJECT,
    VOTERS,
    Call,
    DeadlineKind,
    Intent,
    NotForYou,
    State,
    TooLate,
    Withdrawn,
)
from storage.people import Person


@dataclass(frozen=True, slots=True)
class NotGranted:
    """The library has no project of this call."""


@dataclass(frozen=True, slots=True)
class TooMany:
    """There are as many as can be."""


@dataclass(frozen=True, slots=True)
class MayBe:
    """It can be set."""


def may_set(
    call: Call, person: Person, kind: DeadlineKind, intent: Intent | None, of: Consortium | None, there: int,
    now: datetime,
) -> MayBe | NotForYou | Withdrawn | TooLate | NotGranted | TooMany:  # fmt: skip
    """Decide whether a person may set a deadline of their library, or `of` the consortium that it leads.

    `there` are so many already, beside the one that is to be set.
    """
    if person.library is None or person.role not in VOTERS or (of is not None and of.lead != person.library.id):
        return NotForYou()
    if call.state is State.WITHDRAWN:
        return Withdrawn()
    if kind is DeadlineKind.PAPERS:
        if of is None:
            return NotForYou()
        return MayBe() if call.runs(now) else TooLate()
    if kind not in OF_PROJECT:
        return NotForYou()
    if intent is not Intent.GRANTED:
        return NotGranted()
    return MayBe() if there < DEADLINES_AT_MOST else TooMany()
