"""Links that make somebody a person."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import Connection, func, select

from storage import audit, counters, outbox, sending
from storage.database import Database
from storage.membership import invites, rules
from storage.membership.invites import Joined
from storage.membership.rules import (
    AlreadyMember,
    InviteFor,
    NotAllowed,
    Revoked,
    Standing,
    TooManyTries,
    UsedUp,
    Wrong,
)
from storage.membership.tables import invites as table
from storage.people import Role, people
from tests.storage.membership.association import KRANJ, KRSKO, LATER, NOW, everybody, invite, put


def rows(tx: Connection) -> tuple[int, ...]:
    books = (people, audit.audit, outbox.outbox)
    return tuple(tx.execute(select(func.count()).select_from(book)).scalar_one() for book in books)


async def redeem(books: Database, secret: str, telegram_id: int) -> invites.Redeemed:
    return await books.transact(invites.redeem, secret, telegram_id, f"Oseba {telegram_id}", "sl", NOW)


async def test_a_link_says_what_it_is_for_and_then_lets_in(association: Database) -> None:
    await invite(association, "skrivnost")
    looked = await association.transact(invites.look_up, "skrivnost", 7, NOW)
    assert looked == InviteFor(None, Standing(Role.LIBRARIAN, None, KRANJ))
    assert await association.read(everybody) == []
    outcome = await redeem(association, "skrivnost", 7)
    assert isinstance(outcome, Joined)
    assert (outcome.person.role, outcome.person.library, outcome.before) == (Role.LIBRARIAN, KRANJ, None)
    assert await redeem(association, "skrivnost", 7) == AlreadyMember(outcome.person)
    assert await redeem(association, "skrivnost", 8) == UsedUp()


async def test_only_a_hash_of_the_secret_is_kept(association: Database) -> None:
    await invite(association, "skrivnost")

    def kept(tx: Connection) -> str:
        return repr(tx.execute(select(table)).all()) + repr(tx.execute(select(audit.audit)).all())

    assert "skrivnost" not in await association.read(kept)


async def test_of_50_at_once_on_a_single_use_link_one_gets_in(association: Database) -> None:
    await invite(association, "ena")
    outcomes = await asyncio.gather(*(redeem(association, "ena", one) for one in range(1, 51)))
    assert sum(isinstance(one, Joined) for one in outcomes) == 1
    assert sum(isinstance(one, UsedUp) for one in outcomes) == 49
    assert len(await association.read(everybody)) == 1


async def test_control_with_reading_and_writing_apart_many_get_in(association: Database) -> None:
    await invite(association, "ena")

    async def apart(telegram_id: int) -> bool:
        looked = await association.transact(invites.look_up, "ena", telegram_id, NOW)
        if isinstance(looked, InviteFor):
            await put(association, telegram_id)
            return True
        return False

    assert sum(await asyncio.gather(*(apart(one) for one in range(1, 51)))) > 1


async def test_of_50_at_once_on_a_link_for_20_twenty_get_in(association: Database) -> None:
    await invite(association, "dvajset", uses=20)
    outcomes = await asyncio.gather(*(redeem(association, "dvajset", one) for one in range(1, 51)))
    assert sum(isinstance(one, Joined) for one in outcomes) == 20


async def test_the_same_person_many_times_at_once_uses_it_once(association: Database) -> None:
    await invite(association, "pet", uses=5)
    outcomes = await asyncio.gather(*(redeem(association, "pet", 7) for _ in range(20)))
    assert sum(isinstance(one, Joined) for one in outcomes) == 1
    (live,) = await association.read(invites.live_invites, Role.STAFF, NOW)
    assert live.uses == 1


async def test_ten_wrong_tries_in_an_hour_are_enough(association: Database) -> None:
    await invite(association, "prava")
    for number in range(10):
        assert await redeem(association, f"napačna {number}", 7) == Wrong()
    assert await redeem(association, "prava", 7) == TooManyTries()
    assert await association.transact(invites.look_up, "prava", 7, NOW) == TooManyTries()
    assert isinstance(await redeem(association, "prava", 8), Joined)
    later = NOW + timedelta(hours=1)
    assert isinstance(await association.transact(invites.look_up, "prava", 7, later), rules.UsedUp)


async def test_a_stranger_leaves_nothing_but_a_counter(association: Database) -> None:
    await redeem(association, "napačna", 7)
    assert await association.read(rows) == (0, 0, 0)
    assert await association.read(counters.value, "tries", 7, NOW) == 1


async def test_whatever_comes_as_a_secret_is_wrong(association: Database) -> None:
    await invite(association, "prava")
    for secret in ("", "x" * 5000, "č", "\x00", "' OR 1=1 --", "\ud800"):
        assert await redeem(association, secret, 7) == Wrong()


async def test_whatever_name_comes_is_kept_without_what_cannot_be_seen(association: Database) -> None:
    await invite(association, "s", uses=10)
    names = {
        "Ana\x00Marija": "Ana Marija",
        "  ": "–",
        "\u202eanA\n": "anA",
        "<b>Ana</b>": "<b>Ana</b>",
        "a" * 500: "a" * 64,
    }
    for number, (name, kept) in enumerate(names.items(), 1):
        outcome = await association.transact(invites.redeem, "s", number, name, "sl", NOW)
        assert isinstance(outcome, Joined)
        assert outcome.person.first_name == kept


async def test_a_delegate_joins_as_librarian_and_the_office_hears_of_it_once(association: Database) -> None:
    staff = await put(association, 90, Role.STAFF)
    await put(association, 91, Role.LIBRARIAN)
    await invite(association, "predstavnik", Role.DELEGATE)
    outcome = await redeem(association, "predstavnik", 7)
    await redeem(association, "predstavnik", 7)
    assert isinstance(outcome, Joined)
    assert (outcome.person.role, outcome.person.wanted_role) == (Role.LIBRARIAN, Role.DELEGATE)
    claimed = await association.transact(sending.claim, NOW, 10)
    assert [(one.to.person_id, one.kind, one.args) for one in claimed] == [
        (staff.id, "role_waiting", {"person": outcome.person.id, "role": "delegate"})
    ]


async def test_a_link_of_another_library_moves_the_person(association: Database) -> None:
    ana = await put(association, 7, Role.DELEGATE)
    await invite(association, "krsko", library=KRSKO)
    outcome = await redeem(association, "krsko", 7)
    assert isinstance(outcome, Joined)
    assert outcome.before == Standing(Role.DELEGATE, None, KRANJ)
    assert (outcome.person.id, outcome.person.role, outcome.person.library) == (ana.id, Role.LIBRARIAN, KRSKO)


async def test_a_revoked_link_lets_nobody_in(association: Database) -> None:
    staff = await put(association, 90, Role.STAFF)
    made = await invite(association, "s", by=staff)
    assert await association.transact(invites.revoke, staff.id, made.invite.id, NOW) == invites.Withdrawn()
    assert await association.transact(invites.revoke, staff.id, made.invite.id, NOW) == invites.NoSuchInvite()
    assert await redeem(association, "s", 7) == Revoked()
    assert await association.read(invites.live_invites, Role.ADMIN, NOW) == []


async def test_staff_neither_see_nor_revoke_links_to_the_office(association: Database) -> None:
    staff = await put(association, 90, Role.STAFF)
    made = await invite(association, "skrbnik", Role.ADMIN)
    assert await association.read(invites.live_invites, Role.STAFF, NOW) == []
    assert await association.transact(invites.revoke, staff.id, made.invite.id, NOW) == NotAllowed()
    assert await association.read(invites.live_invites, Role.ADMIN, NOW) == [made.invite]


@pytest.mark.parametrize("role", [Role.LIBRARIAN, Role.DEPUTY, Role.DELEGATE])
async def test_librarians_neither_make_nor_revoke_links(association: Database, role: Role) -> None:
    ana = await put(association, 1, role)
    made = await invite(association, "s")
    create = await association.transact(invites.create_invite, ana.id, Role.LIBRARIAN, KRANJ.id, 1, LATER, "t", NOW)
    assert create == NotAllowed()
    assert await association.transact(invites.revoke, ana.id, made.invite.id, NOW) == NotAllowed()


async def test_an_invite_that_would_be_over_at_once_is_not_made(association: Database) -> None:
    create = await association.transact(invites.create_invite, None, Role.LIBRARIAN, KRANJ.id, 1, NOW, "t", NOW)
    assert create == NotAllowed()
