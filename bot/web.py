"""The bot's own web server: Telegram's webhook, health, metrics, people's calendars, certificates."""

import asyncio
import hmac
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

import structlog
from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from pydantic import SecretStr

from bot.clock import Clock
from bot.intake import Intake
from bot.logs import where
from bot.updates import chat_of
from handlers.context import Reach
from handlers.events.afterwards import page
from handlers.membership import own_calendar
from storage import calendars, due, figures, inbox
from storage.database import Database, Tx
from storage.events import certificates

log = structlog.get_logger(__name__)

WEBHOOK = "/telegram"
SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name

ICS = {"Content-Type": "text/calendar; charset=utf-8"}

AT_ONCE = 8
"""So many certificates are looked up at once, and so many calendars written."""

LARGEST = 2**63 - 1
"""The largest number that the books hold."""

Answer = Callable[[web.Request], Awaitable[web.Response]]


def webhook_routes(intake: Intake, secret: SecretStr) -> Sequence[web.RouteDef]:
    """Take updates from Telegram; 200 is said when they are in the inbox."""
    expected = secret.get_secret_value().encode()

    async def take(request: web.Request) -> web.Response:
        if not hmac.compare_digest(request.headers.get(SECRET, "").encode(errors="surrogateescape"), expected):
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


def calendar_routes(reach: Reach, clock: Clock) -> Sequence[web.RouteDef]:
    """Give the calendar that a secret opens; whoever knows none learns nothing."""

    async def calendar(request: web.Request) -> web.Response:
        db, now = reach.db, clock.now()
        found = await db.read(own_calendar.find, reach, request.match_info["secret"], now)
        if found is None:
            return web.Response(status=404)
        owner, made = found.owner, await asyncio.to_thread(own_calendar.made, found)
        changed_at = owner.changed_at if made.etag == owner.etag else now
        if made.etag != owner.etag:
            await db.transact(calendars.changed, owner.person.id, made.etag, now)
        unchanged = _unchanged(request, made.etag, changed_at)
        answer = web.Response(status=304) if unchanged else web.Response(body=made.content, headers=ICS)
        answer.etag, answer.last_modified = made.etag, changed_at
        answer.headers["Cache-Control"] = "private, no-cache"
        return answer

    return [web.get(own_calendar.FOLDER + "{secret}.ics", _in_turn(calendar))]


def _in_turn(answer: Answer) -> Answer:
    """Let so many ask at once that nobody else has to wait for them; the others are put off."""
    turns = asyncio.Semaphore(AT_ONCE)

    async def in_turn(request: web.Request) -> web.Response:
        if turns.locked():
            return web.Response(status=503, headers={"Retry-After": "1"})
        async with turns:
            return await answer(request)

    return in_turn


def _unchanged(request: web.Request, etag: str, changed_at: datetime) -> bool:
    """Tell whether whoever asks has this version already; what is known by its mark is not judged by its date."""
    if request.if_none_match:
        return any(one.value in {etag, "*"} for one in request.if_none_match)
    since = request.if_modified_since
    return since is not None and changed_at.replace(microsecond=0) <= since


def certificate_routes(reach: Reach) -> Sequence[web.RouteDef]:
    """Say whether a certificate is genuine."""

    async def check(request: web.Request) -> web.Response:
        found = await reach.db.read(certificates.genuine, request.match_info["code"])
        language = reach.texts.choose(request.headers.get("Accept-Language"))
        shown = page.page(found, reach.texts.say(language))
        headers = {"Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff",
                   "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
                   "Referrer-Policy": "no-referrer"}  # fmt: skip
        status = 200 if found else 404
        return web.Response(status=status, text=shown, content_type="text/html", charset="utf-8", headers=headers)

    return [web.get(page.FOLDER + "{code}", _in_turn(check))]


def watch_routes(db: Database, clock: Clock, per_second: float) -> Sequence[web.RouteDef]:
    """Answer /health (can the books be read?) and /metrics (how much waits and since when, how much goes out)."""

    async def health(_request: web.Request) -> web.Response:
        try:
            count, _ = await db.read(inbox.backlog)
            failing = await db.read(due.failing)
        except Exception as error:  # noqa: BLE001 - whatever it is, the answer is that it does not work
            log.warning("unhealthy", error=where(error))
            return web.json_response({"ok": False}, status=503)
        return web.json_response({"ok": True, "waiting": count, "failing": failing})

    async def metrics(_request: web.Request) -> web.Response:
        registry = CollectorRegistry()
        registry.register(await db.read(_measure, clock.now(), per_second))
        return web.Response(body=generate_latest(registry), headers={"Content-Type": CONTENT_TYPE_LATEST})

    return [web.get("/health", health), web.get("/metrics", metrics)]


class _Measured(Collector):
    """What was measured for one answer."""

    def __init__(self, families: Sequence[Metric]) -> None:
        self.families = families

    def collect(self) -> Sequence[Metric]:
        """Return it, as prometheus-client asks for it."""
        return self.families


def _measure(tx: Tx, now: datetime, per_second: float) -> _Measured:
    count, oldest = inbox.backlog(tx)
    found = figures.sending(tx, now)
    waiting = GaugeMetricFamily("glasnik_queue_waiting", "Messages that may go now", labels=["lane"])
    age = GaugeMetricFamily("glasnik_queue_age_seconds", "Since when the first of them may go", labels=["lane"])
    outbox = GaugeMetricFamily("glasnik_outbox", "Messages of the bot's own accord", labels=["lane", "state"])
    for lane, queue in found.queues.items():
        waiting.add_metric([lane], queue.waiting)
        age.add_metric([lane], (now - queue.since).total_seconds() if queue.since else 0)
    for (lane, state), number in found.states.items():
        outbox.add_metric([lane, state], number)
    inbox_age = (now - oldest).total_seconds() if oldest else 0
    return _Measured([
        GaugeMetricFamily("glasnik_inbox_waiting", "Updates that are not yet dealt with", count),
        GaugeMetricFamily("glasnik_inbox_age_seconds", "Age of the oldest of them", inbox_age),
        GaugeMetricFamily("glasnik_due_failing", "What has fallen due, failed and is tried again", due.failing(tx)),
        waiting, age, outbox,
        CounterMetricFamily("glasnik_budget_turns", "Calls that Telegram's limit counts", found.turns),
        GaugeMetricFamily("glasnik_budget_per_second", "That limit; 0 is none", per_second),
    ])  # fmt: skip
