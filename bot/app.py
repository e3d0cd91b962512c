"""The only composition root: what is built, in which order it starts and stops."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, NoReturn
from urllib.parse import urlencode

import structlog
from aiohttp import web
from telegram import BotCommandScopeAllPrivateChats
from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter
from telegram.ext import Application, ApplicationBuilder, ExtBot

from bot import feeds
from bot.cards import EVERY, Cards
from bot.clock import Clock, Ticker
from bot.delivery import Delivery
from bot.fetching import Fetcher
from bot.intake import FIRST_WAIT, GRACE, LONGEST_WAIT, Intake, Poller, seconds
from bot.logs import where
from bot.pace import Pace
from bot.receiver import only_receiver
from bot.settings import Settings
from bot.tasks import Tasks
from bot.transport import AiohttpRequest, Answers, Wire
from bot.updates import KINDS
from bot.web import WEBHOOK, calendar_routes, certificate_routes, watch_routes, webhook_routes
from handlers import home
from handlers.context import Arrival, Bulk, Live, Push, Reach
from handlers.features import FEATURES, all_routes
from handlers.texts import LANGUAGES, Texts
from storage import database, features, receiving
from storage.database import Database
from storage.engines import is_sqlite

log = structlog.get_logger(__name__)

POLL = 30
"""Seconds that Telegram holds an empty poll."""

LOOK_EVERY = 10.0
"""Seconds between two looks for dead letters that were put back."""

Bot = ExtBot[None]
AnyApplication = Application[Any, Any, Any, Any, Any, Any]


class TokenRefused(Exception):
    """Telegram does not know the token."""


class BooksClosed(Exception):
    """The database cannot be opened; the text is the kind of error."""


class OnlyOne(Exception):
    """SQLite is for one program."""


class OutspokenApplication(AnyApplication):
    """Lets the errors of handlers out, so that intake can count them and try again."""

    async def process_error(self, update: object, error: Exception, *_: Any, **__: Any) -> NoReturn:  # noqa: ANN401, ARG002
        """Raise what python-telegram-bot would only log."""
        raise error


@dataclass(frozen=True, slots=True)
class Glasnik:
    """The running program, for those who start it. `port` is where its web server listens."""

    db: Database
    bot: Bot
    ticker: Ticker
    delivery: Delivery
    port: int


async def prepare(url: str) -> None:
    """Bring the books at `url` to the schema of this program.

    Raises:
        BooksClosed: The database is out of reach, or cannot be written to.
    """
    try:
        await database.migrate(url)
    except Exception as error:
        raise BooksClosed(type(error).__name__) from error


@contextlib.asynccontextmanager
async def running(settings: Settings, clock: Clock, texts: Texts | None = None) -> AsyncIterator[Glasnik]:
    """Start everything, give it, and stop everything in reverse order.

    Raises:
        TokenRefused: Telegram does not know the token.
        BooksClosed: The database cannot be opened.
        Taken: Another program receives on these books, now or, on PostgreSQL, since the connection was lost.
    """
    texts = texts or Texts()
    await prepare(settings.database)
    async with contextlib.AsyncExitStack() as stack:
        hold_on = await stack.enter_async_context(only_receiver(settings.database))
        db = database.open_database(settings.database)
        stack.push_async_callback(db.close)
        polling = AiohttpRequest(connections=2)
        application = await stack.enter_async_context(_application(settings, polling))
        bot: Bot = application.bot
        wire, pace = Wire(bot.request, bot.base_url, bot.base_file_url), _pace(settings)
        fetcher = Fetcher(clock, f"Glasnik (+https://t.me/{bot.username})", settings.feeds.allow)
        reach = application.bot_data["reach"] = Reach(
            Answers(wire, pace), db, texts, FEATURES, bot.username,
            approval=settings.announcements.approval, per_second=settings.sending.per_second,
            proxies=settings.consultations.proxies, template=settings.consultations.template,
            find_feed=fetcher.find, web=str(settings.web.url).rstrip("/") if settings.web.url else None,
        )  # fmt: skip
        await _until_reached(partial(_introduce, bot, texts))

        delivery = await stack.enter_async_context(_delivering(settings, db, clock, wire, texts, pace, bot.username))
        ticker = Ticker(db, clock, features.on_due())
        ticker.start()
        stack.callback(ticker.stop)
        ticker.every(receiving.EVERY, hold_on)

        cards = Cards(db, clock, wire, texts, _live(), pace)
        ticker.every(EVERY, cards.redraw)
        ticker.every(feeds.EVERY, feeds.Feeds(db, clock, fetcher).look)

        async def handle(arrival: Arrival) -> None:
            await cards.make_way(arrival)
            await application.process_update(arrival)

        intake = Intake(db, clock, Answers(wire, pace), texts, handle)
        await intake.start()
        stack.push_async_callback(intake.stop)
        ticker.every(LOOK_EVERY, intake.take_retried)
        port = await stack.enter_async_context(_web(settings, reach, clock, intake))
        tasks = await stack.enter_async_context(Tasks())
        await _receive(settings, bot, polling, intake, tasks)
        log.info("running", bot=bot.username)
        stack.callback(log.info, "stopping")
        yield Glasnik(db, bot, ticker, delivery, port)


@contextlib.asynccontextmanager
async def sending_only(settings: Settings, clock: Clock) -> AsyncIterator[Delivery]:
    """Start a further sender beside a running program, on the same books.

    Raises:
        TokenRefused: Telegram does not know the token.
        BooksClosed: The database cannot be opened.
        OnlyOne: The books are of the kind that one program has to itself.
    """
    if is_sqlite(settings.database):
        raise OnlyOne
    await prepare(settings.database)
    async with contextlib.AsyncExitStack() as stack:
        db = database.open_database(settings.database)
        stack.push_async_callback(db.close)
        application = await stack.enter_async_context(_application(settings, AiohttpRequest(connections=1)))
        bot: Bot = application.bot
        wire, pace = Wire(bot.request, bot.base_url, bot.base_file_url), _pace(settings)
        delivery = await stack.enter_async_context(_delivering(settings, db, clock, wire, Texts(), pace, bot.username))
        log.info("sending", bot=bot.username)
        yield delivery


@contextlib.asynccontextmanager
async def _delivering(
    settings: Settings, db: Database, clock: Clock, wire: Wire, texts: Texts, pace: Pace, username: str
) -> AsyncIterator[Delivery]:
    """Send what is owed; at the end, what is under way comes to its end."""
    sending = Tasks()
    delivery = Delivery(
        db, clock, wire, texts, _pushes(), _bulks(), pace, only_one=is_sqlite(settings.database), username=username
    )
    sending.start(delivery.run(), "delivery")
    try:
        yield delivery
    finally:
        delivery.stop()
        await sending.finish(GRACE)


@contextlib.asynccontextmanager
async def _application(settings: Settings, polling: AiohttpRequest) -> AsyncIterator[AnyApplication]:
    """Make the application and wait until Telegram has said who the bot is."""
    bot = ExtBot(
        settings.token.get_secret_value(),
        base_url=f"{settings.telegram}/bot",
        base_file_url=f"{settings.telegram}/file/bot",
        request=AiohttpRequest(),
        get_updates_request=polling,
    )
    application = (
        ApplicationBuilder().application_class(OutspokenApplication).bot(bot).updater(None).job_queue(None).build()
    )
    application.add_handlers(all_routes(FEATURES))
    try:
        await _until_reached(application.initialize)
        yield application
    finally:
        await application.shutdown()
        await bot.shutdown()


async def _until_reached(call: Callable[[], Awaitable[object]]) -> None:
    """Make the calls of a start; while Telegram is out of reach or too busy, again."""
    wait = FIRST_WAIT
    while True:
        try:
            await call()
        except InvalidToken:
            raise TokenRefused from None
        except BadRequest:
            raise
        except (NetworkError, RetryAfter) as error:
            log.warning("telegram_out_of_reach", error=where(error))
            await asyncio.sleep(max(wait, seconds(error) if isinstance(error, RetryAfter) else 0.0))
            wait = min(wait * 2, LONGEST_WAIT)
        else:
            return


async def _introduce(bot: Bot, texts: Texts) -> None:
    """Tell Telegram the commands, for its menu."""
    scope = BotCommandScopeAllPrivateChats()
    for language in LANGUAGES:
        commands = home.menu(texts.say(language), staff=False)
        await bot.set_my_commands(commands, scope, language)
    await bot.set_my_commands(home.menu(texts.say("en"), staff=False), scope)


def _pace(settings: Settings) -> Pace:
    return Pace(settings.sending.per_second, paid=settings.sending.paid)


def _pushes() -> dict[str, Push]:
    return {**home.PUSHES, **{kind: push for one in FEATURES for kind, push in (one.pushes or {}).items()}}


def _bulks() -> dict[str, Bulk]:
    return {kind: bulk for one in FEATURES for kind, bulk in (one.bulks or {}).items()}


def _live() -> dict[str, Live]:
    return {kind: live for one in FEATURES for kind, live in (one.live or {}).items()}


@contextlib.asynccontextmanager
async def _web(settings: Settings, reach: Reach, clock: Clock, intake: Intake) -> AsyncIterator[int]:
    """Serve health, metrics, calendars, certificates and, where it is set, the webhook; give the port."""
    server = web.Application()
    server.add_routes(watch_routes(reach.db, clock, settings.sending.per_second))
    server.add_routes(calendar_routes(reach, clock))
    server.add_routes(certificate_routes(reach))
    if settings.webhook:
        server.add_routes(webhook_routes(intake, settings.webhook.secret))
    runner = web.AppRunner(server, access_log=None)
    await runner.setup()
    try:
        site = web.TCPSite(runner, settings.web.host, settings.web.port)
        await site.start()
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()


async def _receive(settings: Settings, bot: Bot, polling: AiohttpRequest, intake: Intake, tasks: Tasks) -> None:
    """Begin to take updates, by webhook or by polling."""
    if settings.webhook:
        url = str(settings.webhook.url).rstrip("/") + WEBHOOK
        secret = settings.webhook.secret.get_secret_value()
        await _until_reached(partial(bot.set_webhook, url, secret_token=secret, allowed_updates=KINDS))
        return
    with contextlib.suppress(BadRequest):
        await _until_reached(bot.delete_webhook)

    async def fetch(offset: int | None) -> Sequence[Mapping[str, Any]]:
        """Poll once; python-telegram-bot would parse what is only to be stored."""
        asked = {"timeout": POLL, "allowed_updates": json.dumps(KINDS)} | ({} if offset is None else {"offset": offset})
        updates: Any = await polling.post(f"{bot.base_url}/getUpdates?{urlencode(asked)}", read_timeout=POLL + 10)
        return list(updates)

    tasks.start(Poller(fetch, intake).run(), "polling")
