"""Batches are paused, resumed and cancelled by the announcement they belong to; a tap counts once."""

import asyncio
from datetime import timedelta

import pytest

from storage import batches, outbox
from storage.announcements import afterwards, desk, steering
from storage.announcements.actions import NoSuch
from storage.announcements.afterwards import Confirmed
from storage.announcements.steering import How
from storage.batches import BatchId, Progress
from storage.database import Database
from storage.outbox import State
from storage.people import PersonId, Role
from storage.sending import Result, Sent, Uncertain
from tests.storage.announcements.going import announce, arrives, batch_of, card, deliver
from tests.storage.membership.association import NOW, put, two_libraries

ANA, WRITER = PersonId(1), PersonId(2)


@pytest.fixture
async def association(books: Database) -> Database:
    """Ana, and one in the office."""
    await books.transact(two_libraries)
    await put(books, 1, name="Ana")
    await put(books, 90, Role.STAFF, name="Cvetka")
    return books


async def test_a_batch_of_another_announcement_is_let_be(association: Database) -> None:
    one, other = await announce(association, WRITER), await announce(association, WRITER)
    for how in How:
        done = await association.transact(steering.steer, one.id, batch_of(other), how, WRITER, NOW)
        assert done == NoSuch()
    found = await association.read(batches.get, batch_of(other))
    assert found is not None
    assert found.progress is Progress.RUNNING
    assert await association.transact(steering.steer, one.id, BatchId(404), How.PAUSE, WRITER, NOW) == NoSuch()


@pytest.mark.parametrize(
    ("steps", "worked", "at_the_end"),
    [
        ([How.PAUSE, How.PAUSE], [True, False], Progress.PAUSED),
        ([How.RESUME], [False], Progress.RUNNING),
        ([How.PAUSE, How.RESUME, How.CANCEL], [True, True, True], Progress.CANCELLED),
        ([How.PAUSE, How.CANCEL, How.RESUME], [True, True, False], Progress.CANCELLED),
        ([How.CANCEL, How.CANCEL], [True, False], Progress.CANCELLED),
    ],
)
async def test_each_step_works_where_it_makes_sense(
    association: Database, steps: list[How], worked: list[bool], at_the_end: Progress
) -> None:
    one = await announce(association, WRITER)
    done = [await association.transact(steering.steer, one.id, batch_of(one), how, WRITER, NOW) for how in steps]
    assert [outcome != NoSuch() for outcome in done] == worked
    found = await association.read(batches.get, batch_of(one))
    assert found is not None
    assert found.progress is at_the_end
    left = State.WITHDRAWN if at_the_end is Progress.CANCELLED else State.PENDING
    assert await association.read(outbox.counts, batch_of(one)) == {left: 2}


async def test_rule_8_many_taps_at_once_on_an_uncertain_delivery_count_once(association: Database) -> None:
    one = await announce(association, WRITER)
    await deliver(association, lambda claimed: Uncertain("no answer") if claimed.to.person_id == ANA else Sent([5]))
    taps = [association.transact(afterwards.confirm, one.id, ANA, 77, NOW + timedelta(hours=1)) for _ in range(5)]
    noted = await asyncio.gather(*taps)
    assert sorted(noted, key=lambda tap: tap == Confirmed(first=False)) == [
        Confirmed(first=True), *[Confirmed(first=False)] * 4,
    ]  # fmt: skip
    assert await association.read(outbox.counts, batch_of(one)) == {State.SENT: 2}
    facts = await card(association, one)
    assert (facts.confirmed, facts.silent) == (1, 1)
    assert await association.transact(afterwards.recall, one.id, WRITER, NOW) == 2
    deleted = await deliver(association)
    assert {claimed.to.person_id: list(claimed.sent) for claimed in deleted} == {ANA: [77], WRITER: [5]}


async def test_two_reminders_at_once_are_one(association: Database) -> None:
    one = await announce(association, WRITER)
    await deliver(association)
    taps = [association.transact(afterwards.remind, one.id, 0, WRITER, NOW) for _ in range(4)]
    assert sorted(map(str, await asyncio.gather(*taps))) == ["2", *[str(NoSuch())] * 3]
    assert len(await deliver(association)) == 2


async def test_the_list_is_paged_the_newest_first_and_a_card_knows_its_page(association: Database) -> None:
    every = [await announce(association, WRITER) for _ in range(desk.PAGE + 2)]
    page = await association.read(desk.listed, 0)
    assert [line.one.id for line in page.lines] == [one.id for one in every[:1:-1]]
    assert (page.number, page.pages, page.total) == (0, 2, desk.PAGE + 2)
    assert [line.one.id for line in (await association.read(desk.listed, 99)).lines] == [every[1].id, every[0].id]
    assert [(await card(association, one)).page for one in every] == [1, 1, *[0] * desk.PAGE]


async def test_sending_again_after_it_was_stopped_sends_only_what_failed(association: Database) -> None:
    one = await announce(association, WRITER)
    becomes: list[Result] = [Uncertain("no answer")]
    await deliver(association, lambda claimed: becomes.pop() if becomes else arrives(claimed), limit=1)
    await association.transact(steering.steer, one.id, batch_of(one), How.CANCEL, WRITER, NOW)
    assert await association.transact(afterwards.send_again, one.id, State.UNCERTAIN, WRITER, NOW) == 1
    assert [claimed.to.person_id for claimed in await deliver(association)] == [ANA]
    assert await association.read(outbox.counts, batch_of(one)) == {State.SENT: 1, State.WITHDRAWN: 1}


@pytest.mark.parametrize("how", ["delete", "edit"])
async def test_reminders_are_recalled_and_corrected_like_the_announcement(association: Database, how: str) -> None:
    one = await announce(association, WRITER)
    await deliver(association, lambda claimed: Sent([claimed.to.person_id or 0]))
    await association.transact(afterwards.remind, one.id, 0, WRITER, NOW)
    await deliver(association, lambda claimed: Sent([10 + (claimed.to.person_id or 0)]), limit=1)
    if how == "delete":
        assert await association.transact(afterwards.recall, one.id, WRITER, NOW) == 3
    else:
        assert await association.transact(afterwards.correct, one.id, one.content, WRITER, NOW) == 3
    done = await deliver(association)
    assert sorted(list(claimed.sent) for claimed in done if claimed.sent) == [[1], [2], [11]]
    assert len(done) == (3 if how == "delete" else 4)
    facts = await card(association, one)
    assert facts.follow_up is not None
    assert facts.follow_up.total == 2
