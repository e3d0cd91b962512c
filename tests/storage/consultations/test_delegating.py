"""Rule 6: a library gives its vote to one other, and what is refused."""

import asyncio
from collections.abc import Sequence
from datetime import datetime

import pytest

from storage.consultations import books as books_of
from storage.consultations import chain, delegating, feature, progress, reading, results, voting
from storage.consultations.delegating import Given, NotGiven, TakenBack
from storage.consultations.majority import Choice
from storage.consultations.rules import Closed, Consultation, GivenAway, NotYours, Refused
from storage.consultations.voting import Counted
from storage.database import Database, open_database
from storage.people import Person
from tests.storage.consultations import sample
from tests.storage.consultations.sample import CENTRAL, END, GENERAL, NOW, Member


async def _give(db: Database, one: Consultation, by: Person, to: Member, now: datetime = NOW) -> object:
    return await db.transact(delegating.give, one.id, to.library.id, by.id, now)


async def test_rule_6_each_refusal_has_its_reason(books: Database, members: Sequence[Member]) -> None:
    one = await sample.put(books, kinds=(GENERAL,))
    a, b, central, c, d, other = members
    assert (central.library.kind, other.library.kind) == (CENTRAL, CENTRAL)
    assert await _give(books, one, a.delegate, a) == Refused.TO_ITSELF
    assert await _give(books, one, a.delegate, central) == Refused.NOT_ASKED
    assert await _give(books, one, central.delegate, a) == NotYours(), "It is not asked."
    assert await _give(books, one, a.librarian, b) == NotYours()
    assert await _give(books, one, a.delegate, b) == Given(b.library.id)
    assert await _give(books, one, a.delegate, c) == Refused.TWICE
    assert await _give(books, one, b.delegate, a) == Refused.HOLDS_OTHERS, "A circle."
    assert await _give(books, one, b.delegate, c) == Refused.HOLDS_OTHERS, "A chain, from its middle."
    assert await _give(books, one, c.delegate, a) == Refused.HAS_GIVEN_AWAY, "A chain, from its end."
    assert await _give(books, one, c.delegate, b) == Refused.TOO_MANY, "One is as many as the terms allow."
    assert await _give(books, one, d.delegate, c, END) == Closed()
    assert await books.transact(delegating.take_back, one.id, a.delegate.id, END) == Closed()
    given = (await books.read(books_of.given, one.id)).given
    assert given == {a.library.id: b.library.id}


async def test_rule_6_at_once_no_more_are_given_to_one_than_the_terms_allow_and_no_circle_comes(
    books: Database,
) -> None:
    members = await books.transact(sample.add_members, 20)
    one = await sample.put(books, proxies=3)
    first, second, *others = members
    told = await asyncio.gather(
        _give(books, one, first.delegate, second), _give(books, one, second.delegate, first),
        *(_give(books, one, member.delegate, first) for member in others),
    )  # fmt: skip
    given = (await books.read(books_of.given, one.id)).given
    assert sum(isinstance(outcome, Given) for outcome in told) == len(given)
    held = list(given.values())
    assert max(map(held.count, held)) <= 3
    assert not set(given) & set(held), "Neither a chain nor a circle."


async def _all_give_to_the_first(db: Database, members: Sequence[Member]) -> int:
    """Let all give their votes to one, which may cast one other; return how many it has then."""
    one = await sample.put(db, proxies=1)
    to, *others = members
    await asyncio.gather(*(_give(db, one, member.delegate, to) for member in others), return_exceptions=True)
    return len((await db.read(books_of.given, one.id)).given)


async def test_control_on_postgresql_without_the_lock_more_are_given_than_the_terms_allow(
    postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(books_of, "_LOCK", books_of._FIND)
    monkeypatch.setattr(
        delegating, "_write_down", lambda *_: None
    )  # two entries of the same number would be in the way
    db = open_database(postgresql_url)
    try:
        members = await db.transact(sample.add_members, 20)
        assert max([await _all_give_to_the_first(db, members) for _ in range(5)]) > 1
    finally:
        await db.close()


async def test_who_holds_a_vote_casts_it_and_the_record_shows_for_whom(
    books: Database, members: Sequence[Member]
) -> None:
    one = await sample.put(books, questions=2)
    question, other = await sample.asked(books, one.id)
    own, holder = members[0], members[1]
    await sample.vote(books, question, own.delegate, Choice.AGAINST)
    await _give(books, one, own.delegate, holder)
    assert await sample.vote(books, question, own.delegate) == GivenAway(holder.library.id)
    changed = await sample.vote(books, question, holder.deputy, Choice.ABSTAIN, library=own.library)
    assert isinstance(changed, Counted)
    assert changed.before is Choice.AGAINST, "What was voted stood until the holder changed it."
    vote = (await books.read(results.counted, one)).questions[0].by_library[own.library.id]
    assert (vote.choice, vote.through, vote.role) == (Choice.ABSTAIN, holder.library.id, "deputy")
    entries, _ = await sample.log(books, one)
    said = entries[-1].said
    assert (said["library"], said["through"]) == (own.library.code, holder.library.code)
    assert await books.read(progress.left, one, holder.delegate) == 2 + 1, "Two of its own, one for the other."
    assert await books.read(progress.left, one, own.delegate) == 0
    both = await books.read(reading.casts, one, holder.delegate)
    assert list(both) == [holder.library.id, own.library.id]
    chosen = feature.not_finished({"consultation": one.id})
    behind = set(await books.read(lambda tx: tx.execute(chosen).scalars().all()))
    assert holder.delegate.id in behind
    assert own.delegate.id not in behind
    assert await books.transact(delegating.take_back, one.id, own.delegate.id, NOW) == TakenBack()
    assert await books.transact(delegating.take_back, one.id, own.delegate.id, NOW) == NotGiven()
    assert await sample.vote(books, other, holder.delegate, library=own.library) == NotYours()
    assert isinstance(await sample.vote(books, other, own.delegate), voting.Counted)
    entries, head = await sample.log(books, one)
    assert chain.verify(entries, head) == chain.Sound(head)
    assert [entry.said["do"] for entry in entries] == ["open", "vote", "delegate", "vote", "revoke", "vote"]


async def test_word_of_a_vote_that_was_given_goes_to_its_holder_and_not_once_it_is_taken_back(
    books: Database, members: Sequence[Member]
) -> None:
    one = await sample.put(books)
    await _give(books, one, members[0].delegate, members[1])
    told = {person for person, _ in await books.read(sample.owed, "consultation_given")}
    assert told == {members[1].delegate.id, members[1].deputy.id}
    await books.transact(delegating.take_back, one.id, members[0].deputy.id, NOW)
    assert await books.read(sample.owed, "consultation_given") == []
