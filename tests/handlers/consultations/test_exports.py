"""All that came out can be had as files, by the office, when it may be seen."""

import json
from datetime import timedelta
from fractions import Fraction

import pytest

from storage.consultations import chain
from storage.consultations.chain import Entry, Head, Sound
from storage.consultations.rules import Ballot, Remarks
from storage.database import Database
from storage.people import Role
from tests.handlers.consultations.phones import after
from tests.handlers.spreadsheet import sheets
from tests.storage.consultations import outcomes
from tests.storage.consultations.outcomes import NAMES, association, six_libraries
from tests.storage.membership.association import NOW, put

LIBRARIES = [name for name, _ in NAMES.values()]


async def spreadsheet(books: Database) -> dict[str, list[list[str]]]:
    """The spreadsheet as the office gets it."""
    staff = after(books, 90)
    await staff.forges("cr:1:0")
    await staff.taps("Preglednica")
    assert staff.bot.shown[0]["filename"] == "obravnava-1.xlsx"
    return sheets(staff.bot.shown[0]["document"])


async def data(books: Database) -> str:
    """The JSON as the office gets it."""
    staff = after(books, 90)
    await staff.forges("cr:1:0")
    await staff.taps("Podatki")
    assert staff.bot.shown[0]["filename"] == "obravnava-1.json"
    return bytes(staff.bot.shown[0]["document"]).decode()


async def test_the_spreadsheet_holds_everything_and_no_formula(books: Database) -> None:
    await association(books, weights={"splošna": Fraction("2.6")})
    found = await spreadsheet(books)
    assert list(found) == ["Izid", "Glasovi", "Stališča", "Pripombe", "Knjižnice", "Dnevnik"]
    assert found["Izid"][1] == [
        "1", "1. člen", "(vsebina zakona)", "3", "1", "1", "0", "1", "podprto", "0", "4.6", "1", "2.6", "0",
    ]  # fmt: skip
    through = "po pooblastilu, oddala Osrednja knjižnica Celje"
    assert ["3.a člen", "(nakup gradiva)", "Kosovelova knjižnica Sežana", "Za", through] in found["Glasovi"]
    assert found["Stališča"][1] == ["1. člen", "(vsebina zakona)", "1", "0", "1", "0"]
    assert [row[3] for row in found["Pripombe"][1:]] == [
        "Za besedo »knjižnično« se doda »in arhivsko«.",
        "=Opredelitev je preozka.",
        "Občine tega ne zmorejo <same> & brez države.",
    ]
    assert found["Knjižnice"][1] == ["trzic", "Knjižnica dr. Toneta Pretnarja Tržič", "splošna", "2.6", "1", "5"]
    assert [row[1] for row in found["Dnevnik"]][::19] == ["Vpis", "pooblastilo"] or found["Dnevnik"][-1][1] == "konec"


async def test_the_json_holds_the_whole_log_and_its_head(books: Database) -> None:
    await association(books)
    found = json.loads(await data(books))
    entries = [Entry(**entry) for entry in found["log"]]
    assert chain.verify(entries, Head(**found["head"])) == Sound(Head(**found["head"]))
    assert [question["verdict"] for question in found["questions"]] == [
        "adopted", "rejected", "tied", "adopted", "no-votes",
    ]  # fmt: skip
    recounted = chain.recount(entries)
    for question in found["questions"]:
        counted = {vote["library"]: vote["choice"] for vote in question["votes"]}
        assert recounted[question["question"]] == counted
    assert found["proxies"] == [{"from": "sezana", "to": "celje"}]


async def test_the_json_holds_the_earlier_wordings(books: Database) -> None:
    await books.transact(six_libraries)
    one = await books.transact(outcomes.opened)
    await books.transact(outcomes.vote, one)
    await books.transact(outcomes.reword, one, 0, "Ta zakon ureja vse.")
    await books.transact(outcomes.close, one)
    first = json.loads(await data(books))["questions"][0]
    assert [wording["text"] for wording in first["wordings"]] == [
        "Ta zakon ureja knjižnično dejavnost.", "Ta zakon ureja vse.",
    ]  # fmt: skip
    assert (first["text"], first["on_earlier_wordings"]) == ("Ta zakon ureja vse.", 5)


@pytest.mark.parametrize("kind", ["xlsx", "json"])
async def test_before_the_end_of_a_hidden_consultation_nobody_gets_it(books: Database, kind: str) -> None:
    await books.transact(six_libraries)
    one = await books.transact(outcomes.opened)
    await books.transact(outcomes.vote, one)
    await put(books, 99, Role.ADMIN)
    for asker in (1, 21, 90, 99):
        phone = after(books, asker)
        phone.now = NOW + timedelta(days=1)
        answer = await phone.forges(f"crx:1:{kind}")
        assert "Izid bo znan po koncu obravnave" in answer or "Tega vaša vloga ne omogoča" in answer
        assert not any("document" in shown for shown in phone.bot.shown)


async def test_members_are_not_given_the_files(books: Database) -> None:
    await association(books)
    assert "Tega vaša vloga ne omogoča" in await after(books, 1).forges("crx:1:xlsx")


async def test_sealed_votes_name_no_library_anywhere(books: Database) -> None:
    await association(books, ballot=Ballot.PSEUDONYMOUS)
    found = await spreadsheet(books)
    assert "Glasovi" not in found
    for name in ("Izid", "Stališča", "Dnevnik"):
        words = {cell for row in found[name] for cell in row}
        assert not words & {*LIBRARIES, *NAMES}, name
    whole = json.loads(await data(books))
    assert all(question["votes"] == [] for question in whole["questions"])
    assert not any("library" in entry["body"] for entry in whole["log"])


async def test_anonymous_remarks_name_no_library(books: Database) -> None:
    await association(books, remarks=Remarks.ANONYMOUS)
    rows = (await spreadsheet(books))["Pripombe"][1:]
    assert not {cell for row in rows for cell in row} & set(LIBRARIES)
    assert [row[4:6] for row in rows] == [["2", "3"], ["1", "1"], ["2", "2"]]
    questions = json.loads(await data(books))["questions"]
    assert [one["by"] + one["supported_by"] for question in questions for one in question["remarks"]] == [[], [], []]
