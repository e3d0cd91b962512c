"""The office changes a call that is published already."""

from datetime import date, time

from storage.calls.rules import State, Topic, When
from storage.database import Database
from tests.handlers.calls.office import all_calls, applies, edits, follows
from tests.handlers.calls.sample import publish
from tests.handlers.phone import Phone

SUBMISSION = When(date(2027, 3, 31), time(12))


async def test_a_change_says_what_is_told_to_how_many(
    cvetka: Phone, darja: Phone, bojan: Phone, books: Database
) -> None:
    await follows(darja, Topic.DIGITAL)
    await follows(bojan, Topic.DIGITAL)
    call = await publish(books)
    await applies(darja, call.id)
    await edits(cvetka)
    await cvetka.taps("Razpisovalec")
    await cvetka.says("Ministrstvo")
    assert "Na to se ne zanaša nihče" in await cvetka.taps("Predogled")
    await cvetka.taps("Nazaj", "Znesek")
    await cvetka.says("50.000")
    seen = await cvetka.taps("Predogled")
    assert (
        "📣 V desetih minutah izve 1 oseba:\n• drug znesek\nV sporočilu bo tudi vse, kar se do takrat še spremeni."
        in seen
    )
    await cvetka.taps("Nazaj", "Roki", "31. 3.", "Dan")
    await cvetka.says("7. 4. 2027 ob 14.00")
    seen = await cvetka.taps("Naprej", "To so vsi roki", "Predogled")
    assert "📣 V desetih minutah izvesta 2 osebi:" in seen
    assert "• Oddaja prijave: sreda, 31.\xa0marca, do 14.00 → sreda, 7.\xa0aprila, do 14.00" in seen
    assert "je popravljen" in await cvetka.taps("Objava")
    (after,) = await all_calls(books)
    assert (after.version, after.details.amount, after.deadlines[-1].id) == (2, 50_000, call.deadlines[-1].id)


async def test_nothing_changed_is_said(cvetka: Phone, books: Database) -> None:
    await publish(books)
    await edits(cvetka)
    await cvetka.taps("Predogled")
    assert "Nič se ni spremenilo." in await cvetka.taps("Objava")
    assert [call.version for call in await all_calls(books)] == [1]


async def test_two_of_the_office_change_the_same_call_and_nothing_typed_is_lost(
    cvetka: Phone, emil: Phone, books: Database
) -> None:  # fmt: skip
    await publish(books)
    for phone in (cvetka, emil):
        await edits(phone)
    for phone, title in ((cvetka, "Zakladi A"), (emil, "Zakladi B")):
        await phone.taps("Naslov")
        await phone.says(title)
    await cvetka.taps("Razpisovalec")
    await cvetka.says("JAK")
    await cvetka.taps("Predogled", "Objava")
    await emil.taps("Znesek")
    await emil.says("60.000")
    await emil.taps("Roki", "31. 3.", "Dan")
    await emil.says("8. 4. 2027 ob 14.00")
    seen = await emil.taps("Naprej", "To so vsi roki", "Predogled", "Objava")
    assert "Razpis se je medtem spremenil (Cvetka)." in seen
    assert "↻ Naslov: nekdo drug je medtem zapisal »Zakladi A«. V osnutku je vaše." in seen
    assert "Zakladi B" in seen
    assert [call.details.title_sl for call in await all_calls(books)] == ["Zakladi A"]
    assert "je popravljen" in await emil.taps("Objava")
    (call,) = await all_calls(books)
    assert (call.version, call.details.title_sl, call.details.caller) == (3, "Zakladi B", "JAK")
    assert (call.details.amount, call.deadlines[-1].when.day) == (60_000, date(2027, 4, 8))


async def test_a_call_that_was_withdrawn_meanwhile_is_said(cvetka: Phone, emil: Phone, books: Database) -> None:
    await publish(books)
    await edits(cvetka)
    await cvetka.taps("Predogled")
    await emil.says("/urad")
    await emil.taps("Razpisi", "še", "Umakni", "Umakni")
    assert "zaprt ali umaknjen" in await cvetka.taps("Objava")
    assert [call.state for call in await all_calls(books)] == [State.WITHDRAWN]
