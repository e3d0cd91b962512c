"""Rules 1 and 4: each reminder once, those of a day together; late ones not one after another."""

from collections.abc import Sequence
from datetime import date, time

import pytest
from sqlalchemy import Connection, update

from storage import due, people
from storage.calls import intents, mornings
from storage.calls.feature import FEATURE
from storage.calls.news import What
from storage.calls.reminding import Choice, Pace
from storage.calls.rules import Deadline, DeadlineKind, Intent, Topic, When
from storage.database import Database
from storage.people import Person, Role
from tests.storage.calls import sample
from tests.storage.calls.sample import END, NOW, local, pass_time, publish, reminded
from tests.storage.consultations.sample import Member, add_people

LIFE = local(30, 12, 4)
ALL_LEADS = [("16. 03. 08:00", [30]), ("01. 04. 08:00", [14]), ("08. 04. 08:00", [7]), ("12. 04. 08:00", [3]),
             ("14. 04. 08:00", [1]), ("15. 04. 08:00", [0])]  # fmt: skip
FEWER = [ALL_LEADS[1], ALL_LEADS[3]]


async def test_rule_1_all_reminders_come_at_eight_to_those_applying_and_fewer_to_those_following(
    books: Database, members: Sequence[Member]
) -> None:
    applying, following, neither = members
    await sample.follow(books, applying.librarian, following.delegate, following.librarian)
    call = await publish(books)
    await sample.declare(books, call, applying.delegate, Intent.APPLYING)
    heard = await pass_time(books, NOW, LIFE)
    for everybody, expected in (
        ([applying.delegate, applying.deputy, applying.librarian], ALL_LEADS),
        ([following.delegate, following.librarian], FEWER),
        ([following.deputy, neither.delegate, neither.librarian], []),
    ):
        assert [reminded(heard, one) for one in everybody] == [expected] * len(everybody)


async def test_rule_1_whoever_is_reached_in_many_ways_is_reminded_once(
    books: Database, members: Sequence[Member]
) -> None:
    who = members[0].delegate
    for topic in Topic:
        await sample.follow(books, who, topic=topic)
    call = await publish(books, topics=(Topic.READING, Topic.DIGITAL, Topic.SKILLS))
    await books.transact(sample.watch, call, who)
    await sample.declare(books, call, who, Intent.APPLYING)
    heard = await pass_time(books, NOW, LIFE)
    assert reminded(heard, who) == ALL_LEADS
    assert len(sample.told(heard, who)) == 1


async def test_rule_1_all_of_one_morning_is_one_message(books: Database, members: Sequence[Member]) -> None:
    who = members[0].librarian
    await sample.follow(books, who)
    stage, same_day = When(date(2027, 4, 4)), When(date(2027, 4, 15), time(15))
    await publish(books, END, same_day)
    await publish(books, stage, END)
    heard = await pass_time(books, NOW, local(2, 0, 4))
    assert reminded(heard, who) == [("21. 03. 08:00", [14]), ("01. 04. 08:00", [3, 14, 14, 14])]


async def test_rule_1_many_are_seen_to_in_turns_and_each_once(books: Database, members: Sequence[Member]) -> None:
    everybody = [who for member in members for who in (member.delegate, member.deputy, member.librarian)]
    await sample.follow(books, *everybody)
    for who in everybody[::2]:
        await sample.pace(books, who, Pace.DAILY)
    with sample.turns(mornings, 4):
        await publish(books)
        heard = await pass_time(books, NOW, LIFE)
    assert [reminded(heard, who) for who in everybody] == [FEWER] * 9
    assert [sample.new(heard, who) for who in everybody] == [["02. 03. 08:00"], []] * 4 + [["02. 03. 08:00"]]


async def test_rule_1_somebody_who_follows_can_choose_on_which_days(books: Database, members: Sequence[Member]) -> None:
    one, other = members[0].delegate, members[1].librarian
    await sample.follow(books, other)
    await sample.prefer(books, one, choice=Choice(applying=(7, 0)))
    await sample.prefer(books, other, choice=Choice(following=()))
    call = await publish(books)
    await sample.declare(books, call, one, Intent.APPLYING)
    heard = await pass_time(books, NOW, LIFE)
    assert reminded(heard, one) == [ALL_LEADS[2], ALL_LEADS[5]]
    assert reminded(heard, other) == []


async def test_rule_1_done_by_anybody_stops_the_reminders_of_the_whole_library_and_of_no_other(
    books: Database, members: Sequence[Member]
) -> None:
    one, other, _ = members
    call = await publish(books)
    await sample.declare(books, call, one.delegate, Intent.APPLYING)
    await sample.declare(books, call, other.delegate, Intent.APPLYING)
    number = call.deadlines[0].id
    assert number is not None
    now = local(8, 9, 4)
    before = await pass_time(books, NOW, now)
    await books.transact(lambda tx: intents.meet(tx, number, one.librarian, now, met=True))
    later = await pass_time(books, now, local(12, 9, 4))
    await books.transact(lambda tx: intents.meet(tx, number, one.deputy, now, met=False))
    last = await pass_time(books, local(12, 9, 4), LIFE)
    for who in (one.delegate, one.deputy):
        assert [reminded(part, who) for part in (before, later, last)] == [ALL_LEADS[:3], [], ALL_LEADS[4:]]
    assert reminded([*before, *later, *last], other.delegate) == ALL_LEADS


async def test_rule_1_a_library_that_has_applied_is_reminded_of_the_next_stage_only(
    books: Database, members: Sequence[Member]
) -> None:
    who = members[0].delegate
    call = await publish(books, When(date(2027, 3, 20)), END)
    await sample.declare(books, call, who, Intent.APPLIED)
    heard = await pass_time(books, NOW, LIFE)
    assert reminded(heard, who) == ALL_LEADS


@pytest.mark.parametrize("afterwards", [Intent.GRANTED, Intent.REFUSED])
async def test_rule_1_a_library_that_takes_back_that_it_has_applied_is_reminded_again(
    books: Database, members: Sequence[Member], afterwards: Intent
) -> None:
    who = members[0].delegate
    call = await publish(books)
    for intent in (Intent.APPLIED, afterwards, Intent.APPLYING):
        await sample.declare(books, call, who, intent)
    assert reminded(await pass_time(books, NOW, LIFE), who) == ALL_LEADS


async def test_rule_1_what_is_met_after_the_morning_has_found_it_is_not_sent(
    books: Database, members: Sequence[Member]
) -> None:
    who = members[0].delegate
    await sample.quiet(books, who, time(22), time(9))
    call = await publish(books)
    await sample.declare(books, call, who, Intent.APPLIED)
    await sample.fire(books, local(16, 8))
    assert await sample.deliver(books, local(16, 9)) == []
    await sample.declare(books, call, who, Intent.APPLYING, local(16, 10))
    await sample.fire(books, local(1, 8, 4))
    await sample.declare(books, call, who, Intent.NOT_FOR_US, local(1, 8.5, 4))
    assert await sample.deliver(books, local(1, 9, 4)) == []


async def test_rule_1_a_milestone_of_a_granted_project_is_reminded_of_in_its_library_only(
    books: Database, members: Sequence[Member]
) -> None:
    one, other, _ = members
    call = await publish(books, When(date(2027, 3, 3)))
    for who in (one.delegate, other.delegate):
        await sample.declare(books, call, who, Intent.GRANTED)
    report = Deadline(DeadlineKind.REPORT, END, library=one.library.id)
    await books.transact(sample.add_own, call, report)
    heard = await pass_time(books, local(4, 9), LIFE)
    assert reminded(heard, one.delegate) == ALL_LEADS
    assert reminded(heard, other.delegate) == []


async def test_rule_4_a_bot_that_was_down_for_days_says_once_how_little_time_is_left(
    books: Database, members: Sequence[Member]
) -> None:
    who = members[0].delegate
    call = await publish(books)
    await sample.declare(books, call, who, Intent.APPLYING)
    before = await pass_time(books, NOW, local(16, 9))
    after = await pass_time(books, local(13, 10.5, 4), LIFE)
    assert reminded(before, who) == ALL_LEADS[:1]
    assert reminded(after, who) == [("13. 04. 10:30", [2]), *ALL_LEADS[4:]]


async def test_rule_4_what_was_missed_until_before_eight_is_not_said_twice_that_day(
    books: Database, members: Sequence[Member]
) -> None:
    who = members[0].delegate
    call = await publish(books, END, When(date(2027, 4, 19)))
    await sample.declare(books, call, who, Intent.APPLYING)
    await pass_time(books, NOW, local(10, 9, 4))
    heard = await pass_time(books, local(13, 6.5, 4), local(15, 9, 4))
    assert reminded(heard, who) == [("13. 04. 06:30", [2, 6]), ("14. 04. 08:00", [1]), ("15. 04. 08:00", [0])]


async def test_rule_4_what_was_missed_and_waits_for_the_morning_takes_nothing_from_that_morning(
    books: Database, members: Sequence[Member]
) -> None:
    who = members[0].delegate
    await sample.quiet(books, who, time(21), time(7))
    call = await publish(books, END, When(date(2027, 4, 20)))
    await sample.declare(books, call, who, Intent.APPLYING)
    await pass_time(books, NOW, local(8, 9, 4))
    heard = await pass_time(books, local(12, 22, 4), local(14, 9, 4))
    assert reminded(heard, who) == [("13. 04. 07:00", [2]), ("13. 04. 08:00", [7]), ("14. 04. 08:00", [1])]


async def test_rule_4_a_call_found_three_days_before_its_end_is_told_and_then_reminded_of_as_usual(
    books: Database, members: Sequence[Member]
) -> None:
    who, other = members[0].delegate, members[1].librarian
    await sample.follow(books, who, other)
    now = local(12, 9, 4)
    call = await publish(books, now=now)
    await sample.declare(books, call, who, Intent.APPLYING, now)
    heard = await pass_time(books, now, LIFE)
    assert reminded(heard, who) == ALL_LEADS[4:]
    assert reminded(heard, other) == []
    assert sample.told(heard, other) == [("12. 04. 09:00", What.PUBLISHED)]


async def test_rule_4_a_call_entered_after_its_end_reminds_nobody(books: Database, members: Sequence[Member]) -> None:
    await sample.follow(books, members[0].delegate)
    await publish(books, now=local(15, 13, 4))
    assert await pass_time(books, local(15, 13, 4), local(30, 12, 5)) == []


async def test_former_members_and_those_who_leave_hear_nothing_and_the_office_that_follows_does(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    former, gone = members[0].librarian, members[1].librarian
    (admin,) = await books.transact(add_people, [(Role.ADMIN, None)])
    await sample.follow(books, former, gone, staff)
    await publish(books)
    await books.transact(sample.expel, former)
    await books.transact(sample.remove, admin, gone)
    heard = await pass_time(books, NOW, LIFE)
    assert {one.person for one in heard} == {staff.id}
    assert reminded(heard, staff) == FEWER


async def test_rule_10_a_restart_between_finding_and_telling_tells_once(
    books: Database, members: Sequence[Member]
) -> None:
    who = members[0].librarian
    await sample.follow(books, who)
    await publish(books)
    await pass_time(books, NOW, NOW)

    def _fall(tx: Connection) -> None:
        due.fire(tx, FEATURE.on_due, local(1, 8, 4))
        raise KeyboardInterrupt

    await pass_time(books, NOW, local(31, 12))
    for _ in range(2):
        try:
            await books.transact(_fall)
        except KeyboardInterrupt:
            continue
    heard = await pass_time(books, local(1, 8, 4), local(2, 8, 4))
    assert reminded(heard, who) == FEWER[:1]


async def test_rule_10_one_who_cannot_be_reached_stops_nobody(books: Database, members: Sequence[Member]) -> None:
    blocked, who = members[0].librarian, members[1].librarian
    await sample.follow(books, blocked, who)
    here = people.people.c.id == blocked.id
    await books.transact(lambda tx: tx.execute(update(people.people).where(here).values(blocked_at=NOW)))
    await publish(books)
    assert reminded(await pass_time(books, NOW, LIFE), who) == FEWER
