"""The office writes a call, part by part, at a phone."""

from collections.abc import Mapping
from datetime import date, time, timedelta
from typing import Any

import pytest

from storage.calls import following
from storage.calls.reminding import Pace, Preferences
from storage.calls.rules import Deadline, DeadlineKind, Document, Topic, When
from storage.database import Database
from tests.handlers.announcements.writing import document, owed_to, photo
from tests.handlers.calls.office import (
    adds,
    all_calls,
    begins,
    deadlines_of,
    edits,
    fills,
    follows,
    kept,
    reaches_card,
    writes,
)
from tests.handlers.calls.sample import publish
from tests.handlers.phone import Phone

SUBMISSION = When(date(2027, 3, 31), time(12))


async def test_a_call_is_written_and_published(cvetka: Phone, darja: Phone, bojan: Phone, books: Database) -> None:
    await follows(darja)
    await begins(cvetka)
    assert "Kdo razpisuje?" in await cvetka.says("Bralna značka")
    assert "Razpisuje: Ministrstvo za kulturo" in await cvetka.says("Ministrstvo za kulturo")
    assert "📝 Za dogodke, ki širijo branje." in await cvetka.says("Za dogodke,\nki širijo branje.")
    assert "Katerih tem se tiče?" in await cvetka.says("https://www.gov.si/razpis")
    assert "🏷 Bralna kultura, Vključevanje" in await cvetka.taps("Bralna kultura", "Vključevanje")
    assert "Največ koliko dobi" in await cvetka.taps("Naprej")
    assert "Kateri rok dodate?" in await cvetka.says("250.000 €")
    assert "🗓 Oddaja prijave: sreda, 31.\xa0marca, do 12.00" in await adds(cvetka)
    seen = await cvetka.taps("To so vsi roki")
    assert "👥 Prijavijo se lahko vse knjižnice (2)" in seen
    assert "⚠️" not in seen
    assert "📣 Takoj izve 1 oseba." in await cvetka.taps("Predogled")
    seen = await cvetka.taps("Objava")
    assert "Razpis »Bralna značka« je objavljen.\n📣 Takoj izve 1 oseba." in seen
    (call,) = await all_calls(books)
    said = call.details
    assert (said.title_sl, said.caller, said.summary_sl, said.link) == (
        "Bralna značka", "Ministrstvo za kulturo", "Za dogodke,\nki širijo branje.", "https://www.gov.si/razpis",
    )  # fmt: skip
    assert (said.topics, said.kinds, said.amount) == ((Topic.READING, Topic.INCLUSION), (), 250_000)
    assert await deadlines_of(books) == [(DeadlineKind.SUBMISSION, SUBMISSION)]
    person = await darja.me()
    assert person is not None
    assert [to for kind, to in await owed_to(books) if kind == "call_news"] == [person.id]


async def test_publishing_says_who_reads_of_it_in_a_digest(cvetka: Phone, darja: Phone, books: Database) -> None:
    await follows(darja)
    person = await darja.me()
    assert person is not None
    await books.transact(following.prefer, person.id, Preferences(Pace.WEEKLY))
    await reaches_card(cvetka)
    assert "📰 V dnevnem ali tedenskem pregledu izve 1 oseba." in await cvetka.taps("Predogled")
    assert "Takoj" not in cvetka.sees
    assert "📰 V dnevnem ali tedenskem pregledu izve 1 oseba." in await cvetka.taps("Objava")


async def test_every_part_can_be_changed_by_a_tap_and_left_out_where_it_may_be(
    cvetka: Phone, books: Database
) -> None:  # fmt: skip
    await reaches_card(cvetka)
    await cvetka.taps("Naslov")
    assert "Naslov: <b>Bralna značka 2027</b>" in await cvetka.says("Bralna značka 2027")
    await cvetka.taps("＋ Angleški naslov")
    assert "Angleški naslov: Reading Badge" in await cvetka.says("Reading Badge")
    await cvetka.taps("Razpisovalec")
    assert "Razpisuje: JAK" in await cvetka.says("JAK")
    await cvetka.taps("＋ Povezava")
    assert "To ni spletna povezava: »jak«" in await cvetka.says("jak")
    assert "🔗 https://www.jakrs.si/" in await cvetka.says("https://www.jakrs.si/")
    await cvetka.taps("＋ Povzetek")
    await cvetka.says("Za branje.")
    await cvetka.taps("＋ Angleški povzetek")
    assert "📝 For reading. (angleško)" in await cvetka.says("For reading.")
    await cvetka.taps("Teme", "✓ Bralna kultura", "Drugo")
    assert "🏷 Drugo" in await cvetka.taps("Naprej")
    await cvetka.taps("Kdo se prijavi", "splošna")
    assert "👥 Prijavi se lahko 1 knjižnica: splošna" in await cvetka.taps("Naprej")
    await cvetka.taps("＋ Sofinanciranje")
    assert "💶 do 250.000\xa0EUR, sofinanciranje 80 %" in await cvetka.says("80 %")
    await cvetka.taps("Znesek")
    assert "💶 Sofinanciranje: 80 %" in await cvetka.taps("Izpusti")
    await cvetka.taps("Povzetek")
    assert "📝" not in await cvetka.taps("Izpusti")
    await cvetka.taps("Angleški naslov")
    assert "Reading Badge" not in await cvetka.taps("Izpusti")
    await cvetka.taps("Povezava")
    await cvetka.taps("Izpusti", "Predogled", "Objava")
    (call,) = await all_calls(books)
    said = call.details
    assert (said.title_sl, said.title_en, said.caller, said.link) == ("Bralna značka 2027", None, "JAK", None)
    assert (said.summary_sl, said.summary_en, said.amount, said.cofinancing) == (None, None, None, "80 %")
    assert (said.topics, said.kinds) == ((Topic.OTHER,), ("splošna",))


async def test_what_is_needed_cannot_be_left_out(cvetka: Phone) -> None:
    await reaches_card(cvetka)
    for part in ("Naslov", "Razpisovalec", "Teme", "Kdo se prijavi", "Roki"):
        await cvetka.taps(part)
        assert not {"Izpusti", "Preskoči"} & set(cvetka.keys), part
        await cvetka.taps("Nazaj")


async def test_all_kinds_of_libraries_may_apply_again(cvetka: Phone, books: Database) -> None:
    await reaches_card(cvetka)
    await cvetka.taps("Kdo se prijavi", "splošna", "osrednja", "✓ splošna")
    assert "1 knjižnica: osrednja območna" in cvetka.sees
    await cvetka.taps("Vse")
    assert "vse knjižnice (2)" in await cvetka.taps("Naprej")


@pytest.mark.parametrize(
    ("said", "euros"),
    [("250.000", 250_000), ("250000", 250_000), ("250 000 EUR", 250_000), ("1.250,00 €", 1250), ("40,000", 40_000),
     ("12.500,- evrov", 12_500), ("1.000.000.000", 1_000_000_000)],
)  # fmt: skip
async def test_an_amount_is_read_as_people_write_it(cvetka: Phone, books: Database, said: str, euros: int) -> None:
    await begins(cvetka)
    await cvetka.says("Bralna značka")
    await cvetka.says("Ministrstvo")
    await cvetka.taps("Preskoči", "Preskoči", "Drugo", "Naprej")
    await cvetka.says(said)
    assert (await kept(cvetka)).data["amount"] == euros


@pytest.mark.parametrize("said", ["veliko", "0", "-5", "1.5", "1.000.000.001", "12.34.56", "9" * 40, "٣٠٠"])
async def test_what_is_no_amount_is_said_and_nothing_is_lost(cvetka: Phone, said: str) -> None:
    await begins(cvetka)
    await cvetka.says("Bralna značka")
    await cvetka.says("Ministrstvo")
    await cvetka.taps("Preskoči", "Preskoči", "Drugo", "Naprej")
    before = await kept(cvetka)
    seen = await cvetka.says(said)
    assert "Tega zneska ne razumem" in seen
    assert "Bralna značka" in seen
    assert await kept(cvetka) == before


async def test_documents_are_sent_into_the_chat_and_kept_by_their_numbers(cvetka: Phone, books: Database) -> None:
    await reaches_card(cvetka)
    await cvetka.taps("＋ Dokumenti")
    assert "📎 vabilo.pdf" in await cvetka.sends(**document("prvi"))
    file = {"file_id": "drugi", "file_unique_id": "drugi", "file_name": "obrazec.docx"}
    assert "📎 vabilo.pdf, obrazec.docx" in await cvetka.sends(document=file)
    await cvetka.taps("✖ vabilo.pdf", "Naprej", "Predogled", "Objava")
    (call,) = await all_calls(books)
    assert call.details.documents == (Document("obrazec.docx", "drugi"),)


async def test_documents_sent_together_are_answered_once(cvetka: Phone) -> None:
    await reaches_card(cvetka)
    await cvetka.sends(**document("prvi", media_group_id="skupaj"))
    assert "Dokumenti so shranjeni" in cvetka.sees
    for one in ("drugi", "tretji"):
        assert await cvetka.sends(**document(one, media_group_id="skupaj")) == ""
    assert len((await kept(cvetka)).data["documents"]) == 3


async def test_too_many_documents_are_said(cvetka: Phone) -> None:
    await reaches_card(cvetka)
    for number in range(10):
        await cvetka.sends(**document(f"datoteka-{number}"))
    assert "Dokumentov je lahko največ 10" in await cvetka.sends(**document("enajsta"))
    assert len((await kept(cvetka)).data["documents"]) == 10


@pytest.mark.parametrize("content", [photo(), {"text": "razpis"}, {"location": {"latitude": 46.0, "longitude": 14.5}}])
async def test_what_is_no_document_is_said(cvetka: Phone, content: Mapping[str, Any]) -> None:
    await reaches_card(cvetka)
    await cvetka.taps("＋ Dokumenti")
    assert "pošljite dokument kot datoteko" in await cvetka.sends(**content)


async def test_a_suggestion_is_filled_in_and_what_is_wrong_is_said_at_its_part(cvetka: Phone, books: Database) -> None:
    data = {
        "title_sl": "N" * 250, "link": "ni povezava", "amount": 10**10, "entry": 7,
        "documents": [[f"{number}.pdf", "x"] for number in range(11)],
        "deadlines": [{"kind": "milestone", "day": "2027-04-01"}],
    }  # fmt: skip
    await fills(cvetka, data)
    text = await cvetka.taps("Nadaljuj osnutek")
    told = text.split("\n")
    place = {part: next(number for number, line in enumerate(told) if line.startswith(part)) for part in
             ("Naslov:", "🔗", "💶", "📎", "🗓")}  # fmt: skip
    assert "predolgo: 250 znakov, dovoljenih je 200" in told[place["Naslov:"] + 1]
    assert "To ni spletna povezava." in told[place["🔗"] + 1]
    assert "Znesek ni pravi." in told[place["💶"] + 1]
    assert "Dokumentov je preveč." in told[place["📎"] + 1]
    assert "Eden od rokov" in told[place["🗓"] + 1]
    assert "⚠️ Razpisovalec manjka." in told
    assert "⚠️ Izberite vsaj eno temo." in told
    assert "Predogled" not in cvetka.keys
    await cvetka.taps("Naslov")
    await cvetka.says("Kratek")
    assert (await kept(cvetka)).data["entry"] == 7


async def test_a_draft_that_was_left_goes_on_where_it_was(cvetka: Phone, books: Database) -> None:
    await writes(cvetka)
    await cvetka.says("/preklic")
    await publish(books)
    await cvetka.says("/urad")
    assert "Osnutek čaka: »Bralna značka«" in await cvetka.taps("Razpisi", "še", "Uredi")
    assert "Kateri rok dodate?" in await cvetka.taps("Nadaljuj osnutek")
    await cvetka.says("/urad")
    await cvetka.taps("Razpisi", "še", "Uredi")
    assert "Popravki razpisa" in await cvetka.taps("Začni znova")


async def test_publishing_twice_publishes_once(cvetka: Phone, books: Database) -> None:
    await reaches_card(cvetka)
    await cvetka.taps("Predogled")
    button = cvetka.keys["Objava"]
    await cvetka.forges(button)
    assert "že objavljen ali izbrisan" in await cvetka.forges(button)
    assert len(await all_calls(books)) == 1


async def test_the_preview_is_in_one_language_at_a_time(cvetka: Phone) -> None:
    await reaches_card(cvetka)
    await cvetka.taps("＋ Angleški naslov")
    await cvetka.says("Reading Badge")
    assert "<b>Bralna značka</b>" in await cvetka.taps("Predogled")
    seen = await cvetka.taps("V angleščini")
    assert "<b>Reading Badge</b>" in seen
    assert "Wednesday, 31\xa0March" in seen


async def test_the_draft_of_somebody_else_is_not_published(cvetka: Phone, emil: Phone, books: Database) -> None:
    await reaches_card(cvetka)
    await cvetka.taps("Predogled")
    assert "Tega vaša vloga ne omogoča." in await emil.forges(cvetka.keys["Objava"])
    assert await all_calls(books) == []


async def test_an_old_preview_publishes_nothing(cvetka: Phone, books: Database) -> None:
    await reaches_card(cvetka)
    await cvetka.taps("Predogled")
    button = cvetka.keys["Objava"]
    await cvetka.taps("Nazaj", "Naslov")
    await cvetka.says("Drugače")
    assert "Ta gumb ne velja več." in await cvetka.forges(button)
    assert "Drugače" in cvetka.sees
    assert await all_calls(books) == []


async def test_the_longest_call_still_fits_a_message(cvetka: Phone, books: Database) -> None:
    word = "širokoustnež "
    deadlines = [
        Deadline(DeadlineKind.STAGE, When(date(2027, 5, 1) + timedelta(days=number), None, True, (word * 23)[:300]),
                 (word * 10)[:120])
        for number in range(20)
    ]  # fmt: skip
    documents = tuple(Document(f"{number} {word * 9}.pdf"[:120], "x") for number in range(10))
    await publish(
        books, *deadlines, title_sl=(word * 20)[:200], title_en=(word * 20)[:200], caller=(word * 20)[:200],
        summary_sl=(word * 150)[:1500], summary_en=(word * 150)[:1500], link=f"https://a.si/{'x' * 480}",
        topics=tuple(Topic), kinds=("splošna", "osrednja območna"), amount=10**9, cofinancing=(word * 30)[:300],
        documents=documents,
    )  # fmt: skip
    await edits(cvetka, "")
    for part in ("Teme", "Dokumenti", "Kdo se"):
        await cvetka.taps(part, "Naprej")
    await cvetka.taps("Roki", "1. 5.", "Naprej", "To so vsi roki", "Predogled")
    assert "Objava" in cvetka.keys
