"""The office changes a published event, copies it and repeats it."""

from datetime import timedelta

import pytest

from storage.database import Database
from storage.events import publishing
from storage.events.rules import Event
from storage.people import PersonId, Role
from tests.handlers.events.office import change, event_of, last
from tests.handlers.phone import Phone
from tests.storage.events.sample import NOW, START, fire, owed, publish, register
from tests.storage.membership.association import put


@pytest.fixture
async def drago(association: Database) -> Phone:
    """Somebody else from the office."""
    await put(association, 91, Role.STAFF, name="Drago")
    return Phone(association, 91, "Drago")


async def test_a_change_says_who_is_told_and_tells_them_once(
    association: Database, cvetka: Phone, ana: Phone, workshop: Event
) -> None:
    await register(association, workshop, PersonId(1))
    assert "<b>Popravki dogodka</b>" in await change(cvetka, workshop, "Kraj")
    seen = await cvetka.says("Celje")
    assert "📣 Obvestilo prejme 1 oseba: nov kraj." in seen
    await cvetka.taps("Popravki", "Začetek", "13")
    assert "Ob isti uri: 9.30" in cvetka.keys
    assert "1 oseba: nov čas, nov kraj." in await cvetka.taps("Ob isti uri")
    assert await cvetka.taps("Shrani") == (
        "Dogodek »Delavnica: Lokalna zbirka na spletu« je popravljen.\n📣 V desetih minutah prejme obvestilo 1 oseba."
    )
    after = await event_of(association, workshop)
    assert (after.details.place, after.details.starts_at) == ("Celje", START + timedelta(days=1))
    await fire(association, NOW + timedelta(minutes=10))
    assert [kind for kind, *_ in await association.read(owed)].count("event_news") == 1
    assert "nikogar ne obvešča" in await change(cvetka, workshop, "＋ Ure za potrdilo", "3")
    await cvetka.taps("Shrani")
    await fire(association, NOW + timedelta(hours=1))
    assert [kind for kind, *_ in await association.read(owed)].count("event_news") == 1


async def test_of_two_who_change_at_once_nothing_is_lost(
    association: Database, cvetka: Phone, drago: Phone, workshop: Event
) -> None:
    await change(cvetka, workshop, "Kraj")
    await cvetka.says("Celje")
    await cvetka.taps("Popravki", "Število mest", "50")
    await change(drago, workshop, "Število mest", "20")
    await drago.taps("Popravki", "Naslov")
    await drago.says("Delavnica za vse")
    await drago.taps("Shrani")
    seen = await cvetka.taps("Shrani")
    assert "medtem spremenila druga oseba: Drago" in seen
    assert seen.endswith("Spremenjeno na obeh straneh: Število mest. Ostaja, kot pišete vi.")
    assert "Delavnica za vse" in seen
    assert "📍 Celje" in seen
    assert "je popravljen" in await cvetka.taps("Shrani")
    details = (await event_of(association, workshop)).details
    assert (details.title_sl, details.place, details.capacity) == ("Delavnica za vse", "Celje", 50)


async def test_fewer_seats_than_are_taken_are_refused_with_the_number(
    association: Database, cvetka: Phone, ana: Phone, bojan: Phone, workshop: Event
) -> None:
    for person in (1, 2):
        await register(association, workshop, PersonId(person))
    await change(cvetka, workshop, "Število mest")
    await cvetka.says("1")
    assert "Zasedeni ali ponujeni sta že 2 mesti" in await cvetka.taps("Shrani")
    assert (await event_of(association, workshop)).details.capacity == 30
    await cvetka.taps("Popravki", "Število mest")
    await cvetka.says("2")
    assert "je popravljen" in await cvetka.taps("Shrani")


async def test_the_preview_of_a_change_counts_the_seats_that_are_taken(
    association: Database, cvetka: Phone, ana: Phone, bojan: Phone, workshop: Event
) -> None:
    for person in (1, 2):
        await register(association, workshop, PersonId(person))
    await change(cvetka, workshop, "Kraj")
    assert "28 prostih mest od 30" in await cvetka.says("Celje")
    await cvetka.taps("Popravki", "Število mest")
    assert "Vsa mesta so zasedena." in await cvetka.says("2")
    assert "👥 2 mesti" in cvetka.sees


async def test_more_seats_say_to_how_many_they_are_offered(
    association: Database, cvetka: Phone, ana: Phone, bojan: Phone
) -> None:
    event = await publish(association, capacity=1, per_library=1)
    for person in (1, 2, 3):
        await register(association, event, PersonId(person))
    await change(cvetka, event, "Število mest")
    await cvetka.says("2")
    assert "🎟 1 oseba iz čakalne vrste dobi ponudbo mesta." in cvetka.sees
    await cvetka.taps("Popravki", "Kraj")
    seen = await cvetka.says("Celje")
    assert "📣 Obvestilo prejmejo 3 osebe: nov kraj." in seen
    done = await cvetka.taps("Shrani")
    assert "V desetih minutah prejmejo obvestilo 3 osebe.\n🎟 1 oseba iz čakalne vrste dobi ponudbo mesta." in done
    await change(cvetka, event, "Kraj")
    assert "nikogar ne obvešča" in await cvetka.says("Maribor")


async def test_an_event_called_off_meanwhile_is_not_changed(
    association: Database, cvetka: Phone, drago: Phone, workshop: Event
) -> None:
    await change(cvetka, workshop, "Kraj")
    await cvetka.says("Celje")
    await drago.forges(f"eox:{workshop.id}:1")
    assert "Dogodek je odpovedan" in await cvetka.taps("Shrani")
    assert "Dogodek je odpovedan" in await cvetka.forges(f"eow:{workshop.id}:change:1")
    assert (await event_of(association, workshop)).details.place == "Maribor"


async def test_a_draft_that_waits_is_not_thrown_away_unasked(cvetka: Phone, workshop: Event) -> None:
    await change(cvetka, workshop, "Kraj")
    await cvetka.says("Celje")
    assert "popravki objavljenega dogodka" in await cvetka.forges(f"eow:{workshop.id}:copy:0")
    assert "📍 Celje" in await cvetka.taps("Nadaljuj osnutek")
    await cvetka.forges(f"eow:{workshop.id}:copy:0")
    assert "Kdaj se začne?" in await cvetka.taps("Začni znova")


async def test_a_draft_that_holds_nothing_of_its_own_is_not_asked_about(cvetka: Phone, workshop: Event) -> None:
    await change(cvetka, workshop, "Nazaj", "Dogodek")
    assert "Katera vrsta" in await cvetka.forges("eon:0")
    assert "Kaj želite popraviti?" in await cvetka.forges(f"eow:{workshop.id}:change:0")
    await cvetka.forges("eon:0")
    await cvetka.taps("Srečanje")
    assert "Osnutek dogodka čaka" in await cvetka.forges(f"eow:{workshop.id}:change:0")


async def test_a_copy_asks_for_the_day_first_and_takes_all_else_along(
    association: Database, cvetka: Phone, workshop: Event
) -> None:
    await cvetka.forges(f"eoe:{workshop.id}:0")
    assert "Kdaj se začne?" in await cvetka.taps("Kopiraj")
    assert "je objavljen" in await cvetka.taps("19", "Ob isti uri", "Objava")
    copy = await last(association)
    assert copy.id != workshop.id
    assert copy.details == publishing.moved(workshop.details, START + timedelta(days=7))
    assert copy.series is None


async def test_repeating_makes_a_series_with_the_event_itself(
    association: Database, cvetka: Phone, workshop: Event
) -> None:
    await cvetka.forges(f"eoe:{workshop.id}:0")
    await cvetka.taps("Ponovi", "19", "Ob isti uri")
    assert "Koliko datumov" in await cvetka.taps("Vsak teden")
    assert "🔁 Še 2 datuma: 26. 5., 2. 6." in await cvetka.taps("3")
    await cvetka.says("5. 6.")
    await cvetka.taps("✖ sreda, 26. maj")
    assert "Še 2 datuma: 2. 6., 5. 6." in await cvetka.taps("Naprej")
    assert "Objavljeni so 3 dogodki" in await cvetka.taps("Objava")
    series = (await event_of(association, workshop)).series
    assert series is not None
    found = await association.read(publishing.of_series, series, NOW)
    days = [one.details.starts_at - START for one in found]
    assert days == [timedelta(days=number) for number in (0, 7, 21, 24)]


async def test_an_event_that_is_no_more_is_not_written_of(cvetka: Phone) -> None:
    for how in ("change", "copy", "repeat"):
        assert (await cvetka.forges(f"eow:9:{how}:0")).startswith("Tega dogodka ni.")


async def test_running_events_can_be_changed_over_ones_only_copied(cvetka: Phone, association: Database) -> None:
    event = await publish(association)
    cvetka.now = event.details.starts_at + timedelta(hours=1)
    await change(cvetka, event, "＋ Povezava")
    await cvetka.says("https://a.si")
    assert "je popravljen" in await cvetka.taps("Shrani")
    cvetka.now = event.details.ends_at
    await cvetka.forges(f"eoe:{event.id}:0")
    assert "Uredi" not in cvetka.keys
    assert "Kopiraj" in cvetka.keys
    assert "Dogodek je minil" in await cvetka.forges(f"eow:{event.id}:change:0")
