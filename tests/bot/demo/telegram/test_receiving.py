"""What people do, and how the bot hears of it."""

import asyncio
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from tests.bot.demo.telegram.conftest import Serve
from tests.bot.demo.telegram.phone import KEYS, Line
from tests.person import SOON

OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


async def test_updates_stay_until_they_are_confirmed(line: Line) -> None:
    ana = await line.person()
    await line.ask("POST", f"/people/{ana}/send", text="živjo")
    first = await line.updates()
    assert [one["message"]["text"] for one in first] == ["/start", "živjo"]
    assert await line.updates() == first
    assert [one["update_id"] for one in await line.updates(offset=first[1]["update_id"])] == [first[1]["update_id"]]
    assert await line.updates(offset=first[1]["update_id"] + 1) == []


async def test_a_poll_waits_for_the_first_update(line: Line) -> None:
    ana = await line.person()
    last = (await line.updates())[-1]["update_id"]
    poll = asyncio.gather(line.updates(offset=last + 1, wait=30))
    await line.ask("POST", f"/people/{ana}/send", text="zdaj")
    assert [one["message"]["text"] for one in (await poll)[0]] == ["zdaj"]


async def test_a_second_poll_ends_the_first(line: Line) -> None:
    first = asyncio.gather(line.call("getUpdates", timeout=30))
    while not (await line.ask("GET", "/log?after=0"))["entries"]:
        pass
    await line.updates()
    assert (await first)[0]["error_code"] == 409


async def test_a_deep_link_presses_start(line: Line) -> None:
    ana = await line.person(started=False)
    await line.ask("POST", f"/people/{ana}/send", start="i_abc")
    message = (await line.updates())[0]["message"]
    assert message["text"] == "/start i_abc"
    assert message["entities"][0] == {"type": "bot_command", "offset": 0, "length": 6}
    assert message["from"]["language_code"] == "sl"


async def test_a_tap_waits_for_the_answer(line: Line) -> None:
    ana = await line.person()
    sent = (await line.ok("sendMessage", chat_id=ana, text="?", reply_markup=KEYS))["message_id"]
    last = (await line.updates())[-1]["update_id"]
    tap = asyncio.gather(line.ask("POST", f"/people/{ana}/tap", message_id=sent, text="Da"))
    query = (await line.updates(offset=last + 1, wait=10))[0]["callback_query"]
    assert (query["data"], query["message"]["message_id"], bool(query["chat_instance"])) == ("yes", sent, True)
    await line.ok("answerCallbackQuery", callback_query_id=query["id"], text="Prav", show_alert=True)
    assert (await tap)[0] == {"text": "Prav", "show_alert": True, "url": None}
    assert await line.words("answerCallbackQuery", callback_query_id=query["id"]) == OLD


async def test_a_button_must_be_there_unless_it_is_forged(line: Line) -> None:
    ana = await line.person()
    sent = (await line.ok("sendMessage", chat_id=ana, text="?"))["message_id"]
    assert not (await line.ask("POST", f"/people/{ana}/tap", message_id=sent, text="Da"))["ok"]
    last = (await line.updates())[-1]["update_id"]
    tap = asyncio.gather(line.ask("POST", f"/people/{ana}/tap", message_id=sent, data="er:7"))
    query = (await line.updates(offset=last + 1, wait=10))[0]["callback_query"]
    await line.ok("answerCallbackQuery", callback_query_id=query["id"])
    assert query["data"] == "er:7"
    assert (await tap)[0]["text"] is None


async def test_blocking_is_told(line: Line) -> None:
    ana = await line.person()
    last = (await line.updates())[-1]["update_id"]
    await line.ask("POST", f"/people/{ana}/block")
    await line.ask("POST", f"/people/{ana}/send", start="")
    blocked, back, start = await line.updates(offset=last + 1)
    assert blocked["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    assert back["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert start["message"]["text"] == "/start"


async def test_only_the_kinds_that_were_asked_for(line: Line) -> None:
    await line.ok("getUpdates", allowed_updates=["callback_query"])
    await line.person()
    assert await line.updates() == []


async def test_people_can_be_changed_and_removed(line: Line) -> None:
    ana = await line.person()
    changed = await line.ask("PATCH", f"/people/{ana}", first_name="Anja", language_code="en")
    assert (changed["first_name"], changed["language_code"]) == ("Anja", "en")
    await line.ask("DELETE", f"/people/{ana}")
    assert await line.ask("GET", "/people") == []
    assert (await line.ask("GET", f"/people/{ana}/chat"))["error_code"] == 404


async def test_a_group_hears_its_members_only(line: Line) -> None:
    ana, bor = await line.person("Ana"), await line.person("Bor")
    group = (await line.ask("POST", "/groups", title="Urad", members=[ana]))["id"]
    await line.ask("POST", f"/people/{ana}/send", text="/start", chat_id=group)
    assert (await line.updates())[-1]["message"]["chat"] == {"id": group, "type": "group", "title": "Urad"}
    assert not (await line.ask("POST", f"/people/{bor}/send", text="x", chat_id=group))["ok"]
    await line.ok("sendMessage", chat_id=group, text="vsem")


async def test_a_webhook_gets_updates_in_order_and_again_until_200(line: Line) -> None:
    ana = await line.person()
    seen: list[tuple[str | None, str]] = []
    answers = [500, 200, 200]
    done = asyncio.Event()

    async def take(request: web.Request) -> web.Response:
        body = await request.json()
        seen.append((request.headers.get("X-Telegram-Bot-Api-Secret-Token"), body["message"]["text"]))
        if len(seen) == len(answers):
            done.set()
        return web.Response(status=answers[len(seen) - 1])

    app = web.Application()
    app.router.add_post("/hook", take)
    async with TestServer(app) as hook:
        await line.ok("setWebhook", url=str(hook.make_url("/hook")), secret_token="tiho")
        await line.ask("POST", f"/people/{ana}/send", text="drugi")
        await asyncio.wait_for(done.wait(), SOON)
        assert seen == [("tiho", "/start"), ("tiho", "/start"), ("tiho", "drugi")]
        assert (await line.call("getUpdates"))["error_code"] == 409
        await line.ok("deleteWebhook")
    assert await line.updates() == []


async def test_everything_survives_a_restart(serve: Serve, tmp_path: Path) -> None:
    state = tmp_path / "telegram.json"
    async with serve(state=state) as line:
        ana = await line.person()
        await line.ok("sendMessage", chat_id=ana, text="ostane", reply_markup=KEYS)
        await line.ok("setMyCommands", commands=[{"command": "a", "description": "A"}])
        before, waiting = await line.chat(ana), await line.updates()
    async with serve(state=state) as line:
        assert await line.chat(ana) == before
        assert await line.updates() == waiting
        assert await line.ask("GET", f"/people/{ana}/commands") == [{"command": "a", "description": "A"}]
        assert await line.person("Bor") != ana


@pytest.mark.parametrize("bad", [{}, {"first_name": " "}])
async def test_bad_requests_of_people_are_answered_in_words(line: Line, bad: dict[str, str]) -> None:
    async with line.http.post("/people", json=bad) as answer:
        assert answer.status == 400
        assert (await answer.json())["description"]
