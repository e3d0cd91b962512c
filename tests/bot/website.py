"""A server of feeds that does whatever a test wants, and a resolver that leads any name to it."""

import contextlib
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.test_utils import TestServer

from bot.clock import Clock
from bot.fetching import Fetcher
from storage.calls.feeds.rules import Looked, Source

NOW = datetime(2027, 3, 1, 9, tzinfo=UTC)
RSS = """<rss version='2.0'><channel><title>Vir</title>
<item><guid isPermaLink='false'>1</guid><title>%s</title></item></channel></rss>"""

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Standing(Clock):
    """A clock that stands still."""

    def now(self) -> datetime:
        """Return the one moment."""
        return NOW


@dataclass
class Names(AbstractResolver):
    """Leads names to addresses, all at one port; remembers what it was asked."""

    port: int
    known: Mapping[str, str]
    asked: list[str] = field(default_factory=list)

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Answer for a name."""
        self.asked.append(host)
        where = self.known[host]
        kind = socket.AF_INET6 if ":" in where else socket.AF_INET
        found = ResolveResult(hostname=host, host=where, port=self.port, family=kind, proto=0, flags=0)
        return [found]

    async def close(self) -> None:
        """Have nothing to close."""


@dataclass
class Website:
    """Answers by path; `requests` are those that came."""

    server: TestServer
    answers: dict[str, Answer | web.StreamResponse | str]
    requests: list[web.BaseRequest] = field(default_factory=list)

    @property
    def port(self) -> int:
        """Where it listens."""
        assert self.server.port is not None
        return self.server.port

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        """The address of something on it."""
        return f"http://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        """What it was asked for."""
        return [request.path for request in self.requests]

    def names(self, **known: str) -> Names:
        """A resolver: names, with `_` for `.`, lead to addresses, at the port of the server."""
        return Names(self.port, {name.replace("_", "."): where for name, where in known.items()})

    def fetcher(self, *allow: str, names: Names | None = None, seconds: float = 30) -> Fetcher:
        """Something that looks."""
        return Fetcher(Standing(), "Glasnik (+https://t.me/GlasnikBot)", allow, names or self.names(), seconds)

    async def look(self, path: str) -> Looked:
        """Look at something on it."""
        return await self.fetcher("127.0.0.1").look(Source(self.url(path)))


@contextlib.asynccontextmanager
async def website(**answers: Answer | web.StreamResponse | str) -> AsyncIterator[Website]:
    """Serve answers by their names, as `/name`: a text is a feed."""

    async def answer(request: web.Request) -> web.StreamResponse:
        site.requests.append(request)
        found = site.answers.get(request.path)
        if found is None:
            return web.Response(status=404)
        if isinstance(found, str):
            return web.Response(text=found, content_type="application/rss+xml")
        return found if isinstance(found, web.StreamResponse) else await found(request)

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    server = TestServer(app, host="127.0.0.1")
    await server.start_server()
    site = Website(server, {f"/{name}": given for name, given in answers.items()})
    try:
        yield site
    finally:
        await server.close()
