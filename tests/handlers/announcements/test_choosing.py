"""The office chooses who gets an announcement, and sees at once how many they are."""

import pytest
from sqlalchemy import insert

from handlers.announcements import buttons
from handlers.announcements.compose.choosing import sign, toggle
from handlers.membership import buttons as membership
from storage.announcements.rules import Choice
from storage.database import Database
from storage.events.rules import Event
from storage.people import PersonId, libraries
from tests.handlers.announcements.writing import announced, begins, writes
from tests.handlers.phone import Phone
from tests.handlers.world import draft_of
from tests.storage.events.sample import publish, register

BOJAN = PersonId(2)


@pytest.fixture
async def workshop(association: Database) -> Event:
    """An event at which Bojan has a seat."""
    event = await publish(association)
    await register(association, event, BOJAN)
    return event


async def to_audience(phone: Phone) -> str:
    """Go to where the audience is chosen."""
    await begins(phone)
    await phone.says("Pozdravljeni")
    return await phone.taps("Enako za vse", "Brez gumbov")


async def test_each_tap_adds_and_a_second_one_undoes_it(cvetka: Phone) -> None:
    await to_audience(cvetka)
    assert "👥 1 oseba iz 1 knjižnice\npredstavniki in predstavnice" in await cvetka.taps("Predstavniki/-ce")
    assert "✓ Predstavniki/-ce" in cvetka.keys
    size = "👥 1 oseba iz 1 knjižnice in 2 iz strokovne službe"
    assert f"{size}\npredstavniki in predstavnice, strokovna služba" in await cvetka.taps("Strokovna služba")
    assert "👥 2 osebi iz strokovne službe\nstrokovna služba" in await cvetka.taps("✓ Predstavniki/-ce")
    assert "👥 Nihče" in await cvetka.taps("Počisti")


async def test_minus_takes_away(cvetka: Phone) -> None:
    await to_audience(cvetka)
    assert "👥 2 osebi iz 2 knjižnic\nvsi, brez: predstavniki in predstavnice, strokovna služba" in await cvetka.taps(
        "Vsi", "Izvzemi", "Predstavniki/-ce", "Strokovna služba"
    )
    assert "− Predstavniki/-ce" in cvetka.keys
    assert "👥 3 osebe iz 2 knjižnic\nvsi, brez: strokovna služba" in await cvetka.taps("− Predstavniki/-ce")
    assert "vsi, predstavniki in predstavnice, brez:" in await cvetka.taps("Dodaj", "Predstavniki/-ce")
    assert "👥 3 osebe iz 2 knjižnic in 2 iz strokovne službe" in await cvetka.taps("− Strokovna služba")


async def test_kinds_of_libraries(cvetka: Phone) -> None:
    await to_audience(cvetka)
    assert "vrsta knjižnice: osrednja območna" in await cvetka.taps("Vrste knjižnic", "osrednja območna")
    assert "👥 1 oseba iz 1 knjižnice" in cvetka.sees
    assert "👥 3 osebe iz 2 knjižnic\nvrsta knjižnice: osrednja območna, splošna" in await cvetka.taps("splošna")
    assert "✓ splošna" in cvetka.keys
    assert "Izberite prejemnike" in await cvetka.taps("Nazaj")


async def test_kinds_of_libraries_speak_english(cvetka: Phone) -> None:
    await to_audience(cvetka)
    await cvetka.forges(membership.Speak("en").pack())
    await cvetka.forges(buttons.ResumeAnnouncement().pack())
    assert "kind of library: public library" in await cvetka.taps("Kinds of libraries", "public library")


async def test_libraries_are_looked_for_by_typing(cvetka: Phone) -> None:
    await to_audience(cvetka)
    await cvetka.says("krsko")
    assert "👥 2 osebi iz 1 knjižnice\nknjižnice: Krško" in await cvetka.taps("Valvasorjeva knjižnica Krško")
    assert "✓ Valvasorjeva knjižnica Krško" in cvetka.keys
    assert "Mestna knjižnica Kranj" in (await cvetka.taps("Vse knjižnice"), cvetka.keys)[1]
    assert "knjižnice: Krško, Kranj" in await cvetka.taps("Mestna knjižnica Kranj")
    await cvetka.says("Timbuktu")
    assert "Timbuktu" in cvetka.sees


async def test_many_libraries_are_pages(association: Database, cvetka: Phone) -> None:
    rows = [{"code": f"k{one}", "name": f"Knjižnica {one:02}", "town": f"Mesto {one:02}", "kind": "splošna"}
            for one in range(18)]  # fmt: skip
    await association.transact(lambda tx: tx.execute(insert(libraries), rows))
    await to_audience(cvetka)
    await cvetka.taps("Knjižnice", "Naprej", "Naprej")
    assert [label for label in cvetka.keys if "Knjižnica" in label] == [f"Knjižnica {one}" for one in (14, 15, 16, 17)]
    assert "knjižnice: Mesto 17" in await cvetka.taps("Knjižnica 17")
    for one in (16, 15, 14):
        await cvetka.taps(f"Knjižnica {one}")
    await cvetka.taps("Prej", "Knjižnica 06")
    assert "knjižnice: Mesto 17, Mesto 16, Mesto 15, Mesto 14 in še 1" in cvetka.sees


async def test_with_or_without_a_seat(association: Database, cvetka: Phone, workshop: Event) -> None:
    await to_audience(cvetka)
    seen = await cvetka.taps("Z mestom", "12. 5.")
    assert "👥 1 oseba iz 1 knjižnice\nz mestom na dogodku »Delavnica: Lokalna zbirka na spletu«" in seen
    await cvetka.taps("Nazaj", "Počisti", "Brez mesta", "12. 5.", "Nazaj", "Naprej", "Pošlji")
    (one,) = await announced(association)
    assert one.audience == (Choice("no_seat", {"event": workshop.id}),)


async def test_an_audience_of_nobody_goes_no_further(cvetka: Phone) -> None:
    await to_audience(cvetka)
    assert "Naprej" not in cvetka.keys
    now = await draft_of(cvetka, "announcements")
    assert "obvestila ne prejme nihče" in await cvetka.forges(f"p:{now.id}:{now.version}:/next")


async def test_audiences_can_be_saved_chosen_and_deleted(association: Database, cvetka: Phone) -> None:
    await to_audience(cvetka)
    await cvetka.taps("Vsi", "Izvzemi", "Strokovna služba", "Shrani izbor")
    assert "Izbor se shrani kot »Vse knjižnice«" in await cvetka.says("Vse knjižnice")
    assert "Izbor »Vse knjižnice« je shranjen." in await cvetka.taps("Shrani")
    assert "Shranjeni izbori" in cvetka.keys
    await cvetka.taps("Počisti", "Predstavniki/-ce", "Shrani izbor")
    assert "»Vse knjižnice« že obstaja" in await cvetka.says("Vse knjižnice")
    await cvetka.taps("Nazaj", "Shranjeni izbori")
    assert "vsi, brez: strokovna služba" in await cvetka.taps("Vse knjižnice")
    await cvetka.taps("Shranjeni izbori")
    assert "Želite izbrisati izbor?" in await cvetka.taps("Izbriši")
    assert "»Vse knjižnice« je izbrisan" in await cvetka.taps("Izbriši")
    assert "Shranjenih izborov ni" in cvetka.sees
    assert "vsi, brez: strokovna služba" in await cvetka.taps("Nazaj")
    assert "Shranjeni izbori" not in cvetka.keys


async def test_a_saved_audience_of_the_same_name_is_replaced(association: Database, cvetka: Phone) -> None:
    await to_audience(cvetka)
    for group in ("Vsi", "Predstavniki/-ce"):
        await cvetka.taps(group, "Shrani izbor")
        await cvetka.says("Izbor")
        await cvetka.taps("Shrani", "Počisti")
    assert "👥 1 oseba" in await cvetka.taps("Shranjeni izbori", "Izbor")


async def test_the_audience_can_be_changed_from_the_preview(cvetka: Phone) -> None:
    await writes(cvetka)
    seen = await cvetka.taps("Popravki", "Prejemniki", "Počisti", "Predstavniki/-ce", "Naprej")
    assert "Obvestilo je pripravljeno" in seen
    assert "👥 1 oseba iz 1 knjižnice" in seen
    assert len(cvetka.bot.shown) == 1


def test_a_tap_the_other_way_round_turns_a_choice_over() -> None:
    plus = toggle((), "libraries", [1, 2], minus=False)
    over = toggle(plus, "libraries", [2], minus=True)
    assert over == (Choice("libraries", {"libraries": [1]}), Choice("libraries", {"libraries": [2]}, minus=True))
    assert (sign(over, "libraries", [1]), sign(over, "libraries", [2])) == (False, True)
    assert sign(over, "libraries", [3]) is None
    assert toggle(toggle(over, "libraries", [2], minus=True), "libraries", [1], minus=False) == ()
