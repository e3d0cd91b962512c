"""Putting right and taking back what was delivered."""

from collections.abc import Sequence
from typing import Any

import pytest
from sqlalchemy import func, select, update

from bot.clock import Clock
from bot.demo.telegram.faults import Fault
from handlers.announcements.push import BULKS
from storage import batches, drafts, outbox
from storage.announcements import actions, afterwards, drafting, rules, tables
from storage.announcements.rules import Announcement, Choice, Content, Media, MediaKind, Part, ReadButton
from storage.batches import BatchId, Progress
from storage.database import Database, Tx
from storage.features import AUDIENCES
from storage.outbox import State
from storage.people import PersonId, people
from tests.bot.broadcast import Counting, delivering, members

READ = [rules.kept_button(ReadButton())]
EVERYBODY = [rules.kept_choice(Choice("all", {}))]


def _writer(tx: Tx) -> PersonId:
    return PersonId(tx.execute(select(func.min(people.c.id))).scalar_one())


def _announce(tx: Tx, part: Part, buttons: Sequence[Any]) -> Announcement:
    by = _writer(tx)
    data = {"sl": rules.kept_part(part), "buttons": buttons, "audience": EVERYBODY, "urgent": True}
    draft = drafts.start(tx, by, 1, drafting.FEATURE, "preview", data, Clock().now())
    sent = actions.submit(tx, AUDIENCES, draft.id, draft.version, by, Clock().now(), approval=False)
    assert isinstance(sent, Announcement)
    return sent


async def _announced(books: Database, telegram: Counting, part: Part, buttons: Sequence[Any] = ()) -> Announcement:
    await books.transact(members, telegram.numbers_of_people)
    return await books.transact(_announce, part, buttons)


def _seen(telegram: Counting) -> list[list[str]]:
    chats = [telegram.chats[number].messages for number in telegram.numbers_of_people]
    return [
        [str(one.get("text", one.get("caption", ""))) for one in chat.values() if "deleted" not in one]
        for chat in chats
    ]


def _text(words: str) -> Part:
    return Part(f"<b>{words}</b>", words)


def _at_once(tx: Tx) -> None:
    """Let what is to be tried again be tried now."""
    tx.execute(update(outbox.outbox).where(outbox.outbox.c.state == State.RETRY).values(not_before=Clock().now()))


async def _follow_up(books: Database, one: Announcement) -> tuple[batches.Batch, dict[State, int]]:
    announcement = await books.read(tables.get, one.id)
    assert announcement is not None
    assert announcement.follow_up_id is not None
    batch_id = BatchId(announcement.follow_up_id)
    batch = await books.read(batches.get, batch_id)
    assert batch is not None
    return batch, await books.read(outbox.counts, batch_id)


async def test_a_correction_changes_what_everybody_has(books: Database) -> None:
    telegram = Counting(3)
    one = await _announced(books, telegram, _text("Sestanek je v sredo."), READ)
    async with delivering(books, telegram, 0, bulks=BULKS) as (delivery, _):
        await delivery.send_due()
        right = Content(_text("Sestanek je v torek."), None)
        assert await books.transact(afterwards.correct, one.id, right, await books.read(_writer), Clock().now()) == 3
        await delivery.send_due()
    assert _seen(telegram) == [["Sestanek je v torek."]] * 3
    keys = [
        one["reply_markup"] for number in telegram.numbers_of_people for one in telegram.chats[number].messages.values()
    ]
    assert all(key["inline_keyboard"] for key in keys)
    batch, counts = await _follow_up(books, one)
    assert (batch.progress, counts) == (Progress.DONE, {State.SENT: 3})


async def test_a_correction_changes_the_caption_of_a_file(books: Database) -> None:
    telegram = Counting(1)
    program = telegram.add_file("program.pdf", "application/pdf", b"%PDF")
    file = (Media(MediaKind.DOCUMENT, program.file_id),)
    one = await _announced(books, telegram, Part("V sredo.", "V sredo.", file), READ)
    async with delivering(books, telegram, 0, bulks=BULKS) as (delivery, _):
        await delivery.send_due()
        right = Content(Part("V torek.", "V torek.", file), None)
        await books.transact(afterwards.correct, one.id, right, await books.read(_writer), Clock().now())
        await delivery.send_due()
    assert _seen(telegram) == [["V torek."]]


async def test_a_recall_takes_away_what_everybody_has_and_says_what_it_could_not(books: Database) -> None:
    telegram = Counting(3)
    one = await _announced(books, telegram, _text("Pomota."))
    async with delivering(books, telegram, 0, bulks=BULKS) as (delivery, _):
        await delivery.send_due()
        (first,) = telegram.chats[telegram.numbers_of_people[0]].messages.values()
        first["date"] -= 49 * 3600
        assert await books.transact(afterwards.recall, one.id, await books.read(_writer), Clock().now()) == 3
        await delivery.send_due()
    assert _seen(telegram) == [["Pomota."], [], []]
    _, counts = await _follow_up(books, one)
    assert counts == {State.SENT: 2, State.FAILED: 1}


@pytest.mark.parametrize("fault", ["timeout-after-accept", "reset-after"])
async def test_a_change_whose_answer_was_lost_is_asked_for_again(books: Database, fault: str) -> None:
    telegram = Counting(1)
    one = await _announced(books, telegram, _text("Pomota."))
    async with delivering(books, telegram, 0, bulks=BULKS) as (delivery, _):
        await delivery.send_due()
        await books.transact(afterwards.recall, one.id, await books.read(_writer), Clock().now())
        telegram.faults.append(Fault("deletemessage", fault, 1, None, 0, 0.0))
        await delivery.send_due()
        _, counts = await _follow_up(books, one)
        assert counts == {State.RETRY: 1}
        await books.transact(_at_once)
        await delivery.send_due()
    assert _seen(telegram) == [[]]
    _, counts = await _follow_up(books, one)
    assert counts == {State.SENT: 1}
