"""After an event: the office confirms who was there, they get a certificate, anybody sees that it is genuine."""

import dataclasses
import io
from datetime import timedelta
from typing import Any

import pypdfium2
import pytest
from sqlalchemy import Connection, select

from handlers.events.afterwards import buttons
from handlers.events.afterwards.push import PUSHES
from storage.database import Database
from storage.events import attendance, by_hand
from storage.events.after_tables import certificates
from storage.events.by_hand import Guest
from storage.events.rules import Event, EventId, RegistrationId
from storage.membership import leaving
from storage.people import PersonId
from tests.handlers.events.test_member import person_id, speak_english
from tests.handlers.phone import TEXTS, Phone
from tests.storage.events.afterwards import OVER, certificate, was_there
from tests.storage.events.sample import NOW, publish, register


def code_of(tx: Connection, number: int) -> str:
    """Read the code of a certificate."""
    return str(tx.execute(select(certificates.c.code).where(certificates.c.id == number)).scalar_one())


def pages(pdf: bytes) -> list[str]:
    """Read the text of a PDF as another program does, page by page."""
    document = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_bounded().replace("\r\n", "\n").replace("\xa0", " ") for page in document]


async def gone_by(books: Database, ana: Phone, cvetka: Phone, **changes: Any) -> Event:
    """Let Ana have been at the workshop."""
    event = await publish(books, **changes)
    person = await person_id(ana)
    await register(books, event, person)
    await was_there(books, event, person, by=await person_id(cvetka))
    ana.now = cvetka.now = OVER
    return event


async def test_the_office_confirms_who_was_there(
    association: Database, ana: Phone, bojan: Phone, cvetka: Phone, workshop: Event
) -> None:
    for phone in (ana, bojan):
        await register(association, workshop, await person_id(phone))
    await cvetka.says("/urad")
    await cvetka.taps("Dogodki", "12. 5.")
    assert "Udeležba" not in cvetka.keys
    cvetka.now = OVER
    await cvetka.says("/urad")
    assert "Označeni: <b>0</b> od 2" in await cvetka.taps("Dogodki", "🏁", "Udeležba")
    await cvetka.taps("Seznam", "Mestna", "Ana")
    assert "✓ Ana" in cvetka.keys
    await cvetka.taps("Nazaj", "Nazaj")
    assert "Označeni: <b>1</b> od 2" in cvetka.sees
    assert "da je bila na dogodku 1 oseba?" in await cvetka.taps("Potrdi označene")
    assert "Udeležba: <b>1</b> od 2" in await cvetka.taps("Potrdi označene")
    assert "Potrdi vse" not in cvetka.keys
    facts = await association.read(PUSHES[attendance.KIND].load, await person_id(ana), {"event": workshop.id}, OVER)
    screen = PUSHES[attendance.KIND].show(facts, TEXTS.say("sl"), OVER)
    assert "Vaša udeležba je potrjena" in screen.text  # type: ignore[union-attr]
    nothing = await association.read(PUSHES[attendance.KIND].load, await person_id(bojan), {"event": workshop.id}, OVER)
    assert nothing is None


async def test_before_the_end_nobody_is_confirmed(association: Database, cvetka: Phone, workshop: Event) -> None:
    for sure in (0, 1):
        seen = await cvetka.forges(buttons.ConfirmAttendance(workshop.id, 1, sure).pack())
        assert TEXTS.say("sl")("attendance-not-over") in seen
    assert "Potrdi vse" not in cvetka.keys


async def test_the_first_time_the_name_is_asked_for_and_then_the_certificate_comes(
    association: Database, ana: Phone, cvetka: Phone
) -> None:
    event = await gone_by(association, ana, cvetka, hours=5)
    await ana.says(f"/start e_{event.id}")
    asked = await ana.taps("Potrdilo")
    assert TEXTS.say("sl")("certificate-name-kept") in asked
    assert TEXTS.say("sl")("certificate-misread") in await ana.says("Ana")
    assert "Na potrdilu bo pisalo: <b>Ana Črt Žnidaršič</b>" in await ana.says("Ana  Črt Žnidaršič")
    assert "Št. 1/2027, Ana Črt Žnidaršič" in await ana.taps("Pripravi potrdilo")
    [text] = pages(ana.bot.shown[-1]["document"])
    for said in (
        "Združenje splošnih knjižnic", "Potrdilo o udeležbi", "Ana Črt Žnidaršič", "Mestna knjižnica Kranj",
        "Delavnica: Lokalna zbirka na spletu", "sreda, 12. maj 2027", "Maribor", "5 ur", "Št. 1/2027",
    ):  # fmt: skip
        assert said in text
    assert ana.bot.shown[-1]["filename"] == "potrdilo-1.pdf"
    await ana.forges(buttons.MyCertificate(event.id).pack())
    assert "Št. 1/2027" in pages(ana.bot.shown[-1]["document"])[0]


async def test_the_office_gets_the_certificates_of_guests(
    association: Database, ana: Phone, cvetka: Phone, workshop: Event
) -> None:
    by = await person_id(cvetka)
    await register(association, workshop, await person_id(ana))
    for name in ("dr. Marko Zupan", "Janez", "<b>ni prišel</b>"):
        await association.transact(by_hand.enter, workshop.id, Guest(name), by, NOW)
    cvetka.now = OVER
    await cvetka.forges(buttons.Guests(workshop.id, 0).pack())
    assert TEXTS.say("sl")("certificate-no-guests") in cvetka.sees
    for number in (1, 2, 3):
        await association.transact(attendance.mark, RegistrationId(number), by, OVER, came=True)
    await association.transact(attendance.confirm, workshop.id, by, OVER, everybody=False)
    await cvetka.forges(buttons.Attendance(workshop.id).pack())
    await cvetka.taps("Potrdila gostov")
    assert list(cvetka.keys) == ["dr. Marko Zupan", "Janez", "Nazaj"]
    asked = await cvetka.taps("dr. Marko Zupan")
    assert "Na potrdilu bo pisalo: <b>dr. Marko Zupan</b>" in asked
    assert "Št. 1/2027, dr. Marko Zupan" in await cvetka.taps("Pripravi potrdilo")
    [text] = pages(cvetka.bot.shown[-1]["document"])
    assert "dr. Marko Zupan" in text
    assert TEXTS.say("sl").label("office-of-association") not in text
    await cvetka.taps("Nazaj")
    assert TEXTS.say("sl")("certificate-name-kept") not in await cvetka.taps("Janez")
    await cvetka.says("Janez Novak")
    assert "Št. 2/2027, Janez Novak" in await cvetka.taps("Pripravi potrdilo")
    await cvetka.taps("Popravi ime")
    await cvetka.says("Janez Nowak")
    assert "Št. 2/2027, Janez Nowak" in await cvetka.taps("Pripravi potrdilo")
    code = await association.read(code_of, 2)
    assert "Na ime: J. N." in await Phone(association, 77, "Žan").says(f"/start c_{code}")


async def test_a_guest_of_whom_it_is_not_confirmed_and_a_member_have_no_certificate_from_the_office(
    association: Database, ana: Phone, cvetka: Phone, workshop: Event
) -> None:
    by = await person_id(cvetka)
    await register(association, workshop, await person_id(ana))
    await association.transact(by_hand.enter, workshop.id, Guest("Marko Zupan"), by, NOW)
    await association.transact(attendance.mark, RegistrationId(1), by, OVER, came=True)
    await association.transact(attendance.confirm, workshop.id, by, OVER, everybody=False)
    for number in (1, 2, 99):
        seen = await cvetka.forges(buttons.GuestCertificate(RegistrationId(number), 0).pack())
        assert seen == TEXTS.say("sl")("event-gone")


async def test_the_longest_words_stay_above_the_foot_of_a_certificate(
    association: Database, ana: Phone, cvetka: Phone
) -> None:
    event = await gone_by(
        association, ana, cvetka, title_sl="Dolg naslov " * 10, place="Dvorana v hiši " * 13, hours=87
    )
    await certificate(association, event, await person_id(ana), "Maksimiljana Žnidaršič " * 3 + "Novak")
    await ana.forges(buttons.MyCertificate(event.id).pack())
    [page] = pypdfium2.PdfDocument(ana.bot.shown[-1]["document"])
    text = page.get_textpage()
    (hours, _), (number, _) = (text.search(words).get_next() for words in ("87", "1/2027"))
    assert text.get_charbox(hours)[1] > text.get_charbox(number)[3] + 20


async def test_a_name_that_was_mistyped_is_put_right_on_the_same_number(
    association: Database, ana: Phone, cvetka: Phone
) -> None:
    event = await gone_by(association, ana, cvetka)
    await certificate(association, event, await person_id(ana), "Ana Novka")
    await ana.forges(buttons.MyCertificate(event.id).pack())
    await ana.taps("Popravi ime")
    await ana.says("Ana Novak")
    assert "Št. 1/2027, Ana Novak" in await ana.taps("Pripravi potrdilo")


async def test_the_certificate_in_english(association: Database, ana: Phone, cvetka: Phone) -> None:
    event = await gone_by(association, ana, cvetka, hours=1)
    await association.transact(speak_english, 1)
    await certificate(association, event, await person_id(ana), "Ana Novak")
    await ana.forges(buttons.MyCertificate(event.id).pack())
    [text] = pages(ana.bot.shown[-1]["document"])
    assert "Certificate of Attendance" in text
    assert "Workshop: Local collections online" in text
    assert "1 hour" in text


@pytest.mark.parametrize("web", [None, "https://glasnik.example.org"])
async def test_the_certificate_says_where_it_is_checked(
    association: Database, ana: Phone, cvetka: Phone, web: str | None
) -> None:
    ana.reach = dataclasses.replace(ana.reach, web=web)
    event = await gone_by(association, ana, cvetka)
    await certificate(association, event, await person_id(ana), "Ana Novak")
    await ana.forges(buttons.MyCertificate(event.id).pack())
    [text] = pages(ana.bot.shown[-1]["document"])
    assert ("https://glasnik.example.org/c/K7Q2-M9XD-4TRP" in text) == (web is not None)
    assert "K7Q2-M9XD-4TRP" in text


async def test_anybody_sees_in_chat_that_a_certificate_is_genuine_and_no_more_than_initials(
    association: Database, ana: Phone, cvetka: Phone
) -> None:
    event = await gone_by(association, ana, cvetka)
    await certificate(association, event, await person_id(ana), "Ana Novak")
    stranger = Phone(association, 77, "Žan")
    seen = await stranger.says("/start c_K7Q2M9XD4TRP")
    assert seen.startswith("✅ <b>Potrdilo je pristno</b>\nŠt. 1/2027\nDelavnica: Lokalna zbirka na spletu")
    assert "Na ime: A. N." in seen
    assert "Novak" not in seen
    assert "Kranj" not in seen
    for code in ("", "K7Q2M9XD4TRR", "x" * 60, "<b>"):
        assert await stranger.says(f"/start c_{code}") == TEXTS.say("sl")("certificate-not-genuine")


async def test_whoever_was_not_there_gets_none(association: Database, ana: Phone, bojan: Phone, cvetka: Phone) -> None:
    event = await gone_by(association, ana, cvetka)
    for button in (buttons.MyCertificate(event.id), buttons.NameCertificate(event.id)):
        assert await bojan.forges(button.pack()) == TEXTS.say("sl")("certificate-not-there")
    assert await bojan.forges(buttons.MyCertificate(EventId(99)).pack()) == TEXTS.say("sl")("certificate-not-there")
    await bojan.says(f"/start e_{event.id}")
    assert "Potrdilo" not in bojan.keys


async def test_the_button_of_somebody_elses_conversation_makes_nothing(
    association: Database, ana: Phone, bojan: Phone, cvetka: Phone
) -> None:
    event = await gone_by(association, ana, cvetka)
    await ana.forges(buttons.MyCertificate(event.id).pack())
    await ana.says("Ana Novak")
    make = ana.keys["Pripravi potrdilo"]
    assert await bojan.forges(make) == TEXTS.say("sl")("not-allowed")
    assert "Št. 1/2027" in await ana.forges(make)
    assert await ana.forges(make) == TEXTS.say("sl")("conversation-gone")


async def test_ones_own_record_in_chat_and_as_pdf(association: Database, ana: Phone, cvetka: Phone) -> None:
    await ana.says("/nastavitve")
    assert "Tu bodo dogodki" in await ana.taps("Moja udeležba")
    await gone_by(association, ana, cvetka, hours=5)
    event = await gone_by(association, ana, cvetka, title_sl="Okrogla miza o bralni kulturi", hours=3)
    await certificate(association, event, await person_id(ana), "Ana Novak")
    await ana.says("/nastavitve")
    assert "Udeležba na 2 dogodkih.\nSkupaj 8 ur." in await ana.taps("Moja udeležba")
    await ana.taps("PDF")
    [text] = pages(ana.bot.shown[-1]["document"])
    for said in (
        "Evidenca udeležbe", "Ana Novak, Mestna knjižnica Kranj", "12. 5. 2027", "Okrogla miza o bralni kulturi",
        "Št. 1/2027",
        "Udeležba na 2 dogodkih. Skupaj 8 ur.",
    ):  # fmt: skip
        assert said in text


async def test_a_long_record_has_several_pages(association: Database, ana: Phone, cvetka: Phone) -> None:
    for number in range(45):
        await gone_by(association, ana, cvetka, title_sl=f"Delavnica o strežbi št. {number}")
    await ana.forges(buttons.RecordPaper().pack())
    found = pages(ana.bot.shown[-1]["document"])
    assert len(found) > 1
    assert all(f"št. {number}" in "".join(found) for number in range(45))


async def test_whoever_is_erased_takes_the_name_along(association: Database, ana: Phone, cvetka: Phone) -> None:
    event = await gone_by(association, ana, cvetka)
    person = await person_id(ana)
    await certificate(association, event, person, "Ana Novak")
    await association.transact(leaving.forget, PersonId(person), OVER + timedelta(days=1))
    seen = await Phone(association, 77, "Žan").says("/start c_K7Q2M9XD4TRP")
    assert "Potrdilo je pristno" in seen
    assert "Ime je na željo osebe izbrisano." in seen


async def test_ones_own_data_hold_the_certificate(association: Database, ana: Phone, cvetka: Phone) -> None:
    event = await gone_by(association, ana, cvetka)
    await certificate(association, event, await person_id(ana), "Ana Novak")
    await ana.says("/nastavitve")
    await ana.taps("Moji podatki")
    assert b"Ana Novak" in io.BytesIO(ana.bot.shown[-1]["document"]).read()
