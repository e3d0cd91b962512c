"""From a draft text to an open consultation: the office at a phone."""

import dataclasses
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from storage.consultations import books as rows
from storage.consultations.books import Question
from storage.consultations.majority import Majority
from storage.consultations.rules import Ballot, Consultation, Results
from storage.consultations.tables import consultations
from storage.database import Database
from storage.people import Role
from tests.handlers.announcements.writing import document, photo
from tests.handlers.phone import Phone
from tests.storage.membership.association import KRSKO, put

LAW = """PREDLOG ZAKONA O KNJIŽNICAH

I. SPLOŠNE DOLOČBE

1. člen
(vsebina zakona)

(1) Ta zakon ureja knjižnice.

(2) Ta zakon ne ureja arhivov.

2. člen
(namen)

Namen zakona je, da ima vsak dostop do gradiva.

II. KONČNA DOLOČBA

3. člen

Ta zakon začne veljati petnajsti dan po objavi.
"""


async def begins(phone: Phone, title: str = "Predlog zakona o knjižnicah") -> str:
    """Begin a consultation, up to the question for its draft."""
    await phone.says("/urad")
    await phone.taps("Obravnave", "Nova obravnava")
    await phone.says(title)
    return await phone.taps("Preskoči")


async def outlines(phone: Phone, text: str = LAW) -> str:
    """Begin a consultation and paste its draft, up to what is found in it."""
    await begins(phone)
    await phone.says(text)
    return await phone.taps("Naprej")


async def reaches_terms(phone: Phone, text: str = LAW) -> str:
    """Go on to the rules of the consultation."""
    await outlines(phone, text)
    await phone.taps("Naprej")
    return await phone.says("1. 4. 2027 ob 12.00")


async def opened(books: Database) -> tuple[Consultation, list[Question]] | None:
    """The consultation that is open, with its questions."""

    def find(tx: Any) -> tuple[Consultation, list[Question]] | None:
        row = tx.execute(select(consultations)).mappings().first()
        return row and (rows.consultation_of(row), rows.outline(tx, row["id"], row["version"]))

    return await books.read(find)


async def labels(books: Database) -> list[str]:
    """What the questions of the open consultation are called."""
    found = await opened(books)
    assert found is not None
    return [question.text.label for question in found[1]]


async def test_from_pasted_text_to_an_open_consultation(cvetka: Phone, books: Database) -> None:
    await put(books, 1, Role.DELEGATE)
    assert "Prejeto: 1 sporočilo" in (await begins(cvetka) and await cvetka.says(LAW))
    assert "3 členi v 2 poglavjih" in await cvetka.taps("Naprej")
    await cvetka.taps("Naprej")
    assert "Glasujejo vse knjižnice (2)" in await cvetka.says("1. 4. 2027 ob 12.00")
    preview = await cvetka.taps("Naprej")
    assert "Obravnava je pripravljena" in preview
    assert "Ob odprtju prejme obvestilo 1 oseba." in preview
    seen = await cvetka.taps("Odpri obravnavo")
    assert "je odprta do 1.\xa0aprila ob 12.00" in seen
    found = await opened(books)
    assert found is not None
    one, questions = found
    assert one.terms.title_sl == "Predlog zakona o knjižnicah"
    assert (one.terms.ballot, one.terms.results, one.terms.proxies) == (Ballot.OPEN, Results.HIDDEN, 1)
    assert [question.text.label for question in questions] == ["1. člen", "2. člen", "3. člen"]
    assert questions[0].text.title == "vsebina zakona"
    assert questions[0].text.text == "(1) Ta zakon ureja knjižnice.\n(2) Ta zakon ne ureja arhivov."


async def test_a_file_is_read(cvetka: Phone) -> None:
    await begins(cvetka)
    cvetka.bot.files["zakon"] = LAW.encode("windows-1250")
    assert "3 členi v 2 poglavjih" in await cvetka.sends(**document("zakon"))


@pytest.mark.parametrize(
    ("content", "answer"),
    [
        (b"\x00\x01\x02\x03" * 40, "Te vrste datoteke ni mogoče prebrati."),
        (b"   \n ", "V datoteki ni besedila."),
        (b"PK\x03\x04" + b"x" * 50, "Datoteka je poškodovana."),
        (None, "Datoteke ni bilo mogoče prenesti."),
    ],
)
async def test_what_cannot_be_read_says_what_to_do_and_nothing_is_lost(
    cvetka: Phone, content: bytes | None, answer: str
) -> None:
    await begins(cvetka)
    await cvetka.says("1. člen\n\nTo je zakon.")
    if content is not None:
        cvetka.bot.files["zakon"] = content
    seen = await cvetka.sends(**document("zakon"))
    assert answer in seen
    assert "Vse drugo je shranjeno." in seen
    assert "Prejeto: 1 sporočilo" in seen


async def test_a_file_that_is_too_large_is_not_fetched(cvetka: Phone) -> None:
    await begins(cvetka)
    assert "Datoteka je prevelika: 26 MB, dovoljenih je 20 MB." in await cvetka.sends(**document("zakon", 26_000_000))


async def test_a_picture_is_no_draft(cvetka: Phone) -> None:
    await begins(cvetka)
    assert "To je slika." in await cvetka.sends(**photo())


async def test_text_that_the_telephone_has_cut_in_pieces_is_one_text(cvetka: Phone, books: Database) -> None:
    await begins(cvetka)
    await cvetka.says("1. člen\n\nKnjižnica hrani gradivo in ga")
    await cvetka.says("posoja vsem.\n\n2. člen\n\nZakon velja.")
    await cvetka.taps("Naprej", "Pregled in urejanje", "1. člen")
    assert "Knjižnica hrani gradivo in ga posoja vsem." in cvetka.sees


async def test_long_pieces_do_not_each_bring_a_card(cvetka: Phone) -> None:
    await begins(cvetka)
    await cvetka.says("1. člen\n\n" + "beseda " * 570)
    await cvetka.says("beseda " * 580)
    assert not cvetka.bot.shown
    assert "Prejeto: 3 sporočila" in await cvetka.says("beseda.")


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("1. člen\n\nPrvi.\n\n2. člen\n\nRečeno je: »tako.", "⚠️ 2. člen: narekovaj se ne zaključi."),
        ("1. člen\n\nPrvi.\n\n4. člen\n\nČetrti.", "Številke niso zaporedne: 1 → 4"),
        ("1. člen\n\nPrvi.\n\n2. člen\n\nDrugi.\n\n2. člen\n\nTretji.", "2. člen je v besedilu večkrat."),
    ],
)
async def test_what_looks_wrong_in_the_draft_is_said(cvetka: Phone, text: str, finding: str) -> None:
    assert finding in await outlines(cvetka, text)


async def test_articles_are_merged_split_renamed_and_left_out(cvetka: Phone, books: Database) -> None:
    await outlines(cvetka)
    await cvetka.taps("Pregled in urejanje", "1. člen", "Razdeli")
    assert "Ta zakon ne ureja arhivov." in await cvetka.taps("(2) Ta zakon", "Naslednje")
    assert "1. člen, 2. del" in cvetka.sees
    await cvetka.taps("Preimenuj")
    assert "izjeme" in await cvetka.says("izjeme")
    await cvetka.taps("Naslednje", "Združi z naslednjim")
    assert "Ta zakon začne veljati" in cvetka.sees
    await cvetka.taps("‹ Prejšnje", "‹ Prejšnje", "Izpusti")
    assert "Izpuščeno: o tem se ne glasuje." in cvetka.sees
    await cvetka.taps("Končaj urejanje")
    assert "✖ 1 izpuščeno" in cvetka.sees
    await cvetka.taps("Naprej")
    await cvetka.says("1. 4. 2027 ob 12.00")
    await cvetka.taps("Naprej", "Odpri")
    assert await labels(books) == ["1. člen, 2. del", "2. člen"]


async def test_what_was_left_out_is_put_back(cvetka: Phone) -> None:
    await outlines(cvetka)
    await cvetka.taps("Pregled in urejanje", "3. člen", "Izpusti", "Seznam")
    assert "✖ 3. člen" in cvetka.keys
    await cvetka.taps("✖ 3. člen", "Vrni", "Končaj urejanje")
    assert "izpušč" not in cvetka.sees


async def test_not_everything_can_be_left_out(cvetka: Phone) -> None:
    await outlines(cvetka, "1. člen\n\nEdini.")
    await cvetka.taps("Pregled in urejanje", "1. člen", "Izpusti", "Končaj urejanje", "Naprej")
    assert "Vrnite vsaj eno." in cvetka.sees


async def test_several_articles_become_one_question(cvetka: Phone, books: Database) -> None:
    await outlines(cvetka)
    await cvetka.taps("Pregled in urejanje", "1. člen", "Skupaj z naslednjimi", "Do konca poglavja")
    assert "1.–2. člen" in cvetka.keys
    seen = await cvetka.taps("I. SPLOŠNE DOLOČBE")
    assert "I. SPLOŠNE DOLOČBE" in seen
    assert "2. člen\n(namen)" in seen
    await cvetka.taps("Vsak člen zase")
    assert "1 od 3" in cvetka.sees
    await cvetka.taps("Skupaj z naslednjimi", "2. člen")
    await cvetka.says("Uvod")
    await cvetka.taps("Končaj urejanje", "Naprej")
    await cvetka.says("1. 4. 2027 ob 12.00")
    await cvetka.taps("Naprej", "Odpri")
    assert await labels(books) == ["Uvod", "3. člen"]


async def test_articles_that_are_one_question_are_not_counted_as_one_article(cvetka: Phone, books: Database) -> None:
    await put(books, 1, Role.DELEGATE)
    await outlines(cvetka)
    assert "1. člen · vsebina zakona" in (await cvetka.taps("Pregled in urejanje") and cvetka.keys)
    await cvetka.taps("1. člen", "Skupaj z naslednjimi", "Do konca poglavja", "1.–2. člen")
    assert "📄 2 vprašanji" in await cvetka.taps("Končaj urejanje")
    await cvetka.taps("Naprej")
    await cvetka.says("1. 4. 2027 ob 12.00")
    await cvetka.taps("Naprej", "Odpri")
    ana = Phone(books, 1, "Ana")
    assert "📄 2 vprašanji" in await ana.forges("cc:1")


async def test_a_long_article_is_read_page_by_page(cvetka: Phone) -> None:
    await outlines(cvetka, "1. člen\n\n" + " ".join(f"Stavek številka {number}." for number in range(200)))
    await cvetka.taps("Pregled in urejanje", "1. člen")
    assert "Stran 1 od 3" in cvetka.sees
    assert "Stavek številka 199." in await cvetka.taps("Besedilo »", "Besedilo »")


async def test_a_draft_without_articles_is_split_by_its_headings(cvetka: Phone, books: Database) -> None:
    seen = await outlines(
        cvetka, "Cenik\n\n1. Članarina\n\nČlanarina znaša 10 EUR.\n\n2. Zamudnina\n\nZamudnina znaša 1 EUR."
    )
    assert "Členov ni; 2 dela" in seen
    await cvetka.taps("Naprej")
    await cvetka.says("1. 4. 2027 ob 12.00")
    await cvetka.taps("Naprej", "Odpri")
    assert await labels(books) == ["1 Članarina", "2 Zamudnina"]


async def test_questions_are_typed_by_hand(cvetka: Phone, books: Database) -> None:
    await begins(cvetka)
    await cvetka.taps("Vprašanja vpišem")
    await cvetka.says("Ali podpirate enotno članarino?")
    await cvetka.says("Napaka")
    await cvetka.taps("Odstrani zadnje")
    assert "2. vprašanje: Koliko naj znaša?" in await cvetka.says("Koliko naj znaša?")
    assert "2 vpisani vprašanji" in await cvetka.taps("Naprej")
    await cvetka.taps("Naprej")
    await cvetka.says("1. 4. 2027 ob 12.00")
    await cvetka.taps("Naprej", "Odpri")
    found = await opened(books)
    assert found is not None
    assert [(one.text.label, one.text.text) for one in found[1]] == [
        ("1. vprašanje", "Ali podpirate enotno članarino?"), ("2. vprašanje", "Koliko naj znaša?"),
    ]  # fmt: skip


async def test_the_rules_are_changed_by_taps(cvetka: Phone, books: Database) -> None:
    await reaches_terms(cvetka)
    await cvetka.taps("Kdo glasuje", "splošna")
    assert "Glasuje 1 knjižnica: splošna" in cvetka.sees
    await cvetka.taps("Naprej", "Večina", "Vsaj dve tretjini", "Od glasov za in proti")
    assert "Za podporo: vsaj dve tretjini glasov za in proti" in cvetka.sees
    await cvetka.taps("Sklepčnost", "vsaj polovica")
    assert "Sklepčnost: vsaj polovica knjižnic" in cvetka.sees
    await cvetka.taps("Teža glasov", "splošna")
    assert "Tega števila ne razumem." in await cvetka.says("veliko")
    assert "splošna: 2,5" in (await cvetka.says("2,5") and cvetka.keys)
    await cvetka.taps("Naprej", "Pooblastila", "3", "Pripombe", "Brez imena", "Izidi", "Ves čas")
    for line in ("Teža glasu: splošna 2,5", "še za 3 druge", "Pripombe brez imena", "Izidi so ves čas vidni"):
        assert line in cvetka.sees
    await cvetka.taps("Naprej", "Odpri")
    found = await opened(books)
    assert found is not None
    terms = found[0].terms
    assert (terms.kinds, terms.rule.majority, terms.proxies) == (("splošna",), Majority.TWO_THIRDS, 3)
    assert str(terms.weight(KRSKO.kind)) == "5/2"


async def test_a_pseudonymous_ballot_hides_its_results_and_has_no_weights(cvetka: Phone, books: Database) -> None:
    await reaches_terms(cvetka)
    await cvetka.taps("Izidi", "Ves čas", "Teža glasov", "splošna", "2", "Naprej", "Glasovanje")
    assert "Glas lahko spremeni samo, kdor ga je oddal" in cvetka.sees
    seen = await cvetka.taps("Psevdonimno")
    assert "Izidi so skriti do konca" in seen
    assert "Teža glasu" not in seen
    assert not {"Izidi", "Teža glasov"} & set(cvetka.keys)
    await cvetka.taps("Naprej", "Odpri")
    found = await opened(books)
    assert found is not None
    assert found[0].sealed


async def test_from_the_preview_everything_can_be_changed(cvetka: Phone, books: Database) -> None:
    await reaches_terms(cvetka)
    await cvetka.taps("Naprej", "Popravki", "Naslov")
    assert "Naslov: <b>Zakon</b>" in await cvetka.says("Zakon")
    await cvetka.taps("Popravki", "Konec")
    assert "2. april 2027, ob 15.00" in await cvetka.says("2. 4. 2027 ob 15.00")
    await cvetka.taps("Popravki", "Drugo besedilo")
    await cvetka.says("1. člen\n\nNovo.")
    await cvetka.taps("Naprej", "Naprej")
    assert "📄 1 člen" in cvetka.sees
    await cvetka.taps("Popravki", "Pravila", "Pooblastila", "0", "Naprej")
    assert "Glasu ni mogoče dati drugi knjižnici" in cvetka.sees


async def test_a_draft_that_was_left_goes_on_where_it_was(cvetka: Phone) -> None:
    await outlines(cvetka)
    await cvetka.says("/preklic")
    await cvetka.says("/urad")
    assert "Osnutek čaka: »Predlog zakona o knjižnicah«" in await cvetka.taps("Obravnave", "Nova obravnava")
    assert "3 členi v 2 poglavjih" in await cvetka.taps("Nadaljuj osnutek")


async def test_opening_twice_opens_once(cvetka: Phone, books: Database) -> None:
    await reaches_terms(cvetka)
    await cvetka.taps("Naprej")
    button = cvetka.keys["Odpri obravnavo"]
    await cvetka.forges(button)
    assert "že odprt ali izbrisan" in await cvetka.forges(button)
    assert len(await books.read(lambda tx: tx.execute(select(consultations.c.id)).all())) == 1


async def test_an_end_that_has_come_meanwhile_is_said(cvetka: Phone) -> None:
    await reaches_terms(cvetka)
    await cvetka.taps("Naprej")
    cvetka.now += timedelta(days=60)
    seen = await cvetka.taps("Odpri obravnavo")
    assert "konec je že minil" in seen
    assert "Odpri obravnavo" not in cvetka.keys


async def test_the_preview_shows_what_members_will_see(cvetka: Phone) -> None:
    await reaches_terms(cvetka)
    seen = await cvetka.taps("Naprej", "Predogled")
    for line in ("Nova javna obravnava: Predlog", "Do 1.\xa0aprila ob 12.00", "čakajo 3 vprašanja", "Ta zakon ureja"):
        assert line in seen
    assert "New consultation: Predlog zakona" in await cvetka.taps("V angleščini")
    assert "Obravnava je pripravljena" in await cvetka.taps("Nazaj")


async def test_a_file_that_comes_again_after_a_crash_is_read_once(cvetka: Phone, books: Database) -> None:
    await begins(cvetka)
    cvetka.bot.files["zakon"] = LAW.encode()
    first = await cvetka.sends(**document("zakon"))
    button = cvetka.keys["Naprej"]
    cvetka.updates -= 1
    assert await cvetka.sends(**document("zakon")) == first
    assert cvetka.keys["Naprej"] == button


async def test_a_file_is_not_fetched_where_none_is_asked_for(cvetka: Phone) -> None:
    await outlines(cvetka)
    assert "Tu razumem samo besedilo" in await cvetka.sends(**document("neznana"))


async def test_how_many_votes_of_others_a_library_may_cast_comes_from_the_settings(cvetka: Phone) -> None:
    cvetka.reach = dataclasses.replace(cvetka.reach, proxies=2)
    assert "še za 2 drugi" in await reaches_terms(cvetka)


@pytest.mark.parametrize("said", ["51", "člen", "<b>"])
async def test_a_number_that_is_not_there_is_said(cvetka: Phone, said: str) -> None:
    await outlines(cvetka)
    await cvetka.taps("Pregled in urejanje")
    assert "Člena s to številko ni" in await cvetka.says(said)


async def test_an_article_is_opened_by_its_number(cvetka: Phone) -> None:
    await outlines(cvetka)
    await cvetka.taps("Pregled in urejanje")
    assert "Namen zakona je" in await cvetka.says("2. člen")
