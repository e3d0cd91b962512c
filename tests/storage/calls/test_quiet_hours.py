"""Rules 6 and 7: reminders keep their hour on the wall, wait for the morning, or come before it is too late."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from storage.calls import reminding
from storage.calls.news import What
from storage.calls.reminding import LEADS, Quiet
from storage.calls.rules import Intent, When
from storage.database import Database
from storage.local_time import LJUBLJANA, quiet_until
from storage.people import Person
from tests.storage.calls import sample
from tests.storage.calls.sample import NOW, local, pass_time, publish, reminded
from tests.storage.consultations.sample import Member

DAY = date(2027, 4, 15)
NEVER = Quiet(time(0), time(0))


def wall(at: datetime) -> str:
    """Day and hour on the wall."""
    return f"{at.astimezone(LJUBLJANA):%d. %H:%M}"


@pytest.mark.parametrize(
    ("hour", "starts", "ends", "expected"),
    [
        (12, 21, 7, "15. 08:00"),
        (12, 20, 9, "15. 09:00"),
        (12, 22, 12.5, "14. 18:00"),
        (9, 21, 9, "14. 18:00"),
        (6, 21, 7, "14. 18:00"),
        (6, 0, 0, "14. 18:00"),
        (8, 0, 0, "14. 18:00"),
        (6, 17, 7, "14. 16:30"),
        (6, 8, 7, "14. 08:00"),
        (6, 17, 9, "14. 16:30"),
        (8.5, 18, 9, "14. 17:30"),
        (12, 7, 19, "14. 19:00"),
        (None, 7, 19, "15. 19:00"),
        (None, 8, 7, "15. 07:00"),
        (None, 23, 9, "15. 09:00"),
        (8.25, 9, 8.75, "14. 08:45"),
    ],
)
def test_rule_6_the_reminder_of_the_day_comes_at_eight_after_the_quiet_hours_or_before_it_is_too_late(
    hour: float | None, starts: float, ends: float, expected: str
) -> None:
    when = When(DAY, None if hour is None else _time(hour))
    assert wall(reminding.reminder(when, 0, Quiet(_time(starts), _time(ends)))) == expected


def _time(hour: float) -> time:
    return time(int(hour), round(hour % 1 * 60))


HOURS = st.integers(0, 95).map(lambda quarter: time(quarter // 4, quarter % 4 * 15))
DAYS = st.dates(date(2027, 1, 1), date(2028, 12, 31))


@settings(deadline=None, max_examples=200)
@given(DAYS, st.none() | HOURS, HOURS, HOURS, st.sampled_from(LEADS))
@example(date(2027, 4, 15), time(6), time(17), time(7), 0)
@example(date(2027, 4, 15), time(6), time(8), time(7), 0)
@example(date(2027, 3, 28), None, time(21), time(7), 0)
@example(date(2027, 10, 31), time(6), time(17), time(9), 0)
def test_rule_6_no_reminder_comes_in_quiet_hours_if_there_are_others_after_the_deadline_or_a_day_early(
    day: date, hour: time | None, starts: time, ends: time, lead: int
) -> None:
    when, quiet = When(day, hour), Quiet(starts, ends)
    found = reminding.reminder(when, lead, quiet)
    assert found < when.ends_at
    first = reminding.morning(min(reminding.last_morning(found), day - timedelta(days=lead)))
    moments = [first + timedelta(minutes=15 * count) for count in range(300)]
    heard = any(quiet_until(at, starts, ends) is None for at in moments if at < when.ends_at)
    assert not heard or quiet_until(found, starts, ends) is None
    usual = reminding.morning(day - timedelta(days=lead))
    assert usual - timedelta(days=1, hours=1) <= found < usual + timedelta(days=1, hours=1)
    look = reminding.last_look(found)
    assert look <= found < reminding.next_look(look)
    assert day in reminding.looked_at(look, look)


@pytest.mark.parametrize("day", [date(2027, 3, 28), date(2027, 4, 2), date(2027, 10, 31), date(2027, 11, 4)])
def test_rule_7_over_the_clock_changes_every_reminder_comes_at_eight_on_the_wall(day: date) -> None:
    for lead in LEADS:
        found = reminding.reminder(When(day), lead, Quiet(time(21), time(7)))
        assert found.astimezone(LJUBLJANA).replace(tzinfo=None) == datetime.combine(
            day - timedelta(days=lead), time(8)
        )  # fmt: skip


@pytest.mark.parametrize(
    ("day", "ends_at"),
    [
        (date(2027, 3, 31), datetime(2027, 3, 31, 22, tzinfo=UTC)),
        (date(2027, 3, 27), datetime(2027, 3, 27, 23, tzinfo=UTC)),
        (date(2027, 3, 28), datetime(2027, 3, 28, 22, tzinfo=UTC)),
        (date(2027, 10, 31), datetime(2027, 10, 31, 23, tzinfo=UTC)),
    ],
)
def test_rule_7_a_deadline_without_an_hour_ends_with_its_day_in_ljubljana(day: date, ends_at: datetime) -> None:
    assert When(day).ends_at == ends_at


async def test_rule_7_a_call_whose_life_goes_over_the_clock_change_reminds_at_eight(
    books: Database, members: Sequence[Member]
) -> None:
    who = members[0].delegate
    call = await publish(books, When(date(2027, 3, 31)))
    await sample.declare(books, call, who, Intent.APPLYING)
    heard = await pass_time(books, NOW, local(31, 23.9))
    assert reminded(heard, who) == [
        ("17. 03. 08:00", [14]), ("24. 03. 08:00", [7]), ("28. 03. 08:00", [3]), ("30. 03. 08:00", [1]),
        ("31. 03. 08:00", [0]),
    ]  # fmt: skip
    assert not await pass_time(books, local(31, 23.9), local(2, 12, 4))


@pytest.mark.parametrize(
    ("starts", "ends", "hour", "expected"),
    [
        (time(21), time(7), time(6), [("14. 04. 08:00", [1]), ("14. 04. 18:00", [1])]),
        (time(7), time(19), time(12), [("14. 04. 19:00", [1])]),
        (time(17), time(9), time(8, 30), [("14. 04. 09:00", [1]), ("14. 04. 16:30", [1])]),
        (time(8), time(7), None, [("15. 04. 07:00", [0])]),
        (time(22), time(10), time(12), [("14. 04. 10:00", [1]), ("15. 04. 10:00", [0])]),
    ],
    ids=["ends at six", "quiet by day", "a long night", "hardly ever", "late mornings"],
)
async def test_rule_6_the_last_reminders_as_they_arrive(
    books: Database, members: Sequence[Member], starts: time, ends: time, hour: time | None,
    expected: list[tuple[str, list[int]]],
) -> None:  # fmt: skip
    who = members[0].delegate
    await sample.quiet(books, who, starts, ends)
    call = await publish(books, When(DAY, hour))
    await sample.declare(books, call, who, Intent.APPLYING)
    await pass_time(books, NOW, local(13, 12, 4))
    heard = await pass_time(books, local(13, 12, 4), local(16, 12, 4))
    assert reminded(heard, who) == expected


async def test_rule_6_what_was_missed_waits_for_the_end_of_the_quiet_hours_unless_the_deadline_comes_first(
    books: Database, members: Sequence[Member]
) -> None:
    one, other = members[0].delegate, members[1].delegate
    for who in (one, other):
        await sample.quiet(books, who, time(21), time(7))
    later = await publish(books, When(DAY, time(12)))
    sooner = await publish(books, When(DAY, time(6)))
    await sample.declare(books, later, one, Intent.APPLYING)
    await sample.declare(books, sooner, other, Intent.APPLYING)
    await pass_time(books, NOW, local(12, 12, 4))
    heard = await pass_time(books, local(14, 22, 4), local(16, 12, 4))
    assert reminded(heard, one) == [("15. 04. 08:00", [0])]
    assert reminded(heard, other) == [("14. 04. 22:00", [1])]


async def test_rule_6_a_clock_that_is_a_moment_late_changes_nothing(books: Database, members: Sequence[Member]) -> None:
    one, other = members[0].delegate, members[1].delegate
    await sample.quiet(books, other, time(21), time(9))
    for hour in (time(12), time(6)):
        call = await publish(books, When(DAY, hour))
        for who in (one, other):
            await sample.declare(books, call, who, Intent.APPLYING)
    await pass_time(books, NOW, local(13, 12, 4))
    moment = local(14, 8, 4) + timedelta(seconds=1)
    heard = await pass_time(books, moment, local(15, 7, 4))
    heard += await pass_time(books, local(15, 8, 4) + timedelta(seconds=1), local(15, 12, 4))
    assert reminded(heard, one) == [("14. 04. 08:00", [1, 1]), ("14. 04. 18:00", [1]), ("15. 04. 08:00", [0])]
    assert reminded(heard, other) == [("14. 04. 09:00", [1, 1]), ("14. 04. 18:00", [1]), ("15. 04. 09:00", [0])]


EARLY = When(DAY, time(6))
ONCE = [("14. 04. 18:00", [1])]


@pytest.mark.parametrize("before", [When(date(2027, 4, 20), time(12)), When(date(2027, 4, 14), time(20)), None],
                         ids=["brought forward", "extended", "published"])  # fmt: skip
async def test_rule_6_what_becomes_known_in_the_afternoon_is_reminded_of_in_the_evening(
    books: Database, members: Sequence[Member], staff: Person, before: When | None
) -> None:
    who, afternoon = members[0].delegate, local(14, 15, 4)
    await sample.quiet(books, who, time(21), time(7))
    await publish(books)
    if before is None:
        await pass_time(books, NOW, afternoon)
        call = await publish(books, EARLY, now=afternoon)
        await sample.declare(books, call, who, Intent.APPLYING, afternoon)
    else:
        call = await publish(books, before)
        await sample.declare(books, call, who, Intent.APPLYING)
        await pass_time(books, NOW, afternoon)
        await sample.amend(books, call, staff, afternoon, EARLY)
    heard = await pass_time(books, afternoon, local(16, 12, 4))
    assert reminded(heard, who) == ONCE


async def test_rule_6_whoever_decides_in_the_afternoon_is_reminded_in_the_evening_and_whoever_drops_it_is_not(
    books: Database, members: Sequence[Member]
) -> None:
    one, other = members[0].delegate, members[1].delegate
    call = await publish(books, EARLY)
    await sample.declare(books, call, other, Intent.APPLYING)
    afternoon = local(14, 15, 4)
    await pass_time(books, NOW, afternoon)
    await sample.declare(books, call, one, Intent.APPLYING, afternoon)
    await sample.declare(books, call, other, Intent.NOT_FOR_US, afternoon)
    heard = await pass_time(books, afternoon, local(16, 12, 4))
    assert [reminded(heard, who) for who in (one, other)] == [ONCE, []]


async def test_rule_6_what_ends_before_the_morning_is_not_held_by_quiet_hours(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    who, night = members[0].delegate, local(14, 22, 4)
    await sample.quiet(books, who, time(21), time(7))
    await sample.follow(books, who)
    call = await publish(books, When(date(2027, 4, 14), time(23, 30)))
    await pass_time(books, NOW, night)
    await publish(books, EARLY, now=night)
    await sample.amend(books, call, staff, night, EARLY)
    heard = await pass_time(books, night, local(16, 12, 4))
    assert sample.told(heard, who) == [("14. 04. 22:00", What.PUBLISHED), ("14. 04. 22:10", What.CHANGED)]
