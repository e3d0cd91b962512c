"""Roles are given by the office, one delegate and two deputies to a library, and one admin always remains."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import Connection, delete, select

from storage import audit, sending
from storage.database import Database
from storage.membership import invites, leaving, notices, roles
from storage.membership.leaving import Removed
from storage.membership.notices import Decided, Decision
from storage.membership.roles import Assigned, Declined
from storage.membership.rules import (
    DelegateIsTaken,
    DeputiesAreTaken,
    LastAdmin,
    NoSuchPerson,
    NotAllowed,
    NothingChanges,
    NothingToConfirm,
)
from storage.people import PersonId, Role, people
from tests.storage.membership.association import KRANJ, KRSKO, NOW, everybody, invite, put

NOBODY = PersonId(999)


async def test_the_office_confirms_a_delegate_who_is_told_once(association: Database) -> None:
    staff = await put(association, 90, Role.STAFF)
    ana = await put(association, 1, wanted=Role.DELEGATE)
    outcome = await association.transact(roles.confirm, staff.id, ana.id, Role.DELEGATE, NOW)
    assert isinstance(outcome, Assigned)
    assert (outcome.person.role, outcome.person.wanted_role) == (Role.DELEGATE, None)
    again = await association.transact(roles.confirm, staff.id, ana.id, Role.DELEGATE, NOW)
    assert again == NothingToConfirm()
    (message,) = await association.transact(sending.claim, NOW, 10)
    assert (message.to.person_id, message.kind) == (ana.id, "role_decided")
    facts = await association.read(notices.decided_facts, ana.id, message.args, NOW)
    assert facts == Decided(Decision.CONFIRMED, Role.DELEGATE, outcome.person)


async def test_a_declined_delegate_stays_a_librarian_and_is_told(association: Database) -> None:
    staff = await put(association, 90, Role.STAFF)
    ana = await put(association, 1, wanted=Role.DELEGATE)
    outcome = await association.transact(roles.decline, staff.id, ana.id, Role.DELEGATE, NOW)
    assert isinstance(outcome, Declined)
    assert (outcome.person.role, outcome.person.wanted_role) == (Role.LIBRARIAN, None)
    (message,) = await association.transact(sending.claim, NOW, 10)
    assert message.args == {"decision": "declined", "role": "delegate"}


async def test_once_decided_the_office_is_not_told_any_more(association: Database) -> None:
    staff = await put(association, 90, Role.STAFF)
    await invite(association, "s", Role.DELEGATE)
    joined = await association.transact(invites.redeem, "s", 1, "Ana", "sl", NOW)
    assert isinstance(joined, invites.Joined)
    args = {"person": joined.person.id, "role": "delegate"}
    assert await association.read(notices.waiting_facts, staff.id, args, NOW) == joined.person
    await association.transact(roles.confirm, staff.id, joined.person.id, Role.DELEGATE, NOW)
    assert await association.read(notices.waiting_facts, staff.id, args, NOW) is None
    assert [one.kind for one in await association.transact(sending.claim, NOW, 10)] == ["role_decided"]


async def test_notices_wait_for_the_morning(association: Database) -> None:
    staff = await put(association, 90, Role.STAFF)
    ana = await put(association, 1, wanted=Role.DELEGATE)
    night = NOW.replace(hour=22)
    await association.transact(roles.confirm, staff.id, ana.id, Role.DELEGATE, night)
    assert await association.transact(sending.claim, night + timedelta(hours=7), 10) == []
    assert len(await association.transact(sending.claim, night + timedelta(hours=8), 10)) == 1


async def test_of_20_deputies_confirmed_at_once_two_are(association: Database) -> None:
    staff = await put(association, 90, Role.STAFF)
    waiting = [await put(association, one, wanted=Role.DEPUTY) for one in range(1, 21)]
    outcomes = await asyncio.gather(
        *(association.transact(roles.confirm, staff.id, one.id, Role.DEPUTY, NOW) for one in waiting)
    )
    assert sum(isinstance(one, Assigned) for one in outcomes) == 2
    assert sum(isinstance(one, DeputiesAreTaken) for one in outcomes) == 18


async def test_of_20_delegates_given_and_confirmed_at_once_one_is(association: Database) -> None:
    staff = await put(association, 90, Role.STAFF)
    waiting = [await put(association, one, wanted=Role.DELEGATE) for one in range(1, 21)]
    given = (association.transact(roles.assign, staff.id, one.id, Role.DELEGATE, None, NOW) for one in waiting[::2])
    confirmed = (association.transact(roles.confirm, staff.id, one.id, Role.DELEGATE, NOW) for one in waiting[1::2])
    outcomes = await asyncio.gather(*given, *confirmed)
    assert sum(isinstance(one, Assigned) for one in outcomes) == 1
    assert sum(isinstance(one, DelegateIsTaken) for one in outcomes) == 19


async def test_two_admins_who_remove_one_another_at_once_leave_one(association: Database) -> None:
    for _ in range(10):
        first, second = await put(association, 1, Role.ADMIN), await put(association, 2, Role.ADMIN)
        outcomes = await asyncio.gather(
            association.transact(leaving.remove, first.id, second.id, NOW),
            association.transact(leaving.remove, second.id, first.id, NOW),
        )
        assert {type(one) for one in outcomes} == {Removed, NotAllowed}
        (left,) = await association.read(everybody)
        assert left.role is Role.ADMIN
        await association.transact(clear)


def clear(tx: Connection) -> None:
    tx.execute(delete(people))


async def test_many_admins_who_all_go_at_once_leave_one(association: Database) -> None:
    admins = [await put(association, one, Role.ADMIN) for one in range(1, 11)]
    outcomes = await asyncio.gather(
        *(association.transact(leaving.forget, one.id, NOW) for one in admins[:5]),
        *(association.transact(roles.assign, one.id, one.id, Role.STAFF, None, NOW) for one in admins[5:]),
    )
    assert sum(isinstance(one, LastAdmin) for one in outcomes) == 1
    assert [one.role for one in await association.read(everybody)].count(Role.ADMIN) == 1


async def test_staff_do_not_touch_the_office(association: Database) -> None:
    staff, admin = await put(association, 90, Role.STAFF), await put(association, 91, Role.ADMIN)
    ana = await put(association, 1)
    assert await association.transact(roles.assign, staff.id, ana.id, Role.STAFF, None, NOW) == NotAllowed()
    assert await association.transact(roles.assign, staff.id, admin.id, Role.STAFF, None, NOW) == NotAllowed()
    assert await association.transact(leaving.remove, staff.id, admin.id, NOW) == NotAllowed()


async def test_admins_appoint_and_dismiss_staff(association: Database) -> None:
    admin, ana = await put(association, 91, Role.ADMIN), await put(association, 1)
    outcome = await association.transact(roles.assign, admin.id, ana.id, Role.STAFF, None, NOW)
    assert isinstance(outcome, Assigned)
    assert (outcome.person.role, outcome.person.library) == (Role.STAFF, None)
    back = await association.transact(roles.assign, admin.id, ana.id, Role.LIBRARIAN, KRSKO.id, NOW)
    assert isinstance(back, Assigned)
    assert (back.person.role, back.person.library) == (Role.LIBRARIAN, KRSKO)


async def test_whoever_is_dismissed_has_no_link_back_to_the_office(association: Database) -> None:
    admin, other = await put(association, 91, Role.ADMIN), await put(association, 92, Role.ADMIN)
    await invite(association, "nazaj", Role.ADMIN, by=other)
    poster = await invite(association, "plakat", by=other)
    await association.transact(roles.assign, admin.id, other.id, Role.STAFF, None, NOW)
    assert await association.read(invites.live_invites, Role.ADMIN, NOW) == [poster.invite]


@pytest.mark.parametrize("role", [Role.LIBRARIAN, Role.DEPUTY, Role.DELEGATE])
async def test_librarians_change_nobody(association: Database, role: Role) -> None:
    ana, bojan = await put(association, 1, role), await put(association, 2, wanted=Role.DEPUTY)
    for action in (roles.confirm, roles.decline):
        assert await association.transact(action, ana.id, bojan.id, Role.DEPUTY, NOW) == NotAllowed()
    assert await association.transact(roles.assign, ana.id, bojan.id, Role.DEPUTY, None, NOW) == NotAllowed()
    assert await association.transact(leaving.remove, ana.id, bojan.id, NOW) == NotAllowed()


async def test_nobody_is_not_there(association: Database) -> None:
    admin = await put(association, 91, Role.ADMIN)
    assert await association.transact(roles.assign, admin.id, NOBODY, Role.DEPUTY, None, NOW) == NoSuchPerson()
    assert await association.transact(leaving.remove, admin.id, NOBODY, NOW) == NoSuchPerson()
    assert await association.transact(roles.assign, NOBODY, admin.id, Role.STAFF, None, NOW) == NotAllowed()


async def test_a_change_that_changes_nothing_tells_nobody(association: Database) -> None:
    staff, ana = await put(association, 90, Role.STAFF), await put(association, 1)
    outcome = await association.transact(roles.assign, staff.id, ana.id, Role.LIBRARIAN, KRANJ.id, NOW)
    assert outcome == NothingChanges()
    assert await association.transact(sending.claim, NOW, 10) == []


async def test_what_the_office_does_is_written_down_in_ids_and_roles(association: Database) -> None:
    admin = await put(association, 91, Role.ADMIN)
    ana = await put(association, 1, wanted=Role.DEPUTY)
    await association.transact(roles.confirm, admin.id, ana.id, Role.DEPUTY, NOW)
    await association.transact(leaving.remove, admin.id, ana.id, NOW)

    def acts(tx: Connection) -> list[tuple[object, ...]]:
        columns = audit.audit.c
        return [tuple(row) for row in tx.execute(select(columns.person_id, columns.action, columns.facts))]

    assert await association.read(acts) == [
        (admin.id, "confirm_role", {"person": ana.id, "role": "deputy", "library": KRANJ.id}),
        (admin.id, "remove_person", {"person": ana.id, "role": "deputy"}),
    ]
