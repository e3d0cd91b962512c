"""Rule 5: when a call is closed or withdrawn, what waits goes, and those who intended are told."""

from collections.abc import Sequence
from datetime import date, time

from storage.calls import publishing
from storage.calls.news import What
from storage.calls.rules import Intent, When
from storage.database import Database
from storage.people import Person
from tests.storage.calls import sample
from tests.storage.calls.sample import END, NOW, amend, local, pass_time, publish
from tests.storage.consultations.sample import Member

LATER = When(date(2027, 4, 29), time(12))
LIFE = local(30, 12, 4)


async def test_rule_5_when_a_call_is_closed_or_withdrawn_reminders_go_and_those_who_intended_are_told(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    one, not_for_us, follows = members
    await sample.follow(books, follows.librarian, one.librarian)
    for end, what in ((publishing.close, What.CLOSED), (publishing.withdraw, What.WITHDRAWN)):
        call = await publish(books)
        await pass_time(books, NOW, NOW)
        await sample.declare(books, call, one.delegate, Intent.INTERESTED)
        await sample.declare(books, call, not_for_us.delegate, Intent.NOT_FOR_US)
        outcome = await books.transact(end, call.id, staff.id, NOW)
        assert isinstance(outcome, publishing.Ended)
        heard = await pass_time(books, NOW, LIFE)
        assert outcome.told == len(heard) == 3
        assert {(found.person, found.news) for found in heard} == {
            (one.delegate.id, what), (one.deputy.id, what), (one.librarian.id, what)
        }  # fmt: skip


async def test_rule_5_what_waits_of_a_withdrawn_call_is_taken_back(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    who, quiet = members[0].delegate, members[1].librarian
    await sample.follow(books, quiet)
    for one in (who, quiet):
        await sample.quiet(books, one, time(20), time(10))
    call = await publish(books)
    await sample.declare(books, call, who, Intent.APPLYING)
    await pass_time(books, NOW, local(15, 21))
    call = await amend(books, call, staff, local(15, 21), LATER)
    await pass_time(books, local(15, 21), local(16, 8))
    call = await amend(books, call, staff, local(16, 8.5), END)
    await books.transact(publishing.withdraw, call.id, staff.id, local(16, 8.6))
    heard = await pass_time(books, local(16, 8.6), LIFE)
    assert [(one.person, one.clock, one.news) for one in heard] == [
        (members[0].deputy.id, "16. 03. 08:36", What.WITHDRAWN), (who.id, "16. 03. 10:00", What.WITHDRAWN)
    ]  # fmt: skip
