"""Slides and minutes: only those get them whom they are meant for, and these are told once."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import Connection, select

from storage.database import Database
from storage.drafts import Gone, NotYours
from storage.events import materials
from storage.events.materials import Attached, MaterialId, Readers
from storage.events.rules import Event
from storage.outbox import outbox
from storage.people import Person, PersonId
from tests.handlers.world import take_library
from tests.storage.events.afterwards import OVER, attach, typed, was_there
from tests.storage.events.sample import NOW, fire, publish, register

SOON = timedelta(minutes=10)


def told(tx: Connection) -> list[PersonId]:
    """Who is told of new files, as often as they are."""
    rows = tx.execute(select(outbox.c.person_id).where(outbox.c.kind == materials.KIND).order_by(outbox.c.person_id))
    return [PersonId(one) for one in rows.scalars()]


async def names(books: Database, event: Event, person: Person) -> list[str]:
    """What somebody may have."""
    found = await books.read(materials.shelf, event.id, person)
    assert found is not None
    if person.role.of_library:
        assert await books.read(materials.count, event.id, person.id) == len(found.files)
    return [one.name for one in found.files]


async def test_each_has_what_is_meant_for_them(
    association: Database, ana: Person, bojan: Person, cvetka: Person, crowd: Sequence[Person]
) -> None:
    event = await publish(association)
    for person in (ana, bojan):
        await register(association, event, person.id)
    await was_there(association, event, ana.id, by=cvetka.id)
    for readers in Readers:
        assert await attach(association, event, cvetka.id, readers, readers) == Attached(event, 1)
    assert await names(association, event, ana) == ["seat", "attended", "all"]
    assert await names(association, event, bojan) == ["seat", "all"]
    assert await names(association, event, crowd[0]) == ["all"]
    assert await names(association, event, cvetka) == ["seat", "attended", "all"]
    allowed = [await association.read(materials.find, MaterialId(one), crowd[0]) for one in (1, 2, 3, 99)]
    assert [one and one.name for one in allowed] == [None, None, "all", None]


async def test_several_within_ten_minutes_are_one_message_and_nobody_is_told_twice(
    association: Database, ana: Person, bojan: Person, cvetka: Person
) -> None:
    event = await publish(association)
    await register(association, event, ana.id)
    at = NOW
    await attach(association, event, cvetka.id, Readers.SEAT, "prosojnice", "zapisnik", now=at)
    await attach(association, event, cvetka.id, Readers.SEAT, "dodatek", now=at + timedelta(minutes=8))
    await fire(association, at + timedelta(minutes=9))
    assert await association.read(told) == []
    await fire(association, at + SOON)
    assert await association.read(told) == [ana.id]
    await fire(association, at + 3 * SOON)
    assert await association.read(told) == [ana.id]
    await attach(association, event, cvetka.id, Readers.SEAT, "popravek", now=at + 4 * SOON)
    await fire(association, at + 5 * SOON)
    assert await association.read(told) == [ana.id, ana.id]
    assert bojan.id not in await association.read(told)


async def test_what_is_for_all_is_told_to_members_only(
    association: Database, ana: Person, bojan: Person, cvetka: Person
) -> None:
    event = await publish(association)
    await association.transact(take_library, bojan.id)
    await attach(association, event, cvetka.id, Readers.ALL, "zapisnik", now=NOW)
    await fire(association, NOW + SOON)
    assert await association.read(told) == sorted([ana.id, cvetka.id])


async def test_what_is_taken_away_within_ten_minutes_is_not_told(
    association: Database, ana: Person, cvetka: Person
) -> None:
    event = await publish(association)
    await register(association, event, ana.id)
    await attach(association, event, cvetka.id, Readers.SEAT, "prosojnice", now=NOW)
    assert await association.transact(materials.remove, MaterialId(1), cvetka.id, NOW) == event
    assert await association.transact(materials.remove, MaterialId(1), cvetka.id, NOW) is None
    await fire(association, NOW + SOON)
    assert await association.read(told) == []


async def test_a_conversation_attaches_its_files_once_and_for_its_owner_only(
    association: Database, ana: Person, cvetka: Person
) -> None:
    event = await publish(association)
    files = [["document", "file", "prosojnice.pdf"]]
    draft = await typed(association, cvetka.id, materials.FEATURE, event=event.id, readers="all", files=files)
    assert await association.transact(materials.attach, draft.id, draft.version, ana.id, OVER) == NotYours()
    assert await association.transact(materials.attach, draft.id, draft.version, cvetka.id, OVER) == Attached(event, 1)
    assert await association.transact(materials.attach, draft.id, draft.version, cvetka.id, OVER) == Gone()
