"""The office is told what waits for it, as long as it does."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from handlers.announcements.notices import PUSHES
from handlers.screen import Screen
from storage import outbox, people
from storage.announcements import actions, afterwards, tables
from storage.announcements.rules import Announcement, Late
from storage.batches import pause
from storage.database import Database, Tx
from storage.due import fire
from storage.features import on_due
from storage.people import PersonId, Role
from storage.sending import Refused
from storage.watch import IN_A_ROW
from tests.handlers.phone import TEXTS, Phone
from tests.storage.announcements.going import ALL, announce, batch_of, deliver
from tests.storage.membership.association import NOW, put, two_libraries

CVETKA, DARJA = PersonId(1), PersonId(2)
LATER = NOW + timedelta(hours=3)


@pytest.fixture
async def office(books: Database) -> Database:
    """Two in the office."""
    await books.transact(two_libraries)
    await put(books, 90, Role.STAFF, name="Cvetka")
    await put(books, 91, Role.STAFF, name="Darja")
    return books


def owed(tx: Tx) -> list[tuple[str, PersonId, Any]]:
    """The notices that are owed: kind, to whom, about what."""
    columns = outbox.outbox.c
    rows = tx.execute(select(columns.kind, columns.person_id, columns.args).where(columns.batch_id.is_(None)))
    return [tuple(row) for row in rows]


async def notice(books: Database, kind: str, to: PersonId, args: Any) -> Screen | None:
    """The notice as it would be sent now."""
    push = PUSHES[kind]
    facts = await books.read(push.load, to, args, LATER)
    if facts is None:
        return None
    shown = push.show(facts, TEXTS.say("sl"), LATER)
    assert isinstance(shown, Screen)
    return shown


async def held(books: Database) -> Announcement:
    """An announcement that was to go two hours ago."""
    send_at = (NOW + timedelta(hours=1)).isoformat()
    one = await announce(books, CVETKA, ALL, send_at=send_at, late=Late.HOLD)
    await books.transact(fire, on_due(), LATER)
    return one


async def test_what_is_late_asks_its_writer_what_to_do(office: Database) -> None:
    one = await held(office)
    ((kind, to, args),) = await office.read(owed)
    assert (kind, to) == (actions.HELD, CVETKA)
    shown = await notice(office, kind, to, args)
    assert shown is not None
    assert "Predvideno je bilo: danes ob 11.00. Glasnik tedaj ni deloval" in shown.text
    assert [key.label for row in shown.keys for key in row] == ["Pošlji zdaj", "✖ Umakni", "Kartica"]
    cvetka = Phone(office, 90)
    await cvetka.forges(f"aow:{one.id}:1")
    assert await notice(office, kind, to, args) is None


async def test_the_whole_office_decides_about_what_is_late_when_its_writer_has_left(office: Database) -> None:
    await put(office, 92, Role.STAFF, name="Eva")
    await office.transact(_make_librarian, CVETKA)
    await held(office)
    assert sorted(to for _, to, _ in await office.read(owed)) == [DARJA, PersonId(3)]


async def test_a_colleague_is_asked_for_a_second_pair_of_eyes(office: Database) -> None:
    one = await announce(office, CVETKA, approval=True)
    ((kind, to, args),) = await office.read(owed)
    assert (kind, to) == (actions.PROPOSED, DARJA)
    shown = await notice(office, kind, to, args)
    assert shown is not None
    assert "Cvetka prosi za še en par oči" in shown.text
    assert shown.text.endswith("Ko bo potrjeno, gre takoj.")
    await Phone(office, 91).forges(f"aoa:{one.id}")
    assert await notice(office, kind, to, args) is None


async def test_whoever_left_the_office_is_asked_nothing(office: Database) -> None:
    await announce(office, CVETKA, approval=True)
    ((kind, to, args),) = await office.read(owed)
    await office.transact(_make_librarian, to)
    assert await notice(office, kind, to, args) is None


def _make_librarian(tx: Tx, person_id: PersonId) -> None:
    values = {"role": Role.LIBRARIAN, "library_id": 1}
    tx.execute(update(people.people).where(people.people.c.id == person_id).values(values))


@pytest.mark.parametrize("recalled", [False, True])
async def test_what_paused_itself_says_why_in_telegrams_words(office: Database, recalled: bool) -> None:
    for number in range(IN_A_ROW + 10):
        await put(office, 100 + number)
    one = await announce(office, CVETKA)
    if recalled:
        await deliver(office)
        await office.transact(afterwards.recall, one.id, CVETKA, NOW)
    await deliver(office, lambda _: Refused("message can't be <deleted>"), limit=IN_A_ROW)
    ((kind, to, args),) = await office.read(owed)
    assert (kind, to) == ("announcement_change_trouble" if recalled else "announcement_trouble", CVETKA)
    shown = await notice(office, kind, to, args)
    assert shown is not None
    assert "»message can't be &lt;deleted&gt;«" in shown.text
    assert "Čaka še 12 sporočil." in shown.text
    cvetka = Phone(office, 90)
    (card,) = (key.press for row in shown.keys for key in row)
    assert "&lt;deleted&gt;" in await cvetka.forges(card.pack() if not isinstance(card, str) else "")
    await cvetka.taps("▶")
    assert await notice(office, kind, to, args) is None


async def test_what_had_all_gone_before_it_could_pause_is_told_too(office: Database) -> None:
    for number in range(8):
        await put(office, 100 + number)
    await announce(office, CVETKA)
    await deliver(office, lambda _: Refused("Chat not found"))
    ((kind, to, args),) = await office.read(owed)
    shown = await notice(office, kind, to, args)
    assert shown is not None
    assert shown.text.startswith("⚠️ <b>Veliko sporočil ni prispelo:")
    assert shown.text.endswith("z istim razlogom: »Chat not found«.")


async def test_the_whole_office_hears_of_trouble_when_its_writer_has_left(office: Database) -> None:
    await put(office, 92, Role.STAFF, name="Eva")
    for number in range(IN_A_ROW):
        await put(office, 100 + number)
    await announce(office, CVETKA)
    await office.transact(_make_librarian, CVETKA)
    await deliver(office, lambda _: Refused("Chat not found"), limit=IN_A_ROW)
    told = await office.read(owed)
    assert sorted(to for _, to, _ in told) == [DARJA, PersonId(3)]
    assert [await notice(office, *one) is not None for one in told] == [True, True]


async def test_a_pause_by_hand_is_no_trouble(office: Database) -> None:
    one = await announce(office, CVETKA)
    await office.transact(pause, batch_of(one))
    assert await office.read(owed) == []
    assert await notice(office, "announcement_trouble", CVETKA, {"batch": one.batch_id}) is None
    assert await office.read(tables.get, one.id) == one
