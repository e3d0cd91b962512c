"""What came out is put together: the same words once, support by libraries, nobody named where that is so."""

from sqlalchemy import Connection

from storage.consultations import report, results
from storage.consultations.remarks import Kind
from storage.consultations.report import Report
from storage.consultations.results import Results
from storage.consultations.rules import Ballot, Consultation, ConsultationId, Remarks
from storage.database import Database
from tests.storage.consultations import outcomes
from tests.storage.consultations.outcomes import AFTER, six_libraries


async def reported(books: Database, one: Consultation) -> Report:
    """The report, once it is closed."""
    await books.transact(outcomes.close, one)
    found = await books.read(report.report, one.id, AFTER)
    assert isinstance(found, Report)
    return found


async def test_remarks_in_the_same_words_are_one_and_count_libraries_once(books: Database) -> None:
    await books.transact(six_libraries)
    one = await books.transact(outcomes.opened)

    def write(tx: Connection) -> None:
        first, *_ = outcomes.asked(tx, one)
        outcomes.remark(tx, first, 1, Kind.COMMENT, "Rok je prekratek.", 2, 21)  # 21 is of the library of 1
        outcomes.remark(tx, first, 3, Kind.COMMENT, "rok je  prekratek", 2)
        outcomes.remark(tx, first, 4, Kind.AMENDMENT, "Rok je prekratek.")
        outcomes.remark(tx, first, 5, Kind.COMMENT, "Rok je predolg.", 1, 2, 3, 4, 6)

    await books.transact(write)
    found = await reported(books, one)
    (written,) = found.written.values()
    assert [(each.kind, each.text, each.libraries, each.people) for each in written] == [
        (Kind.COMMENT, "Rok je predolg.", 6, 6),
        (Kind.COMMENT, "Rok je prekratek.", 3, 4),
        (Kind.AMENDMENT, "Rok je prekratek.", 1, 1),
    ]
    assert written[1].by == ("Osrednja knjižnica Celje", "Valvasorjeva knjižnica Krško")
    assert written[1].supported_by == ("Mestna knjižnica Kranj",)


async def test_what_was_written_on_an_earlier_wording_comes_last_and_is_marked(books: Database) -> None:
    await books.transact(six_libraries)
    one = await books.transact(outcomes.opened)
    first = (await books.read(outcomes.asked, one))[0]
    await books.transact(outcomes.remark, first, 1, Kind.COMMENT, "O prvem besedilu.", 2, 3)
    one = await books.transact(outcomes.reword, one, 0, "Drugo besedilo.")
    first = (await books.read(outcomes.asked, one))[0]
    await books.transact(outcomes.remark, first, 4, Kind.COMMENT, "O drugem besedilu.")
    (written,) = (await reported(books, one)).written.values()
    assert [(each.text, each.old) for each in written] == [("O drugem besedilu.", False), ("O prvem besedilu.", True)]


async def test_anonymous_remarks_are_counted_and_name_nobody(books: Database) -> None:
    await outcomes.association(books, remarks=Remarks.ANONYMOUS)
    found = await books.read(report.report, ConsultationId(1), AFTER)
    assert isinstance(found, Report)
    everything = [each for of in found.written.values() for each in of]
    assert {(each.by, each.supported_by) for each in everything} == {((), ())}
    assert sum(each.libraries for each in everything) == 5


async def test_turnout_counts_votes_that_count_by_kind(books: Database) -> None:
    await books.transact(six_libraries)
    one = await books.transact(outcomes.opened)
    await books.transact(outcomes.vote, one)
    one = await books.transact(outcomes.reword, one, 0, "Drugo besedilo.")
    found = (await reported(books, one)).results
    assert isinstance(found, Results)
    assert found.took_part == 5
    assert found.by_kind == {"osrednja območna": (3, 3), "splošna": (2, 3)}


async def test_sealed_votes_name_no_library(books: Database) -> None:
    await outcomes.association(books, ballot=Ballot.PSEUDONYMOUS)
    found = await books.read(results.results, ConsultationId(1), AFTER)
    assert isinstance(found, Results)
    assert [dict(each.by_library) for each in found.questions] == [{}] * 5
    assert [each.tally.cast.libraries for each in found.questions] == [5, 4, 4, 3, 0]
