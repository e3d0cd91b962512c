"""Content of messages, checked as Telegram checks it."""

import mimetypes
import struct
from typing import Any

from bot.demo.telegram import entities
from bot.demo.telegram.errors import bad
from bot.demo.telegram.parameters import Parameters, Upload
from bot.demo.telegram.state import File, Telegram

JSON = dict[str, Any]

TEXT, CAPTION, CALLBACK_DATA = 4096, 1024, 64
JPEG_SIZES = range(0xC0, 0xC4)
"""The markers of a JPEG behind which its size stands."""

PHOTO_BYTES, FILE_BYTES = 10 * 2**20, 50 * 2**20


def text(call: Parameters) -> JSON:
    """Read `text` with its formatting."""
    plain, found = entities.parse(call.text("text"), call.values.get("parse_mode"), call.json("entities"))
    if not plain:
        raise bad("message text is empty")
    if entities.units(plain) > TEXT:
        raise bad("message is too long")
    return {"text": plain} | ({"entities": found} if found else {})


def caption(call: Parameters) -> JSON:
    """Read `caption` with its formatting; there may be none."""
    plain, found = entities.parse(call.text("caption"), call.values.get("parse_mode"), call.json("caption_entities"))
    if entities.units(plain) > CAPTION:
        raise bad("message caption is too long")
    return ({"caption": plain} if plain else {}) | ({"caption_entities": found} if found else {})


def markup(call: Parameters) -> JSON:
    """Read `reply_markup`; only inline keyboards stay with a message."""
    given = call.json("reply_markup")
    if not given:
        return {}
    if not isinstance(given, dict):
        raise bad("object expected as reply markup")
    if "inline_keyboard" not in given:
        return {}
    rows = [row for row in given["inline_keyboard"] if row]
    for button in (button for row in rows for button in row):
        if not button.get("text"):
            raise bad("can't parse inline keyboard button: Text must be non-empty")
        if "callback_data" in button and not 1 <= len(str(button["callback_data"]).encode()) <= CALLBACK_DATA:
            raise bad("BUTTON_DATA_INVALID")
        if not button.keys() - {"text"}:
            raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
        if "url" in button and not button["url"].startswith(("http://", "https://", "tg://")):
            raise bad(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")
    return {"reply_markup": {"inline_keyboard": rows}} if rows else {}


def file_of(telegram: Telegram, given: Upload | str, limit: int) -> File:
    """Keep an upload, or find the file that a file_id names."""
    if isinstance(given, Upload):
        if len(given.content) > limit:
            raise bad("file is too big")
        if not given.content:
            raise bad("file must be non-empty")
        guessed = mimetypes.guess_type(given.name)[0]
        return telegram.add_file(given.name, guessed or given.mime_type, given.content)
    if not given:
        raise bad("there is no file in the request")
    if given not in telegram.files:
        raise bad("wrong file identifier/HTTP URL specified")
    return telegram.files[given]


def document(telegram: Telegram, given: Upload | str) -> JSON:
    """Make a document."""
    file = file_of(telegram, given, FILE_BYTES)
    return {"document": {**sized(file), "file_name": file.name, "mime_type": file.mime_type}}


def photo(telegram: Telegram, given: Upload | str) -> JSON:
    """Make a photo, in one size."""
    file = file_of(telegram, given, PHOTO_BYTES)
    width, height = dimensions(file.content)
    return {"photo": [{**sized(file), "width": width, "height": height}]}


def sized(file: File) -> JSON:
    """Return what every kind of file has."""
    return {"file_id": file.file_id, "file_unique_id": file.file_id[:16], "file_size": len(file.content)}


def dimensions(content: bytes) -> tuple[int, int]:
    """Read a picture's width and height in pixels."""
    if content[:8] == b"\x89PNG\r\n\x1a\n":
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    at = 2
    while content[:2] == b"\xff\xd8" and at + 9 < len(content):
        marker, length = content[at + 1], struct.unpack(">H", content[at + 2 : at + 4])[0]
        if marker in JPEG_SIZES:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + length
    raise bad("IMAGE_PROCESS_FAILED")
