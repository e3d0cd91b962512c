"""A group from the first word to the announcement, with the bot running."""

from typing import Any

import aiohttp

from bot.clock import Clock
from storage import groups
from storage.announcements.rules import Choice, ReadButton
from storage.people import Role
from tests.e2e.running import running
from tests.e2e.world import World, world
from tests.person import Message, Person
from tests.storage.announcements.going import announce
from tests.storage.membership.association import put, two_libraries


class Member(Person):
    """A person who looks at a group, types and taps there."""

    def __init__(self, http: aiohttp.ClientSession, number: int, group: int) -> None:
        super().__init__(http, number)
        self.group = group

    async def _look(self, after: int, wait: float) -> Any:
        asked = f"/people/{self.id}/chat?chat_id={self.group}&after={after}&wait={wait}"
        async with self.http.get(asked) as answer:
            return await answer.json()

    async def _post(self, what: str, **values: Any) -> Any:
        return await super()._post(what, chat_id=self.group, **values)


async def _group(here: World, *members: Person) -> int:
    asked = {"title": "Direktorji", "members": [one.id for one in members]}
    async with here.http.post("/groups", json=asked) as answer:
        return int((await answer.json())["id"])


def _texts(messages: list[Message]) -> list[str]:
    return [one["text"].splitlines()[0] for one in messages if "text" in one and one["from"]["is_bot"]]


async def test_a_group_is_let_in_moves_and_gets_announcements(books_url: str) -> None:
    async with world() as here, running(here, books_url) as glasnik:
        ana, darja = here.person("Ana"), here.person("Darja")
        await glasnik.db.transact(two_libraries)
        await put(glasnik.db, ana.id)
        admin = await put(glasnik.db, darja.id, Role.ADMIN)
        group = await _group(here, ana, darja)
        inside = Member(here.http, ana.id, group)
        alert = await inside.taps("Potrdi")
        assert (alert["show_alert"], alert["text"].startswith("Tega vaša vloga ne omogoča.")) == (True, True)
        await Member(here.http, darja.id, group).taps("Potrdi")
        await inside.sees("✅ Sem prihajajo obvestila združenja: Direktorji")
        async with here.http.post(f"/groups/{group}/migrate", json={}) as answer:
            moved = Member(here.http, ana.id, (await answer.json())["id"])
        (known,) = await glasnik.db.read(groups.confirmed)
        await announce(glasnik.db, admin.id, [Choice("group", {"group": known.id})], [ReadButton()], Clock().now())
        await moved.sees("Vabimo vas")
        assert (await moved.taps("✓ Prebrano"))["text"].startswith("Hvala")
        assert _texts(await moved.messages()) == ["Vabimo vas na srečanje v Maribor."]
