"""Rules 4, 5 and 11: a library's one vote, who casts it, and who does not."""

from collections.abc import Sequence
from fractions import Fraction

import pytest
from sqlalchemy import Connection, select, update

from storage import people
from storage.consultations import books as books_of
from storage.consultations import chain, opening, reading, remarks, results, sealed, voting
from storage.consultations.books import Question
from storage.consultations.majority import Choice
from storage.consultations.remarks import Kind
from storage.consultations.results import QuestionResult
from storage.consultations.rules import Closed, Consultation, ConsultationId, Final, NotYours, Results
from storage.consultations.tables import votes
from storage.consultations.voting import Counted, NoSuch, Reworded, Unchanged
from storage.database import Database
from storage.people import Person, Role
from tests.storage.consultations import sample
from tests.storage.consultations.sample import CENTRAL, END, GENERAL, NOW, SEALED, Member, text


async def _result(db: Database, one: Consultation, place: int = 0) -> QuestionResult:
    return (await db.read(results.counted, one)).questions[place]


async def test_rule_4_changing_a_vote_keeps_one(books: Database, members: Sequence[Member]) -> None:
    one = await sample.put(books)
    question = (await sample.asked(books, one.id))[0]
    who = members[0].delegate
    first = await sample.vote(books, question, who, Choice.AGAINST)
    assert isinstance(first, Counted)
    assert first.before is None
    second = await sample.vote(books, question, members[0].deputy, Choice.CHANGE)
    assert isinstance(second, Counted)
    assert second.before is Choice.AGAINST
    assert await sample.vote(books, question, who, Choice.CHANGE) == Unchanged(second.receipt)
    found = await _result(books, one)
    assert (found.tally.cast.libraries, found.tally.counts[Choice.CHANGE].libraries) == (1, 1)
    entries, head = await sample.log(books, one)
    assert chain.verify(entries, head) == chain.Sound(head)
    assert [entry.said.get("choice") for entry in entries] == [None, "against", "change"]
    assert chain.recount(entries)[question.id] == {members[0].library.code: Choice.CHANGE}


async def test_rule_4_weights_are_those_of_the_opening(books: Database, members: Sequence[Member]) -> None:
    one = await sample.put(books, weights={CENTRAL: Fraction("2.6"), GENERAL: Fraction("4.6")}, results=Results.OPEN)
    question = (await sample.asked(books, one.id))[0]
    central, general = members[2], members[0]
    assert (central.library.kind, general.library.kind) == (CENTRAL, GENERAL)
    for member in (central, general):
        await sample.vote(books, question, member.delegate)
    grown = update(people.libraries).where(people.libraries.c.id == general.library.id).values(kind=CENTRAL)
    await books.transact(lambda tx: tx.execute(grown))
    await sample.close(books, one)
    tally = (await _result(books, one)).tally
    assert tally.yes.weight == Fraction("7.2")
    assert tally.entitled.weight == 2 * Fraction("2.6") + 4 * Fraction("4.6")


def _give_role(tx: Connection, person: Person, role: Role) -> None:
    tx.execute(update(people.people).where(people.people.c.id == person.id).values(role=role))


async def test_rule_5_the_vote_stays_with_the_library_when_its_delegate_is_replaced(
    books: Database, members: Sequence[Member]
) -> None:
    one = await sample.put(books)
    question, other, _ = await sample.asked(books, one.id)
    before, after = members[0].delegate, members[0].librarian
    await sample.vote(books, question, before, Choice.AGAINST)
    await books.transact(_give_role, before, Role.LIBRARIAN)
    await books.transact(_give_role, after, Role.DELEGATE)
    for each in (question, other):
        assert await sample.vote(books, each, before) == NotYours()
    rest = one.id, 1, members[0].library.id, before.id, sample.receipt(), NOW
    assert await books.transact(voting.cast_rest, *rest) == NotYours()
    assert (await _result(books, one)).tally.no.libraries == 1
    changed = await sample.vote(books, question, after, Choice.ABSTAIN)
    assert isinstance(changed, Counted)
    assert changed.before is Choice.AGAINST
    assert (await _result(books, one)).tally.cast.libraries == 1


async def test_rule_5_of_a_sealed_ballot_the_new_delegate_is_told_that_it_is_final(
    books: Database, members: Sequence[Member]
) -> None:
    one = await sample.put(books, ballot=SEALED)
    question, other, _ = await sample.asked(books, one.id)
    before, after = members[0].delegate, members[0].deputy
    await sample.drop(books, question, before, "old")
    assert await sample.drop(books, question, after, "new", Choice.AGAINST) == Final()
    await books.transact(_give_role, before, Role.LIBRARIAN)
    assert await sample.drop(books, question, before, "old", Choice.AGAINST) == NotYours()
    assert isinstance(await sample.drop(books, other, after, "new"), sealed.Dropped)
    assert (await _result(books, one)).tally.yes.libraries == 1


async def test_rule_11_what_a_forged_button_asks_is_refused(books: Database, members: Sequence[Member]) -> None:
    mine, other = members[0], members[1]
    one = await sample.put(books)
    closed = await sample.put(books)
    central = await sample.put(books, kinds=(CENTRAL,))
    await sample.close(books, closed)
    question, (was, *_), (theirs, *_) = (
        (await sample.asked(books, one.id))[0], await sample.asked(books, closed.id),
        await sample.asked(books, central.id),
    )  # fmt: skip
    who = mine.delegate
    assert await sample.vote(books, question, who, library=other.library) == NotYours(), "Another library's vote."
    assert await sample.vote(books, question, mine.librarian) == NotYours(), "A librarian casts none."
    assert await sample.vote(books, was, who) == Closed()
    assert await sample.vote(books, theirs, who) == NotYours(), "Who is not asked."
    mixed = question.id, theirs.wording_id, mine.library.id, who.id, Choice.FOR, sample.receipt(), NOW
    assert await books.transact(voting.cast, *mixed) == Reworded(), "A wording of another draft."
    nothing = Question(type(question.id)(4096), question.wording_id, 1, 1, question.text)
    assert await sample.vote(books, nothing, who) == NoSuch()
    assert await sample.drop(books, question, who, "key") == sealed.NotSealed(), "An open ballot has no key."
    for person in (who, mine.librarian):
        lean = theirs.id, theirs.wording_id, person.id, Choice.FOR, NOW
        assert await books.transact(voting.lean, *lean) == NotYours()
        words = theirs.id, Kind.COMMENT, "Ne.", person.id, NOW
        assert await books.transact(remarks.write, *words) == NotYours()
        assert await books.read(reading.article, theirs.id, person) is None
        assert await books.read(reading.card, central.id, person) is None
    assert await books.read(lambda tx: tx.execute(select(votes)).all()) == []


async def test_a_letter_counts_until_somebody_of_the_library_is_in_chat(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    (library,) = await books.transact(sample.add_libraries, 1, 30)
    one = await sample.put(books)
    question = (await sample.asked(books, one.id))[0]

    def _letter(tx: Connection, library_id: people.LibraryId, by: Person) -> voting.Cast:
        words = library_id, by.id, Choice.AGAINST, "file-1", sample.receipt(), NOW
        return voting.cast_by_letter(tx, question.id, question.wording_id, *words)

    assert await books.transact(_letter, library.id, members[0].delegate) == NotYours()
    assert await books.transact(_letter, members[0].library.id, staff) == NotYours(), "It has its own people."
    assert isinstance(await books.transact(_letter, library.id, staff), Counted)
    entries, _ = await sample.log(books, one)
    assert (entries[-1].said["role"], entries[-1].said["through"]) == ("letter", None)
    (delegate,) = await books.transact(sample.add_people, [(Role.DELEGATE, library.id)])
    assert await books.transact(_letter, library.id, staff) == NotYours()
    assert isinstance(await sample.vote(books, question, delegate, Choice.FOR), Counted)
    (row,) = await books.read(lambda tx: tx.execute(select(votes)).all())
    assert (row.role, row.file_id, row.through) == (Role.DELEGATE, None, library.id)


async def test_a_new_version_keeps_votes_of_the_old_wording_marked_and_asks_again(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    one = await sample.put(books)
    first, second, third = await sample.asked(books, one.id)
    who = members[0].delegate
    for question in (first, second, third):
        await sample.vote(books, question, who)
    texts = [(first.id, text(1)), (second.id, text(2, "Drugače.")), (None, text(4))]
    revised = await books.transact(opening.revise, one.id, 1, "", texts, staff.id, NOW)
    assert isinstance(revised, opening.Revised)
    assert (revised.changed, revised.new, revised.gone) == (1, 1, 1)
    assert await sample.vote(books, second, who) == Reworded(), "Their button was of the old wording."
    assert await sample.vote(books, third, who) == NoSuch()
    found = (await books.read(results.counted, revised.one)).questions
    assert [(result.tally.yes.libraries, result.old) for result in found] == [(1, 0), (1, 1), (0, 0)]
    again = await sample.asked(books, one.id)
    assert isinstance(await sample.vote(books, again[1], who), Counted)
    late = one.id, 1, members[0].library.id, who.id, sample.receipt(), NOW
    assert await books.transact(voting.cast_rest, *late) == Reworded()
    rest = one.id, 2, members[0].library.id, who.id, sample.receipt(), NOW
    outcome = await books.transact(voting.cast_rest, *rest)
    assert isinstance(outcome, Counted)
    assert outcome.questions == 1
    entries, head = await sample.log(books, one)
    assert chain.verify(entries, head) == chain.Sound(head)
    code = members[0].library.code
    assert chain.recount(entries) == {question.id: {code: Choice.FOR} for question in again}


async def test_sealed_ballots_on_an_old_wording_are_not_counted_until_it_comes_back(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    one = await sample.put(books, questions=1, ballot=SEALED)
    (question,) = await sample.asked(books, one.id)
    who = members[0].delegate
    await sample.drop(books, question, who, "key")
    for version, words in ((1, "Drugače."), (2, question.text.text)):
        texts = [(question.id, text(1, words))]
        revised = await books.transact(opening.revise, one.id, version, "", texts, staff.id, NOW)
        assert isinstance(revised, opening.Revised)
        found = await _result(books, revised.one)
        assert found.tally.cast.libraries == version - 1
    entries, _ = await sample.log(books, await sample.close(books, one))
    assert [len(cast) for cast in chain.recount(entries).values()] == [1]


async def test_a_gone_consultation_takes_nothing(books: Database, members: Sequence[Member], staff: Person) -> None:
    one = await sample.put(books)
    question = (await sample.asked(books, one.id))[0]
    assert isinstance(await books.transact(opening.withdraw, one.id, staff.id, NOW), opening.Withdrawn)
    assert await sample.vote(books, question, members[0].delegate) == Closed()
    assert await books.transact(opening.extend, one.id, END.replace(month=4), staff.id, NOW) == Closed()
    assert await books.transact(opening.withdraw, ConsultationId(4096), staff.id, NOW) == NoSuch()
    assert isinstance(await books.read(results.results, one.id, END), results.NotYet)


@pytest.mark.parametrize("hidden", [Results.HIDDEN, Results.OPEN])
async def test_results_are_hidden_until_the_end_unless_they_are_open(
    books: Database, members: Sequence[Member], hidden: Results
) -> None:
    one = await sample.put(books, results=hidden)
    question = (await sample.asked(books, one.id))[0]
    await sample.vote(books, question, members[0].delegate)
    early, over = await books.read(results.results, one.id, NOW), await books.read(results.results, one.id, END)
    assert isinstance(early, results.Results) == (hidden is Results.OPEN)
    assert isinstance(over, results.NotYet), "It is over, but not counted yet."
    for who in (members[1].delegate, members[1].librarian):
        seen = await books.read(reading.article, question.id, who, members[0].library.id)
        assert seen is not None
        assert seen.vote is None
        assert seen.library_id == members[1].library.id
    await sample.close(books, one)
    assert isinstance(await books.read(results.results, one.id, END), results.Results)


async def test_the_consultation_of_a_question_is_found_only_in_its_present_version(
    books: Database, members: Sequence[Member]
) -> None:
    one = await sample.put(books, questions=1)
    (question,) = await sample.asked(books, one.id)
    assert await books.read(books_of.of_question, question.id) == one.id
    assert await books.read(books_of.of_question, type(question.id)(4096)) is None
