"""Certificates of attendance: who may have one, and whether one is genuine.

A certificate stands for one registration; made anew, it keeps number and code. The whole name, which nothing else in
the books holds, is typed by the person for it, and goes when they are erased. Guests have no chat: staff have theirs
made, and hand them on.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, insert, select, true, update

from storage import drafts
from storage.drafts import Draft, DraftId, Gone, NotYours
from storage.events import books
from storage.events.after_tables import certificates
from storage.events.rules import Event, EventId, RegistrationId
from storage.events.seats import State
from storage.events.tables import ACTIVE, events, registrations
from storage.people import PersonId, libraries

FEATURE = "certificate"
"""The conversation in which the name is asked for is kept under this name."""

GUESTS = "guest_certificate"
"""That in which staff say how a guest is called, under this one."""

NAME_AT_MOST = 80
WORD = r"[^\W\d_]+(?:[’'-][^\W\d_]+)*[.,]?"
NAME = re.compile(f"{WORD}(?: {WORD})+")
"""A whole name: at least two words of letters, with what joins them."""

CODE = re.compile(r"[A-Z0-9]{12}")


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate by its number; `name` is None once the person has been erased.

    Without a `library` it is somebody's from the association's office, or a guest's: `guest` is their registration.
    """

    number: int
    code: str
    event: Event
    name: str | None
    library: str | None
    issued_at: datetime
    guest: RegistrationId | None = None


@dataclass(frozen=True, slots=True)
class MayHave:
    """They were there and may have a certificate; `made` is the one they have. `guest` is how staff call a guest."""

    event: Event
    made: Certificate | None
    guest: str | None = None


@dataclass(frozen=True, slots=True)
class NotYet:
    """Staff have not said yet who came."""

    event: Event


@dataclass(frozen=True, slots=True)
class NotThere:
    """There is no such event, or the person was not there."""


def whole_name(said: str) -> str | None:
    """Read a whole name; None if it is none."""
    name = " ".join(unicodedata.normalize("NFC", said).split())
    return name if len(name) <= NAME_AT_MOST and NAME.fullmatch(name) else None


def initials(name: str) -> str:
    """Give as much of a name as tells whether the certificate in one's hand is the one that was issued."""
    return " ".join(f"{word[0]}." for word in re.split(r"[ ,-]+", name) if word and word[0].isupper())


def may_have(tx: Connection, event_id: EventId, person_id: PersonId) -> MayHave | NotYet | NotThere:
    """Find whether somebody may have a certificate of an event."""
    event, number = books.find(tx, event_id), _attended(tx, event_id, person_id)
    if event is None or event.cancelled:
        return NotThere()
    if number is None:
        said = tx.execute(select(events.c.attendance_at).where(events.c.id == event_id)).scalar()
        mine = registrations.c.event_id == event_id, registrations.c.person_id == person_id, ACTIVE
        seated = tx.execute(select(registrations.c.id).where(*mine, registrations.c.state == State.SEATED)).first()
        return NotYet(event) if said is None and seated is not None else NotThere()
    return MayHave(event, _of(tx, number))


def _attended(tx: Connection, event_id: EventId, person_id: PersonId) -> RegistrationId | None:
    """Find the registration with which somebody was there, as staff have confirmed."""
    one = registrations.c
    mine = one.event_id == event_id, one.person_id == person_id, ACTIVE, one.attended.is_(true())
    joined = registrations.join(events, events.c.id == one.event_id)
    return tx.execute(select(one.id).select_from(joined).where(*mine, events.c.attendance_at.is_not(None))).scalar()


def guest_may_have(tx: Connection, number: RegistrationId) -> MayHave | NotThere:
    """Find whether staff may have the certificate of a guest."""
    one = registrations.c
    here = one.id == number, one.guest.is_not(None), ACTIVE, one.attended.is_(true())
    joined = registrations.join(events, events.c.id == one.event_id)
    chosen = select(one.event_id, one.guest).select_from(joined).where(*here, events.c.attendance_at.is_not(None))
    row = tx.execute(chosen).first()
    event = None if row is None else books.find(tx, EventId(row.event_id))
    return NotThere() if row is None or event is None else MayHave(event, _of(tx, number), row.guest)


def issue(
    tx: Connection, draft_id: DraftId, version: int, code: str, by: PersonId, now: datetime
) -> Certificate | NotThere | NotYours | Gone:
    """Issue the certificate for which a name was typed, or put the name on it right; the conversation ends."""
    draft = drafts.lock(tx, draft_id, version, by, FEATURE)
    if not isinstance(draft, Draft):
        return draft
    event_id = EventId(draft.data["event"])
    books.lock(tx, event_id)
    return _issue(tx, draft, _attended(tx, event_id, by), code, now)


def issue_for_guest(
    tx: Connection, draft_id: DraftId, version: int, code: str, by: PersonId, now: datetime
) -> Certificate | NotThere | NotYours | Gone:
    """Issue the certificate of a guest, or put the name on it right; the conversation ends."""
    draft = drafts.lock(tx, draft_id, version, by, GUESTS)
    if not isinstance(draft, Draft):
        return draft
    number = RegistrationId(draft.data["guest"])
    books.lock(tx, EventId(draft.data["event"]))
    may = isinstance(guest_may_have(tx, number), MayHave)
    return _issue(tx, draft, number if may else None, code, now)


def _issue(
    tx: Connection, draft: Draft, number: RegistrationId | None, code: str, now: datetime
) -> Certificate | NotThere:  # fmt: skip
    name = draft.data.get("name")
    if number is None or name is None:
        return NotThere()
    drafts.end(tx, draft.id)
    if _of(tx, number) is None:
        tx.execute(insert(certificates).values(registration_id=number, code=code, name=name, issued_at=now))
    else:
        tx.execute(update(certificates).where(certificates.c.registration_id == number).values(name=name))
    return _of(tx, number) or NotThere()


def forget(tx: Connection, person_id: PersonId) -> None:
    """Take a person's name off their certificates, which stay genuine without it."""
    mine = select(registrations.c.id).where(registrations.c.person_id == person_id)
    tx.execute(update(certificates).where(certificates.c.registration_id.in_(mine)).values(name=None))


def genuine(tx: Connection, said: str) -> Certificate | None:
    """Find the certificate with a code, as typed; None if there is none, or staff have taken the attendance back."""
    code = "".join(char for char in said.upper() if char.isascii() and char.isalnum())
    if not CODE.fullmatch(code):
        return None
    return _found(tx, certificates.c.code == code, registrations.c.attended.is_(true()))


def _of(tx: Connection, number: RegistrationId) -> Certificate | None:
    return _found(tx, certificates.c.registration_id == number)


def _found(tx: Connection, *which: ColumnElement[bool]) -> Certificate | None:
    joined = certificates.join(registrations).outerjoin(libraries, libraries.c.id == registrations.c.library_id)
    one, library = registrations.c, libraries.c.name.label("library")
    chosen = select(certificates, one.event_id, one.guest, library).select_from(joined)
    row = tx.execute(chosen.where(*which)).mappings().first()
    event = None if row is None else books.find(tx, EventId(row["event_id"]))
    if row is None or event is None:
        return None
    guest = None if row["guest"] is None else RegistrationId(row["registration_id"])
    return Certificate(row["id"], row["code"], event, row["name"], row["library"], row["issued_at"], guest)
