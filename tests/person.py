"""A person at a telephone: what they do goes to the local Telegram, what they see comes from it."""

import asyncio
from collections.abc import Callable
from typing import Any

import aiohttp

Message = dict[str, Any]

SOON = 30.0
"""Seconds within which something is to be seen; far more than it takes, so that a slow machine fails no test."""


class Person:
    """Types, taps and waits until something is seen. `http` leads to the local Telegram, `id` is Telegram's."""

    def __init__(self, http: aiohttp.ClientSession, number: int) -> None:
        self.http, self.id = http, number

    async def types(self, text: str) -> int:
        """Send a text or a command; return the message's number."""
        return int((await self._post("send", text=text))["message_id"])

    async def opens(self, link: str) -> int:
        """Open the deep link `t.me/<bot>?start=<link>` and press Start."""
        return int((await self._post("send", start=link))["message_id"])

    async def taps(self, label: str) -> Any:
        """Tap the newest button whose label begins so, once it is there; return what pops up, None for no answer."""
        message = await self.sees_that(lambda message: _key(message, label) is not None)
        return await self._post("tap", message_id=message["message_id"], text=_key(message, label))

    async def messages(self) -> list[Message]:
        """All messages of the chat as they stand now."""
        return list((await self._look(0, 0))["messages"])

    async def sees(self, words: str) -> Message:
        """Wait until a message of the bot holds these words; return the newest one that does."""
        return await self.sees_that(lambda message: words in (message.get("text") or message.get("caption") or ""))

    async def sees_that(self, fits: Callable[[Message], bool]) -> Message:
        """Wait until a message of the bot fits; return the newest one that does."""
        async with asyncio.timeout(SOON):
            version = 0
            while True:
                look = await self._look(0, 0) if not version else await self._look(version, SOON)
                version = look["version"]
                for message in reversed(look["messages"]):
                    if "from" in message and message["from"]["is_bot"] and fits(message):
                        return dict(message)

    async def blocks(self) -> None:
        """Block the bot."""
        await self._post("block")

    async def _look(self, after: int, wait: float) -> Any:
        async with self.http.get(f"/people/{self.id}/chat?after={after}&wait={wait}") as answer:
            return await answer.json()

    async def _post(self, what: str, **values: Any) -> Any:
        async with self.http.post(f"/people/{self.id}/{what}", json=values) as answer:
            found = await answer.json()
            assert answer.status == 200, found
            return found


def _key(message: Message, label: str) -> str | None:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return next((key["text"] for row in rows for key in row if key["text"].startswith(label)), None)
