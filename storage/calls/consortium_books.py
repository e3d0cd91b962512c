"""Reading and writing the rows of consortia."""

from datetime import datetime

from sqlalchemy import Connection, RowMapping, delete, insert, select, update

from storage.calls import books
from storage.calls.consortium_rules import Consortium
from storage.calls.rules import Call, CallId, ConsortiumId, Deadline, DeadlineKind
from storage.calls.tables import call_deadlines, consortia, consortium_invites, consortium_members
from storage.people import LibraryId, PersonId

_MEMBERS = consortium_members.c
_LIVE = select(consortia).where(consortia.c.ended_at.is_(None))


def find(tx: Connection, number: ConsortiumId) -> Consortium | None:
    """Find a consortium that has not ended."""
    row = tx.execute(_LIVE.where(consortia.c.id == number)).mappings().first()
    return None if row is None else _read(tx, row)


def _read(tx: Connection, row: RowMapping) -> Consortium:
    chosen = select(_MEMBERS.library_id).where(_MEMBERS.consortium_id == row["id"])
    members = tx.execute(chosen.order_by(_MEMBERS.joined_at, _MEMBERS.library_id)).scalars()
    return Consortium(
        ConsortiumId(row["id"]), CallId(row["call_id"]), row["name"], row["lead_id"], tuple(members)
    )  # fmt: skip


def locked(tx: Connection, number: ConsortiumId) -> tuple[Call, Consortium] | None:
    """Find a consortium with its call, and let nobody else change either until the transaction ends."""
    call_id = tx.execute(select(consortia.c.call_id).where(consortia.c.id == number)).scalar()
    call = None if call_id is None else books.lock(tx, CallId(call_id))
    one = None if call is None else find(tx, number)
    return None if call is None or one is None else (call, one)


def of_call(tx: Connection, call_id: CallId) -> list[Consortium]:
    """List the consortia on a call, by their numbers."""
    rows = tx.execute(_LIVE.where(consortia.c.call_id == call_id).order_by(consortia.c.id)).mappings().all()
    return [_read(tx, row) for row in rows]


def of_library(tx: Connection, library: LibraryId) -> list[Consortium]:
    """List the consortia in which a library is."""
    mine = select(_MEMBERS.consortium_id).where(_MEMBERS.library_id == library)
    rows = tx.execute(_LIVE.where(consortia.c.id.in_(mine)).order_by(consortia.c.id)).mappings().all()
    return [_read(tx, row) for row in rows]


def mine(tx: Connection, call_id: CallId, library: LibraryId) -> Consortium | None:
    """Find the consortium in which a library is on a call."""
    return next((one for one in of_call(tx, call_id) if library in one.members), None)


def create(tx: Connection, call_id: CallId, name: str, lead: LibraryId, now: datetime) -> Consortium:
    """Write a new consortium with its lead."""
    values = {"call_id": call_id, "name": name, "lead_id": lead, "founded_at": now}
    number = ConsortiumId(tx.execute(insert(consortia).values(values).returning(consortia.c.id)).scalar_one())
    add(tx, number, lead, now)
    return Consortium(number, call_id, name, lead, (lead,))


def add(tx: Connection, number: ConsortiumId, library: LibraryId, now: datetime) -> None:
    """Write a member down."""
    tx.execute(insert(consortium_members).values(consortium_id=number, library_id=library, joined_at=now))


def remove(tx: Connection, number: ConsortiumId, library: LibraryId) -> None:
    """Strike a member off."""
    here = _MEMBERS.consortium_id == number, _MEMBERS.library_id == library
    tx.execute(delete(consortium_members).where(*here))


def lead(tx: Connection, number: ConsortiumId, library: LibraryId) -> None:
    """Write down who leads."""
    tx.execute(update(consortia).where(consortia.c.id == number).values(lead_id=library))


def end(tx: Connection, number: ConsortiumId, now: datetime) -> None:
    """End a consortium: its invitations, members and deadlines go with it."""
    tx.execute(delete(call_deadlines).where(call_deadlines.c.consortium_id == number))
    for table in (consortium_invites, consortium_members):
        tx.execute(delete(table).where(table.c.consortium_id == number))
    tx.execute(update(consortia).where(consortia.c.id == number).values(ended_at=now))


def invites(tx: Connection, number: ConsortiumId) -> dict[LibraryId, PersonId | None]:
    """List the libraries that are invited, and who has invited them."""
    here = consortium_invites.c.consortium_id == number
    rows = tx.execute(select(consortium_invites.c.library_id, consortium_invites.c.person_id).where(here))
    return {LibraryId(row.library_id): row.person_id for row in rows}


def invite(tx: Connection, number: ConsortiumId, library: LibraryId, by: PersonId, now: datetime) -> None:
    """Write an invitation down."""
    values = {"consortium_id": number, "library_id": library, "person_id": by, "at": now}
    tx.execute(insert(consortium_invites).values(values))


def uninvite(tx: Connection, number: ConsortiumId, library: LibraryId) -> None:
    """Strike an invitation out: it is answered."""
    here = consortium_invites.c.consortium_id == number, consortium_invites.c.library_id == library
    tx.execute(delete(consortium_invites).where(*here))


def papers(tx: Connection, one: Consortium) -> Deadline | None:
    """Find the deadline for the papers to the lead."""
    here = call_deadlines.c.consortium_id == one.id, call_deadlines.c.kind == DeadlineKind.PAPERS
    return next(iter(books.own_deadlines(tx, one.call_id, here[0] & here[1])), None)
