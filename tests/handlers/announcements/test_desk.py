"""The office sees how an announcement goes, and holds it up."""

import dataclasses
from datetime import timedelta

import pytest

from handlers.announcements import desk
from storage import books, cards
from storage.announcements import actions
from storage.announcements.rules import Announcement
from storage.database import Database
from storage.features import AUDIENCES
from storage.outbox import State
from storage.people import Role
from storage.sending import Blocked, Claimed, Refused, Result, Uncertain
from tests.handlers.phone import TEXTS, Phone
from tests.storage.announcements.going import announce, arrives, batch_of, card, deliver
from tests.storage.membership.association import KRSKO, NOW, put, two_libraries

TITLE = "»Vabimo vas na srečanje v Maribor.«"


@pytest.fixture
async def association(books: Database) -> Database:
    """Two libraries with three people each."""
    await books.transact(two_libraries)
    for number in range(3):
        await put(books, 1 + number, name="Ana")
        await put(books, 11 + number, library=KRSKO, name="Bojan")
    return books


@pytest.fixture
async def cvetka(association: Database) -> Phone:
    """Somebody from the office."""
    await put(association, 90, Role.STAFF, name="Cvetka")
    return Phone(association, 90, "Cvetka")


@pytest.fixture
async def sent(association: Database, cvetka: Phone) -> Announcement:
    """An announcement to all seven, which has begun."""
    person = await cvetka.me()
    assert person is not None
    return await announce(association, person.id)


async def open_card(phone: Phone) -> str:
    """Go from the office card to the newest announcement."""
    await phone.says("/urad")
    await phone.taps("Obvestila")
    await phone.forges(next(data for data in phone.keys.values() if data.startswith("aoe:")))
    return phone.reads


async def test_the_list_marks_where_each_announcement_is(
    association: Database, cvetka: Phone, sent: Announcement
) -> None:
    person = await cvetka.me()
    assert person is not None
    await announce(association, person.id, words="Pozneje", send_at=(NOW + timedelta(days=1)).isoformat())
    await cvetka.says("/urad")
    assert "2 obvestili." in await cvetka.taps("Obvestila")
    assert [key for key in cvetka.keys if key[0] in "⏳▶"] == ["⏳ Pozneje", "▶ Vabimo vas na srečanje v Maribor."]


async def test_the_card_of_a_running_announcement(association: Database, cvetka: Phone, sent: Announcement) -> None:
    becomes: list[Result] = [Blocked(), Refused("Chat not found"), Uncertain("no answer")]

    def outcome(one: Claimed) -> Result:
        return becomes.pop() if becomes else arrives(one)

    await deliver(association, outcome, limit=5)
    cvetka.now = NOW + timedelta(seconds=2)
    assert (await open_card(cvetka)).splitlines() == [
        TITLE,
        "▶ Pošiljanje je v teku",
        "▰▰▰▰▰▰▰▱▱▱ 71 %",
        "Poslano 2 od 7, čaka 2",
        "blokirano 1 · neuspešno 1 · negotovo 1",
        "2 na sekundo, še manj kot minuto",
        "✓ Prebrano: 0 od 2",
    ]
    assert list(cvetka.keys) == [
        "⏸ Premor", "✖ Ustavi", "Ponovi neuspešna (1)", "Negotova (1)", "🔔 Opomni (2)", "✏️ Popravi", "🗑 Prekliči",
        "Sporočilo", "Doseg", "Potrditve", "Osveži", "Nazaj",
    ]  # fmt: skip


async def test_pausing_and_resuming_from_the_card(association: Database, cvetka: Phone, sent: Announcement) -> None:
    await deliver(association, limit=2)
    await open_card(cvetka)
    pause = cvetka.keys["⏸ Premor"]
    assert "⏸ Premor" in await cvetka.taps("⏸ Premor")
    assert await deliver(association) == []
    assert "⏸ Premor" in await cvetka.forges(pause)
    assert "▶ Pošiljanje je v teku" in await cvetka.taps("▶ Nadaljuj")
    assert len(await deliver(association)) == 5
    assert "✅ Pošiljanje je končano" in await cvetka.taps("Osveži")
    assert not {"⏸ Premor", "✖ Ustavi"} & cvetka.keys.keys()


async def test_cancelling_asks_once_and_tells_what_is_left_out(
    association: Database, cvetka: Phone, sent: Announcement
) -> None:
    await deliver(association, limit=2)
    await open_card(cvetka)
    assert "5 sporočil še čaka in ne bo poslanih." in await cvetka.taps("✖ Ustavi")
    assert (await card(association, sent)).going is not None
    await cvetka.taps("✖ Ustavi")
    assert "✖ Pošiljanje je ustavljeno\nPoslano 2 od 7\numaknjeno 5" in cvetka.reads
    assert await deliver(association) == []
    going = (await card(association, sent)).going
    assert going is not None
    assert going.counts == {State.SENT: 2, State.WITHDRAWN: 5}
    assert going.batch.id == batch_of(sent)


async def test_the_card_keeps_itself_up_to_date_until_all_is_sent(
    association: Database, cvetka: Phone, sent: Announcement
) -> None:
    await open_card(cvetka)
    (live,) = await association.read(cards.live)
    assert (live.kind, live.person.first_name) == (desk.KIND, "Cvetka")
    drawn = desk.LIVE[live.kind]
    facts = await association.read(drawn.load, live.person, live.args, cvetka.now)
    assert not drawn.over(facts)
    await deliver(association)
    facts = await association.read(drawn.load, live.person, live.args, cvetka.now)
    assert drawn.over(facts)
    assert "Poslano 7 od 7" in drawn.show(facts, TEXTS.say("sl"), cvetka.now).text
    librarian = dataclasses.replace(live.person, role=Role.LIBRARIAN)
    assert await association.read(drawn.load, librarian, live.args, cvetka.now) is None


async def test_the_card_of_what_waits_for_a_colleague_goes_on_when_it_is_approved(
    association: Database, cvetka: Phone
) -> None:
    writer = await cvetka.me()
    assert writer is not None
    one = await announce(association, writer.id, approval=True)
    darja = await put(association, 91, Role.STAFF, name="Darja")
    await cvetka.forges(f"aoe:{one.id}")
    (live,) = await association.read(cards.live)
    await association.transact(actions.approve, AUDIENCES, one.id, darja.id, cvetka.now)
    drawn = desk.LIVE[live.kind]
    facts = await association.read(drawn.load, live.person, live.args, cvetka.now)
    assert "▶ Pošiljanje je v teku" in drawn.show(facts, TEXTS.say("sl"), cvetka.now).text
    assert not drawn.over(facts)
    await deliver(association)
    assert drawn.over(await association.read(drawn.load, live.person, live.args, cvetka.now))


async def test_the_card_of_what_is_over_stays_as_it_is(
    association: Database, cvetka: Phone, sent: Announcement
) -> None:
    await deliver(association)
    await open_card(cvetka)
    assert await association.read(cards.live) == []


async def test_the_card_of_long_ago_says_that_its_figures_are_gone(
    association: Database, cvetka: Phone, sent: Announcement
) -> None:
    await deliver(association)
    await Phone(association, 1).forges(f"ar:{sent.id}")
    cvetka.now = NOW + books.ANNOUNCED_KEPT + timedelta(days=1)
    await association.transact(books.tidy, cvetka.now)
    shown = await open_card(cvetka)
    assert "Številke o pošiljanju se hranijo 2 leti.\n✓ Prebrano: 1\n" in shown
    assert [key for key in cvetka.keys if key != "Osveži"] == ["Sporočilo", "Potrditve", "Nazaj"]
