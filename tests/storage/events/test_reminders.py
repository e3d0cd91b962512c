"""Rule: reminders go to seats only, each once, never for a moment already past, and not at night."""

import asyncio
from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, delete, update

from storage import due, engines, people, sending
from storage.database import Database, open_database
from storage.events import actions, notices, publishing, rules, tables
from storage.events.feature import FEATURE
from storage.events.notices import CANCELLED, REMINDER
from storage.events.rules import LEADS, Event, EventId, Lead, Reminder
from storage.people import Person, PersonId
from tests.storage.events.sample import (
    NOW,
    START,
    fire,
    give_up,
    local,
    owed,
    publish,
    register,
    states,
    to_come,
    workshop,
)
from tests.storage.membership.association import put, two_libraries

WEEK, DAY, HOURS = START - timedelta(days=7), START - timedelta(days=1), START - timedelta(hours=2)
NEVER = {"quiet_from": time(0), "quiet_to": time(0)}
NIGHT = (time(21), time(7))


def leads(starts_at: datetime, now: datetime) -> list[Lead]:
    """Which reminders are still to come."""
    return [reminder.lead for reminder in rules.reminders(workshop(starts_at=starts_at), now)]


def test_reminders_come_a_week_a_day_and_two_hours_before() -> None:
    assert rules.reminders(workshop(), NOW) == [
        Reminder(Lead.WEEK, WEEK), Reminder(Lead.DAY, DAY), Reminder(Lead.HOURS, HOURS),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("now", "expected"),
    [(WEEK, [Lead.DAY, Lead.HOURS]), (DAY, [Lead.HOURS]), (HOURS, []), (START, [])],
)
def test_there_is_no_reminder_for_a_moment_already_past(now: datetime, expected: list[Lead]) -> None:
    assert leads(START, now) == expected


@pytest.mark.parametrize(
    ("start", "week", "day"),
    [
        (local(2027, 3, 29, 9, 30), local(2027, 3, 22, 9, 30), local(2027, 3, 28, 9, 30)),
        (local(2027, 11, 1, 9, 30), local(2027, 10, 25, 9, 30), local(2027, 10, 31, 9, 30)),
    ],
    ids=["to summer time", "to winter time"],
)
def test_the_hour_on_the_wall_stays_the_same_across_the_change_of_time(
    start: datetime, week: datetime, day: datetime
) -> None:
    assert [one.at for one in rules.reminders(workshop(starts_at=start), NOW)] == [
        week,
        day,
        start - timedelta(hours=2),
    ]


def test_two_hours_before_are_two_hours_that_pass() -> None:
    start = local(2027, 3, 28, 4, 0)
    assert rules.reminders(workshop(starts_at=start), NOW)[-1] == Reminder(Lead.HOURS, local(2027, 3, 28, 1, 0))


def test_in_quiet_hours_a_reminder_waits_for_the_morning() -> None:
    night, morning = local(2027, 5, 11, 22, 0), local(2027, 5, 12, 7, 0)
    assert rules.reminder_moment(START, *NIGHT, night) == morning
    assert rules.reminder_moment(START, *NIGHT, morning) == morning


@pytest.mark.parametrize("start", [local(2027, 5, 12, 6, 30), local(2027, 5, 12, 7, 0)])
def test_a_reminder_does_not_wait_if_the_event_starts_before_the_morning(start: datetime) -> None:
    night = local(2027, 5, 12, 4, 30)
    assert rules.reminder_moment(start, *NIGHT, night) == night


MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2036, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - with a zone


@settings(deadline=None)
@given(MOMENTS, MOMENTS, st.times(), st.times())
def test_a_reminder_is_never_early_never_late_for_the_start(
    starts_at: datetime, now: datetime, quiet_from: time, quiet_to: time
) -> None:
    moment = rules.reminder_moment(starts_at, quiet_from.replace(microsecond=0), quiet_to.replace(microsecond=0), now)
    assert moment >= now
    assert moment == now or moment < starts_at
    for reminder in rules.reminders(workshop(starts_at=starts_at), now):
        assert now < reminder.at < starts_at


@settings(deadline=None)
@given(MOMENTS, MOMENTS)
def test_of_several_reminders_that_are_overdue_one_goes_at_most(starts_at: datetime, now: datetime) -> None:
    event = Event(EventId(1), workshop(starts_at=starts_at), cancelled=False)
    overdue = [lead for lead in LEADS if lead not in leads(starts_at, now)]
    going = [lead for lead in overdue if rules.still_due(event, lead, now)]
    assert going == (overdue[-1:] if now < starts_at else [])


async def test_each_reminder_goes_once_to_those_with_a_seat(
    association: Database, ana: Person, bojan: Person, cvetka: Person
) -> None:
    event = await publish(association)
    await register(association, event, ana.id)
    await register(association, event, bojan.id)
    await association.transact(actions.give_up, event.id, bojan.id, NOW)
    assert await association.read(to_come) == [WEEK, DAY, HOURS]
    for moment in (WEEK - timedelta(seconds=1), WEEK, WEEK, DAY, HOURS, START):
        await fire(association, moment)
        for one in await association.transact(sending.claim, moment, 10):
            await association.transact(sending.settle, [(one, sending.Sent([1]))], moment)
    assert await association.read(owed) == [(REMINDER, ana.id, moment) for moment in (WEEK, DAY, HOURS)]


async def test_two_clocks_that_look_at_once_send_one_reminder(association: Database, ana: Person) -> None:
    event = await publish(association)
    await register(association, event, ana.id)
    await asyncio.gather(*(fire(association, DAY) for _ in range(5)))
    assert await association.read(owed) == [(REMINDER, ana.id, DAY)]


async def test_a_program_that_was_off_sends_the_latest_reminder_only(association: Database, ana: Person) -> None:
    event = await publish(association)
    await register(association, event, ana.id)
    late = HOURS + timedelta(minutes=30)
    await fire(association, late)
    assert await association.read(owed) == [(REMINDER, ana.id, late)]


async def test_a_program_that_was_off_reminds_nobody_of_what_has_started(association: Database, ana: Person) -> None:
    event = await publish(association)
    await register(association, event, ana.id)
    await fire(association, START)
    assert await association.read(owed) == []
    assert await association.read(to_come) == []


async def test_a_reminder_that_was_not_sent_gives_way_to_the_next(association: Database, ana: Person) -> None:
    event = await publish(association)
    await register(association, event, ana.id)
    await fire(association, WEEK)
    await fire(association, DAY)
    assert await association.read(owed) == [(REMINDER, ana.id, DAY)]


async def test_a_reminder_that_falls_due_at_night_is_owed_in_the_morning(association: Database, ana: Person) -> None:
    start = local(2027, 5, 12, 8, 30)
    event = await publish(association, starts_at=start, closes_at=start)
    await register(association, event, ana.id, start - timedelta(hours=3))
    await fire(association, start - timedelta(hours=2))
    assert await association.read(owed) == [(REMINDER, ana.id, local(2027, 5, 12, 7, 0))]


async def test_whoever_wants_no_quiet_hours_is_reminded_at_once(association: Database, ana: Person) -> None:
    def awake(tx: Connection) -> None:
        tx.execute(update(people.people).where(people.people.c.id == ana.id).values(NEVER))

    await association.transact(awake)
    start = local(2027, 5, 12, 8, 30)
    event = await publish(association, starts_at=start, closes_at=start)
    await register(association, event, ana.id, start - timedelta(hours=3))
    await fire(association, start - timedelta(hours=2))
    assert await association.read(owed) == [(REMINDER, ana.id, local(2027, 5, 12, 6, 30))]


async def test_a_reminder_under_way_when_the_seat_is_given_up_says_nothing(association: Database, ana: Person) -> None:
    event = await publish(association)
    await register(association, event, ana.id)
    await fire(association, DAY)
    (claimed,) = await association.transact(sending.claim, DAY, 10)
    facts = await association.read(notices.reminder_facts, ana.id, claimed.args, DAY)
    assert facts is not None
    assert facts.event == event
    assert await association.read(notices.reminder_facts, ana.id, claimed.args, START) is None
    await association.transact(actions.give_up, event.id, ana.id, DAY)
    assert await association.read(notices.reminder_facts, ana.id, claimed.args, DAY) is None


async def test_a_cancelled_event_tells_those_with_a_seat_once_and_drops_its_reminders(
    association: Database, ana: Person, bojan: Person, cvetka: Person
) -> None:
    event, other = await publish(association), await publish(association)
    for person in (ana, bojan):
        await register(association, event, person.id)
    await register(association, other, ana.id)
    await association.transact(actions.give_up, event.id, bojan.id, NOW)
    await fire(association, WEEK)
    done = await asyncio.gather(
        *(association.transact(publishing.cancel_event, event.id, cvetka.id, WEEK) for _ in range(3))
    )
    assert sorted(one.told for one in done if isinstance(one, publishing.CallingOff)) == [0, 0, 1]
    assert await association.read(owed) == [(REMINDER, ana.id, WEEK), (CANCELLED, ana.id, WEEK)]
    for moment in (DAY, HOURS):
        await fire(association, moment)
    remaining = [one for one in await association.transact(sending.claim, START, 10) if one.kind == REMINDER]
    assert [one.args["event"] for one in remaining] == [other.id]


async def test_word_of_a_cancelled_event_waits_for_the_morning_too(
    association: Database, ana: Person, cvetka: Person
) -> None:
    event = await publish(association)
    await register(association, event, ana.id)
    await association.transact(publishing.cancel_event, event.id, cvetka.id, local(2027, 5, 11, 23, 0))
    assert await association.read(owed) == [(CANCELLED, ana.id, local(2027, 5, 12, 7, 0))]


async def test_word_of_a_cancelled_event_is_not_sent_when_it_would_be_over(
    association: Database, ana: Person, bojan: Person, cvetka: Person
) -> None:
    event = await publish(association)
    await register(association, event, ana.id)
    args = {"event": event.id}
    assert await association.read(notices.cancelled_facts, ana.id, args, NOW) is None
    await association.transact(publishing.cancel_event, event.id, cvetka.id, NOW)
    assert await association.read(notices.cancelled_facts, ana.id, args, NOW) is not None
    assert await association.read(notices.cancelled_facts, bojan.id, args, NOW) is None
    assert await association.read(notices.cancelled_facts, ana.id, args, event.details.ends_at) is None


async def test_whoever_leaves_frees_the_seats_to_come_and_is_reminded_of_nothing(
    association: Database, ana: Person, bojan: Person
) -> None:
    before, after = await publish(association), await publish(association, starts_at=START + timedelta(hours=1))
    for event in (before, after):
        await register(association, event, ana.id)
        await register(association, event, bojan.id)
    await association.transact(_forget, ana.id, START)
    seats = await association.read(_seats)
    assert seats == [(before.id, None, 1, False), (before.id, bojan.id, 1, False),
                     (after.id, None, 1, True), (after.id, bojan.id, 1, False)]  # fmt: skip
    assert {row.person_id for row in await association.read(_due)} == {bojan.id}


def _forget(tx: Connection, person_id: PersonId, now: datetime) -> None:
    FEATURE.leave(tx, person_id, now)
    tx.execute(delete(people.people).where(people.people.c.id == person_id))


def _seats(tx: Connection) -> list[tuple[object, ...]]:
    columns = tables.registrations.c
    rows = tx.execute(tables.registrations.select().order_by(columns.event_id, columns.id))
    return [(row.event_id, row.person_id, row.library_id, row.cancelled_at is not None) for row in rows]


def _due(tx: Connection) -> list[due.Due]:
    return [due.Due(row.key, row.kind, row.at, row.person_id, row.args) for row in tx.execute(due.due.select())]


async def test_on_postgresql_whoever_gives_up_as_reminders_fall_due_never_waits_in_a_circle(
    postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "CONFLICTS", set())  # nothing is tried again: a deadlock would be seen
    books = open_database(postgresql_url)
    try:
        await books.transact(two_libraries)
        people = [(await put(books, number)).id for number in range(20)]
        event = await publish(books, capacity=10)
        for person in people:
            await register(books, event, person)
        await asyncio.gather(fire(books, WEEK), *(give_up(books, event, person, WEEK) for person in people[:10]))
        assert set((await books.read(states, event.id)).values()) == {"offered"}
    finally:
        await books.close()
