"""Rule 6: what is late because the bot was off follows its own rule, once; and rule 5 with the books."""

from datetime import datetime, time, timedelta

import pytest

from storage.announcements import actions
from storage.announcements.rules import LATE_AFTER, Late, State
from storage.announcements.times import Every, Repeat
from storage.database import Database
from storage.features import AUDIENCES
from storage.local_time import LJUBLJANA
from storage.outbox import State as Delivery
from storage.people import Person
from tests.storage.announcements.sample import NOW, everything, fire, get, owed, states, submit, text, told

DAILY = Repeat(Every.DAY, time(9))
TOMORROW = NOW + timedelta(days=1)
BACK_ON = NOW + timedelta(days=4, hours=1, minutes=30)
"""When the bot is on again: it was off since before tomorrow's nine o'clock, for three days."""


async def test_rule_6_off_for_three_days_each_overdue_announcement_follows_its_own_rule_once(
    association: Database, ana: Person, cvetka: Person
) -> None:
    plan = [(Late.SEND, 1), (Late.HOLD, 2), (Late.SKIP, 3), (Late.SEND, 3)]
    for late, days in plan:
        await submit(association, cvetka, at=NOW + timedelta(days=days), late=late, content=text(f"{late} {days}"))
    await fire(association, BACK_ON)
    await fire(association, BACK_ON + timedelta(minutes=1))
    assert await states(association) == [State.SENT, State.HELD, State.SKIPPED, State.SENT]
    assert [person for person, _ in await owed(association)] == [ana.id, cvetka.id] * 2
    assert await told(association, actions.HELD) == [cvetka.id]


@pytest.mark.parametrize(
    ("late", "state", "sent"), [(Late.SEND, State.SENT, 1), (Late.HOLD, State.HELD, 0), (Late.SKIP, State.SKIPPED, 0)]
)
async def test_rule_6_what_repeats_goes_by_its_rule_once_and_then_at_its_next_hour(
    association: Database, cvetka: Person, late: Late, state: State, sent: int
) -> None:
    await submit(association, cvetka, at=TOMORROW, repeat=DAILY, late=late)
    await fire(association, BACK_ON)
    first, following = await everything(association)
    assert (first.state, following.state) == (state, State.PLANNED)
    assert following.send_at == NOW + timedelta(days=5)
    assert (following.late, following.content) == (late, first.content)
    assert len(await owed(association)) == sent
    await fire(association, NOW + timedelta(days=5))
    assert await states(association) == [state, State.SENT, State.PLANNED]
    assert len(await owed(association)) == sent + 1


async def test_rule_6_what_is_held_goes_when_somebody_says_so_and_is_repeated_no_further_by_that(
    association: Database, cvetka: Person, darja: Person
) -> None:
    await submit(association, cvetka, at=TOMORROW, repeat=DAILY, late=Late.HOLD)
    await fire(association, BACK_ON)
    held, _ = await everything(association)
    for again in (False, True):
        outcome = await association.transact(actions.send_held, AUDIENCES, held.id, darja.id, BACK_ON)
        assert isinstance(outcome, actions.NoSuch) is again
    assert await states(association) == [State.SENT, State.PLANNED]
    assert [person for person, _ in await owed(association)] == [cvetka.id, darja.id]


async def test_what_is_held_can_be_called_off_alone(association: Database, cvetka: Person) -> None:
    await submit(association, cvetka, at=TOMORROW, repeat=DAILY, late=Late.HOLD)
    await fire(association, BACK_ON)
    held, _ = await everything(association)
    await association.transact(actions.withdraw, held.id, cvetka.id, BACK_ON)
    await fire(association, NOW + timedelta(days=5))
    assert await states(association) == [State.WITHDRAWN, State.SENT, State.PLANNED]


@pytest.mark.parametrize("late", Late)
async def test_a_few_minutes_are_not_late(association: Database, cvetka: Person, late: Late) -> None:
    one = await submit(association, cvetka, at=TOMORROW, late=late)
    await fire(association, TOMORROW + LATE_AFTER)
    assert (await get(association, one.id)).state is State.SENT


async def test_rule_5_the_clock_jumping_an_hour_back_repeats_nothing(association: Database, cvetka: Person) -> None:
    await submit(association, cvetka, at=TOMORROW, repeat=DAILY)
    await fire(association, TOMORROW)
    for minutes in (-60, -30, 0, 1, 60):
        await fire(association, TOMORROW + timedelta(minutes=minutes))
        assert await states(association) == [State.SENT, State.PLANNED]
    assert len(await owed(association)) == 1


async def test_rule_5_what_falls_due_while_the_clock_is_set_back_is_planned_for_its_next_hour(
    association: Database, cvetka: Person
) -> None:
    one = await submit(association, cvetka, at=TOMORROW, repeat=DAILY)
    early = TOMORROW - timedelta(hours=1)
    await association.transact(actions.send_held, AUDIENCES, one.id, cvetka.id, early)
    await fire(association, TOMORROW)
    _, following = await everything(association)
    assert following.send_at == TOMORROW + timedelta(days=1)
    assert len(await owed(association)) == 1


async def test_rule_5_each_day_at_nine_over_both_changes_of_the_clock(association: Database, cvetka: Person) -> None:
    for month, day in ((3, 28), (10, 31)):
        start = datetime(2027, month, day, 9, tzinfo=LJUBLJANA) - timedelta(days=1)
        one = await submit(association, cvetka, start - timedelta(hours=1), at=start, repeat=DAILY)
        hour = start - timedelta(hours=2)
        while hour < start + timedelta(days=2, hours=2):
            await fire(association, hour)
            hour += timedelta(minutes=30)
        series = [other for other in await everything(association) if other.id >= one.id]
        went = [other.sent_at.astimezone(LJUBLJANA) for other in series if other.sent_at]
        assert [(at.day, at.hour, at.minute) for at in went] == [
            ((start + timedelta(days=days)).day, 9, 0) for days in range(3)
        ]
        await association.transact(actions.withdraw, series[-1].id, cvetka.id, hour)


async def test_it_goes_as_often_as_was_said(association: Database, cvetka: Person) -> None:
    await submit(association, cvetka, at=TOMORROW, repeat=Repeat(Every.DAY, time(9), left=3))
    for days in range(1, 8):
        await fire(association, NOW + timedelta(days=days))
    assert await states(association) == [State.SENT] * 3


async def test_calling_off_what_repeats_ends_it(association: Database, cvetka: Person) -> None:
    await submit(association, cvetka, at=TOMORROW, repeat=DAILY)
    await fire(association, TOMORROW)
    _, following = await everything(association)
    await association.transact(actions.withdraw, following.id, cvetka.id, TOMORROW)
    await fire(association, NOW + timedelta(days=9))
    assert await states(association) == [State.SENT, State.WITHDRAWN]
    assert [state for _, state in await owed(association)] == [Delivery.PENDING]
