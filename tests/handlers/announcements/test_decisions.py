"""The office approves, sends, withdraws, retries, reminds and recalls; each is asked once where it cannot be undone."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest

from storage import groups
from storage.announcements.rules import Announcement, Choice, State
from storage.database import Database
from storage.outbox import State as Delivery
from storage.people import PersonId, Role
from storage.sending import Refused, Result, Sent, Uncertain
from tests.handlers.phone import Phone
from tests.storage.announcements.going import ALL, announce, arrives, card, deliver
from tests.storage.membership.association import NOW, put, two_libraries

WRITER = PersonId(4)
TOMORROW = (NOW + timedelta(days=1)).isoformat()
PLANNED: Mapping[str, Any] = {"send_at": TOMORROW}


@pytest.fixture
async def association(books: Database) -> Database:
    """A library with three people, and two in the office, the first of whom writes."""
    await books.transact(two_libraries)
    for number in range(3):
        await put(books, 1 + number, name="Ana")
    await put(books, 90, Role.STAFF, name="Cvetka")
    await put(books, 91, Role.STAFF, name="Darja")
    return books


@pytest.fixture
def cvetka(association: Database) -> Phone:
    """Who writes."""
    return Phone(association, 90, "Cvetka")


@pytest.fixture
def darja(association: Database) -> Phone:
    """A colleague."""
    return Phone(association, 91, "Darja")


async def opens(phone: Phone, one: Announcement) -> str:
    """Open the card; return it as it reads."""
    await phone.forges(f"aoe:{one.id}")
    return phone.reads


async def state(books: Database, one: Announcement) -> State:
    return (await card(books, one)).one.state


async def counts(books: Database, one: Announcement) -> Mapping[Delivery, int]:
    going = (await card(books, one)).going
    assert going is not None
    return going.counts


async def test_a_second_pair_of_eyes_is_somebody_elses(association: Database, cvetka: Phone, darja: Phone) -> None:
    one = await announce(association, WRITER, approval=True)
    assert "👀 Čaka na potrditev; ko bo potrjeno, gre takoj." in await opens(cvetka, one)
    assert "👥 3 osebe iz 1 knjižnice in 2 iz strokovne službe" in cvetka.reads
    await cvetka.taps("✔ Potrdi")
    assert cvetka.bot.alert is not None
    assert cvetka.bot.alert.startswith("Svojega obvestila ne morete potrditi.")
    assert await state(association, one) is State.PROPOSED
    await opens(darja, one)
    approve = darja.keys["✔ Potrdi"]
    assert "▶ Pošiljanje je v teku" in await darja.taps("✔ Potrdi")
    await darja.forges(approve)
    assert await counts(association, one) == {Delivery.PENDING: 5}


async def test_what_is_planned_goes_now_or_never(association: Database, cvetka: Phone) -> None:
    one, other = await announce(association, WRITER, **PLANNED), await announce(association, WRITER, **PLANNED)
    assert "⏳ Načrtovano: jutri ob 10.00" in await opens(cvetka, one)
    assert "👥 3 osebe iz 1 knjižnice in 2 iz strokovne službe" in await cvetka.taps("Pošlji zdaj")
    assert await state(association, one) is State.PLANNED
    assert "▶ Pošiljanje je v teku" in await cvetka.taps("Pošlji zdaj")
    await opens(cvetka, other)
    await cvetka.taps("✖ Umakni")
    assert await state(association, other) is State.PLANNED
    assert "✖ Umaknjeno, preden je bilo poslano" in await cvetka.taps("✖ Umakni")
    await cvetka.forges(f"aon:{other.id}:1")
    assert (await state(association, other), cvetka.bot.alert) == (
        State.WITHDRAWN, "Medtem se je stanje spremenilo. Tu je sveža kartica.",
    )  # fmt: skip


async def test_only_what_failed_is_tried_again(association: Database, cvetka: Phone) -> None:
    becomes: list[Result] = [Refused("Chat not found"), Uncertain("no answer"), Uncertain("no answer")]
    one = await announce(association, WRITER)
    await deliver(association, lambda claimed: becomes.pop() if becomes else arrives(claimed))
    await opens(cvetka, one)
    await cvetka.taps("Ponovi neuspešna (1)")
    assert await counts(association, one) == {Delivery.SENT: 2, Delivery.UNCERTAIN: 2, Delivery.PENDING: 1}
    assert len(await deliver(association)) == 1
    await opens(cvetka, one)
    await cvetka.taps("Negotova (2)")
    assert "Za 2 sporočili se ne ve, ali sta prispeli" in cvetka.sees
    assert "kdo morda dobi dvakrat" in cvetka.sees
    assert await deliver(association) == []
    await cvetka.taps("Pošlji znova")
    assert len(await deliver(association)) == 2
    assert await counts(association, one) == {Delivery.SENT: 5}


async def test_two_quick_taps_remind_once(association: Database, cvetka: Phone) -> None:
    one = await announce(association, WRITER)
    await deliver(association)
    await Phone(association, 1).forges(f"ar:{one.id}")
    assert "✓ Prebrano: 1 od 5" in await opens(cvetka, one)
    remind = cvetka.keys["🔔 Opomni (4)"]
    assert "🔔 Opomnik: poslano 0 od 4" in await cvetka.forges(remind)
    assert cvetka.bot.alert == "Opomnik prejmejo 4 osebe."
    assert len(await deliver(association)) == 4
    await cvetka.forges(remind)
    assert await deliver(association) == []
    assert "🔔 Opomnik: poslano 4 od 4" in cvetka.reads


async def test_a_reminder_can_be_paused_and_ended_by_itself(association: Database, cvetka: Phone) -> None:
    one = await announce(association, WRITER)
    await deliver(association)
    await opens(cvetka, one)
    await cvetka.taps("🔔 Opomni (5)")
    await cvetka.taps("⏸ Opomnik")
    assert "🔔 Opomnik: poslano 0 od 5, premor" in cvetka.reads
    assert await deliver(association) == []
    await cvetka.taps("✖ Opomnik", "✖ Ustavi")
    assert "🔔 Opomnik: poslano 0 od 5, ustavljeno" in cvetka.reads
    assert "✅ Pošiljanje je končano" in cvetka.reads
    assert await deliver(association) == []


async def test_recalling_says_what_telegram_will_not_delete(association: Database, cvetka: Phone) -> None:
    one = await announce(association, WRITER)
    await deliver(association)
    await opens(cvetka, one)
    assert "Telegram briše le 48 ur; kar je starejše, ostane." in await cvetka.taps("🗑 Prekliči")
    assert await state(association, one) is State.SENT
    cvetka.now = NOW + timedelta(days=3)
    await opens(cvetka, one)
    assert "minilo več kot 48 ur" in await cvetka.taps("🗑 Prekliči")
    recall = cvetka.keys["🗑 Prekliči"]
    assert "🗑 Izbrisano 0 od 5" in await cvetka.forges(recall)
    deleted = await deliver(association, lambda _: Refused("message can't be deleted"), now=cvetka.now)
    assert {one.to.person_id for one in deleted} == {1, 2, 3, 4, 5}
    assert "Pri 5 osebah izbris ni uspel: Telegram briše le 48 ur." in await opens(cvetka, one)
    await cvetka.forges(recall)
    assert await deliver(association, now=cvetka.now) == []


async def test_what_turns_out_to_have_arrived_after_it_was_recalled_can_be_deleted_too(
    association: Database, cvetka: Phone
) -> None:
    group = await association.transact(groups.asked, -1, 0, "Direktorji", NOW)
    await association.transact(groups.confirm, group.id, -1, WRITER, NOW)
    one = await announce(association, WRITER, [*ALL, Choice("group", {"group": group.id})])
    await deliver(association, lambda claimed: Uncertain("lost") if claimed.to.telegram_id == 1 else arrives(claimed))
    await cvetka.forges(f"aox:{one.id}:1")
    assert len(await deliver(association, lambda _: Sent([]))) == 5
    await opens(cvetka, one)
    assert not [key for key in cvetka.keys if key.startswith("🗑")]
    await Phone(association, 1).forges(f"ar:{one.id}")
    await opens(cvetka, one)
    await cvetka.taps("🗑 Izbriši še 1")
    (last,) = await deliver(association, lambda _: Sent([]))
    assert (last.to.telegram_id, len(last.sent)) == (1, 1)
    assert "🗑 Izbrisano 6 od 6" in await opens(cvetka, one)
    assert not [key for key in cvetka.keys if key.startswith("🗑")]


async def test_what_is_recalled_is_not_sent_again_by_an_old_button(association: Database, cvetka: Phone) -> None:
    becomes: list[Result] = [Refused("Chat not found")]
    one = await announce(association, WRITER)
    await deliver(association, lambda claimed: becomes.pop() if becomes else arrives(claimed))
    await cvetka.forges(f"aox:{one.id}:1")
    await deliver(association, lambda _: Sent([]))
    follow_up = (await card(association, one)).one.follow_up_id
    for old in (f"aog:{one.id}:failed:0", f"aor:{one.id}:{follow_up}"):
        await cvetka.forges(old)
        assert cvetka.bot.alert == "Medtem se je stanje spremenilo. Tu je sveža kartica."
    assert await deliver(association) == []


async def test_the_message_itself_is_shown(association: Database, cvetka: Phone) -> None:
    one = await announce(association, WRITER, words="Pozdravljeni, {ime}.")
    await opens(cvetka, one)
    assert await cvetka.taps("Sporočilo") == "Pozdravljeni, Cvetka."
    assert list(cvetka.keys) == ["✓ Prebrano"]
