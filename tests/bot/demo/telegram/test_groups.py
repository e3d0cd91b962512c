"""Groups at the local Telegram: the bot comes and goes, forums have topics, a group becomes a supergroup."""

import asyncio
from pathlib import Path
from typing import Any

from tests.bot.demo.telegram.conftest import Serve
from tests.bot.demo.telegram.phone import KEYS, Line


async def _group(line: Line, *members: int, **more: Any) -> int:
    return int((await line.ask("POST", "/groups", title="Urad", members=list(members), **more))["id"])


def _statuses(update: dict[str, Any]) -> tuple[str, str]:
    change = update["my_chat_member"]
    return change["old_chat_member"]["status"], change["new_chat_member"]["status"]


async def test_the_bot_is_told_when_it_comes_and_goes(line: Line) -> None:
    ana = await line.person()
    last = (await line.updates())[-1]["update_id"]
    group = await _group(line, ana)
    for what in ("remove", "remove", "add"):
        await line.ask("POST", f"/groups/{group}/{what}", by=ana)
    changes = await line.updates(offset=last + 1)
    assert [_statuses(one) for one in changes] == [("left", "member"), ("member", "kicked"), ("kicked", "member")]
    assert {one["my_chat_member"]["from"]["id"] for one in changes} == {ana}
    assert changes[0]["my_chat_member"]["chat"] == {"id": group, "type": "group", "title": "Urad"}


async def test_a_group_that_has_thrown_the_bot_out_refuses_in_telegrams_words(line: Line) -> None:
    group = await _group(line)
    await line.ask("POST", f"/groups/{group}/remove", by=1)
    refused = await line.call("sendMessage", chat_id=group, text="vsem")
    assert (refused["error_code"], refused["description"]) == (403, "Forbidden: bot was kicked from the group chat")


async def test_a_tap_in_a_group(line: Line) -> None:
    ana = await line.person()
    group = await _group(line, ana)
    sent = (await line.ok("sendMessage", chat_id=group, text="?", reply_markup=KEYS))["message_id"]
    last = (await line.updates())[-1]["update_id"]
    tap = asyncio.gather(line.ask("POST", f"/people/{ana}/tap", chat_id=group, message_id=sent, text="Da"))
    query = (await line.updates(offset=last + 1, wait=10))[0]["callback_query"]
    assert (query["from"]["id"], query["message"]["chat"]["id"], query["data"]) == (ana, group, "yes")
    await line.ok("answerCallbackQuery", callback_query_id=query["id"], text="Hvala")
    assert (await tap)[0]["text"] == "Hvala"


async def test_topics_of_a_forum(line: Line) -> None:
    ana = await line.person()
    group = await _group(line, ana, forum=True)
    topic = (await line.ask("POST", f"/groups/{group}/topics", name="Obvestila"))["message_thread_id"]
    await line.ask("POST", f"/people/{ana}/send", text="/tukaj", chat_id=group, message_thread_id=topic)
    said = (await line.updates())[-1]["message"]
    assert (said["message_thread_id"], said["is_topic_message"], said["chat"]["is_forum"]) == (topic, True, True)
    assert said["reply_to_message"]["forum_topic_created"]["name"] == "Obvestila"
    sent = await line.ok("sendMessage", chat_id=group, message_thread_id=topic, text="tu")
    assert (sent["message_thread_id"], sent["is_topic_message"]) == (topic, True)
    assert "message_thread_id" not in await line.ok("sendMessage", chat_id=group, text="povsod")
    words = await line.words("sendMessage", chat_id=group, message_thread_id=999, text="nikjer")
    assert words == "Bad Request: message thread not found"


async def test_only_forums_have_topics(line: Line) -> None:
    group = await _group(line)
    assert not (await line.ask("POST", f"/groups/{group}/topics", name="Obvestila"))["ok"]


async def test_a_group_becomes_a_supergroup(line: Line) -> None:
    ana = await line.person()
    group = await _group(line, ana)
    last = (await line.updates())[-1]["update_id"]
    new = (await line.ask("POST", f"/groups/{group}/migrate", by=ana))["id"]
    away, here = [one["message"] for one in await line.updates(offset=last + 1)]
    assert (away["chat"]["id"], away["migrate_to_chat_id"]) == (group, new)
    assert (here["chat"]["id"], here["chat"]["type"], here["migrate_from_chat_id"]) == (new, "supergroup", group)
    refused = await line.call("sendMessage", chat_id=group, text="vsem")
    assert refused["error_code"] == 400
    assert refused["parameters"] == {"migrate_to_chat_id": new}
    await line.ok("sendMessage", chat_id=new, text="vsem")
    assert not (await line.ask("POST", f"/groups/{group}/migrate", by=ana))["ok"]


async def test_groups_survive_a_restart(serve: Serve, tmp_path: Path) -> None:
    async with serve(state=tmp_path / "telegram.json") as line:
        forum, old, left = await _group(line, forum=True), await _group(line), await _group(line)
        topic = (await line.ask("POST", f"/groups/{forum}/topics", name="Obvestila"))["message_thread_id"]
        new = (await line.ask("POST", f"/groups/{old}/migrate", by=1))["id"]
        await line.ask("POST", f"/groups/{left}/remove", by=1)
    async with serve(state=tmp_path / "telegram.json") as line:
        await line.ok("sendMessage", chat_id=forum, message_thread_id=topic, text="tu")
        assert (await line.call("sendMessage", chat_id=old, text="x"))["parameters"] == {"migrate_to_chat_id": new}
        assert (await line.call("sendMessage", chat_id=left, text="x"))["error_code"] == 403
