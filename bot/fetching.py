"""Fetching feeds: politely, from public addresses only, and no more or longer than is sensible."""

import asyncio
import errno
import ipaddress
import socket
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any

import aiohttp
from aiohttp import ClientResponse, hdrs
from aiohttp.abc import AbstractResolver
from yarl import URL

from bot.clock import Clock
from storage.apart import Died, TookTooLong
from storage.calls.feeds import portal
from storage.calls.feeds.apart import read_apart
from storage.calls.feeds.parsing import Page
from storage.calls.feeds.rules import (
    ADDRESS_AT_MOST,
    Failed,
    Fetched,
    Looked,
    Source,
    Trouble,
    Unchanged,
    address,
    may_be_asked,
)

SECONDS = 30.0
"""From the first request to the last byte, redirects and all."""

AT_MOST = 10 * 2**20
"""Bytes of a feed, unpacked."""

CHUNK = 2**16
REDIRECTS = 5

ACCEPT = "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"
PERMANENT = {HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT}
MOVED = {*PERMANENT, HTTPStatus.FOUND, HTTPStatus.SEE_OTHER, HTTPStatus.TEMPORARY_REDIRECT}
TROUBLES = {
    HTTPStatus.GONE: Trouble.GONE, HTTPStatus.NOT_FOUND: Trouble.LOST, HTTPStatus.TOO_MANY_REQUESTS: Trouble.BUSY,
    HTTPStatus.SERVICE_UNAVAILABLE: Trouble.BUSY,
}  # fmt: skip

GLOBAL = ipaddress.ip_network("2000::/3")
NOT_FOR_ALL = [ipaddress.ip_network(net) for net in ("192.88.99.0/24", "2001::/23", "2002::/16", "3fff::/20")]
"""What Python's `is_global` lets through: ways round to other addresses, and what is for documentation."""


def public(text: str) -> bool:
    """Tell whether an address belongs to a machine that anybody may reach, and to no machine behind it."""
    try:
        found = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return False
    if not found.is_global or found.is_multicast or found.is_reserved:
        return False
    if isinstance(found, ipaddress.IPv6Address) and found not in GLOBAL:
        return False
    return all(found not in net for net in NOT_FOR_ALL)


class _Door:
    """Makes the sockets of one request: what is behind a name is known only here, and cannot change any more."""

    def __init__(self, *, anywhere: bool) -> None:
        self._anywhere = anywhere
        self.refused = False

    def socket(self, to: aiohttp.AddrInfoType) -> socket.socket:
        """Make a socket for an address, if it may be reached."""
        family, kind, protocol, _, where = to
        if not self._anywhere and not public(str(where[0])):
            self.refused = True
            raise OSError(errno.EACCES, "not a public address")
        return socket.socket(family, kind, protocol)


@dataclass(frozen=True, slots=True)
class _Body:
    """What a server gave."""

    source: Source
    content: bytes
    content_type: str | None
    every: timedelta | None


class Fetcher:
    """Looks at feeds in the name of `agent`; hosts in `allow` may be anywhere, on any port."""

    def __init__(
        self, clock: Clock, agent: str, allow: Collection[str] = (), resolver: AbstractResolver | None = None,
        seconds: float = SECONDS,
    ) -> None:  # fmt: skip
        self._clock, self._resolver, self._seconds = clock, resolver, seconds
        self._allow = {host.casefold() for host in allow}
        self._headers = {hdrs.USER_AGENT: agent, hdrs.ACCEPT: ACCEPT, hdrs.ACCEPT_ENCODING: "gzip, deflate"}

    async def look(self, source: Source) -> Looked:
        """Look at a feed once."""
        found = await self._read(source)
        return Failed(Trouble.NO_FEED) if isinstance(found, Page) else found

    async def find(self, source: Source) -> Looked:
        """Look at an address that somebody gives: of a web page, at the first feed that it names."""
        found = await self._read(source)
        if not isinstance(found, Page):
            return found
        named = next((one for feed in found.feeds if isinstance(one := address(feed), str)), None)
        return Failed(Trouble.NO_FEED) if named is None else await self.look(replace(source, url=named))

    async def _read(self, source: Source) -> Looked | Page:
        try:
            async with asyncio.timeout(self._seconds):
                got = await self._fetch(source)
        except TimeoutError:
            return Failed(Trouble.SLOW)
        if not isinstance(got, _Body):
            return got
        asked = got.content, got.source.url, got.content_type, source.columns
        try:
            document = await asyncio.to_thread(read_apart, *asked)
        except (TookTooLong, Died):
            return Failed(Trouble.UNREADABLE)
        return document if isinstance(document, Page) else Fetched(got.source, document, got.every)

    async def _fetch(self, source: Source) -> _Body | Unchanged | Failed:
        """Ask, and follow where it leads; what is moved for good is remembered as long as all the way is."""
        url, for_good = source.url, True
        for _ in range(REDIRECTS + 1):
            answered = await self._ask(url, source)
            if not isinstance(answered, _Moved):
                return answered
            url = answered.to
            for_good &= answered.for_good and len(url) <= ADDRESS_AT_MOST
            if not may_be_asked(url):
                return Failed(Trouble.NOT_PUBLIC)
            source = replace(source, url=url) if for_good else source
        return Failed(Trouble.UNREACHABLE)

    async def _ask(self, url: str, source: Source) -> "_Body | Unchanged | Failed | _Moved":
        try:
            to = URL(url)
            form, allowed = portal.form_for(url), (to.host or "").casefold() in self._allow
            if not allowed and to.port not in {80, 443}:
                return Failed(Trouble.NOT_PUBLIC)
        except ValueError:
            return Failed(Trouble.UNREACHABLE)
        door = _Door(anywhere=allowed)
        connector = aiohttp.TCPConnector(
            resolver=self._resolver, socket_factory=door.socket, force_close=True, use_dns_cache=False
        )
        asked: Mapping[str, Any] = {"headers": {**self._headers, **_known(source)}, "allow_redirects": False}
        if form is not None:
            asked = {**asked, "data": _parts(form)}
        try:
            async with (
                aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar()) as session,
                session.request("GET" if form is None else "POST", to, **asked) as answer,
            ):
                return await self._answered(answer, source)
        except aiohttp.InvalidURL:
            return Failed(Trouble.NOT_PUBLIC)
        except (aiohttp.ClientError, OSError, ValueError):
            return Failed(Trouble.NOT_PUBLIC if door.refused else Trouble.UNREACHABLE)

    async def _answered(self, answer: ClientResponse, source: Source) -> "_Body | Unchanged | Failed | _Moved":
        status, headers = answer.status, answer.headers
        if status in MOVED and hdrs.LOCATION in headers:
            return _Moved(str(answer.url.join(URL(headers[hdrs.LOCATION]))), for_good=status in PERMANENT)
        if status == HTTPStatus.NOT_MODIFIED:
            return Unchanged(source, _max_age(headers))
        if status // 100 != HTTPStatus.OK // 100:
            trouble = next((of for known, of in TROUBLES.items() if known == status), Trouble.STATUS)
            return Failed(trouble, status, self._wait(headers.get(hdrs.RETRY_AFTER)))
        content = await _content(answer)
        if content is None:
            return Failed(Trouble.HUGE)
        etag, modified = _short(headers.get(hdrs.ETAG), 500), _short(headers.get(hdrs.LAST_MODIFIED), 100)
        now = replace(source, etag=etag, modified=modified)
        return _Body(now, content, headers.get(hdrs.CONTENT_TYPE), _max_age(headers))

    def _wait(self, value: str | None) -> timedelta | None:
        """Read Retry-After: seconds, or a moment."""
        seconds = _seconds(value)
        if value is None or seconds is not None:
            return seconds
        try:
            return max(parsedate_to_datetime(value) - self._clock.now(), timedelta())
        except (ValueError, TypeError, OverflowError):
            return None


@dataclass(frozen=True, slots=True)
class _Moved:
    """It is elsewhere, for good or for now."""

    to: str
    for_good: bool


def _known(source: Source) -> Mapping[str, str]:
    """Tell the server what is here already."""
    said = {hdrs.IF_NONE_MATCH: source.etag, hdrs.IF_MODIFIED_SINCE: source.modified}
    return {name: value for name, value in said.items() if value is not None}


def _short(value: str | None, at_most: int) -> str | None:
    """Keep what a server says of its answer only if it can be said again, and is of a sensible length."""
    return value if value and value.isascii() and len(value) <= at_most else None


def _parts(form: Mapping[str, str]) -> aiohttp.FormData:
    parts = aiohttp.FormData()
    for name, value in form.items():
        parts.add_field(name, value, filename="blob", content_type="application/json")
    return parts


async def _content(answer: ClientResponse) -> bytes | None:
    """Read what a server gives, unpacked; None if that is more than it may be."""
    if (answer.content_length or 0) > AT_MOST:
        return None
    content = bytearray()
    async for chunk in answer.content.iter_chunked(CHUNK):
        content += chunk
        if len(content) > AT_MOST:
            return None
    return bytes(content)


def _max_age(headers: Mapping[str, str]) -> timedelta | None:
    """Find how long a server says that its answer holds."""
    said = (part.strip().lower().partition("=") for part in headers.get(hdrs.CACHE_CONTROL, "").split(","))
    return next((_seconds(value.strip('" ')) for name, _, value in said if name == "max-age"), None)


def _seconds(value: str | None) -> timedelta | None:
    text = (value or "").strip()
    return timedelta(seconds=int(text)) if text.isascii() and text.isdigit() and len(text) <= 9 else None  # noqa: PLR2004 - sense
