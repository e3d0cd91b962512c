"""The office writes a call: at a phone, part by part, new or published already."""

from collections.abc import Mapping
from datetime import date, time, timedelta
from typing import Any

import pytest

from handlers.calls.compose.guide import FILLED
from storage import drafts
from storage.calls import drafting, following, intents
from storage.calls.reminding import Pace, Preferences
from storage.calls.rules import Deadline, DeadlineKind, Document, Intent, State, Topic, When
from storage.database import Database
from storage.drafts import Draft
from tests.handlers.announcements.writing import document, owed_to, photo
from tests.handlers.calls.office import adds, all_calls, begins, reaches_card, writes
from tests.handlers.calls.sample import publish
from tests.handlers.phone import Phone
from tests.handlers.world import draft_of

SUBMISSION = When(date(2027, 3, 31), time(12))


async def follows(phone: Phone, *topics: Topic) -> None:
    """Let somebody follow topics."""
    person = await phone.me()
    assert person is not None
    for topic in topics or (Topic.READING,):
        await phone.db.transact(following.follow, person.id, topic, on=True)


async def applies(phone: Phone, call_id: Any, intent: Intent = Intent.APPLYING) -> None:
    """Let somebody's library declare an intent."""
    person = await phone.me()
    assert person is not None
    await phone.db.transact(intents.declare, call_id, person, intent, phone.now)


async def kept(phone: Phone) -> Draft:
    """The call that somebody is writing."""
    return await draft_of(phone, drafting.FEATURE)


async def deadlines_of(books: Database) -> list[tuple[DeadlineKind, When]]:
    """The deadlines of the only call."""
    (call,) = await all_calls(books)
    return [(one.kind, one.when) for one in call.deadlines]


async def edits(phone: Phone, title: str = "Digitalni") -> str:
    """Open the card of a published call to change it."""
    await phone.says("/urad")
    label = next(key for key in await opened(phone) if title in key)
    await phone.taps(label)
    return await phone.taps("Uredi")


async def opened(phone: Phone) -> list[str]:
    """Open the list of calls; return what is on its buttons."""
    await phone.taps("Razpisi")
    return list(phone.keys)


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


# Deadlines


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


# What comes filled in


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


async def fills(phone: Phone, data: Mapping[str, Any]) -> None:
    """Let a call be filled in, and leave it; then open what waits."""
    person = await phone.me()
    assert person is not None
    await phone.db.transact(drafts.start, person.id, phone.telegram_id, drafting.FEATURE, FILLED, data, phone.now)
    await begins(phone)


# A published call


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
