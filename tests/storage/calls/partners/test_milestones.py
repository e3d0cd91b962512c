"""Granted projects: milestones and reports are reminded in the same way."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select

from storage import outbox
from storage.calls import intents, milestones, mornings, notices, publishing
from storage.calls.intents import NoSuch
from storage.calls.milestone_rules import NotGranted, TooMany
from storage.calls.rules import DEADLINES_AT_MOST, Call, Deadline, DeadlineKind, Intent, NotForYou, When, Withdrawn
from storage.database import Database
from storage.people import Person, people
from tests.storage.calls.partners.sample import NOW, OVER, Member, declare, fire, found, join

AFTERWARDS = OVER + timedelta(days=30)
REPORT = Deadline(DeadlineKind.REPORT, When(date(2027, 9, 30), time(15)), "Vmesno poročilo")
LEADS = (30, 14, 7, 3, 1, 0)


@pytest.fixture
async def granted(books: Database, members: Sequence[Member], call: Call) -> Member:
    """A library whose project was granted, after the call was over."""
    ana = members[0]
    await declare(books, call, ana.delegate, Intent.APPLIED)
    await declare(books, call, ana.delegate, Intent.GRANTED, AFTERWARDS)
    return ana


async def set_one(db: Database, call: Call, by: Person, one: Deadline = REPORT, now: datetime = AFTERWARDS) -> Any:
    whose = one if one.consortium or by.library is None else replace(one, library=by.library.id)
    return await db.transact(milestones.set_one, call.id, whose, by, now)


async def reminded(db: Database, name: str, until: datetime) -> list[date]:
    """Let the mornings come; return on which days somebody of a name is reminded of something."""
    day = AFTERWARDS
    while day < until:
        await fire(db, day)
        day += timedelta(days=1)
    return await db.read(_reminded, name)


def _reminded(tx: Connection, name: str) -> list[date]:
    columns = outbox.outbox.c
    joined = outbox.outbox.join(people, people.c.id == columns.person_id)
    chosen = select(columns.not_before, columns.args).select_from(joined)
    rows = tx.execute(chosen.where(people.c.first_name == name, columns.kind == mornings.MORNING).order_by(columns.id))
    return [row.not_before.date() for row in rows if row.args["reminders"]]


async def test_a_report_is_reminded_as_for_those_applying_when_the_call_is_long_over(
    books: Database, members: Sequence[Member], call: Call, granted: Member
) -> None:
    done = await set_one(books, call, granted.deputy)
    assert isinstance(done, milestones.Set)
    until = REPORT.when.ends_at + timedelta(days=1)
    assert await reminded(books, "Ana", until) == [REPORT.when.day - timedelta(days=lead) for lead in LEADS]
    assert await books.read(_reminded, "Ana-namestnica") == await books.read(_reminded, "Ana")
    assert await books.read(_reminded, "Ana-knjižničarka") == []
    assert await books.read(_reminded, "Bojan") == []


async def test_a_report_is_reminded_when_the_office_has_closed_the_call(
    books: Database, members: Sequence[Member], call: Call, granted: Member
) -> None:
    done = await set_one(books, call, granted.delegate)
    end: Any = publishing.close
    await books.transact(end, call.id, granted.delegate.id, AFTERWARDS)
    morning = datetime.combine(REPORT.when.day - timedelta(days=30), time(8), UTC)
    assert await reminded(books, "Ana", morning + timedelta(days=1)) == [morning.date()]
    args = {"occasion": "", "reminders": [[done.deadline.id, REPORT.when.ends_at.isoformat()]], "calls": []}
    facts = await books.read(notices.morning_facts, granted.delegate.id, args, morning)
    assert facts is not None
    assert [deadline.label for _, deadline in facts.reminders] == ["Vmesno poročilo"]


async def test_nothing_of_a_withdrawn_call_is_reminded(books: Database, members: Sequence[Member], call: Call) -> None:
    ana = members[0].delegate
    await declare(books, call, ana, Intent.GRANTED)
    done = await set_one(books, call, ana, now=NOW)
    await books.transact(publishing.withdraw, call.id, ana.id, NOW)
    assert await reminded(books, "Ana", REPORT.when.ends_at) == []
    args = {"occasion": "", "reminders": [[done.deadline.id, REPORT.when.ends_at.isoformat()]], "calls": []}
    assert await books.read(notices.morning_facts, ana.id, args, AFTERWARDS) is None
    assert await set_one(books, call, ana) == Withdrawn()


async def test_only_who_speaks_for_a_library_with_a_project_sets_its_deadlines(
    books: Database, members: Sequence[Member], call: Call, granted: Member
) -> None:
    assert await set_one(books, call, members[1].delegate) == NotGranted()
    assert await set_one(books, call, granted.librarian) == NotForYou()
    theirs = replace(REPORT, library=granted.library.id)
    assert await books.transact(milestones.set_one, call.id, theirs, members[1].delegate, AFTERWARDS) == NotForYou()
    for kind in (DeadlineKind.PAPERS, DeadlineKind.SUBMISSION):
        assert await set_one(books, call, granted.delegate, replace(REPORT, kind=kind)) == NotForYou()
    own = call.deadlines[0].id
    assert await set_one(books, call, granted.delegate, replace(REPORT, id=own)) == NoSuch()


async def test_a_deadline_is_changed_ticked_off_and_struck_out(
    books: Database, members: Sequence[Member], call: Call, granted: Member
) -> None:
    done = await set_one(books, call, granted.delegate)
    number = done.deadline.id
    later = replace(done.deadline, when=When(date(2027, 10, 31)), label="Končno poročilo")
    for other in (members[1].delegate, granted.librarian):
        outcome = await books.transact(milestones.set_one, call.id, later, other, AFTERWARDS)
        assert outcome in (NotForYou(), NoSuch(), NotGranted())
        assert not isinstance(await books.transact(milestones.strike, number, other, AFTERWARDS), milestones.Set)
    assert isinstance(await set_one(books, call, granted.deputy, later), milestones.Set)
    until = later.when.ends_at + timedelta(days=1)
    days = await reminded(books, "Ana", datetime(2027, 10, 20, tzinfo=UTC))
    assert days == [date(2027, 10, 1), date(2027, 10, 17)]
    assert isinstance(await books.transact(intents.meet, number, granted.librarian, NOW, met=True), intents.Met)
    assert await reminded(books, "Ana", until) == days
    own = await books.read(milestones.find, number, granted.delegate, AFTERWARDS)
    assert own is not None
    changed = replace(later, changes=1, changed_at=AFTERWARDS)
    assert (own.deadline, own.met, own.may) == (changed, True, True)
    assert await books.read(milestones.find, number, members[1].delegate, AFTERWARDS) is None
    assert isinstance(await books.transact(milestones.strike, number, granted.delegate, AFTERWARDS), milestones.Set)
    assert await books.transact(milestones.strike, number, granted.delegate, AFTERWARDS) == NoSuch()


async def test_the_lead_sets_deadlines_of_the_consortium_and_its_members_are_reminded(
    books: Database, members: Sequence[Member], call: Call
) -> None:
    ana, bojan, cilka = members[:3]
    one = await found(books, call, ana.delegate)
    await join(books, one, ana.delegate, bojan.delegate)
    await declare(books, call, ana.delegate, Intent.GRANTED, AFTERWARDS)
    await declare(books, call, bojan.delegate, Intent.GRANTED, AFTERWARDS)
    of_all = replace(REPORT, consortium=one.id)
    assert await set_one(books, call, bojan.delegate, of_all) == NotForYou()
    assert isinstance(await set_one(books, call, ana.delegate, of_all), milestones.Set)
    assert len(await reminded(books, "Bojan", REPORT.when.ends_at)) == len(LEADS)
    assert await books.read(_reminded, "Cilka") == []
    assert cilka.library.id not in one.members


async def test_there_are_only_so_many(books: Database, members: Sequence[Member], call: Call, granted: Member) -> None:
    for _ in range(DEADLINES_AT_MOST):
        assert isinstance(await set_one(books, call, granted.delegate), milestones.Set)
    assert await set_one(books, call, granted.delegate) == TooMany()
