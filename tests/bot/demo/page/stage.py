"""What the chat page's tests play on: a demo desk, a bot that does what a test says, and the page in a browser."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

import aiohttp
from aiohttp import web
from playwright.async_api import Locator, Page

PAGE = Path(__file__).parents[4] / "bot" / "demo" / "page"
TOKEN = "4242:TEST"
MONDAY = datetime(2027, 3, 1, 8, 0, tzinfo=UTC)

Json = dict[str, Any]


def buttons(*rows: list[str]) -> Json:
    """An inline keyboard whose buttons carry their own words as data."""
    return {"inline_keyboard": [[{"text": text, "callback_data": text} for text in row] for row in rows]}


@dataclass
class Desk:
    """The demo's own endpoints, with a clock that stands still until it is moved."""

    shift: timedelta = timedelta()
    due: datetime | None = None
    roles: dict[str, Json] = field(default_factory=dict)

    def now(self) -> datetime:
        return MONDAY + self.shift

    def routes(self) -> list[web.AbstractRouteDef]:
        return [
            web.get("/", self._page),
            web.static("/page", PAGE),
            web.get("/demo", self._state),
            web.post("/demo/clock", self._move),
        ]

    async def _page(self, _request: web.Request) -> web.FileResponse:
        return web.FileResponse(PAGE / "index.html")

    async def _state(self, _request: web.Request) -> web.Response:
        return web.json_response({**self._time(), "people": {who: {"role": role} for who, role in self.roles.items()}})

    async def _move(self, request: web.Request) -> web.Response:
        step = await request.json()
        if step.get("to") == "next":
            assert self.due
            self.shift, self.due = self.due - MONDAY, None
        else:
            self.shift += timedelta(seconds=step["seconds"])
        return web.json_response(self._time())

    def _time(self) -> Json:
        due = self.due.isoformat() if self.due else None
        return {"now": self.now().isoformat(), "shift_seconds": self.shift.total_seconds(), "next_due": due}


@dataclass
class Wire:
    """The HTTP side of the local Telegram: people who write, and a bot without a mind of its own."""

    http: aiohttp.ClientSession
    offset: int = 0

    async def meet(self, first_name: str, language: str) -> int:
        """Add a person who has started the bot, and give their id."""
        person = await self.post("/people", {"first_name": first_name, "language_code": language})
        await self.post(f"/people/{person['id']}/send", {"start": ""})
        await self.next_update("message")
        return int(person["id"])

    async def say(self, chat_id: int, text: str, keys: Json | None = None) -> int:
        """Send HTML, give the message's id."""
        sent = await self.bot("sendMessage", chat_id=chat_id, text=text, parse_mode="HTML", **_markup(keys))
        return int(sent["message_id"])

    async def edit(self, chat_id: int, message_id: int, text: str, keys: Json | None = None) -> None:
        parameters = {"chat_id": chat_id, "message_id": message_id, "text": text, **_markup(keys)}
        await self.bot("editMessageText", parse_mode="HTML", **parameters)

    async def answer(self, query: Json, **answer: Any) -> None:
        await self.bot("answerCallbackQuery", callback_query_id=query["id"], **answer)

    async def upload(self, method: str, files: dict[str, tuple[str, bytes, str]], **fields: Any) -> Any:
        """Call `method` with files, each under its field as (name, bytes, content type)."""
        form = aiohttp.FormData()
        for name, value in fields.items():
            form.add_field(name, value if isinstance(value, str) else json.dumps(value))
        for name, (filename, content, kind) in files.items():
            form.add_field(name, content, filename=filename, content_type=kind)
        async with self.http.post(f"/bot{quote(TOKEN)}/{method}", data=form) as answer:
            return _result(await answer.json())

    async def bot(self, method: str, **parameters: Any) -> Any:
        async with self.http.post(f"/bot{quote(TOKEN)}/{method}", json=parameters) as answer:
            return _result(await answer.json())

    async def next_update(self, kind: str) -> Json:
        """Wait for the next update of this kind; others before it are let go."""
        while True:
            for update in await self.bot("getUpdates", offset=self.offset, timeout=5):
                self.offset = update["update_id"] + 1
                if kind in update:
                    return dict(update[kind])

    async def post(self, path: str, content: Json) -> Any:
        async with self.http.post(path, json=content) as answer:
            assert answer.ok, await answer.text()
            return await answer.json()

    async def get(self, path: str) -> Any:
        async with self.http.get(path) as answer:
            assert answer.ok, await answer.text()
            return await answer.json()


@dataclass
class Stage:
    """Ana (Slovene) and Ben (English) have started the bot, and the page is open."""

    page: Page
    wire: Wire
    desk: Desk
    ana: int
    ben: int

    def phone(self, person: int) -> Locator:
        return self.page.locator(f"#phone-{person}")

    def log(self, person: int) -> Locator:
        return self.phone(person).get_by_role("log")

    def message(self, person: int, message_id: int) -> Locator:
        return self.phone(person).locator(f'[data-message="{message_id}"]')


def _markup(keys: Json | None) -> Json:
    return {"reply_markup": keys} if keys else {}


def _result(answer: Json) -> Any:
    assert answer["ok"], answer
    return answer["result"]
