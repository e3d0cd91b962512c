"""Rule 2: who knew an old date hears of the new one once, with both, and is reminded of that."""

from collections.abc import Sequence
from datetime import date, time, timedelta

from storage.calls import desk, following, publishing
from storage.calls.news import What
from storage.calls.rules import Content, DeadlineKind, Intent, When
from storage.database import Database
from storage.people import Person
from tests.storage.calls import sample
from tests.storage.calls.sample import END, NOW, amend, deadline, local, pass_time, publish, reminded, told
from tests.storage.consultations.sample import Member

LATER, SOONER = When(date(2027, 4, 29), time(12)), When(date(2027, 4, 10), time(12))
NIGHT = time(21), time(7)
LIFE = local(30, 12, 4)
DAY = timedelta(days=1)
PUBLISHED, CHANGED = ("01. 03. 10:00", What.PUBLISHED), What.CHANGED


async def test_rule_2_an_extension_is_told_once_with_both_dates_to_all_who_knew_the_old_one(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    applying, following_, other = members
    await sample.follow(books, following_.librarian)
    call = await publish(books)
    await sample.declare(books, call, applying.delegate, Intent.APPLYING)
    before = await pass_time(books, NOW, local(20, 9))
    await amend(books, call, staff, local(20, 9), LATER)
    heard = await pass_time(books, local(20, 9), local(21, 9))
    assert {(one.person, one.clock, one.depends) for one in heard} == {
        (applying.delegate.id, "20. 03. 09:10", True), (applying.deputy.id, "20. 03. 09:10", True),
        (following_.librarian.id, "20. 03. 09:10", False),
    }  # fmt: skip
    assert len(heard) == 3
    assert all(one.moved == [(END, LATER)] for one in heard)
    assert told([*before, *heard], other.delegate) == []


async def test_rule_2_reminders_that_have_passed_come_again_and_others_move(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    who = members[0].delegate
    call = await publish(books)
    await sample.declare(books, call, who, Intent.APPLYING)
    before = await pass_time(books, NOW, local(1, 9, 4))
    assert reminded(before, who) == [("16. 03. 08:00", [30]), ("01. 04. 08:00", [14])]
    await amend(books, call, staff, local(1, 9, 4), When(date(2027, 5, 5)))
    after = await pass_time(books, local(1, 9, 4), local(30, 9, 5))
    assert reminded(after, who) == [
        ("05. 04. 08:00", [30]), ("21. 04. 08:00", [14]), ("28. 04. 08:00", [7]), ("02. 05. 08:00", [3]),
        ("04. 05. 08:00", [1]), ("05. 05. 08:00", [0]),
    ]  # fmt: skip


async def test_rule_2_a_reminder_that_waits_for_the_morning_does_not_say_a_date_that_has_moved(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    who = members[0].delegate
    await sample.quiet(books, who, time(20), time(10))
    call = await publish(books)
    await sample.declare(books, call, who, Intent.APPLYING)
    await pass_time(books, NOW, local(16, 8))
    await amend(books, call, staff, local(16, 8.5), LATER)
    heard = await pass_time(books, local(16, 8.5), local(31, 12))
    assert reminded(heard, who) == [("30. 03. 10:00", [30])]
    assert told(heard, who) == [("16. 03. 10:00", CHANGED)]


async def test_rule_2_those_who_apply_are_to_say_that_they_have_seen_it_and_the_office_sees_who_has_not(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    one, other, interested = members
    call = await publish(books)
    for member, intent in ((one, Intent.APPLYING), (other, Intent.APPLIED), (interested, Intent.INTERESTED)):
        await sample.declare(books, call, member.delegate, intent)
    call = await amend(books, call, staff, NOW, LATER)
    assert await books.read(desk.unseen, call) == [], "Nobody has been asked yet."
    await pass_time(books, NOW, NOW + DAY)
    assert await books.transact(following.seen, call.id, one.delegate.id)
    assert not await books.transact(following.seen, call.id, interested.delegate.id)
    waiting = {person.id for person in await books.read(desk.unseen, call)}
    assert waiting == {one.deputy.id, other.delegate.id, other.deputy.id}
    call = await amend(books, call, staff, NOW + DAY, SOONER)
    await pass_time(books, NOW + DAY, NOW + 2 * DAY)
    assert one.delegate.id in {person.id for person in await books.read(desk.unseen, call)}, "That was another change."


async def test_rule_2_what_is_brought_forward_comes_at_night_and_an_extension_in_the_morning(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    who = members[0].librarian
    await sample.follow(books, who)
    await sample.quiet(books, who, *NIGHT)
    call = await publish(books)
    before = await pass_time(books, NOW, local(2, 22))
    call = await amend(books, call, staff, local(2, 22), LATER)
    first = await pass_time(books, local(2, 22), local(3, 22))
    await amend(books, call, staff, local(3, 22), SOONER)
    second = await pass_time(books, local(3, 22), local(4, 22))
    assert told([*before, *first, *second], who) == [
        PUBLISHED, ("03. 03. 07:00", CHANGED), ("03. 03. 22:10", CHANGED)
    ]  # fmt: skip


async def test_rule_2_whoever_thinks_there_is_time_is_told_that_there_is_none_left(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    who = members[0].delegate
    call = await publish(books)
    await sample.declare(books, call, who, Intent.APPLYING)
    await amend(books, call, staff, local(10, 9), When(date(2027, 3, 10), time(9)))
    heard = await pass_time(books, local(10, 9), local(11, 9))
    assert told(heard, who) == [("10. 03. 09:10", CHANGED)]


async def test_rule_2_a_new_information_day_is_no_reason_to_wake_anybody_and_a_new_submission_is(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    who = members[0].librarian
    await sample.follow(books, who)
    await sample.quiet(books, who, *NIGHT)
    call = await publish(books)
    await pass_time(books, NOW, local(2, 22))
    heard = []
    for kind, day in ((DeadlineKind.INFORMATION, 2), (DeadlineKind.STAGE, 3)):
        said = Content(call.details, (*call.deadlines, deadline(SOONER, kind)))
        outcome = await books.transact(publishing.amend, call.id, call.version, said, staff.id, local(day, 22))
        assert isinstance(outcome, publishing.Amended)
        call = outcome.call
        heard += await pass_time(books, local(day, 22), local(day + 1, 21))
    assert told(heard, who) == [("03. 03. 07:00", CHANGED), ("03. 03. 22:10", CHANGED)]


async def test_rule_2_a_call_that_was_over_and_is_extended_is_told_to_those_who_had_not_heard_of_it(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    who = members[0].librarian
    await sample.follow(books, who)
    call = await publish(books, When(date(2026, 4, 15)))
    assert await pass_time(books, NOW, NOW + DAY) == []
    await amend(books, call, staff, NOW + DAY, END)
    heard = await pass_time(books, NOW + DAY, LIFE)
    assert told(heard, who) == [("02. 03. 10:00", What.PUBLISHED)]
    assert reminded(heard, who) == [("01. 04. 08:00", [14]), ("12. 04. 08:00", [3])]
