"""The office gives an event all that nobody is asked for in turn, changes it, copies it and repeats it."""

from datetime import UTC, datetime, timedelta

import pytest

from storage.database import Database
from storage.events import books, publishing, reading
from storage.events.questions import Condition
from storage.events.rules import Event, Lead
from storage.people import PersonId, Role
from tests.handlers.events.test_office import write
from tests.handlers.phone import Phone
from tests.storage.events.sample import NOW, START, fire, owed, publish, register
from tests.storage.membership.association import put


@pytest.fixture
async def drago(association: Database) -> Phone:
    """Somebody else from the office."""
    await put(association, 91, Role.STAFF, name="Drago")
    return Phone(association, 91, "Drago")


async def change(phone: Phone, event: Event, *labels: str) -> str:
    """Begin to change an event."""
    await phone.forges(f"eoe:{event.id}:0")
    return await phone.taps("Uredi", *labels)


async def event_of(books_: Database, event: Event) -> Event:
    """The event as it is now."""
    found = await books_.read(books.find, event.id)
    assert found is not None
    return found


async def last(association: Database) -> Event:
    """The event that was published last."""
    page = await association.read(reading.everything, PersonId(1), 0, NOW)
    return max((line.event for line in page.lines), key=lambda one: one.id)


async def test_everything_beside_the_main_questions_is_written_from_the_preview(
    association: Database, cvetka: Phone
) -> None:
    await write(cvetka)
    await cvetka.taps("Popravki", "＋ Predavatelji")
    await cvetka.taps("Zasedejo mesta")
    assert "🎤 dr. Ana Novak, Bojan Kos (zasedejo mesta)" in await cvetka.says("dr. Ana Novak\nBojan Kos")
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
    assert "je popravljen" in await cvetka.taps("Shrani")
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
    assert "Oba sta spremenila: Število mest. Ostalo je, kot pišete vi." in seen
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
    await cvetka.taps("Shrani")
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


async def test_days_are_chosen_in_the_calendar_one_by_one(cvetka: Phone) -> None:
    await write(cvetka)
    await cvetka.taps("Popravki", "＋ Več datumov", "Dnevi na koledarju", "19", "20", "19")
    assert "Še 1 datum: 20. 5." in await cvetka.taps("Naprej")


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
