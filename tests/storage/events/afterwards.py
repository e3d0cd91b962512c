"""Short ways through check-in and what comes after an event."""

from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, select

from storage import drafts
from storage.database import Database
from storage.events import attendance, certificates, checkin, materials, survey
from storage.events.checkin import AtDoor
from storage.events.rules import Event, EventId, RegistrationId
from storage.events.tables import registrations
from storage.people import PersonId
from tests.storage.events.sample import START

AT_DOOR = START - timedelta(minutes=20)
OVER = START + timedelta(hours=5)
DAY_AFTER = START + timedelta(hours=24, minutes=30)


def number_of(tx: Connection, event_id: EventId, person_id: PersonId | None) -> RegistrationId:
    """Find the last registration of a person."""
    one = registrations.c
    mine = one.event_id == event_id, one.person_id == person_id
    return RegistrationId(tx.execute(select(one.id).where(*mine).order_by(one.id.desc()).limit(1)).scalar_one())


def secret_of(tx: Connection, number: RegistrationId) -> str:
    """Read what stands in a ticket's code."""
    return str(tx.execute(select(registrations.c.ticket).where(registrations.c.id == number)).scalar_one())


async def scan(books: Database, number: RegistrationId, by: PersonId, now: Any = AT_DOOR) -> Any:
    """Show a ticket at the door; return what becomes of it."""
    done = await books.transact(checkin.scan, await books.read(secret_of, number), by, now)
    return done.outcome if isinstance(done, AtDoor) else done


async def was_there(books: Database, event: Event, *people: PersonId, by: PersonId) -> None:
    """Let people check in, and staff confirm that they were there."""
    for person in people:
        await books.transact(checkin.tick, await books.read(number_of, event.id, person), by, AT_DOOR)
    await books.transact(attendance.confirm, event.id, by, OVER, everybody=False)


async def typed(books: Database, person: PersonId, feature: str, **data: Any) -> drafts.Draft:
    """Let a person be at the end of a conversation."""
    return await books.transact(drafts.start, person, 1, feature, "check", data, OVER)


async def certificate(books: Database, event: Event, person: PersonId, name: str, code: str = "K7Q2M9XD4TRP") -> Any:
    """Ask for a certificate on a name."""
    draft = await typed(books, person, certificates.FEATURE, event=event.id, name=name)
    return await books.transact(certificates.issue, draft.id, draft.version, code, person, OVER)


async def write(books: Database, event: Event, person: PersonId, text: str) -> Any:
    """Write what one thinks of an event."""
    draft = await typed(books, person, survey.FEATURE, event=event.id, text=text)
    return await books.transact(survey.write, draft.id, draft.version, person, DAY_AFTER)


async def attach(books: Database, event: Event, by: PersonId, readers: str, *names: str, now: Any = OVER) -> Any:
    """Put files to an event."""
    files = [["document", f"file-{name}", name] for name in names]
    draft = await typed(books, by, materials.FEATURE, event=event.id, readers=readers, files=files)
    return await books.transact(materials.attach, draft.id, draft.version, by, now)
