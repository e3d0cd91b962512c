"""A consultation closes at its end: the roll is frozen, the votes are counted into the log."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, select, update

from storage.consultations import books, notices, opening, results, sealed
from storage.consultations.chain import Do
from storage.consultations.majority import Tally
from storage.consultations.rules import Consultation, ConsultationId, State
from storage.consultations.tables import consultations, roll
from storage.consultations.voting import NoSuch
from storage.due import Due
from storage.people import libraries


@dataclass(frozen=True, slots=True)
class Done:
    """It is closed now."""

    one: Consultation


@dataclass(frozen=True, slots=True)
class NotOpen:
    """It was closed or withdrawn before."""


@dataclass(frozen=True, slots=True)
class TooSoon:
    """Its end has not come."""


def close(tx: Connection, consultation_id: ConsultationId, now: datetime) -> Done | NotOpen | TooSoon | NoSuch:
    """Close a consultation whose end has come; a second time nothing happens."""
    locked = books.lock(tx, consultation_id)
    if locked is None:
        return NoSuch()
    if locked.one.state is not State.OPEN:
        return NotOpen()
    if now < locked.one.terms.ends_at:
        return TooSoon()
    tx.execute(
        delete(roll).where(
            roll.c.consultation_id == consultation_id, roll.c.library_id.not_in(select(libraries.c.id))
        )
    )  # fmt: skip
    opening.write_roll(tx, locked.one)
    one = replace(locked.one, state=State.CLOSED, closed_at=now)
    tx.execute(update(consultations).where(consultations.c.id == one.id).values(state=one.state, closed_at=now))
    found = results.counted(tx, one)
    said = {
        "do": Do.CLOSE, "at": books.stamp(now),
        "roll": {library.code: str(library.weight) for library in found.roll},
        "counts": {str(result.question.id): counts(result.tally) for result in found.questions},
    }  # fmt: skip
    poured = sealed.pour(tx, one.id) if one.sealed else []
    head = books.write_down(tx, locked, [*poured, said], [*(ballot["ballot"] for ballot in poured), None]).head
    notices.drop(tx, one)
    notices.tell_closed(tx, one, head.hash, now)
    return Done(one)


def counts(tally: Tally) -> Mapping[str, Any]:
    """Say for the log what was counted, and what has come of it."""
    every: dict[str, Any] = {choice: [count.libraries, str(count.weight)] for choice, count in tally.counts.items()}
    return {**every, "verdict": tally.verdict}


def close_due(tx: Connection, row: Due, now: datetime) -> None:
    """Close the consultation whose end has fallen due."""
    close(tx, ConsultationId(row.args["consultation"]), now)
