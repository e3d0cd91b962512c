"""Updates to the bot's own address: each chat in order, several chats at once, again until it answers 200."""

import asyncio
from collections.abc import Mapping
from typing import Any

import aiohttp

from bot.demo.telegram.state import Telegram
from bot.tasks import Tasks

FIRST_WAIT, LONGEST_WAIT = 1.0, 120.0


def lane(update: Mapping[str, Any]) -> int:
    """Find the chat of an update."""
    content: Any = next(value for key, value in update.items() if key != "update_id")
    message = content.get("message") or content
    return int((message.get("chat") or content["from"])["id"])


class Hook:
    """Delivers while a webhook is set."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram
        self._busy: set[int] = set()

    async def run(self) -> None:
        """Deliver until cancelled."""
        telegram = self._telegram
        async with aiohttp.ClientSession() as session, Tasks() as tasks:
            while True:
                telegram.hook_wakes.clear()
                self._start(session, tasks)
                await telegram.hook_wakes.wait()

    def _start(self, session: aiohttp.ClientSession, tasks: Tasks) -> None:
        """Send the first update of each chat that is not being served."""
        hook = self._telegram.webhook
        if hook is None:
            return
        for update in list(self._telegram.updates):
            if len(self._busy) >= hook["max_connections"]:
                return
            chat = lane(update)
            if chat not in self._busy:
                self._busy.add(chat)
                tasks.start(self._deliver(session, hook, update, chat), f"webhook {chat}")

    async def _deliver(self, session: aiohttp.ClientSession, hook: dict[str, Any], update: dict[str, Any],
                       chat: int) -> None:  # fmt: skip
        telegram, wait = self._telegram, FIRST_WAIT
        headers = {"X-Telegram-Bot-Api-Secret-Token": hook["secret_token"]} if hook["secret_token"] else {}
        try:
            while telegram.webhook is hook:
                try:
                    async with session.post(hook["url"], json=update, headers=headers,
                                            timeout=aiohttp.ClientTimeout(total=60)) as answer:  # fmt: skip
                        status = answer.status
                    if 200 <= status < 300:  # noqa: PLR2004
                        telegram.updates.remove(update)
                        telegram.webhook_error = {}
                        telegram.dirty.set()
                        return
                    problem = f"Wrong response from the webhook: {status}"
                except (aiohttp.ClientError, TimeoutError) as error:
                    problem = type(error).__name__
                telegram.webhook_error = {"last_error_date": telegram.seconds(), "last_error_message": problem}
                await asyncio.sleep(wait)
                wait = min(wait * 2, LONGEST_WAIT)
        finally:
            self._busy.discard(chat)
            telegram.hook_wakes.set()
