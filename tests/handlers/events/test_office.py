"""The office writes an event, publishes it, sees who comes and calls it off."""

from storage import sending
from storage.database import Database
from storage.events import reading
from storage.events.rules import Event
from storage.people import PersonId, Role
from tests.handlers.phone import Phone
from tests.storage.events.sample import NOW, WORKSHOP, register, seats_taken
from tests.storage.membership.association import put

ANA = PersonId(1)
STEPS = (
    "Delavnica: Lokalna zbirka na spletu", "Workshop: Local collections online", "Od digitalizacije do objave.",
    "From digitising to publishing.", "12. 5. 2027 ob 9.30", "14.00", "Maribor",
)  # fmt: skip


async def write(cvetka: Phone) -> None:
    """Write the workshop, up to the preview."""
    await cvetka.says("/urad")
    await cvetka.taps("Dogodki", "Nov dogodek", "Usposabljanje")
    for said in STEPS:
        await cvetka.says(said)
    await cvetka.taps("Preskoči", "30", "Teden prej")


async def test_from_a_new_event_to_members_who_see_it(association: Database, cvetka: Phone, ana: Phone) -> None:
    await write(cvetka)
    assert "Tako dogodek vidijo članice, v slovenščini" in cvetka.sees
    assert "Workshop: Local collections online" in await cvetka.taps("V angleščini")
    assert "je objavljen" in await cvetka.taps("Objava")
    page = await association.read(reading.upcoming, ANA, 0, NOW)
    assert [line.event.details for line in page.lines] == [WORKSHOP]
    await ana.says("/dogodki")
    assert "Maribor" in await ana.taps("12. 5.")
    assert "https://t.me/GlasnikBot?start=e_" in await cvetka.taps("Dogodek")


async def test_publishing_twice_publishes_once(association: Database, cvetka: Phone) -> None:
    await write(cvetka)
    publish = cvetka.keys["Objava"]
    await cvetka.forges(publish)
    assert "že objavljen" in await cvetka.forges(publish)
    assert (await association.read(reading.upcoming, ANA, 0, NOW)).total == 1


async def test_an_old_preview_publishes_nothing(association: Database, cvetka: Phone) -> None:
    await write(cvetka)
    publish = cvetka.keys["Objava"]
    await cvetka.taps("Popravki", "Kraj")
    await cvetka.says("Celje")
    assert (await cvetka.forges(publish)).startswith("Ta gumb ne velja več.")
    assert "📍 Celje" in cvetka.sees
    assert (await association.read(reading.upcoming, ANA, 0, NOW)).total == 0
    assert "je objavljen" in await cvetka.taps("Objava")


async def test_a_draft_can_be_left_and_taken_up_again(association: Database, cvetka: Phone) -> None:
    await cvetka.says("/urad")
    await cvetka.taps("Dogodki", "Nov dogodek", "Usposabljanje")
    await cvetka.says("Delavnica")
    assert "shranjeno" in await cvetka.taps("Končaj pozneje")
    assert "ne zna odgovoriti" in await cvetka.says("Workshop")
    again = Phone(association, 90, "Cvetka")
    again.updates += 100
    await again.says("/office")
    assert "Osnutek čaka: »Delavnica«" in await again.taps("Dogodki", "Nov dogodek")
    assert "Naslov: <b>Delavnica</b>" in await again.taps("Nadaljuj osnutek")
    assert "Angleški naslov: Workshop" in await again.says("Workshop")
    await again.says("/preklic")
    await again.says("/urad")
    assert "Katera vrsta" in await again.taps("Dogodki", "Nov dogodek", "Začni znova")
    assert "Delavnica" not in again.sees


async def test_misread_text_is_answered_next_to_the_keys(cvetka: Phone) -> None:
    await cvetka.says("/urad")
    await cvetka.taps("Dogodki", "Nov dogodek", "Usposabljanje")
    for said in STEPS[:4]:
        await cvetka.says(said)
    await cvetka.taps("12")
    assert (await cvetka.says("pol desetih zj")).endswith(
        "»9.30«.\n\nTe ure ne razumem: »pol desetih zj«. Napišite na primer »9.30«. Vse drugo je shranjeno."
    )
    assert "Naslov: <b>Delavnica" in cvetka.sees


async def test_the_office_sees_who_comes_and_calls_off(
    association: Database, cvetka: Phone, ana: Phone, bojan: Phone, workshop: Event
) -> None:
    for phone in (ana, bojan):
        await phone.forges(f"er:{workshop.id}")
    await cvetka.says("/urad")
    assert "Zasedena mesta: 2 od 30" in await cvetka.taps("Dogodki", "12. 5.")
    assert (await cvetka.taps("Prijavljeni")).endswith(
        "Mestna knjižnica Kranj: 1 (Ana)\nValvasorjeva knjižnica Krško: 1 (Bojan)"
    )
    question = await cvetka.taps("Nazaj", "Odpoved dogodka")
    assert "Obvestilo o odpovedi bosta prejeli 2 osebi." in question
    assert (await cvetka.taps("Odpoved dogodka")).endswith("Obvestilo prejmeta 2 osebi.")
    assert "že odpovedan" in await cvetka.forges(f"eox:{workshop.id}:1")
    assert len(await association.transact(sending.claim, NOW, 10)) == 2
    await cvetka.taps("Nazaj")
    assert next(iter(cvetka.keys)).startswith("✖ 12. 5.")
    assert "Odpoved dogodka" not in (await cvetka.taps("✖ 12. 5."), cvetka.keys)[1]


async def test_many_libraries_are_pages(association: Database, cvetka: Phone, workshop: Event) -> None:
    for number in range(3):
        person = await put(association, 200 + number, Role.LIBRARIAN, name=f"Oseba {number}")
        await register(association, workshop, person.id)
    await cvetka.forges(f"eos:{workshop.id}:99")
    assert "Mestna knjižnica Kranj: 3 (Oseba 0, Oseba 1, Oseba 2)" in cvetka.sees


async def test_a_forged_button_of_the_office_is_refused(
    association: Database, cvetka: Phone, ana: Phone, workshop: Event
) -> None:
    await write(cvetka)
    await ana.forges(f"er:{workshop.id}")
    for data in (
        "eol:0", f"eoe:{workshop.id}:0", f"eos:{workshop.id}:0", f"eox:{workshop.id}:0", f"eox:{workshop.id}:1",
        "eon:0", "eon:1", "eor", cvetka.keys["Objava"], cvetka.keys["Popravki"],
    ):  # fmt: skip
        assert (await ana.forges(data)).startswith("Tega vaša vloga ne omogoča.")
    card = await association.read(reading.card, workshop.id, ANA, NOW)
    assert card is not None
    assert not card.event.cancelled
    assert await association.read(seats_taken, workshop.id) == 1
    assert (await association.read(reading.upcoming, ANA, 0, NOW)).total == 1


async def test_nothing_to_see_where_there_is_no_event(cvetka: Phone) -> None:
    await cvetka.says("/urad")
    assert "Dogodkov še ni." in await cvetka.taps("Dogodki")
    for data in ("eoe:9:0", "eos:9:0", "eox:9:0", "eox:9:1"):
        assert (await cvetka.forges(data)).startswith("Tega dogodka ni.")
