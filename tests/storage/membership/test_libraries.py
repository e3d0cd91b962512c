"""The list of libraries is taken over from a file."""

from pathlib import Path

from sqlalchemy import Connection, func, select

from storage.database import Database
from storage.membership import lists
from storage.membership.libraries import Imported, import_libraries
from storage.membership.reading import BadFile
from storage.people import Role, libraries
from tests.storage.membership.association import KRANJ, KRSKO, NOW, put

FILE = Path(__file__).parents[3] / "bot/demo/data/libraries.csv"


def count(tx: Connection) -> int:
    return tx.execute(select(func.count()).select_from(libraries)).scalar_one()


async def test_the_58_libraries_are_added_once(books: Database) -> None:
    first = await books.transact(import_libraries, FILE.read_bytes(), NOW)
    again = await books.transact(import_libraries, FILE.read_bytes(), NOW)
    assert isinstance(first, Imported)
    assert isinstance(again, Imported)
    assert (len(first.added), len(again.added), len(again.unchanged), await books.read(count)) == (58, 0, 58, 58)


async def test_changes_are_taken_over_and_the_missing_left_alone(association: Database) -> None:
    content = (
        "code;name;town;kind\r\nkranj;Mestna knjižnica Kranj;Kranj;splošna\r\npiran;Mestna knjižnica;Piran;splošna\r\n"
    )
    outcome = await association.transact(import_libraries, content.encode("windows-1250"), NOW)
    assert isinstance(outcome, Imported)
    assert [entry.code for entry in outcome.added] == ["piran"]
    assert [entry.code for entry in outcome.changed] == ["kranj"]
    assert [entry.code for entry in outcome.missing] == ["krsko"]
    lines = await association.read(lists.all_libraries)
    assert [(line.library.id, line.library.code, line.library.kind) for line in lines] == [
        (KRANJ.id, "kranj", "splošna"),
        (KRSKO.id, "krsko", "splošna"),
        (3, "piran", "splošna"),
    ]


async def test_a_code_in_other_letters_is_the_same_library(association: Database) -> None:
    content = "code,name,town,kind\nKRANJ,Mestna knjižnica Kranj,Kranj,splošna\n"
    outcome = await association.transact(import_libraries, content.encode(), NOW)
    assert isinstance(outcome, Imported)
    assert (outcome.added, [entry.code for entry in outcome.changed]) == ((), ["KRANJ"])
    assert [line.library.id for line in await association.read(lists.all_libraries)] == [KRANJ.id, KRSKO.id]


async def test_a_bad_file_changes_nothing(association: Database) -> None:
    content = b"code,name,town,kind\nnova,Nova,Nova,x\n,Brez,X,x\n"
    assert isinstance(await association.transact(import_libraries, content, NOW), BadFile)
    assert await association.read(count) == 2


async def test_libraries_are_listed_with_their_people(association: Database) -> None:
    await put(association, 1, Role.LIBRARIAN, wanted=Role.DELEGATE)
    await put(association, 2, Role.DEPUTY)
    lines = await association.read(lists.all_libraries)
    assert [(line.library.code, line.people, line.waiting) for line in lines] == [("kranj", 2, 1), ("krsko", 0, 0)]
    card = await association.read(lists.library_card, KRANJ.id)
    assert card is not None
    assert [person.role for person in card.people] == [Role.DEPUTY, Role.LIBRARIAN]


async def test_people_and_libraries_are_found(association: Database) -> None:
    ana = await put(association, 1, name="Ána")
    await put(association, 2, library=KRSKO, name="Bojan")
    found = await association.read(lists.find, "krsko")
    assert (found.libraries, [one.first_name for one in found.people]) == ((KRSKO,), ["Bojan"])
    assert (await association.read(lists.find, "ana kranj")).people == (ana,)
    assert (await association.read(lists.find, "'; DROP TABLE people; --")).people == ()
