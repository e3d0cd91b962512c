"""python-telegram-bot's way to the network, on aiohttp, and the Bot API's methods over it.

What matters to whoever sends: `NotSent` means that the request never left, so that it may be tried again at once;
`LostAnswer` means that it may have arrived.
"""

import json
import mimetypes
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, cast

import aiohttp
from telegram._utils.types import ODVInput  # the type in BaseRequest's signature has no public name
from telegram.error import BadRequest, NetworkError, RetryAfter, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.pace import Pace
from handlers.heard import FETCHED_AT_MOST
from handlers.reply import Files, Upload

CONNECT, READ, UPLOAD = 10.0, 20.0, 120.0
"""Seconds."""

IDLE = 15.0
"""Seconds after which an idle connection is not used again, well before Telegram closes it."""

JSON = {"Content-Type": "application/json"}

EDITS = ("/editMessageText", "/editMessageReplyMarkup")
DONE = b'{"ok":true,"result":true}'
"""An edit answers with the whole message as it now stands, which nobody needs: it is not read."""


COUNTED = ("send", "edit")
"""The methods that begin so count toward Telegram's limits."""


class NotSent(NetworkError):
    """No connection: Telegram has not seen the request."""


class LostAnswer(TimedOut):
    """The request left and no answer came: nobody knows whether Telegram acted on it."""


class AiohttpRequest(BaseRequest):
    """Requests over one pool of at most `connections`; others wait for a place without a limit."""

    def __init__(self, connections: int = 256) -> None:
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds to wait for an answer."""
        return READ

    async def initialize(self) -> None:
        """Open the pool, in the running event loop."""
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=IDLE)
            self._session = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())

    async def shutdown(self) -> None:
        """Close the pool."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - a broadcast waits as long as it takes
    ) -> tuple[int, bytes]:
        """Send one request and return the status and the body.

        Raises:
            NotSent: The connection could not be made.
            LostAnswer: The request left, the answer did not come.
        """
        if self._session is None:
            raise RuntimeError("initialize() first.")
        headers, body = _content(request_data)
        wait = _seconds(write_timeout, UPLOAD) if isinstance(body, aiohttp.FormData) else 0.0
        timeout = aiohttp.ClientTimeout(
            sock_connect=_seconds(connect_timeout, CONNECT), sock_read=wait + _seconds(read_timeout, READ)
        )
        try:
            async with self._session.request(method, url, data=body, headers=headers, timeout=timeout) as response:
                payload = await response.read()
                edited = response.status == HTTPStatus.OK and url.endswith(EDITS)
                return response.status, DONE if edited else payload
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NotSent("No connection to Telegram.") from error
        except (aiohttp.ClientError, TimeoutError) as error:
            raise LostAnswer(type(error).__name__) from error


def _seconds(given: ODVInput[float], otherwise: float) -> float:
    return float(given) if isinstance(given, int | float) else otherwise


def _content(request_data: RequestData | None) -> tuple[dict[str, str], bytes | aiohttp.FormData | None]:
    """Lay parameters out for aiohttp: JSON, a form if there are files, nothing if there is nothing."""
    if request_data is None:
        return {}, None
    if not request_data.contains_files:
        return JSON, request_data.json_payload
    form = aiohttp.FormData(request_data.json_parameters)
    for name, (file_name, content, content_type) in request_data.multipart_data.items():
        form.add_field(name, content, filename=file_name, content_type=content_type)
    return {}, form


class _Body:
    """Parameters that are plain JSON already, in the shape of python-telegram-bot's RequestData."""

    def __init__(self, parameters: Mapping[str, Any], upload: Upload | None) -> None:
        self._given = {name: value for name, value in parameters.items() if value is not None}
        self._upload = upload
        self.contains_files = upload is not None

    @property
    def json_payload(self) -> bytes:
        return json.dumps(self._given).encode()

    @property
    def json_parameters(self) -> dict[str, str]:
        return {name: value if isinstance(value, str) else json.dumps(value) for name, value in self._given.items()}

    @property
    def multipart_data(self) -> dict[str, tuple[str, bytes, str]]:
        if self._upload is None:
            return {}
        kind = mimetypes.guess_type(self._upload.name)[0] or "application/octet-stream"
        return {self._upload.field: (self._upload.name, self._upload.content, kind)}


class Wire:
    """The methods of the Bot API, by their names; its errors are python-telegram-bot's."""

    def __init__(self, request: BaseRequest, base_url: str, base_file_url: str) -> None:
        self._request, self._base_url, self._base_file_url = request, base_url, base_file_url

    async def call(self, method: str, parameters: Mapping[str, Any], upload: Upload | None = None) -> Any:  # noqa: ANN401 - whatever the method gives
        """Call a method and return its result; parameters that are None are left out.

        Raises:
            TelegramError: Telegram refused, or could not be reached.
        """
        body = cast("RequestData", _Body(parameters, upload))  # a final class, which is only handed on to do_request
        return await self._request.post(f"{self._base_url}/{method}", body)

    async def fetch(self, file_id: str) -> bytes:
        """Return the content of a file that somebody has sent.

        Raises:
            BadRequest: Telegram does not have it, or it is larger than a bot may fetch.
            TelegramError: Telegram could not be reached.
        """
        file = await self.call("getFile", {"file_id": file_id})
        if file.get("file_size", 0) > FETCHED_AT_MOST or not file.get("file_path"):
            raise BadRequest("file is too big")
        return await self._request.retrieve(f"{self._base_file_url}/{file['file_path']}")


class Answers:
    """The same methods for answers to people: they wait for nobody, and all else gives way to them."""

    def __init__(self, telegram: Files, pace: Pace) -> None:
        self._telegram, self._pace = telegram, pace

    async def call(self, method: str, parameters: Mapping[str, Any], upload: Upload | None = None) -> Any:  # noqa: ANN401 - whatever the method gives
        """Call a method at once and return its result; parameters that are None are left out.

        Raises:
            TelegramError: Telegram refused, or could not be reached.
        """
        if not method.startswith(COUNTED):
            return await self._telegram.call(method, parameters, upload)
        self._pace.beside()
        try:
            with self._pace.on_its_way():
                return await self._telegram.call(method, parameters, upload)
        except RetryAfter as error:
            wait = error.retry_after
            self._pace.pause(wait if isinstance(wait, int) else wait.total_seconds())
            raise

    async def fetch(self, file_id: str) -> bytes:
        """Return the content of a file that somebody has sent; fetching counts toward no limit.

        Raises:
            BadRequest: Telegram does not have it, or it is larger than a bot may fetch.
            TelegramError: Telegram could not be reached.
        """
        return await self._telegram.fetch(file_id)
