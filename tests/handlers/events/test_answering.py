"""Questions are answered one after the other, read over, changed, and nothing typed is lost."""

from datetime import timedelta

import pytest

from storage.database import Database
from storage.events import publishing, roster
from storage.events.publishing import Changed, Published
from storage.events.questions import Condition, Option, Question
from storage.events.rules import Event
from tests.handlers.events.test_member import person_id, speak_english
from tests.handlers.phone import Phone
from tests.storage.events.sample import NOW, START, publish, workshop

MEAL = Question("m", "Kaj boste jedli?", "What will you eat?", (
    Option("1", "Vse", "Anything"), Option("2", "Brez mesa", "No meat"), Option("3", "Drugo", "Something else"),
))  # fmt: skip
WHICH = Question("w", "Česa ne jeste?", "What do you not eat?", only_if=Condition("m", "3"))
NEEDS = Question("n", "Potrebujete dostop za voziček?", "Do you need step-free access?", required=False)


@pytest.fixture
async def lunch(association: Database) -> Event:
    """A workshop with lunch."""
    return await publish(association, questions=(MEAL, WHICH, NEEDS))


async def answers(books: Database, event: Event) -> list[dict[str, str]]:
    """What those who are in have answered."""
    found = await books.read(roster.roster, event.id)
    assert found is not None
    return [dict(row.answers) for row in found.rows]


async def begins(phone: Phone, event: Event) -> str:
    """Open an event and ask for a seat."""
    await phone.says(f"/start e_{event.id}")
    return await phone.taps("Prijava")


async def test_what_applies_is_asked_and_one_tap_sends_it(association: Database, ana: Phone, lunch: Event) -> None:
    assert await begins(ana, lunch) == (
        "<b>Delavnica: Lokalna zbirka na spletu</b>\n\n<b>Kaj boste jedli?</b>\nIzberite odgovor."
    )
    assert list(ana.keys) == ["Vse", "Brez mesa", "Drugo", "Dogodek", "Končaj pozneje"]
    assert "<b>Česa ne jeste?</b>\nNapišite odgovor." in await ana.taps("Drugo")
    assert "<b>Potrebujete dostop za voziček?</b>" in await ana.says("oreščkov & <rib>")
    assert "Preskoči" in ana.keys
    assert await ana.taps("Preskoči") == (
        "<b>Delavnica: Lokalna zbirka na spletu</b>\nKaj boste jedli: Drugo\n"
        "Česa ne jeste: oreščkov &amp; &lt;rib&gt;\n\nJe vse prav?"
    )
    assert (await ana.taps("Prijava")).startswith("Imate mesto.")
    assert await answers(association, lunch) == [{"m": "3", "w": "oreščkov & <rib>"}]
    assert "Ta pogovor je že končan." in await ana.forges("sqs:1:99")


async def test_what_was_typed_is_shown_again_and_can_be_left_out(
    association: Database, ana: Phone, lunch: Event
) -> None:
    await begins(ana, lunch)
    await ana.taps("Vse")
    await ana.says("dvigalo & <rampa>")
    await ana.taps("Prijava", "Odgovori", "Popravki")
    assert "Zdaj: dvigalo &amp; &lt;rampa&gt;\nNapišite odgovor ali vprašanje preskočite." in await ana.taps(
        "Potrebujete"
    )
    assert {"Naprej", "Izpusti"} <= set(ana.keys)
    assert "dvigalo" not in await ana.taps("Izpusti")
    await ana.taps("Shrani")
    assert await answers(association, lunch) == [{"m": "1"}]


async def test_what_does_not_apply_is_not_asked(association: Database, ana: Phone, lunch: Event) -> None:
    await begins(ana, lunch)
    assert "dostop za voziček" in await ana.taps("Brez mesa")


async def test_a_choice_can_be_typed_by_its_words_or_its_place(ana: Phone, lunch: Event) -> None:
    await begins(ana, lunch)
    assert "Tega odgovora ni na izbiro." in await ana.says("vegansko")
    assert "dostop za voziček" in await ana.says("brez MESA")
    await ana.taps("Nazaj")
    assert "Česa ne jeste?" in await ana.says("3")


async def test_back_keeps_the_answer_and_a_changed_one_asks_what_follows(
    association: Database, ana: Phone, lunch: Event
) -> None:
    await begins(ana, lunch)
    await ana.taps("Drugo")
    await ana.says("rib")
    await ana.taps("Nazaj")
    assert "Česa ne jeste?" in ana.sees
    assert "dostop za voziček" in await ana.taps("Naprej")
    await ana.taps("Preskoči", "Popravki", "Kaj boste jedli?")
    assert "✓ Drugo" in ana.keys
    assert "Je vse prav?" in await ana.taps("Vse")
    assert "rib" not in ana.sees
    await ana.taps("Popravki", "Kaj boste jedli?", "Drugo")
    assert "Česa ne jeste: rib" in ana.sees  # what was typed before is still there


async def test_answers_are_kept_when_somebody_leaves_and_comes_back(
    association: Database, ana: Phone, lunch: Event
) -> None:
    await begins(ana, lunch)
    await ana.taps("Drugo")
    await ana.says("rib")
    await ana.taps("Končaj pozneje")
    assert "Česa ne jeste: rib" in await begins(ana, lunch)
    other = await publish(association, questions=(NEEDS,), title_sl="Drug dogodek")
    assert "Odgovori za drug dogodek čakajo" in await begins(ana, other)
    assert "Česa ne jeste: rib" in await ana.taps("Nadaljuj")
    await begins(ana, other)
    assert await ana.taps("Začni znova") == (
        "<b>Drug dogodek</b>\n\n<b>Potrebujete dostop za voziček?</b>\nNapišite odgovor ali vprašanje preskočite."
    )


async def test_what_may_be_left_out_is_asked_all_the_same(association: Database, ana: Phone) -> None:
    event = await publish(association, questions=(NEEDS,))
    assert "dostop za voziček" in await begins(ana, event)
    await ana.taps("Preskoči")
    assert (await ana.taps("Prijava")).startswith("Imate mesto.")
    assert await answers(association, event) == [{}]


async def test_answers_are_changed_until_registration_closes(association: Database, ana: Phone, lunch: Event) -> None:
    await begins(ana, lunch)
    await ana.taps("Vse", "Preskoči", "Prijava")
    await ana.says(f"/start e_{lunch.id}")
    assert "To so vaši odgovori." in await ana.taps("Odgovori")
    await ana.taps("Popravki", "Kaj boste jedli?", "Brez mesa")
    assert (await ana.taps("Shrani")).startswith("Odgovori so shranjeni.")
    assert await answers(association, lunch) == [{"m": "2"}]
    await ana.taps("Odgovori")
    ana.now = lunch.details.closes_at
    assert (await ana.taps("Shrani")).startswith("Prijave so zaprte, zato odgovorov ni več mogoče spremeniti.")
    assert "Odgovori" not in ana.keys


async def test_questions_that_change_meanwhile_are_asked(
    association: Database, ana: Phone, cvetka: Phone, lunch: Event
) -> None:
    await begins(ana, lunch)
    await ana.taps("Vse", "Preskoči")
    more = Question("p", "Kje boste parkirali?")
    changed = await association.transact(
        publishing.change, lunch.id, 1, workshop(questions=(MEAL, more)), await person_id(cvetka), NOW
    )
    assert isinstance(changed, Changed)
    seen = await ana.taps("Prijava")
    assert seen.startswith("Vprašanja so se medtem spremenila.")
    assert "Kje boste parkirali?" in seen
    await ana.says("Pri knjižnici")
    assert (await ana.taps("Prijava")).startswith("Imate mesto.")


async def test_in_english_all_is_asked_in_english(association: Database, ana: Phone, lunch: Event) -> None:
    await association.transact(speak_english, 1)
    await ana.says(f"/start e_{lunch.id}")
    assert "<b>What will you eat?</b>\nChoose an answer." in await ana.taps("Register")
    assert "Skip" not in ana.keys
    assert "What will you eat: No meat" in await ana.taps("No meat")


async def test_twelve_long_questions_and_answers_fit_a_message(association: Database, ana: Phone) -> None:
    asked = tuple(Question(str(number), "Vprašanje " * 19) for number in range(12))
    event = await publish(association, questions=asked)
    await begins(ana, event)
    for _ in asked:
        await ana.says("& odgovor " * 49)
    assert "Je vse prav?" in ana.sees
    assert len(ana.sees.splitlines()) == 1 + 12 + 2


async def test_an_answer_that_is_too_long_says_so(association: Database, ana: Phone) -> None:
    event = await publish(association, questions=(NEEDS,))
    await begins(ana, event)
    assert "Besedilo je predolgo: 501 znakov, dovoljenih je 500." in await ana.says("x" * 501)


async def test_a_full_event_asks_too_and_the_answers_wait_with_the_place(
    association: Database, ana: Phone, bojan: Phone
) -> None:
    event = await publish(association, capacity=1, questions=(NEEDS,))
    for phone in (ana, bojan):
        await begins(phone, event) if phone is ana else await phone.says(f"/start e_{event.id}")
        if phone is bojan:
            await phone.taps("V vrsto")
        await phone.says("Da")
        await phone.taps("Prijava")
    assert "V čakalni vrsti ste prvi;" in bojan.sees
    assert await answers(association, event) == [{"n": "Da"}, {"n": "Da"}]


async def test_all_dates_of_a_series_are_answered_for_once(association: Database, ana: Phone) -> None:
    done = await association.transact(
        publishing.publish, None, workshop(questions=(NEEDS,)), NOW, [START + timedelta(days=7)]
    )
    assert isinstance(done, Published)
    await ana.says(f"/start e_{done.event.id}")
    await ana.taps("Prijava na vse")
    assert "Odgovori veljajo za vse termine." in await ana.says("Ne")
    assert (await ana.taps("Prijava na vse")).count("imate mesto") == 2
