"""Groups let announcements in, by an administrator's tap; nothing else is said or heard there."""

from typing import Any, ClassVar

import pytest
from structlog.testing import capture_logs

from handlers.announcements import buttons
from handlers.events.steps import Step
from handlers.home import Home
from storage import groups
from storage.announcements.rules import Choice
from storage.database import Database
from storage.groups import Group
from storage.people import Role
from tests.handlers.phone import TEXTS, Phone
from tests.handlers.world import draft_of, start_draft
from tests.storage.announcements.going import announce, deliver
from tests.storage.membership.association import put, two_libraries

GROUP = -1001
SAY = TEXTS.say("sl")
ASKS = "📣 Glasnik lahko sem prinaša obvestila združenja: <b>Direktorji</b>"
COMES = "✅ Sem prihajajo obvestila združenja: <b>{}</b>"


class Inside(Phone):
    """A person in a group, or in a topic of its forum."""

    group: ClassVar[dict[str, Any]] = {"id": GROUP, "type": "group", "title": "Direktorji"}
    topic: ClassVar[dict[str, Any]] = {}

    @property
    def chat(self) -> dict[str, Any]:
        return self.group

    async def brings(self, before: str = "left", after: str = "member") -> str:
        """Bring the bot into the group, or change something else about it."""
        bot = {"id": 4242, "is_bot": True, "first_name": "Glasnik"}
        return await self.sends(
            "my_chat_member",
            old_chat_member={"user": bot, "status": before}, new_chat_member={"user": bot, "status": after},
        )  # fmt: skip

    async def forges(self, data: str) -> str:
        message = {"message_id": 5, "date": 1, "chat": self.group, "text": "…", **self.topic}
        query = {"id": "1", "from": self.user, "chat_instance": "1", "message": message, "data": data}
        return await self._update({"callback_query": query})

    async def says(self, text: str) -> str:
        return await self.sends(text=text, **self.topic)


class InTopic(Inside):
    """A person in a topic."""

    group: ClassVar[dict[str, Any]] = {"id": GROUP, "type": "supergroup", "title": "Združenje", "is_forum": True}
    topic: ClassVar[dict[str, Any]] = {
        "message_thread_id": 7, "is_topic_message": True,
        "reply_to_message": {"message_id": 7, "date": 1, "chat": group,
                             "forum_topic_created": {"name": "Obvestila", "icon_color": 1}},
    }  # fmt: skip


@pytest.fixture
async def association(books: Database) -> Database:
    """Somebody in every role that matters here."""
    await books.transact(two_libraries)
    await put(books, 1, name="Ana")
    await put(books, 2, Role.STAFF, name="Cvetka")
    await put(books, 3, Role.ADMIN, name="Darja")
    return books


async def test_the_bot_asks_when_it_is_brought_in_and_an_administrator_lets_it(association: Database) -> None:
    ana, darja = Inside(association, 1), Inside(association, 3)
    card = await ana.brings()
    assert card.splitlines() == [ASKS, "Potrdi administrator ali administratorka Glasnika."]
    (tap,) = ana.keys.values()
    assert ana.bot.shown[0]["chat_id"] == GROUP
    assert await association.read(groups.confirmed) == []
    assert await darja.forges(tap) == COMES.format("Direktorji")
    assert not darja.keys
    (group,) = await association.read(groups.confirmed)
    assert (group.telegram_id, group.thread_id, group.title, group.language) == (GROUP, 0, "Direktorji", "sl")


@pytest.mark.parametrize(("telegram_id", "told"), [(1, "group-not-allowed"), (2, "group-not-allowed"),
                                                   (9, "group-stranger")])  # fmt: skip
async def test_nobody_else_lets_it(association: Database, telegram_id: int, told: str) -> None:
    somebody = Inside(association, telegram_id)
    await somebody.brings()
    (tap,) = somebody.keys.values()
    with capture_logs() as logs:
        await somebody.forges(tap)
    assert (somebody.bot.alerts, somebody.bot.shown) == ([SAY.label(told)], [])
    assert [log["event"] for log in logs] == ["refused"]
    assert await association.read(groups.confirmed) == []


async def test_a_button_of_another_group_lets_nothing_in(association: Database) -> None:
    other = await association.transact(groups.asked, -2002, 0, "Drugje", Phone(association, 1).now)
    darja = Inside(association, 3)
    for phone in (darja, Phone(association, 3)):
        await phone.forges(buttons.LetIn(other.id).pack())
        assert phone.bot.alerts == [SAY.label("group-gone")]
    assert await association.read(groups.confirmed) == []


async def test_what_else_changes_about_the_bot_in_a_group_says_nothing(association: Database) -> None:
    ana = Inside(association, 1)
    assert await ana.brings("member", "administrator") == ""
    assert await ana.brings("member", "kicked") == ""


async def test_who_throws_the_bot_out_and_brings_it_back_is_asked_anew(association: Database) -> None:
    darja = Inside(association, 3)
    await darja.brings()
    await darja.taps("Potrdi")
    assert await darja.says("/tukaj") == COMES.format("Direktorji")
    await darja.brings("member", "left")
    assert await association.read(groups.confirmed) == []
    assert ASKS in await darja.brings()
    assert await association.read(groups.confirmed) == []
    await darja.taps("Potrdi")
    assert len(await association.read(groups.confirmed)) == 1


async def test_a_topic_is_let_in_for_itself(association: Database) -> None:
    darja = InTopic(association, 3)
    assert "<b>Združenje · Obvestila</b>" in await darja.says("/tukaj@GlasnikBot")
    assert darja.bot.shown[0]["message_thread_id"] == 7
    assert await darja.taps("Potrdi") == COMES.format("Združenje · Obvestila")
    (topic,) = await association.read(groups.confirmed)
    assert (topic.telegram_id, topic.thread_id) == (GROUP, 7)
    assert "Za posamezno temo pošljite v njej ukaz /tukaj." in await darja.brings()


async def test_strangers_say_here_in_vain_and_nobody_says_it_alone(association: Database) -> None:
    stranger = Inside(association, 9)
    assert await stranger.says("/here") == ""
    assert not stranger.bot.shown
    assert "dodajte v skupino" in await Phone(association, 1).says("/tukaj")


async def test_all_else_is_deaf_in_groups(association: Database) -> None:
    cvetka = Inside(association, 2)
    me = await cvetka.me()
    assert me is not None
    await start_draft(association, me, Step.TITLE_SL)
    before = await draft_of(cvetka)
    for text in ("/start", "/urad", "/dogodki", "/pomoc", "/preklic", "Delavnica"):
        assert await cvetka.says(text) == ""
        assert not cvetka.bot.shown, text
    await cvetka.forges(Home().pack())
    assert not cvetka.bot.shown
    assert await draft_of(cvetka) == before


async def test_a_group_that_becomes_a_supergroup_stays_let_in(association: Database) -> None:
    darja = Inside(association, 3)
    await darja.brings()
    await darja.taps("Potrdi")
    assert await darja.sends(migrate_to_chat_id=-1_000_000_001_001) == ""
    (group,) = await association.read(groups.confirmed)
    assert group.telegram_id == -1_000_000_001_001


async def _announced(association: Database, group: Group) -> str:
    writer = await Phone(association, 2).me()
    assert writer is not None
    one = await announce(association, writer.id, [Choice("group", {"group": group.id})])
    await deliver(association)
    return buttons.HaveRead(one.id).pack()


async def test_members_confirm_in_a_group_for_themselves_and_strangers_do_not(association: Database) -> None:
    darja, ana, stranger = Inside(association, 3), Inside(association, 1), Inside(association, 9)
    await darja.brings()
    await darja.taps("Potrdi")
    (group,) = await association.read(groups.confirmed)
    read = await _announced(association, group)
    for phone, told in ((ana, "announcement-confirmed"), (ana, "announcement-confirmed-before"),
                        (darja, "announcement-confirmed"), (stranger, "group-stranger"),
                        (Phone(association, 1), "announcement-gone")):  # fmt: skip
        await phone.forges(read)
        assert (phone.bot.alerts, phone.bot.shown) == ([SAY.label(told)], [])
