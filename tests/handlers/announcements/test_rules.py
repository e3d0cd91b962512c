"""Rules 7, 8 and 9: what the office does on the card, what the books say and what Telegram got agree."""

import asyncio
import re

import pytest

from bot.clock import Clock
from bot.delivery import Delivery
from bot.demo.telegram.faults import Fault
from handlers.announcements.push import BULKS
from storage import outbox
from storage.announcements.rules import Announcement
from storage.database import Database
from storage.outbox import State
from storage.people import PersonId, by_telegram
from tests.bot.broadcast import Counting, delivering, members
from tests.handlers.phone import Phone
from tests.storage.announcements.going import announce, batch_of, card

PEOPLE = 120
PER_SECOND = 20
BEGUN = 12
"""So many requests have reached Telegram when the office steps in; the others would take five seconds more."""


class Office:
    """A local Telegram with everybody in it, an announcement to all, and somebody of the office at the card."""

    def __init__(self, books: Database, telegram: Counting, one: Announcement) -> None:
        self.books, self.telegram, self.one = books, telegram, one
        self.phone = self.at(0)

    def at(self, place: int) -> Phone:
        """The phone of one of the people, today."""
        phone = Phone(self.books, self.telegram.numbers_of_people[place])
        phone.now = Clock().now()
        return phone

    async def taps(self, *labels: str) -> str:
        """Open the card and tap."""
        await self.phone.forges(f"aoe:{self.one.id}")
        await self.phone.taps(*labels)
        return self.phone.reads

    async def counts(self) -> dict[State, int]:
        """What the books count."""
        return await self.books.read(outbox.counts, batch_of(self.one))

    def told(self) -> list[int]:
        """How many messages each has got."""
        return [len(self.telegram.chats[number].messages) for number in self.telegram.numbers_of_people]

    async def begun(self) -> None:
        """Wait until some have got it."""
        while len(self.telegram.log) < BEGUN:
            await self.telegram.log.grows()


@pytest.fixture
async def office(books: Database) -> Office:
    """An announcement that nobody has got yet."""
    telegram = Counting(PEOPLE)
    await books.transact(members, telegram.numbers_of_people)
    writer = await books.read(by_telegram, telegram.numbers_of_people[0])
    assert writer is not None
    return Office(books, telegram, await announce(books, PersonId(writer.id), now=Clock().now()))


def fault(kind: str, times: int) -> Fault:
    return Fault("sendmessage", kind, times, None, 1, 0.0)


async def _ends(delivery: Delivery, running: asyncio.Task[None], how: str) -> None:
    """Let a delivery end as it does when the program stops, or at once, as when it is killed."""
    if how == "stopped":
        delivery.stop()
        await running
        return
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running


@pytest.mark.parametrize("how", ["stopped", "killed"])
async def test_rule_7_pausing_killing_starting_resuming_sends_to_exactly_those_who_had_not_had_it(
    office: Office, how: str
) -> None:
    async with (
        delivering(office.books, office.telegram, PER_SECOND, bulks=BULKS) as (delivery, _),
        asyncio.TaskGroup() as meanwhile,
    ):
        running = meanwhile.create_task(delivery.run())
        await office.begun()
        assert "⏸ Premor" in await office.taps("⏸ Premor")
        await _ends(delivery, running, how)
    before = office.told()
    assert 0 < sum(before) < PEOPLE
    async with delivering(office.books, office.telegram, 0, bulks=BULKS) as (delivery, _):
        assert await delivery.send_due() == 0
        assert office.told() == before
        counts = await office.counts()
        lost = counts.get(State.UNCERTAIN, 0)
        assert (how == "killed") or not lost
        waiting = counts[State.PENDING] + counts.get(State.RETRY, 0)
        await office.taps("▶ Nadaljuj")
        assert await delivery.send_due() == waiting
    assert await office.counts() == {State.SENT: PEOPLE - lost} | ({State.UNCERTAIN: lost} if lost else {})
    assert max(office.told()) == 1
    assert PEOPLE - lost <= sum(office.told()) <= PEOPLE


async def test_rule_8_a_tap_on_i_have_read_this_counts_once_also_from_an_uncertain_delivery(office: Office) -> None:
    office.telegram.faults.append(fault("reset-after", 1))
    async with delivering(office.books, office.telegram, 0, bulks=BULKS) as (delivery, _):
        await delivery.send_due()
    assert await office.counts() == {State.SENT: PEOPLE - 1, State.UNCERTAIN: 1}
    assert office.told() == [1] * PEOPLE
    assert "negotovo 1" in await office.taps()
    for _ in range(2):
        await asyncio.gather(*(office.at(place).forges(f"ar:{office.one.id}") for place in range(PEOPLE)))
    assert await office.counts() == {State.SENT: PEOPLE}
    shown = await office.taps()
    assert f"✓ Prebrano: {PEOPLE} od {PEOPLE}" in shown
    assert "negotovo" not in shown
    assert (await card(office.books, office.one)).confirmed == PEOPLE


async def test_rule_8_the_second_tap_says_that_it_was_noted_before(office: Office) -> None:
    async with delivering(office.books, office.telegram, 0, bulks=BULKS) as (delivery, _):
        await delivery.send_due()
    phone, said = office.at(5), []
    for _ in range(2):
        await phone.forges(f"ar:{office.one.id}")
        said.append(phone.bot.alert)
    assert said == ["Hvala, zabeleženo je, da ste prebrali.", "Da ste prebrali, je že zabeleženo. Hvala."]


async def test_rule_9_cancelled_in_the_middle_the_card_the_counts_and_the_log_agree(office: Office) -> None:
    for kind, times in (("403", 3), ("400", 2), ("reset-after", 4)):
        office.telegram.faults.append(fault(kind, times))
    async with delivering(office.books, office.telegram, PER_SECOND, bulks=BULKS) as (delivery, _):
        async with asyncio.TaskGroup() as meanwhile:
            running = meanwhile.create_task(delivery.send_due())
            await office.begun()
            assert "Želite ustaviti pošiljanje?" in await office.taps("✖ Ustavi")
            assert "✖ Pošiljanje je ustavljeno" in await office.phone.taps("✖ Ustavi")
        asked = len(office.telegram.log)
        assert running.result() == asked
        assert await delivery.send_due() == 0
    assert BEGUN <= asked < PEOPLE
    accepted = sum(entry["ok"] for entry in office.telegram.log)
    assert len(office.telegram.log) == asked
    counts = await office.counts()
    assert counts == {
        State.SENT: accepted, State.BLOCKED: 3, State.FAILED: 2, State.UNCERTAIN: 4, State.WITHDRAWN: PEOPLE - asked,
    }  # fmt: skip
    assert sum(office.told()) == accepted + counts[State.UNCERTAIN]
    assert max(office.told()) == 1
    shown = await office.taps()
    assert f"Poslano {accepted} od {PEOPLE}\n" in shown
    assert f"blokirano 3 · neuspešno 2 · negotovo 4 · umaknjeno {PEOPLE - asked}" in shown
    assert not re.search(r"čaka|na sekundo", shown)
