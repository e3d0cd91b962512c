"""Rules 2 and 7: what is acknowledged is counted, what comes after the end is refused, and then nothing changes."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from fractions import Fraction

import pytest
from sqlalchemy import Connection, delete, select, update

from storage.consultations import books as books_of
from storage.consultations import chain, closing, results, voting
from storage.consultations.chain import Do
from storage.consultations.majority import Choice
from storage.consultations.rules import Closed, Consultation, State
from storage.consultations.tables import roll, stances, votes
from storage.database import Database, open_database
from storage.membership.libraries import import_libraries
from storage.people import Role, libraries
from tests.storage.consultations import crowd, sample
from tests.storage.consultations.sample import CENTRAL, END, GENERAL, NOW, Member

MANY = 40
JUST_BEFORE = END - timedelta(seconds=1)


def _stored(tx: Connection) -> int:
    return len(tx.execute(select(votes)).all())


async def _close_in_between(db: Database, *, carefully: bool) -> tuple[int, int, int]:
    """Close while many vote; return how many votes were acknowledged, stored, and counted at closing."""
    members = await db.transact(sample.add_members, MANY)
    one = await sample.put(db, questions=1)
    (question,) = await sample.asked(db, one.id)
    cast = crowd.vote if carefully else crowd.vote_carelessly
    tasks: list[asyncio.Task[bool]] = []
    async with asyncio.TaskGroup() as group:
        for place, member in enumerate(members):
            tasks.append(
                group.create_task(cast(db, question, member.library.id, member.delegate.id, JUST_BEFORE))
            )  # fmt: skip
            if place == MANY // 2:
                group.create_task(db.transact(closing.close, one.id, END))
    entries, head = await sample.log(db, one)
    assert chain.verify(entries, head) == chain.Sound(head)
    (closed,) = [entry.said for entry in entries if entry.said["do"] == Do.CLOSE]
    counted = closed["counts"][str(question.id)]["for"][0]
    return sum(task.result() for task in tasks), await db.read(_stored), counted


async def test_rule_2_what_is_acknowledged_while_it_closes_is_counted(books: Database) -> None:
    acknowledged, stored, counted = await _close_in_between(books, carefully=True)
    assert acknowledged == stored == counted
    assert acknowledged > 0


async def test_control_with_reading_and_writing_apart_votes_come_after_the_count(books: Database) -> None:
    acknowledged, _, counted = await _close_in_between(books, carefully=False)
    assert acknowledged > counted


async def test_control_on_postgresql_without_the_lock_the_books_do_not_hold_together(
    postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(books_of, "_LOCK", books_of._FIND)
    db = open_database(postgresql_url)
    try:
        with pytest.raises(ExceptionGroup):
            await _close_in_between(db, carefully=True)
    finally:
        await db.close()


async def test_rule_2_a_vote_after_the_end_is_refused_whatever_the_clock_of_who_asks(
    books: Database, members: Sequence[Member]
) -> None:
    one = await sample.put(books)
    question = (await sample.asked(books, one.id))[0]
    assert await sample.vote(books, question, members[0].delegate, now=END) == Closed(), "It is over, if not closed."
    await sample.close(books, one)
    assert await sample.vote(books, question, members[0].delegate, now=JUST_BEFORE) == Closed()
    lean = question.id, question.wording_id, members[0].librarian.id, Choice.FOR, JUST_BEFORE
    assert await books.transact(voting.lean, *lean) == Closed()
    assert await books.read(_stored) == 0


async def test_rule_2_closing_twice_is_closing_once(books: Database, members: Sequence[Member]) -> None:
    one = await sample.put(books)
    assert await books.transact(closing.close, one.id, JUST_BEFORE) == closing.TooSoon()
    told = await asyncio.gather(*(books.transact(closing.close, one.id, END) for _ in range(5)))
    assert sorted(type(outcome).__name__ for outcome in told) == ["Done", *["NotOpen"] * 4]
    entries, _ = await sample.log(books, one)
    assert [entry.said["do"] for entry in entries] == [Do.OPEN, Do.CLOSE]


async def test_on_postgresql_a_stance_does_not_come_after_the_closing(postgresql_url: str) -> None:
    db, other = open_database(postgresql_url), open_database(postgresql_url)
    try:
        (member,) = await db.transact(sample.add_members, 1)
        one = await sample.put(db, questions=1)
        (question,) = await sample.asked(db, one.id)
        words = question.id, question.wording_id, member.librarian.id, Choice.FOR, JUST_BEFORE
        leaning: list[asyncio.Task[object]] = []

        def _close(tx: Connection) -> None:
            """Close, and be slow with it: meanwhile somebody else takes a stance."""
            closing.close(tx, one.id, END)
            running.call_soon_threadsafe(
                lambda: leaning.append(running.create_task(other.transact(voting.lean, *words)))
            )

        running = asyncio.get_running_loop()
        await db.transact(_close)
        await asyncio.sleep(0)
        assert await leaning[0] == Closed()
        assert (await db.read(lambda tx: tx.execute(select(stances)).all())) == []
    finally:
        await db.close()
        await other.close()


async def _results(db: Database, one: Consultation) -> results.Results:
    found = await db.read(results.results, one.id, END + timedelta(days=1))
    assert isinstance(found, results.Results)
    return found


async def test_rule_7_after_the_closing_neither_coming_nor_going_changes_a_result(
    books: Database, members: Sequence[Member]
) -> None:
    one = await sample.put(books, weights={CENTRAL: Fraction("2.6")})
    question = (await sample.asked(books, one.id))[0]
    for member in members[:4]:
        await sample.vote(books, question, member.delegate)
    await sample.close(books, one)
    before = await _results(books, one)
    assert len(before.roll) == 6

    def _go_and_come(tx: Connection) -> None:
        tx.execute(update(libraries).where(libraries.c.id == members[0].library.id).values(kind="zasebna", name="X"))
        sample.add_libraries(tx, 3, first=50)
        import_libraries(tx, b"code,name,town,kind\nptuj,Knjiznica Ptuj,Ptuj,splosna\n", END)

    await books.transact(_go_and_come)
    assert await _results(books, one) == before


async def test_rule_7_until_the_closing_libraries_come_onto_the_roll_and_vote(
    books: Database, members: Sequence[Member]
) -> None:
    one = await sample.put(books, kinds=(GENERAL,), weights={GENERAL: Fraction("4.6")})
    question = (await sample.asked(books, one.id))[0]
    assert len(await books.read(results.turnout, one)) == 4
    lines = f"code,name,town,kind\nptuj,Knjižnica Ptuj,Ptuj,{GENERAL}\nkrsko,Knjižnica Krško,Krško,{CENTRAL}\n"
    await books.transact(import_libraries, lines.encode(), NOW)
    ptuj = await books.read(
        lambda tx: tx.execute(select(libraries.c.id).where(libraries.c.code == "ptuj")).scalar_one()
    )
    (delegate,) = await books.transact(sample.add_people, [(Role.DELEGATE, ptuj)])
    there = {library.code: library.weight for library in await books.read(results.turnout, one)}
    assert (there["ptuj"], "krsko" in there, len(there)) == (Fraction("4.6"), False, 5)
    assert isinstance(await sample.vote(books, question, delegate), voting.Counted)
    await sample.close(books, one)
    first = (await _results(books, one)).questions[0]
    assert (first.tally.yes.weight, first.tally.entitled.libraries) == (Fraction("4.6"), 5)


async def test_rule_7_a_library_that_is_gone_at_the_closing_is_not_entitled(
    books: Database, members: Sequence[Member]
) -> None:
    one = await sample.put(books)
    (gone,) = await books.transact(sample.add_libraries, 1, 60)
    await books.transact(lambda tx: tx.execute(delete(libraries).where(libraries.c.id == gone.id)))
    closed = await sample.close(books, one)
    assert closed.state is State.CLOSED
    there = await books.read(lambda tx: tx.execute(select(roll.c.code)).scalars().all())
    assert sorted(there) == [member.library.code for member in members]
