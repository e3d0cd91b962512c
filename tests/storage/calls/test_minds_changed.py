"""Rule 8: muting, following, joining and choosing other days never pour out the past."""

from collections.abc import Sequence
from datetime import date, time, timedelta

from storage.calls import following, intents, notices
from storage.calls.news import What
from storage.calls.reminding import Choice, Pace
from storage.calls.rules import Intent, Proposed, Topic, When
from storage.database import Database
from storage.people import Person
from tests.storage.calls import sample
from tests.storage.calls.sample import END, NOW, amend, local, pass_time, publish, reminded, told
from tests.storage.consultations.sample import Member

LIFE = local(30, 12, 4)
DAY = timedelta(days=1)
AT_ONCE = [("01. 03. 10:00", What.PUBLISHED)]
LATER = When(date(2027, 4, 29), time(12))


async def test_rule_8_whoever_mutes_a_call_hears_nothing_more_and_unmuting_does_not_make_up_for_it(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    who = members[0].librarian
    await sample.follow(books, who)
    await sample.quiet(books, who, time(21), time(7))
    call = await publish(books)
    before = await pass_time(books, NOW, local(2, 22))
    call = await amend(books, call, staff, local(2, 22), LATER)
    await pass_time(books, local(2, 22), local(3, 5))
    await books.transact(sample.mute, call, who, local(3, 5))
    during = await pass_time(books, local(3, 5), local(12, 12, 4))
    call = await amend(books, call, staff, local(12, 12, 4), END)
    await books.transact(sample.mute, call, who, local(12, 12.1, 4), on=False)
    after = await pass_time(books, local(12, 12.1, 4), LIFE)
    assert told(before, who) == AT_ONCE
    assert not [one for one in (*during, *after) if one.person == who.id]


async def test_rule_8_unmuting_what_was_not_muted_takes_no_news_away(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    who = members[0].librarian
    await sample.follow(books, who)
    call = await publish(books)
    await pass_time(books, NOW, NOW)
    call = await amend(books, call, staff, NOW, LATER)
    await books.transact(sample.mute, call, who, NOW, on=False)
    assert told(await pass_time(books, NOW, NOW + DAY), who) == [("01. 03. 10:10", What.CHANGED)]


async def test_rule_8_a_call_that_was_muted_and_is_chosen_again_is_reminded_of_from_then_on(
    books: Database, members: Sequence[Member]
) -> None:
    who = members[0].delegate
    call = await publish(books)
    await books.transact(sample.mute, call, who, NOW)
    await sample.declare(books, call, who, Intent.APPLYING)
    first = await pass_time(books, NOW, local(12, 12, 4))
    await books.transact(sample.watch, call, who)
    second = await pass_time(books, local(12, 12, 4), LIFE)
    assert (reminded(first, who), reminded(second, who)) == ([], [("14. 04. 08:00", [1]), ("15. 04. 08:00", [0])])


async def test_rule_8_what_is_muted_between_the_morning_and_the_message_is_not_sent(
    books: Database, members: Sequence[Member]
) -> None:
    who, daily = members[0].librarian, members[1].librarian
    await sample.follow(books, who, daily)
    await sample.pace(books, daily, Pace.DAILY)
    for one in (who, daily):
        await sample.quiet(books, one, time(21), time(9))
    call = await publish(books, When(date(2027, 3, 16)))
    await pass_time(books, NOW, local(2, 8))
    await books.transact(sample.mute, call, who, local(2, 8))
    await books.transact(sample.mute, call, daily, local(2, 8))
    assert await pass_time(books, local(2, 8), local(2, 12)) == []


async def test_rule_8_whoever_begins_to_follow_joins_or_chooses_other_days_hears_of_what_is_to_come_only(
    books: Database, members: Sequence[Member]
) -> None:
    late, changes = members[0].librarian, members[1].librarian
    await sample.follow(books, changes)
    await sample.prefer(books, changes, choice=Choice(following=()))
    await publish(books)
    await pass_time(books, NOW, local(8, 12, 4))
    await sample.follow(books, late)
    await sample.prefer(books, changes, choice=Choice(following=(30, 14, 7, 3, 1, 0)))
    heard = await pass_time(books, local(8, 12, 4), LIFE)
    assert reminded(heard, late) == [("12. 04. 08:00", [3])]
    assert [when for when, _ in reminded(heard, changes)] == ["12. 04. 08:00", "14. 04. 08:00", "15. 04. 08:00"]
    assert told(heard, late) == []


async def test_rule_8_whoever_follows_a_topic_no_more_does_not_get_what_waited_for_the_digest(
    books: Database, members: Sequence[Member]
) -> None:
    who = members[0].librarian
    await sample.follow(books, who)
    await sample.pace(books, who, Pace.WEEKLY)
    await publish(books)
    await books.transact(following.follow, who.id, Topic.READING, on=False)
    assert await pass_time(books, NOW, LIFE) == []


async def test_rule_8_those_who_have_muted_a_call_are_not_asked_to_declare_anything(
    books: Database, members: Sequence[Member]
) -> None:
    one = members[0]
    call = await publish(books)
    await books.transact(sample.mute, call, one.delegate, NOW)
    outcome = await books.transact(intents.declare, call.id, one.librarian, Intent.APPLYING, NOW)
    assert outcome == Proposed(Intent.APPLYING)
    heard = await pass_time(books, NOW, NOW)
    assert [(found.person, found.notice) for found in heard] == [(one.deputy.id, notices.PROPOSED)]
    await books.transact(notices.remind_undecided, call, NOW)
    await books.transact(sample.mute, call, one.deputy, NOW)
    mine = {one.delegate.id, one.deputy.id}
    assert not [found for found in await pass_time(books, NOW, NOW) if found.person in mine]
