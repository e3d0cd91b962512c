"""The two sides of the local Telegram, over HTTP: a bot that calls methods, and people."""

from dataclasses import dataclass
from typing import Any

import aiohttp

TOKEN = "4242:TEST"


@dataclass(frozen=True, slots=True)
class Line:
    """A connection to the server."""

    http: aiohttp.ClientSession

    async def call(self, method: str, **values: Any) -> dict[str, Any]:
        """Call a Bot API method with JSON; return the whole answer."""
        async with self.http.post(f"/bot{TOKEN}/{method}", json=values) as answer:
            body: dict[str, Any] = await answer.json()
            assert body["ok"] is (answer.status == 200)
            return body

    async def ok(self, method: str, **values: Any) -> Any:
        """Call a method that works; return its result."""
        body = await self.call(method, **values)
        assert body["ok"], body
        return body["result"]

    async def words(self, method: str, **values: Any) -> str:
        """Call a method that is refused; return Telegram's words."""
        body = await self.call(method, **values)
        assert not body["ok"], body
        return str(body["description"])

    async def ask(self, verb: str, path: str, **values: Any) -> Any:
        """Do something on the people's side."""
        async with self.http.request(verb, path, json=values or None) as answer:
            return await answer.json()

    async def person(self, name: str = "Ana", language: str = "sl", *, started: bool = True) -> int:
        """Make a person; one who has pressed Start unless told otherwise."""
        number = int((await self.ask("POST", "/people", first_name=name, language_code=language))["id"])
        if started:
            await self.ask("POST", f"/people/{number}/send", start="")
        return number

    async def chat(self, person: int, after: int = 0, wait: float = 0) -> list[dict[str, Any]]:
        """Look at a person's chat."""
        return list((await self.ask("GET", f"/people/{person}/chat?after={after}&wait={wait}"))["messages"])

    async def updates(self, offset: int = 0, wait: int = 0) -> list[dict[str, Any]]:
        """Poll."""
        return list(await self.ok("getUpdates", offset=offset, timeout=wait))


KEYS = {"inline_keyboard": [[{"text": "Da", "callback_data": "yes"}, {"text": "Splet", "url": "https://example.org"}]]}
