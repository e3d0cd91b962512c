"""The lead puts a library out of a consortium, which is told, or takes back that it is invited."""

import asyncio
from collections.abc import Sequence

from storage.calls import consortia, consortium_books, consortium_notices, reading
from storage.calls.consortium_rules import NotInvited, Out, Uninvited
from storage.calls.intents import NoSuch
from storage.calls.rules import Call, ConsortiumId, NotForYou, Same
from storage.database import Database
from storage.people import Person
from tests.storage.calls.partners.sample import NOW, Member, found, join, told


async def members_of(db: Database, number: ConsortiumId) -> tuple[int, ...]:
    one = await db.read(consortium_books.find, number)
    assert one is not None
    return one.members


async def own_deadlines(db: Database, call: Call, who: Person) -> int:
    card = await db.read(reading.card, call.id, who)
    assert card is not None
    return len(card.own)


async def test_whoever_speaks_for_the_lead_puts_a_member_out_and_it_is_told(
    books: Database, members: Sequence[Member], call: Call
) -> None:
    ana, bojan, cilka, darja = members[:4]
    one = await found(books, call, ana.delegate)
    for other in (bojan, cilka):
        await join(books, one, ana.delegate, other.delegate)
    assert await own_deadlines(books, call, bojan.librarian) == 1
    for by, library in (
        (bojan.delegate, cilka.library), (bojan.delegate, bojan.library), (ana.librarian, bojan.library),
        (darja.delegate, bojan.library), (ana.delegate, ana.library),
    ):  # fmt: skip
        assert await books.transact(consortia.put_out, one.id, library.id, by, NOW) == NotForYou()
    outcomes = await asyncio.gather(
        *(books.transact(consortia.put_out, one.id, bojan.library.id, by, NOW) for by in (ana.delegate, ana.deputy))
    )
    assert sorted(outcomes, key=str) == [Out(), Same()]
    assert await members_of(books, one.id) == (ana.library.id, cilka.library.id)
    assert await own_deadlines(books, call, bojan.librarian) == 0
    messages = await books.read(told, consortium_notices.OUT)
    assert sorted(name for name, _ in messages) == ["Bojan", "Bojan-namestnica"]
    (_, args), *_ = messages
    notice = await books.read(consortium_notices.out_facts, bojan.delegate.id, args, NOW)
    assert notice is not None
    assert notice.library == ana.library.name
    for somebody in (bojan.librarian, cilka.delegate):
        assert await books.read(consortium_notices.out_facts, somebody.id, args, NOW) is None
    await join(books, one, ana.delegate, bojan.delegate)
    assert await books.read(consortium_notices.out_facts, bojan.delegate.id, args, NOW) is None


async def test_an_invitation_is_taken_back_and_can_be_accepted_no_more(
    books: Database, members: Sequence[Member], call: Call
) -> None:
    ana, bojan = members[:2]
    one = await found(books, call, ana.delegate)
    library = bojan.library.id
    assert await books.transact(consortia.put_out, one.id, library, ana.delegate, NOW) == Same()
    await books.transact(consortia.invite, one.id, library, ana.delegate, NOW)
    assert await books.transact(consortia.put_out, one.id, library, ana.deputy, NOW) == Uninvited()
    assert await books.transact(consortia.join, one.id, bojan.delegate, NOW) == NotInvited()
    (_, args), *_ = await books.read(told, consortium_notices.INVITED)
    assert await books.read(consortium_notices.invited_facts, bojan.delegate.id, args, NOW) is None
    assert await books.read(told, consortium_notices.OUT) == []
    assert await books.transact(consortia.invite, one.id, library, ana.delegate, NOW) == consortia.Invited(one, 2)
    assert await books.transact(consortia.put_out, ConsortiumId(99), library, ana.delegate, NOW) == NoSuch()
