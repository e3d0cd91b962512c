"""Rule 12: leaving a consortium tells the lead; the lead leaving asks for another. And whose papers are due when."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, update

from storage.calls import books as call_books
from storage.calls import (
    consortia,
    consortium_books,
    consortium_notices,
    consortium_reading,
    milestones,
    partners,
    publishing,
    reach,
)
from storage.calls.consortium_rules import (
    Consortium,
    Elsewhere,
    Ends,
    Handed,
    Left,
    NameAnother,
    NotIntending,
    NotInvited,
)
from storage.calls.intents import NoSuch
from storage.calls.partner_books import Contact
from storage.calls.rules import Call, Deadline, Intent, NotForYou, Same, TooLate, When
from storage.database import Database, open_database
from storage.membership import leaving
from storage.news import TOGETHER
from storage.people import Person, Role, people
from tests.storage.calls.partners import sample
from tests.storage.calls.partners.sample import (
    CONTENT,
    NOW,
    OVER,
    SUBMISSION,
    Member,
    declare,
    fire,
    found,
    join,
    publish,
    say,
    told,
)

PAPERS = date(2027, 4, 8)


async def of_three(db: Database, members: Sequence[Member], call: Call) -> Consortium:
    """A consortium that the first leads, with the second and the third."""
    one = await found(db, call, members[0].delegate)
    for place in (1, 2):
        await join(db, one, members[0].delegate, members[place].delegate, NOW + timedelta(minutes=place))
    now = await db.read(consortium_books.find, one.id)
    assert now is not None
    return now


async def names_told(db: Database, kind: str) -> list[str]:
    return sorted(name for name, _ in await db.read(told, kind))


async def papers(db: Database, one: Consortium) -> Deadline | None:
    return await db.read(consortium_books.papers, one)


async def move(db: Database, call: Call, version: int, when: When, now: datetime = NOW) -> None:
    (deadline,) = call.deadlines
    assert deadline.id is not None
    outcome = await db.transact(publishing.move_deadline, call.id, version, deadline.id, when, _staff(), now)
    assert isinstance(outcome, publishing.Amended), outcome


def _staff() -> Any:
    return None


async def test_rule_12_leaving_a_consortium_tells_the_lead(
    books: Database, members: Sequence[Member], call: Call
) -> None:
    one = await of_three(books, members, call)
    outcome = await books.transact(consortia.leave, one.id, members[1].deputy, None, NOW)
    assert outcome == (one, Left())
    assert await names_told(books, consortium_notices.LEFT) == ["Ana", "Ana-namestnica"]
    now = await books.read(consortium_books.find, one.id)
    assert now == replace(one, members=(one.members[0], one.members[2]))
    assert await books.transact(consortia.leave, one.id, members[1].delegate, None, NOW) == NotForYou()
    assert len(await names_told(books, consortium_notices.LEFT)) == 2


async def test_rule_12_the_lead_leaving_asks_for_another(
    books: Database, members: Sequence[Member], call: Call
) -> None:
    one = await of_three(books, members, call)
    ana, bojan = members[0], members[1]
    for to in (None, ana.library.id, members[3].library.id):
        assert await books.transact(consortia.leave, one.id, ana.delegate, to, NOW) == (one, NameAnother())
    assert await books.read(consortium_books.find, one.id) == one
    outcome = await books.transact(consortia.leave, one.id, ana.delegate, bojan.library.id, NOW)
    assert outcome == (one, Handed(bojan.library.id))
    now = await books.read(consortium_books.find, one.id)
    assert now == replace(one, lead=bojan.library.id, members=one.members[1:])
    assert await names_told(books, consortium_notices.HANDED) == ["Bojan", "Bojan-namestnica"]
    assert await names_told(books, consortium_notices.LED) == ["Cilka", "Cilka-namestnica"]


async def test_rule_12_with_nobody_left_a_consortium_ends(
    books: Database, members: Sequence[Member], call: Call
) -> None:
    one = await found(books, call, members[0].delegate)
    await books.transact(consortia.invite, one.id, members[1].library.id, members[0].delegate, NOW)
    outcome = await books.transact(consortia.leave, one.id, members[0].delegate, None, NOW)
    assert outcome == (one, Ends())
    assert await books.read(consortium_books.find, one.id) is None
    assert await books.transact(consortia.join, one.id, members[1].delegate, NOW) == NoSuch()
    assert await papers(books, one) is None
    assert (
        await books.read(consortium_notices.invited_facts, members[1].delegate.id, {"consortium": one.id}, NOW) is None
    )


async def test_a_consortium_is_founded_by_whoever_is_interested_and_only_once(
    books: Database, members: Sequence[Member], call: Call
) -> None:
    ana = members[0]
    for by, intent, outcome in (
        (ana.delegate, None, NotIntending()), (ana.delegate, Intent.NOT_FOR_US, NotIntending()),
        (ana.librarian, Intent.APPLYING, NotForYou()),
    ):  # fmt: skip
        await declare(books, call, ana.delegate, intent)
        assert await books.transact(consortia.found, call.id, by, "Skupaj", NOW) == outcome
    assert await books.transact(consortia.found, call.id, ana.delegate, "Skupaj", OVER) == TooLate()
    outcomes = await asyncio.gather(*(
        books.transact(consortia.found, call.id, by, "Skupaj", NOW) for by in (ana.delegate, ana.deputy) * 3
    ))  # fmt: skip
    assert sum(isinstance(one, Consortium) for one in outcomes) == 1
    assert sum(one == Elsewhere() for one in outcomes) == 5


async def test_an_invitation_is_accepted_once_and_both_can_be_reached(
    books: Database, members: Sequence[Member], call: Call
) -> None:
    ana, bojan = members[0], members[1]
    one = await found(books, call, ana.delegate)
    library = bojan.library.id
    assert await books.transact(consortia.join, one.id, bojan.delegate, NOW) == NotInvited()
    assert await books.transact(consortia.invite, one.id, library, bojan.delegate, NOW) == NotForYou()
    assert await books.transact(consortia.invite, one.id, library, ana.delegate, NOW) == consortia.Invited(one, 2)
    assert await books.transact(consortia.invite, one.id, library, ana.deputy, NOW) == Same()
    assert await names_told(books, consortium_notices.INVITED) == ["Bojan", "Bojan-namestnica"]
    assert await books.transact(consortia.join, one.id, bojan.librarian, NOW) == NotForYou()
    outcomes = await asyncio.gather(*(
        books.transact(consortia.join, one.id, by, NOW) for by in (bojan.delegate, bojan.deputy) * 3
    ))  # fmt: skip
    (joined,) = [outcome for outcome in outcomes if isinstance(outcome, consortia.Joined)]
    assert joined.contact == Contact("Ana", "Knjižnica 0", 7000, None)
    assert await names_told(books, consortium_notices.JOINED) == ["Ana", "Ana-namestnica"]
    (_, args), *_ = await books.read(told, consortium_notices.JOINED)
    notice = await books.read(consortium_notices.joined_facts, ana.delegate.id, args, NOW)
    assert notice is not None
    assert notice.contact is not None
    assert notice.contact.name in {"Bojan", "Bojan-namestnica"}
    for other in (bojan.delegate, ana.librarian, members[2].delegate):
        assert await books.read(consortium_notices.joined_facts, other.id, args, NOW) is None
    assert await books.read(reach.intent, call.id, library) is Intent.INTERESTED


async def both_join(db: Database, members: Sequence[Member], call: Call) -> int:
    """Two consortia have invited a library that accepts both at once; return in how many it is."""
    ones = [await found(db, call, members[place].delegate) for place in (0, 1)]
    for place, one in enumerate(ones):
        await db.transact(consortia.invite, one.id, members[2].library.id, members[place].delegate, NOW)
    await asyncio.gather(*(
        db.transact(consortia.join, one.id, by, NOW)
        for one in ones for by in (members[2].delegate, members[2].deputy)
    ), return_exceptions=True)  # fmt: skip
    there = [await db.read(consortium_books.find, one.id) for one in ones]
    return sum(members[2].library.id in one.members for one in there if one)


async def test_a_library_that_accepts_two_at_once_is_in_one(
    books: Database, members: Sequence[Member], call: Call
) -> None:
    assert await both_join(books, members, call) == 1


async def test_control_without_the_lock_it_is_in_both(postgresql_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(call_books, "lock", call_books.find)
    db = open_database(postgresql_url)
    try:
        members = await db.transact(sample.add_members, 3)
        assert max([await both_join(db, members, await publish(db)) for _ in range(5)]) == 2
    finally:
        await db.close()


async def test_a_refused_invitation_tells_the_lead(books: Database, members: Sequence[Member], call: Call) -> None:
    one = await found(books, call, members[0].delegate)
    await books.transact(consortia.invite, one.id, members[1].library.id, members[0].delegate, NOW)
    for other in (members[1].librarian, members[2].delegate):
        assert await books.transact(consortia.refuse, one.id, other, NOW) in (NotForYou(), NotInvited())
    assert await books.transact(consortia.refuse, one.id, members[1].deputy, NOW) == one
    assert await books.transact(consortia.refuse, one.id, members[1].delegate, NOW) == NotInvited()
    assert await names_told(books, consortium_notices.REFUSED) == ["Ana", "Ana-namestnica"]


async def test_the_papers_are_due_a_week_before_and_move_with_the_submission(
    books: Database, members: Sequence[Member], call: Call
) -> None:
    one = await of_three(books, members, call)
    first = await papers(books, one)
    assert first is not None
    assert first.when == When(PAPERS)
    await move(books, call, 1, When(date(2027, 4, 25), time(12)))
    await move(books, call, 2, When(date(2027, 4, 29), time(12)))
    now = await papers(books, one)
    assert now is not None
    assert (now.id, now.when) == (first.id, When(date(2027, 4, 22)))
    assert await names_told(books, consortium_notices.MOVED) == []
    await fire(books, NOW + TOGETHER)
    everybody = sorted(person.first_name for member in members[:3] for person in (member.delegate, member.deputy))
    assert await names_told(books, consortium_notices.MOVED) == everybody
    await fire(books, NOW + 2 * TOGETHER)
    assert len(await names_told(books, consortium_notices.MOVED)) == len(everybody)


async def test_a_submission_that_moves_there_and_back_tells_nobody_of_papers(
    books: Database, members: Sequence[Member], call: Call
) -> None:
    await of_three(books, members, call)
    await move(books, call, 1, When(date(2027, 4, 25), time(12)))
    await move(books, call, 2, SUBMISSION)
    await fire(books, NOW + TOGETHER)
    assert await names_told(books, consortium_notices.MOVED) == []


async def test_the_lead_sets_another_day_for_the_papers_and_it_moves_from_there(
    books: Database, members: Sequence[Member], call: Call
) -> None:
    one = await of_three(books, members, call)
    asked = await papers(books, one)
    assert asked is not None
    wanted = replace(asked, when=When(date(2027, 4, 1), time(14)))
    for other in (members[1].delegate, members[0].librarian):
        assert await books.transact(milestones.set_one, call.id, wanted, other, NOW) == NotForYou()
    assert isinstance(
        await books.transact(milestones.set_one, call.id, wanted, members[0].delegate, NOW), milestones.Set
    )
    await fire(books, NOW + TOGETHER)
    told_of = await names_told(books, consortium_notices.MOVED)
    assert "Ana" not in told_of
    assert len(told_of) == 5
    await move(books, call, 1, When(date(2027, 4, 14), time(12)))
    now = await papers(books, one)
    assert now is not None
    assert now.when == When(date(2027, 3, 31), time(14))
    assert asked.id is not None
    assert await books.transact(milestones.strike, asked.id, members[0].delegate, NOW) == NotForYou()


async def test_whoever_has_applied_is_not_reminded_of_the_papers(
    books: Database, members: Sequence[Member], call: Call
) -> None:
    one = await of_three(books, members, call)
    asked = await papers(books, one)
    assert asked is not None
    assert asked.id is not None
    ana = members[0]
    for intent, met in ((Intent.APPLIED, True), (Intent.APPLYING, False)):
        await declare(books, call, ana.delegate, intent)
        own = await books.read(milestones.find, asked.id, ana.delegate, NOW)
        assert own is not None
        assert own.met is met


async def test_a_call_brought_forward_does_not_put_the_papers_into_the_past(
    books: Database, members: Sequence[Member], call: Call
) -> None:
    one = await of_three(books, members, call)
    await move(books, call, 1, When(date(2027, 3, 4), time(12)))
    now = await papers(books, one)
    assert now is not None
    assert now.when.day == NOW.date()


async def test_a_call_that_ends_within_a_week_has_no_papers_until_it_is_extended(
    books: Database, members: Sequence[Member]
) -> None:
    soon = replace(CONTENT.deadlines[0], when=When(date(2027, 3, 5)))
    call = await publish(books, replace(CONTENT, deadlines=(soon,)))
    one = await found(books, call, members[0].delegate)
    assert await papers(books, one) is None
    await move(books, call, 1, When(date(2027, 4, 5)))
    now = await papers(books, one)
    assert now is not None
    assert now.when.day == date(2027, 3, 29)


async def test_a_withdrawn_call_ends_its_consortia_and_a_closed_one_does_not(
    books: Database, members: Sequence[Member], call: Call
) -> None:
    one = await of_three(books, members, call)
    await books.transact(publishing.close, call.id, _staff(), NOW)
    assert await books.read(consortium_books.find, one.id) == one
    other = await publish(books)
    two = await of_three(books, members, other)
    await books.transact(publishing.withdraw, other.id, _staff(), NOW)
    assert await books.read(consortium_books.find, two.id) is None
    assert await papers(books, two) is None


async def test_when_the_last_who_speaks_for_a_library_goes_the_others_are_told_and_may_lead(
    books: Database, members: Sequence[Member], call: Call
) -> None:
    one = await of_three(books, members, call)
    ana, bojan, cilka = members[:3]
    await books.transact(leaving.forget, bojan.delegate.id, NOW)
    assert await names_told(books, consortium_notices.SILENT) == []
    await books.transact(leaving.forget, bojan.deputy.id, NOW)
    assert await names_told(books, consortium_notices.SILENT) == ["Ana", "Ana-namestnica"]
    assert await books.transact(consortia.take_lead, one.id, cilka.delegate, NOW) == NotForYou()
    for person in (ana.delegate, ana.deputy):
        await books.transact(leaving.forget, person.id, NOW + timedelta(hours=1))
    assert await names_told(books, consortium_notices.SILENT) == ["Cilka", "Cilka-namestnica"]
    card = await books.read(consortium_reading.card, one.id, cilka.delegate)
    assert card is not None
    assert card.silent == {ana.library.id, bojan.library.id}
    outcomes = await asyncio.gather(
        *(books.transact(consortia.take_lead, one.id, by, NOW) for by in (cilka.delegate, cilka.deputy))
    )
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Consortium", "Same"]
    now = await books.read(consortium_books.find, one.id)
    assert now is not None
    assert now.lead == cilka.library.id


def demote(tx: Connection, person: Person) -> None:
    tx.execute(update(people).where(people.c.id == person.id).values(role=Role.LIBRARIAN))


async def test_a_role_that_was_lost_is_no_word_from_the_lead(
    books: Database, members: Sequence[Member], call: Call
) -> None:
    one = await of_three(books, members, call)
    for person in (members[0].delegate, members[0].deputy):
        await books.transact(demote, person)
    assert isinstance(await books.transact(consortia.take_lead, one.id, members[1].delegate, NOW), Consortium)


async def test_only_who_is_in_it_or_invited_sees_a_consortium(
    books: Database, members: Sequence[Member], call: Call
) -> None:
    one = await of_three(books, members, call)
    await books.transact(consortia.invite, one.id, members[3].library.id, members[0].delegate, NOW)
    seen = [await books.read(consortium_reading.card, one.id, member.librarian) for member in members]
    assert [card and card.tie for card in seen] == ["lead", "member", "member", "invited", None]
    assert [card and len(card.deadlines) for card in seen] == [1, 1, 1, 0, None]
    assert [card and list(card.invited) for card in seen] == [[members[3].library.id], [], [], [], None]


async def test_partners_are_offered_first_to_be_invited(books: Database, members: Sequence[Member], call: Call) -> None:
    offer = await say(books, call, members[4].delegate)
    await books.transact(partners.answer, offer.id, members[0].delegate, NOW)
    await books.transact(partners.settle, offer.id, members[0].library.id, members[4].delegate, NOW, accept=True)
    one = await of_three(books, members, call)
    libraries, partner = await books.read(consortium_reading.others, one)
    assert [library.id for library in libraries] == [members[4].library.id, members[3].library.id]
    assert partner == {members[4].library.id}
