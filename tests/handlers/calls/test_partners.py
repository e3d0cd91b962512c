"""Rule 12 at people's phones: two libraries become partners, and nobody is reached before both agreed."""

from datetime import timedelta

import pytest

from storage.calls.rules import Call
from storage.database import Database
from storage.people import Role
from tests.handlers.calls.sample import SUBMISSION, publish
from tests.handlers.phone import NOW, Phone
from tests.handlers.post import deliver
from tests.storage.membership.association import KRSKO, put

LATER = NOW + timedelta(hours=1)


@pytest.fixture
async def call(association: Database) -> Call:
    """A call of one deadline."""
    return await publish(association, SUBMISSION)


@pytest.fixture
async def jana(association: Database) -> Phone:
    """The deputy of Krško."""
    await put(association, 4, Role.DEPUTY, library=KRSKO, name="Jana")
    return Phone(association, 4, "Jana")


async def open_card(phone: Phone, call: Call) -> str:
    return await phone.forges(f"rc:{call.id}")


async def seeks(phone: Phone, call: Call, line: str | None = "darja@kranj.example") -> str:
    """Let somebody seek partners."""
    await open_card(phone, call)
    await phone.taps("Partnerji", "Iščemo ali", "Iščemo partnerje")
    await phone.says("Zbirke starih razglednic.\nPotrebujemo opremo.")
    await (phone.taps("Preskoči") if line is None else phone.says(line))
    return await phone.taps("Objava")


async def test_two_libraries_become_partners(darja: Phone, bojan: Phone, ana: Phone, call: Call) -> None:
    await open_card(darja, call)
    assert "Partnerji" in darja.keys
    assert "še ne išče" in await darja.taps("Partnerji")
    assert "Kaj išče ali ponuja" in await darja.taps("Iščemo ali")
    assert "Kaj prinašate" in await darja.taps("Iščemo partnerje")
    assert "e-naslov ali telefon" in await darja.says("Zbirke <starih> razglednic.\nPotrebujemo opremo.")
    preview = await darja.says("darja@kranj.example")
    assert "<b>Vaša knjižnica išče partnerje</b>" in preview
    assert "Zbirke <starih> razglednic." in darja.reads
    assert "Samo ob dogovoru: darja@kranj.example" in preview
    seen = await darja.taps("Objava")
    assert seen.startswith("Objavljeno.")
    assert "Oglasila se ni še nobena knjižnica." in seen

    await open_card(bojan, call)
    await bojan.taps("Partnerji: 1")
    seen = await bojan.taps("Išče partnerje: Mestna")
    assert "<b>Mestna knjižnica Kranj išče partnerje</b>\nRazpis: Digitalni zakladi 2027" in seen
    assert "če druga stran sprejme, dobi vaše ime" in seen
    assert "darja@" not in seen
    assert "Vprašali smo jih." in await bojan.taps("Zanima nas")

    came = await deliver(bojan.db, NOW, darja, ana)
    (asked,) = came["Darja"]
    assert asked.startswith("Valvasorjeva knjižnica Krško se zanima za partnerstvo\nRazpis: Digitalni zakladi 2027")
    assert "Bojan" not in asked
    assert came["Ana"] == []
    agreed = await darja.taps("Sprejmi")
    assert "🤝 Partnerstvo je dogovorjeno: Valvasorjeva knjižnica Krško" in agreed
    assert '👤 <a href="tg://user?id=3">Bojan</a>, Valvasorjeva knjižnica Krško' in agreed

    (told,) = (await deliver(bojan.db, NOW, bojan))["Bojan"]
    assert "🤝 Partnerstvo je dogovorjeno: Mestna knjižnica Kranj" in told
    assert told.endswith("👤 Darja, Mestna knjižnica Kranj\n✉ darja@kranj.example")
    assert '<a href="tg://user?id=2">Darja</a>' in bojan.sees
    await bojan.taps("Partnerji")
    assert "✉ darja@kranj.example" in await bojan.taps("🤝 Išče partnerje")


async def test_a_refusal_is_kind_and_gives_no_contact(darja: Phone, bojan: Phone, call: Call) -> None:
    await seeks(darja, call)
    await bojan.forges("Pa:1")
    await deliver(bojan.db, NOW, darja)
    seen = await darja.taps("Ne, hvala")
    assert "Zavrnjeno: Valvasorjeva knjižnica Krško." in seen
    (told,) = (await deliver(bojan.db, NOW, bojan))["Bojan"]
    assert told.startswith("Mestna knjižnica Kranj se zahvaljuje za zanimanje")
    for said in (seen, told, await bojan.taps("Partnerji", "–")):
        assert not [word for word in ("Darja", "Bojan", "tg://", "darja@") if word in said]
    assert "Zahvaljuje" not in await darja.forges("Py:1:2:1")
    assert "Zavrnjeno" in darja.sees


async def test_an_answer_is_taken_back_until_it_is_accepted(darja: Phone, bojan: Phone, call: Call) -> None:
    await seeks(darja, call)
    await bojan.forges("Po:1")
    await bojan.taps("Zanima nas")
    assert "⏳ Vaš odgovor čaka." in bojan.sees
    await deliver(bojan.db, NOW, darja)
    assert "Odgovor je umaknjen." in await bojan.taps("Umik odgovora")
    assert "Tega odgovora ni več" in await darja.taps("Sprejmi")
    assert "Bojan" not in darja.sees
    await bojan.taps("Zanima nas")
    await darja.forges("Py:1:2:1")
    await bojan.forges("Pt:1")
    assert "🤝" in bojan.sees


async def test_a_line_can_be_added_to_an_answer(darja: Phone, bojan: Phone, jana: Phone, call: Call) -> None:
    await seeks(darja, call, None)
    await bojan.forges("Pa:1")
    assert "Napišite e-naslov" in await bojan.taps("Dodaj e-naslov")
    await bojan.says("  bojan@krsko.example ")
    assert "Shranjeno." in await bojan.taps("Shrani")
    assert "✉ Samo ob dogovoru: bojan@krsko.example" in bojan.sees
    assert "Kontakt" in bojan.keys
    await jana.forges("Po:1")
    assert "bojan@" not in jana.sees
    assert "Dodaj e-naslov ali telefon" not in jana.keys
    await jana.forges("Pi:1")
    assert "⏳" in jana.sees
    await darja.forges("Po:1")
    assert "bojan@" not in await darja.taps("⏳ Valvasorjeva")
    assert "✉ bojan@krsko.example" in await darja.taps("Sprejmi")


async def test_what_was_said_is_changed_and_withdrawn(darja: Phone, bojan: Phone, call: Call) -> None:
    await seeks(darja, call)
    await bojan.forges("Pa:1")
    preview = await darja.taps("Spremeni")
    assert "Zbirke starih razglednic." in preview
    for changed in ("Namen", "Opis", "Kontakt"):
        assert preview == await darja.taps(changed, "Nazaj")
    await darja.taps("Namen")
    await darja.taps("Ponujamo vodenje")
    assert "<b>Mestna knjižnica Kranj ponuja vodenje projekta</b>" in await darja.taps("Objava")
    assert "Oglasila se je 1 knjižnica." in darja.sees
    assert "Umaknemo objavo" in await darja.taps("Umik")
    assert "kontakti so izbrisani" in await darja.taps("Umik")
    (told,) = (await deliver(bojan.db, NOW, bojan))["Bojan"]
    assert told.startswith("Objava o partnerstvu, na katero ste se oglasili, je umaknjena: Mestna knjižnica Kranj.")
    for data in ("Po:1", "Pa:1", "Py:1:2:1"):
        assert "Tega ni več." in await bojan.forges(data)


async def test_a_deputy_who_changes_it_does_not_see_the_line_of_the_delegate(
    darja: Phone, association: Database, call: Call
) -> None:
    await put(association, 5, Role.DEPUTY, name="Klara")
    klara = Phone(association, 5, "Klara")
    await seeks(darja, call)
    await open_card(klara, call)
    assert "darja@" not in await klara.taps("Partnerji: 1", "✎")
    assert "e-naslov ali telefon" in await klara.taps("Spremeni")
    await klara.taps("Preskoči")
    assert "darja@" not in await klara.taps("Objava")
    assert "darja@" not in await darja.forges("Po:1")


async def test_what_is_being_written_on_another_call_is_not_lost(
    association: Database, darja: Phone, call: Call
) -> None:
    other = await publish(association, SUBMISSION, title_sl="Zelene knjižnice")
    await darja.forges(f"Pn:{call.id}:0")
    await darja.taps("Ponujamo partnerstvo")
    await darja.says("Prostor za delavnice.")
    assert "Začeli ste objavo za drug razpis." in await darja.forges(f"Pn:{other.id}:0")
    assert "Samo ob dogovoru" in await darja.taps("Nadaljuj začeto") + await darja.taps("Preskoči")
    assert "Prostor za delavnice." in darja.sees
    await darja.forges(f"Pn:{other.id}:0")
    assert "Kaj išče ali ponuja" in await darja.taps("Začni znova")


async def test_librarians_read_and_do_not_answer(ana: Phone, bojan: Phone, darja: Phone, call: Call) -> None:
    await seeks(bojan, call)
    await open_card(ana, call)
    await ana.taps("Partnerji: 1")
    assert "Iščemo ali ponujamo" not in ana.keys
    await ana.taps("Išče partnerje")
    assert list(ana.keys) == ["Nazaj"]
    for data in (f"Pn:{call.id}:0", "Pa:1", "Py:1:1:1", "Px:1:1"):
        assert "Tega vaša vloga ne omogoča." in await ana.forges(data)
    await darja.forges("Pa:1")
    await bojan.forges("Py:1:1:1")
    assert "Kontakt vidi, kdor zastopa vašo knjižnico." in await ana.forges("Po:1")


async def test_after_the_call_all_is_gone(darja: Phone, bojan: Phone, call: Call) -> None:
    await seeks(darja, call)
    await bojan.forges("Pa:1")
    over = SUBMISSION.when.ends_at
    await deliver(darja.db, over, darja, bojan)
    for phone, data in ((bojan, "Po:1"), (bojan, "Pa:1"), (darja, "Py:1:2:1"), (darja, "Px:1:1")):
        assert "Tega ni več." in await phone.forges(data)
    assert "Razpis se je končal" in await darja.forges(f"Pn:{call.id}:0")
    await open_card(bojan, call)
    assert not [key for key in bojan.keys if key.startswith("Partnerji")]


async def test_bad_input_is_said_to_be_so_and_nothing_is_lost(darja: Phone, call: Call) -> None:
    await darja.forges(f"Pn:{call.id}:0")
    assert "Izberite" in await darja.says("Kar tako")
    await darja.taps("Ponujamo partnerstvo")
    assert "500" in await darja.says("x" * 501)
    assert "Kaj prinašate" in darja.sees
    await darja.says("x" * 500)
    assert "120" in await darja.says("y" * 121)
    await darja.says("y" * 120)
    await darja.taps("Objava")
    assert len(darja.reads) < 1000
