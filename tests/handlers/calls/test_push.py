"""What the bot says of its own accord about calls, as it arrives."""

import dataclasses
from datetime import date, time, timedelta

from storage.calls import notices, publishing
from storage.calls.rules import Call, Deadline, DeadlineKind, Document, When
from storage.database import Database, Tx
from tests.handlers.calls.sample import SUBMISSION, amend, publish
from tests.handlers.calls.test_reading import speak_english
from tests.handlers.phone import NOW, Phone
from tests.handlers.post import deliver

SOON = NOW + timedelta(minutes=10)
LATER = When(date(2027, 4, 7), time(14))


async def _applied_to(books: Database, darja: Phone, ana: Phone) -> Call:
    """A call to which Darja's library applies, and which Ana follows; all that was to be told of it is."""
    await ana.forges("rfo::1")
    call = await publish(books)
    await darja.forges(f"rid:{call.id}:applying")
    await deliver(books, NOW, darja, ana)
    return call


def _moved(call: Call, when: When) -> tuple[Deadline, ...]:
    questions, submission = call.deadlines
    return questions, dataclasses.replace(submission, when=when)


async def test_an_extended_deadline_is_told_with_both_dates_and_confirmed_by_those_who_depend(
    association: Database, bojan: Phone, darja: Phone, cvetka: Phone
) -> None:
    call = await _applied_to(association, darja, bojan)
    await amend(association, call, cvetka, *_moved(call, LATER))
    assert "↻" not in await darja.says(f"/start r_{call.id}")
    came = await deliver(association, SOON, bojan, darja)
    told = (
        "Rok je podaljšan: Digitalni zakladi 2027\n🗓 Oddaja prijave\nprej: sreda, 31.\u00a0marca, do 14.00\n"
        "zdaj: sreda, 7.\u00a0aprila, do 14.00, še 37 dni"
    )
    assert came["Bojan"] == [told]
    assert came["Darja"] == [f"{told}\nVaša knjižnica se prijavlja: potrdite, da ste spremembo videli."]
    assert list(bojan.keys) == ["Razpis", "Utišaj"]
    assert list(darja.keys) == ["Videno", "Razpis"]
    darja.now = LATER.ends_at
    assert "↻" not in await darja.taps("Razpis")  # it is over
    darja.now = SOON
    assert "↻ Rok se je spremenil. Potrdite, da ste ga videli." in await darja.says(f"/start r_{call.id}")
    assert (await darja.taps("Videno")).startswith("Hvala, zabeleženo je, da ste spremembo videli.")
    await darja.taps("Razpis")
    assert "Videno" not in darja.keys
    assert not (await bojan.forges(f"rs:{call.id}")).startswith("Hvala")


async def test_a_deadline_brought_forward_is_urgent(
    association: Database, ana: Phone, darja: Phone, cvetka: Phone
) -> None:
    call = await _applied_to(association, darja, ana)
    night = NOW + timedelta(hours=14)
    await amend(association, call, cvetka, *_moved(call, When(date(2027, 3, 22))), now=night)
    came = await deliver(association, night + timedelta(minutes=10), darja)
    assert came["Darja"][0].startswith(
        "❗️ Rok je krajši: Digitalni zakladi 2027\n🗓 Oddaja prijave\nprej: sreda, 31.\u00a0marca, do 14.00\n"
        "zdaj: ponedeljek, 22.\u00a0marca, do konca dneva, še 20 dni"
    )


async def test_words_that_a_moved_deadline_still_has_are_said_once(
    association: Database, ana: Phone, darja: Phone, cvetka: Phone
) -> None:
    call = await _applied_to(association, darja, ana)
    words = When(date(2027, 4, 12), None, False, "osmi dan po objavi")
    call = await amend(association, call, cvetka, *_moved(call, words))
    await deliver(association, SOON, ana)
    await amend(association, call, cvetka, *_moved(call, dataclasses.replace(words, day=date(2027, 4, 19))), now=SOON)
    (told,) = (await deliver(association, SOON + timedelta(minutes=10), ana))["Ana"]
    assert "prej: ponedeljek, 12.\u00a0aprila\nzdaj: »osmi dan po objavi«; za opomnike velja datum" in told
    assert told.count("osmi dan") == 1


async def test_what_else_changes_is_told_to_those_who_intend_something(
    association: Database, ana: Phone, darja: Phone, cvetka: Phone
) -> None:
    call = await _applied_to(association, darja, ana)
    documents = (*call.details.documents, Document("popravek.pdf", "file-3"))
    await amend(association, call, cvetka, amount=60_000, cofinancing=None, kinds=("splošna",), documents=documents)
    came = await deliver(association, SOON, ana, darja)
    assert came["Darja"] == [
        (
            "Spremenjen razpis: Digitalni zakladi 2027\n💶 Znesek: do 60.000\u00a0EUR\n💶 Sofinanciranje: ni navedeno\n"
            "👥 Prijavijo se lahko: splošna\n📎 Novi dokumenti: popravek.pdf"
        )
    ]


async def test_a_new_deadline_and_one_that_is_gone_are_told(
    association: Database, ana: Phone, darja: Phone, cvetka: Phone
) -> None:
    call = await _applied_to(association, darja, ana)
    _, submission = call.deadlines
    day = Deadline(DeadlineKind.INFORMATION, When(date(2027, 3, 9), time(10)))
    await amend(association, call, cvetka, day, submission)
    (told,) = (await deliver(association, SOON, ana))["Ana"]
    assert "🗓 Odpade: Vprašanja: petek, 19.\u00a0marca, do konca dneva" in told
    assert "🗓 Nov rok: Informativni dan: torek, 9.\u00a0marca, ob 10.00, še 8 dni" in told


async def test_closed_and_withdrawn_are_told_to_those_who_intended(
    association: Database, ana: Phone, darja: Phone, cvetka: Phone
) -> None:
    office = await cvetka.me()
    assert office is not None
    closed = await _applied_to(association, darja, ana)
    withdrawn = await _applied_to(association, darja, ana)
    await association.transact(publishing.close, closed.id, office.id, NOW)
    await association.transact(publishing.withdraw, withdrawn.id, office.id, NOW)
    came = await deliver(association, NOW, darja)
    assert came["Darja"] == [
        "🏁 Razpis je zaprt pred rokom: Digitalni zakladi 2027\nOpomnikov zanj ne bo več.",
        "✖ Razpis je umaknjen: Digitalni zakladi 2027\nOpomnikov zanj ne bo več.",
    ]
    assert "✖ Razpis je umaknjen in ne velja več." in await darja.taps("Razpis")


async def test_word_of_what_is_over_by_then_does_not_come(association: Database, ana: Phone, cvetka: Phone) -> None:
    await ana.forges("rfo::1")
    await publish(association, dataclasses.replace(SUBMISSION, when=When(date(2027, 3, 1), time(12))))
    assert await deliver(association, NOW + timedelta(hours=3), ana) == {"Ana": []}


async def test_the_reminder_of_one_deadline_is_answered_at_once(
    association: Database, ana: Phone, darja: Phone
) -> None:
    call = await _applied_to(association, darja, ana)
    came = await deliver(association, NOW + timedelta(days=11), darja, ana)
    assert came["Darja"] == [
        "⏰ Rok se bliža\nše 7 dni · »Digitalni zakladi 2027« – Vprašanja: petek, 19.\u00a0marca, do konca dneva"
    ]
    assert list(darja.keys) == ["Opravljeno", "Razpis"]
    assert "✅ Opravljeno." in await darja.taps("Opravljeno")
    assert await deliver(association, NOW + timedelta(days=15), darja, ana) == {"Darja": [], "Ana": []}
    assert call.version == 1


async def test_the_office_is_reminded_of_what_it_cannot_say_to_be_done(association: Database, cvetka: Phone) -> None:
    await cvetka.forges("rfo::1")
    await publish(association)
    await deliver(association, NOW, cvetka)
    await deliver(association, NOW + timedelta(days=4), cvetka)
    assert list(cvetka.keys) == ["Razpis"]


async def test_more_than_fits_is_cut_and_the_rest_is_behind_a_button(
    association: Database, ana: Phone, bojan: Phone
) -> None:
    await ana.forges("rfo::1")
    await ana.forges("rfs:daily")
    await publish(association, title_sl="Opomnik")
    await deliver(association, NOW + timedelta(days=3), ana)
    for number in range(1, 17):
        later = dataclasses.replace(SUBMISSION, when=When(date(2027, 5, number)))
        await publish(association, later, title_sl=f"Nov {number}", now=NOW + timedelta(days=3, hours=21))
    (told,) = (await deliver(association, NOW + timedelta(days=4), ana))["Ana"]
    assert told.splitlines() == [
        "⏰ Rok se bliža",
        "še 14 dni · »Opomnik« – Vprašanja: petek, 19.\u00a0marca, do konca dneva",
        "📣 16 novih razpisov",
        *(f"še {56 + number} dni · »Nov {number}«" for number in range(1, 5)),
        "in še 12",
    ]
    assert list(ana.keys) == ["Opomnik", "Nov 1", "Nov 2", "Nov 3", "Nov 4", "Vse (17)"]
    whole = ana.keys["Vse (17)"]
    assert "Stran 1 od 3." in await ana.taps("Vse")
    assert next(iter(ana.keys)) == "Opomnik"
    await ana.taps("Naprej", "Naprej")
    assert list(ana.keys) == ["Nov 16", "Prej", "Razpisi"]
    assert "Nov 16" in await ana.taps("Nov 16")
    assert [one["method"] for one in ana.bot.shown] == ["sendMessage"]  # what leads to the others stays
    assert "Nič od tega ne velja več." in await bojan.forges(whole)
    ana.now = NOW + timedelta(days=100)
    assert "Nič od tega ne velja več." in await ana.forges(whole)


async def test_two_deadlines_of_a_call_lead_to_it_once(association: Database, ana: Phone) -> None:
    await ana.forges("rfo::1")
    await publish(association, SUBMISSION, dataclasses.replace(SUBMISSION, label="Tiskana prijava"))
    await deliver(association, NOW, ana)
    (told,) = (await deliver(association, NOW + timedelta(days=16), ana))["Ana"]
    assert told.startswith("⏰ Bližata se 2 roka\n")
    assert list(ana.keys) == ["Digitalni zakladi 2027"]


def _remind(tx: Tx, call: Call) -> None:
    notices.remind_undecided(tx, call, NOW)


async def test_an_undecided_library_is_asked(association: Database, ana: Phone, darja: Phone, bojan: Phone) -> None:
    call = await publish(association)
    await darja.forges(f"rid:{call.id}:not-for-us")
    await association.transact(_remind, call)
    came = await deliver(association, NOW, ana, darja, bojan)
    assert came["Ana"] == came["Darja"] == []
    assert came["Bojan"] == [
        (
            "Ali se Valvasorjeva knjižnica Krško prijavlja? Združenje še nima vašega odgovora.\n"
            "Digitalni zakladi 2027\n"
            "⏳ še 18 dni · Vprašanja: petek, 19.\u00a0marca, do konca dneva\n"
            "🗓 Oddaja prijave: sreda, 31.\u00a0marca, do 14.00\n"
            "💶 do 40.000\u00a0EUR, sofinanciranje 80 %"
        )
    ]
    assert list(bojan.keys) == ["Zanima nas", "Prijavljamo se", "Ni za nas", "Razpis"]
    assert "Zabeleženo" in await bojan.taps("Ni za nas")


async def test_in_english(association: Database, ana: Phone, darja: Phone, cvetka: Phone) -> None:
    await association.transact(speak_english, 2)
    call = await _applied_to(association, darja, ana)
    await amend(association, call, cvetka, *_moved(call, LATER))
    came = await deliver(association, SOON, darja)
    assert came["Darja"] == [
        (
            "Deadline extended: Digital Treasures 2027\n🗓 Submission\nwas: Wednesday, 31\u00a0March, by 14:00\n"
            "now: Wednesday, 7\u00a0April, by 14:00, 37 days left\n"
            "Your library is applying: please confirm that you have seen the change."
        )
    ]
    await deliver(association, NOW + timedelta(days=10), darja)
    came = await deliver(association, NOW + timedelta(days=11), darja)
    assert came["Darja"][0].startswith(
        "⏰ A deadline is coming up\n7 days left · “Digital Treasures 2027” – Questions:"
    )
    assert list(darja.keys) == ["Done", "Call"]
