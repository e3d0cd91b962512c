"""What the office and members do with announcements, and who gets what of it."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import Connection, select

from storage import audit, batches, sending
from storage.announcements import actions, afterwards, drafting
from storage.announcements.rules import Announcement, Choice, ReadButton, State
from storage.announcements.steering import How, steer
from storage.batches import BatchId, Progress
from storage.database import Database
from storage.drafts import NotYours
from storage.features import AUDIENCES
from storage.outbox import State as Delivery
from storage.people import Person
from storage.sending import Refused, Uncertain
from tests.storage.announcements.sample import (
    NOW,
    SENDER,
    ask_to_confirm,
    deliver,
    fire,
    get,
    owed,
    states,
    submit,
    text,
    told,
    write,
)

TOMORROW = NOW + timedelta(days=1)
NIGHT = NOW.replace(hour=23)
LIBRARIANS = (Choice("role", {"roles": ["librarian"]}),)


def acts(tx: Connection) -> list[str]:
    return list(tx.execute(select(audit.audit.c.action).order_by(audit.audit.c.id)).scalars())


async def progress(books: Database, one: Announcement) -> Progress:
    assert one.batch_id is not None
    batch = await books.read(batches.get, BatchId(one.batch_id))
    assert batch is not None
    return batch.progress


async def test_what_is_submitted_goes_to_all_at_once(
    association: Database, ana: Person, bojan: Person, cvetka: Person
) -> None:
    one = await submit(association, cvetka)
    assert (one.state, one.sent_at, one.created_by) == (State.SENT, NOW, cvetka.id)
    assert await owed(association) == [(person.id, Delivery.PENDING) for person in (ana, bojan, cvetka)]
    assert {claimed.to.person_id for claimed in await deliver(association)} == {ana.id, bojan.id, cvetka.id}
    assert await progress(association, one) is Progress.DONE
    assert await association.read(acts) == ["announce"]


async def test_a_draft_is_submitted_once(association: Database, cvetka: Person) -> None:
    draft = await write(association, cvetka)
    outcomes = await asyncio.gather(*(
        association.transact(
            actions.submit, AUDIENCES, draft.id, draft.version, cvetka.id, NOW, approval=False
        )
        for _ in range(5)
    ))  # fmt: skip
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Announcement", *["Gone"] * 4]
    assert await states(association) == [State.SENT]


async def test_a_draft_is_its_writers_own_and_has_to_be_whole(
    association: Database, cvetka: Person, darja: Person
) -> None:
    draft = await write(association, cvetka, audience=())
    for by, outcome in ((darja, NotYours()), (cvetka, drafting.Unfinished())):
        said = await association.transact(
            actions.submit, AUDIENCES, draft.id, draft.version, by.id, NOW, approval=False
        )
        assert said == outcome
    assert await states(association) == []


async def test_the_audience_is_who_they_are_when_it_goes(
    association: Database, ana: Person, bojan: Person, cvetka: Person
) -> None:
    await submit(association, cvetka, audience=LIBRARIANS)
    assert await owed(association) == [(ana.id, Delivery.PENDING)]
    without = (Choice("all", {}), Choice("people", {"people": [bojan.id]}, minus=True))
    await submit(association, cvetka, audience=without)
    assert [person for person, _ in await owed(association)] == [ana.id, ana.id, cvetka.id]


async def test_an_announcement_to_nobody_is_over_at_once(association: Database, cvetka: Person) -> None:
    one = await submit(association, cvetka, audience=LIBRARIANS)
    assert await progress(association, one) is Progress.DONE


async def test_quiet_hours_hold_it_until_the_morning_and_urgent_passes(
    association: Database, ana: Person, cvetka: Person
) -> None:
    await submit(association, cvetka, NIGHT, content=text("Ponoči"))
    assert await deliver(association, NIGHT) == []
    await submit(association, cvetka, NIGHT, content=text("Nujno"), urgent=True)
    assert len(await deliver(association, NIGHT)) == 2
    assert len(await deliver(association, NIGHT + timedelta(hours=8))) == 2


async def test_what_is_planned_goes_at_its_hour(association: Database, ana: Person, cvetka: Person) -> None:
    one = await submit(association, cvetka, at=TOMORROW)
    assert one.state is State.PLANNED
    await fire(association, TOMORROW - timedelta(seconds=1))
    assert await owed(association) == []
    await fire(association, TOMORROW)
    assert (await get(association, one.id)).state is State.SENT


async def test_what_is_planned_can_go_now_instead(association: Database, ana: Person, cvetka: Person) -> None:
    one = await submit(association, cvetka, at=TOMORROW)
    await association.transact(actions.send_held, AUDIENCES, one.id, cvetka.id, NOW)
    await fire(association, TOMORROW)
    assert len(await owed(association)) == 2


async def test_what_is_planned_can_be_withdrawn_once(association: Database, cvetka: Person, darja: Person) -> None:
    one = await submit(association, cvetka, at=TOMORROW)
    first = await association.transact(actions.withdraw, one.id, darja.id, NOW)
    assert isinstance(first, Announcement)
    assert first.state is State.WITHDRAWN
    assert await association.transact(actions.withdraw, one.id, darja.id, NOW) == actions.NoSuch()
    await fire(association, TOMORROW)
    assert await owed(association) == []
    assert await association.read(acts) == ["announce", "withdraw_announcement"]


async def test_with_approval_it_goes_when_somebody_else_says_so(
    association: Database, ana: Person, cvetka: Person, darja: Person
) -> None:
    one = await submit(association, cvetka, approval=True)
    assert one.state is State.PROPOSED
    assert await told(association, actions.PROPOSED) == [darja.id]
    assert await association.transact(actions.approve, AUDIENCES, one.id, cvetka.id, NOW) == NotYours()
    assert await owed(association) == []
    outcomes = await asyncio.gather(
        *(association.transact(actions.approve, AUDIENCES, one.id, darja.id, NOW) for _ in range(3))
    )
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Announcement", "NoSuch", "NoSuch"]
    assert len(await owed(association)) == 3


async def test_what_is_approved_waits_for_its_hour(association: Database, cvetka: Person, darja: Person) -> None:
    one = await submit(association, cvetka, approval=True, at=TOMORROW)
    approved = await association.transact(actions.approve, AUDIENCES, one.id, darja.id, NOW)
    assert isinstance(approved, Announcement)
    assert approved.state is State.PLANNED
    await fire(association, TOMORROW)
    assert await states(association) == [State.SENT]


async def test_what_is_proposed_can_be_withdrawn_and_approved_no_more(
    association: Database, cvetka: Person, darja: Person
) -> None:
    one = await submit(association, cvetka, approval=True)
    await association.transact(actions.withdraw, one.id, cvetka.id, NOW)
    assert await association.transact(actions.approve, AUDIENCES, one.id, darja.id, NOW) == actions.NoSuch()


async def test_cancelled_on_its_way_nothing_more_goes(association: Database, ana: Person, cvetka: Person) -> None:
    one = await submit(association, cvetka)
    (claimed,) = await association.transact(sending.claim, NOW, 1, SENDER)
    await association.transact(sending.settle, [(claimed, sending.Sent([5]))], NOW)
    batch = BatchId(one.batch_id or 0)
    assert await association.transact(steer, one.id, batch, How.CANCEL, cvetka.id, NOW) == one
    assert await deliver(association) == []
    assert await owed(association) == [(ana.id, Delivery.SENT), (cvetka.id, Delivery.WITHDRAWN)]
    assert await progress(association, one) is Progress.CANCELLED
    assert await association.transact(steer, one.id, batch, How.CANCEL, cvetka.id, NOW) == actions.NoSuch()


async def test_only_what_failed_is_sent_again(
    association: Database, ana: Person, bojan: Person, cvetka: Person
) -> None:
    one = await submit(association, cvetka)
    await deliver(association, results={ana.id: Refused("no"), bojan.id: Uncertain("lost")})
    assert await association.transact(afterwards.send_again, one.id, Delivery.FAILED, cvetka.id, NOW) == 1
    assert await progress(association, one) is Progress.RUNNING
    assert [claimed.to.person_id for claimed in await deliver(association)] == [ana.id]
    assert await association.transact(afterwards.send_again, one.id, Delivery.UNCERTAIN, cvetka.id, NOW) == 1
    assert [claimed.to.person_id for claimed in await deliver(association)] == [bojan.id]
    assert await association.transact(afterwards.send_again, one.id, Delivery.FAILED, cvetka.id, NOW) == 0
    assert await association.transact(afterwards.send_again, one.id, Delivery.SENT, cvetka.id, NOW) == actions.NoSuch()
    assert await progress(association, one) is Progress.DONE


async def test_sending_again_respects_quiet_hours(association: Database, ana: Person, cvetka: Person) -> None:
    one = await submit(association, cvetka)
    await deliver(association, results={ana.id: Refused("no")})
    await association.transact(afterwards.send_again, one.id, Delivery.FAILED, cvetka.id, NIGHT)
    assert await deliver(association, NIGHT) == []
    assert len(await deliver(association, NIGHT + timedelta(hours=8))) == 1


async def test_what_was_recalled_is_neither_sent_again_nor_reminded_of(
    association: Database, ana: Person, bojan: Person, cvetka: Person
) -> None:
    one = await ask_to_confirm(association, cvetka)
    await deliver(association, results={ana.id: Refused("no"), bojan.id: Uncertain("lost")})
    await association.transact(afterwards.recall, one.id, cvetka.id, NOW)
    for state in (Delivery.FAILED, Delivery.UNCERTAIN):
        again = await association.transact(afterwards.send_again, one.id, state, cvetka.id, NOW)
        assert again == actions.NoSuch()
    assert await association.transact(afterwards.remind, one.id, 0, cvetka.id, NOW) == actions.NoSuch()


@pytest.mark.parametrize("approval", [False, True])
async def test_buttons_and_settings_are_kept(association: Database, cvetka: Person, approval: bool) -> None:
    one = await submit(association, cvetka, approval=approval, buttons=(ReadButton(),), pinned=True, urgent=True)
    assert one.asks_to_confirm
    assert (one.pinned, one.urgent, one.audience) == (True, True, (Choice("all", {}),))
