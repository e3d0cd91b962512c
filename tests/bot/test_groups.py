"""Announcements to groups and topics of their forums."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import pytest
from sqlalchemy import Connection, func, select, update

from bot.clock import Clock
from bot.demo.telegram.faults import Fault
from bot.demo.telegram.state import Chat
from handlers.announcements.push import BULKS
from storage import drafts, groups, outbox
from storage.announcements import actions, afterwards, drafting, rules, tables
from storage.announcements.rules import Announcement, Choice, Content, EventButton, LinkButton, Part, ReadButton
from storage.batches import BatchId
from storage.database import Database
from storage.features import AUDIENCES
from storage.groups import Group, GroupId
from storage.outbox import State
from storage.people import PersonId, people
from tests.bot.broadcast import Counting, delivering, members

READ = rules.kept_button(ReadButton())


def _admit(tx: Connection, chat: Chat, thread_id: int = 0) -> Group:
    now = Clock().now()
    by = PersonId(tx.execute(select(func.min(people.c.id))).scalar_one())
    group = groups.asked(tx, chat.id, thread_id, chat.title or "", now)
    confirmed = groups.confirm(tx, group.id, chat.id, by, now)
    assert isinstance(confirmed, Group)
    return confirmed


def _announce(
    tx: Connection, ids: Collection[GroupId], words: str, buttons: Sequence[Mapping[str, Any]], *, all_people: bool
) -> Announcement:
    by = PersonId(tx.execute(select(func.min(people.c.id))).scalar_one())
    choices = [*(Choice("group", {"group": one}) for one in ids), *([Choice("all", {})] if all_people else [])]
    data = {"sl": rules.kept_part(Part(words, words)), "audience": list(map(rules.kept_choice, choices)),
            "buttons": list(buttons), "urgent": True}  # fmt: skip
    draft = drafts.start(tx, by, 1, drafting.FEATURE, "preview", data, Clock().now())
    sent = actions.submit(tx, AUDIENCES, draft.id, draft.version, by, Clock().now(), approval=False)
    assert isinstance(sent, Announcement)
    return sent


class Office:
    """Books with people in them, and groups at a local Telegram."""

    def __init__(self, books: Database, telegram: Counting) -> None:
        self.books, self.telegram = books, telegram

    async def group(self, title: str = "Direktorji", thread_id: int = 0) -> tuple[Chat, Group]:
        """Make a group whose admission is confirmed."""
        chat = self.telegram.add_group(title, [])
        return chat, await self.books.transact(_admit, chat, thread_id)

    async def announces(
        self, *to: Group, words: str = "Vabljeni.", buttons: Sequence[Mapping[str, Any]] = (), all_people: bool = False
    ) -> Announcement:
        """Announce something to groups."""
        ids = [one.id for one in to]
        return await self.books.transact(_announce, ids, words, buttons, all_people=all_people)

    async def counts(self, one: Announcement, *, follow_up: bool = False) -> dict[State, int]:
        """Count what became of an announcement, or of what followed it."""
        found = await self.books.read(tables.get, one.id)
        assert found is not None
        batch = found.follow_up_id if follow_up else found.batch_id
        assert batch is not None
        return await self.books.read(outbox.counts, BatchId(batch))

    async def writer(self) -> PersonId:
        """Whoever writes."""
        return PersonId(await self.books.read(lambda tx: tx.execute(select(func.min(people.c.id))).scalar_one()))


def texts(chat: Chat) -> list[str]:
    """What stands in a chat."""
    return [str(one["text"]) for one in chat.messages.values() if "text" in one]


@pytest.fixture
async def office(books: Database) -> Office:
    """An association of two people."""
    telegram = Counting(2)
    await books.transact(members, telegram.numbers_of_people)
    return Office(books, telegram)


async def test_a_group_gets_what_people_get(office: Office) -> None:
    chat, group = await office.group()
    link = rules.kept_button(LinkButton("Program", "https://example.org"))
    event = rules.kept_button(EventButton(7))
    one = await office.announces(
        group, words="Pozdravljeni, {ime}: {knjižnica}", buttons=[READ, link, event], all_people=True
    )
    async with delivering(office.books, office.telegram, 0, bulks=BULKS, username="GlasnikBot") as (delivery, _):
        assert await delivery.send_due() == 3
    assert await office.counts(one) == {State.SENT: 3}
    (message,) = chat.messages.values()
    assert message["text"] == "Pozdravljeni, Direktorji: Strokovna služba združenja"
    keys = [key for row in message["reply_markup"]["inline_keyboard"] for key in row]
    assert [key.get("url") for key in keys] == [None, "https://example.org", "https://t.me/GlasnikBot?start=e_7"]
    assert [len(office.telegram.chats[number].messages) for number in office.telegram.numbers_of_people] == [1, 1]


async def test_nothing_goes_to_a_group_that_nobody_has_confirmed(office: Office) -> None:
    chat = office.telegram.add_group("Direktorji", [])
    asked = await office.books.transact(groups.asked, chat.id, 0, "Direktorji", Clock().now())
    one = await office.announces(asked)
    async with delivering(office.books, office.telegram, 0, bulks=BULKS) as (delivery, _):
        assert await delivery.send_due() == 0
    assert await office.counts(one) == {}
    assert texts(chat) == []


async def test_who_throws_the_bot_out_after_all_is_written_down_gets_nothing(office: Office) -> None:
    chat, group = await office.group()
    one = await office.announces(group)
    await office.books.transact(groups.left, chat.id, Clock().now())
    async with delivering(office.books, office.telegram, 0, bulks=BULKS) as (delivery, _):
        await delivery.send_due()
    assert await office.counts(one) == {State.BLOCKED: 1}
    assert office.telegram.log == type(office.telegram.log)()


async def test_a_group_that_has_thrown_the_bot_out_is_marked(office: Office) -> None:
    chat, group = await office.group()
    one = await office.announces(group, all_people=True)
    office.telegram.faults.append(Fault("sendmessage", "403", 1, chat.id, 0, 0.0))
    async with delivering(office.books, office.telegram, 0, bulks=BULKS) as (delivery, _):
        await delivery.send_due()
    assert await office.counts(one) == {State.SENT: 2, State.BLOCKED: 1}
    assert await office.books.read(groups.confirmed) == []


async def test_a_group_takes_no_more_in_a_minute_than_telegram_lets_pass(office: Office) -> None:
    office.telegram.limited = True
    chat, group = await office.group()
    for number in range(21):
        await office.announces(group, words=f"Obvestilo {number}")
    async with delivering(office.books, office.telegram, 1000, bulks=BULKS) as (delivery, _):
        await delivery.send_due()
    assert len(texts(chat)) == 19
    assert all(entry["ok"] for entry in office.telegram.log)
    assert await office.books.read(outbox.counts) == {State.SENT: 19, State.RETRY: 2}


async def test_corrections_and_recalls_reach_groups(office: Office) -> None:
    chat, group = await office.group()
    one = await office.announces(group, words="V sredo.", buttons=[READ])
    by = await office.writer()
    async with delivering(office.books, office.telegram, 0, bulks=BULKS) as (delivery, _):
        await delivery.send_due()
        right = Content(Part("V torek, {ime}.", "V torek, {ime}."), None)
        assert await office.books.transact(afterwards.correct, one.id, right, by, Clock().now()) == 1
        await delivery.send_due()
        assert texts(chat) == ["V torek, Direktorji."]
        assert await office.books.transact(afterwards.recall, one.id, by, Clock().now()) == 1
        await delivery.send_due()
    assert texts(chat) == []
    assert await office.counts(one, follow_up=True) == {State.SENT: 1}


async def test_reminders_do_not_go_to_groups(office: Office) -> None:
    chat, group = await office.group()
    one = await office.announces(group, buttons=[READ], all_people=True)
    async with delivering(office.books, office.telegram, 0, bulks=BULKS) as (delivery, _):
        await delivery.send_due()
        assert await office.books.transact(afterwards.remind, one.id, 0, await office.writer(), Clock().now()) == 2
        await delivery.send_due()
    assert len(texts(chat)) == 1


def _in_doubt(tx: Connection) -> None:
    tx.execute(update(outbox.outbox).values(state=State.UNCERTAIN, message_ids=None))


async def test_who_confirms_in_a_group_confirms_for_themselves_and_that_it_has_come(office: Office) -> None:
    chat, group = await office.group()
    one = await office.announces(group, buttons=[READ])
    by, now = await office.writer(), Clock().now()
    async with delivering(office.books, office.telegram, 0, bulks=BULKS) as (delivery, _):
        await delivery.send_due()
    await office.books.transact(_in_doubt)
    elsewhere = await office.books.transact(afterwards.confirm, one.id, by, 1, now, (chat.id, 5))
    assert elsewhere == actions.NoSuch()
    assert await office.counts(one) == {State.UNCERTAIN: 1}
    for first in (True, False):
        confirmed = await office.books.transact(afterwards.confirm, one.id, by, 1, now, (chat.id, 0))
        assert confirmed == afterwards.Confirmed(first=first)
    assert await office.counts(one) == {State.SENT: 1}


async def test_a_topic_gets_what_is_for_it(office: Office) -> None:
    chat = office.telegram.add_group("Združenje", [], forum=True)
    chat.topics[7] = {"name": "Obvestila"}
    topic = await office.books.transact(_admit, chat, 7)
    assert topic != await office.books.transact(_admit, chat)
    await office.announces(topic, buttons=[READ])
    async with delivering(office.books, office.telegram, 0, bulks=BULKS) as (delivery, _):
        await delivery.send_due()
    (message,) = chat.messages.values()
    assert (message["message_thread_id"], message["is_topic_message"]) == (7, True)


async def test_a_group_that_moves_in_the_middle_of_a_batch_gets_each_message_once_at_its_new_number(
    office: Office,
) -> None:
    chat, group = await office.group()
    first = await office.announces(group, words="Prvo.", all_people=True)
    second = await office.announces(group, words="Drugo.")
    async with delivering(office.books, office.telegram, 0, bulks=BULKS) as (delivery, _):
        new = office.telegram.move(chat)
        await delivery.send_due()
        third = await office.announces(group, words="Tretje.")
        await delivery.send_due()
    assert texts(chat) == []
    assert sorted(texts(new)) == ["Drugo.", "Prvo.", "Tretje."]
    assert await office.counts(first) == {State.SENT: 3}
    assert await office.counts(second) == await office.counts(third) == {State.SENT: 1}
    (kept,) = await office.books.read(groups.confirmed)
    assert (kept.id, kept.telegram_id) == (group.id, new.id)


async def test_a_group_confirmed_under_both_numbers_gets_each_message_once(office: Office) -> None:
    chat, old = await office.group()
    moved = office.telegram.move(chat)
    new = await office.books.transact(_admit, moved)
    both = await office.announces(old, new, words="Obema.")
    before = await office.announces(old, words="Samo stari.")
    async with delivering(office.books, office.telegram, 0, bulks=BULKS) as (delivery, _):
        while await delivery.send_due():
            pass
    assert sorted(texts(moved)) == ["Obema.", "Samo stari."]
    assert await office.counts(both) == await office.counts(before) == {State.SENT: 1}
    assert [one.id for one in await office.books.read(groups.confirmed)] == [new.id]
