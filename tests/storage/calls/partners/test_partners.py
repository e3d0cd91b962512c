"""Rule 12: contacts never leave before both agreed. Offers, answers, and what becomes of them."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, func, select, update

from storage.calls import books as call_books
from storage.calls import leaving, partner_books, partner_notices, partner_reading, partners, publishing
from storage.calls.intents import NoSuch
from storage.calls.partner_rules import Answered, OfferId, Part, Settled, Side, Standing, Words
from storage.calls.rules import Call, NotForYou, Same, TooLate, When
from storage.calls.tables import call_answers, call_offers
from storage.database import Database, open_database
from storage.membership import leaving as membership
from storage.people import Person, Role, people
from tests.storage.calls.partners import sample
from tests.storage.calls.partners.sample import NOW, OVER, WORDS, Member, everything_owed, fire, publish, say, told

LATER = NOW + timedelta(hours=1)
AGREED = Settled(Standing.AGREED, fresh=True)


async def seen(db: Database, offer: Any, by: Person, now: Any = NOW) -> partner_reading.Card:
    found = await db.read(partner_reading.card, offer.id, by, now)
    assert found is not None
    return found


async def test_rule_12_contacts_never_leave_before_both_agreed(
    books: Database, members: Sequence[Member], call: Call
) -> None:
    ana, bojan, cilka = members[0], members[1], members[2]
    offer = await say(books, call, ana.delegate)
    for person in (ana.delegate, bojan.delegate, bojan.deputy, bojan.librarian, cilka.delegate):
        assert (await seen(books, offer, person)).contact is None
    assert await books.transact(partners.answer, offer.id, bojan.delegate, NOW) == Answered()
    for person in (ana.delegate, ana.deputy, ana.librarian, bojan.delegate, bojan.deputy, cilka.delegate):
        card = await seen(books, offer, person)
        assert card.contact is None
        assert all(one.contact is None for one in card.answers)

    library = bojan.library.id
    assert await books.transact(partners.settle, offer.id, library, ana.delegate, NOW, accept=True) == AGREED
    (mine,) = (await seen(books, offer, ana.delegate)).answers
    assert mine.contact == partner_books.Contact("Bojan", "Knjižnica 1", 7010, None)
    theirs = (await seen(books, offer, bojan.delegate)).contact
    assert theirs == partner_books.Contact("Ana", "Knjižnica 0", 7000, "ana@knjiznica.example")
    assert (await seen(books, offer, bojan.deputy)).contact == theirs
    for person in (ana.librarian, bojan.librarian, cilka.delegate, cilka.librarian):
        card = await seen(books, offer, person)
        assert card.contact is None
        assert card.answers == []
    owed = await books.read(everything_owed)
    assert not [row for row in owed if "ana@" in row or "'Ana'" in row or "7000" in row or "7010" in row]


async def test_the_side_of_whoever_accepts_is_the_one_that_is_reached(
    books: Database, members: Sequence[Member], call: Call
) -> None:
    ana, bojan = members[0], members[1]
    offer = await say(books, call, ana.delegate)
    await books.transact(partners.answer, offer.id, bojan.deputy, NOW)
    assert await books.read(told, partner_notices.ANSWERED) == [
        (name, {"offer": offer.id, "library": bojan.library.id}) for name in ("Ana", "Ana-namestnica")
    ]
    await books.transact(partners.settle, offer.id, bojan.library.id, ana.deputy, NOW, accept=True)
    contact = (await seen(books, offer, bojan.delegate)).contact
    assert contact == partner_books.Contact("Ana-namestnica", "Knjižnica 0", 7001, None)
    assert [name for name, _ in await books.read(told, partner_notices.ANSWERED)] == []
    assert [name for name, _ in await books.read(told, partner_notices.SETTLED)] == ["Bojan", "Bojan-namestnica"]


async def test_a_refusal_tells_once_and_gives_no_contact(
    books: Database, members: Sequence[Member], call: Call
) -> None:
    ana, bojan = members[0], members[1]
    offer = await say(books, call, ana.delegate)
    await books.transact(partners.answer, offer.id, bojan.delegate, NOW)
    refuse = {"accept": False}
    library = bojan.library.id
    outcomes = [await books.transact(partners.settle, offer.id, library, ana.delegate, NOW, **refuse) for _ in range(2)]
    assert [one.fresh for one in outcomes if isinstance(one, Settled)] == [True, False]
    again = await books.transact(partners.settle, offer.id, library, ana.delegate, LATER, accept=True)
    assert again == Settled(Standing.REFUSED, fresh=False)
    assert len(await books.read(told, partner_notices.SETTLED)) == 2
    assert (await seen(books, offer, bojan.delegate)).contact is None
    outcome = await books.transact(partners.answer, offer.id, bojan.delegate, NOW)
    assert outcome == Settled(Standing.REFUSED, fresh=False)


async def test_an_answer_is_taken_back_until_it_is_accepted(
    books: Database, members: Sequence[Member], call: Call
) -> None:
    ana, bojan = members[0], members[1]
    offer = await say(books, call, ana.delegate)
    for _ in range(3):
        await books.transact(partners.answer, offer.id, bojan.delegate, NOW)
    assert len(await books.read(told, partner_notices.ANSWERED)) == 2
    assert await books.transact(partners.take_back, offer.id, bojan.deputy) == Answered()
    assert await books.read(told, partner_notices.ANSWERED) == []
    gone = await books.transact(partners.settle, offer.id, bojan.library.id, ana.delegate, NOW, accept=True)
    assert gone == NoSuch()
    await books.transact(partners.answer, offer.id, bojan.delegate, NOW)
    await books.transact(partners.settle, offer.id, bojan.library.id, ana.delegate, NOW, accept=True)
    assert await books.transact(partners.take_back, offer.id, bojan.delegate) == Settled(Standing.AGREED, fresh=False)


async def test_two_who_answer_each_other_have_agreed(books: Database, members: Sequence[Member], call: Call) -> None:
    ana, bojan = members[0], members[1]
    seeks = await say(books, call, ana.delegate)
    offers = await say(books, call, bojan.delegate, Words(Side.OFFERS, Part.PARTNER, "Oprema.", "01 234 56 78"))
    outcomes = await asyncio.gather(
        books.transact(partners.answer, offers.id, ana.delegate, NOW),
        books.transact(partners.answer, seeks.id, bojan.delegate, NOW),
    )
    assert sorted(map(str, outcomes)) == sorted(map(str, [Answered(), AGREED]))
    assert len(await books.read(told, partner_notices.SETTLED)) == 2
    pair = [await books.read(partner_reading.agreed_with, call.id, one.library.id) for one in (ana, bojan)]
    assert pair == [[bojan.library.id], [ana.library.id]]


def standing(tx: Connection, offer: OfferId) -> str:
    found: str = tx.execute(select(call_answers.c.standing).where(call_answers.c.offer_id == offer)).scalar_one()
    return found


async def both_settle(db: Database, members: Sequence[Member], call: Call) -> tuple[int, int]:
    """Let delegate and deputy say yes and no at once; return how often it was settled, and how many are told."""
    ana, bojan = members[0], members[1]
    offer = await say(db, call, ana.delegate)
    await db.transact(partners.answer, offer.id, bojan.delegate, NOW)
    library = bojan.library.id
    outcomes = await asyncio.gather(*(
        db.transact(partners.settle, offer.id, library, by, NOW, accept=yes)
        for yes in (True, False) for by in (ana.delegate, ana.deputy) for _ in range(3)
    ))  # fmt: skip
    fresh = [one for one in outcomes if isinstance(one, Settled) and one.fresh]
    assert await db.read(standing, offer.id) in {one.standing.value for one in fresh}
    return len(fresh), len(await db.read(told, partner_notices.SETTLED))


async def test_of_those_who_accept_and_refuse_at_once_one_settles_it(
    books: Database, members: Sequence[Member], call: Call
) -> None:
    assert await both_settle(books, members, call) == (1, 2)


async def test_control_without_the_lock_it_is_settled_more_than_once(
    postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(call_books, "lock", call_books.find)
    db = open_database(postgresql_url)
    try:
        members = await db.transact(sample.add_members, 2)
        settled = [(await both_settle(db, members, await publish(db)))[0] for _ in range(5)]
        assert max(settled) > 1
    finally:
        await db.close()


async def test_taking_back_and_accepting_at_once_do_one_of_both(
    books: Database, members: Sequence[Member], call: Call
) -> None:
    ana, bojan = members[0], members[1]
    offer = await say(books, call, ana.delegate)
    for _ in range(5):
        await books.transact(partners.answer, offer.id, bojan.delegate, NOW)
        taken, accepted = await asyncio.gather(
            books.transact(partners.take_back, offer.id, bojan.delegate),
            books.transact(partners.settle, offer.id, bojan.library.id, ana.delegate, NOW, accept=True),
        )
        if taken == Answered():
            assert accepted == NoSuch()
        else:
            assert (taken, accepted) == (Settled(Standing.AGREED, fresh=False), AGREED)
            break


async def test_an_offer_is_changed_and_withdrawn(books: Database, members: Sequence[Member], call: Call) -> None:
    ana, bojan, cilka = members[0], members[1], members[2]
    offer = await say(books, call, ana.delegate)
    await books.transact(partners.answer, offer.id, bojan.delegate, NOW)
    await books.transact(partners.answer, offer.id, cilka.delegate, NOW)
    await books.transact(partners.settle, offer.id, cilka.library.id, ana.delegate, NOW, accept=False)
    changed = await say(books, call, ana.deputy, Words(Side.OFFERS, Part.LEAD, "Vodenje."))
    assert (changed.id, changed.person, changed.words.line) == (offer.id, ana.deputy.id, None)
    assert len(await books.read(partner_books.replies, offer.id)) == 2
    for other in (ana.librarian, bojan.delegate):
        assert await books.transact(partners.withdraw, offer.id, other, NOW) == NotForYou()
    assert await books.transact(partners.withdraw, offer.id, ana.delegate, NOW) == changed
    assert [name for name, _ in await books.read(told, partner_notices.GONE)] == ["Bojan", "Bojan-namestnica"]
    for action in (partners.withdraw, partners.answer):
        assert await books.transact(action, offer.id, ana.delegate, NOW) == NoSuch()
    assert await books.read(lambda tx: tx.execute(select(func.count()).select_from(call_answers)).scalar()) == 0


async def test_who_may_not_offer_or_answer(books: Database, members: Sequence[Member], call: Call) -> None:
    ana, bojan = members[0], members[1]
    assert await books.transact(partners.say, call.id, ana.librarian, WORDS, NOW) == NotForYou()
    assert await books.transact(partners.say, call.id, ana.delegate, WORDS, OVER) == TooLate()
    offer = await say(books, call, ana.delegate)
    assert await books.transact(partners.answer, offer.id, ana.deputy, NOW) == NotForYou()
    assert await books.transact(partners.answer, offer.id, bojan.librarian, NOW) == NotForYou()
    assert await books.transact(partners.answer, offer.id, bojan.delegate, NOW) == Answered()
    assert await books.transact(partners.answer, offer.id, bojan.deputy, NOW) == Same()
    library = bojan.library.id
    for other in (ana.librarian, bojan.delegate, members[2].delegate):
        outcome = await books.transact(partners.settle, offer.id, library, other, NOW, accept=True)
        assert outcome == NotForYou()
    assert await books.read(standing, offer.id) == Standing.WAITS


def count(tx: Connection) -> int:
    return tx.execute(select(func.count()).select_from(call_offers)).scalar_one()


async def test_offers_go_when_the_call_is_over_also_when_that_is_another_day(
    books: Database, members: Sequence[Member], call: Call
) -> None:
    offer = await say(books, call, members[0].delegate)
    (deadline,) = call.deadlines
    assert deadline.id is not None
    longer = When(deadline.when.day + timedelta(days=10), deadline.when.hour)
    moved = await books.transact(publishing.move_deadline, call.id, 1, deadline.id, longer, members[0].delegate.id, NOW)
    assert isinstance(moved, publishing.Amended)
    await fire(books, OVER)
    assert await books.read(partner_reading.card, offer.id, members[1].delegate, OVER)
    await fire(books, longer.ends_at)
    assert await books.read(count) == 0


@pytest.mark.parametrize("end", [publishing.close, publishing.withdraw])
async def test_offers_go_with_a_call_that_is_closed_or_withdrawn(
    books: Database, members: Sequence[Member], call: Call, end: Any
) -> None:
    await say(books, call, members[0].delegate)
    await books.transact(end, call.id, members[0].delegate.id, NOW)
    assert await books.read(count) == 0


async def test_whoever_leaves_takes_offers_and_answers_along(
    books: Database, members: Sequence[Member], call: Call
) -> None:
    ana, bojan, cilka = members[0], members[1], members[2]
    offer = await say(books, call, ana.delegate)
    other = await say(books, call, cilka.delegate)
    for by in (bojan.delegate, cilka.delegate):
        await books.transact(partners.answer, offer.id, by, NOW)
    await books.transact(partners.answer, other.id, bojan.delegate, NOW)
    about = await books.read(leaving.about, ana.delegate.id)
    (mine,) = [row for row in about if row["what"] == "call_offers"]
    assert mine["line"] == "ana@knjiznica.example"
    (theirs,) = [row for row in await books.read(leaving.about, bojan.delegate.id)
                 if row["what"] == "call_answers" and row["offer_id"] == offer.id]  # fmt: skip
    assert set(theirs) == {"what", "offer_id", "line", "standing", "at"}
    await books.transact(membership.forget, ana.delegate.id, LATER)
    assert [name for name, _ in await books.read(told, partner_notices.GONE)] == [
        "Bojan", "Bojan-namestnica", "Cilka", "Cilka-namestnica",
    ]  # fmt: skip
    await books.transact(membership.forget, bojan.delegate.id, LATER)
    assert await books.read(partner_books.replies, other.id) == []
    assert await books.read(told, partner_notices.ANSWERED) == []


def change(tx: Connection, person: Person, values: dict[str, Any]) -> None:
    tx.execute(update(people).where(people.c.id == person.id).values(values))


@pytest.mark.parametrize("change_of", ["role", "library_id"])
async def test_whoever_speaks_for_the_library_no_more_is_not_reached_through_it(
    books: Database, members: Sequence[Member], call: Call, change_of: str
) -> None:
    ana, bojan = members[0], members[1]
    offer = await say(books, call, ana.delegate)
    await books.transact(partners.answer, offer.id, bojan.delegate, NOW)
    await books.transact(partners.settle, offer.id, bojan.library.id, ana.deputy, NOW, accept=True)
    values = {"role": Role.LIBRARIAN} if change_of == "role" else {"library_id": members[2].library.id}
    await books.transact(change, bojan.delegate, values)
    assert (await seen(books, offer, ana.delegate)).answers == []
    await books.transact(change, ana.delegate, values)
    assert await books.read(partner_reading.card, offer.id, bojan.deputy, NOW) is None
    assert await books.read(partner_reading.count, call.id) == 0
    again = await say(books, call, ana.deputy)
    assert again.id != offer.id
