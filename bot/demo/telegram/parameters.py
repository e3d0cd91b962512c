"""What a request to the Bot API carries: JSON, form or multipart, read into one kind of values."""

import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from bot.demo.telegram.errors import bad

JSON = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with the request."""

    name: str
    mime_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Parameters:
    """The parameters of one call. Values may come as JSON or as text that holds JSON, as Telegram allows."""

    values: JSON
    uploads: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """Return a text; missing is empty."""
        value = self.values.get(name)
        return "" if value is None else str(value)

    def number(self, name: str, otherwise: int = 0) -> int:
        """Return a whole number."""
        value = self.values.get(name)
        try:
            return otherwise if value in (None, "") else int(value)
        except (TypeError, ValueError):
            raise bad(f'can\'t parse "{name}": expected a number') from None

    def flag(self, name: str) -> bool:
        """Return yes or no."""
        return str(self.values.get(name, "")).lower() in {"true", "1"}

    def json(self, name: str) -> Any:  # noqa: ANN401 - JSON
        """Return an object or a list; None where there is none."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value) if value else None
        except ValueError:
            raise bad(f"can't parse {name.replace('_', ' ')} JSON object") from None

    def upload(self, name: str) -> Upload | str:
        """Return a file that came with the call, or the text (a file_id or an address) that stands for one."""
        if name in self.uploads:
            return self.uploads[name]
        value = self.text(name)
        if value.startswith("attach://"):
            found = self.uploads.get(value.removeprefix("attach://"))
            if found is None:
                raise bad("file not found in the request")
            return found
        return value


async def read(request: web.Request) -> Parameters:
    """Read the parameters of a request, from its address and its body."""
    values: JSON = dict(request.query)
    uploads: dict[str, Upload] = {}
    if request.content_type == "application/json":
        try:
            body = await request.json()
        except ValueError:
            raise bad("can't parse request JSON object") from None
        values |= body if isinstance(body, dict) else {}
    elif request.content_type == "multipart/form-data" or request.content_type.endswith("urlencoded"):
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                kind = value.content_type or "application/octet-stream"
                uploads[name] = Upload(value.filename or name, kind, value.file.read())
            else:
                values[name] = value
    return Parameters(values, uploads)
