"""What somebody is owed by another's word arrives: in the morning, or at night if the morning is too late."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from storage.calls import (
    consortia,
    consortium_books,
    consortium_notices,
    milestones,
    notices,
    partner_notices,
    partners,
    publishing,
)
from storage.calls.partner_notices import Notice
from storage.calls.partner_rules import OfferId, Standing
from storage.calls.rules import Call, Intent, When
from storage.database import Database
from storage.local_time import LJUBLJANA
from storage.membership import leaving
from storage.people import Person
from tests.storage.calls.partners.sample import (
    CONTENT,
    NOW,
    Member,
    declare,
    fire,
    found,
    goes_at,
    join,
    publish,
    quiet_at_night,
    say,
    told,
)

NIGHT = datetime(2027, 3, 1, 22, tzinfo=LJUBLJANA)
MORNING = datetime(2027, 3, 2, 7, tzinfo=LJUBLJANA)
EARLY = replace(CONTENT, deadlines=(replace(CONTENT.deadlines[0], when=When(date(2027, 3, 2), time(6))),))


async def agree(db: Database, call: Call, ana: Person, bojan: Member, now: datetime = NIGHT) -> OfferId:
    """Let the library of one answer the offer of another, and be accepted."""
    offer = await say(db, call, ana)
    await db.transact(partners.answer, offer.id, bojan.delegate, now)
    await db.transact(partners.settle, offer.id, bojan.library.id, ana, now, accept=True)
    return offer.id


async def read(db: Database, person: Person, now: datetime = MORNING) -> Notice | None:
    """What a person is told of an agreement."""
    args = next(args for name, args in await db.read(told, partner_notices.SETTLED) if name == person.first_name)
    return await db.read(partner_notices.settled_facts, person.id, args, now)


async def test_an_agreement_at_night_is_told_in_the_morning_with_the_contact(
    books: Database, members: Sequence[Member], call: Call
) -> None:
    await quiet_at_night(books)
    await agree(books, call, members[0].delegate, members[1])
    assert await books.read(goes_at, partner_notices.SETTLED) == {MORNING}
    said = await read(books, members[1].deputy)
    assert said is not None
    assert said.contact is not None
    assert said.contact.name == "Ana"


async def test_an_agreement_on_a_call_that_ends_before_the_morning_is_told_at_once(
    books: Database, members: Sequence[Member]
) -> None:
    await quiet_at_night(books)
    call = await publish(books, EARLY)
    await agree(books, call, members[0].delegate, members[1])
    assert await books.read(goes_at, partner_notices.SETTLED) == {NIGHT}


@pytest.mark.parametrize("how", ["closed", "withdrawn", "left"])
async def test_an_agreement_whose_offer_is_gone_by_the_morning_is_told_without_the_contact(
    books: Database, members: Sequence[Member], call: Call, how: str
) -> None:
    ana, bojan = members[0].delegate, members[1]
    await quiet_at_night(books)
    offer = await agree(books, call, ana, bojan)
    if how == "closed":
        await books.transact(publishing.close, call.id, ana.id, NIGHT)
    elif how == "withdrawn":
        await books.transact(partners.withdraw, offer, ana, NIGHT)
    else:
        await books.transact(leaving.forget, ana.id, NIGHT)
    said = await read(books, bojan.delegate)
    assert said is not None
    assert (said.standing, said.library, said.contact, said.offer) == (Standing.AGREED, "Knjižnica 0", None, None)


async def test_questions_that_have_no_morning_are_asked_at_once(books: Database, members: Sequence[Member]) -> None:
    ana, bojan, _ = (one.delegate for one in members[:3])
    await quiet_at_night(books)
    call = await publish(books, EARLY)
    offer = await say(books, call, ana)
    await books.transact(partners.answer, offer.id, bojan, NIGHT)
    one = await found(books, call, ana)
    await books.transact(consortia.invite, one.id, members[1].library.id, ana, NIGHT)
    await declare(books, call, members[2].librarian, Intent.APPLYING, NIGHT)
    await books.transact(notices.remind_undecided, call, NIGHT)
    kinds = partner_notices.ANSWERED, consortium_notices.INVITED, notices.PROPOSED, notices.UNDECIDED
    assert [await books.read(goes_at, kind) for kind in kinds] == [{NIGHT}] * 4


async def test_questions_that_have_one_wait_for_the_morning(
    books: Database, members: Sequence[Member], call: Call
) -> None:
    ana, bojan = members[0].delegate, members[1].delegate
    await quiet_at_night(books)
    offer = await say(books, call, ana)
    await books.transact(partners.answer, offer.id, bojan, NIGHT)
    await declare(books, call, members[2].librarian, Intent.APPLYING, NIGHT)
    kinds = partner_notices.ANSWERED, notices.PROPOSED
    assert [await books.read(goes_at, kind) for kind in kinds] == [{MORNING}] * 2


async def test_papers_that_are_due_before_the_morning_now_are_told_at_once(
    books: Database, members: Sequence[Member], call: Call
) -> None:
    ana, bojan = members[0].delegate, members[1].delegate
    one = await found(books, call, ana)
    await join(books, one, ana, bojan)
    await quiet_at_night(books)
    papers = await books.read(consortium_books.papers, one)
    assert papers is not None
    moved = replace(papers, when=When(date(2027, 3, 2), time(6)))
    await books.transact(milestones.change, papers, moved, ana.id, NIGHT)
    await fire(books, NIGHT + timedelta(minutes=10))
    assert await books.read(goes_at, consortium_notices.MOVED) == {NIGHT + timedelta(minutes=10)}


async def test_papers_that_are_due_within_minutes_now_are_told_at_once(
    books: Database, members: Sequence[Member], call: Call
) -> None:
    ana, bojan = members[0].delegate, members[1].delegate
    one = await found(books, call, ana)
    await join(books, one, ana, bojan)
    papers = await books.read(consortium_books.papers, one)
    assert papers is not None
    moved = replace(papers, when=When(date(2027, 3, 1), time(10, 5)))
    await books.transact(milestones.change, papers, moved, ana.id, NOW)
    await fire(books, NOW)
    assert await books.read(goes_at, consortium_notices.MOVED) == {NOW}


async def test_whoever_proposed_hears_what_the_library_has_declared_by_the_morning(
    books: Database, members: Sequence[Member], call: Call
) -> None:
    mine, who = members[0], members[0].librarian
    await quiet_at_night(books)
    for intent, then in ((Intent.APPLYING, Intent.INTERESTED), (Intent.APPLIED, Intent.NOT_FOR_US)):
        await declare(books, call, who, intent, NIGHT)
        await declare(books, call, mine.delegate, then, NIGHT)
    await declare(books, call, mine.deputy, Intent.APPLYING, NIGHT + timedelta(hours=1))
    ((_, args),) = await books.read(told, notices.DECLARED)
    said = await books.read(notices.declared_facts, who.id, args, MORNING)
    assert said is not None
    assert said.intent is Intent.APPLYING


async def test_the_lead_hears_who_has_joined_though_another_leads_by_the_morning(
    books: Database, members: Sequence[Member], call: Call
) -> None:
    ana, bojan, cilka = (one.delegate for one in members[:3])
    one = await found(books, call, ana)
    await join(books, one, ana, bojan)
    await quiet_at_night(books)
    await join(books, one, ana, cilka, NIGHT)
    await books.transact(consortium_books.lead, one.id, members[1].library.id)
    args = next(args for _, args in await books.read(told, consortium_notices.JOINED) if args["by"] == cilka.id)
    said = await books.read(consortium_notices.joined_facts, ana.id, args, MORNING)
    assert said is not None
    assert said.contact is not None
    assert said.contact.name == "Cilka"
