"""What came out is seen by those who may see it, when they may see it."""

import io
from collections.abc import Mapping
from datetime import timedelta
from fractions import Fraction
from typing import Any

import pytest
from PIL import Image
from sqlalchemy import update

from handlers.consultations.results.charts import heat_map
from storage.consultations import opening
from storage.consultations.majority import Majority, Rule, Share
from storage.consultations.rules import Ballot, Results
from storage.database import Database
from storage.people import people
from tests.handlers.consultations.made_up import results_of
from tests.handlers.consultations.phones import after
from tests.handlers.phone import TEXTS, Phone
from tests.storage.consultations import outcomes
from tests.storage.consultations.outcomes import AFTER, NAMES, association, of, six_libraries
from tests.storage.membership.association import NOW


@pytest.fixture
async def staff(books: Database) -> Phone:
    """Somebody from the office, once an open consultation has come to its end."""
    await association(books)
    return after(books, 90)


async def test_the_results_say_each_verdict_in_words(staff: Phone) -> None:
    await staff.forges("cr:1:0")
    assert staff.reads.splitlines() == [
        "Izid: »Zakon o knjižničarstvu (ZKnj-2)«",
        "Glasovalo: 6 od 6 knjižnic",
        "Podprto 2, ni podprto 1, izenačeno 1, brez glasov 1",
        "",
        "✅ 1. člen: podprto, za 4, proti 1",
        "✖ 2. člen: ni podprto, za 1, proti 2",
        "⚖ 3. člen: izenačeno, za 2, proti 2",
        "✅ 3.a člen: podprto, za 4, proti 0",
        "◌ 4. člen: nihče ni glasoval",
    ]


async def test_a_question_says_why_and_how_many(staff: Phone) -> None:
    await staff.forges("cr:1:0")
    await staff.taps("1. člen")
    assert staff.reads.splitlines() == [
        "1. člen · (vsebina zakona)",
        "✅ Podprto; 1 knjižnica želi spremembo.",
        "Za 3, za s spremembo 1, proti 1, vzdržano 0",
        "Brez glasu: 1 od 6",
        "Pravilo: več kot polovica oddanih glasov",
        "Stališča zaposlenih: za 1, proti 1",
    ]
    await staff.taps("Naprej", "Naprej")
    assert "⚖ Izenačeno: glasov za in proti je enako." in staff.reads
    await staff.taps("Naprej", "Naprej")
    assert staff.reads.splitlines()[1:3] == ["◌ Nihče ni glasoval.", "Brez glasu: 6 od 6"]
    assert "Glasovi knjižnic" not in staff.keys


async def test_the_votes_of_libraries_say_how_they_were_cast(staff: Phone) -> None:
    await staff.forges("crv:1:3:0")
    assert staff.reads.splitlines()[2:] == [
        "Mestna knjižnica Kranj: za s spremembo",
        "Osrednja knjižnica Celje: za s spremembo",
        "Valvasorjeva knjižnica Krško: za s spremembo",
        "Kosovelova knjižnica Sežana: za (po pooblastilu, oddala Osrednja knjižnica Celje)",
        "Knjižnica dr. Toneta Pretnarja Tržič: brez glasu",
        "Knjižnica Ivana Potrča Ptuj: brez glasu",
    ]


async def test_turnout_is_told_by_kind_and_by_library(staff: Phone) -> None:
    await staff.forges("crt:1:0")
    assert staff.reads.splitlines()[1:4] == [
        "Glasovalo: 6 od 6 knjižnic", "osrednja območna: 3 od 3", "splošna: 3 od 3",
    ]  # fmt: skip
    assert "Mestna knjižnica Kranj: 4 od 5" in staff.reads


async def test_turnout_names_kinds_in_the_language(books: Database) -> None:
    await association(books)
    await books.transact(lambda tx: tx.execute(update(people).where(people.c.telegram_id == 21).values(language="en")))
    ana = after(books, 21)
    await ana.forges("crt:1:0")
    assert ana.reads.splitlines()[1:3] == ["Voted: 6 of 6 libraries", "central regional library: 3 of 3"]


async def test_without_a_quorum_it_says_how_many_are_lacking(books: Database) -> None:
    await association(books, rule=Rule(quorum=Fraction(3, 4)))
    staff = after(books, 90)
    await staff.forges("crq:1:1")
    assert "◌ Nesklepčno: glasovalo jih je 4 od 6, potrebnih je 5." in staff.reads


async def test_weights_stand_beside_the_numbers(books: Database) -> None:
    await association(books, weights={"splošna": Fraction("2.6")}, rule=Rule(Majority.TWO_THIRDS, Share.YES_NO))
    staff = after(books, 90)
    await staff.forges("crq:1:0")
    assert "Za 3 (teža 4,6), za s spremembo 1 (teža 1), proti 1 (teža 2,6), vzdržano 0 (teža 0)" in staff.reads
    assert "Pravilo: vsaj dve tretjini glasov za in proti" in staff.reads


async def test_votes_on_an_earlier_wording_are_counted_and_said(books: Database) -> None:
    await books.transact(six_libraries)
    one = await books.transact(outcomes.opened)
    await books.transact(outcomes.vote, one)
    await books.transact(outcomes.reword, one, 0, "Ta zakon ureja vse.")
    await books.transact(outcomes.close, one)
    staff = after(books, 90)
    await staff.forges("crq:1:0")
    assert "5 glasov je o prejšnjem besedilu" in staff.reads
    await staff.taps("Glasovi knjižnic")
    assert "Knjižnica dr. Toneta Pretnarja Tržič: proti (o prejšnjem besedilu)" in staff.reads


@pytest.mark.parametrize("asker", [1, 21, 90])
async def test_hidden_results_are_refused_to_all_before_the_end(books: Database, asker: int) -> None:
    await books.transact(six_libraries)
    one = await books.transact(outcomes.opened)
    await books.transact(outcomes.vote, one)
    somebody = after(books, asker)
    somebody.now = NOW + timedelta(days=1)
    for data in ("cr:1:0", "crq:1:0", "crv:1:0:0", "crt:1:0", "crg:1:0", "crh:1"):
        answer = await somebody.forges(data)
        assert "Izid bo znan po koncu obravnave, 22.\u00a0marca ob 12.00." in answer
        assert not any(name in answer for name, _ in NAMES.values())
    somebody.now = AFTER
    assert "glasovi se še štejejo" in await somebody.forges("cr:1:0")
    await books.transact(outcomes.close, one)
    assert "podprto, za 4, proti 1" in await somebody.forges("cr:1:0")


async def test_open_results_are_seen_while_it_runs_and_called_so(books: Database) -> None:
    await books.transact(six_libraries)
    one = await books.transact(outcomes.opened, results=Results.OPEN)
    await books.transact(outcomes.vote, one)
    ana = after(books, 21)
    ana.now = NOW + timedelta(days=1)
    await ana.forges("cr:1:0")
    assert "Obravnava še poteka, zato izid še ni končen." in ana.reads
    assert not {"Preglednica", "Podatki", "Mnenje"} & ana.keys.keys()


async def test_of_a_withdrawn_consultation_there_are_no_results(books: Database) -> None:
    await books.transact(six_libraries)
    one = await books.transact(outcomes.opened)
    await books.transact(lambda tx: opening.withdraw(tx, one.id, of(tx, 90).id, NOW))
    assert "umaknjena" in await after(books, 90).forges("cr:1:0")


async def test_whoever_was_not_asked_sees_nothing(books: Database) -> None:
    await books.transact(six_libraries)
    one = await books.transact(lambda tx: outcomes.opened(tx, kinds=("splošna",)))
    await books.transact(outcomes.close, one)
    assert (
        await after(books, 1).forges("cr:1:0")
        == "Te javne obravnave ni ali ni namenjena vam. Vse, ki so, vidite na seznamu."
    )
    assert "nihče ni glasoval" in await after(books, 3).forges("cr:1:0")


async def test_sealed_votes_are_counted_and_nobody_is_named(books: Database) -> None:
    await association(books, ballot=Ballot.PSEUDONYMOUS)
    ana = after(books, 21)
    await ana.forges("cr:1:0")
    assert "✅ 1. člen: podprto, za 4, proti 1" in ana.reads
    await ana.taps("1. člen")
    assert "Glasovi knjižnic" not in ana.keys
    shown = await ana.forges("crv:1:0:0")
    assert not any(name in shown for name, _ in NAMES.values())


def picture(shown: Mapping[str, Any]) -> Image.Image:
    """The picture in a message."""
    return Image.open(io.BytesIO(shown["photo"]))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (
            "crg:1:0",
            "✅ Podprto; 1 knjižnica želi spremembo.\nZa 3, za s spremembo 1, proti 1, vzdržano 0\nBrez glasu: 1 od 6",
        ),
        ("crh:1", "Podprto 2, ni podprto 1, izenačeno 1, brez glasov 1\nNajbolj deljeno: 3. člen, za 2, proti 2"),
    ],
)
async def test_a_chart_has_its_numbers_in_words(staff: Phone, data: str, words: str) -> None:
    await staff.forges(data)
    assert words in staff.reads
    assert picture(staff.bot.shown[0]).format == "PNG"


@pytest.mark.parametrize("count", [1, 60, 200])
def test_the_heat_map_of_many_articles_stays_a_picture_that_telegram_takes(count: int) -> None:
    with Image.open(io.BytesIO(heat_map(results_of(count), TEXTS.say("sl")))) as drawn:
        assert sum(drawn.size) < 10_000
        assert max(drawn.size) / min(drawn.size) < 20
