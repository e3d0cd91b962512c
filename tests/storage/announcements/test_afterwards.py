"""What follows an announcement: it is confirmed, reminded of, corrected and recalled."""

from datetime import timedelta

from sqlalchemy import Connection, func, select

from storage import batches, outbox
from storage.announcements import actions, afterwards, tables
from storage.announcements.rules import Announcement, Choice, State
from storage.batches import BatchId, Lane
from storage.database import Database
from storage.outbox import State as Delivery
from storage.people import Person, PersonId
from storage.sending import Claimed, Refused, Uncertain
from tests.storage.announcements.sample import NOW, ask_to_confirm, deliver, get, owed, submit, text

TOMORROW = NOW + timedelta(days=1)
NIGHT = NOW.replace(hour=23)
LIBRARIANS = (Choice("role", {"roles": ["librarian"]}),)


def follow_ups(tx: Connection) -> list[tuple[PersonId, list[int]]]:
    """Whose messages of which numbers are to be changed."""
    columns = outbox.outbox.c
    chosen = select(columns.person_id, columns.message_ids).where(columns.kind == actions.CHANGING)
    return [(person, ids) for person, ids in tx.execute(chosen.order_by(columns.id))]


def confirmations(tx: Connection) -> int:
    return tx.execute(select(func.count()).select_from(tables.confirmations)).scalar_one()


async def test_rule_8_reading_is_confirmed_once_and_turns_uncertain_into_sent(
    association: Database, ana: Person, cvetka: Person
) -> None:
    one = await ask_to_confirm(association, cvetka)
    await deliver(association, results={ana.id: Uncertain("lost")})
    first = await association.transact(afterwards.confirm, one.id, ana.id, 77, NOW)
    again = await association.transact(afterwards.confirm, one.id, ana.id, 77, NOW)
    assert (first, again) == (afterwards.Confirmed(first=True), afterwards.Confirmed(first=False))
    assert await owed(association) == [(ana.id, Delivery.SENT), (cvetka.id, Delivery.SENT)]
    assert await association.read(confirmations) == 1
    await association.transact(afterwards.recall, one.id, cvetka.id, NOW)
    assert (ana.id, [77]) in await association.read(follow_ups)


async def test_only_who_got_it_can_confirm_it(
    association: Database, ana: Person, bojan: Person, cvetka: Person
) -> None:
    one = await ask_to_confirm(association, cvetka, audience=LIBRARIANS)
    assert await association.transact(afterwards.confirm, one.id, bojan.id, None, NOW) == actions.NoSuch()
    planned = await ask_to_confirm(association, cvetka, at=TOMORROW)
    assert await association.transact(afterwards.confirm, planned.id, ana.id, None, NOW) == actions.NoSuch()


async def test_those_who_have_not_confirmed_are_reminded(
    association: Database, ana: Person, bojan: Person, cvetka: Person, darja: Person
) -> None:
    one = await ask_to_confirm(association, cvetka)
    await deliver(association, results={darja.id: Refused("no")})
    await association.transact(afterwards.confirm, one.id, ana.id, None, NOW)
    assert await association.transact(afterwards.remind, one.id, 0, cvetka.id, NOW) == 2
    reminded = await deliver(association)
    assert [claimed.to.person_id for claimed in reminded] == [bojan.id, cvetka.id]
    batch = await association.read(batches.get, reminded[0].batch_id or BatchId(0))
    assert batch is not None
    assert batch.args == {"announcement": one.id, "reminder": True}


async def test_without_a_button_to_confirm_nobody_is_reminded(association: Database, cvetka: Person) -> None:
    one = await submit(association, cvetka)
    await deliver(association)
    assert await association.transact(afterwards.remind, one.id, 0, cvetka.id, NOW) == actions.NoSuch()


async def reminded(books: Database, by: Person) -> tuple[Announcement, list[Claimed], list[Claimed]]:
    """Send an announcement and remind all; return it and what was sent, at first and to remind."""
    one = await ask_to_confirm(books, by)
    first = await deliver(books)
    await books.transact(afterwards.remind, one.id, 0, by.id, NOW)
    return one, first, await deliver(books)


async def test_a_correction_changes_what_was_delivered_reminders_too(
    association: Database, ana: Person, cvetka: Person
) -> None:
    one, first, second = await reminded(association, cvetka)
    assert await association.transact(afterwards.correct, one.id, text("Prav"), cvetka.id, NOW) == 4
    assert sorted(await association.read(follow_ups)) == sorted(
        (claimed.to.person_id, [claimed.id * 100]) for claimed in (*first, *second)
    )
    corrected = await get(association, one.id)
    assert corrected.content == text("Prav")
    await check_follow_up(association, corrected, "edit")


async def test_a_recall_takes_back_what_was_delivered_reminders_too(
    association: Database, ana: Person, cvetka: Person
) -> None:
    one, first, second = await reminded(association, cvetka)
    assert await association.transact(afterwards.recall, one.id, cvetka.id, NOW) == 4
    assert sorted(await association.read(follow_ups)) == sorted(
        (claimed.to.person_id, [claimed.id * 100]) for claimed in (*first, *second)
    )
    recalled = await get(association, one.id)
    assert (recalled.state, recalled.pinned) == (State.RECALLED, False)
    await check_follow_up(association, recalled, "delete")
    assert await association.transact(afterwards.recall, one.id, cvetka.id, NOW) == actions.NoSuch()


async def check_follow_up(books: Database, one: Announcement, how: str) -> None:
    """The change that the office watches is the one of what was sent at first."""
    batch = await books.read(batches.get, BatchId(one.follow_up_id or 0))
    assert batch is not None
    assert (batch.lane, batch.kind, batch.args["how"]) == (Lane.CHANGE, actions.CHANGING, how)


async def test_a_recall_stops_a_reminder_on_its_way(association: Database, ana: Person, cvetka: Person) -> None:
    one = await ask_to_confirm(association, cvetka)
    await deliver(association)
    await association.transact(afterwards.remind, one.id, 0, cvetka.id, NOW)
    await association.transact(afterwards.recall, one.id, cvetka.id, NOW)
    assert {claimed.kind for claimed in await deliver(association)} == {actions.CHANGING}


async def test_changes_wait_for_no_morning(association: Database, ana: Person, cvetka: Person) -> None:
    one = await submit(association, cvetka)
    await deliver(association)
    await association.transact(afterwards.recall, one.id, cvetka.id, NIGHT)
    assert len(await deliver(association, NIGHT)) == 2


async def test_confirming_under_a_reminder_turns_the_uncertain_reminder_into_sent(
    association: Database, ana: Person, cvetka: Person
) -> None:
    one = await ask_to_confirm(association, cvetka, audience=LIBRARIANS)
    (first,) = await deliver(association)
    await association.transact(afterwards.remind, one.id, 0, cvetka.id, NOW)
    await deliver(association, results={ana.id: Uncertain("lost")})
    await association.transact(afterwards.confirm, one.id, ana.id, first.id * 100, NOW)
    assert await owed(association) == [(ana.id, Delivery.SENT), (ana.id, Delivery.UNCERTAIN)]
    await association.transact(afterwards.confirm, one.id, ana.id, 5, NOW)
    assert await owed(association) == [(ana.id, Delivery.SENT), (ana.id, Delivery.SENT)]
