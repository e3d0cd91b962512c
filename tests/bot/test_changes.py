"""Putting right and taking back what was delivered."""

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest
from sqlalchemy import func, select, update

from bot.clock import Clock
from bot.delivery import Delivery
from bot.demo.telegram.faults import Fault
from handlers.announcements.letter import letter
from handlers.announcements.push import BULKS
from handlers.texts import Texts
from storage import batches, drafts, outbox, sending
from storage.announcements import actions, afterwards, drafting, rules, tables
from storage.announcements.rules import (
    Announcement,
    AnnouncementId,
    Choice,
    Content,
    Late,
    Media,
    MediaKind,
    Part,
    ReadButton,
)
from storage.batches import BatchId, Progress
from storage.database import Database, Tx
from storage.features import AUDIENCES
from storage.outbox import State
from storage.people import PersonId, people
from storage.sending import Result
from tests.bot.broadcast import Counting, delivering, members
from tests.person import SOON

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


def _sending(tx: Tx) -> int:
    return outbox.counts(tx).get(State.SENDING, 0)


async def _all_sent(books: Database, delivery: Delivery) -> None:
    """Send until nothing waits."""
    while counts := await books.read(outbox.counts):
        if not {State.PENDING, State.RETRY, State.SENDING} & counts.keys():
            return
        await books.transact(_at_once)
        await delivery.send_due()


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


async def test_a_reminder_says_that_it_is_one_also_when_it_was_put_right(books: Database) -> None:
    telegram = Counting(1)
    one = await _announced(books, telegram, _text("V sredo."), READ)
    by = await books.read(_writer)
    async with delivering(books, telegram, 0, bulks=BULKS) as (delivery, _):
        await delivery.send_due()
        await books.transact(afterwards.remind, one.id, 0, by, Clock().now())
        await delivery.send_due()
        asks = "🔔 Opomnik: prosimo, potrdite, da ste prebrali.\n\n"
        assert _seen(telegram) == [["V sredo.", f"{asks}V sredo."]]
        await books.transact(afterwards.correct, one.id, Content(_text("V torek."), None), by, Clock().now())
        await delivery.send_due()
    assert _seen(telegram) == [["V torek.", f"{asks}V torek."]]


@pytest.mark.parametrize(("words", "says"), [("x" * 4000, True), ("x" * 4096, False)])
def test_a_reminder_says_so_if_there_is_room(words: str, says: bool) -> None:
    said = Content(_text(words), None)
    one = Announcement(
        AnnouncementId(1), said, (), (), rules.State.SENT, urgent=False, pinned=False, late=Late.SEND, send_at=None,
        repeat=None, created_by=None, created_at=Clock().now(), batch_id=None, follow_up_id=None, sent_at=None,
    )  # fmt: skip
    (call,) = letter(one, 1, "Ana", "Kranj", Texts().say("sl"), reminder=True)
    assert ("Opomnik" in call.parameters["text"]) is says


@pytest.mark.parametrize("how", ["corrected", "recalled"])
async def test_what_is_on_its_way_is_changed_too(books: Database, how: str) -> None:
    telegram = Counting(3)
    one = await _announced(books, telegram, _text("V sredo."))
    by = await books.read(_writer)
    slow, nobody = telegram.numbers_of_people[:2]
    telegram.faults += [Fault("sendmessage", "slow", 1, slow, 0, SOON), Fault("sendmessage", "400", 1, nobody, 0, 0.0)]
    async with delivering(books, telegram, 0, bulks=BULKS) as (delivery, _), asyncio.TaskGroup() as meanwhile:
        running = meanwhile.create_task(delivery.send_due())
        while await books.read(_sending) != 1 or len(telegram.log) < 2:  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0.01)
        right = Content(_text("V torek."), None)
        if how == "corrected":
            assert await books.transact(afterwards.correct, one.id, right, by, Clock().now()) == 2
        else:
            assert await books.transact(afterwards.recall, one.id, by, Clock().now()) == 2
        telegram.closing.set()  # what was slow goes on
        await running
        await _all_sent(books, delivery)
    there = ["V torek."] if how == "corrected" else []
    assert _seen(telegram) == [there, [], there]
    batch, counts = await _follow_up(books, one)
    assert (batch.progress, counts) == (Progress.DONE, {State.SENT: 2})


async def test_what_never_came_needs_no_change(books: Database) -> None:
    telegram = Counting(2)
    one = await _announced(books, telegram, _text("Pomota."))
    claimed = await books.transact(sending.claim, Clock().now(), 2)
    assert await books.transact(afterwards.recall, one.id, await books.read(_writer), Clock().now()) == 2
    became: list[Result] = [sending.Refused("Chat not found"), sending.Uncertain("no answer")]
    async with delivering(books, telegram, 0, bulks=BULKS) as (delivery, _):
        await books.transact(sending.settle, list(zip(claimed, became, strict=True)), Clock().now())
        await _all_sent(books, delivery)
    assert (await _follow_up(books, one))[1] == {}
    assert not telegram.log


async def test_a_recall_ends_a_correction_on_its_way(books: Database) -> None:
    telegram = Counting(3)
    one = await _announced(books, telegram, _text("Pomota."))
    by = await books.read(_writer)
    async with delivering(books, telegram, 0, bulks=BULKS) as (delivery, _):
        await delivery.send_due()
        await books.transact(afterwards.correct, one.id, Content(_text("Popravek."), None), by, Clock().now())
        correction, _ = await _follow_up(books, one)
        await books.transact(afterwards.recall, one.id, by, Clock().now())
        await delivery.send_due()
    assert _seen(telegram) == [[], [], []]
    assert await books.read(outbox.counts, correction.id) == {State.WITHDRAWN: 3}


@pytest.mark.parametrize(("fault", "state"), [("reset-after", State.UNCERTAIN), ("400", State.FAILED)])
async def test_of_an_album_whose_buttons_did_not_come_the_files_are_known(
    books: Database, fault: str, state: State
) -> None:
    telegram = Counting(1)
    files = [telegram.add_file(f"{number}.pdf", "application/pdf", b"%PDF") for number in range(2)]
    album = Part("Vabljeni.", "Vabljeni.", tuple(Media(MediaKind.DOCUMENT, file.file_id) for file in files))
    one = await _announced(books, telegram, album, READ)
    telegram.faults.append(Fault("sendmessage", fault, 1, None, 0, 0.0))
    by, methods = await books.read(_writer), []
    async with delivering(books, telegram, 0, bulks=BULKS) as (delivery, _):
        await delivery.send_due()
        assert await books.read(outbox.counts, BatchId(one.batch_id or 0)) == {state: 1}
        assert await books.transact(afterwards.send_again, one.id, state, by, Clock().now()) == 1
        await delivery.send_due()
        methods = [entry["method"] for entry in telegram.log]
        assert await books.transact(afterwards.recall, one.id, by, Clock().now()) == 1
        await delivery.send_due()
    assert methods == ["sendMediaGroup", "sendMessage", "sendMessage"]
    left = _seen(telegram)[0]
    assert len(left) == (1 if state is State.UNCERTAIN else 0)


async def test_the_files_of_an_album_whose_buttons_are_in_doubt_are_recalled(books: Database) -> None:
    telegram = Counting(1)
    files = [telegram.add_file(f"{number}.pdf", "application/pdf", b"%PDF") for number in range(2)]
    album = Part("Vabljeni.", "Vabljeni.", tuple(Media(MediaKind.DOCUMENT, file.file_id) for file in files))
    one = await _announced(books, telegram, album, READ)
    telegram.faults.append(Fault("sendmessage", "reset-before", 1, None, 0, 0.0))
    async with delivering(books, telegram, 0, bulks=BULKS) as (delivery, _):
        await delivery.send_due()
        await books.transact(afterwards.recall, one.id, await books.read(_writer), Clock().now())
        await delivery.send_due()
    assert _seen(telegram) == [[]]
