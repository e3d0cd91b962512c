"""Rule 8: a change of time or place is told to everybody who relies on it, once, and what it was is said truly."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select

from storage import due, outbox, sending
from storage.batches import BatchId
from storage.database import Database
from storage.events import actions, by_hand, news, publishing
from storage.events.news import MATTER, Field
from storage.events.notices import CANCELLED, ENTERED, FIRST_COME, OFFERED, REMINDER
from storage.events.publishing import Changed, NotYet, TooFew, Unchanged
from storage.events.rules import Event, Lead, Problem
from storage.people import Person, PersonId
from tests.storage.events.sample import (
    NOW,
    START,
    answer,
    change,
    fire,
    give_up,
    local,
    owed,
    publish,
    register,
    states,
    to_come,
    waits_in_outbox,
)

MINUTES = timedelta(minutes=1)
TOLD = NOW + 10 * MINUTES
HOUR = timedelta(hours=1)
Moved = dict[str, Any]
Said = tuple[PersonId, str | None, datetime, tuple[Field, ...]]


def to(start: datetime) -> Moved:
    """Another start, with the end an hour later."""
    return {"starts_at": start, "ends_at": start + HOUR, "closes_at": start}


async def words(books: Database, now: datetime = NOW) -> list[Said]:
    """Whom word of a change will reach, and what it says: the person, the place and the start before, what differs."""
    return await books.read(_words, now)


def _words(tx: Connection, now: datetime) -> list[Said]:
    columns = outbox.outbox.c
    chosen = select(columns.person_id, columns.batch_id).where(
        columns.kind == MATTER.kind, columns.not_before.is_not(None)
    )
    found = []
    for person, batch in tx.execute(chosen.order_by(columns.person_id)):
        said = news.facts(tx, BatchId(batch), now)
        assert said is not None
        found.append((person, said.before.place, said.before.starts_at, said.fields))
    return found


async def send(books: Database, now: datetime) -> None:
    """Send what may go."""
    for one in await books.transact(sending.claim, now, 100):
        await books.transact(sending.settle, [(one, sending.Sent([1]))], now)


@pytest.fixture
async def event(association: Database, ana: Person, bojan: Person) -> Event:
    """An event with one seat, that Ana has, and Bojan waits."""
    event = await publish(association, capacity=1)
    for person in (ana, bojan):
        await register(association, event, person.id)
    return event


async def test_rule_8_whoever_has_a_seat_or_waits_is_told_once_what_is_another(
    association: Database, event: Event, ana: Person, bojan: Person, cvetka: Person
) -> None:
    assert isinstance(await change(association, event, cvetka.id, place="Celje"), Changed)
    await fire(association, TOLD - MINUTES)
    assert await words(association) == []
    await asyncio.gather(*(fire(association, TOLD) for _ in range(3)))
    assert await words(association) == [(one.id, "Maribor", START, (Field.PLACE,)) for one in (ana, bojan)]
    await send(association, TOLD)
    await fire(association, TOLD + HOUR)
    assert await words(association) == []


async def test_rule_8_what_changes_within_ten_minutes_is_told_as_one(
    association: Database, event: Event, ana: Person, bojan: Person, cvetka: Person
) -> None:
    later = START + HOUR
    await change(association, event, cvetka.id, place="Celje")
    await change(association, event, cvetka.id, NOW + 5 * MINUTES, **to(later))
    await change(association, event, cvetka.id, NOW + 9 * MINUTES, place="Ptuj")
    await fire(association, TOLD)
    assert await words(association) == [(one.id, "Maribor", START, (Field.TIME, Field.PLACE)) for one in (ana, bojan)]


async def test_rule_8_what_is_changed_and_changed_back_is_not_told(
    association: Database, event: Event, cvetka: Person
) -> None:
    await change(association, event, cvetka.id, place="Celje")
    await change(association, event, cvetka.id, NOW + MINUTES, place="Maribor")
    await fire(association, TOLD)
    assert await words(association) == []


async def test_rule_8_a_change_later_on_says_what_has_changed_since(
    association: Database, event: Event, ana: Person, bojan: Person, cvetka: Person
) -> None:
    await change(association, event, cvetka.id, place="Celje")
    await fire(association, TOLD)
    await send(association, TOLD)
    await change(association, event, cvetka.id, TOLD, place="Ptuj")
    await fire(association, TOLD + 10 * MINUTES)
    assert await words(association) == [(one.id, "Celje", START, (Field.PLACE,)) for one in (ana, bojan)]


async def test_rule_8_at_night_word_of_a_change_waits_and_two_changes_in_one_night_are_one(
    association: Database, event: Event, ana: Person, bojan: Person, cvetka: Person
) -> None:
    night, morning = local(2027, 4, 1, 23, 0), local(2027, 4, 2, 7, 0)
    await change(association, event, cvetka.id, night, place="Celje")
    await fire(association, night + 10 * MINUTES)
    assert [moment for *_, moment in await association.read(waits_in_outbox)] == [morning] * 2
    await change(association, event, cvetka.id, night + HOUR, place="Ptuj")
    assert await words(association) == []
    await fire(association, night + HOUR + 10 * MINUTES)
    assert await words(association) == [(one.id, "Maribor", START, (Field.PLACE,)) for one in (ana, bojan)]


async def test_rule_8_what_is_changed_back_in_the_same_night_is_not_told_at_all(
    association: Database, event: Event, cvetka: Person
) -> None:
    night = local(2027, 4, 1, 23, 0)
    await change(association, event, cvetka.id, night, place="Celje")
    await fire(association, night + 10 * MINUTES)
    await change(association, event, cvetka.id, night + HOUR, place="Maribor")
    await fire(association, night + HOUR + 10 * MINUTES)
    assert await association.read(waits_in_outbox) == []


async def test_rule_8_what_is_sent_while_the_event_changes_again_says_what_it_was_sent_for(
    association: Database, event: Event, ana: Person, cvetka: Person
) -> None:
    await change(association, event, cvetka.id, place="Celje")
    await fire(association, TOLD)
    (first,) = await association.transact(sending.claim, TOLD, 1)
    await change(association, event, cvetka.id, TOLD, place="Ptuj")
    said = await association.read(news.facts, first.batch_id or BatchId(0), TOLD)
    assert said is not None
    assert (said.before.place, said.event.details.place) == ("Maribor", "Celje")
    await association.transact(sending.settle, [(first, sending.Sent([1]))], TOLD)
    await fire(association, TOLD + 10 * MINUTES)
    assert {before for _, before, *_ in await words(association)} == {"Celje", "Maribor"}


@pytest.mark.parametrize(
    ("start", "later"),
    [(local(2027, 5, 12, 9, 30), local(2027, 5, 20, 9, 30)), (local(2027, 5, 20, 9, 30), local(2027, 5, 12, 9, 30))],
    ids=["it was tomorrow", "it is tomorrow"],
)
async def test_rule_8_a_change_shortly_before_the_start_is_told_at_night_too(
    association: Database, ana: Person, cvetka: Person, start: datetime, later: datetime
) -> None:
    event = await publish(association, **to(start))
    await register(association, event, ana.id)
    night = local(2027, 5, 11, 22, 0)
    await change(association, event, cvetka.id, night, **to(later))
    await fire(association, night + 10 * MINUTES)
    assert [moment for *_, moment in await association.read(waits_in_outbox)] == [night + 10 * MINUTES]


@pytest.mark.parametrize(
    ("before", "wait"),
    [(75, 10), (65, 5), (60, 0), (12, 0), (5, 0), (-30, 0)],
)
async def test_rule_8_a_change_just_before_the_start_is_told_in_time_to_be_of_use(
    association: Database, event: Event, ana: Person, bojan: Person, cvetka: Person, before: int, wait: int
) -> None:
    late = START - before * MINUTES
    await change(association, event, cvetka.id, late, place="Celje")
    if wait:
        await fire(association, late + (wait - 1) * MINUTES)
        assert await words(association, late) == []
    told = late + wait * MINUTES
    await fire(association, told)
    assert await words(association, told) == [(one.id, "Maribor", START, (Field.PLACE,)) for one in (ana, bojan)]


@pytest.mark.parametrize(
    ("start", "later"),
    [(NOW + 5 * MINUTES, START), (START, NOW + 5 * MINUTES)],
    ids=["it was about to start", "it is about to start"],
)
async def test_rule_8_an_event_that_moves_just_before_either_start_is_told_at_once(
    association: Database, ana: Person, cvetka: Person, start: datetime, later: datetime
) -> None:
    event = await publish(association, now=NOW - HOUR, **to(start))
    await register(association, event, ana.id, NOW - HOUR)
    await change(association, event, cvetka.id, **to(later))
    await fire(association, NOW)
    assert await words(association) == [(ana.id, "Maribor", start, (Field.TIME,))]


async def test_rule_8_what_was_to_be_told_in_some_minutes_goes_at_once_when_the_start_comes_near(
    association: Database, event: Event, ana: Person, bojan: Person, cvetka: Person
) -> None:
    await change(association, event, cvetka.id, place="Celje")
    await change(association, event, cvetka.id, NOW + MINUTES, **to(NOW + 8 * MINUTES))
    await fire(association, NOW + MINUTES)
    assert await words(association) == [(one.id, "Maribor", START, (Field.TIME, Field.PLACE)) for one in (ana, bojan)]
    await send(association, NOW + MINUTES)
    await fire(association, TOLD)
    assert await words(association) == []


async def test_rule_8_whoever_knows_a_start_that_was_near_does_not_wait_for_what_changes_next(
    association: Database, ana: Person, cvetka: Person
) -> None:
    start = NOW + 15 * MINUTES
    event = await publish(association, now=NOW - HOUR, **to(start))
    await register(association, event, ana.id, NOW - HOUR)
    await change(association, event, cvetka.id, **to(START))
    await fire(association, NOW)
    await change(association, event, cvetka.id, NOW + 9 * MINUTES, place="Celje")
    await fire(association, NOW + 9 * MINUTES)
    assert await words(association) == [(ana.id, "Maribor", start, (Field.TIME, Field.PLACE))]


async def test_rule_8_saving_without_a_change_or_what_nobody_relies_on_sends_nothing(
    association: Database, event: Event, cvetka: Person
) -> None:
    assert isinstance(await change(association, event, cvetka.id), Unchanged)
    others: Moved = {"title_sl": "Drugače", "description_en": "Otherwise", "hours": 4, "speakers": ("Maja",)}
    done = await change(association, event, cvetka.id, **others)
    assert isinstance(done, Changed)
    assert not done.told
    await fire(association, TOLD)
    assert await association.read(owed) == []


async def test_rule_8_whoever_comes_after_a_change_is_not_told_and_whoever_goes_neither(
    association: Database, event: Event, ana: Person, bojan: Person, cvetka: Person
) -> None:
    night = local(2027, 4, 1, 23, 0)
    await change(association, event, cvetka.id, night, place="Celje")
    await register(association, event, cvetka.id, night)
    await fire(association, night + 10 * MINUTES)
    await give_up(association, event, bojan.id, night + HOUR)
    assert [person for person, *_ in await words(association)] == [ana.id]


async def test_rule_8_whoever_takes_an_offer_meanwhile_is_told_all_the_same(
    association: Database, event: Event, ana: Person, bojan: Person, cvetka: Person
) -> None:
    await give_up(association, event, ana.id)
    await change(association, event, cvetka.id, place="Celje")
    await answer(association, actions.accept, event, bojan.id)
    await fire(association, TOLD)
    assert [person for person, *_ in await words(association)] == [bojan.id]


async def test_rule_8_whoever_takes_back_a_refusal_is_told_what_has_changed_meanwhile(
    association: Database, event: Event, ana: Person, bojan: Person, cvetka: Person
) -> None:
    await give_up(association, event, ana.id)
    await answer(association, actions.refuse, event, bojan.id)
    await change(association, event, cvetka.id, place="Celje")
    await fire(association, TOLD)
    assert await words(association) == []
    await answer(association, actions.take_back_refusal, event, bojan.id, TOLD)
    await fire(association, TOLD + 10 * MINUTES)
    assert await words(association) == [(bojan.id, "Maribor", START, (Field.PLACE,))]


async def test_rule_8_whoever_takes_back_a_refusal_is_told_what_was_to_be_told_in_the_morning(
    association: Database, event: Event, ana: Person, bojan: Person, cvetka: Person
) -> None:
    night = local(2027, 4, 1, 23, 0)
    await give_up(association, event, ana.id, night)
    await change(association, event, cvetka.id, night, place="Celje")
    await fire(association, night + 10 * MINUTES)
    assert [person for person, *_ in await words(association)] == [bojan.id]
    await answer(association, actions.refuse, event, bojan.id, night + HOUR)
    assert await words(association) == []
    await answer(association, actions.take_back_refusal, event, bojan.id, night + 2 * HOUR)
    await fire(association, night + 3 * HOUR)
    assert await words(association) == [(bojan.id, "Maribor", START, (Field.PLACE,))]


async def test_rule_8_an_old_version_changes_nothing(association: Database, event: Event, cvetka: Person) -> None:
    details = event.details
    await change(association, event, cvetka.id, place="Celje")
    done = await association.transact(publishing.change, event.id, event.version, details, cvetka.id, NOW)
    assert done == publishing.NoSuch()


def _reminders(tx: Connection) -> list[datetime]:
    chosen = select(due.due.c.at).where(due.due.c.kind == REMINDER).order_by(due.due.c.at)
    return list(tx.execute(chosen).scalars())


async def test_rule_8_unsent_reminders_move_and_those_that_were_past_come_again(
    association: Database, event: Event, ana: Person, cvetka: Person
) -> None:
    week = START - timedelta(days=7)
    await fire(association, week)
    await send(association, week)
    later = START + timedelta(days=30)
    await change(association, event, cvetka.id, week, **to(later))
    reminders = [later - timedelta(days=7), later - timedelta(days=1), later - timedelta(hours=2)]
    assert await association.read(_reminders) == reminders
    for moment in reminders:
        await fire(association, moment)
        await send(association, moment)
    found = [(kind, person, at) for kind, person, at in await association.read(owed) if kind == REMINDER]
    assert found == [(REMINDER, ana.id, at) for at in (week, *reminders)]


async def test_rule_8_a_reminder_that_waits_for_the_morning_is_not_lost_when_the_event_moves_a_little(
    association: Database, ana: Person, cvetka: Person
) -> None:
    start = local(2027, 5, 12, 22, 0)
    event = await publish(association, **to(start))
    await register(association, event, ana.id)
    night, morning = local(2027, 5, 11, 22, 0), local(2027, 5, 12, 7, 0)
    await fire(association, night)
    assert await association.read(waits_in_outbox) == [(REMINDER, ana.id, morning)]
    await change(association, event, cvetka.id, night + 30 * MINUTES, **to(start + 15 * MINUTES))
    await fire(association, night + 31 * MINUTES)
    assert await association.read(waits_in_outbox) == [(REMINDER, ana.id, morning)]
    await change(association, event, cvetka.id, night + HOUR, **to(start + timedelta(days=3)))
    assert REMINDER not in [kind for kind, *_ in await association.read(waits_in_outbox)]


async def test_rule_8_staff_choose_which_reminders_come(
    association: Database, event: Event, ana: Person, cvetka: Person
) -> None:
    await change(association, event, cvetka.id, leads=(Lead.MONTH, Lead.DAYS))
    moments = await association.read(_reminders)
    assert [START - at for at in moments] == [timedelta(days=30), timedelta(days=3)]
    for moment in moments:
        await fire(association, moment)
        await send(association, moment)
    found = [(kind, person) for kind, person, _ in await association.read(owed)]
    assert found == [(REMINDER, ana.id)] * 2


async def test_rule_8_a_cancelled_event_tells_all_once_and_nothing_else_comes(
    association: Database, event: Event, ana: Person, bojan: Person, cvetka: Person
) -> None:
    await give_up(association, event, ana.id)
    await register(association, event, ana.id)
    await change(association, event, cvetka.id, place="Celje")
    await fire(association, TOLD)
    done = await asyncio.gather(
        *(association.transact(publishing.cancel_event, event.id, cvetka.id, TOLD) for _ in range(3))
    )
    assert sorted(one.told for one in done if isinstance(one, publishing.CallingOff)) == [0, 0, 2]
    waiting = await association.read(waits_in_outbox)
    assert sorted((kind, person) for kind, person, _ in waiting) == [(CANCELLED, ana.id), (CANCELLED, bojan.id)]
    assert await association.read(to_come) == []
    assert await association.read(states, event.id) == {bojan.id: "waiting", ana.id: "waiting"}


async def test_an_event_that_goes_on_is_changed_but_not_into_the_past(
    association: Database, event: Event, cvetka: Person
) -> None:
    during = START + HOUR
    assert isinstance(await change(association, event, cvetka.id, during, place="Celje"), Changed)
    moved = await change(association, event, cvetka.id, during, starts_at=NOW)
    assert moved == NotYet((Problem.IN_THE_PAST, Problem.CLOSES_TOO_LATE))


async def test_registration_can_be_closed_at_once(association: Database, event: Event, cvetka: Person) -> None:
    assert isinstance(await change(association, event, cvetka.id, closes_at=NOW), Changed)


async def test_rule_9_whether_speakers_take_seats_can_be_changed(
    association: Database, ana: Person, bojan: Person, crowd: Sequence[Person], cvetka: Person
) -> None:
    event = await publish(association, capacity=1)
    await association.transact(lambda tx: _enter_speaker(tx, event, ana, cvetka))
    await register(association, event, bojan.id)
    await register(association, event, crowd[0].id)
    assert await change(association, event, cvetka.id, speakers_count=True) == TooFew(2)
    assert isinstance(await change(association, event, cvetka.id, speakers_count=True, capacity=2), Changed)
    assert isinstance(await change(association, event, cvetka.id, speakers_count=False), Changed)
    assert await association.read(states, event.id) == {
        ana.id: "seated", bojan.id: "seated", crowd[0].id: "offered",
    }  # fmt: skip


def _enter_speaker(tx: Connection, event: Event, whom: Person, by: Person) -> None:
    by_hand.enter(tx, event.id, whom.id, by.id, NOW, speaks=True)


async def test_rule_9_whoever_speaks_and_has_registered_is_told_of_everything_once(
    association: Database, event: Event, ana: Person, bojan: Person, cvetka: Person
) -> None:
    await association.transact(lambda tx: _enter_speaker(tx, event, ana, cvetka))
    await change(association, event, cvetka.id, place="Celje")
    await fire(association, TOLD)
    await fire(association, START - timedelta(days=1))
    await association.transact(publishing.cancel_event, event.id, cvetka.id, START - 5 * HOUR)
    found = [kind for kind, person, _ in await association.read(owed) if person == ana.id]
    assert sorted(found) == sorted([ENTERED, MATTER.kind, CANCELLED])
    assert {FIRST_COME, OFFERED} & set(found) == set()
