"""The survey at a phone: stars with one tap, a text if one likes, results for the office."""

import io

import pytest
from PIL import Image

from handlers.events.afterwards import buttons
from handlers.events.afterwards.push import PUSHES
from handlers.texts import LANGUAGES
from storage.database import Database
from storage.events import survey
from storage.events.rules import Event, EventId
from tests.handlers.events.test_afterwards import gone_by
from tests.handlers.events.test_member import person_id
from tests.handlers.phone import TEXTS, Phone
from tests.handlers.spreadsheet import sheets
from tests.storage.events.afterwards import DAY_AFTER, was_there, write
from tests.storage.events.sample import publish, register
from tests.storage.membership.association import put


async def answered(books: Database, cvetka: Phone, *stars: int, text: str | None = None) -> Event:
    """Let as many people have answered."""
    event = await publish(books)
    people = [(await put(books, 500 + number)).id for number in range(len(stars))]
    for person in people:
        await register(books, event, person)
    await was_there(books, event, *people, by=await person_id(cvetka))
    for person, given in zip(people, stars, strict=True):
        await books.transact(survey.rate, event.id, person, given, DAY_AFTER)
        if text is not None:
            await write(books, event, person, text)
    cvetka.now = DAY_AFTER
    return event


async def test_one_message_asks_and_one_tap_answers(association: Database, ana: Phone, cvetka: Phone) -> None:
    event = await gone_by(association, ana, cvetka)
    ana.now = DAY_AFTER
    push = PUSHES[survey.KIND]
    facts = await association.read(push.load, await person_id(ana), {"event": event.id}, DAY_AFTER)
    screen = push.show(facts, TEXTS.say("sl"), DAY_AFTER)
    assert "Kako ste zadovoljni z dogodkom »Delavnica: Lokalna zbirka na spletu«?" in screen.text  # type: ignore[union-attr]
    assert [key.label for row in screen.keys for key in row] == ["1 ★", "2 ★", "3 ★", "4 ★", "5 ★"]  # type: ignore[union-attr]
    assert buttons.Rate.sealed
    assert "ocena je zabeležena" in await ana.forges(buttons.Rate(event.id, 4).pack())
    assert TEXTS.say("sl")("survey-once") == await ana.forges(buttons.Rate(event.id, 1).pack())
    assert await association.read(push.load, await person_id(ana), {"event": event.id}, DAY_AFTER) is None


async def test_what_is_written_is_shown_before_it_goes_and_goes_once(
    association: Database, ana: Phone, cvetka: Phone
) -> None:
    event = await gone_by(association, ana, cvetka)
    ana.now = DAY_AFTER
    await ana.forges(buttons.Rate(event.id, 4).pack())
    assert TEXTS.say("sl")("survey-few") in await ana.taps("Napiši mnenje")
    assert "predolgo: 501 znakov" in await ana.says("x" * 501)
    await ana.says("Prvi osnutek")
    await ana.says("Več <vaj> & manj teorije")
    assert "Več <vaj> & manj teorije" in ana.reads
    assert "Prvi osnutek" not in ana.reads
    send = ana.keys["Pošlji"]
    assert await ana.forges(send) == TEXTS.say("sl")("survey-kept")
    assert await ana.forges(send) == TEXTS.say("sl")("conversation-gone")
    assert await ana.forges(buttons.WriteOpinion(event.id).pack()) == TEXTS.say("sl")("survey-both-once")


async def test_where_many_were_there_nobody_is_warned(association: Database, ana: Phone, cvetka: Phone) -> None:
    event = await publish(association)
    people = [await person_id(ana), *[(await put(association, 500 + number)).id for number in range(4)]]
    for person in people:
        await register(association, event, person)
    await was_there(association, event, *people, by=await person_id(cvetka))
    ana.now = DAY_AFTER
    await ana.forges(buttons.Rate(event.id, 4).pack())
    assert TEXTS.say("sl")("survey-few") not in await ana.taps("Napiši mnenje")


async def test_whoever_was_not_there_cannot_answer(
    association: Database, ana: Phone, bojan: Phone, cvetka: Phone
) -> None:
    event = await gone_by(association, ana, cvetka)
    bojan.now = ana.now = DAY_AFTER
    nothing = TEXTS.say("sl")("survey-not-there")
    for button in (buttons.Rate(event.id, 5), buttons.WriteOpinion(event.id), buttons.Rate(EventId(99), 5)):
        assert await bojan.forges(button.pack()) == nothing
    for stars in (0, 6, -5, 10**9):
        assert await ana.forges(buttons.Rate(event.id, stars).pack()) == nothing
    assert await ana.forges(buttons.WriteOpinion(event.id).pack()) == nothing


async def test_the_office_sees_results_from_three_answers_on(association: Database, cvetka: Phone) -> None:
    few = await answered(association, cvetka, 5, 4, text="=1+1")
    for button in (buttons.SurveyResults(few.id, 0), buttons.SurveyChart(few.id), buttons.SurveySheet(few.id)):
        seen = await cvetka.forges(button.pack())
        assert TEXTS.say("sl")("survey-too-few") in seen
        assert "=1+1" not in seen
        assert "Povprečje" not in seen


async def test_results_are_a_card_a_chart_and_a_spreadsheet(association: Database, cvetka: Phone) -> None:
    event = await answered(association, cvetka, 5, 4, 4, 2, 4, 4, text='=HYPERLINK("https://zlo.si")')
    await cvetka.says("/urad")
    seen = await cvetka.taps("Dogodki", "🏁", "Odziv")
    assert "Odgovori: 6, udeležba: 6" in seen
    assert "Povprečje: <b>3,8</b> od 5" in seen
    assert "5 ★ 1 · 4 ★ 4 · 3 ★ 0 · 2 ★ 1 · 1 ★ 0" in seen.replace("\xa0", " ")
    assert "Stran 1 od 2." in seen
    await cvetka.forges(buttons.SurveyChart(event.id).pack())
    shown = cvetka.bot.shown[-1]
    assert Image.open(io.BytesIO(shown["photo"])).size == (960, 540)
    assert "5 ★ 1 · 4 ★ 4" in shown["plain"].replace("\xa0", " ")
    await cvetka.forges(buttons.SurveySheet(event.id).pack())
    found = sheets(cvetka.bot.shown[-1]["document"])
    assert found["Zvezdice"] == [["Zvezdice", "Odgovori"], ["5", "1"], ["4", "4"], ["3", "0"], ["2", "1"], ["1", "0"]]
    assert found["Mnenja"] == [["Mnenje"], *[['=HYPERLINK("https://zlo.si")']] * 6]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_longest_texts_fit_a_message(association: Database, cvetka: Phone, language: str) -> None:
    event = await answered(association, cvetka, 5, 4, 4, 2, 1, 3, text="&" * 500)
    await cvetka.forges(f"msl:{language}")
    await cvetka.forges(buttons.SurveyResults(event.id, 0).pack())
    assert cvetka.reads.count("&" * 500) == 5
