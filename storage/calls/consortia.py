"""Libraries found, join, lead and leave consortia on a call: one transaction each."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, select

from storage import drafts
from storage.calls import (
    books,
    consortium_books,
    consortium_notices,
    consortium_rules,
    intents,
    milestones,
    partner_books,
    reach,
)
from storage.calls.consortium_rules import (
    Consortium,
    Elsewhere,
    Ends,
    Handed,
    Left,
    NameAnother,
    NotIntending,
    NotInvited,
    Out,
    Uninvited,
    Yes,
)
from storage.calls.intents import NoSuch
from storage.calls.partner_books import Contact
from storage.calls.rules import (
    INTENDING,
    Call,
    CallId,
    ConsortiumId,
    Deadline,
    DeadlineKind,
    Intent,
    NotForYou,
    Same,
    TooLate,
    Withdrawn,
)
from storage.drafts import Draft, DraftId, Gone, NotYours
from storage.people import LibraryId, Person, libraries

FEATURE = "consortium"
"""The drafts of consortia that are about to be founded are kept under this name."""


@dataclass(frozen=True, slots=True)
class Invited:
    """Those who speak for the library are asked; `asked` of them there are."""

    consortium: Consortium
    asked: int


@dataclass(frozen=True, slots=True)
class Joined:
    """The library is in the consortium; whoever has invited it can be reached so."""

    consortium: Consortium
    contact: Contact | None


def found_draft(
    tx: Connection, draft_id: DraftId, version: int, person: Person, now: datetime
) -> Consortium | NotForYou | Withdrawn | TooLate | NotIntending | Elsewhere | NoSuch | NotYours | Gone:
    """Found the consortium of a draft, and end the draft."""
    draft = drafts.lock(tx, draft_id, version, person.id, FEATURE)
    if not isinstance(draft, Draft):
        return draft
    outcome = found(tx, CallId(draft.data["call"]), person, draft.data["name"], now)
    if isinstance(outcome, Consortium):
        drafts.end(tx, draft_id)
    return outcome


def found(
    tx: Connection, call_id: CallId, person: Person, name: str, now: datetime
) -> Consortium | NotForYou | Withdrawn | TooLate | NotIntending | Elsewhere | NoSuch:
    """Found a consortium that a person's library leads; the papers are due a week before the submission."""
    call = books.lock(tx, call_id)
    if call is None:
        return NoSuch()
    library = _library(person)
    here = consortium_books.mine(tx, call_id, library)
    outcome = consortium_rules.found(call, person, reach.intent(tx, call_id, library), here, now)
    if not isinstance(outcome, Yes):
        return outcome
    one = consortium_books.create(tx, call_id, name, library, now)
    _ask_for_papers(tx, call, one, now)
    return one


def _library(person: Person) -> LibraryId:
    """Find the library of a person; no library has the number 0."""
    return LibraryId(0) if person.library is None else person.library.id


def _ask_for_papers(tx: Connection, call: Call, one: Consortium, now: datetime) -> None:
    """Write down when the papers are due, unless that is past."""
    when = consortium_rules.papers(call.content, now)
    if when is not None:
        asked = Deadline(DeadlineKind.PAPERS, when, consortium=one.id)
        books.add_deadline(tx, call.id, asked)


def invite(
    tx: Connection, number: ConsortiumId, library: LibraryId, person: Person, now: datetime
) -> Invited | NotForYou | Withdrawn | TooLate | Same | Elsewhere | NoSuch:
    """Invite a library: those who speak for it are asked."""
    there = consortium_books.locked(tx, number)
    if there is None or tx.execute(select(libraries.c.id).where(libraries.c.id == library)).first() is None:
        return NoSuch()
    call, one = there
    theirs = consortium_books.mine(tx, call.id, library)
    invited = library in consortium_books.invites(tx, number)
    outcome = consortium_rules.invite(call, one, person, theirs, now, invited=invited)
    if not isinstance(outcome, Yes):
        return outcome
    consortium_books.invite(tx, number, library, person.id, now)
    return Invited(one, consortium_notices.tell_invited(tx, call, one, library, now))


def join(
    tx: Connection, number: ConsortiumId, person: Person, now: datetime
) -> Joined | NotForYou | Withdrawn | TooLate | Same | Elsewhere | NotInvited | NoSuch:
    """Accept an invitation: the lead is told, and the library is interested from here on if it was not."""
    there = consortium_books.locked(tx, number)
    if there is None:
        return NoSuch()
    call, one = there
    library, invited = _library(person), consortium_books.invites(tx, number)
    mine = consortium_books.mine(tx, call.id, library)
    outcome = consortium_rules.join(call, one, person, mine, now, invited=library in invited)
    if not isinstance(outcome, Yes):
        return outcome
    consortium_books.uninvite(tx, number, library)
    consortium_books.add(tx, number, library, now)
    if reach.intent(tx, call.id, library) not in INTENDING:
        intents.declare(tx, call.id, person, Intent.INTERESTED, now)
    consortium_notices.tell_joined(tx, one, library, person.id, now)
    inviter = invited[library]
    contact = None if inviter is None else partner_books.contact(tx, inviter, one.lead, None)
    return Joined(consortium_books.find(tx, number) or one, contact)


def refuse(
    tx: Connection, number: ConsortiumId, person: Person, now: datetime
) -> Consortium | NotForYou | NotInvited | NoSuch:
    """Refuse an invitation; the lead is told."""
    there = consortium_books.locked(tx, number)
    if there is None:
        return NoSuch()
    _, one = there
    library = _library(person)
    if not partner_books.speaks(person, library):
        return NotForYou()
    if library not in consortium_books.invites(tx, number):
        return NotInvited()
    consortium_books.uninvite(tx, number, library)
    consortium_notices.tell_refused(tx, one, library, now)
    return one


def leave(
    tx: Connection, number: ConsortiumId, person: Person, to: LibraryId | None, now: datetime
) -> tuple[Consortium, Left | Handed | Ends | NameAnother] | NotForYou | NoSuch:
    """Leave a consortium: the lead is told; whoever leads it names another first, who is told."""
    there = consortium_books.locked(tx, number)
    if there is None:
        return NoSuch()
    _, one = there
    outcome = consortium_rules.leave(one, person, to)
    if isinstance(outcome, NotForYou):
        return outcome
    library = _library(person)
    match outcome:
        case Left():
            consortium_books.remove(tx, number, library)
            consortium_notices.tell_left(tx, one, library, now)
        case Handed(new):
            consortium_books.lead(tx, number, new)
            consortium_books.remove(tx, number, library)
            consortium_notices.tell_handed(tx, one, new, now)
        case Ends():
            consortium_books.end(tx, number, now)
        case NameAnother():
            pass
    return one, outcome


def put_out(
    tx: Connection, number: ConsortiumId, library: LibraryId, person: Person, now: datetime
) -> Out | Uninvited | Same | NotForYou | NoSuch:
    """Put a library out of a consortium: it is told. Or take back that it is invited."""
    there = consortium_books.locked(tx, number)
    if there is None:
        return NoSuch()
    _, one = there
    outcome = consortium_rules.put_out(one, person, library, invited=library in consortium_books.invites(tx, number))
    match outcome:
        case Out():
            consortium_books.remove(tx, number, library)
            consortium_notices.tell_out(tx, one, library, now)
        case Uninvited():
            consortium_books.uninvite(tx, number, library)
    return outcome


def take_lead(
    tx: Connection, number: ConsortiumId, person: Person, now: datetime
) -> Consortium | Same | NotForYou | NoSuch:
    """Take the lead of a consortium for which nobody in chat speaks any more; the others are told."""
    there = consortium_books.locked(tx, number)
    if there is None:
        return NoSuch()
    _, one = there
    led = bool(consortium_notices.speakers(tx, one.lead))
    outcome = consortium_rules.take_lead(one, person, led=led)
    if not isinstance(outcome, Yes):
        return outcome
    consortium_books.lead(tx, number, _library(person))
    consortium_notices.tell_led(tx, one, _library(person), now)
    return consortium_books.find(tx, number) or one


def amended(tx: Connection, before: Call, after: Call, now: datetime) -> None:
    """Move the papers of a call's consortia as its submission has moved; their members are told."""
    for one in consortium_books.of_call(tx, after.id):
        asked = consortium_books.papers(tx, one)
        if asked is None:
            _ask_for_papers(tx, after, one, now)
            continue
        when = consortium_rules.moved(asked.when, before.content, after.content, now)
        milestones.change(tx, asked, replace(asked, when=when), None, now)


def withdrawn(tx: Connection, call_id: CallId, now: datetime) -> None:
    """End the consortia of a call that does not hold any more; its members are told with all others."""
    for one in consortium_books.of_call(tx, call_id):
        consortium_books.end(tx, one.id, now)
