"""Rule 3: what nobody relies on is told to nobody, and what changes soon after as one."""

from collections.abc import Sequence
from datetime import date, time, timedelta

from storage.calls import desk
from storage.calls.news import What
from storage.calls.reminding import Pace
from storage.calls.rules import Document, Intent, When
from storage.database import Database
from storage.people import Person
from tests.storage.calls import sample
from tests.storage.calls.sample import END, NOW, amend, local, pass_time, publish, told
from tests.storage.consultations.sample import Member

LATER, SOONER = When(date(2027, 4, 29), time(12)), When(date(2027, 4, 10), time(12))
NIGHT = time(21), time(7)
DAY = timedelta(days=1)
PUBLISHED, CHANGED = ("01. 03. 10:00", What.PUBLISHED), What.CHANGED


async def test_rule_3_nobody_hears_of_what_nobody_relies_on(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    await sample.follow(books, members[0].librarian, members[1].librarian)
    call = await publish(books)
    await sample.declare(books, call, members[0].delegate, Intent.APPLYING)
    await pass_time(books, NOW, NOW)
    call = await amend(books, call, staff, NOW, title_sl="Bralna kultura", summary_sl="Drugače.", link="https://a.si")
    assert await pass_time(books, NOW, NOW + DAY) == []
    await amend(books, call, staff, NOW + DAY, amount=30_000)
    heard = await pass_time(books, NOW + DAY, NOW + 2 * DAY)
    theirs = {members[0].delegate.id, members[0].deputy.id, members[0].librarian.id}
    assert {one.person for one in heard} == theirs, "Only those who intend to apply rely on the amount."


async def test_rule_3_a_new_document_is_told_to_those_who_intend_something(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    call = await publish(books)
    await sample.declare(books, call, members[0].delegate, Intent.INTERESTED)
    await amend(books, call, staff, NOW, documents=(Document("razpis.pdf", "file"),))
    heard = await pass_time(books, NOW, NOW + DAY)
    assert sorted(one.person for one in heard) == [members[0].delegate.id, members[0].deputy.id]


async def test_rule_3_changes_within_ten_minutes_are_one_message_and_later_ones_another(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    who = members[0].delegate
    call = await publish(books, END, END)
    await sample.declare(books, call, who, Intent.APPLYING)
    for minutes, whens in ((0, (LATER, END)), (4, (SOONER, END)), (9, (SOONER, LATER))):
        call = await amend(books, call, staff, NOW + timedelta(minutes=minutes), *whens)
    first = await pass_time(books, NOW, NOW + timedelta(minutes=11))
    call = await amend(books, call, staff, NOW + timedelta(minutes=11), SOONER, END)
    second = await pass_time(books, NOW + timedelta(minutes=11), NOW + DAY)
    assert told(first, who) == [("01. 03. 10:10", CHANGED)]
    assert [one.moved for one in first if one.person == who.id] == [[(END, SOONER), (END, LATER)]]
    assert [(one.clock, one.moved) for one in second if one.person == who.id] == [("01. 03. 10:21", [(LATER, END)])]


async def test_rule_3_what_is_changed_and_changed_back_is_told_to_nobody(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    who = members[0].delegate
    await sample.quiet(books, who, *NIGHT)
    call = await publish(books)
    await sample.declare(books, call, who, Intent.APPLYING)
    call = await amend(books, call, staff, NOW, LATER)
    call = await amend(books, call, staff, NOW + timedelta(minutes=9), END)
    assert await pass_time(books, NOW, NOW + DAY / 4) == []
    call = await amend(books, call, staff, local(1, 22), LATER)
    first = await pass_time(books, local(1, 22), local(2, 6))
    assert who.id not in {one.person for one in first}, "It waits for the morning"
    call = await amend(books, call, staff, local(2, 6.95), END)
    assert told(await pass_time(books, local(2, 6.95), local(3, 12)), who) == [], "and is not sent."
    assert who.id not in {person.id for person in await books.read(desk.unseen, call)}


async def test_rule_3_what_is_changed_back_leaves_what_was_asked_before(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    who = members[0].delegate
    call = await publish(books)
    await sample.declare(books, call, who, Intent.APPLYING)
    call = await amend(books, call, staff, NOW, LATER)
    await pass_time(books, NOW, NOW + DAY / 4)
    await sample.quiet(books, who, *NIGHT)
    call = await amend(books, call, staff, local(1, 22), When(date(2027, 5, 5)))
    await pass_time(books, local(1, 22), local(2, 6))
    call = await amend(books, call, staff, local(2, 6), LATER)
    await pass_time(books, local(2, 6), local(3, 12))
    assert who.id in {person.id for person in await books.read(desk.unseen, call)}


async def test_rule_3_two_changes_in_one_night_are_one_message(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    who = members[0].librarian
    await sample.follow(books, who)
    await sample.quiet(books, who, *NIGHT)
    call = await publish(books)
    before = await pass_time(books, NOW, local(1, 22))
    call = await amend(books, call, staff, local(1, 22), LATER)
    await pass_time(books, local(1, 22), local(2, 2))
    call = await amend(books, call, staff, local(2, 2), When(date(2027, 5, 5)))
    heard = await pass_time(books, local(2, 2), local(3, 12))
    assert told([*before, *heard], who) == [PUBLISHED, ("02. 03. 07:00", CHANGED)]
    assert heard[-1].moved == [(END, When(date(2027, 5, 5)))]


async def test_rule_3_whoever_has_not_been_sent_the_call_yet_reads_it_as_it_stands(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    who, daily = members[0].librarian, members[1].librarian
    await sample.follow(books, who, daily)
    await sample.quiet(books, who, *NIGHT)
    await sample.pace(books, daily, Pace.DAILY)
    call = await publish(books, now=local(1, 23))
    call = await amend(books, call, staff, local(2, 1), LATER)
    assert await pass_time(books, local(2, 1), local(2, 6.9)) == []
    await amend(books, call, staff, local(2, 6.95), END)
    heard = await pass_time(books, local(2, 6.95), local(3, 12))
    assert told(heard, who) == [("02. 03. 07:00", What.PUBLISHED)]
    assert sample.new(heard, daily) == ["02. 03. 08:00"]
    assert told(heard, daily) == []
