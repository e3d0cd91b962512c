"""The office looks after a call: figures, a deadline that moves, reminding, closing, who is missing, spreadsheet."""

from datetime import date, time, timedelta

import pytest
from sqlalchemy import update

from storage import due, outbox
from storage.books import Feature
from storage.calls import feature, following, intents, reading
from storage.calls.partner_rules import Part, Side, Words
from storage.calls.rules import Call, Deadline, DeadlineKind, Intent, State, Topic, When
from storage.database import Database
from storage.news import TOGETHER
from tests.handlers.announcements.writing import begins as begins_announcement
from tests.handlers.announcements.writing import owed_to
from tests.handlers.calls.office import all_calls
from tests.handlers.calls.sample import SUBMISSION, publish
from tests.handlers.phone import NOW, Phone
from tests.handlers.spreadsheet import sheets
from tests.storage.calls.partners.sample import found
from tests.storage.calls.partners.sample import say as offers

CALLS: Feature = feature.FEATURE


async def follows(phone: Phone) -> None:
    """Let somebody follow the topic of the call."""
    person = await phone.me()
    assert person is not None
    await phone.db.transact(following.follow, person.id, Topic.DIGITAL, on=True)


async def declares(phone: Phone, call: Call, intent: Intent = Intent.APPLYING) -> None:
    """Let somebody's library declare an intent."""
    person = await phone.me()
    assert person is not None
    await phone.db.transact(intents.declare, call.id, person, intent, phone.now)


async def reads(phone: Phone, call: Call) -> None:
    """Let somebody open the call."""
    person = await phone.me()
    assert person is not None
    await phone.db.transact(reading.open_card, call.id, person, phone.now)


async def opens(phone: Phone, title: str = "Digitalni") -> str:
    """Open the call's card for the office."""
    await phone.says("/urad")
    await phone.taps("Razpisi")
    return await phone.taps(next(key for key in phone.keys if title in key))


async def sent(books: Database) -> None:
    """Let all that is owed have gone."""
    gone = {"state": outbox.State.SENT, "not_before": None, "settled_at": NOW}
    await books.transact(lambda tx: tx.execute(update(outbox.outbox).values(gone)).rowcount)


async def time_passes(phone: Phone) -> None:
    """Let the ten minutes pass after which a change is told."""
    await phone.db.transact(due.fire, CALLS.on_due, phone.now + TOGETHER)


async def test_the_card_shows_who_follows_knows_reads_and_intends(
    cvetka: Phone, darja: Phone, bojan: Phone, ana: Phone, books: Database
) -> None:
    await follows(darja)
    await follows(ana)
    call = await publish(books)
    await reads(darja, call)
    await declares(darja, call)
    seen = await opens(cvetka)
    assert "👥 Spremlja 2 · zanj ve 2 · odprlo 1" in seen
    assert "🏛 Knjižnice: prijava v pripravi 1, neodločeno 1" in seen
    assert "• Mestna knjižnica Kranj: prijava v pripravi (1. 3.)" in await cvetka.taps("Knjižnice")
    seen = await cvetka.taps("Neodločeno (1)")
    assert "Neodločeno: 1 knjižnica." in seen
    assert "• Valvasorjeva knjižnica Krško: zanj ne ve nihče" in seen
    assert "Mestna knjižnica Kranj: zanj ve 2, odprlo 1" in await cvetka.taps("Prijava v pripravi (1)")
    seen = await cvetka.taps("Spremljanje (1)")
    assert "Spremljanje: 1 knjižnica." in seen
    assert "• Mestna knjižnica Kranj: spremlja 2, odprlo 1" in seen


async def test_libraries_that_may_not_apply_are_not_undecided(cvetka: Phone, books: Database) -> None:
    await publish(books, kinds=("splošna",))
    assert "neodločeno 1" in await opens(cvetka)
    await cvetka.taps("Knjižnice")
    assert "Opredelila se še ni nobena knjižnica." in cvetka.sees
    assert "Kranj" not in await cvetka.taps("Neodločeno (1)")


async def test_who_has_not_opened_the_call_is_listed(
    cvetka: Phone, darja: Phone, bojan: Phone, books: Database
) -> None:  # fmt: skip
    for phone in (darja, bojan):
        await follows(phone)
    call = await publish(books)
    await reads(darja, call)
    await opens(cvetka)
    seen = await cvetka.taps("Kdo ni odprl")
    assert "V 1 knjižnici razpisa ni odprl še nihče." in seen
    assert "• Valvasorjeva knjižnica Krško: zanj ve 1, odprlo 0" in seen
    await reads(bojan, call)
    await opens(cvetka)
    assert "Kdo ni odprl" not in cvetka.keys


async def test_a_deadline_is_extended_and_who_has_not_seen_it_is_known(
    cvetka: Phone, darja: Phone, bojan: Phone, books: Database
) -> None:
    for phone in (darja, bojan):
        await follows(phone)
    call = await publish(books)
    await sent(books)
    await declares(darja, call)
    await opens(cvetka)
    assert "Kateri rok se premakne?" in await cvetka.taps("Rok")
    assert "Na kateri dan se premakne?" in await cvetka.taps("31. 3.")
    assert "Ta čas je že minil." in await cvetka.says("1. 2. 2027 ob 12.00")
    assert "Te ure tisti dan ni" in await cvetka.says("28. 3. 2027 ob 2.30")
    seen = await cvetka.says("7. 4. 2027 ob 14.00")
    assert "sreda, 31.\xa0marca, do 14.00 → sreda, 7.\xa0aprila, do 14.00" in seen
    assert "Opomniki se premaknejo z rokom" in seen
    assert "📣 V desetih minutah izvesta 2 osebi." in seen
    button = cvetka.keys["Podaljšaj"]
    assert "Rok je premaknjen." in await cvetka.forges(button)
    assert "Rok je premaknjen." not in await cvetka.forges(button)
    (after,) = await all_calls(books)
    assert after.deadlines[-1].when == When(date(2027, 4, 7), time(14))
    await time_passes(cvetka)
    assert "👀 Spremembe še ni potrdila 1 oseba" in await opens(cvetka)
    assert "• Darja, Mestna knjižnica Kranj" in await cvetka.taps("Kdo ni potrdil")
    person = await darja.me()
    assert person is not None
    await books.transact(following.seen, call.id, person.id)
    await opens(cvetka)
    assert "Kdo ni potrdil" not in cvetka.keys


async def test_bringing_a_deadline_forward_says_what_that_means(
    cvetka: Phone, darja: Phone, books: Database
) -> None:  # fmt: skip
    await follows(darja)
    await publish(books, SUBMISSION)
    await opens(cvetka)
    await cvetka.taps("Rok", "24")
    assert "→ Nov dan: sreda, 24.\xa0marca\n\nDo katere ure?" in cvetka.reads
    seen = await cvetka.taps("Ves dan")
    assert "⚠️ Časa bo manj kot prej." in seen
    assert "do konca dneva" in seen
    await cvetka.taps("Prestavi prej")
    (after,) = await all_calls(books)
    assert after.deadlines[0].when == When(date(2027, 3, 24))


async def test_moving_that_was_left_to_be_finished_later_goes_on_with_the_same_call_as_it_was(
    cvetka: Phone, emil: Phone, books: Database
) -> None:
    await publish(books)
    await opens(cvetka)
    await cvetka.taps("Rok", "31. 3.")
    await cvetka.says("7. 4. 2027 ob 14.00")
    assert "Nadaljujete lahko" in await cvetka.taps("Končaj pozneje")
    await opens(cvetka)
    assert "sreda, 7.\xa0aprila, do 14.00" in await cvetka.taps("Rok")
    await opens(emil)
    await emil.taps("Rok", "31. 3.")
    await emil.says("9. 4. 2027 ob 9.00")
    await emil.taps("Podaljšaj")
    await opens(cvetka)
    assert "Kateri rok se premakne?" in await cvetka.taps("Rok")


async def test_a_deadline_that_nobody_knows_yet_tells_nobody(cvetka: Phone, books: Database) -> None:
    await publish(books, SUBMISSION)
    await opens(cvetka)
    await cvetka.taps("Rok")
    assert "Starega roka še nihče ne pozna" in await cvetka.says("7. 4. 2027 ob 14.00")
    await cvetka.taps("Nazaj")
    assert "Rok je že tak." in await cvetka.says("31. 3. 2027 ob 14.00")


async def test_two_of_the_office_move_the_same_deadline_and_the_later_one_sees_it(
    cvetka: Phone, emil: Phone, books: Database
) -> None:
    await publish(books, SUBMISSION)
    for phone, when in ((cvetka, "7. 4. 2027 ob 14.00"), (emil, "9. 4. 2027 ob 9.00")):
        await opens(phone)
        await phone.taps("Rok")
        await phone.says(when)
    await cvetka.taps("Podaljšaj")
    seen = await emil.taps("Podaljšaj")
    assert "Razpis se je medtem spremenil (Cvetka)." in seen
    assert "sreda, 7.\xa0aprila, do 14.00 → petek, 9.\xa0aprila, do 9.00" in seen
    assert "Rok je premaknjen." in await emil.taps("Podaljšaj")
    (after,) = await all_calls(books)
    assert (after.version, after.deadlines[0].when) == (3, When(date(2027, 4, 9), time(9)))


async def test_only_the_undecided_are_reminded_and_once_a_day(
    cvetka: Phone, darja: Phone, bojan: Phone, books: Database
) -> None:
    call = await publish(books)
    await declares(darja, call)
    await opens(cvetka)
    seen = await cvetka.taps("Opomni neodločene")
    assert "Opomnik za 1 neodločeno knjižnico" in seen
    assert "Prejme ga 1 oseba, ki odloča za svojo knjižnico." in seen
    assert "Opomnik prejme 1 oseba." in await cvetka.taps("Opomni neodločene")
    person = await bojan.me()
    assert person is not None
    assert [to for kind, to in await owed_to(books) if kind == "call_undecided"] == [person.id]
    await opens(cvetka)
    assert "danes že šel, ob 10.00" in await cvetka.taps("Opomni neodločene", "Opomni neodločene")
    cvetka.now += timedelta(days=1)
    await opens(cvetka)
    assert "Opomnik prejme 1 oseba." in await cvetka.taps("Opomni neodločene", "Opomni neodločene")


async def test_where_nobody_decides_in_chat_nobody_is_reminded(cvetka: Phone, books: Database) -> None:
    await publish(books)
    await opens(cvetka)
    assert "v klepetu ne odloča nihče" in await cvetka.taps("Opomni neodločene")


@pytest.mark.parametrize(
    ("button", "means", "done", "state"),
    [
        ("Zapri razpis", "Prijav ni več in opomnikov ne bo", "je zaprt.", State.CLOSED),
        ("Umakni", "Razpis ne velja več in opomnikov ne bo", "je umaknjen.", State.WITHDRAWN),
    ],
)
async def test_ending_a_call_is_asked_once_with_its_consequence(
    cvetka: Phone, darja: Phone, bojan: Phone, books: Database, button: str, means: str, done: str, state: State
) -> None:
    await follows(bojan)
    call = await publish(books)
    await declares(darja, call)
    await opens(cvetka)
    seen = await cvetka.taps(button)
    assert means in seen
    assert "📣 Obvestilo bo prejela 1 oseba v knjižnicah, ki imajo namero." in seen
    seen = await cvetka.taps(button)
    assert done in seen
    assert "Obvestilo prejme 1 oseba." in seen
    (after,) = await all_calls(books)
    assert after.state is state
    await cvetka.taps("Nazaj")
    assert not {"Uredi", "Rok", "Zapri razpis", "Umakni", "Opomni neodločene"} & set(cvetka.keys)
    await cvetka.taps("Nazaj", "Pretekli")
    assert any("Digitalni" in key for key in cvetka.keys)


@pytest.mark.parametrize("then", [["Umakni"], ["Zapri razpis"], ["Opomni neodločene"], ["Uredi"], ["Rok"]])
async def test_what_is_over_meanwhile_is_said(cvetka: Phone, emil: Phone, books: Database, then: list[str]) -> None:
    await publish(books)
    await opens(cvetka)
    await opens(emil)
    await emil.taps("Umakni", "Umakni")
    assert "zaprt ali umaknjen" in await cvetka.taps(*then)


async def test_a_call_that_is_over_can_still_be_extended(cvetka: Phone, books: Database) -> None:
    await publish(books, SUBMISSION)
    cvetka.now = NOW + timedelta(days=60)
    await cvetka.says("/urad")
    await cvetka.taps("Razpisi", "Pretekli", "Digitalni")
    assert not {"Zapri razpis", "Opomni neodločene"} & set(cvetka.keys)
    await cvetka.taps("Rok")
    await cvetka.says("1. 6. 2027 ob 12.00")
    await cvetka.taps("Podaljšaj")
    await cvetka.says("/urad")
    assert any("Digitalni" in key for key in (await cvetka.taps("Razpisi") and cvetka.keys))


async def test_the_history_says_what_changed_when_and_by_whom(cvetka: Phone, books: Database) -> None:
    await publish(books, SUBMISSION)
    await opens(cvetka)
    await cvetka.taps("Rok")
    await cvetka.says("7. 4. 2027 ob 14.00")
    await cvetka.taps("Podaljšaj")
    await opens(cvetka)
    await cvetka.taps("Uredi", "Razpisovalec")
    await cvetka.says("JAK")
    await cvetka.taps("Predogled", "Objava")
    await opens(cvetka)
    seen = await cvetka.taps("Različice")
    assert "3 različice." in seen
    assert "<b>3.</b> 1.\xa0marca ob 10.00, Cvetka\n• besedilo, na katero se ne zanaša nihče" in seen
    assert "• Oddaja prijave: sreda, 31.\xa0marca, do 14.00 → sreda, 7.\xa0aprila, do 14.00" in seen
    assert "<b>1.</b> 1.\xa0marca ob 10.00\n• objavljeno" in seen


async def test_the_spreadsheet_holds_libraries_deadlines_and_versions_and_no_formula(
    cvetka: Phone, darja: Phone, bojan: Phone, books: Database
) -> None:
    await follows(darja)
    call = await publish(books, SUBMISSION, Deadline(DeadlineKind.STAGE, When(date(2027, 3, 20)), "=1+1"))
    await sent(books)
    await declares(darja, call)
    await reads(darja, call)
    person = await darja.me()
    assert person is not None
    number = call.deadlines[0].id
    assert number is not None
    await books.transact(intents.meet, number, person, NOW, met=True)
    await opens(cvetka)
    await cvetka.taps("Rok", "31. 3.")
    await cvetka.says("7. 4. 2027 ob 14.00")
    await cvetka.taps("Podaljšaj")
    await time_passes(cvetka)
    await opens(cvetka)
    await cvetka.taps("Preglednica")
    assert cvetka.bot.shown[0]["filename"] == "razpis-1.xlsx"
    taken = sheets(cvetka.bot.shown[0]["document"])
    assert list(taken) == ["Knjižnice", "Roki", "Konzorciji", "Ponudbe", "Različice"]
    kranj, krsko = taken["Knjižnice"][1:]
    assert kranj[:6] == ["kranj", "Mestna knjižnica Kranj", "Kranj", "osrednja območna", "da", "prijava v pripravi"]
    assert kranj[7:] == ["1", "1", "1", "Darja"]
    assert krsko[5:] == ["neodločeno", "0", "0", "0"]
    assert taken["Roki"][1][0] == "=1+1"
    assert taken["Roki"][1][3:] == ["1", "Mestna knjižnica Kranj"]
    assert taken["Različice"][1][-1].startswith("Oddaja prijave: sreda, 31.")


async def test_the_spreadsheet_calls_nobody_undecided_who_may_not_apply(cvetka: Phone, books: Database) -> None:
    await publish(books, kinds=("splošna",))
    await opens(cvetka)
    await cvetka.taps("Preglednica")
    kranj, krsko = sheets(cvetka.bot.shown[0]["document"])["Knjižnice"][1:]
    assert (kranj[4], "neodločeno" in kranj) == ("ne", False)
    assert krsko[4:6] == ["da", "neodločeno"]


async def test_consortia_and_offers_are_counted_and_taken_out_without_anybodys_contact(
    cvetka: Phone, darja: Phone, bojan: Phone, books: Database
) -> None:
    call = await publish(books)
    for phone in (darja, bojan):
        await declares(phone, call)
    lead, other = await darja.me(), await bojan.me()
    assert lead is not None
    assert other is not None
    await found(books, call, lead)
    await offers(books, call, other, Words(Side.OFFERS, Part.PARTNER, "=Zbirka razglednic", "041 123 456"))
    assert "🤝 Konzorciji 1 · ponudbe partnerstva 1" in await opens(cvetka)
    await cvetka.taps("Preglednica")
    taken = sheets(cvetka.bot.shown[0]["document"])
    assert taken["Konzorciji"][1][1:] == ["Mestna knjižnica Kranj", "1", "Mestna knjižnica Kranj"]
    assert taken["Ponudbe"][1] == ["Valvasorjeva knjižnica Krško", "ponuja partnerstvo", "=Zbirka razglednic"]
    assert not any("041" in cell for rows in taken.values() for row in rows for cell in row)


async def test_an_announcement_goes_to_those_who_intend(
    cvetka: Phone, darja: Phone, bojan: Phone, ana: Phone, books: Database
) -> None:
    call = await publish(books)
    await publish(books, title_sl="Brez namere")
    await declares(darja, call)
    await begins_announcement(cvetka)
    await cvetka.says("Pridite")
    await cvetka.taps("Enako za vse", "Brez gumbov", "Z namero")
    assert not any("Brez namere" in key for key in cvetka.keys)
    await cvetka.taps("31. 3. · Digitalni", "Nazaj", "Naprej")
    assert "z namero pri razpisu »Digitalni zakladi 2027«" in cvetka.sees


@pytest.mark.parametrize("data", ["Rc:99", "Rd:99", "Re:99:0", "Rx:99:closed:0", "Rx:99:closed:1", "Ru:99:0", "Ru:99:1",
                                  "Rb:99::0", "Ro:99:0", "Rs:99:0", "Rh:99:0", "Rf:99", "Rx:1:open:1"])  # fmt: skip
async def test_a_call_that_is_not_there_is_said(cvetka: Phone, data: str) -> None:
    assert "Tega razpisa ni." in await cvetka.forges(data)


async def test_long_lists_come_in_pages(cvetka: Phone, books: Database) -> None:
    for number in range(8):
        await publish(books, title_sl=f"Razpis {number}", title_en=None)
    await cvetka.says("/urad")
    assert "8 odprtih razpisov." in await cvetka.taps("Razpisi")
    assert "Stran 2 od 2." in await cvetka.taps("Naprej")
