"""Who founds, joins, leads and leaves a consortium, and when its papers are due. Pure: facts in, outcome out."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from storage.calls.rules import (
    APPLICATIONS,
    INTENDING,
    VOTERS,
    Call,
    CallId,
    ConsortiumId,
    Content,
    Deadline,
    Intent,
    NotForYou,
    Same,
    State,
    TooLate,
    When,
    Withdrawn,
)
from storage.local_time import LJUBLJANA
from storage.people import LibraryId, Person

NAME_AT_MOST = 120
"""Characters."""

PAPERS_BEFORE = timedelta(days=7)
"""So long before the submission partners hand their papers to the lead, unless the lead decides otherwise."""


@dataclass(frozen=True, slots=True)
class Consortium:
    """Libraries that apply together on a call: who leads it, and all `members` in the order in which they came."""

    id: ConsortiumId
    call_id: CallId
    name: str
    lead: LibraryId
    members: tuple[LibraryId, ...]


@dataclass(frozen=True, slots=True)
class NotIntending:
    """The library has to say first that it is interested."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The library is in another consortium on this call."""


@dataclass(frozen=True, slots=True)
class NotInvited:
    """The library is not invited, or not any more."""


@dataclass(frozen=True, slots=True)
class Yes:
    """It may be."""


def _speaks(person: Person) -> LibraryId | None:
    return person.library.id if person.library is not None and person.role in VOTERS else None


def _time(call: Call, now: datetime) -> Withdrawn | TooLate | None:
    if call.state is State.WITHDRAWN:
        return Withdrawn()
    return None if call.runs(now) else TooLate()


def found(
    call: Call, person: Person, intent: Intent | None, mine: Consortium | None, now: datetime
) -> Yes | NotForYou | Withdrawn | TooLate | NotIntending | Elsewhere:
    """Decide whether a person may found a consortium for their library; `mine` is the one in which it is."""
    if _speaks(person) is None:
        return NotForYou()
    if refused := _time(call, now):
        return refused
    if intent not in INTENDING:
        return NotIntending()
    return Yes() if mine is None else Elsewhere()


def invite(
    call: Call, one: Consortium, person: Person, theirs: Consortium | None, now: datetime, *, invited: bool
) -> Yes | NotForYou | Withdrawn | TooLate | Same | Elsewhere:
    """Decide whether a person may invite a library; `theirs` is the consortium in which it is."""
    if _speaks(person) != one.lead:
        return NotForYou()
    if refused := _time(call, now):
        return refused
    if theirs is not None:
        return Same() if theirs == one else Elsewhere()
    return Same() if invited else Yes()


def join(
    call: Call, one: Consortium, person: Person, mine: Consortium | None, now: datetime, *, invited: bool
) -> Yes | NotForYou | Withdrawn | TooLate | Same | Elsewhere | NotInvited:
    """Decide whether a person may accept an invitation for their library."""
    if _speaks(person) is None:
        return NotForYou()
    if mine == one:
        return Same()
    if not invited:
        return NotInvited()
    if refused := _time(call, now):
        return refused
    return Yes() if mine is None else Elsewhere()


@dataclass(frozen=True, slots=True)
class Left:
    """The library is out of it."""


@dataclass(frozen=True, slots=True)
class Handed:
    """The lead is out of it, and another leads."""

    to: LibraryId


@dataclass(frozen=True, slots=True)
class Ends:
    """The last one is out of it, so it is there no more."""


@dataclass(frozen=True, slots=True)
class NameAnother:
    """The lead has to name a member to lead it first."""


def leave(one: Consortium, person: Person, to: LibraryId | None) -> Left | Handed | Ends | NameAnother | NotForYou:
    """Decide what becomes of a consortium when a library leaves it, naming another lead if it is the lead."""
    library = _speaks(person)
    if library is None or library not in one.members:
        return NotForYou()
    if library != one.lead:
        return Left()
    if len(one.members) == 1:
        return Ends()
    return Handed(to) if to is not None and to != library and to in one.members else NameAnother()


@dataclass(frozen=True, slots=True)
class Out:
    """The library is out of it, as its lead wants."""


@dataclass(frozen=True, slots=True)
class Uninvited:
    """The library is not invited any more."""


def put_out(
    one: Consortium, person: Person, library: LibraryId, *, invited: bool
) -> Out | Uninvited | Same | NotForYou:
    """Decide whether a person may put a library out, or take back that it is invited: whoever speaks for the lead may.

    The lead itself leaves.
    """
    if _speaks(person) != one.lead or library == one.lead:
        return NotForYou()
    if library in one.members:
        return Out()
    return Uninvited() if invited else Same()


def take_lead(one: Consortium, person: Person, *, led: bool) -> Yes | Same | NotForYou:
    """Decide whether a member may take the lead: when nobody in chat speaks for the lead any more, `led` is false."""
    library = _speaks(person)
    if library is None or library not in one.members:
        return NotForYou()
    if library == one.lead:
        return Same()
    return NotForYou() if led else Yes()


def submission(content: Content, now: datetime) -> Deadline | None:
    """Find the deadline for which papers are needed: the next for handing something in, or the last there was."""
    found = [one for one in content.deadlines if one.kind in APPLICATIONS]
    return next((one for one in found if one.when.ends_at > now), found[-1] if found else None)


def papers(content: Content, now: datetime) -> When | None:
    """Tell when the lead needs the papers, unless that is past: a week before the submission, the whole day."""
    last = submission(content, now)
    if last is None:
        return None
    when = When(last.when.day - PAPERS_BEFORE, None, last.when.provisional)
    return when if when.ends_at > now else None


def moved(of: When, before: Content, after: Content, now: datetime) -> When:
    """Move the day for the papers by as many days as the submission has moved, but not into the past."""
    old = submission(before, now)
    new = next((one for one in after.deadlines if old and one.id == old.id), submission(after, now))
    if old is None or new is None or new.when.day == old.when.day:
        return of
    today = now.astimezone(LJUBLJANA).date()
    day = max(of.day + (new.when.day - old.when.day), min(of.day, today))
    return of if day == of.day else replace(of, day=day, provisional=new.when.provisional)
