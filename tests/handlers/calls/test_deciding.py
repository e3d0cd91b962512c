"""A library declares what it intends with a call, and which deadlines it has met."""

from datetime import date, timedelta

from storage.calls import publishing
from storage.calls.rules import Deadline, DeadlineKind, When
from storage.database import Database
from storage.people import Role
from tests.handlers.calls.sample import SUBMISSION, publish
from tests.handlers.phone import NOW, Phone
from tests.handlers.post import deliver
from tests.storage.membership.association import KRSKO, put


async def test_a_delegate_declares_and_takes_it_back(association: Database, darja: Phone) -> None:
    call = await publish(association)
    await darja.says(f"/start r_{call.id}")
    assert list(darja.keys)[:3] == ["Zanima nas", "Prijavljamo se", "Prijava oddana"]
    assert (await darja.taps("Prijavljamo se")).startswith(
        "Zabeleženo: Mestna knjižnica Kranj – <b>prijavljamo se</b>.\nPred vsakim rokom vas opomnimo"
    )
    assert "🏛 Odločitev: <b>prijavljamo se</b>" in await darja.taps("Razpis")
    await darja.says("/razpisi")
    assert "★ še 18 dni · Digitalni zakladi 2027" in darja.keys
    assert "📣 Knjižnica se prijavlja na 1 razpis: še 18 dni" in await darja.says("/start")
    assert "📣 Vaša knjižnica se je odločila o 1 razpisu" in await darja.says("/moje")
    await darja.taps("★ še 18 dni", "Odločitev")
    assert list(darja.keys) == ["Zanima nas", "Prijava oddana", "Ni za nas", "Neodločeno", "Nazaj"]
    assert "je spet neodločena" in await darja.taps("Neodločeno")
    assert "🏛 Odločitev: <b>je še ni</b>" in await darja.taps("Razpis")


async def test_what_came_of_an_application_is_declared_afterwards(association: Database, darja: Phone) -> None:
    call = await publish(association)
    await darja.says(f"/start r_{call.id}")
    assert "Na oddajo vas ne opominjamo več" in await darja.taps("Prijava oddana")
    darja.now = NOW + timedelta(days=60)
    await darja.says(f"/start r_{call.id}")
    await darja.taps("Odločitev")
    assert list(darja.keys) == ["Odobreno", "Ni odobreno", "Neodločeno", "Nazaj"]
    assert "Čestitamo." in await darja.taps("Odobreno")


async def test_a_librarian_proposes_and_a_delegate_declares(
    association: Database, ana: Phone, darja: Phone, bojan: Phone
) -> None:
    call = await publish(association)
    await ana.says(f"/start r_{call.id}")
    await ana.taps("Predlog")
    assert list(ana.keys) == ["Zanima nas", "Prijavljamo se", "Prijava oddana", "Ni za nas", "Nazaj"]
    assert "Predlog »prijavljamo se« je poslan: Darja." in await ana.taps("Prijavljamo se")
    assert "🏛 Odločitev: <b>je še ni</b>" in await ana.taps("Razpis")
    assert "💬 Ana predlaga: prijavljamo se" in ana.sees
    came = await deliver(association, NOW, ana, darja, bojan)
    assert came["Ana"] == came["Bojan"] == []
    assert came["Darja"] == [
        (
            "💬 Ana predlaga: prijavljamo se\nDigitalni zakladi 2027\n⏳ še 18 dni · Vprašanja: petek, 19.\u00a0marca, "
            "do konca dneva\n🗓 Oddaja prijave: sreda, 31.\u00a0marca, do 14.00\nKaj odloči Mestna knjižnica Kranj?"
        )
    ]
    assert list(darja.keys) == ["Prijavljamo se", "Zanima nas", "Ni za nas", "Razpis"]
    assert "prijavljamo se</b>" in await darja.taps("Prijavljamo se")
    assert "predlaga" not in await darja.taps("Razpis")
    came = await deliver(association, NOW, ana)
    assert came["Ana"][0].startswith(
        "Mestna knjižnica Kranj: prijavljamo se. Hvala za predlog.\nDigitalni zakladi 2027"
    )


async def test_a_proposal_in_a_library_that_nobody_speaks_for_says_so(association: Database, ana: Phone) -> None:
    call = await publish(association)
    await ana.says(f"/start r_{call.id}")
    assert "še nihče nima vloge predstavnika ali namestnika" in await ana.taps("Predlog", "Prijavljamo se")


async def test_what_does_not_hold_any_more_is_said_in_words(association: Database, darja: Phone, cvetka: Phone) -> None:
    office = await cvetka.me()
    assert office is not None
    call = await publish(association)
    await darja.forges(f"rid:{call.id}:interested")
    assert (await darja.forges(f"rid:{call.id}:interested")).startswith("Tako je že zabeleženo.")
    assert (await darja.forges(f"rid:{call.id}:kaj")).startswith("Ta gumb ne velja več.")
    darja.now = NOW + timedelta(days=40)
    assert (await darja.forges(f"rid:{call.id}:applying")).startswith("Nič ni zabeleženo: razpis je končan.")
    await association.transact(publishing.withdraw, call.id, office.id, NOW)
    assert (await darja.forges(f"rid:{call.id}:applied")).startswith("Nič ni zabeleženo: razpis je umaknjen")
    await darja.taps("Razpis")
    assert "Odločitev" not in darja.keys
    other = await publish(association, kinds=(KRSKO.kind,))
    darja.now = NOW
    refused = await darja.forges(f"rid:{other.id}:applying")
    assert refused.startswith("Nič ni zabeleženo: vaša knjižnica se na ta razpis ne more prijaviti.")


async def test_a_deadline_is_done_for_the_whole_library_and_can_be_undone(
    association: Database, ana: Phone, darja: Phone
) -> None:
    call = await publish(association)
    await darja.says(f"/start r_{call.id}")
    await darja.taps("Prijavljamo se")
    await ana.says(f"/start r_{call.id}")
    await ana.taps("Roki", "še 18 dni")
    assert "✅ Opravljeno. Nikogar v vaši knjižnici na ta rok ne opomnimo več." in await ana.taps("Opravljeno")
    assert "⏳ še 18 dni · ✓ Vprašanja" in await darja.says(f"/start r_{call.id}")
    assert "Knjižnica se prijavlja na 1 razpis: še 30 dni" in await darja.says("/start")
    assert await deliver(association, NOW + timedelta(days=4), darja) == {"Darja": []}
    assert "✅" not in await ana.taps("Ni opravljeno")
    came = await deliver(association, NOW + timedelta(days=11), darja)
    assert came["Darja"][0].startswith("⏰ Rok se bliža\nše 7 dni · »Digitalni zakladi 2027« – Vprašanja")


async def test_a_deadline_that_is_past_or_holds_no_more_is_said_to_be_so(
    association: Database, darja: Phone, cvetka: Phone
) -> None:
    call = await publish(association)
    who, number = await cvetka.me(), call.deadlines[0].id
    assert who is not None
    darja.now = SUBMISSION.when.ends_at + timedelta(days=5)
    seen = await darja.forges(f"rm:{number}:1")  # below a reminder that stands there still
    assert "🏁 ✓ Vprašanja: petek, 19.\xa0marca" in seen
    assert "še" not in seen
    assert "Izberite rok" not in await darja.taps("Nazaj")
    darja.now = NOW
    await association.transact(publishing.withdraw, call.id, who.id, NOW)
    await darja.forges(f"re:{call.id}:0")
    assert "✖ Razpis je umaknjen in ne velja več." in darja.sees
    assert list(darja.keys) == ["✓ Vprašanja", "Oddaja prijave", "Vse v koledar", "Nazaj"]
    assert "✖ Razpis je umaknjen in ne velja več.\n🏁 Oddaja prijave" in await darja.taps("Oddaja prijave")
    assert list(darja.keys) == ["V koledar", "Nazaj"]


async def test_nobody_declares_for_another_library(association: Database, darja: Phone, bojan: Phone) -> None:
    call = await publish(association)
    await bojan.says(f"/start r_{call.id}")
    await bojan.taps("Prijavljamo se")
    assert "Valvasorjeva knjižnica Krško – <b>prijavljamo se</b>" in bojan.sees
    assert "🏛 Odločitev: <b>je še ni</b>" in await darja.says(f"/start r_{call.id}")


async def test_of_many_calls_some_are_on_the_card_of_all_that_is_mine(association: Database, darja: Phone) -> None:
    for day in range(10, 15):
        call = await publish(
            association, Deadline(DeadlineKind.SUBMISSION, When(date(2027, 3, day))), title_sl=f"Razpis {day}"
        )
        await darja.forges(f"rid:{call.id}:interested")
    assert "📣 Vaša knjižnica se je odločila o 5 razpisih" in await darja.says("/mine")
    assert list(darja.keys)[3:] == ["Vsi naši razpisi (5)", "Nazaj"]
    assert "Odločitev vaše knjižnice je zabeležena pri 5 razpisih." in await darja.taps("Vsi naši")


async def test_a_deputy_may_and_a_removed_proposal_is_gone(association: Database, ana: Phone, darja: Phone) -> None:
    await put(association, 5, Role.DEPUTY, name="Eva")
    eva = Phone(association, 5, "Eva")
    call = await publish(association)
    await ana.forges(f"rid:{call.id}:applying")
    assert "Zabeleženo" in await eva.forges(f"rid:{call.id}:not-for-us")
    came = await deliver(association, NOW, ana, darja, eva)
    assert came["Darja"] == came["Eva"] == []
    assert came["Ana"][0].startswith("Mestna knjižnica Kranj: ni za nas.")
