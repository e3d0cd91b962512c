"""The bot's own web server: Telegram's webhook, health and metrics."""

import hmac
import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import structlog
from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Gauge, generate_latest
from pydantic import SecretStr

from bot.clock import Clock
from bot.intake import Intake, chat_of
from bot.logs import where
from storage import inbox, outbox
from storage.database import Database, Tx
from storage.outbox import State

log = structlog.get_logger(__name__)

WEBHOOK = "/telegram"
SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name

LARGEST = 2**63 - 1
"""The largest number that the books hold."""


def webhook_routes(intake: Intake, secret: SecretStr) -> Sequence[web.RouteDef]:
    """Take updates from Telegram; 200 is said when they are in the inbox."""
    expected = secret.get_secret_value().encode()

    async def take(request: web.Request) -> web.Response:
        if not hmac.compare_digest(request.headers.get(SECRET, "").encode(), expected):
            return web.Response(status=403)
        update = _read(await request.read())
        if update is None:
            return web.Response(status=400)
        await intake.room()
        await intake.receive([update])
        return web.Response()

    return [web.post(WEBHOOK, take)]


def _read(body: bytes) -> Mapping[str, Any] | None:
    """Read an update; None if it is none that can be kept."""
    try:
        update: Any = json.loads(body)
        chat, number = chat_of(update), update["update_id"]
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return None
    fits = type(number) is int and 0 <= number <= LARGEST and abs(chat) <= LARGEST
    return update if fits else None


def watch_routes(db: Database, clock: Clock) -> Sequence[web.RouteDef]:
    """Answer /health (can the books be read?) and /metrics (how much waits, since when)."""
    registry = CollectorRegistry()
    waiting = Gauge("glasnik_inbox_waiting", "Updates that are not yet dealt with", registry=registry)
    age = Gauge("glasnik_inbox_age_seconds", "Age of the oldest of them", registry=registry)
    owed = Gauge("glasnik_outbox", "Messages of the bot's own accord", ["state"], registry=registry)

    async def health(_request: web.Request) -> web.Response:
        try:
            count, _ = await db.read(inbox.backlog)
        except Exception as error:  # noqa: BLE001 - whatever it is, the answer is that it does not work
            log.warning("unhealthy", error=where(error))
            return web.json_response({"ok": False}, status=503)
        return web.json_response({"ok": True, "waiting": count})

    async def metrics(_request: web.Request) -> web.Response:
        count, oldest, counts = await db.read(_figures)
        waiting.set(count)
        age.set((clock.now() - oldest).total_seconds() if oldest else 0)
        for state in State:
            owed.labels(state).set(counts.get(state, 0))
        return web.Response(body=generate_latest(registry), headers={"Content-Type": CONTENT_TYPE_LATEST})

    return [web.get("/health", health), web.get("/metrics", metrics)]


def _figures(tx: Tx) -> tuple[int, datetime | None, dict[State, int]]:
    return *inbox.backlog(tx), outbox.counts(tx)
