"""Rule 9: who hears of a new call and how soon; digests hold what is new, and nothing twice."""

from collections.abc import Callable, Sequence
from datetime import date, time, timedelta
from itertools import product
from typing import Any

import pytest
from sqlalchemy import Connection, select

from storage.calls import following, publishing, reach, reminding
from storage.calls.news import What
from storage.calls.reach import Circle
from storage.calls.reminding import Pace
from storage.calls.rules import Details, Intent, Topic, When
from storage.calls.tables import calls
from storage.database import Database
from storage.people import Person, PersonId
from tests.storage.calls import sample
from tests.storage.calls.sample import END, NOW, local, new, pass_time, publish, reminded, told
from tests.storage.consultations.sample import CENTRAL, Member

LIFE = local(30, 12, 4)
AT_ONCE = [("01. 03. 10:00", What.PUBLISHED)]


async def test_rule_9_a_new_call_comes_at_once_the_next_morning_or_on_monday_and_once(
    books: Database, members: Sequence[Member]
) -> None:
    at_once, daily, weekly = (member.librarian for member in members)
    await sample.follow(books, at_once, daily, weekly)
    await sample.pace(books, daily, Pace.DAILY)
    await sample.pace(books, weekly, Pace.WEEKLY)
    outcome = await books.transact(publishing.publish, sample.content(), None, NOW)
    assert isinstance(outcome, publishing.Published)
    assert (outcome.told, outcome.later) == (1, 2)
    heard = await pass_time(books, NOW, local(31, 12))
    assert [(told(heard, who), new(heard, who)) for who in (at_once, daily, weekly)] == [
        (AT_ONCE, []), ([], ["02. 03. 08:00"]), ([], ["08. 03. 08:00"])
    ]  # fmt: skip


async def test_rule_9_there_is_no_digest_when_there_is_nothing_to_say(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    daily = members[0].librarian
    await sample.follow(books, daily)
    await sample.pace(books, daily, Pace.DAILY)
    closed, over = await publish(books), await publish(books, When(date(2027, 3, 2), time(7)))
    await publish(books, topics=(Topic.GREEN,))
    await books.transact(publishing.close, closed.id, staff.id, NOW)
    assert over.runs(NOW)
    heard = await pass_time(books, NOW, local(20, 12))
    assert [(one.news, one.new) for one in heard] == [(What.PUBLISHED, ())], "It could not wait for the morning."


async def test_rule_9_what_a_digest_tells_of_is_one_message_with_the_reminders_of_that_morning(
    books: Database, members: Sequence[Member]
) -> None:
    daily = members[0].librarian
    await sample.follow(books, daily)
    await publish(books, When(date(2027, 3, 16)))
    await sample.pace(books, daily, Pace.DAILY)
    first, second = await publish(books), await publish(books)
    heard = await pass_time(books, NOW, local(2, 12))
    assert [(one.clock, one.reminded, [call.id for call in one.new]) for one in heard if one.news is None] == [
        ("02. 03. 08:00", [date(2027, 3, 16)], [first.id, second.id])
    ]  # fmt: skip


async def test_rule_9_what_somebody_has_seen_or_was_reminded_of_is_not_in_their_digest(
    books: Database, members: Sequence[Member]
) -> None:
    opens, reminds = members[0].librarian, members[1].librarian
    for who in (opens, reminds):
        await sample.follow(books, who)
        await sample.pace(books, who, Pace.WEEKLY)
    call = await publish(books, When(date(2027, 3, 16)))
    await books.transact(following.opened, call, opens.id, NOW)
    heard = await pass_time(books, NOW, local(9, 12))
    assert new(heard, opens) == new(heard, reminds) == []
    assert [reminded(heard, who) for who in (opens, reminds)] == [[("02. 03. 08:00", [14])]] * 2


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (Pace.WEEKLY, Pace.DAILY, "04. 03. 08:00"), (Pace.DAILY, Pace.WEEKLY, "08. 03. 08:00"),
        (Pace.WEEKLY, Pace.AT_ONCE, "04. 03. 08:00"),
    ],
)  # fmt: skip
async def test_rule_9_whoever_changes_the_pace_while_a_call_waits_hears_of_it_once(
    books: Database, members: Sequence[Member], before: Pace, after: Pace, expected: str
) -> None:
    who, now = members[0].librarian, local(3, 7.5) if before is Pace.DAILY else local(2, 10)
    await sample.follow(books, who)
    await sample.pace(books, who, before)
    await publish(books, now=now)
    heard = await pass_time(books, now, local(3, 7.9 if before is Pace.DAILY else 9))
    await sample.pace(books, who, after)
    heard += await pass_time(books, local(3, 7.9 if before is Pace.DAILY else 9), local(20, 12))
    assert new(heard, who) == [expected]
    assert told(heard, who) == []


async def test_rule_9_what_cannot_wait_for_monday_is_told_before(books: Database, members: Sequence[Member]) -> None:
    daily, weekly = members[0].librarian, members[1].librarian
    await sample.follow(books, daily, weekly)
    await sample.pace(books, daily, Pace.DAILY)
    await sample.pace(books, weekly, Pace.WEEKLY)
    now = local(2, 10)
    await publish(books, When(date(2027, 3, 5)), now=now)
    await publish(books, When(date(2027, 3, 2)), now=now)
    heard = await pass_time(books, now, local(20, 12))
    for who in (daily, weekly):
        assert told(heard, who) == [("02. 03. 10:00", What.PUBLISHED)]
        assert new(heard, who) == ["03. 03. 08:00"]


async def test_rule_9_a_deputy_who_declares_does_not_take_the_news_from_the_delegate_s_digest(
    books: Database, members: Sequence[Member]
) -> None:
    one = members[0]
    await sample.follow(books, one.delegate)
    await sample.pace(books, one.delegate, Pace.DAILY)
    call = await publish(books)
    await sample.declare(books, call, one.deputy, Intent.INTERESTED)
    assert new(await pass_time(books, NOW, local(2, 12)), one.delegate) == ["02. 03. 08:00"]


FILTERS = list(product((None, 10_000, 30_000), (False, True)))


@pytest.mark.parametrize(
    ("details", "wanted"),
    [
        ({"amount": 20_000}, lambda least, _own, _kind: (least or 0) <= 20_000),
        ({"amount": None}, lambda _least, _own, _kind: True),
        ({"amount": 50_000, "kinds": (CENTRAL,)}, lambda _least, own, kind: not own or kind == CENTRAL),
    ],
    ids=["amount", "no amount", "kind"],
)
async def test_rule_9_filters_hold_for_what_is_told_at_once_for_digests_and_for_reminders(
    books: Database, members: Sequence[Member], staff: Person, details: dict[str, Any], wanted: Callable[..., bool]
) -> None:
    everybody = [who for member in members for who in (member.delegate, member.librarian)]
    everybody.append(staff)
    for place, (who, (least, own)) in enumerate(zip(everybody * 6, FILTERS * 7, strict=False)):
        if place < len(everybody):
            await sample.follow(books, who)
            await sample.prefer(
                books, who, amount_from=least, own_kind_only=own, pace=Pace.DAILY if place % 2 else Pace.AT_ONCE
            )
    expected = {who.id for who, (least, own) in zip(everybody, FILTERS * 2, strict=False)
                if wanted(least, own, who.library and who.library.kind)}  # fmt: skip
    await publish(books, **details)
    heard = await pass_time(books, NOW, LIFE)
    assert {one.person for one in heard if one.news or one.new} == expected
    assert {one.person for one in heard if one.reminded} == expected


async def test_rule_9_who_follows_everything_or_several_topics_hears_once(
    books: Database, members: Sequence[Member]
) -> None:
    everything, several, other = (member.librarian for member in members)
    await sample.follow(books, everything, topic=None)
    await sample.follow(books, several)
    await sample.follow(books, several, topic=Topic.DIGITAL)
    await sample.follow(books, other, topic=Topic.GREEN)
    await publish(books, topics=(Topic.READING, Topic.DIGITAL))
    heard = await pass_time(books, NOW, NOW)
    assert sorted(one.person for one in heard) == sorted([everything.id, several.id])


async def test_who_follows_is_the_same_for_some_people_and_for_all(books: Database, members: Sequence[Member]) -> None:
    await sample.follow(books, members[0].librarian, members[1].deputy)
    last = members[0].librarian.id

    def _look(tx: Connection) -> tuple[set[PersonId], set[PersonId]]:
        details = Details("", topics=(Topic.READING,))
        everybody = set(tx.execute(reach.followers(details)).scalars())
        return everybody, Circle(tx, 1, last, select(calls.c.id)).followers(details)

    everybody, of_some = await books.read(_look)
    assert everybody == {members[0].librarian.id, members[1].deputy.id}
    assert of_some == {members[0].librarian.id}


def test_rule_9_a_weekly_digest_comes_on_mondays_also_when_one_was_missed() -> None:
    far = sample.content(END)
    monday = date(2027, 3, 8)
    assert [reminding.digested(Pace.WEEKLY, far, monday + timedelta(days=day), monday + timedelta(days=day))
            for day in range(-1, 2)] == [False, True, False]  # fmt: skip
    assert reminding.digested(Pace.WEEKLY, far, monday, monday + timedelta(days=2)), "It was missed."
