"""What a library declares on a call, what its librarians propose, and which deadlines it has met."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, select

from storage.calls import books, consortium_books, following, mornings, notices, reach, rules
from storage.calls.rules import (
    Call,
    CallId,
    Deadline,
    DeadlineId,
    Declared,
    Intent,
    NotForYou,
    Proposed,
    Same,
    TooLate,
    Withdrawn,
)
from storage.calls.tables import call_deadlines, call_done, call_intents, call_proposals, call_readers
from storage.people import LibraryId, Person, people
from storage.schema import upsert


@dataclass(frozen=True, slots=True)
class NoSuch:
    """There is no such call, or no such deadline of it."""


def declare(
    tx: Connection, call_id: CallId, person: Person, intent: Intent | None, now: datetime
) -> Declared | Proposed | Same | NotForYou | TooLate | Withdrawn | NoSuch:
    """Declare the intent of a person's library, None for undecided, or propose it to those who may."""
    call = books.lock(tx, call_id)
    if call is None:
        return NoSuch()
    library = person.library
    before = reach.intent(tx, call_id, library.id) if library else None
    outcome = rules.declare(call, person.role, library.kind if library else None, before, intent, now)
    if library is None:
        return outcome
    if isinstance(outcome, Declared):
        _write(tx, call, person, library.id, before, intent, now)
    elif isinstance(outcome, Proposed):
        row = {"call_id": call_id, "person_id": person.id, "library_id": library.id, "intent": intent, "at": now}
        upsert(tx, call_proposals, [row], "call_id", "person_id")
        notices.tell_proposed(tx, call, person, outcome.intent, now)
    return outcome


def _write(
    tx: Connection, call: Call, person: Person, library: LibraryId, before: Intent | None, intent: Intent | None,
    now: datetime,
) -> None:  # fmt: skip
    """Write what a library declares; those who speak for it know the call from here on, those who proposed are told.

    Only those whose digest is to tell them of it still wait for that.
    """
    mine = call_intents.c.call_id == call.id, call_intents.c.library_id == library
    if intent is None:
        tx.execute(delete(call_intents).where(*mine))
    else:
        row = {"call_id": call.id, "library_id": library, "intent": intent, "person_id": person.id, "at": now}
        upsert(tx, call_intents, [row], "call_id", "library_id")
    speak = people.c.library_id == library, people.c.role.in_(rules.VOTERS)
    waiting = select(call_readers.c.person_id).where(call_readers.c.call_id == call.id, call_readers.c.waits)
    following.told(tx, call, tx.execute(select(people.c.id).where(*speak, people.c.id.not_in(waiting))).scalars())
    if intent is Intent.APPLIED:
        _meet(tx, [one.id for one in (*rules.met(call, now), *_papers(tx, call, library))], person, library, now)
    elif before in rules.HANDED_IN and intent not in rules.HANDED_IN:
        to_come = [one.id for one in (*call.deadlines, *_papers(tx, call, library)) if one.when.ends_at > now]
        here = call_done.c.library_id == library, call_done.c.deadline_id.in_(to_come)
        tx.execute(delete(call_done).where(*here))
    proposed = call_proposals.c.call_id == call.id, call_proposals.c.library_id == library
    asked = tx.execute(select(call_proposals.c.person_id).where(*proposed)).scalars().all()
    tx.execute(delete(call_proposals).where(*proposed))
    notices.tell_declared(tx, call, library, [one for one in asked if one != person.id], now)


def _papers(tx: Connection, call: Call, library: LibraryId) -> list[Deadline]:
    """Find when the consortium in which a library is needs the papers: whoever has applied has handed them in."""
    of = consortium_books.mine(tx, call.id, library)
    papers = None if of is None else consortium_books.papers(tx, of)
    return [] if papers is None else [papers]


def _meet(
    tx: Connection, deadlines: list[DeadlineId | None], person: Person, library: LibraryId, now: datetime
) -> None:
    rows = [{"deadline_id": one, "library_id": library, "person_id": person.id, "at": now} for one in deadlines]
    upsert(tx, call_done, rows, "deadline_id", "library_id")


@dataclass(frozen=True, slots=True)
class Met:
    """A deadline is met by the library, or (`met` is false) is to be met after all."""

    call: Call
    deadline: Deadline
    met: bool


def meet(
    tx: Connection, deadline_id: DeadlineId, person: Person, now: datetime, *, met: bool
) -> Met | NotForYou | NoSuch:
    """Say that a person's library has met a deadline: nobody in it is reminded of it any more. Or take that back."""
    row = tx.execute(select(call_deadlines).where(call_deadlines.c.id == deadline_id)).mappings().first()
    call = None if row is None else books.lock(tx, CallId(row["call_id"]))
    if row is None or call is None:
        return NoSuch()
    deadline = books.deadline_of(row)
    if person.library is None:
        return NotForYou()
    library = person.library.id
    if not deadline.of_all and library not in mornings.libraries_of(tx, deadline):
        return NotForYou()
    if met:
        _meet(tx, [deadline_id], person, library, now)
    else:
        here = call_done.c.deadline_id == deadline_id, call_done.c.library_id == library
        tx.execute(delete(call_done).where(*here))
    return Met(call, deadline, met)
