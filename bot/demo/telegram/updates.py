"""How updates reach the bot: polling, or a webhook."""

import asyncio
import contextlib
from typing import Any

from bot.demo.telegram.errors import ApiError
from bot.demo.telegram.methods import Method
from bot.demo.telegram.parameters import Parameters
from bot.demo.telegram.state import Telegram

JSON = dict[str, Any]

LONGEST_POLL = 50
"""Seconds."""

WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
OTHER_POLL = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


def delete_webhook(telegram: Telegram, call: Parameters) -> bool:
    """Go back to polling."""
    telegram.webhook = None
    if call.flag("drop_pending_updates"):
        telegram.updates.clear()
    telegram.hook_wakes.set()
    return True


def set_webhook(telegram: Telegram, call: Parameters) -> bool:
    """Deliver updates to an address."""
    if not call.text("url"):
        return bool(delete_webhook(telegram, call))
    telegram.webhook = {
        "url": call.text("url"), "secret_token": call.text("secret_token"),
        "max_connections": call.number("max_connections", 40),
    }  # fmt: skip
    telegram.allowed_updates = call.json("allowed_updates") or []
    telegram.hook_wakes.set()
    telegram.dirty.set()
    return True


def get_webhook_info(telegram: Telegram, _call: Parameters) -> JSON:
    """Say how updates are delivered."""
    hook = telegram.webhook or {}
    return {"url": hook.get("url", ""), "has_custom_certificate": False,
            "pending_update_count": len(telegram.updates)} | telegram.webhook_error  # fmt: skip


async def get_updates(telegram: Telegram, call: Parameters) -> list[JSON]:
    """Return waiting updates; with a timeout, wait for the first. A second poll ends the first."""
    if telegram.webhook:
        raise ApiError(409, WEBHOOK_ACTIVE)
    mine = telegram.poll = object()
    telegram.poll_wakes.set()
    telegram.poll_wakes = asyncio.Event()
    if "allowed_updates" in call.values:
        telegram.allowed_updates = call.json("allowed_updates") or []
    telegram.confirm_before(call.number("offset"))
    loop = asyncio.get_running_loop()
    until = loop.time() + min(call.number("timeout"), LONGEST_POLL)
    while not telegram.updates and (left := until - loop.time()) > 0 and not telegram.closing.is_set():
        telegram.poll_wakes.clear()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(telegram.poll_wakes.wait(), left)
        if telegram.poll is not mine:
            raise ApiError(409, OTHER_POLL)
    limit = call.number("limit", 100) or 100
    return list(telegram.updates)[:limit]


METHODS: dict[str, Method] = {
    "deleteWebhook": delete_webhook,
    "setWebhook": set_webhook,
    "getWebhookInfo": get_webhook_info,
    "getUpdates": get_updates,
}
