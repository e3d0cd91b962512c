"""Rule 12 at people's phones: a consortium is founded, joined, left and handed over; projects have deadlines."""

from datetime import date, timedelta

import pytest
from sqlalchemy import Connection, insert, select

from storage.calls import publishing
from storage.calls.rules import Call, When
from storage.database import Database
from storage.membership import leaving
from storage.news import TOGETHER
from storage.people import Library, Role, libraries, library_of
from tests.handlers.calls.sample import SUBMISSION, publish
from tests.handlers.phone import NOW, Phone
from tests.handlers.post import deliver
from tests.storage.membership.association import put


@pytest.fixture
async def call(association: Database) -> Call:
    """A call of one deadline."""
    return await publish(association, SUBMISSION)


def _celje(tx: Connection) -> Library:
    row = {"code": "celje", "name": "Osrednja knjižnica Celje", "town": "Celje", "kind": "osrednja območna"}
    tx.execute(insert(libraries).values(row))
    return library_of(tx.execute(select(libraries).where(libraries.c.code == "celje")).mappings().one())


@pytest.fixture
async def evgen(association: Database) -> Phone:
    """The delegate of Celje."""
    await put(association, 40, Role.DELEGATE, library=await association.transact(_celje), name="Evgen")
    return Phone(association, 40, "Evgen")


async def founds(phone: Phone, call: Call) -> str:
    """Let somebody found a consortium."""
    await phone.forges(f"rid:{call.id}:applying")
    await phone.forges(f"rc:{call.id}")
    await phone.taps("Nov konzorcij")
    await phone.says("Zakladi <regij>")
    return await phone.taps("Ustanovitev")


async def together(call: Call, lead: Phone, *others: Phone) -> None:
    """Let a consortium be founded and joined."""
    await founds(lead, call)
    for other in others:
        await lead.forges("Pkc:1")
        person = await other.me()
        assert person is not None
        assert person.library is not None
        await lead.forges(f"Pki:1:{person.library.id}:1")
        await other.forges("Pkj:1")


async def test_a_consortium_is_founded_and_joined(
    darja: Phone, bojan: Phone, evgen: Phone, ana: Phone, call: Call
) -> None:
    await darja.forges(f"rc:{call.id}")
    assert "Nov konzorcij" not in darja.keys
    seen = await founds(darja, call)
    assert "<b>Konzorcij »Zakladi &lt;regij&gt;«</b>" in seen
    assert "★ Mestna knjižnica Kranj, vodi" in seen
    assert "🗓 Dokumenti vodilnemu partnerju: sreda, 24.\xa0marca, do konca dneva" in seen

    await darja.taps("Povabi")
    assert list(darja.keys)[:2] == ["Osrednja knjižnica Celje", "Valvasorjeva knjižnica Krško"]
    assert "Najdeno za »krsko«." in await darja.says("krsko")
    assert "si izmenjate kontakta" in await darja.taps("Valvasorjeva")
    assert "⏳ Valvasorjeva knjižnica Krško, povabljena" in await darja.taps("Povabi")

    (asked,) = (await deliver(darja.db, NOW, bojan))["Bojan"]
    assert asked.startswith("Vabilo v konzorcij »Zakladi <regij>«\nVabi: Mestna knjižnica Kranj")
    assert "Darja" not in asked
    joined = await bojan.taps("Pridružitev")
    assert "Vaša knjižnica je zdaj v konzorciju" in joined
    assert '<a href="tg://user?id=2">Darja</a>' in joined
    assert "• Valvasorjeva knjižnica Krško" in await bojan.taps("Konzorcij")
    assert list(bojan.keys) == ["Izstop", "Nazaj"]
    (told,) = (await deliver(darja.db, NOW, darja))["Darja"]
    assert told.startswith("V konzorciju »Zakladi <regij>« je nova članica: Valvasorjeva knjižnica Krško")
    assert '<a href="tg://user?id=3">Bojan</a>' in darja.sees
    assert "zanima nas" in await bojan.forges(f"rc:{call.id}")

    assert "★ Mestna knjižnica Kranj" in await ana.forges("Pk:1")
    assert "Tega ni več." in await evgen.forges("Pk:1")
    for data in ("Pkj:1", "Pkr:1"):
        assert "To vabilo ne velja več." in await evgen.forges(data)
    for data in ("Pkc:1", "Pki:1:3:1", f"Pmn:{call.id}:1"):
        assert "Tega vaša vloga ne omogoča." in await bojan.forges(data)


async def test_an_invitation_is_refused(darja: Phone, bojan: Phone, call: Call) -> None:
    await founds(darja, call)
    await darja.forges("Pki:1:2:1")
    await bojan.forges("Pk:1")
    assert "je zavrnjeno" in await bojan.taps("Ne, hvala")
    (told,) = (await deliver(darja.db, NOW, darja))["Darja"]
    assert told.startswith("Konzorciju »Zakladi <regij>« se ne pridruži: Valvasorjeva knjižnica Krško.")


async def test_rule_12_leaving_a_consortium_tells_the_lead(darja: Phone, bojan: Phone, call: Call) -> None:
    await together(call, darja, bojan)
    await deliver(darja.db, NOW, darja)
    await bojan.forges("Pk:1")
    assert "O tem obvestimo vodilno knjižnico: Mestna knjižnica Kranj." in await bojan.taps("Izstop")
    assert "ni več v konzorciju" in await bojan.taps("Izstop")
    (told,) = (await deliver(darja.db, NOW, darja))["Darja"]
    assert told.startswith("Iz konzorcija »Zakladi <regij>« izstopa: Valvasorjeva knjižnica Krško")


async def test_rule_12_the_lead_leaving_asks_for_another(darja: Phone, bojan: Phone, evgen: Phone, call: Call) -> None:
    await together(call, darja, bojan, evgen)
    await deliver(darja.db, NOW)
    await darja.forges("Pk:1")
    assert "Kdo naj vodi konzorcij" in await darja.taps("Izstop")
    assert "Kdo naj vodi konzorcij" in await darja.forges("Pkx:1:0:1")
    assert "Odslej ga vodi: Valvasorjeva knjižnica Krško." in await darja.taps("Valvasorjeva")
    assert "Odslej ga vodi: Valvasorjeva knjižnica Krško." in await darja.taps("Izstop")
    came = await deliver(darja.db, NOW, darja, bojan, evgen)
    assert came["Darja"] == []
    assert came["Bojan"][0].startswith("Konzorcij »Zakladi <regij>« odslej vodi vaša knjižnica")
    assert came["Evgen"][0].startswith("Konzorcij »Zakladi <regij>« odslej vodi: Valvasorjeva knjižnica Krško")
    assert "Povabi" in str(await bojan.taps("Konzorcij") and bojan.keys)


async def test_the_lead_puts_a_member_out_and_takes_an_invitation_back(
    darja: Phone, bojan: Phone, evgen: Phone, call: Call
) -> None:
    await founds(darja, call)
    assert "Odstrani" not in darja.keys
    await darja.forges("Pki:1:2:1")
    await bojan.forges("Pkj:1")
    await darja.forges("Pki:1:3:1")
    await deliver(darja.db, NOW, darja, bojan, evgen)
    await darja.forges("Pk:1")
    assert "Koga odstranite iz konzorcija »Zakladi &lt;regij&gt;«?" in await darja.taps("Odstrani")
    assert list(darja.keys) == ["Valvasorjeva knjižnica Krško", "⏳ Osrednja knjižnica Celje", "Nazaj"]
    assert "Umaknemo vabilo" in await darja.taps("⏳")
    assert "Vabilo je umaknjeno: Osrednja knjižnica Celje." in await darja.taps("Odstrani")
    assert "To vabilo ne velja več." in await evgen.taps("Pridružitev")
    assert "Odstranimo iz konzorcija" in await darja.taps("Odstrani", "Valvasorjeva")
    seen = await darja.taps("Odstrani")
    assert "Ni več v konzorciju: Valvasorjeva knjižnica Krško." in seen
    assert "• Valvasorjeva" not in seen
    assert "Odstrani" not in darja.keys
    came = await deliver(darja.db, NOW, darja, bojan, evgen)
    (told,) = came["Bojan"]
    assert told.startswith(
        "Vaša knjižnica ni več v konzorciju »Zakladi <regij>«\nTako je odločila vodilna knjižnica: Mes"
    )
    assert came["Darja"] == came["Evgen"] == []
    assert "Nov konzorcij" in str(await bojan.taps("Razpis") and bojan.keys)
    assert "Tega ni več." in await bojan.forges("Pk:1")


async def test_rule_12_with_nobody_left_a_consortium_ends(darja: Phone, call: Call) -> None:
    await founds(darja, call)
    assert "V njem ni nikogar drugega, zato preneha." in await darja.taps("Izstop")
    assert "je prenehal" in await darja.taps("Izstop")
    assert "Tega ni več." in await darja.forges("Pk:1")


async def test_a_member_takes_the_lead_when_nobody_speaks_for_it_any_more(
    darja: Phone, bojan: Phone, evgen: Phone, call: Call
) -> None:
    await together(call, darja, bojan, evgen)
    await deliver(darja.db, NOW)
    assert "zastopana" in await bojan.forges("Pkt:1")
    person = await darja.me()
    assert person is not None
    await darja.db.transact(leaving.forget, person.id, NOW)
    came = await deliver(darja.db, NOW, bojan, evgen)
    for name in ("Bojan", "Evgen"):
        assert came[name][0].startswith("Mestna knjižnica Kranj v Glasniku zdaj nima predstavnika ali predstavnice")
    assert "(v Glasniku zdaj nima predstavnika ali predstavnice)" in await evgen.taps("Konzorcij")
    assert "Konzorcij odslej vodi vaša knjižnica." in await evgen.taps("Prevzem vodenja")
    (told,) = (await deliver(darja.db, NOW, bojan))["Bojan"]
    assert told.startswith("Konzorcij »Zakladi <regij>« odslej vodi: Osrednja knjižnica Celje")


async def test_the_papers_move_with_the_call_and_by_the_lead(darja: Phone, bojan: Phone, call: Call) -> None:
    await together(call, darja, bojan)
    await deliver(darja.db, NOW, darja, bojan)
    (deadline,) = call.deadlines
    assert deadline.id is not None
    when = When(date(2027, 4, 9), deadline.when.hour)
    person = await darja.me()
    assert person is not None
    await darja.db.transact(publishing.move_deadline, call.id, 1, deadline.id, when, person.id, NOW)
    later = NOW + TOGETHER
    came = await deliver(darja.db, later, darja, bojan)
    for name in ("Darja", "Bojan"):
        (told,) = [text for text in came[name] if text.startswith("Nov rok v konzorciju")]
        assert "Dokumenti vodilnemu partnerju: petek, 2. aprila, do konca dneva" in told.replace("\xa0", " ")
    darja.now = bojan.now = later
    await darja.forges("Pk:1")
    assert "Kdaj?" in await darja.taps("🗓 Dokumenti", "Spremeni")
    assert "Izbris" not in darja.keys
    await darja.says("30. 3. ob 12")
    assert "Članice konzorcija to kmalu izvedo." in await darja.taps("Shrani")
    came = await deliver(darja.db, later + TOGETHER, darja, bojan)
    assert came["Darja"] == []
    assert "torek, 30. marca, do 12.00" in came["Bojan"][0].replace("\xa0", " ")


async def test_a_granted_project_has_milestones_and_reports(darja: Phone, ana: Phone, bojan: Phone, call: Call) -> None:
    for intent in ("applied", "granted"):
        await darja.forges(f"rid:{call.id}:{intent}")
    afterwards = SUBMISSION.when.ends_at + timedelta(days=20)
    darja.now = ana.now = bojan.now = afterwards
    await darja.forges(f"rc:{call.id}")
    assert "Rokov še ni." in await darja.taps("Naš projekt")
    assert "Kaj dodajate?" in await darja.taps("Nov rok")
    await darja.taps("Poročilo")
    await darja.says("Vmesno <poročilo>")
    assert "Do katere ure?" in await darja.says("30. 9. 2027")
    seen = await darja.taps("12.00")
    assert "Vmesno &lt;poročilo&gt;: četrtek, 30.\xa0septembra, do 12.00" in seen
    for changed in ("Vrsta", "Ime", "Dan in ura"):
        assert seen == await darja.taps(changed, "Nazaj")
    await darja.taps("Dan in ura")
    assert "Ta čas je že minil." in await darja.says("1. 1. 2027")
    await darja.says("30. 9. 2027")
    assert "30.\xa0septembra, do konca dneva" in await darja.taps("Do konca dneva")
    assert "Rok je shranjen." in await darja.taps("Shrani")
    seen = await darja.forges(f"rc:{call.id}")
    assert "🏁 Rok je potekel.\n⏳ še 163 dni · Vmesno &lt;poročilo&gt;: četrtek, 30.\xa0septembra" in seen

    await bojan.forges(f"rc:{call.id}")
    assert "Naš projekt" not in bojan.keys
    assert "odobren projekt" in await bojan.forges(f"Pmn:{call.id}:0")
    await ana.forges(f"rc:{call.id}")
    await ana.taps("Naš projekt", "še 163 dni · Vmesno")
    assert "Spremeni" not in ana.keys
    await ana.taps("Opravljeno")
    assert "🗓 ✓ Vmesno &lt;poročilo&gt;" in await darja.forges(f"Pm:{call.id}")
    darja.now = SUBMISSION.when.ends_at + timedelta(days=300)
    assert "🏁 ✓ Vmesno &lt;poročilo&gt;" in await darja.forges(f"Pm:{call.id}")
    darja.now = afterwards
    await darja.forges(f"Pm:{call.id}")
    assert "✓ Opravljeno, opomnikov ne bo več." in await darja.taps("✓ še 163 dni")
    assert "Izbrišemo ta rok?" in await darja.taps("Izbris")
    assert "Rok je izbrisan." in await darja.taps("Izbris")
    assert "Rokov še ni." in darja.sees


async def test_the_lead_of_a_granted_consortium_adds_deadlines_for_all(darja: Phone, bojan: Phone, call: Call) -> None:
    await together(call, darja, bojan)
    await deliver(darja.db, NOW, darja)
    for phone in (darja, bojan):
        await phone.forges(f"rid:{call.id}:applied")
        await phone.forges(f"rid:{call.id}:granted")
    await bojan.forges(f"Pm:{call.id}")
    assert "Nov rok konzorcija" not in bojan.keys
    await darja.forges(f"Pm:{call.id}")
    await darja.taps("Nov rok konzorcija", "Mejnik", "Preskoči")
    await darja.says("1. 10. 2027 ob 12")
    assert "Članice konzorcija to kmalu izvedo." in await darja.taps("Shrani")
    await bojan.forges(f"Pm:{call.id}")
    assert "Mejnik: petek, 1." in bojan.sees
    await bojan.taps("še 214 dni · Mejnik")
    assert "Spremeni" not in bojan.keys
    came = await deliver(darja.db, NOW + TOGETHER, darja, bojan)
    assert came["Darja"] == []
    assert came["Bojan"][-1].startswith("Nov rok v konzorciju »Zakladi <regij>«")
    assert "Mejnik: petek, 1. oktobra, do 12.00" in came["Bojan"][-1].replace("\xa0", " ")
    await darja.forges(f"Pm:{call.id}")
    assert "Članice konzorcija to izvedo." in await darja.taps("še 214 dni", "Izbris", "Izbris")
    came = await deliver(darja.db, NOW + TOGETHER, darja, bojan)
    assert came["Darja"] == []
    assert [text.splitlines()[0] for text in came["Bojan"]] == ["V konzorciju »Zakladi <regij>« odpade rok"]
    assert "Mejnik: petek, 1. oktobra, do 12.00" in came["Bojan"][0].replace("\xa0", " ")
    assert "Pm:" not in str(bojan.keys)


async def test_what_is_set_and_struck_out_at_once_is_told_once(darja: Phone, bojan: Phone, call: Call) -> None:
    await together(call, darja, bojan)
    await deliver(darja.db, NOW, darja, bojan)
    await darja.forges(f"rid:{call.id}:granted")
    await darja.forges(f"Pm:{call.id}")
    await darja.taps("Nov rok konzorcija", "Mejnik", "Preskoči")
    await darja.says("1. 10. 2027 ob 12")
    await darja.taps("Shrani", "še 214 dni", "Izbris", "Izbris")
    came = await deliver(darja.db, NOW + TOGETHER, darja, bojan)
    assert [text.splitlines()[0] for text in came["Bojan"]] == ["V konzorciju »Zakladi <regij>« odpade rok"]
