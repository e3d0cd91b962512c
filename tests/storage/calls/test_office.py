"""What the office is told beforehand is what comes: how many hear of a call, of a change, of its end."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select, update

from storage import drafts, due, outbox
from storage.calls import desk, drafting, feature, following, intents, news, publishing
from storage.calls.desk import Reminded, RemindedToday
from storage.calls.drafting import Overtaken
from storage.calls.publishing import Amended
from storage.calls.reminding import Pace, Preferences
from storage.calls.rules import Call, Content, Intent, Topic
from storage.database import Database, Tx
from storage.news import TOGETHER
from storage.people import Person, Role
from tests.handlers.calls.sample import DETAILS, QUESTIONS, SUBMISSION, publish
from tests.storage.membership.association import KRSKO, NOW, put, two_libraries

CONTENT = Content(DETAILS, (QUESTIONS, SUBMISSION))


@pytest.fixture
async def people(books: Database) -> list[Person]:
    """A delegate and a librarian of Kranj, who follow the topic; a delegate of Krško, who reads of it on Mondays."""
    await books.transact(two_libraries)
    darja, ana = await put(books, 1, Role.DELEGATE), await put(books, 2)
    bojan = await put(books, 3, Role.DELEGATE, KRSKO)
    for one in (darja, ana, bojan):
        await books.transact(following.follow, one.id, Topic.DIGITAL, on=True)
    await books.transact(following.prefer, bojan.id, Preferences(Pace.WEEKLY))
    return [darja, ana, bojan]


def _owed(tx: Tx) -> int:
    rows = select(func.count()).where(outbox.outbox.c.kind == news.MATTER.kind, outbox.outbox.c.not_before.is_not(None))
    return int(tx.execute(rows).scalar_one())


def _all_sent(tx: Tx) -> None:
    gone = {"state": outbox.State.SENT, "not_before": None, "settled_at": NOW}
    tx.execute(update(outbox.outbox).values(gone))


async def declares(books: Database, person: Person, call: Call, intent: Intent = Intent.APPLYING) -> None:
    await books.transact(intents.declare, call.id, person, intent, NOW)


async def test_who_is_told_of_a_new_call_is_known_beforehand(books: Database, people: list[Person]) -> None:
    assert await books.read(publishing.foreseen, CONTENT, NOW) == (2, 1)
    await publish(books)
    assert await books.read(_owed) == 2
    over = datetime(2027, 5, 1, tzinfo=UTC)
    assert await books.read(publishing.foreseen, CONTENT, over) == (0, 0)


@pytest.mark.parametrize(
    "changes",
    [{"caller": "JAK"}, {"amount": 7}, {"cofinancing": None}, {"kinds": ("splošna",)}, {"moved": 7}, {"moved": -3},
     {"moved": 7, "amount": 7}, {}],
)  # fmt: skip
async def test_who_is_told_of_a_change_is_known_beforehand(
    books: Database, people: list[Person], changes: dict[str, Any]
) -> None:
    call = await publish(books)
    await books.transact(_all_sent)
    await declares(books, people[0], call)
    days = changes.pop("moved", 0)
    last = call.deadlines[-1]
    moved = replace(last, when=replace(last.when, day=last.when.day + timedelta(days=days)))
    content = Content(replace(call.details, **changes), (*call.deadlines[:-1], moved))
    expected = await books.read(news.foreseen, call, content, NOW)
    await books.transact(publishing.amend, call.id, 1, content, people[0].id, NOW)
    await books.transact(due.fire, feature.FEATURE.on_due, NOW + TOGETHER)
    assert await books.read(_owed) == expected.told
    assert bool(expected.told) is bool(days or set(changes) - {"caller"})


async def test_who_is_told_of_the_end_is_known_beforehand(books: Database, people: list[Person]) -> None:
    call = await publish(books)
    await books.transact(_all_sent)
    await declares(books, people[0], call, Intent.INTERESTED)
    found = await books.read(desk.overview, call.id)
    assert found is not None
    assert found.over_told == 2
    await books.transact(publishing.withdraw, call.id, people[0].id, NOW)
    assert await books.read(_owed) == 2


async def test_the_undecided_are_asked_once_on_each_day_of_ljubljana(books: Database, people: list[Person]) -> None:
    call, by = await publish(books), people[0].id
    before_midnight = datetime(2027, 3, 10, 22, 30, tzinfo=UTC)
    for now, outcome in (
        (before_midnight, Reminded(2)),
        (before_midnight + timedelta(minutes=20), RemindedToday(before_midnight)),
        (before_midnight + timedelta(hours=1), Reminded(2)),
    ):
        assert await books.transact(desk.remind, call.id, by, now) == outcome
    keys = await books.read(lambda tx: tx.execute(select(outbox.outbox.c.key)).scalars().all())
    assert len([key for key in keys if key.startswith("call_undecided")]) == 4


async def begins(books: Database, person: Person, call: Call, **changes: Any) -> drafts.Draft:
    data = {**drafting.of_call(call), **changes}
    return await books.transact(drafts.start, person.id, 1, drafting.FEATURE, "preview", data, NOW)


async def test_of_two_who_publish_at_once_one_is_overtaken_and_keeps_what_was_typed(
    books: Database, people: list[Person]
) -> None:
    call = await publish(books)
    first, second = await put(books, 90, Role.STAFF, name="Cvetka"), await put(books, 91, Role.STAFF, name="Emil")
    both = [(one, await begins(books, one, call, title_sl=one.first_name, entry=5)) for one in (first, second)]
    outcomes = await asyncio.gather(
        *(books.transact(drafting.publish_draft, draft.id, draft.version, one.id, NOW) for one, draft in both)
    )
    assert sorted(type(one).__name__ for one in outcomes) == ["Amended", "Overtaken"]
    (later,) = [person for (person, _), outcome in zip(both, outcomes, strict=True) if isinstance(outcome, Overtaken)]
    kept = await books.read(drafts.of_feature, later.id, drafting.FEATURE)
    assert kept is not None
    assert (kept.data["title_sl"], kept.data["call_version"], kept.data["entry"]) == (later.first_name, 2, 5)
    assert kept.data["clashes"] == {"fields": ["title_sl"], "deadlines": []}
    outcome = await books.transact(drafting.publish_draft, kept.id, kept.version, later.id, NOW)
    assert isinstance(outcome, Amended)
    assert outcome.call.version == 3


async def test_the_history_says_what_is_another_in_each_version(books: Database, people: list[Person]) -> None:
    call = await publish(books)
    last = call.deadlines[-1]
    assert last.id is not None
    moved = replace(last.when, hour=time(9))
    await books.transact(publishing.move_deadline, call.id, 1, last.id, moved, people[0].id, NOW)
    second, first = await books.read(desk.history, call.id)
    assert [(one.before, one.after) for one in second.difference.moved] == [(last, replace(last, when=moved))]
    assert (second.number, second.by, first.number, bool(first.difference)) == (2, "Ana", 1, False)


async def test_only_calls_on_which_a_library_intends_something_are_offered_to_announcements(
    books: Database, people: list[Person]
) -> None:
    call, other, old = await publish(books), await publish(books), await publish(books)
    for one, intent in ((call, Intent.APPLIED), (other, Intent.NOT_FOR_US), (old, Intent.GRANTED)):
        await declares(books, people[0], one, intent)
    await books.transact(publishing.withdraw, old.id, people[0].id, NOW)
    assert list(await books.read(desk.intended_on, NOW)) == [call.id]
    assert await books.read(desk.intended_on, NOW + timedelta(days=500)) == {}
