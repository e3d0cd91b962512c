"""The survey: once, only those who were there, and nobody can tell who said what."""

import asyncio
import dataclasses
from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Connection, String, Table, func, literal_column, select, text

from storage.database import Database, open_database
from storage.events import attendance, by_hand, publishing, survey
from storage.events.after_tables import opinions, raters, ratings
from storage.events.by_hand import Guest
from storage.events.rules import Event
from storage.events.survey import Asked, Counted, Kept, NotThere, Once, Results, TooFew
from storage.local_time import LJUBLJANA
from storage.people import Person, PersonId, Role
from tests.storage.events.afterwards import AT_DOOR, DAY_AFTER, OVER, number_of, scan, was_there, write
from tests.storage.events.sample import NOW, START, fire, owed, publish, register
from tests.storage.membership.association import put, two_libraries


async def gone_by(books: Database, people: Sequence[Person], by: Person) -> Event:
    """Let people have been at an event."""
    event = await publish(books)
    for person in people:
        await register(books, event, person.id)
    await was_there(books, event, *(person.id for person in people), by=by.id)
    return event


async def asked(books: Database) -> list[tuple[PersonId, datetime]]:
    """Who is asked, and when."""
    return [(PersonId(person), at) for kind, person, at in await books.read(owed) if kind == survey.KIND]


async def test_those_who_were_there_are_asked_once_at_ten_the_day_after(
    association: Database, ana: Person, bojan: Person, cvetka: Person
) -> None:
    event = await publish(association)
    for person in (ana, bojan):
        await register(association, event, person.id)
    await was_there(association, event, ana.id, by=cvetka.id)
    at = datetime(2027, 5, 13, 10, tzinfo=LJUBLJANA)
    await fire(association, at - timedelta(seconds=1))
    assert await asked(association) == []
    await fire(association, at)
    assert await asked(association) == [(ana.id, at)]
    number = await association.read(number_of, event.id, bojan.id)
    await association.transact(attendance.mark, number, cvetka.id, at + timedelta(hours=9), came=True)
    await fire(association, at + timedelta(days=1))
    assert await asked(association) == [(ana.id, at), (bojan.id, at + timedelta(days=1))]
    await fire(association, at + timedelta(days=40))
    assert len(await asked(association)) == 2


async def test_whoever_checked_in_is_asked_though_staff_have_not_confirmed_it(
    association: Database, ana: Person, cvetka: Person
) -> None:
    event = await publish(association)
    await register(association, event, ana.id)
    await scan(association, await association.read(number_of, event.id, ana.id), cvetka.id)
    await fire(association, DAY_AFTER)
    assert [person for person, _ in await asked(association)] == [ana.id]


async def test_each_answers_once(association: Database, ana: Person, bojan: Person, cvetka: Person) -> None:
    event = await gone_by(association, [ana], cvetka)
    for person, outcome in [
        (ana, Counted(Asked(event, 1, rated=True, wrote=False))),
        (ana, Once(Asked(event, 1, rated=True, wrote=False))),
        (bojan, NotThere()),
    ]:
        assert await association.transact(survey.rate, event.id, person.id, 4, DAY_AFTER) == outcome
    assert await association.read(survey.facts, ana.id, {"event": event.id}, DAY_AFTER) is None
    assert await write(association, event, ana.id, "Odlično.") == Kept(event)
    assert await write(association, event, ana.id, "Še enkrat.") == Once(Asked(event, 1, rated=True, wrote=True))
    assert await write(association, event, bojan.id, "Jaz tudi.") == NotThere()


async def test_guests_are_not_among_those_who_are_asked(association: Database, ana: Person, cvetka: Person) -> None:
    event = await publish(association)
    await register(association, event, ana.id)
    for name in ("Janez Novak", "Mojca Kos"):
        await association.transact(by_hand.enter, event.id, Guest(name), cvetka.id, NOW)
    await association.transact(attendance.confirm, event.id, cvetka.id, OVER, everybody=True)
    asked = await association.transact(survey.rate, event.id, ana.id, 4, DAY_AFTER)
    assert asked == Counted(Asked(event, 1, rated=True, wrote=False))
    assert await association.read(survey.results, event.id) == TooFew(event, 1, 3)


async def test_stars_that_are_none_are_not_counted(association: Database, ana: Person, cvetka: Person) -> None:
    event = await gone_by(association, [ana], cvetka)
    for stars in (0, 6, -1, 10**12):
        assert await association.transact(survey.rate, event.id, ana.id, stars, DAY_AFTER) == NotThere()


async def test_before_the_end_nobody_answers(association: Database, ana: Person, cvetka: Person) -> None:
    event = await publish(association)
    await register(association, event, ana.id)
    await scan(association, await association.read(number_of, event.id, ana.id), cvetka.id)
    assert await association.transact(survey.rate, event.id, ana.id, 5, AT_DOOR) == NotThere()
    assert await association.read(survey.facts, ana.id, {"event": event.id}, AT_DOOR) is None


async def test_a_hundred_taps_at_once_are_one_answer(association: Database, ana: Person, cvetka: Person) -> None:
    event = await gone_by(association, [ana], cvetka)
    taps = [association.transact(survey.rate, event.id, ana.id, 1 + tap % 5, DAY_AFTER) for tap in range(20)]
    done = await asyncio.gather(*taps)
    assert sum(isinstance(one, Counted) for one in done) == 1

    def total(tx: Connection) -> int:
        return int(tx.execute(select(func.sum(ratings.c.count))).scalar_one())

    assert await association.read(total) == 1


async def test_results_are_shown_from_three_answers_on(
    association: Database, crowd: Sequence[Person], cvetka: Person
) -> None:
    event = await gone_by(association, crowd[:4], cvetka)
    for person, stars in zip(crowd[:2], (5, 4), strict=True):
        await association.transact(survey.rate, event.id, person.id, stars, DAY_AFTER)
        await write(association, event, person.id, f"Mnenje {stars}")
    assert await association.read(survey.results, event.id) == TooFew(event, 2, 4)
    await association.transact(survey.rate, event.id, crowd[2].id, 4, DAY_AFTER)
    found = await association.read(survey.results, event.id)
    assert isinstance(found, Results)
    assert found.counts == {1: 0, 2: 0, 3: 0, 4: 2, 5: 1}
    assert sorted(found.opinions) == ["Mnenje 4", "Mnenje 5"]
    assert (found.came, found.answers, found.tenths) == (4, 3, 43)


async def test_no_row_ties_an_answer_to_a_person_or_a_time(
    association: Database, crowd: Sequence[Person], cvetka: Person
) -> None:
    event = await gone_by(association, crowd[:6], cvetka)
    for person in crowd[:6]:
        await association.transact(survey.rate, event.id, person.id, 5, DAY_AFTER)
        await write(association, event, person.id, f"Mnenje osebe {person.id}")
    assert {column.name for column in ratings.c} == {"event_id", "stars", "count"}
    assert {column.name for column in opinions.c} == {"event_id", "key", "text"}
    assert {column.name for column in raters.c} == {"event_id", "registration_id", "wrote"}
    keys = await association.read(lambda tx: list(tx.execute(select(opinions.c.key)).scalars()))
    assert len({len(key) for key in keys}) == 1
    assert not await association.read(lambda tx: tx.execute(text("select 1 from drafts")).all())


async def test_the_order_of_what_was_written_is_not_that_of_writing(
    association: Database, crowd: Sequence[Person], cvetka: Person
) -> None:
    event = await gone_by(association, crowd, cvetka)
    for number, person in enumerate(crowd):
        await association.transact(survey.rate, event.id, person.id, 5, DAY_AFTER)
        await write(association, event, person.id, f"{number:02}")
    in_table = await association.read(lambda tx: list(tx.execute(select(opinions.c.text)).scalars()))
    found = await association.read(survey.results, event.id)
    assert isinstance(found, Results)
    assert sorted(in_table) == sorted(found.opinions)
    assert sorted(in_table) not in (list(found.opinions), in_table)


def transactions(tx: Connection, *tables: Table) -> int:
    """Count the transactions that PostgreSQL shows of all rows of some tables."""
    rows = [tx.execute(select(literal_column("xmin::text", String)).select_from(one)).scalars().all() for one in tables]
    return len({one for of_table in rows for one in of_table})


async def test_on_postgresql_the_transactions_tell_nothing(postgresql_url: str) -> None:
    books = open_database(postgresql_url)
    try:
        await books.transact(two_libraries)
        crowd = [await put(books, number) for number in range(5)]
        event = await gone_by(books, crowd, await put(books, 90, Role.STAFF))
        for person in crowd:
            await books.transact(survey.rate, event.id, person.id, 1 + person.id % 5, DAY_AFTER)
            assert await books.read(transactions, ratings, raters) == 1
            await write(books, event, person.id, "Mnenje")
            assert await books.read(transactions, ratings, raters, opinions) == 1
    finally:
        await books.close()


@pytest.mark.parametrize(
    ("hours", "expected"),
    [(0, "2027-05-13 10:00"), (20, "2027-05-13 10:00"), (26, "2027-05-14 10:00"), (24 * 9 + 2, "2027-05-22 10:00")],
)
def test_the_hour_is_a_decent_one(hours: int, expected: str) -> None:
    at = survey.asked_at(OVER, START + timedelta(hours=hours))
    assert at.astimezone(LJUBLJANA).strftime("%Y-%m-%d %H:%M") == expected


async def test_if_the_event_is_longer_than_it_was_the_question_waits(
    association: Database, ana: Person, cvetka: Person
) -> None:
    event = await publish(association)
    await register(association, event, ana.id)
    await scan(association, await association.read(number_of, event.id, ana.id), cvetka.id)
    longer = dataclasses.replace(event.details, ends_at=OVER + timedelta(days=2))
    await association.transact(publishing.change, event.id, 1, longer, cvetka.id, AT_DOOR)
    await fire(association, DAY_AFTER)
    assert await asked(association) == []
    await fire(association, DAY_AFTER + timedelta(days=2))
    assert [person for person, _ in await asked(association)] == [ana.id]


async def test_without_stars_nothing_is_written(association: Database, ana: Person, cvetka: Person) -> None:
    event = await gone_by(association, [ana], cvetka)
    assert await write(association, event, ana.id, "Prej") == NotThere()
