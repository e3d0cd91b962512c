"""The office looks at whom an announcement has reached and who has read it."""

import io
from datetime import timedelta

import pytest
from PIL import Image

from storage import groups
from storage.announcements.rules import Announcement, Choice
from storage.database import Database, Tx
from storage.groups import GroupId
from storage.people import PersonId, Role
from storage.sending import Blocked, Claimed, Refused, Result
from tests.handlers.phone import Phone
from tests.handlers.spreadsheet import sheets
from tests.storage.announcements.going import announce, arrives, deliver
from tests.storage.membership.association import KRSKO, NOW, put, two_libraries


@pytest.fixture
async def cvetka(books: Database) -> Phone:
    """Somebody from the office of two libraries."""
    await books.transact(two_libraries)
    await put(books, 90, Role.STAFF, name="Cvetka")
    return Phone(books, 90, "Cvetka")


async def sent(cvetka: Phone, unreached: dict[int, Result]) -> Announcement:
    """Send to everybody; some, by their Telegram numbers, are not reached."""
    person = await cvetka.me()
    assert person is not None
    one = await announce(cvetka.db, person.id)

    def becomes(claimed: Claimed) -> Result:
        return unreached.get(claimed.to.telegram_id, arrives(claimed))

    await deliver(cvetka.db, becomes)
    await cvetka.forges(f"aoe:{one.id}")
    return one


async def test_the_libraries_that_were_not_reached_come_first_and_say_why(cvetka: Phone) -> None:
    for number in (1, 2):
        await put(cvetka.db, number, name="Ana")
    await put(cvetka.db, 11, library=KRSKO, name="Bojan")
    await sent(cvetka, {2: Blocked(), 11: Refused("Chat not found")})
    await cvetka.taps("Doseg")
    assert cvetka.reads.splitlines() == [
        "Doseg: »Vabimo vas na srečanje v Maribor.«",
        "Prejelo: 1 od 2 knjižnic",
        "",
        "✖ Valvasorjeva knjižnica Krško: Telegram zavrača, »Chat not found«",
        "✓ Mestna knjižnica Kranj: 1 od 2",
        "✓ Strokovna služba združenja: 1 od 1",
    ]


async def test_people_who_were_not_reached_come_first_and_say_why(cvetka: Phone) -> None:
    for number in range(8):
        await put(cvetka.db, 1 + number, name=f"Ana {number}")
    await put(cvetka.db, 11, library=KRSKO, name="Bojan")
    await sent(cvetka, {3: Blocked(), 11: Refused("Chat not found")})
    await cvetka.taps("Doseg", "Osebe")
    assert cvetka.reads.splitlines()[:6] == [
        "Doseg: »Vabimo vas na srečanje v Maribor.«",
        "Prejelo: 8 od 10 oseb",
        "Stran 1 od 2.",
        "",
        "✖ Bojan, Valvasorjeva knjižnica Krško: Telegram zavrača, »Chat not found«",
        "✖ Ana 2, Mestna knjižnica Kranj: Glasnik je blokiran",
    ]
    await cvetka.taps("Naprej")
    assert cvetka.reads.splitlines()[-1] == "✓ Cvetka, Strokovna služba združenja · danes ob 10.00"
    await cvetka.taps("Nazaj")
    assert "Prejelo: 1 od 2 knjižnic" in cvetka.reads


async def test_groups_come_last_in_the_list_and_the_spreadsheet(cvetka: Phone) -> None:
    writer = await cvetka.me()
    assert writer is not None
    ids = [await cvetka.db.transact(let_in, -number, f"Skupina {number}") for number in (1, 2)]
    one = await announce(cvetka.db, writer.id, [Choice("group", {"group": group}) for group in ids])
    await deliver(cvetka.db, lambda claimed: Blocked() if claimed.to.telegram_id == -2 else arrives(claimed))
    await cvetka.forges(f"aoe:{one.id}")
    await cvetka.taps("Doseg")
    assert cvetka.reads.splitlines()[-2:] == [
        "✖ Skupina 2 (skupina): Glasnika ni več v skupini",
        "✓ Skupina 1 (skupina)",
    ]
    await cvetka.taps("Preglednica")
    libraries, _ = sheets(cvetka.bot.shown[0]["document"]).values()
    assert libraries[1:] == [["Skupina: Skupina 2", "Glasnika ni več v skupini"], ["Skupina: Skupina 1", "prejeto"]]


def let_in(tx: Tx, telegram_id: int, title: str) -> GroupId:
    """Bring the bot into a group and let announcements in."""
    group = groups.asked(tx, telegram_id, 0, title, NOW)
    groups.confirm(tx, group.id, telegram_id, PersonId(1), NOW)
    return group.id


async def test_a_library_with_nobody_here_is_named(cvetka: Phone) -> None:
    await put(cvetka.db, 1, name="Ana")
    await sent(cvetka, {})
    assert "✖ Valvasorjeva knjižnica Krško: v Glasniku ni nikogar" in await cvetka.taps("Doseg")


async def test_who_has_read_it_is_paged_the_last_one_first(cvetka: Phone) -> None:
    for number in range(10):
        await put(cvetka.db, 1 + number, name=f"Ana {number}")
    one = await sent(cvetka, {})
    for number in range(10):
        ana = Phone(cvetka.db, 1 + number)
        ana.now = NOW + timedelta(minutes=number)
        await ana.forges(f"ar:{one.id}")
    cvetka.now = NOW + timedelta(hours=1)
    await cvetka.taps("Potrditve")
    assert cvetka.reads.splitlines()[1:5] == [
        "Prebrano: 10 od 11, knjižnic: 1", "Stran 1 od 2.", "", "Ana 9, Mestna knjižnica Kranj · danes ob 10.09",
    ]  # fmt: skip
    await cvetka.taps("Naprej")
    assert [line.split(",")[0] for line in cvetka.reads.splitlines()[4:]] == ["Ana 3", "Ana 2", "Ana 1", "Ana 0"]


async def test_the_chart_is_a_picture_with_its_numbers_in_words(cvetka: Phone) -> None:
    for number in (1, 2, 3):
        await put(cvetka.db, number)
    one = await sent(cvetka, {})
    for number, hours in ((1, 0), (2, 2), (3, 50)):
        ana = Phone(cvetka.db, number)
        ana.now = NOW + timedelta(hours=hours)
        await ana.forges(f"ar:{one.id}")
    cvetka.now = NOW + timedelta(days=3)
    await cvetka.forges(f"aoz:{one.id}")
    assert "Prebrano: 3 od 4, knjižnic: 1\nV prvi uri 1, v prvem dnevu 2." in cvetka.reads
    with Image.open(io.BytesIO(cvetka.bot.shown[0]["photo"])) as picture:
        assert (picture.format, picture.size) == ("PNG", (960, 540))
        colours = picture.convert("RGB").getcolors(100_000) or []
    assert (0x1F, 0x6F, 0x6B) in {colour for _, colour in colours}


async def test_the_spreadsheet_says_what_became_of_everybody_and_holds_no_formula(cvetka: Phone) -> None:
    await put(cvetka.db, 1, name="=1+1")
    await put(cvetka.db, 11, library=KRSKO, name="Bojan")
    one = await sent(cvetka, {11: Blocked()})
    ana = Phone(cvetka.db, 1)
    await ana.forges(f"ar:{one.id}")
    await cvetka.taps("Doseg", "Preglednica")
    shown = cvetka.bot.shown[0]
    assert shown["filename"] == f"obvestilo-{one.id}.xlsx"
    libraries, people = sheets(shown["document"]).values()
    assert libraries == [
        ["Knjižnica", "Kraj", "Prejelo", "Oseb", "Stanje"],
        ["Valvasorjeva knjižnica Krško", "Krško", "0", "1", "Glasnik je blokiran"],
        ["Mestna knjižnica Kranj", "Kranj", "1", "1", "prejeto"],
        ["Strokovna služba združenja", "1", "1", "prejeto"],
    ]
    ten = "46447.41666666666"  # the first of March 2027 at ten, in Ljubljana, as spreadsheets count
    assert people[1:] == [
        ["Valvasorjeva knjižnica Krško", "Bojan", "Glasnik je blokiran", ten],
        ["Mestna knjižnica Kranj", "=1+1", "prejeto", ten, ten],
        ["Strokovna služba združenja", "Cvetka", "prejeto", ten],
    ]
