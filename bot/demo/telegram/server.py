"""The local Telegram's HTTP server: the bot's side, the people's side, files."""

import asyncio
import urllib.parse
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC
from typing import Any

from aiohttp import web

from bot.demo.telegram import dispatch, faults, methods, parameters, people
from bot.demo.telegram.errors import ApiError
from bot.demo.telegram.faults import Fault
from bot.demo.telegram.parameters import Parameters
from bot.demo.telegram.people import KEY, world
from bot.demo.telegram.state import Telegram
from bot.demo.telegram.webhook import Hook
from bot.tasks import Tasks

JSON = dict[str, Any]
LARGEST = 80 * 2**20


def create_app(telegram: Telegram) -> web.Application:
    """Make the application; routes of a page can be added to it."""
    app = web.Application(client_max_size=LARGEST, middlewares=[_in_words])
    app[KEY] = telegram
    app.add_routes(people.routes)
    app.router.add_route("*", "/bot{token:[^/]*}/{method}", call)
    app.router.add_get("/file/bot{token:[^/]*}/files/{file}", download)
    app.cleanup_ctx.append(_working)
    app.on_shutdown.append(_closing)
    return app


async def _working(app: web.Application) -> AsyncIterator[None]:
    telegram = app[KEY]
    async with Tasks() as tasks:
        tasks.start(Hook(telegram).run(), "webhook")
        tasks.start(telegram.keep_saving(), "state")
        yield
    telegram.save()


async def _closing(app: web.Application) -> None:
    app[KEY].closing.set()
    app[KEY].poll_wakes.set()
    for chat in app[KEY].chats.values():
        chat.changed.set()


@web.middleware
async def _in_words(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    try:
        return await handler(request)
    except ApiError as error:
        body: JSON = {"ok": False, "error_code": error.code, "description": error.description}
        if error.parameters:
            body["parameters"] = error.parameters
        return web.json_response(body, status=error.code)


async def call(request: web.Request) -> web.StreamResponse:
    """A method of the Bot API; every request is in the log."""
    telegram = world(request)
    loop = asyncio.get_running_loop()
    started = loop.time()
    method = request.match_info["method"]
    entry: JSON = {"n": next(telegram.numbers), "time": telegram.now().astimezone(UTC).isoformat(), "method": method,
                   "chat_id": None, "ok": False}  # fmt: skip
    telegram.log.append(entry)
    try:
        _check_token(request, telegram)
        given = await parameters.read(request)
        entry["chat_id"] = given.number("chat_id") if given.text("chat_id").lstrip("-").isdigit() else None
        fault = faults.take(telegram.faults, method.lower(), entry["chat_id"])
        entry["fault"] = fault.kind if fault else None
        result = await _answer(request, telegram, method, given, fault)
        entry["ok"] = True
        return web.json_response({"ok": True, "result": result})
    except ApiError as error:
        entry |= {"error_code": error.code, "description": error.description}
        raise
    finally:
        entry["duration_ms"] = round((loop.time() - started) * 1000, 1)


async def _answer(request: web.Request, telegram: Telegram, name: str, given: Parameters, fault: Fault | None) -> Any:  # noqa: ANN401 - JSON
    """Run a method, with what is to go wrong before and after it."""
    if fault:
        await _before(request, telegram, fault)
    if telegram.limited and name in methods.SENDING:
        paid = given.flag("allow_paid_broadcast")
        wait = telegram.limits.retry_after(given.number("chat_id"), asyncio.get_running_loop().time(), paid=paid)
        if wait:
            raise _too_many(wait)
    result = await dispatch.run(telegram, name, given)
    if fault and fault.kind == "timeout-after-accept":
        await _wait(telegram, fault.seconds)
    if fault and fault.kind in {"timeout-after-accept", "reset-after"}:
        _cut(request)
    return result


async def _before(request: web.Request, telegram: Telegram, fault: Fault) -> None:
    match fault.kind:
        case "429":
            raise _too_many(fault.retry_after)
        case "403":
            raise ApiError(403, "Forbidden: bot was blocked by the user")
        case "400":
            raise ApiError(400, "Bad Request: chat not found")
        case "500":
            raise ApiError(500, "Internal Server Error")
        case "reset-before":
            _cut(request)
        case "slow":
            await _wait(telegram, fault.seconds)


def _too_many(seconds: int) -> ApiError:
    return ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


async def _wait(telegram: Telegram, seconds: float) -> None:
    """Wait as a fault asks for, but not beyond the server's end."""
    try:
        await asyncio.wait_for(telegram.closing.wait(), seconds)
    except TimeoutError:
        return


def _cut(request: web.Request) -> None:
    """Close the connection without an answer."""
    if request.transport is not None:
        request.transport.abort()
    raise asyncio.CancelledError


def _check_token(request: web.Request, telegram: Telegram) -> None:
    if urllib.parse.unquote(request.match_info["token"]) != telegram.token:
        raise ApiError(401, "Unauthorized")


async def download(request: web.Request) -> web.Response:
    """A file, for the bot."""
    telegram = world(request)
    _check_token(request, telegram)
    file = telegram.files.get(request.match_info["file"])
    if file is None:
        raise ApiError(404, "Not Found")
    return web.Response(body=file.content, content_type="application/octet-stream")
