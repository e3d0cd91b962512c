"""Slides, minutes and the like of an event, for those they are meant for. Telegram has the files."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, NewType

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, delete, func, insert, or_, select, update

from storage import audit, batches, drafts, due, news
from storage.audience import COUNTS
from storage.batches import BatchId
from storage.drafts import Draft, DraftId, Gone, NotYours
from storage.due import Due
from storage.events import books
from storage.events.after_tables import CAME, materials
from storage.events.rules import Event, EventId
from storage.events.seats import State
from storage.events.tables import ACTIVE, registrations
from storage.people import Person, PersonId, Role, people

KIND = "event_materials"
"""The kind of the due row that tells of them, of the batches and of their messages."""

FEATURE = "event_materials"
"""The conversation in which files are sent is kept under this name."""

FILES_AT_MOST = 10
"""At once."""

NAME_AT_MOST = 100
"""Characters."""

MaterialId = NewType("MaterialId", int)


class Readers(StrEnum):
    """Whom a file is meant for."""

    SEAT = "seat"
    ATTENDED = "attended"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Material:
    """A file that Telegram has, a `kind` of media that it knows by `file_id`."""

    id: MaterialId
    event_id: EventId
    readers: Readers
    name: str
    kind: str
    file_id: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """An event and those of its files that whoever looks may have."""

    event: Event
    files: tuple[Material, ...]


@dataclass(frozen=True, slots=True)
class Attached:
    """So many files are there; those whom they are meant for are told in some minutes."""

    event: Event
    count: int


@dataclass(frozen=True, slots=True)
class NoSuch:
    """There is no such event or file."""


def attach(tx: Connection, draft_id: DraftId, version: int, by: PersonId, now: datetime) -> (
    Attached | NoSuch | NotYours | Gone
):  # fmt: skip
    """Put the files that were sent in a conversation to an event, and end the conversation."""
    draft = drafts.lock(tx, draft_id, version, by, FEATURE)
    if not isinstance(draft, Draft):
        return draft
    event, files = books.lock(tx, EventId(draft.data["event"])), draft.data.get("files", [])
    if event is None or not files:
        return NoSuch()
    drafts.end(tx, draft_id)
    readers = Readers(draft.data["readers"])
    tx.execute(insert(materials), [
        {"event_id": event.id, "readers": readers, "name": name, "kind": kind, "file_id": file_id, "added_by": by,
         "added_at": now, "told": False}
        for kind, file_id, name in files
    ])  # fmt: skip
    audit.note(tx, by, "attach_materials", {"event": event.id, "count": len(files)}, now)
    due.add(tx, [Due(f"{KIND}:{event.id}", KIND, now + news.TOGETHER, None, {"event": event.id})])
    return Attached(event, len(files))


def remove(tx: Connection, material_id: MaterialId, by: PersonId, now: datetime) -> Event | None:
    """Take a file away; return its event, None if it is gone already."""
    gone = delete(materials).where(materials.c.id == material_id).returning(materials.c.event_id)
    event_id = tx.execute(gone).scalar()
    if event_id is None:
        return None
    audit.note(tx, by, "remove_material", {"event": event_id, "material": material_id}, now)
    return books.find(tx, EventId(event_id))


def shelf(tx: Connection, event_id: EventId, person: Person) -> Shelf | None:
    """Find the files of an event that somebody may have."""
    event = books.find(tx, event_id)
    if event is None:
        return None
    rows = tx.execute(_may_have(person).where(materials.c.event_id == event_id).order_by(materials.c.id)).mappings()
    return Shelf(event, tuple(_material(row) for row in rows))


def find(tx: Connection, material_id: MaterialId, person: Person) -> Material | None:
    """Find a file, if somebody may have it."""
    row = tx.execute(_may_have(person).where(materials.c.id == material_id)).mappings().first()
    return None if row is None else _material(row)


def count(tx: Connection, event_id: EventId, person_id: PersonId) -> int:
    """Count the files of an event that are meant for somebody."""
    may = _meant_for(person_id).where(materials.c.event_id == event_id).subquery()
    return tx.execute(select(func.count()).select_from(may)).scalar_one()


def _material(row: RowMapping) -> Material:
    return Material(MaterialId(row["id"]), EventId(row["event_id"]), Readers(row["readers"]), row["name"],
                    row["kind"], row["file_id"])  # fmt: skip


_SEATED = ACTIVE & (registrations.c.state == State.SEATED)


def _may_have(person: Person) -> Select[Any]:
    """Make a query for the files that somebody may have; the office may have all."""
    return select(materials) if person.may(Role.STAFF) else _meant_for(person.id)


def _meant_for(person_id: PersonId) -> Select[Any]:
    return select(materials).where(or_(
        materials.c.readers == Readers.ALL,
        (materials.c.readers == Readers.SEAT) & _mine(person_id, _SEATED),
        (materials.c.readers == Readers.ATTENDED) & _mine(person_id, CAME),
    ))  # fmt: skip


def _mine(person_id: PersonId, so: ColumnElement[bool]) -> ColumnElement[bool]:
    """Tell whether somebody is so at the event of a file."""
    here = registrations.c.event_id == materials.c.event_id, registrations.c.person_id == person_id
    return select(registrations.c.id).where(*here, so).correlate(materials).exists()


def tell_due(tx: Connection, row: Due, now: datetime) -> None:
    """Tell those whom the new files of an event are meant for, in one message for all of them."""
    event = books.lock(tx, EventId(row.args["event"]))
    new = materials.c.event_id == EventId(row.args["event"]), ~materials.c.told
    readers = [Readers(one) for one in tx.execute(select(materials.c.readers).where(*new).distinct()).scalars()]
    if event is None or not readers:
        return
    told = select(people.c.id).where(COUNTS, or_(*(_meant(one, event.id) for one in readers)))
    by = tx.execute(select(materials.c.added_by).where(*new).order_by(materials.c.id.desc()).limit(1)).scalar()
    news.tell(tx, KIND, f"materials:{event.id}", {"event": event.id}, told, by, now)
    tx.execute(update(materials).where(*new).values(told=True))


def _meant(readers: Readers, event_id: EventId) -> ColumnElement[bool]:
    """Tell whether a file for some readers is meant for somebody of a query for people."""
    if readers is Readers.ALL:
        return COUNTS
    so = _SEATED if readers is Readers.SEAT else CAME
    return people.c.id.in_(select(registrations.c.person_id).where(registrations.c.event_id == event_id, so))


def facts(tx: Connection, batch_id: BatchId, now: datetime) -> Event | None:  # noqa: ARG001 - as bulks load
    """Find what the messages of a batch say; None once there is nothing on the shelf any more."""
    batch = batches.get(tx, batch_id)
    event = books.find(tx, EventId(batch.args["event"])) if batch else None
    if event is None:
        return None
    there = select(materials.c.id).where(materials.c.event_id == event.id).limit(1)
    return event if tx.execute(there).first() is not None else None
