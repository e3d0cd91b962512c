"""Whoever goes frees their seats to come; what they were at stays with the library only."""

from datetime import timedelta

from sqlalchemy import Connection, select

from storage.database import Database
from storage.events import actions, publishing
from storage.events.rules import EventDetails, Kind
from storage.events.tables import registrations
from storage.membership import leaving, own
from storage.people import Role
from tests.storage.membership.association import KRANJ, NOW, put


def details(days: int) -> EventDetails:
    start = NOW + timedelta(days=days)
    return EventDetails(
        kind=Kind.TRAINING, title_sl="Lokalna zbirka", title_en=None, description_sl=None, description_en=None,
        starts_at=start, ends_at=start + timedelta(hours=2), place="Maribor", link=None, capacity=3, closes_at=start,
    )  # fmt: skip


def seats(tx: Connection) -> list[tuple[object, ...]]:
    columns = registrations.c
    rows = tx.execute(
        select(columns.person_id, columns.library_id, columns.cancelled_at.is_(None)).order_by(columns.event_id)
    )
    return [tuple(row) for row in rows]


async def test_seats_to_come_are_freed_and_past_ones_lose_the_name(association: Database) -> None:
    admin, ana = await put(association, 91, Role.ADMIN), await put(association, 1)
    for days in (1, 30):
        published = await association.transact(publishing.publish, admin.id, details(days), NOW)
        assert isinstance(published, publishing.Published)
        await association.transact(actions.register, published.event.id, ana.id, NOW)
    data = await association.read(own.my_data, ana.id)
    assert data is not None
    assert len(data["events"]) == 2
    outcome = await association.transact(leaving.remove, admin.id, ana.id, NOW + timedelta(days=10))
    assert isinstance(outcome, leaving.Removed)
    (past, *to_come) = await association.read(seats)
    assert tuple(map(bool, past)) == (False, True, True)
    assert past[1] == KRANJ.id
    assert all(person is None and not held for person, _, held in to_come)
