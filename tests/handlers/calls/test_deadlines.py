"""The office writes a call's deadlines: of every kind, with what does not hold and what is past."""

from datetime import date, time

import pytest

from storage.calls.rules import DeadlineKind, When
from storage.database import Database
from tests.handlers.announcements.writing import owed_to
from tests.handlers.calls.office import adds, deadlines_of, follows, reaches_card, writes
from tests.handlers.phone import Phone

SUBMISSION = When(date(2027, 3, 31), time(12))


async def test_every_kind_of_deadline(cvetka: Phone, books: Database) -> None:
    await writes(cvetka)
    await adds(cvetka, "Informativni", "10. 3. 2027 ob 10.00")
    await cvetka.taps("＋ Vprašanja", "15", "Ves dan")
    await cvetka.taps("＋ Dokumenti", "Datuma ni")
    assert "»osmi dan po objavi«" in await cvetka.says("osmi dan po objavi")
    seen = await cvetka.says("20. 3. 2027")
    assert "»osmi dan po objavi«" in seen
    assert "določila strokovna služba (sobota, 20.\xa0marca)" in seen
    await cvetka.taps("＋ Prva faza")
    assert "Do katere ure?" in await cvetka.says("25. 3. 2027")
    await cvetka.says("24.00")
    await cvetka.taps("＋ Oddaja", "›", "7", "12.00", "7. 4.")
    assert "(predvidoma)" in await cvetka.taps("Predvidoma")
    await cvetka.taps("Naprej", "To so vsi roki", "Predogled", "Objava")
    assert await deadlines_of(books) == [
        (DeadlineKind.INFORMATION, When(date(2027, 3, 10), time(10))),
        (DeadlineKind.QUESTIONS, When(date(2027, 3, 15))),
        (DeadlineKind.PAPERS, When(date(2027, 3, 20), words="osmi dan po objavi")),
        (DeadlineKind.STAGE, When(date(2027, 3, 25))),
        (DeadlineKind.SUBMISSION, When(date(2027, 4, 7), time(12), provisional=True)),
    ]


async def test_a_deadline_is_changed_renamed_and_removed(cvetka: Phone, books: Database) -> None:
    await reaches_card(cvetka, ("Oddaja", "31. 3. 2027 ob 12.00"), ("Vprašanja", "15. 3. 2027 ob 9.00"))
    await cvetka.taps("Roki", "31. 3.", "Vrsta", "Prva faza", "Ime")
    assert "🗓 Idejni načrt: sreda, 31.\xa0marca, do 12.00" in await cvetka.says("Idejni načrt")
    await cvetka.taps("Ura")
    assert "do 14.30" in await cvetka.says("14.30")
    await cvetka.taps("Dan")
    assert "1.\xa0aprila, do 14.30" in await cvetka.says("1. 4. 2027")
    await cvetka.taps("Naprej")
    await cvetka.taps("Rok z besedami")
    assert "»ko zmanjka sredstev«" in await cvetka.says("ko zmanjka sredstev")
    await cvetka.taps("Rok z besedami")
    assert "zmanjka" not in await cvetka.taps("Izpusti")
    await cvetka.taps("Ime")
    assert "Prva faza" in await cvetka.taps("Izpusti")
    await cvetka.taps("Naprej", "15. 3.")
    assert "Vprašanja" not in (await cvetka.taps("Odstrani")).split("\n\n")[0]
    await cvetka.taps("To so vsi roki", "Predogled", "Objava")
    assert [(kind, when.day) for kind, when in await deadlines_of(books)] == [
        (DeadlineKind.STAGE, date(2027, 4, 1)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("31. 2. 2027", "Tega dne ni v koledarju"),
        ("28. 3. 2027 ob 2.30", "Te ure tisti dan ni, ker se ura premakne"),
        ("torek, 31. 3. 2027", "Na ta datum je sreda"),
        ("enkrat spomladi", "Tega dne ne razumem: »enkrat spomladi«"),
        ("ob 12.00", "Manjka dan"),
        ("1. 1. 2050", "Ta čas je predaleč"),
    ],
)
async def test_a_day_that_does_not_hold_is_answered_clearly(cvetka: Phone, said: str, answer: str) -> None:
    await writes(cvetka)
    await cvetka.taps("＋ Oddaja")
    seen = await cvetka.says(said)
    assert answer in seen
    assert "Oddaja prijave" in seen


async def test_an_hour_that_does_not_exist_is_answered_clearly(cvetka: Phone) -> None:
    await writes(cvetka)
    await cvetka.taps("＋ Oddaja")
    await cvetka.says("28. 3. 2027")
    assert "Te ure tisti dan ni" in await cvetka.says("2.30")
    assert "Te ure ne razumem" in await cvetka.says("opoldne nekje")
    assert "28.\xa0marca, do 12.00" in await cvetka.says("12.00")


async def test_what_is_past_is_asked_about(cvetka: Phone) -> None:
    await writes(cvetka)
    await cvetka.taps("＋ Oddaja")
    seen = await cvetka.says("26. 2. 2027 ob 12.00")
    assert "Ta čas je že minil: petek, 26. februar 2027, ob 12.00." in seen
    assert "Kateri dan?" in await cvetka.taps("Drug dan")
    assert "Ta čas je že minil" in await cvetka.says("1. 3. 2027 ob 8.00")
    assert "31.\xa0marca, do 12.00" in await cvetka.says("31. 3. 2027 ob 12.00")


async def test_a_call_that_is_over_is_entered_for_the_record(cvetka: Phone, darja: Phone, books: Database) -> None:
    await follows(darja)
    await writes(cvetka)
    await adds(cvetka, when="26. 2. 2027")
    await cvetka.taps("Vseeno vpiši")
    assert "Do katere ure?" in cvetka.sees
    await cvetka.says("12.00")
    seen = await cvetka.taps("To so vsi roki")
    assert "razpis je le za evidenco, obvestila ne prejme nihče." in seen
    for key in ("Predogled", "Objava"):
        assert "razpis je le za evidenco, obvestila ne prejme nihče." in await cvetka.taps(key)
    assert await deadlines_of(books) == [(DeadlineKind.SUBMISSION, When(date(2027, 2, 26), time(12)))]
    assert await owed_to(books) == []


async def test_there_are_not_too_many_deadlines(cvetka: Phone) -> None:
    await writes(cvetka)
    for day in range(1, 21):
        await adds(cvetka, when=f"{day}. 4. 2027 ob 12.00")
    seen = await cvetka.taps("＋ Oddaja")
    assert "Rokov je lahko največ 20." in seen
    assert "in še 14 rokov" in seen
    assert "9. 4. · Oddaja prijave" not in cvetka.keys
    await cvetka.taps("Naprej")
    assert "9. 4. · Oddaja prijave" in cvetka.keys
