"""Members find calls and read them: lists, cards, files."""

import dataclasses
from datetime import date, time, timedelta

from sqlalchemy import update

from storage.calls import following
from storage.calls.rules import Deadline, DeadlineKind, Document, Topic, When
from storage.database import Database, Tx
from storage.people import people
from tests.handlers.calls.sample import SUBMISSION, amend, publish
from tests.handlers.phone import NOW, Phone
from tests.storage.membership.association import KRSKO

CARD = """<b>Digitalni zakladi 2027</b>
Ministrstvo za kulturo
⏳ še 18 dni · Vprašanja: petek, 19.\u00a0marca, do konca dneva
🗓 Oddaja prijave: sreda, 31.\u00a0marca, do 14.00
💶 do 40.000\u00a0EUR, sofinanciranje 80 %
🏛 Odločitev: <b>je še ni</b>"""

ENGLISH = """<b>Digital Treasures 2027</b>
Ministrstvo za kulturo
⏳ 18 days left · Questions: Friday, 19\u00a0March, by the end of the day
🗓 Submission: Wednesday, 31\u00a0March, by 14:00
💶 up to 40,000\u00a0EUR, co-financing 80 %
🏛 Decision: <b>none yet</b>"""


def speak_english(tx: Tx, telegram_id: int) -> None:
    """Let a person choose English."""
    tx.execute(update(people).where(people.c.telegram_id == telegram_id).values(language="en"))


async def test_from_the_home_card_to_a_call_and_back(association: Database, ana: Phone) -> None:
    await ana.says("/start")
    await ana.taps("Razpisi")
    assert "Trenutno ni odprtih razpisov." in ana.sees
    await publish(association)
    assert "1 odprt razpis." in await ana.says("/razpisi")
    assert next(iter(ana.keys)) == "še 18 dni · Digitalni zakladi 2027"
    assert await ana.taps("še 18 dni") == CARD
    assert list(ana.keys) == ["Predlog", "Roki", "Več", "Dokumenti (2)", "Povezava", "Partnerji", "Spremljaj", "Nazaj"]
    assert "Za digitalizacijo lokalnih zbirk." in await ana.taps("Več")
    assert "🏷 Digitalizacija, Dediščina" in ana.sees
    assert await ana.taps("Nazaj") == CARD
    assert "1 odprt razpis." in await ana.taps("Nazaj")
    assert "Pozdravljeni" in await ana.taps("Nazaj")


async def test_in_english(association: Database, ana: Phone) -> None:
    await association.transact(speak_english, 1)
    call = await publish(association)
    assert await ana.says(f"/start r_{call.id}") == ENGLISH
    assert "To digitise local collections." in await ana.taps("More")


async def test_the_deadline_that_comes_next_leads_the_list(association: Database, ana: Phone) -> None:
    two_stages = (
        Deadline(DeadlineKind.STAGE, When(date(2027, 3, 4))), Deadline(DeadlineKind.SUBMISSION, When(date(2027, 9, 1)))
    )  # fmt: skip
    await publish(association, title_sl="Kmalu")
    await publish(association, *two_stages, title_sl="Dve fazi")
    await publish(association, dataclasses.replace(SUBMISSION, when=When(date(2027, 3, 1), time(12))), title_sl="Danes")
    await publish(association, dataclasses.replace(SUBMISSION, when=When(date(2027, 3, 2))), title_sl="Jutri")
    await ana.says("/razpisi")
    assert list(ana.keys)[2:6] == ["danes · Danes", "jutri · Jutri", "še 3 dni · Dve fazi", "še 18 dni · Kmalu"]
    ana.now = NOW + timedelta(days=4)
    await ana.says("/razpisi")
    assert list(ana.keys)[:2] == ["še 14 dni · Kmalu", "še 180 dni · Dve fazi"]


async def test_lists_by_topic_and_past_ones(association: Database, ana: Phone) -> None:
    await publish(association, title_sl="Stavba", topics=(Topic.SPACES,))
    await publish(association, Deadline(DeadlineKind.SUBMISSION, When(date(2027, 2, 1))), title_sl="Star")
    for number in range(6):
        await publish(association, title_sl=f"Digitalno {number}")
    await ana.says("/razpisi")
    assert "7 odprtih razpisov." in ana.sees
    assert "Stran 1 od 2." in ana.sees
    assert "Stran 2 od 2." in await ana.taps("Naprej")
    await ana.taps("Po temah")
    assert "<b>Razpisi: Prostor in oprema</b>" in await ana.taps("Prostor in oprema")
    assert "še 18 dni · Stavba" in ana.keys
    await ana.taps("Nazaj", "Nazaj")
    assert "Pretekli razpisi" in await ana.taps("Pretekli")
    assert "🏁 Rok je potekel." in await ana.taps("Star")
    assert "Spremljaj" not in ana.keys


async def test_what_is_new_to_whoever_follows_is_marked(association: Database, ana: Phone) -> None:
    await ana.says("/razpisi")
    await ana.taps("Spremljaj vse")
    await publish(association)
    assert "📣 1 nov razpis" in await ana.says("/start")
    await ana.says("/razpisi")
    await ana.taps("● še 18 dni")
    await ana.says("/razpisi")
    assert "še 18 dni · Digitalni zakladi 2027" in ana.keys
    assert "nov razpis" not in await ana.says("/start")


async def test_many_deadlines_are_behind_a_button(association: Database, ana: Phone) -> None:
    every = [Deadline(DeadlineKind.STAGE, When(date(2027, 3, day)), label=f"Faza {day}") for day in range(10, 18)]
    call = await publish(association, *every)
    assert "in še 7 rokov" in await ana.says(f"/start r_{call.id}")
    assert len(ana.reads.splitlines()) <= 8
    assert ana.sees.count("Faza") == 1
    assert (await ana.taps("Roki")).count("Faza") == 6
    assert "Faza 17" in await ana.taps("Naprej")
    ana.now = NOW + timedelta(days=15)
    assert "🗓 Faza 17" in await ana.taps("Prej")
    assert "🏁 Faza 10: sreda, 10.\u00a0marca" in ana.sees


async def test_provisional_words_and_information_days_are_said_to_be_so(association: Database, ana: Phone) -> None:
    call = await publish(
        association,
        Deadline(DeadlineKind.INFORMATION, When(date(2027, 3, 9), time(10))),
        Deadline(DeadlineKind.QUESTIONS, When(date(2027, 3, 11), words="osmi dan po objavi")),
        Deadline(DeadlineKind.SUBMISSION, When(date(2028, 1, 5), provisional=True)),
    )
    await ana.says(f"/start r_{call.id}")
    seen = await ana.taps("Roki")
    assert "Informativni dan: torek, 9.\u00a0marca, ob 10.00" in seen
    assert "Vprašanja: »osmi dan po objavi«; za opomnike velja datum, ki ga je določila strokovna služba" in seen
    assert "(četrtek, 11.\u00a0marca)" in seen
    assert "Oddaja prijave: sreda, 5.\u00a0januarja 2028, do konca dneva (predvidoma)" in seen


async def test_a_deadline_that_has_moved_says_when_it_was(association: Database, ana: Phone, cvetka: Phone) -> None:
    call = await publish(association)
    questions, submission = call.deadlines
    later = dataclasses.replace(submission, when=When(date(2027, 4, 7), time(14)))
    call = await amend(association, call, cvetka, questions, later)
    seen = await ana.says(f"/start r_{call.id}")
    assert "Oddaja prijave: sreda, 7.\u00a0aprila, do 14.00; prej sreda, 31.\u00a0marca" in seen
    call = await amend(association, call, cvetka, questions, later, amount=50_000)
    assert "; prej sreda, 31.\u00a0marca" in await ana.says(f"/start r_{call.id}")


async def test_documents_come_as_they_were_sent(association: Database, ana: Phone) -> None:
    call = await publish(association)
    await ana.says(f"/start r_{call.id}")
    assert await ana.taps("Dokumenti") == CARD
    album, _ = ana.bot.shown
    assert [one["media"] for one in album["media"]] == ["file-1", "file-2"]
    other = await publish(association, documents=(Document("razpis.pdf", "file-1"),))
    await ana.says(f"/start r_{other.id}")
    await ana.taps("Dokumenti (1)")
    assert ana.bot.shown[0]["document"] == "file-1"
    ana.bot.refuses.add("sendDocument")
    await ana.taps("Dokumenti (1)")
    assert ana.bot.shown[0]["plain"].startswith("Datotek tega razpisa")


async def test_whoever_may_not_apply_is_told_so(association: Database, ana: Phone) -> None:
    call = await publish(association, kinds=(KRSKO.kind,))
    assert "🏛 Vaša knjižnica se na ta razpis ne more prijaviti." in await ana.says(f"/start r_{call.id}")
    assert "👥 Prijavijo se lahko: splošna" in ana.sees


async def test_who_may_apply_is_said_in_the_readers_language(association: Database, ana: Phone) -> None:
    call = await publish(association, kinds=(KRSKO.kind,))
    await association.transact(speak_english, ana.telegram_id)
    assert "👥 Who may apply: public library" in await ana.says(f"/start r_{call.id}")


async def test_a_link_to_nothing_says_so(ana: Phone) -> None:
    for link in ("r_1", "r_", "r_x", "r_" + "9" * 40):
        assert (await ana.says(f"/start {link}")).startswith("Tega razpisa ni.")
    for tag in (
        "rc:5",
        "ra:5",
        "rd:5",
        "re:5:0",
        "ren:5:1",
        "rk:5:0",
        "ri:5",
        "rid:5:applying",
        "rm:5:1",
        "rs:5",
        "rq:5:1",
    ):
        assert (await ana.forges(tag)).startswith("Tega razpisa ni."), tag


async def test_what_was_typed_is_not_taken_for_markup(association: Database, ana: Phone) -> None:
    call = await publish(association, title_sl="A <b> & B", caller="<i>", summary_sl="1 < 2", cofinancing="<5 %")
    assert "<b>A &lt;b&gt; &amp; B</b>\n&lt;i&gt;" in await ana.says(f"/start r_{call.id}")
    assert "1 &lt; 2" in await ana.taps("Več")


async def test_the_office_reads_too(association: Database, cvetka: Phone) -> None:
    call = await publish(association)
    assert "🏛" not in await cvetka.says(f"/start r_{call.id}")
    assert list(cvetka.keys) == ["Roki", "Več", "Dokumenti (2)", "Povezava", "Partnerji", "Spremljaj", "Nazaj"]
    await cvetka.taps("Roki", "še 18 dni")
    assert list(cvetka.keys) == ["V koledar", "Nazaj"]
    await cvetka.says("/calls")
    assert "Naši" not in cvetka.keys


async def test_nobody_who_has_never_chosen_is_told_of_a_call(association: Database, ana: Phone) -> None:
    who = await ana.me()
    assert who is not None
    await ana.says("/razpisi")
    call = await publish(association)
    assert await association.read(following.follows, who.id) == set()
    assert "nov razpis" not in await ana.says("/start")
    assert call.version == 1
