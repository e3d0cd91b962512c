"""Rule 10: who is reminded and when, and what becomes of it when the end moves."""

import asyncio
import threading
from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, update

from storage import outbox, people
from storage.consultations import closing, delegating, notices, opening, rules
from storage.consultations.majority import Choice
from storage.consultations.rules import Lead, State
from storage.database import Database, open_database
from storage.membership import leaving
from storage.people import Person, Role
from tests.storage.consultations import sample
from tests.storage.consultations.sample import END, NOW, Member

DAY = timedelta(days=1)
REMINDER = notices.REMINDER


async def test_rule_10_the_end_that_moves_takes_the_reminders_and_the_closing_with_it(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    one = await sample.put(books)
    before = [("reminder-half", NOW + 7 * DAY), ("reminder-three-days", END - 3 * DAY), ("reminder-day", END - DAY)]
    assert await books.read(sample.to_come) == [*before, ("close", END)]
    await sample.fire(books, END - 3 * DAY)
    later = END + 14 * DAY
    assert isinstance(await books.transact(opening.extend, one.id, later, staff.id, END - 2 * DAY), opening.Extended)
    friday = later - 3 * DAY + timedelta(hours=1)  # the clocks go on in between, and the hour on the wall is the same
    moved = [("reminder-half", NOW + 14 * DAY), ("reminder-three-days", friday), ("reminder-day", later - DAY)]
    assert await books.read(sample.to_come) == [*moved, ("close", later)]
    assert await books.read(sample.owed, REMINDER) == [], "What has not been sent spoke of the old end."
    await sample.fire(books, END)
    assert await books.transact(closing.close, one.id, END) == closing.TooSoon()
    await sample.fire(books, later)
    assert await books.transact(closing.close, one.id, later) == closing.NotOpen(), "The clock has closed it."
    assert await books.read(sample.to_come) == []


@pytest.mark.parametrize(
    ("length", "leads"),
    [
        (timedelta(hours=20), [Lead.HALF]),
        (timedelta(minutes=10), [Lead.HALF]),
        (DAY, [Lead.HALF]),
        (2 * DAY, [Lead.DAY]),
        (2.5 * DAY, [Lead.HALF, Lead.DAY]),
        (3 * DAY, [Lead.HALF, Lead.DAY]),
        (6 * DAY, [Lead.THREE_DAYS, Lead.DAY]),
        (14 * DAY, [Lead.HALF, Lead.THREE_DAYS, Lead.DAY]),
    ],
)
def test_rule_10_a_short_consultation_has_fewer_reminders(length: timedelta, leads: list[Lead]) -> None:
    found = rules.reminders(NOW, NOW + length, NOW)
    assert sorted(found, key=lambda lead: found[lead]) == leads
    assert all(NOW < at < NOW + length for at in found.values())


@given(st.integers(10, 60 * 24 * 90), st.integers(0, 60 * 24 * 90))
def test_reminders_come_between_now_and_the_end_and_never_two_at_once(length: int, passed: int) -> None:
    end = NOW + timedelta(minutes=length)
    now = NOW + timedelta(minutes=min(passed, length))
    found = rules.reminders(NOW, end, now)
    assert all(now < at < end for at in found.values())
    assert len(set(found.values())) == len(found)


async def test_only_those_who_cast_a_vote_that_waits_are_reminded_and_once(
    books: Database, members: Sequence[Member]
) -> None:
    one = await sample.put(books, questions=2)
    questions = await sample.asked(books, one.id)
    done, half, given, holder, *_ = members
    for question in questions:
        await sample.vote(books, question, done.delegate)
    await sample.vote(books, questions[0], half.delegate)
    await books.transact(delegating.give, one.id, holder.library.id, given.delegate.id, NOW)
    for question in questions:
        await sample.vote(books, question, holder.delegate)
    await sample.fire(books, END - 3 * DAY)
    told = [person for person, _ in await books.read(sample.owed, REMINDER)]
    behind = [member for member in members if member not in {done, given}]
    assert sorted(told) == sorted(who.id for member in behind for who in (member.delegate, member.deputy))
    assert holder.delegate.id in told, "It still has the other library's vote to cast."
    for question in questions:
        await sample.vote(books, question, holder.delegate, Choice.FOR, library=given.library)
    await sample.fire(books, END - DAY)
    told = [person for person, _ in await books.read(sample.owed, REMINDER)]
    assert holder.delegate.id not in told
    assert len(told) == len(set(told)), "The one before, if nobody has it yet, is not sent beside it."


def _quiet(tx: Connection, person: Person) -> None:
    hours = {"quiet_from": time(21), "quiet_to": time(7)}
    tx.execute(update(people.people).where(people.people.c.id == person.id).values(hours))


async def test_a_reminder_keeps_quiet_hours_unless_the_end_comes_first(
    books: Database, members: Sequence[Member]
) -> None:
    who = members[0].delegate
    await books.transact(_quiet, who)
    night = datetime(2027, 3, 10, 22, tzinfo=UTC)  # 23.00 on the wall
    morning = datetime(2027, 3, 11, 6, tzinfo=UTC)
    await sample.put(books, ends_at=night + DAY)
    await sample.fire(books, night)
    assert dict(await books.read(sample.owed, REMINDER))[who.id] == morning
    await books.transact(lambda tx: outbox.withdraw(tx, "%"))
    await sample.put(books, now=night - timedelta(hours=2), ends_at=night + timedelta(hours=2))
    await sample.fire(books, night)
    assert dict(await books.read(sample.owed, REMINDER))[who.id] == night, "In the morning it would be too late."


async def test_who_finishes_before_a_reminder_is_sent_does_not_get_it(
    books: Database, members: Sequence[Member]
) -> None:
    one = await sample.put(books, questions=1)
    (question,) = await sample.asked(books, one.id)
    who = members[0].delegate
    args = {"consultation": one.id, "lead": Lead.DAY}
    found = await books.read(notices.reminder_facts, who.id, args, NOW)
    assert found is not None
    assert found.left == 1
    await sample.vote(books, question, who)
    assert await books.read(notices.reminder_facts, who.id, args, NOW) is None
    assert await books.read(notices.reminder_facts, members[1].delegate.id, args, END) is None, "It is over."


async def test_a_bot_that_was_off_reminds_once_and_not_of_what_is_over(
    books: Database, members: Sequence[Member]
) -> None:
    await sample.put(books)
    await sample.fire(books, END - timedelta(hours=5))
    told = [person for person, _ in await books.read(sample.owed, REMINDER)]
    assert len(told) == len(set(told)) == 2 * len(members)
    await books.transact(lambda tx: outbox.withdraw(tx, "%"))
    one = await sample.put(books)
    await sample.fire(books, END + DAY)
    assert await books.read(sample.owed, REMINDER) == []
    closed = await books.transact(closing.close, one.id, END + DAY)
    assert closed == closing.NotOpen()


async def test_a_draft_that_changes_twice_before_people_know_is_told_once(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    one = await sample.put(books, questions=1)
    (question,) = await sample.asked(books, one.id)
    for version, words in ((1, "Drugače."), (2, "Spet drugače.")):
        texts = [(question.id, sample.text(1, words))]
        await books.transact(opening.revise, one.id, version, "", texts, staff.id, NOW)
    told = [person for person, _ in await books.read(sample.owed, notices.REVISED)]
    assert len(told) == len(set(told)) == 2 * len(members)


async def test_a_withdrawn_consultation_reminds_nobody(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    one = await sample.put(books)
    outcome = await books.transact(opening.withdraw, one.id, staff.id, NOW)
    assert isinstance(outcome, opening.Withdrawn)
    assert outcome.one.state is State.WITHDRAWN
    assert await books.read(sample.to_come) == []


async def test_on_postgresql_whoever_leaves_while_everybody_is_told_is_in_nobody_s_way(
    postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = open_database(postgresql_url)
    members = await db.transact(sample.add_members, 3)
    (admin,) = await db.transact(sample.add_people, [(Role.ADMIN, None)])
    gone, asked = members[0].librarian.id, notices.asked

    async def _leave() -> None:
        other = open_database(postgresql_url)
        await other.transact(leaving.remove, admin.id, gone, NOW)
        await other.close()

    def _asked(tx: Connection, *args: Any) -> list[Person]:
        """List everybody, and be slow with it: meanwhile one of them leaves."""
        found = asked(tx, *args)
        thread = threading.Thread(target=lambda: asyncio.run(_leave()))
        thread.start()
        thread.join()
        return found

    monkeypatch.setattr(notices, "asked", _asked)
    await sample.put(db)
    told = {person for person, _ in await db.read(sample.owed, notices.OPENED)}
    await db.close()
    assert gone not in told
    assert len(told) == 3 * len(members) - 1
