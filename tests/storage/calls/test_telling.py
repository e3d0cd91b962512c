"""Rules 2 and 10: each is told once, whatever happens while they are being told."""

import asyncio
import threading
from collections.abc import Sequence
from datetime import date, time, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select

from storage import due, news, outbox, sending
from storage.calls import publishing
from storage.calls.feature import FEATURE
from storage.calls.news import What
from storage.calls.rules import Content, Intent, When
from storage.database import Database, open_database
from storage.people import Person, Role
from storage.sending import Claimed, Retry
from tests.storage.calls import sample
from tests.storage.calls.sample import END, NOW, amend, local, pass_time, publish, told
from tests.storage.consultations.sample import Member, add_members, add_people

LATER, SOONER = When(date(2027, 4, 29), time(12)), When(date(2027, 4, 10), time(12))
NIGHT = time(21), time(7)
DAY = timedelta(days=1)
TEN = timedelta(minutes=10)
PUBLISHED, CHANGED = ("01. 03. 10:00", What.PUBLISHED), What.CHANGED


async def test_rule_2_what_is_on_its_way_while_it_changes_again_is_made_up_for(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    who = members[0].librarian
    await sample.follow(books, who)
    call = await publish(books, END, END)
    await pass_time(books, NOW, NOW)
    call = await amend(books, call, staff, NOW, LATER, END)
    await sample.fire(books, NOW + TEN)
    (claimed,) = await books.transact(sending.claim, NOW + TEN, 10)
    call = await amend(books, call, staff, NOW + TEN, LATER, SOONER)
    heard = await pass_time(books, NOW + TEN, NOW + 2 * TEN)
    await books.transact(sending.settle, [(claimed, Retry(NOW + 3 * TEN))], NOW + 2 * TEN)
    heard += await pass_time(books, NOW + 2 * TEN, NOW + DAY)
    assert [one.moved for one in heard if one.person == who.id] == [[(END, SOONER)], [(END, LATER)]]


@pytest.mark.parametrize("ends", [5, 8, 60, 65, 75])
async def test_rule_2_a_deadline_that_comes_near_is_told_in_time_to_be_of_use(
    books: Database, members: Sequence[Member], staff: Person, ends: int
) -> None:
    who = members[0].librarian
    await sample.follow(books, who)
    call = await publish(books)
    await pass_time(books, NOW, NOW)
    near = When(date(2027, 3, 1), time(10 + ends // 60, ends % 60))
    await amend(books, call, staff, NOW, near)
    heard = await pass_time(books, NOW, NOW + DAY)
    wait = min(max(ends - 60, 0), 10)
    assert [(one.clock, one.moved) for one in heard if one.moved] == [(f"01. 03. 10:{wait:02}", [(END, near)])]


async def test_rule_2_what_was_to_be_told_in_some_minutes_goes_at_once_when_a_deadline_comes_near(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    who = members[0].librarian
    await sample.follow(books, who)
    call = await publish(books)
    await pass_time(books, NOW, NOW)
    call = await amend(books, call, staff, NOW, LATER)
    near = When(date(2027, 3, 1), time(10, 8))
    await amend(books, call, staff, NOW + TEN / 10, near)
    heard = await pass_time(books, NOW + TEN / 10, NOW + DAY)
    assert [(one.clock, one.moved) for one in heard if one.moved] == [("01. 03. 10:01", [(END, near)])]


async def test_rule_2_a_deadline_that_is_about_to_end_is_extended_for_all_to_know_before_it_does(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    who = members[0].librarian
    await sample.follow(books, who)
    near = When(date(2027, 3, 1), time(10, 8))
    call = await publish(books, near)
    await pass_time(books, NOW, NOW)
    await amend(books, call, staff, NOW, END)
    heard = await pass_time(books, NOW, NOW + DAY)
    assert [(one.clock, one.moved) for one in heard if one.moved] == [("01. 03. 10:00", [(near, END)])]


async def test_rule_2_a_restart_between_finding_and_telling_tells_once(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    who = members[0].librarian
    await sample.follow(books, who)
    call = await publish(books)
    before = await pass_time(books, NOW, NOW)
    await amend(books, call, staff, NOW, LATER)

    def _fall(tx: Connection) -> None:
        due.fire(tx, FEATURE.on_due, NOW + TEN)
        raise KeyboardInterrupt

    for _ in range(2):
        try:
            await books.transact(_fall)
        except KeyboardInterrupt:
            continue
    heard = await pass_time(books, NOW + TEN, NOW + DAY)
    assert told([*before, *heard], who) == [PUBLISHED, ("01. 03. 10:10", CHANGED)]


async def test_rule_2_many_are_told_in_turns_and_each_once(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    everybody = [who for member in members for who in (member.delegate, member.deputy, member.librarian)]
    await sample.follow(books, *everybody)
    call = await publish(books)
    await sample.declare(books, call, members[1].delegate, Intent.APPLYING)
    before = await pass_time(books, NOW, NOW)
    await amend(books, call, staff, NOW, LATER)
    with sample.turns(news, 2):
        heard = await pass_time(books, NOW, NOW + DAY)
    assert [told([*before, *heard], who) for who in everybody] == [[PUBLISHED, ("01. 03. 10:10", CHANGED)]] * 9
    assert {one.person for one in heard if one.depends} == {
        members[1].delegate.id, members[1].deputy.id, members[1].librarian.id
    }  # fmt: skip


async def test_rule_2_what_changes_while_many_are_being_told_reaches_all(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    everybody = [who for member in members for who in (member.delegate, member.deputy, member.librarian)]
    await sample.follow(books, *everybody)
    call = await publish(books)
    await pass_time(books, NOW, NOW)
    call = await amend(books, call, staff, NOW, LATER)
    with sample.turns(news, 4):
        await books.transact(due.fire, FEATURE.on_due, NOW + TEN)
        call = await amend(books, call, staff, NOW + TEN, SOONER)
        heard = await pass_time(books, NOW + TEN, NOW + DAY)
    assert [[one.moved for one in heard if one.person == who.id] for who in everybody] == [[[(END, SOONER)]]] * 9


@pytest.mark.parametrize("held", [True, False], ids=["held", "control"])
async def test_rule_2_on_postgresql_nothing_leaves_with_an_old_date_while_it_is_changed(
    postgresql_url: str, monkeypatch: pytest.MonkeyPatch, held: bool
) -> None:
    db = open_database(postgresql_url)
    (member,) = await db.transact(add_members, 1)
    (staff,) = await db.transact(add_people, [(Role.STAFF, None)])
    await sample.follow(db, member.librarian)
    call = await publish(db)
    taken: list[Claimed] = []

    def _claim_meanwhile(*known: Any) -> None:
        soon(*known)
        thread = threading.Thread(target=lambda: taken.extend(asyncio.run(_claim())))
        thread.start()
        thread.join()

    async def _claim() -> list[Claimed]:
        other = open_database(postgresql_url)
        try:
            return await other.transact(sending.claim, NOW, 10)
        finally:
            await other.close()

    soon = news.soon
    monkeypatch.setattr(news, "soon", _claim_meanwhile)
    if not held:
        waits = select(outbox.outbox.c.person_id).where(outbox.outbox.c.not_before.is_not(None))
        monkeypatch.setattr(outbox, "held", lambda *_: waits)
    await amend(db, call, staff, NOW, LATER)
    await db.close()
    assert [one.to.person_id for one in taken] == ([] if held else [member.librarian.id])


async def test_control_without_taking_word_back_somebody_would_hear_of_both_changes(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    who = members[0].librarian
    await sample.follow(books, who)
    await sample.quiet(books, who, *NIGHT)
    call = await publish(books)
    await pass_time(books, NOW, local(1, 22))
    call = await amend(books, call, staff, local(1, 22), LATER)
    await pass_time(books, local(1, 22), local(2, 2))
    with sample.replaced(news, "changed", news.soon):
        await amend(books, call, staff, local(2, 2), When(date(2027, 5, 5)))
    heard = await pass_time(books, local(2, 2), local(3, 12))
    assert len(told(heard, who)) == 2


async def test_rule_10_one_who_cannot_be_reached_stops_nobody_from_hearing_of_a_change(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    one, other = members[0].librarian, members[1].librarian
    await sample.follow(books, one, other)
    call = await publish(books)
    await pass_time(books, NOW, NOW)
    await amend(books, call, staff, NOW, LATER)
    await sample.fire(books, NOW + TEN)
    first, second = await books.transact(sending.claim, NOW + TEN, 10)
    await books.transact(sending.settle, [(first, sending.Refused("chat not found"))], NOW + TEN)
    await books.transact(sending.settle, [(second, sending.Sent([7]))], NOW + TEN)
    states = await books.read(outbox.counts)
    assert states[outbox.State.FAILED] == 1
    assert states[outbox.State.SENT] == 3
    assert await pass_time(books, NOW + TEN, NOW + DAY) == []


async def test_what_changes_in_a_call_without_deadlines_is_told_too(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    who = members[0].delegate
    await sample.follow(books, who)
    published = await books.transact(publishing.publish, Content(sample.DETAILS), None, NOW)
    assert isinstance(published, publishing.Published)
    await sample.declare(books, published.call, who, Intent.INTERESTED)
    await pass_time(books, NOW, NOW)
    await amend(books, published.call, staff, NOW, amount=30_000)
    assert told(await pass_time(books, NOW, NOW + DAY), who) == [("01. 03. 10:10", What.CHANGED)]
