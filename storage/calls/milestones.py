"""Deadlines of granted projects and of consortia are set, moved and struck out: one transaction each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, delete, select, update

from storage import drafts
from storage.calls import (
    books,
    consortium_books,
    consortium_notices,
    milestone_rules,
    mornings,
    partner_books,
    plain,
    reach,
)
from storage.calls.consortium_rules import Consortium
from storage.calls.intents import NoSuch
from storage.calls.milestone_rules import MayBe, NotGranted, TooMany
from storage.calls.rules import (
    OF_PROJECT,
    Call,
    CallId,
    ConsortiumId,
    Deadline,
    DeadlineId,
    DeadlineKind,
    Intent,
    NotForYou,
    State,
    TooLate,
    Withdrawn,
)
from storage.calls.tables import call_deadlines
from storage.drafts import Draft, DraftId, Gone, NotYours
from storage.people import LibraryId, Person, PersonId

FEATURE = "call_milestone"
"""The drafts of these deadlines are kept under this name."""

Refused = NotForYou | Withdrawn | TooLate | NotGranted | TooMany | NoSuch


@dataclass(frozen=True, slots=True)
class Set:
    """The deadline is written down so."""

    call: Call
    deadline: Deadline


def begun(call_id: CallId, of: ConsortiumId | None) -> dict[str, object]:
    """Make the data of a conversation about a new deadline, of a library or `of` a consortium."""
    return {"call": call_id, **({} if of is None else {"consortium": of})}


def of_deadline(call_id: CallId, one: Deadline) -> dict[str, object]:
    """Make the data of a conversation that changes a deadline."""
    said = {name: value for name, value in plain.of_deadline(one).items() if value not in (None, False)}
    return {**begun(call_id, one.consortium), **said}


def deadline(draft: Draft, library: LibraryId | None) -> Deadline:
    """Read the deadline in a conversation that is ready."""
    data = draft.data
    consortium = None if data.get("consortium") is None else ConsortiumId(data["consortium"])
    return replace(plain.deadline(data), library=None if consortium else library, consortium=consortium)


def set_draft(
    tx: Connection, draft_id: DraftId, version: int, person: Person, now: datetime
) -> Set | Refused | NotYours | Gone:
    """Write down the deadline of a draft, and end the draft."""
    draft = drafts.lock(tx, draft_id, version, person.id, FEATURE)
    if not isinstance(draft, Draft):
        return draft
    wanted = deadline(draft, None if person.library is None else person.library.id)
    outcome = set_one(tx, CallId(draft.data["call"]), wanted, person, now)
    if isinstance(outcome, Set):
        drafts.end(tx, draft_id)
    return outcome


def set_one(tx: Connection, call_id: CallId, wanted: Deadline, person: Person, now: datetime) -> Set | Refused:
    """Write down a deadline of a person's library or of the consortium that it leads, in place of the one it was."""
    call = books.lock(tx, call_id)
    if call is None:
        return NoSuch()
    before = None if wanted.id is None else _find(tx, call, wanted.id)
    if wanted.id is not None and (before is None or _whose(before) != _whose(wanted)):
        return NoSuch()
    outcome = _may_set(tx, call, wanted, person, now)
    if not isinstance(outcome, MayBe):
        return outcome
    if before is None:
        wanted = replace(wanted, id=books.add_deadline(tx, call_id, wanted))
        if wanted.consortium is not None:
            consortium_notices.moved(tx, None, wanted, person.id, now)
    else:
        change(tx, before, wanted, person.id, now)
    return Set(call, wanted)


def _whose(one: Deadline) -> tuple[LibraryId | None, ConsortiumId | None]:
    return one.library, one.consortium


def _find(tx: Connection, call: Call, number: DeadlineId) -> Deadline | None:
    found = books.own_deadlines(tx, call.id, call_deadlines.c.id == number)
    return next((one for one in found if not one.of_all), None)


def _may_set(tx: Connection, call: Call, one: Deadline, person: Person, now: datetime) -> MayBe | Refused:
    of = _consortium(tx, call, one)
    if isinstance(of, NoSuch):
        return of
    library = LibraryId(0) if person.library is None else person.library.id
    if of is None and one.library != library:
        return NotForYou()
    mine = call_deadlines.c.library_id == library if of is None else call_deadlines.c.consortium_id == of.id
    there = [other for other in books.own_deadlines(tx, call.id, mine) if other.id != one.id]
    if one.kind is DeadlineKind.PAPERS and any(other.kind is DeadlineKind.PAPERS for other in there):
        return TooMany()
    intent = reach.intent(tx, call.id, library)
    return milestone_rules.may_set(call, person, one.kind, intent, of, len(there), now)


def _consortium(tx: Connection, call: Call, one: Deadline) -> Consortium | NoSuch | None:
    if one.consortium is None:
        return None
    of = consortium_books.find(tx, one.consortium)
    return NoSuch() if of is None or of.call_id != call.id else of


def change(tx: Connection, before: Deadline, after: Deadline, by: PersonId | None, now: datetime) -> None:
    """Let a deadline say something else; if it moves, the members of a consortium are told, but not who did it."""
    said = books.columns_of(after)
    if said == books.columns_of(before):
        return
    here = call_deadlines.c.id == before.id
    tx.execute(update(call_deadlines).where(here).values(**said, changes=before.changes + 1, changed_at=now))
    if before.consortium is not None and after.when.ends_at != before.when.ends_at:
        consortium_notices.moved(tx, before, after, by, now)


def strike(tx: Connection, number: DeadlineId, person: Person, now: datetime) -> Set | Refused:
    """Strike out a deadline of a granted project, of which a consortium is told; its papers can only be moved."""
    row = tx.execute(select(call_deadlines.c.call_id).where(call_deadlines.c.id == number)).scalar()
    call = None if row is None else books.lock(tx, CallId(row))
    one = None if call is None else _find(tx, call, number)
    if call is None or one is None:
        return NoSuch()
    if one.kind is DeadlineKind.PAPERS:
        return NotForYou()
    outcome = _may_set(tx, call, one, person, now)
    if not isinstance(outcome, MayBe):
        return outcome
    tx.execute(delete(call_deadlines).where(call_deadlines.c.id == number))
    if isinstance(of := _consortium(tx, call, one), Consortium):
        consortium_notices.tell_struck(tx, of, one, person.id, now)
    return Set(call, one)


@dataclass(frozen=True, slots=True)
class Own:
    """A deadline of one's library, or of a consortium in which it is; `may`: the person may set it, `met` it is met."""

    call: Call
    deadline: Deadline
    of: Consortium | None
    may: bool
    met: bool


def find(tx: Connection, number: DeadlineId, person: Person, now: datetime) -> Own | None:
    """Find a deadline as one of those sees it whose it is."""
    row = tx.execute(select(call_deadlines.c.call_id).where(call_deadlines.c.id == number)).scalar()
    call = None if row is None else books.find(tx, CallId(row))
    one = None if call is None else _find(tx, call, number)
    if call is None or one is None or person.library is None:
        return None
    if person.library.id not in mornings.libraries_of(tx, one):
        return None
    of = _consortium(tx, call, one)
    may = isinstance(_may_set(tx, call, one, person, now), MayBe)
    met = (one.id, person.library.id) in mornings.done_by(tx, [number])
    return Own(call, one, of if isinstance(of, Consortium) else None, may, met)


@dataclass(frozen=True, slots=True)
class Project:
    """The milestones and reports of a library's project on a call, and those of the consortium in which it is.

    `may`: the person may set those of their library; `leads` is the consortium for which they may do so as well.
    """

    call: Call
    deadlines: Sequence[Deadline]
    met: frozenset[DeadlineId]
    may: bool
    leads: ConsortiumId | None


def project(tx: Connection, call_id: CallId, person: Person) -> Project | None:
    """Find the project of a person's library on a call."""
    call = books.find(tx, call_id)
    if call is None or person.library is None:
        return None
    library, of = person.library.id, consortium_books.mine(tx, call_id, person.library.id)
    whose = call_deadlines.c.library_id == library
    if of is not None:
        whose |= call_deadlines.c.consortium_id == of.id
    deadlines = books.own_deadlines(tx, call_id, whose & call_deadlines.c.kind.in_(OF_PROJECT))
    numbers = [one.id for one in deadlines if one.id is not None]
    met = frozenset(number for number, by in mornings.done_by(tx, numbers) if by == library and number is not None)
    granted = reach.intent(tx, call_id, library) is Intent.GRANTED and call.state is not State.WITHDRAWN
    may = granted and partner_books.speaks(person, library)
    return Project(call, deadlines, met, may, of.id if of is not None and of.lead == library else None)
