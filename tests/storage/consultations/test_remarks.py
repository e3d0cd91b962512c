"""Comments and amendments: whose words they are, and who says the same."""

import asyncio
from collections.abc import Sequence

from sqlalchemy import select

from storage.consultations import opening, remark_reading, remarks
from storage.consultations.remark_reading import RemarksPage
from storage.consultations.remarks import Kept, Kind, Supported
from storage.consultations.rules import Closed, NotYours, QuestionId, Remarks
from storage.consultations.tables import remarks as rows
from storage.consultations.tables import supports
from storage.consultations.voting import NoSuch
from storage.database import Database
from storage.people import Person
from tests.storage.consultations import sample
from tests.storage.consultations.sample import NOW, Member


async def _write(db: Database, question: QuestionId, by: Person, words: str, kind: Kind = Kind.AMENDMENT) -> Kept:
    kept = await db.transact(remarks.write, question, kind, words, by.id, NOW)
    assert isinstance(kept, Kept)
    return kept


async def _page(db: Database, question: QuestionId, who: Person) -> RemarksPage:
    found = await db.read(remark_reading.remarks_on, question, who, 0)
    assert found is not None
    return found


async def test_support_is_of_the_words_that_were_read(books: Database, members: Sequence[Member]) -> None:
    one = await sample.put(books, questions=1)
    (question,) = await sample.asked(books, one.id)
    writer, reader = members[0].librarian, members[1].librarian
    kept = await _write(books, question.id, writer, "Črta se beseda »lahko«.")
    assert await books.transact(remarks.support, kept.id, reader.id, NOW, on=True) == Supported(question.id, on=True)
    assert await _write(books, question.id, writer, "Črta se beseda »lahko«.") == kept, "The same words."
    (seen,) = (await _page(books, question.id, reader)).page.lines
    assert (seen.supports, seen.supported) == (1, True)
    await _write(books, question.id, writer, "Črta se ves člen.")
    (seen,) = (await _page(books, question.id, reader)).page.lines
    assert (seen.text, seen.supports, seen.supported) == ("Črta se ves člen.", 0, False)
    stale = await books.transact(remarks.support, kept.id, members[2].librarian.id, NOW, on=True)
    assert stale == NoSuch(), "That button was below other words."


async def test_support_counts_once_however_often_it_is_tapped(books: Database, members: Sequence[Member]) -> None:
    one = await sample.put(books, questions=1)
    (question,) = await sample.asked(books, one.id)
    kept = await _write(books, question.id, members[0].librarian, "Več denarja za knjige.")
    for member in members[1:3]:
        await asyncio.gather(
            *(books.transact(remarks.support, kept.id, member.librarian.id, NOW, on=True) for _ in range(5))
        )
    assert len(await books.read(lambda tx: tx.execute(select(supports)).all())) == 2
    own = await books.transact(remarks.support, kept.id, members[0].librarian.id, NOW, on=True)
    assert own == NotYours(), "One's own words."
    await books.transact(remarks.support, kept.id, members[1].librarian.id, NOW, on=False)
    assert len(await books.read(lambda tx: tx.execute(select(supports)).all())) == 1


async def test_what_was_said_of_an_old_wording_is_kept_and_marked(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    one = await sample.put(books, questions=1)
    (question,) = await sample.asked(books, one.id)
    await _write(books, question.id, members[0].librarian, "Predolgo.", Kind.COMMENT)
    texts = [(question.id, sample.text(1, "Krajše."))]
    await books.transact(opening.revise, one.id, 1, "", texts, staff.id, NOW)
    (seen,) = (await _page(books, question.id, members[1].librarian)).page.lines
    assert (seen.old, seen.text) == (True, "Predolgo.")


async def test_an_anonymous_remark_names_nobody_to_other_members(books: Database, members: Sequence[Member]) -> None:
    one = await sample.put(books, questions=1, remarks=Remarks.ANONYMOUS)
    (question,) = await sample.asked(books, one.id)
    writer = members[0].librarian
    await _write(books, question.id, writer, "Predolgo.")
    for reader in (members[0].delegate, members[1].librarian):
        (seen,) = (await _page(books, question.id, reader)).page.lines
        assert (seen.library, seen.mine) == (None, False)
    (own,) = (await _page(books, question.id, writer)).page.lines
    assert (own.library, own.mine) == (members[0].library.name, True)


async def test_words_that_are_too_long_or_come_too_late_change_nothing(
    books: Database, members: Sequence[Member]
) -> None:
    one = await sample.put(books, questions=1)
    (question,) = await sample.asked(books, one.id)
    who = members[0].librarian.id
    long = await books.transact(remarks.write, question.id, Kind.COMMENT, "a" * 2001, who, NOW)
    assert long == remarks.TooLong(2001)
    late = await books.transact(remarks.write, question.id, Kind.COMMENT, "a", who, sample.END)
    assert late == Closed()
    assert await books.read(lambda tx: tx.execute(select(rows)).all()) == []
