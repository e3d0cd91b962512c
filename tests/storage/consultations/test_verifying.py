"""A log is verified, and the books beside it: whatever somebody does to either by hand is found."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from fractions import Fraction
from typing import Any

import pytest
from sqlalchemy import Connection, func, insert, text, update

from storage.consultations import closing, delegating, opening, verifying
from storage.consultations.chain import Broken, Flaw
from storage.consultations.majority import Choice
from storage.consultations.rules import Consultation, ConsultationId
from storage.consultations.tables import ballots
from storage.consultations.verifying import Copy, Differs, Part, Unusable, Verified
from storage.consultations.voting import Counted, NoSuch
from storage.database import Database, open_database
from storage.local_time import LJUBLJANA
from storage.people import Person, Role, libraries
from tests.storage.consultations import sample
from tests.storage.consultations.sample import CENTRAL, END, NOW, SEALED, Member


async def _run(db: Database, members: Sequence[Member], staff: Person, ballot: str) -> Consultation:
    """Run a consultation with all that can happen to it, but for its end."""
    open_ballot = ballot == "open"
    ends_at = END.astimezone(LJUBLJANA)
    changes: dict[str, Any] = {"weights": {CENTRAL: Fraction("2.6")}} if open_ballot else {"ballot": SEALED}
    one = await sample.put(db, ends_at=ends_at, **changes)
    first, second, third = await sample.asked(db, one.id)
    await db.transact(delegating.give, one.id, members[1].library.id, members[0].delegate.id, NOW)
    for place, member in enumerate(members[1:]):
        for question in (first, second, third):
            choice = list(Choice)[place % 4]
            if open_ballot:
                await sample.vote(db, question, member.delegate, choice)
            else:
                await sample.drop(db, question, member.delegate, f"key-{place}", choice)
    texts = [(first.id, first.text), (second.id, sample.text(2, "Drugače.")), (None, sample.text(4))]
    await db.transact(opening.revise, one.id, 1, "", texts, staff.id, NOW)
    await db.transact(opening.extend, one.id, ends_at + timedelta(days=1), staff.id, NOW)
    await db.transact(delegating.take_back, one.id, members[0].deputy.id, NOW)
    return one


@pytest.mark.parametrize("ballot", ["open", "pseudonymous"])
async def test_what_nobody_has_touched_is_sound_before_and_after_the_end(
    books: Database, members: Sequence[Member], staff: Person, ballot: str
) -> None:
    one = await _run(books, members, staff, ballot)
    found = await books.transact(verifying.verify, one.id)
    assert isinstance(found, Verified)
    assert (found.questions, found.beside) == (3, 0)
    earlier = Copy(*await sample.log(books, one))
    await books.transact(lambda tx: tx.execute(update(libraries).values(code=func.upper(libraries.c.code))))
    if ballot == "open":
        again = (await sample.asked(books, one.id))[0]
        assert isinstance(await sample.vote(books, again, members[2].deputy, Choice.ABSTAIN), Counted), "By a new code."
    await sample.close(books, one, END + timedelta(days=1))
    found = await books.transact(verifying.verify, one.id, earlier)
    assert isinstance(found, Verified), found
    assert found.beside == len(earlier.entries)
    assert found.votes == (10 if ballot == "open" else 5), "Sealed ballots on an old wording do not count."


SWAP = """
    UPDATE ballot_log SET number = -number WHERE number IN (7, 8);
    UPDATE ballot_log SET number = 15 + number WHERE number < 0
"""


def _do(tx: Connection, deed: str) -> None:
    for statement in deed.split(";"):
        tx.execute(text(statement))


OPEN = [
    ("UPDATE ballot_log SET body = replace(body, 'against', 'abstain') WHERE number = 9", Broken(Flaw.ALTERED, 9)),
    ("DELETE FROM ballot_log WHERE number = 6", Broken(Flaw.MISSING, 6)),
    ("DELETE FROM ballot_log WHERE number > 9", Broken(Flaw.CUT, 10)),
    (SWAP, Broken(Flaw.OUT_OF_ORDER, 7)),
    ("UPDATE votes SET choice = 'abstain' WHERE choice = 'against'", Differs(Part.VOTES, "1. člen")),
    ("DELETE FROM votes", Differs(Part.VOTES, "1. člen")),
    ("UPDATE wordings SET text = 'Drugo.' WHERE label = '4. člen'", Differs(Part.TEXT, "4. člen")),
    ("UPDATE consultations SET majority = 'two-thirds'", Differs(Part.TERMS)),
    ("UPDATE roll SET weight = '100' WHERE code = 'k01'", Differs(Part.ROLL)),
    ("DELETE FROM roll WHERE code = 'k01'", Differs(Part.ROLL)),
]  # fmt: skip
SEALED_ONES = [
    ("UPDATE ballots SET choice = 'abstain' WHERE choice = 'for'", Differs(Part.VOTES, "1. člen")),
    ("DELETE FROM ballots WHERE choice = 'for'", Differs(Part.VOTES, "1. člen")),
    ("DELETE FROM voters", Differs(Part.VOTES, "1. člen")),
    ("UPDATE ballot_log SET body = replace(body, 'against', 'abstain') WHERE number = 8", Broken(Flaw.ALTERED, 8)),
]


@pytest.mark.parametrize(
    ("ballot", "deed", "found"),
    [*(("open", *one) for one in OPEN), *(("pseudonymous", *one) for one in SEALED_ONES)],
)
async def test_what_is_done_by_hand_is_found(sqlite_url: str, ballot: str, deed: str, found: Broken | Differs) -> None:
    db = open_database(sqlite_url)
    try:
        members = await db.transact(sample.add_members, 6)
        (staff,) = await db.transact(sample.add_people, [(Role.STAFF, None)])
        one = await _run(db, members, staff, ballot)
        await sample.close(db, one, END + timedelta(days=1))
        await db.transact(_do, deed)
        assert await db.transact(verifying.verify, one.id) == found
    finally:
        await db.close()


async def test_a_box_into_which_somebody_put_a_ballot_of_their_own_is_found_while_the_vote_runs(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    one = await _run(books, members, staff, "pseudonymous")
    question = (await sample.asked(books, one.id))[0]
    stuffed = insert(ballots).values(wording_id=question.wording_id, seal="0" * 64, choice=Choice.FOR)
    await books.transact(lambda tx: tx.execute(stuffed))
    assert await books.transact(verifying.verify, one.id) == Differs(Part.VOTES, "1. člen")


async def test_counts_of_a_closing_that_do_not_follow_from_the_votes_are_found(
    books: Database, members: Sequence[Member], staff: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = await _run(books, members, staff, "open")
    counts = closing.counts
    monkeypatch.setattr(closing, "counts", lambda tally: {**counts(tally), "verdict": "adopted"})
    await sample.close(books, one, END + timedelta(days=1))
    monkeypatch.undo()
    assert await books.transact(verifying.verify, one.id) == Differs(Part.COUNT, "4. člen"), "Nobody voted on it."


async def test_an_earlier_copy_that_is_damaged_itself_is_of_no_use(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    one = await _run(books, members, staff, "open")
    entries, head = await sample.log(books, one)
    cut = Copy(entries[:-1], head)
    assert await books.transact(verifying.verify, one.id, cut) == Unusable(Broken(Flaw.CUT, len(entries)))


async def test_a_log_is_verified_while_votes_come_in(postgresql_url: str) -> None:
    db = open_database(postgresql_url)
    try:
        members = await db.transact(sample.add_members, 20)
        one = await sample.put(db, questions=1)
        (question,) = await sample.asked(db, one.id)
        votes = (sample.vote(db, question, member.delegate) for member in members)
        looks = (db.transact(verifying.verify, one.id) for _ in range(20))
        found = await asyncio.gather(*(each for pair in zip(votes, looks, strict=True) for each in pair))
        assert all(isinstance(one, Verified) for one in found[1::2]), found
    finally:
        await db.close()


async def test_there_is_nothing_to_verify_where_there_is_no_consultation(books: Database) -> None:
    assert await books.transact(verifying.verify, ConsultationId(5)) == NoSuch()
