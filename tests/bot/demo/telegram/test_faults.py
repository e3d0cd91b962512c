"""Limits, faults on demand, the log, and the server as a process."""

import asyncio
import re
import signal
import sys

import aiohttp
import pytest
from telegram import Bot
from telegram.error import NetworkError, RetryAfter

from bot.demo.telegram.limits import Limits
from bot.transport import AiohttpRequest, LostAnswer
from tests.bot.demo.telegram.conftest import Serve
from tests.bot.demo.telegram.phone import TOKEN, Line
from tests.person import SOON


def _bot(line: Line) -> Bot:
    base = str(line.http._base_url).rstrip("/")
    return Bot(TOKEN, base_url=f"{base}/bot", request=AiohttpRequest(), get_updates_request=AiohttpRequest())


def test_thirty_a_second_in_any_second() -> None:
    limits = Limits()
    passed = [at / 100 for at in range(300) if limits.retry_after(at, at / 100) is None]
    assert len(passed) == 90
    assert all(sum(start <= one < start + 1 for one in passed) <= 30 for start in passed)


def test_a_chat_takes_a_short_burst_and_a_group_twenty_a_minute() -> None:
    limits = Limits()
    assert [limits.retry_after(1, 0.0) for _ in range(6)] == [None] * 5 + [5]
    assert [limits.retry_after(-1, at * 1.0) for at in range(10, 31)] == [None] * 20 + [40]


async def test_limits_are_real_429s(serve: Serve) -> None:
    async with serve(limits="telegram") as line:
        ana = await line.person()
        answers = [await line.call("sendMessage", chat_id=ana, text=str(number)) for number in range(6)]
        assert [one["ok"] for one in answers] == [True] * 5 + [False]
        assert answers[5]["error_code"] == 429
        retry = answers[5]["parameters"]["retry_after"]
        assert answers[5]["description"] == f"Too Many Requests: retry after {retry}"


@pytest.mark.parametrize(("kind", "code"), [("403", 403), ("400", 400), ("500", 500)])
async def test_a_fault_happens_as_often_as_asked(line: Line, kind: str, code: int) -> None:
    ana = await line.person()
    await line.ask("POST", "/faults", method="sendMessage", kind=kind, times=2)
    codes = [(await line.call("sendMessage", chat_id=ana, text="x")).get("error_code") for _ in range(3)]
    assert codes == [code, code, None]


async def test_a_fault_can_be_for_one_chat(line: Line) -> None:
    ana, bor = await line.person("Ana"), await line.person("Bor")
    await line.ask("POST", "/faults", method="sendMessage", kind="403", times=1, chat_id=bor)
    await line.ok("sendMessage", chat_id=ana, text="x")
    assert (await line.call("sendMessage", chat_id=bor, text="x"))["error_code"] == 403


async def test_python_telegram_bot_reads_the_faults_as_from_telegram(line: Line) -> None:
    ana = await line.person()
    async with _bot(line) as bot:
        assert bot.username == "GlasnikBot"
        await line.ask("POST", "/faults", method="sendMessage", kind="429", times=1, retry_after=3)
        with pytest.raises(RetryAfter):
            await bot.send_message(ana, "x")
        await line.ask("POST", "/faults", method="sendMessage", kind="reset-before", times=1)
        with pytest.raises(NetworkError):
            await bot.send_message(ana, "izgubljeno")
        await line.ask("POST", "/faults", method="sendMessage", kind="reset-after", times=1)
        with pytest.raises(LostAnswer):
            await bot.send_message(ana, "prispelo")
        await line.ask("POST", "/faults", method="sendMessage", kind="timeout-after-accept", times=1)
        with pytest.raises(LostAnswer):
            await bot.send_message(ana, "prispelo tudi", read_timeout=0.2)
        await line.ask("POST", "/faults", method="sendMessage", kind="slow", times=1, seconds=0.2)
        await bot.send_message(ana, "počasi")
        assert await bot.set_my_commands([("dogodki", "Dogodki")])
    texts = [one["text"] for one in await line.chat(ana) if one["from"]["is_bot"]]
    assert texts == ["prispelo", "prispelo tudi", "počasi"]


async def test_the_log_has_every_request_and_no_text(line: Line) -> None:
    ana = await line.person()
    await line.ok("sendMessage", chat_id=ana, text="skrivnost")
    await line.words("sendMessage", chat_id=1, text="x")
    log = await line.ask("GET", "/log?after=0")
    assert [(one["method"], one["chat_id"], one["ok"]) for one in log["entries"]] == [
        ("sendMessage", ana, True),
        ("sendMessage", 1, False),
    ]
    assert "skrivnost" not in str(log)
    assert (await line.ask("GET", f"/log?after={log['n']}"))["entries"] == []


async def test_it_runs_alone_and_ends_at_once() -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot.demo.telegram", "--port", "0", "--token", TOKEN, stdout=asyncio.subprocess.PIPE,
        env={"PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    assert process.stdout is not None
    while not (found := re.search(rb"http://\S+?:(\d+)", await process.stdout.readline())):
        assert process.returncode is None
    async with aiohttp.ClientSession(f"http://127.0.0.1:{int(found[1])}") as http:
        poll = asyncio.gather(http.get(f"/bot{TOKEN}/getUpdates?timeout=50"), return_exceptions=True)
        async with http.get("/me") as answer:
            assert (await answer.json())["is_bot"]
        process.send_signal(signal.SIGINT)
        assert await asyncio.wait_for(process.wait(), SOON) == 0
        await poll
