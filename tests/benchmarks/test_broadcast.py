"""The broadcast's figures can be trusted: a run counts only if everyone got the message once."""

import sys

import pytest

from tests.benchmarks import broadcast
from tests.benchmarks.runs import measure, stub

TWICE = """
from tests.benchmarks import senders
from tests.benchmarks.senders import bare_aiohttp

async def twice(address, recipients):
    await bare_aiohttp.broadcast(address, recipients[:1])
    await bare_aiohttp.broadcast(address, recipients)

senders.run(twice)
"""


def test_a_row_for_each_peer_and_word_of_those_that_are_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(broadcast, "AIOGRAM_PYTHON", "/nowhere/python")
    rows, note = broadcast.broadcast(rounds=1, recipients=30)
    assert [row["name"] for row in rows] == [
        "glasnik",
        "python-telegram-bot loop",
        "python-telegram-bot gathered loop",
        "aiohttp ceiling",
    ]
    assert all(row["recipients"] == 30 and row["per_second"] > 0 and row["peak_mb"] > 10 for row in rows)
    assert note == "Left out, not installed: aiogram gathered loop, aiogram-broadcast, aiogram-broadcaster."


def test_sending_to_anyone_twice_voids_the_run() -> None:
    with pytest.raises(RuntimeError, match="31 messages to 30 recipients"):
        broadcast.sender([sys.executable, "-c", TWICE], 30)


def test_a_bot_that_ends_by_itself_ends_the_run_with_its_words() -> None:
    with stub("--count", "1") as (_, said), pytest.raises(RuntimeError, match="no such luck"):
        measure([sys.executable, "-c", "raise SystemExit('no such luck')"], said, {})
