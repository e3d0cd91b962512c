"""What people decide and see for themselves, and what is left when they go."""

import json
from datetime import datetime, time
from typing import Any

import pytest
from sqlalchemy import Connection, MetaData, func, select

from storage import audit, drafts, due, features, inbox, outbox
from storage.books import Feature
from storage.database import Database
from storage.due import Due
from storage.inbox import Arrived, UpdateId
from storage.membership import invites, leaving, own
from storage.outbox import MessageKey, Owed
from storage.people import PersonId, Role
from storage.schema import metadata
from tests.storage.membership.association import NOW, invite, put

left: list[PersonId] = []


def _leave(_tx: Connection, person: PersonId, _now: datetime) -> None:
    left.append(person)


def _about(_tx: Connection, person: PersonId) -> list[dict[str, Any]]:
    return [{"seat_of": person}]


@pytest.fixture(autouse=True)
def _one_feature(monkeypatch: pytest.MonkeyPatch) -> None:
    left.clear()
    monkeypatch.setattr(features, "FEATURES", (Feature("events", {}, _leave, _about),))


def rows(tx: Connection, tables: MetaData) -> dict[str, int]:
    counted = {
        table.name: tx.execute(select(func.count()).select_from(table)).scalar_one() for table in tables.sorted_tables
    }
    return {name: count for name, count in counted.items() if count}


def leave_traces(tx: Connection, person: PersonId, telegram_id: int) -> None:
    drafts.start(tx, person, telegram_id, "events", "title", {"title": "Srečanje"}, NOW)
    outbox.owe(tx, [Owed(MessageKey("k"), person, "reminder", {}, NOW)], NOW)
    due.add(tx, [Due("d", "event_reminder", NOW, person, {})])
    audit.note(tx, person, "join", {"role": "librarian"}, NOW)
    inbox.receive(tx, [Arrived(UpdateId(5), telegram_id, '{"text": "skrivno"}')], NOW)
    for _ in range(3):
        inbox.failed(tx, UpdateId(5), "R-1", "trace", NOW)


async def test_language_and_quiet_hours_are_the_persons_own(association: Database) -> None:
    ana = await put(association, 1)
    changed = await association.transact(own.set_language, ana.id, "en")
    assert changed is not None
    assert changed.language == "en"
    changed = await association.transact(own.set_quiet_hours, ana.id, time(20), time(8))
    assert changed is not None
    assert (changed.quiet_from, changed.quiet_to) == (time(20), time(8))
    assert await association.transact(own.set_language, PersonId(99), "en") is None


async def test_my_data_is_everything_kept_about_me_as_json(association: Database) -> None:
    staff, ana = await put(association, 90, Role.STAFF), await put(association, 1)
    await association.transact(leave_traces, ana.id, 1)
    await association.transact(invites.look_up, "napačna", 1, NOW)
    await association.transact(audit.note, staff.id, "change_role", {"person": ana.id, "role": "deputy"}, NOW)
    data = await association.read(own.my_data, ana.id)
    assert data is not None
    read = json.loads(json.dumps(data))
    assert read["person"]["first_name"] == "Ana"
    assert read["person"]["quiet_from"] == "21:00:00"
    assert read["library"]["code"] == "kranj"
    assert read["events"] == [{"seat_of": ana.id}]
    assert read["conversations"][0]["data"] == {"title": "Srečanje"}
    assert [one["kind"] for one in read["messages"]] == ["reminder"]
    assert read["to_come"] == [{"kind": "event_reminder", "at": NOW.isoformat()}]
    assert [one["action"] for one in read["acts"]] == ["join"]
    assert [one["action"] for one in read["acts_of_the_office"]] == ["change_role"]
    assert [one["name"] for one in read["counters"]] == ["tries"]
    assert [one["reference"] for one in read["failed_messages"]] == ["R-1"]


async def test_forgetting_leaves_no_trace_of_the_person(association: Database) -> None:
    before = await association.read(rows, metadata)
    ana = await put(association, 1)
    await association.transact(leave_traces, ana.id, 1)
    await association.transact(invites.look_up, "napačna", 1, NOW)
    assert await association.transact(leaving.forget, ana.id, NOW) == leaving.Forgotten()
    assert left == [ana.id]
    after = await association.read(rows, metadata)
    assert after == {**before, "audit": 2, "inbox": 1}
    assert await association.read(own.my_data, ana.id) is None


async def test_whoever_is_removed_can_be_invited_again(association: Database) -> None:
    admin, ana = await put(association, 91, Role.ADMIN), await put(association, 1, Role.STAFF)
    await invite(association, "plakat", uses=5, by=ana)
    assert await association.transact(leaving.remove, admin.id, ana.id, NOW) == leaving.Removed(ana)
    assert left == [ana.id]
    again = await association.transact(invites.redeem, "plakat", 1, "Ana", "sl", NOW)
    assert isinstance(again, invites.Joined)
