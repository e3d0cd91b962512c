"""The office gives an event all that nobody is asked for in turn: speakers, limits, questions, further dates."""

from datetime import UTC, datetime, timedelta

import pytest

from storage.database import Database
from storage.events import actions
from storage.events.questions import Condition, Question
from storage.events.rules import Lead
from tests.handlers.events.office import change, event_of, last
from tests.handlers.events.test_member import person_id
from tests.handlers.events.test_office import write
from tests.handlers.phone import Phone
from tests.storage.events.sample import NOW, START, publish


async def test_everything_beside_the_main_questions_is_written_from_the_preview(
    association: Database, cvetka: Phone
) -> None:
    await write(cvetka)
    await cvetka.taps("Popravki", "＋ Predavatelji")
    await cvetka.taps("Zasedejo mesta")
    assert "🎤 dr. Ana Novak, Bojan Kos (ko jih prijavite, zasedejo mesta)" in await cvetka.says(
        "dr. Ana Novak\nBojan Kos"
    )
    await cvetka.taps("Popravki", "＋ Mesta na knjižnico", "2")
    await cvetka.taps("Popravki", "＋ Začetek prijav")
    await cvetka.says("1. 4. ob 8.00")
    await cvetka.taps("Popravki", "＋ Odpoved brez razloga", "Tri dni prej")
    await cvetka.taps("Popravki", "Opomniki", "Mesec prej", "✓ Teden prej", "Naprej")
    assert "🔔 Opomniki: mesec prej, dan prej, dve uri prej" in cvetka.sees
    assert "📜 Na potrdilu 4 ure" in await cvetka.taps("Popravki", "＋ Ure za potrdilo", "4")
    await cvetka.taps("Objava")
    details = (await last(association)).details
    assert details.speakers == ("dr. Ana Novak", "Bojan Kos")
    assert details.speakers_count
    assert (details.per_library, details.hours) == (2, 4)
    assert details.opens_at == datetime(2027, 4, 1, 6, tzinfo=UTC)
    assert details.free_until == START - timedelta(days=3)
    assert details.leads == (Lead.MONTH, Lead.DAY, Lead.HOURS)


@pytest.mark.parametrize(
    ("part", "said", "answer"),
    [
        ("＋ Predavatelji", "\n".join(["Ana"] * 13), "Imen je preveč: 13, dovoljenih je 12."),
        ("＋ Predavatelji", "x" * 121, "Besedilo je predolgo"),
        ("＋ Mesta na knjižnico", "31", "Tega števila ne razumem: »31«. Napišite število od 1 do 30."),
        ("＋ Mesta na knjižnico", "dve", "Tega števila ne razumem"),
        ("＋ Začetek prijav", "6. 5. ob 8.00", "Prijave se morajo odpreti, preden se zaprejo."),
        ("＋ Začetek prijav", "1. 2. 2027", "Ta čas je že minil."),
        ("＋ Začetek prijav", "zvečer", "Tega časa ne razumem"),
        ("＋ Odpoved brez razloga", "13. 5. 2027 ob 8.00", "Odpoved brez razloga je mogoča največ do začetka."),
        ("＋ Ure za potrdilo", "101", "Napišite število od 1 do 100."),
        ("Opomniki", "dan prej", "izberite enega od gumbov"),
        ("＋ Več datumov", "31. 2. 2028", "Tega dne ni v koledarju"),
    ],
)
async def test_what_does_not_fit_is_answered_and_nothing_is_lost(
    cvetka: Phone, part: str, said: str, answer: str
) -> None:
    await write(cvetka)
    await cvetka.taps("Popravki", part)
    seen = await cvetka.says(said)
    assert answer in seen
    assert "shranjeno" in seen.rsplit("\n\n", maxsplit=1)[-1]
    assert "je objavljen" in await cvetka.taps("Nazaj", "Nazaj", "Objava")


async def test_questions_are_written_put_in_order_and_depend_on_answers(association: Database, cvetka: Phone) -> None:
    await write(cvetka)
    await cvetka.taps("Popravki", "＋ Vprašanja", "＋ Vprašanje")
    assert (await cvetka.says("| Lunch?")).endswith("Napišite ga pred navpičnico. Vse drugo je shranjeno.")
    assert "Med čim se izbira?" in await cvetka.says("Kosilo? | Lunch?")
    assert "Izbirati je mogoče vsaj med dvema." in (await cvetka.says("Da | Yes"), await cvetka.taps("Naprej"))[1]
    await cvetka.says("Ne | No\nMorda")
    await cvetka.taps("✖ Morda", "Naprej", "Nazaj", "＋ Vprašanje")
    await cvetka.says("Kaj jeste?")
    await cvetka.taps("Odgovor z besedilom", "✓ Obvezno", "Pogoj", "Kosilo? → Da")
    assert "Samo če »Kosilo?« → »Da«" in cvetka.sees
    assert "je lahko samo za tistim" in await cvetka.taps("↑ Više")
    await cvetka.taps("Nazaj", "1. Kosilo?")
    assert "odvisno drugo vprašanje" in await cvetka.taps("Odstrani vprašanje")
    assert "odvisno drugo vprašanje" in await cvetka.taps("Možnosti", "Odgovor z besedilom")
    await cvetka.taps("Nazaj", "Besedilo")
    await cvetka.says("Ali boste na kosilu? | Will you have lunch?")
    await cvetka.taps("Nazaj", "Naprej", "Objava")
    lunch, food = (await last(association)).details.questions
    assert (lunch.text("en"), [option.text("en") for option in lunch.options]) == (
        "Will you have lunch?",
        ["Yes", "No"],
    )
    assert (food.text_sl, food.options, food.required) == ("Kaj jeste?", (), False)
    assert food.only_if == Condition(lunch.id, lunch.options[0].id)


async def test_a_removed_question_leaves_its_number_to_nobody(association: Database, cvetka: Phone) -> None:
    await write(cvetka)
    await cvetka.taps("Popravki", "＋ Vprašanja", "＋ Vprašanje")
    await cvetka.says("Kosilo?")
    await cvetka.taps("Odgovor z besedilom", "Nazaj", "Naprej", "Objava")
    event = await last(association)
    cvetka.now = NOW + timedelta(minutes=5)
    await change(cvetka, event, "Vprašanja", "1. Kosilo?", "Odstrani vprašanje", "＋ Vprašanje")
    await cvetka.says("Dieta?")
    await cvetka.taps("Odgovor z besedilom", "Nazaj", "Naprej", "Shrani")
    after = await event_of(association, event)
    assert [one.text_sl for one in after.details.questions] == ["Dieta?"]
    assert after.details.questions[0].id != event.details.questions[0].id


async def test_a_question_that_was_answered_is_removed_once_that_is_known(
    association: Database, ana: Phone, bojan: Phone, cvetka: Phone
) -> None:
    event = await publish(association, questions=(Question("1", "Kosilo?"), Question("2", "Dieta?", required=False)))
    for phone in (ana, bojan):
        await association.transact(actions.register, event.id, await person_id(phone), NOW, {"1": "Da"})
    await change(cvetka, event, "Vprašanja", "1. Kosilo?")
    assert "Odgovorili sta 2 osebi." in await cvetka.taps("Odstrani vprašanje")
    assert "Kaj želite urediti pri tem vprašanju?" in await cvetka.taps("Nazaj")
    await cvetka.taps("Odstrani vprašanje", "Odstrani vprašanje")
    assert "Kaj vprašate ob prijavi?" in cvetka.sees
    await cvetka.taps("1. Dieta?", "Odstrani vprašanje")
    assert "Kaj vprašate ob prijavi?" in cvetka.sees, "Nobody has answered it."
    await cvetka.taps("Naprej", "Shrani")
    assert (await event_of(association, event)).details.questions == ()


async def test_dates_by_month_fall_on_the_same_weekday_and_end_at_thirty(association: Database, cvetka: Phone) -> None:
    await write(cvetka)
    await cvetka.taps("Popravki", "＋ Več datumov", "Vsak mesec")
    assert "Napišite število od 1 do 30." in await cvetka.says("31")
    assert "9. 6., 14. 7., 11. 8." in await cvetka.says("4")
    await cvetka.taps("Na 14 dni")
    assert "Še 29 datumov" in await cvetka.says("30")
    assert "Datumov je lahko največ 30." in await cvetka.says("1. 5. 2029")
    assert "Dnevi na koledarju" not in cvetka.keys
    assert "Objavljenih je 30 dogodkov" in await cvetka.taps("Naprej", "Objava")


async def test_what_is_wrong_with_a_date_of_several_says_with_which(cvetka: Phone) -> None:
    await write(cvetka)
    cvetka.now = START - timedelta(days=9)
    await cvetka.taps("Popravki", "＋ Več datumov")
    await cvetka.says("6. 5.")
    await cvetka.says("8. 5.")
    assert "• konec prijav je že minil (6. 5., 8. 5.)" in await cvetka.taps("Naprej")
    cvetka.now = START - timedelta(hours=1)
    assert (await cvetka.taps("V angleščini")).endswith("• konec prijav je že minil"), "It is so with all of them."


async def test_a_reminder_for_which_it_is_too_late_is_said_to_be_so(association: Database, cvetka: Phone) -> None:
    await write(cvetka)
    cvetka.now = START - timedelta(days=20)
    late = "Za opomnik je že prepozno: mesec prej\n"
    assert late in f"{await cvetka.taps('Popravki', 'Opomniki', 'Mesec prej', 'Naprej')}\n"
    await cvetka.taps("Objava")
    event = await last(association)
    await change(cvetka, event, "Kraj")
    assert "prepozno" not in await cvetka.says("Celje"), "Nobody asks for it now."


async def test_an_event_of_more_than_a_year_is_looked_at_twice(cvetka: Phone) -> None:
    await write(cvetka)
    await cvetka.taps("Popravki", "Konec")
    assert "Traja več kot leto dni." in await cvetka.says("12. 6. 2028 ob 14.00")
    await cvetka.taps("Popravki", "Konec")
    assert "Traja" not in await cvetka.says("14. 5. 2027 ob 14.00")


async def test_days_are_chosen_in_the_calendar_one_by_one(cvetka: Phone) -> None:
    await write(cvetka)
    await cvetka.taps("Popravki", "＋ Več datumov", "Dnevi na koledarju", "19", "20", "✓19")
    assert {"✓12", "19", "✓20"} <= cvetka.keys.keys()
    assert "To je prvi datum" in await cvetka.taps("✓12")
    assert "Še 2 datuma: 19. 5. ob 10.30, 20. 5.\n" in await cvetka.says("19. 5. ob 10.30")
    await cvetka.taps("Naprej")
    assert "Še 2 datuma: 19. 5. ob 10.30, 20. 5." in await cvetka.taps("Naprej")
